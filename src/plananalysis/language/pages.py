"""What web pages and printed pages put around a text: controls, captions, fields, notices of the site.

Controls and captions count on lines of their own; a field is a name, a colon and a short value. Fields that plans have
as well (时间：, 来源：) are *weak*: they count outside the running text only, and beside others or with a telling value.
"""

from plananalysis.language.numerals import UP_TO_TEN
from plananalysis.language.rules import Rule, any_of

CONTROL_VERBS = tuple("打印 关闭 下载 收藏 保存 复制 分享 转发 推荐 纠错 朗读 播放 刷新 评论 点赞".split())
CONTROL_OBJECTS = tuple(
    "本页 此页 本文 本稿 正文 文章 页面 窗口 全文 文字版 图片版 pdf版 pdf PDF版 PDF OFD版 OFD Word版 Word文档 WORD版 word文档 本文档 附件 文档 打印 链接 到 至 给好友".split()
)
"""What a control works on: 打印本页, 关闭窗口."""

CONTROLS = tuple(
    "返回 返回顶部 返回首页 返回列表 返回上一页 返回上级 返回主页 回到顶部 字号 文字大小 字体 字体大小 字体显示 网站支持多语种 无障碍 无障碍浏览 无障碍阅读 "
    "听全文 手机版 电脑版 简体 简体版 繁体 繁体版 语音播报 阅读模式 全屏 全屏阅读 退出全屏 加大 减小 还原 放大 缩小 放大字体 缩小字体 恢复默认 "
    "适老化 无障碍模式 我要纠错 我要分享 我要评论 我要打印 我要收藏 网站纠错 网站分享 添加收藏 设为首页 加入收藏 打印预览 语音朗读 暂停 停止 手机看 手机阅读 E-mail推荐 邮件推荐 "
    "全屏浏览 视力保护 视力保护模式 夜间模式 日间模式 护眼模式 猜你喜欢 关注我们 收藏此页 粗体文字 斜体文字 大标题文字 链接标题".split()
)
"""Other controls; a line of nothing else is none of the plan's."""

MODES = r"(?:进入)?(?:长者|关怀|老年|适老)(?:助手|模式|版)"

WEAK_CONTROLS = tuple(
    "特大 超大 默认 正常 标准 大 中 小 新浪微博 腾讯微博 微博 微信好友 微信 QQ空间 QQ好友 QQ qq 朋友圈 人人网 手机 更多 English EN 视力保护色 背景色 "
    "钉钉 支付宝 首页 上一页 下一页 尾页 末页 确定 取消 搜索 登录 注册".split()
)
"""Words that are controls beside another control only."""

STRONG_FIELDS = (
    r"浏览(?:次数|量|数)?|点击(?:次数|数|率|量)?|阅读(?:次数|量|数)?|访问(?:次数|量|数)?|责任编辑|责编|网络编辑|网站编辑"
    r"|信息来源|稿件来源|文章来源|内容来源|发布时间|发布日期|发表时间|更新时间|更新日期|录入时间|上传时间|发布人|发布者|发布单位"
    r"|发布机构|信息录入|录入(?:人|员|者)|索\s*引\s*号|主题分类|信息分类|公开(?:类别|方式|形式|范围|时限|属性|目录|日期)"
    r"|生成日期|信息索取号|组配分类|体裁分类|有\s*效\s*性|字体大小|字体|字号|视力保护色|分享(?:到|至)?|保护视力色"
    r"|信息索引号|所属主题|文章编号|信息编号|信息公开选项|打印日期|打印时间|主\s*题\s*词"
)
"""Fields that no plan has."""

WEAK_FIELDS = r"来\s*源|时\s*间|日\s*期|作\s*者|编\s*辑|审\s*核|审\s*签|校\s*对|供\s*稿|撰\s*稿|摄\s*影|(?:本[报网]|[\w]{2,6})?记者|通讯员|值班编委|初审|复审|终审|一审|二审|三审|审核人|审核发布"
"""Fields that a plan may have too."""

BOX_FIELDS = (
    r"成文日期|发文日期|发文机关|发文机构|发文单位|制发机关|发文字号|发文文号|文\s*号|文件编号|标\s*题|名\s*称|信息名称|关\s*键\s*词"
    r"|内容概述|有效期|生效日期|废止日期|语\s*种|服务对象|分\s*类"
)
"""Fields of the box that government sites set above a text; they count beside stronger ones."""

