"""Wordings of disclaimers and adverts that sites and sellers of texts put around a plan.

No single word decides: 会员, 订阅, 版权 and 微信群 all occur in plans. Each rule is one class of wording with its weight;
the weights of the classes present in a line add up (``corpus/promotion``), and where and how the line stands counts
as well. Weights were set by hand on lines of collections of plans, so that a line with one telling wording or with two
weaker ones passes 0.9, and a plan's own sentence about an account, a code to scan or papers not to be passed on does not.
"""

from plananalysis.language.rules import Rule, any_of

MATERIALS = tuple(
    "范文 文稿 材料 资料 素材 模板 课件 公文 文案 文库 PPT ppt 题库 真题 讲话稿 稿件 文档 文章 干货 作品 原文 全文".split()
)
"""What sellers of texts deal in."""

GROUP_BEGINS_WORDS = "众团体策防工租岛落星"
"""Characters that make 群 the first half of a common word: 群众, 群团, 群体, 群策群力, 群防群治."""

CHANNELS = tuple(
    "微信号 微信 公众号 公号 QQ Q群 扣扣 客服 店铺 网店 淘宝 小程序 二维码 V信 v信 Ｖ信 vx vX VX Vx 薇信 徽信 星球 微店 抖音 头条号 "
    "视频号 小红书 管理员 助理".split()
)
"""Where a reader is sent to."""

_TEXTS_AND_SITES = tuple("资料 文档 材料 稿 作品 站 网 公众号 号 文库 课件 模板".split())
OWN_NOUNS = (*_TEXTS_AND_SITES, *"文 店 平台 内容".split())
"""What a site calls itself or what it shows after 本."""

ADD_BEGINS_WORDS = "强快大速剧紧深以入重工"
"""Characters that make 加 another verb: 加强, 加快, 加以."""

_MATERIAL = any_of(MATERIALS)
_CHANNEL = f"(?:{any_of(CHANNELS)}|群(?![{GROUP_BEGINS_WORDS}]))"
_SUBJECT = f"(?:本{any_of(OWN_NOUNS)}|以上(?:内容|资料|材料|文字)|[此该]文|文章|文档|内容|资料|图片|素材)"
_NETWORKS = "(?:com|cn|net|org|top|vip|cc|info|shop|xyz|club)"

ADDRESS = rf"https?://\S+|www\.[\w\-.]+|(?<![\w@.])[A-Za-z0-9\-]{{2,}}\.{_NETWORKS}\b"
"""An address on the web."""

ACCOUNT = (
    r"(?:QQ|qq|Q群|扣扣|企鹅)\s*(?:交流)?\s*(?:群|号)?\s*[:：]?\s*\d{5,}"
    r"|(?:微信|薇信|[VvＶ]信|[vVwW][xX]|WeChat|公众号ID?|客服)\s*号?\s*[:：]?\s*[A-Za-z][A-Za-z0-9_\-]{4,}"
)
"""An account with its number or name."""

DISCLAIMERS = (
    Rule(
        "for study only",
        r"仅(?:供|限|作|用于|做).{0,8}(?:学习|参考|交流|研究|内部使用|个人|阅读|预览|试读|借鉴|写作)",
        "whoever passes on a text limits what it may be used for",
        "仅供个人学习参考",
        "此项经费仅限购买农机",
    ),
    Rule(
        "not to be passed on",
        r"(?:请勿|禁止|严禁|不得|切勿|谢绝|不准|勿|不可|禁).{0,10}"
        r"(?:转载|外传|传播|转发|复制|商用|商业|倒卖|转卖|转售|上传|盗用|摘编|镜像|二次|外泄|翻印|搬运)"
        r"|(?:请勿|切勿|谢绝|勿|请不要).{0,6}(?:照搬|照抄|抄袭|套用)",
        "copies are forbidden",
        "请勿随意转载",
        "严禁违规审批项目",
        0.9,
    ),
    Rule(
        "without permission",
        r"未经.{0,14}(?:许可|授权|允许|同意)",
        "what follows needs permission; plans say it too, of land and data, so it weighs less",
        "未经作者授权",
        "未经硬化的路面",
        0.7,
    ),
    Rule(
        "copyright",
        r"(?:版权|著作权)(?:均?归|所有|声明|属于|说明|问题)|Copyright|©|[Aa]ll [Rr]ights [Rr]eserved",
        "whose the text is",
        "版权归原作者所有",
        "推进版权保护和著作权登记",
    ),
    Rule(
        "infringement",
        r"侵权(?:必究|[必即]?删|请|联系|告知|投诉)|如对.{0,8}(?:版权|著作权).{0,16}请|侵犯.{0,8}(?:权益|版权|著作权).{0,6}(?:请|联系)|如有(?:侵权|雷同|异议|冒犯)"
        r"|违者(?:必究|.{0,4}责任)|后果自负|联系.{0,6}删除|(?:下载|小时|阅读)[后之]?内?.{0,10}删除",
        "whoever is wronged is to write, and the text will go",
        "如有侵权请联系删除",
        "严厉打击侵权假冒行为",
    ),
    Rule(
        "original work",
        r"原创(?:投稿|首发|作品|文章|内容|不易|声明|文稿)|首发于|独家(?:发布|首发|授权)",
        "the text is said to be somebody's own",
        "作者原创投稿",
        "支持原创技术攻关",
        0.8,
    ),
    Rule(
        "where it is from",
        rf"{_SUBJECT}.{{0,4}}(?:系|为|来自|来源|源自|由|转自|摘自|整理自|转载自|选自|搜集|收集|摘录).{{0,24}}"
        r"(?:网络|互联网|投稿|上传|整理|公众号|作者|网友|用户|会员|原创|公开渠道|提供|所有)",
        "a site says where its texts are from",
        "文章系网友上传",
        "资料室由办公室管理",
        0.8,
    ),
    Rule(
        "name the source",
        r"转载(?:请|须|需|时|自|来源|或)|(?:请|须|需|务必|敬请)(?:注明|标明|保留)(?:出处|来源|作者|原文)",
        "whoever copies is to name the source",
        "敬请标明来源",
        "合同须注明数量和价格",
        0.9,
    ),
    Rule(
        "not our opinion",
        r"不代表.{0,8}(?:观点|立场|意见|赞同)|仅代表.{0,8}(?:观点|立场|意见|看法)|观点.{0,6}(?:仅代表|属于|归)",
        "a site takes no side",
        "不代表本站立场",
        "推选不脱产代表参加座谈",
    ),
    Rule(
        "announced as a notice",
        r"免责声明|郑重声明|特别声明|版权说明|(?:重要|温馨|特别|友情)(?:声明|提醒|提示)\s*[:：]|^[【\[]?声明[】\]]?\s*[:：]",
        "a notice to the reader by name",
        "【免责声明】",
        "发布两国联合声明",
        0.9,
    ),
    Rule(
        "no liability",
        r"内部(?:资料|材料|参考|文件)|概不负责|不承担.{0,8}(?:责任|风险)|风险自(?:担|负)",
        "nobody answers for it; a heading of a meeting's papers says 内部资料 too",
        "由此引起的纠纷概不负责",
        "健全责任分担和风险防控机制",
        0.4,
    ),
    Rule(
        "keep it well",
        r"注意保(?:密|存|管)$",
        "the reader is told to keep the text to himself",
        "会议材料，注意保存",
        "注意保护文物本体",
        0.5,
    ),
    Rule(
        "will be deleted",
        r"侵删|(?:抄袭|盗用|转载)必究",
        "short forms of the two notices above",
        "图源网络，侵删",
        "违法必究、执法必严",
    ),
    Rule(
        "editor's farewell",
        r"小编.{0,8}(?:整理|推荐|收集|分享|提醒)|以上就是.{0,16}内容|希望对(?:大家|您|你).{0,8}帮助|感谢(?:您的)?阅读"
        r"|(?:供|为|给)大家.{0,4}(?:参考|学习|借鉴|分享|整理|推荐)|转载自[“《「]",
        "an editor speaks to readers",
        "以上就是小编整理的内容",
        "为大家办好十件实事",
        0.6,
    ),
    Rule(
        "collected on the web",
        r"网络整理|整理自网络|结合.{0,10}实际.{0,8}(?:修改|使用|完善)",
        "the text was gathered and is to be adapted",
        "请结合本单位实际修改",
        "结合部门实际抓好落实",
        0.4,
    ),
    Rule(
        "not to be copied blindly",
        r"(?:照搬照抄|生搬硬套).{0,4}[!！]|自行(?:修改|完善|斟酌)|酌情(?:修改|使用)",
        "the buyer is warned; with an exclamation mark, for plans reject 照搬照抄 in their sentences",
        "切忌生搬硬套！",
        "不照搬照抄、不搞一刀切",
        0.5,
    ),
)
"""Notices to the reader: what may be done with the text, and whose it is."""