FIELDS = rf"(?:(?P<strong>{STRONG_FIELDS})|(?P<weak>{WEAK_FIELDS})|(?P<box>{BOX_FIELDS}))(?:\s*[:：]|\s+[|｜丨](?=\s))"
BARE_FIELDS = rf"(?:{STRONG_FIELDS}|{BOX_FIELDS})\s*[:：]?"
"""The name of a field on a line of its own; its value stands on the next."""

WHEN = (
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$"

PUBLISHER = r"[网报社台站局厅委部办会院校处科馆所刊宣媒端号]$|办公室$|中心$|政府$|公司$|杂志$|发布$|在线$|微信$|平台$|集团$|本站|原创|转载|[A-Za-z]"
"""What the value of 来源： is where it names who published the text."""

MEANS = "资金|拨款|经费|财政|收入|预算|补助|贷款|自筹|捐|债|投资|税|公开招|选调|招聘|数据|统计|调查|人员|水源|用地"
"""What it is where a plan speaks of the source of money, people or figures."""

_NUMBER = r"[0-9０-９]{1,4}"
_HAN_NUMBER = rf"[0-9０-９{UP_TO_TEN}百]{{1,5}}"

PAGE_NUMBERS = (
    Rule("between dashes", rf"^[-—–－―─·•~～]+\s*{_NUMBER}\s*[-—–－―─·•~～]+$", "a printed page's number", "— 3 —", "3"),
    Rule(
        "page so many",
        rf"^第\s*{_HAN_NUMBER}\s*页(?:\s*[,，/／(（]?\s*[共总]计?\s*{_HAN_NUMBER}\s*页\s*[)）]?)?$",
        "a page's number in words",
        "第3页 共10页",
        "第3页的表格",
    ),
    Rule(
        "of so many",
        r"^[共总]计?\s*\d{1,4}\s*页\s*[,，/／]?\s*(?:当前)?第\s*\d{1,4}\s*页$",
        "the number of pages comes first",
        "共10页 第3页",
        "共10页",
    ),
    Rule("page", r"^(?:Page|PAGE|page|P\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", "the same in English", "Page 3 of 10", "Page three"),
    Rule("slash", r"^\d{1,4}\s*[/／]\s*\d{1,4}\s*页$", "number and number of pages", "3/10页", "3/10"),
)  # fmt: skip

_OTHER_TEXTS = "相关|推荐|延伸|热门"
_SHARED_TO = any_of("微信 微博 新浪微博 QQ空间 QQ 朋友圈 更多".split())

_REPORTER = "(?:记者|通讯员)"
_PERSONS = r"[\u3400-\u9fff·]{2,4}(?:[\s、]+[\u3400-\u9fff·]{2,4}){0,4}"
_DID = "(?:摄影报道|报道|摄影|摄|文/?图|图/?文)"

NOTICES = (
    Rule(
        "where you are",
        r"^(?:您|你)?(?:现在|当前|目前)?的?(?:所在)?(?:当前)?的?位置\s*(?:[:：]|是|>|首页).{0,80}$",
        "the way to the page, announced",
        "您当前的位置：首页 > 规划计划",
        "位置优越，交通便利",
    ),
    Rule(
        "way to the page",
        r"^(?:网站|门户)?(?:首页|主页)\s*(?:[>＞»›/\-]+|[|｜]).{1,80}$",
        "the way to the page begins at its home",
        "首页 > 要闻",
        "首页设置专栏",
    ),
    Rule(
        "chain of columns",
        r"^[\u3400-\u9fff]{2,12}(?:\s*[>＞»›]+\s*[\u3400-\u9fff]{2,24}){1,6}\s*(?:[>＞»›]+\s*)?$",
        "columns of a site, one below the other",
        "政务公开 > 规划计划 > 正文",
        "增速>全市平均水平的3个百分点",
    ),
    Rule(
        "neighbouring pages",
        r"^[\[【<《]?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇)\s*(?:$|[:：\]】>》]).{0,80}$",
        "links to the pages before and after",
        "上一篇：某局召开会议",
        "上一页面的内容",
    ),
    Rule(
        "related",
        rf"^[【\[]?(?:{_OTHER_TEXTS}|最新)(?:链接|阅读|文章|新闻|信息|推荐|稿件|解读|文档|附件|专题|报道)[】\]]?\s*[:：]?(?:\s.{{0,60}})?$",
        "links to other texts, announced",
        "相关报道：",
        "相关信息及时上报",
    ),
    Rule(
        "related with a title",
        rf"^(?:{_OTHER_TEXTS})(?:文章|阅读|链接|新闻)(?:推荐)?\s*[:：].{{0,60}}$",
        "the same with the first of them",
        "相关阅读：某局召开会议",
        "推荐文章三篇",
    ),
    Rule("end mark", r"^[-—–=*·\s]{0,16}(?:THE\s+)?(?:END|End|end)[-—–=*·\s]{0,16}$", "the end, in English", "—END—", "END市场"),
    Rule(
        "links of the site",
        r"^[【\[(（]?(?:附件下载|阅读原文|查看原文|点击查看原文|返回顶部|回到顶部|网站地图|联系我们|关于我们|隐私声明|网站声明|使用帮助|打开APP|扫码下载)[】\])）]?.{0,10}$",
        "links that stand at the foot of every page",
        "网站地图",
        "关于我们工作中的不足和下一步打算",
    ),
    Rule(
        "scan to open",
        r"^.{0,6}扫一扫.{0,4}(?:在|用)?(?:手机|微信)?.{0,6}(?:打开|分享|查看|浏览|阅读|访问).{0,14}$",
        "a code that opens the page on a telephone",
        "扫一扫在手机打开当前页",
        "推广扫一扫支付",
    ),
    Rule(
        "by telephone",
        r"^(?:.{0,3}(?:用|使用)?手机(?:端)?(?:浏览|查看|扫描).{0,12}|手机扫一扫.{0,14}|扫码(?:查看|浏览|访问|打开)?(?:手机|移动)(?:版|端).{0,6})$",
        "the same in other words",
        "用手机浏览本页",
        "推行手机端一次办理",
    ),
    Rule(
        "registration of the site",
        r"^.{0,60}(?:ICP备|ICP证|公网安备|网站标识码).{0,60}$",
        "the numbers under which a site is registered",
        "某ICP备00000000号",
        "规范网站备案管理",
    ),
    Rule(
        "sponsors of the site",
        r"^(?:主办|承办)(?:单位)?\s*[:：].{1,40}(?:承办|技术支持|协办|维护).{0,60}$",
        "who runs a site, and who built it",
        "主办：县政府办公室 承办：县数据中心",
        "主办单位：省交通运输厅",
    ),
    Rule(
        "sponsor with its account",
        r"^(?:主办|承办)(?:单位)?\s*[:：]\s*\S{2,30}\s+(?:联系电话|地址|邮编|电话)\s*[:：].{1,60}$",
        "who runs a site, and how to reach it",
        "主办：县政府办公室 联系电话：0000-0000000",
        "主办：县教育局",
    ),
    Rule("technical support", r"^技术支持(?:单位)?\s*[:：].{1,50}$", "who built a site", "技术支持：某公司", "技术支持体系建设"),
    Rule("browser", r"^建议使用.{0,20}(?:浏览器|分辨率).{0,40}$", "how a site is best seen", "建议使用1024×768分辨率浏览", "建议使用节能灯具"),
    Rule("copyright", r"^(?:版权所有\s*[:：©].{1,50}|(?:Copyright|COPYRIGHT|copyright|©|[（(][cC][）)]).{0,80})$", "whose a site is", "版权所有：某县人民政府", "加强版权执法"),
    Rule(
        "share",
        rf"^分享到?\s*[:：]?(?:\s*{_SHARED_TO})+$",
        "the icons that share a page",
        "分享到：微信 微博",
        "分享到户的红利",
    ),
    Rule(
        "visitors",
        r"^(?:您是第?\s*\d+\s*位?(?:访客|访问者|浏览者|读者)|本(?:页|文|站)面?(?:访问|浏览|阅读|点击)(?:量|数|次数)\s*[:：]?\s*\d*\s*次?)$",
        "how many came",
        "您是第1024位访客",
        "本站停靠3次",
    ),
    Rule(
        "reading counts",
        r"^(?:(?:共有?|已有)\s*\d+\s*(?:人|次)(?:浏览|阅读|访问|点击|评论)|(?:浏览|阅读|访问|点击)(?:量|数|次数)?\s*\d+\s*次?)$",
        "how many read it",
        "已有1024人阅读",
        "已有1024人就业",
    ),
    Rule("explanation linked", r"^(?:政策)?解读(?:链接|稿件)\s*[:：].{0,60}$", "a link to what explains the text", "解读链接：一图读懂", "解读政策：3次"),
    Rule(
        "clock of the page",
        r"^(?:今天是|现在时间|当前时间|北京时间)?\s*[:：]?\s*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*[,，]?\s*(?:星期|周)[一二三四五六日天].{0,12}$",
        "the day on which the page was opened",
        "今天是2026年3月5日 星期四",
        "2026年3月5日",
    ),
    Rule("index number", r"^(?:索\s*引\s*号|信息索取号)\s*[A-Za-z0-9\-/—]{4,40}$", "the number of a paper in a register of papers", "索引号 000014349/2024-00012", "索引号管理办法"),
    Rule("size of letters", r"^\s*[AT]\s*[-+]\s*[/|]?\s*[AT]\s*[-+]\s*$", "buttons that change the size of the letters", "A+ A-", "A+级企业"),
    Rule(
        "reporter",
        rf"^[（(【]?(?:本[报网刊台]|新华社)?(?:首席|全媒体|融媒体?)?{_REPORTER}(?:[\s:：]+{_PERSONS})?\s*{_DID}[）)】]?$"
        rf"|^[（(【]?(?:本[报网刊台]|新华社)(?:首席|全媒体|融媒体?)?{_REPORTER}[\s:：]*{_PERSONS}?[）)】]?$"
        rf"|^[\u3400-\u9fff]{{0,8}}{_REPORTER}[\s:：]+{_PERSONS}$|^[（(【][\u3400-\u9fff]{{0,8}}{_REPORTER}\s*{_PERSONS}[）)】]$",
        "who wrote the report or took the picture, for a newspaper",
        "本报记者 张三 摄",
        "记者站建设",
    ),
    Rule(
        "credit of a picture",
        r"^[（(]?(?:图|文|图片|图文|摄影|资料图片?|供图|图源)\s*[/／|｜:：]\s*[\u3400-\u9fff\s、·]{2,20}[）)]?$"
        r"|^[（(]?[\u3400-\u9fff·]{2,4}(?:[\s、]+[\u3400-\u9fff·]{2,4}){0,2}\s*[\s/／]\s*(?:摄|供图)[）)]?$",
        "who took the picture",
        "图/李四",
        "图：四纵三横布局示意，分三期实施",
    ),
    Rule(
        "caption of a picture",
        r"^[（(]?(?:上图|下图|左图|右图)?图为(?![主先辅本纲])[\u3400-\u9fffA-Za-z0-9、，“”]{2,40}[）)]?$",
        "says what a picture shows",
        "图为干渠施工现场",
        "图为先行区，分三期实施。",
    ),
    Rule(
        "counts of a page",
        r"^(?:点赞|评论|收藏|转发|分享|赞)\s*[（(]?\d+[）)]?$|^\d+\s*(?:条评论|人点赞|人收藏|次转发)$",
        "how many liked it or said something",
        "点赞 12",
        "收藏12件文物",
    ),
    Rule(
        "released to the public",
        r"^[（(]?此件(?:公开发布|主动公开|依申请公开|不予?公开|删减后公开|发至[\u3400-\u9fff、]{1,20})[）)]?$",
        "a paper's note on who may see it",
        "（此件公开发布）",
        "此件办理情况于月底前报送",
    ),
)  # fmt: skip
"""Lines of the site, whole lines each."""

COPIED_TO = r"^(?:抄\s*送|抄\s*报|分\s*送)\s*[:：][^。]{2,120}。?$"
"""Whom a paper is copied to, at its foot."""

ENDS_OF_PAGES = r"责任编辑|责编|网站编辑|网络编辑|相关(?:报道|链接|阅读|新闻|文章|文档|信息|解读)|上一篇|下一篇|分享到|扫一扫|打印|关闭|返回顶部|版权所有|主办单位|网站标识码"
"""What stands below a text on a page; short lines that follow are links and nothing of the plan."""

LICENCE_OPENS = (
    r"^(?:本(?:作品|页面|页|文件|文档|文本|条目|文|网站内容|站内容)|此(?:作品|文件|页面)|除(?:非|另有))"
)
LICENCE_SAYS = r"公有领域|[Pp]ublic [Dd]omain|[Cc]reative [Cc]ommons|知识共享|CC[ -]?BY|CC0|署名[—\-－]?(?:非商业|相同方式|禁止演绎)|GNU|自由文档许可|版权到期|著作权保护期|不适用于该法"
"""How the licence of a collection of texts begins, and what only a licence says."""