ADVERTS = (
    Rule(
        "account",
        ACCOUNT,
        "an account with its number or name",
        "咨询微信号：hello2024",
        "建成微信服务平台3个",
    ),
    Rule(
        "group to join",
        r"(?:会员|交流|学习|资料|写作|公文|免费|粉丝|读者|QQ|微信|VIP|vip|材料|文秘|笔友)\s*(?:QQ|微信|交流)?\s*群\s*号?\s*[:：]",
        "a group, with a colon before its number",
        "写作交流群：",
        "建好用好微信群",
        0.9,
    ),
    Rule(
        "go there",
        rf"(?:(?:加|添加)(?![{ADD_BEGINS_WORDS}])|联系|搜索?(?!集)|关注|扫码|扫描|扫一扫|长按|识别|私信|咨询|进入|拉你)"
        rf".{{0,10}}{_CHANNEL}",
        "the reader is sent to an account, a group or a shop",
        "请添加客服",
        "加强公众号管理",
        0.7,
    ),
    Rule(
        "address",
        ADDRESS,
        "an address on the web; those of offices are taken out before",
        "详见www.example.com",
        "开展净网行动",
        0.6,
    ),
    Rule(
        "price",
        r"立享|立减|[专畅尊]享|畅读|名额有限|先到先得|数量有限|机不可失|优惠(?:价|券|码|中|活动)|特价|折扣|包邮|秒杀|限时|原价|现价|仅需|只需|低至|买一送|拼单|抢购|即送|即赠|返现"
        r"|\d+(?:\.\d+)?\s*元\s*(?:[/／每一]\s*(?:年|月|份|篇|套|人)|起|包|一份|开通|即可)|[￥¥]\s*\d+",
        "what it costs, and that it is cheap",
        "全年仅需99元",
        "财政投入99元",
        0.5,
    ),
    Rule(
        "words of sellers",
        r"微信同号|付费(?:内容|文档|阅读|下载)|封号|阅读约需|下载全文|(?:后台|公众号)(?:留言|回复)",
        "only sellers of texts say so",
        "电话13个字，微信同号",
        "收费公路取消站点",
        0.8,
    ),
    Rule(
        "reply to get it",
        r"(?:回复|私信).{0,14}(?:领取|获取|下载|即可)|即可(?:获取|领取|下载)",
        "an answer to an account brings the text",
        "回复关键词即可领取",
        "及时回复群众来信",
        0.6,
    ),
    Rule(
        "paying",
        r"充值|付费|付款|下单|售后|扫码支付|团购|赠送|福利|购买(?:本|后|链接|全套|资料|请|会员)|开通",
        "how it is paid for; plans open railways and pay benefits too",
        "购买后请联系",
        "扩大政府购买服务范围",
        0.4,
    ),
    Rule(
        "membership",
        r"会员|VIP|vip|SVIP|订阅",
        "members and subscribers, whom associations have too",
        "成为VIP畅读",
        "发展党员五十名",
        0.4,
    ),
    Rule(
        "goods",
        _MATERIAL,
        "the goods; plans write such papers themselves, so it hardly weighs",
        "各类范文",
        "购置新式农机",
        0.3,
    ),
    Rule(
        "rights of members",
        r"(?:权益|特权|永久|终身|全年|无限)",
        "what members have, and for how long",
        "终身特权",
        "按月拨付补助",
        0.3,
    ),
    Rule(
        "plenty",
        r"(?:更多|海量|全套|精品|优质|独家|热门|最新|精选|[万千百]\+?篇|每日更新|持续更新|不断更新|上万|数万|数千).{0,10}"
        + _MATERIAL,
        "how many and how good the goods are",
        "海量模板",
        "供应更多优质农产品",
        0.6,
    ),
    Rule(
        "writing to order",
        r"代写|代笔|代做|代发|定制(?:服务|写作|文稿)|私人定制|润色|包过|接单|承接.{0,6}(?:写作|文稿|材料|PPT)|笔杆子|老秘|秘书圈",
        "texts are written for others",
        "代写各类总结",
        "代表委员写提案",
        0.7,
    ),
    Rule(
        "download",
        rf"下载(?:链接|地址|次数|全文|原文|本文|完整|{_MATERIAL})|免费.{{0,3}}(?:下载|领取?|获取|赠送|送|试用|QQ|微信|群|分享)"
        r"|(?:点击|领取|索取|打包|一键|后台).{0,8}(?:下载|阅读|资料|链接|全文|原文|回复|关注|领取|查看|链接)",
        "how to get the file",
        "点击下方链接",
        "免费开放公共体育场馆",
        0.6,
    ),
    Rule(
        "after the download",
        r"(?:请|须|需)(?:先|自行|在线)?下载|下载[后并].{0,4}(?:查看|阅读|编辑|使用|打开|获取)|(?:登录|登陆|付费|开通)后.{0,4}(?:下载|查看|阅读)",
        "what is to be done first to see the whole text",
        "登录后查看全文",
        "登录平台填报数据",
        0.7,
    ),
    Rule(
        "shown to members",
        r"^请?(?:登录|登陆|注册)后?.{0,4}(?:下载|查看|阅读|浏览)(?:更多|全部|全文|完整|剩余)?(?:内容|部分)?$",
        "the whole text is shown to who signs in",
        "登录后阅读全部内容",
        "登录平台查看进度，按季度通报",
        0.9,
    ),
    Rule(
        "preview",
        r"试读(?:结束|完毕)?|预览版|剩余.{0,4}(?:内容|未读|\d+\s*[页%])|(?:展开|阅读|查看)(?:全文|剩余|完整)(?:内容|部分)?",
        "only a part is shown",
        "剩余80%未读",
        "化解剩余存量债务",
        0.6,
    ),
    Rule(
        "scan a code",
        r"扫(?:一扫|码|描).{0,10}(?:关注|二维码|下载|入群|进群|加|领|咨询|获取|即可)|长按.{0,6}(?:识别|关注|扫)|入群|进群|拉群|加群",
        "a code leads to an account or a group",
        "扫码进群",
        "扫除青壮年文盲",
        0.6,
    ),
    Rule(
        "welcome",
        r"欢迎.{0,6}(?:关注|加入|订阅|咨询|投稿|选购|来电|光临|转发|收藏|分享|扫码|添加|进群|入群|访问|登录)|(?:敬请|记得|点击|请).{0,4}关注",
        "the reader is invited",
        "欢迎投稿",
        "深受群众欢迎",
        0.6,
    ),
    Rule(
        "like and share",
        r"(?:点赞|在看|转发|收藏|关注).{0,4}(?:点赞|在看|转发|收藏|分享)",
        "two of the things that readers of accounts are asked for",
        "点赞、收藏一下",
        "为先进典型点赞",
        0.5,
    ),
    Rule(
        "like",
        r"点赞|点个?“?(?:赞|在看)|转发.{0,4}(?:收藏|朋友圈)|朋友圈|一键三连|星标|置顶",
        "one of them; plans praise and post too",
        "转发到朋友圈",
        "转发上级文件",
        0.4,
    ),
    Rule(
        "resellers",
        r"举报.{0,8}(?:倒卖|盗版|会员|有奖|奖)|倒卖|盗版|盗卖|翻录|店铺|旺旺|淘宝|网盘|提取码|知识星球",
        "where copies are sold, and by whom",
        "网盘提取码见文末",
        "公布举报电话",
        0.5,
    ),
    Rule(
        "service number",
        r"客服|热线|加盟|代理|广告(?:位|招商|合作|投放)|招商(?:热线|电话)|商务合作|合作(?:微信|QQ|电话)",
        "who answers; offices have hotlines too",
        "商务合作请来电",
        "加强户外广告管理",
        0.3,
    ),
    Rule(
        "telephone",
        r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)",
        "a mobile or service number",
        "电话13800000000",
        "投资1380000万元",
        0.4,
    ),
)
"""What is for sale, where, and how the reader gets it."""

OWN_VOICE = (
    rf"[本此该](?:文(?!件)|{any_of(_TEXTS_AND_SITES)})|以上(?:资料|材料|文字)|"
    + ACCOUNT
    + r"|https?://|www\.|版权(?:均?归|所有|声明)|侵权(?:必究|[必即]?删|请|联系|告知)|仅(?:供|用于|限).{0,6}(?:学习|参考|交流)|免责声明|侵删|小编|微信同号|封号|必究"
)
"""A text that speaks of itself or gives an account or address, as the sentences of a plan do not."""

TRADE = (
    r"范文|公文(?!处理|办理|交换|运转|流转|管理|质量)|素材|模板|文库|题库|代写|代笔|文秘|VIP|vip|网盘|淘宝|(?:会员|VIP|vip).{0,4}群"
    r"|(?:更多|海量|全套|精品|优质|万[篇份]).{0,8}(?:资料|材料|文稿|文章|文档|文案|PPT|ppt)|(?:年费|终身|永久|开通|成为).{0,4}会员"
)
"""What the sellers of texts deal in; a plan's own sentence about an account or a code to scan names none of it."""

SALES_TALK = tuple(
    "平台 分享 共享 更新 迭代 实时 服务 免费 名额 质量 快捷 方便 安全 价格 海量 权益 点击 资源".split()
)
"""Words that adverts use and plans use as well; they count only beside an advert."""

WRITING = tuple("写作 写材料 公文 机关材料 文稿 范文 文秘 秘书 笔杆 文库".split())
"""The trade in texts, by name."""

CLAIM = (
    "专业|专注|一站式|更?简单|轻松|让.{2,10}更|帮[你您]|[为给][你您]|您的|[你您]身边|每[天日]|平台|之家|首选|领先|服务商|共享|海量"
    "|神器|助手|不求人|无忧|尽在|就[上来找用]|[上来找]"
)
"""What a trade claims for itself."""

TO_THE_READER = "请|欢迎|更多|您|[!！]|海量"
"""How a text speaks to its reader."""

HOST = r"(?:https?://)?(?:www\.)?[A-Za-z0-9\-]{2,}(?:\.[A-Za-z0-9\-]+){1,4}(?:/[\w\-./?=&%#]*)?"
OFFICIAL_HOST = r"\.gov(?:\.|\b)|\.edu(?:\.|\b)|\.mil(?:\.|\b)|@"
OFFICIAL_ADDRESS = r"(?:https?://)?[\w\-.]*\.(?:gov|edu|mil)(?:\.cn)?\b[\w\-./?=&%#]*"
KNOWN_HOST = rf"www\.|://|\.{_NETWORKS}\b"

ACCOUNT_NAME = r"\s*(?:@[\w\-·]{2,20}|(?:微信)?公众号\s*[:：丨|｜·]\s*[\w\-·]{2,20})\s*"
"""A line that is an account's name and nothing else."""

KEYS_WITHIN = frozenset(
    "QQ qq 关注公众号 关注微信公众号 公众号： 公众号: 公号 www. :// .com .cn .net 版权 转载 侵权 仅供 仅限 外传 扫码 二维码 加群 代写 "
    "V信 淘宝 网盘 文库 范文 加微 群号 未经授权 未经许可".split()
)
"""Strong words: only sentences with one of them are weighed within a paragraph, whose own text speaks against adverts."""

KEYS = KEYS_WITHIN | frozenset(
    "公众号 微信 下载 会员 扫描 客服 未经 声明 原创 投稿 出处 点赞 优惠 免费 内部资料".split()
)
"""Words without which a long line amid the text is not weighed at all."""

CONTACT = r"[（(]?(?:联系人|联系电话|联系方式|联系邮箱|电子邮箱|咨询电话|监督电话|地址)\s*[:：]"
"""How a plan names whom to ask, which may give an account."""

AUDIENCE = "各(?:单位|部门|级|支部|参会|科室|县|区|镇|乡|地)|职工|群众|市民|居民|党员|干部|师生|学员"
"""To whom a plan speaks."""
