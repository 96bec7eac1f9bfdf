"""Weigh the wording of a line for disclaimers, adverts and watermarks.

No single word decides: 会员, 订阅, 版权 and 微信群 all occur in plans. Each class of wording has a weight, the weights of
the classes present add up, and what a whole line says is read together with where and how it stands (``cleaning``).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plananalysis.corpus.lines import union
from plananalysis.language.verbs import PLAN_WORDS

_MATERIAL = "(?:范文|文稿|材料|资料|素材|模板|课件|公文|文案|文库|PPT|ppt|题库|真题|讲话稿|稿件|文档|文章|干货|作品|原文|全文)"
_CHANNEL = (
    "(?:微信号?|公众号|公号|QQ|Q群|扣扣|群(?![众团体策防工租岛落星])|客服|店铺|网店|淘宝|小程序|二维码|[VvＶ]信|[vV][xX]"
    "|薇信|徽信|星球|微店|抖音|头条号|视频号|小红书|管理员|助理)"
)
_SUBJECT = "(?:本(?:文|资料|文档|材料|稿|作品|站|网|店|平台|公众号|号|文库|课件|内容|模板)|以上(?:内容|资料|材料|文字)|文章|资料|图片|素材)"

_ADDRESS = r"https?://\S+|www\.[\w\-.]+|(?<![\w@.])[A-Za-z0-9\-]{2,}\.(?:com|cn|net|org|top|vip|cc|info|shop|xyz|club)\b"

_DISCLAIMER = (
    (1.0, r"仅(?:供|限|作|用于|做).{0,8}(?:学习|参考|交流|研究|内部使用|个人|阅读|预览|试读|借鉴|写作)"),
    (
        0.9,
        r"(?:请勿|禁止|严禁|不得|切勿|谢绝|不准|勿|不可|禁).{0,10}"
        r"(?:转载|外传|传播|转发|复制|商用|商业|倒卖|转卖|转售|上传|盗用|摘编|镜像|二次|外泄|翻印|搬运)"
        r"|(?:请勿|切勿|谢绝|勿|请不要).{0,6}(?:照搬|照抄|抄袭|套用)",
    ),
    (0.7, r"未经.{0,14}(?:许可|授权|允许|同意)"),
    (1.0, r"(?:版权|著作权)(?:均?归|所有|声明|属于|说明|问题)|Copyright|©|[Aa]ll [Rr]ights [Rr]eserved"),
    (
        1.0,
        r"侵权(?:必究|即?删|请|联系|告知|投诉)|侵犯.{0,8}(?:权益|版权|著作权).{0,6}(?:请|联系)|如有(?:侵权|雷同|异议|冒犯)"
        r"|违者(?:必究|.{0,4}责任)|后果自负|联系.{0,6}删除|(?:下载|小时|阅读)[后之]?内?.{0,10}删除",
    ),
    (0.8, r"原创(?:投稿|首发|作品|文章|内容|不易|声明|文稿)|首发于|独家(?:发布|首发|授权)"),
    (
        0.8,
        rf"{_SUBJECT}.{{0,4}}(?:系|为|来自|来源|源自|由|转自|摘自|整理自|转载自|选自|搜集|收集|摘录).{{0,24}}"
        r"(?:网络|互联网|投稿|上传|整理|公众号|作者|网友|用户|会员|原创|公开渠道|提供|所有)",
    ),
    (0.9, r"转载(?:请|须|需|时|自|来源|或)|(?:请|须|需|务必|敬请)(?:注明|标明|保留)(?:出处|来源|作者|原文)"),
    (1.0, r"不代表.{0,8}(?:观点|立场|意见|赞同)|观点.{0,6}(?:仅代表|属于|归)"),
    (
        0.9,
        r"免责声明|郑重声明|特别声明|版权说明|(?:重要|温馨|特别|友情)(?:声明|提醒|提示)\s*[:：]|^[【\[]?声明[】\]]?\s*[:：]",
    ),
    (
        0.4,
        r"内部(?:资料|材料|参考|文件)|概不负责|不承担.{0,8}(?:责任|风险)|风险自(?:担|负)",
    ),
    (0.5, r"注意保(?:密|存|管)$"),
    (1.0, r"侵删|(?:抄袭|盗用|转载)必究"),
    (
        0.6,
        r"小编.{0,8}(?:整理|推荐|收集|分享|提醒)|以上就是.{0,16}内容|希望对(?:大家|您|你).{0,8}帮助|感谢(?:您的)?阅读"
        r"|(?:供|为|给)大家.{0,4}(?:参考|学习|借鉴|分享|整理|推荐)|转载自[“《「]",
    ),
    (0.4, r"网络整理|整理自网络|结合.{0,10}实际.{0,8}(?:修改|使用|完善)"),
    (0.5, r"(?:照搬照抄|生搬硬套).{0,4}[!！]|自行(?:修改|完善|斟酌)|酌情(?:修改|使用)"),
)
_ADVERT = (
    (
        1.0,
        r"(?:QQ|qq|Q群|扣扣|企鹅)\s*(?:交流)?\s*(?:群|号)?\s*[:：]?\s*\d{5,}"
        r"|(?:微信|薇信|[VvＶ]信|[vVwW][xX]|WeChat|公众号ID?|客服)\s*号?\s*[:：]?\s*[A-Za-z][A-Za-z0-9_\-]{4,}",
    ),
    (
        0.9,
        r"(?:会员|交流|学习|资料|写作|公文|免费|粉丝|读者|QQ|微信|VIP|vip|材料|文秘|笔友)\s*(?:QQ|微信|交流)?\s*群\s*号?\s*[:：]",
    ),
    (
        0.7,
        rf"(?:(?:加|添加)(?![强快大速剧紧深以入重工])|联系|搜索?(?!集)|关注|扫码|扫描|扫一扫|长按|识别|私信|咨询|进入|拉你)"
        rf".{{0,10}}{_CHANNEL}",
    ),
    (0.6, _ADDRESS),
    (
        0.5,
        r"立享|立减|[专畅尊]享|畅读|名额有限|先到先得|数量有限|机不可失|优惠(?:价|券|码|中|活动)|特价|折扣|包邮|秒杀|限时|原价|现价|仅需|只需|低至|买一送|拼单|抢购|即送|即赠|返现"
        r"|\d+(?:\.\d+)?\s*元\s*(?:[/／每一]\s*(?:年|月|份|篇|套|人)|起|包|一份|开通|即可)|[￥¥]\s*\d+",
    ),
    (0.8, r"微信同号|付费(?:内容|文档|阅读|下载)|封号|阅读约需|下载全文|(?:后台|公众号)(?:留言|回复)"),
    (0.6, r"回复.{0,14}(?:领取|获取|下载|即可)|即可(?:获取|领取|下载)"),
    (0.4, r"充值|付费|付款|下单|售后|扫码支付|团购|赠送|福利|购买(?:本|后|链接|全套|资料|请|会员)|开通"),
    (0.4, r"会员|VIP|vip|SVIP|订阅"),
    (0.3, _MATERIAL),
    (0.3, r"(?:权益|特权|永久|终身|全年|无限)"),
    (
        0.6,
        r"(?:更多|海量|全套|精品|优质|独家|热门|最新|精选|[万千百]\+?篇|每日更新|持续更新|不断更新|上万|数万|数千).{0,10}"
        + _MATERIAL,
    ),
    (
        0.7,
        r"代写|代笔|代做|代发|定制(?:服务|写作|文稿)|私人定制|润色|包过|接单|承接.{0,6}(?:写作|文稿|材料|PPT)|笔杆子|老秘|秘书圈",
    ),
    (
        0.6,
        rf"下载(?:链接|地址|次数|全文|原文|本文|完整|{_MATERIAL})|免费.{{0,3}}(?:下载|领取?|获取|赠送|送|试用|QQ|微信|群|分享)"
        r"|(?:点击|领取|索取|打包|一键|后台).{0,8}(?:下载|阅读|资料|链接|全文|原文|回复|关注|领取|查看|链接)",
    ),
    (
        0.7,
        r"(?:请|须|需)(?:先|自行|在线)?下载|下载[后并].{0,4}(?:查看|阅读|编辑|使用|打开|获取)|(?:登录|登陆|付费|开通)后.{0,4}(?:下载|查看|阅读)",
    ),
    (0.6, r"试读|预览版|剩余.{0,4}(?:内容|未读|\d+\s*[页%])|(?:展开|阅读|查看)(?:全文|剩余|完整)"),
    (
        0.6,
        r"扫(?:一扫|码|描).{0,10}(?:关注|二维码|下载|入群|进群|加|领|咨询|获取|即可)|长按.{0,6}(?:识别|关注|扫)|入群|进群|拉群|加群",
    ),
    (
        0.6,
        r"欢迎.{0,6}(?:关注|加入|订阅|咨询|投稿|选购|来电|光临|转发|收藏|分享|扫码|添加|进群|入群|访问|登录)|(?:敬请|记得|点击|请).{0,4}关注",
    ),
    (0.5, r"(?:点赞|在看|转发|收藏|关注).{0,4}(?:点赞|在看|转发|收藏|分享)"),
    (0.4, r"点赞|点个?“?(?:赞|在看)|转发.{0,4}(?:收藏|朋友圈)|朋友圈|一键三连|星标|置顶"),
    (0.5, r"举报.{0,8}(?:倒卖|盗版|会员|有奖|奖)|倒卖|盗版|盗卖|翻录|店铺|旺旺|淘宝|网盘|提取码|知识星球"),
    (0.3, r"客服|热线|加盟|代理|广告(?:位|招商|合作|投放)|招商(?:热线|电话)|商务合作|合作(?:微信|QQ|电话)"),
    (0.4, r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)"),
)
_DISCLAIMERS = tuple((weight, re.compile(pattern)) for weight, pattern in _DISCLAIMER)
_ADVERTS = tuple((weight, re.compile(pattern)) for weight, pattern in _ADVERT)
_TRIGGER = re.compile(
    "仅[供限作用做]|[勿禁严不谢切拒杜].{0,12}[载传抄搬制用卖售]|未经|版权|著作权|opyright|©|侵权|侵犯|雷同|原创|首发|独家|本[文资材稿作站网平号模]"
    "|以上[内资材文]|转载|注明|不代表|声明|(?:提醒|提示)\\s*[:：]|内部|注意保|概不|不承担|自担|自负|必究|联系.{0,6}删除|照抄|照搬|酌情|QQ|qq|微信|信号|公号|公众号|群(?![众团体策防])|V信|[vV][xX]|薇"
    "|://|www|\\.(?:com|cn|net|org|top|vip|cc)|立享|立减|[专畅尊]享|畅读|名额有限|先到先得|数量有限|机不可失|优惠|特价|折扣|包邮|限时|原价|现价|只需|仅需|低至|\\d元|[￥¥]|会员|VIP|vip|订阅|更多|海量|全套|精[品选]"
    "|代[写笔做发]|定制|润色|笔杆|下载|免费|点击|领取|扫|长按|关注|欢迎|点赞|在看|朋友圈|倒卖|盗|店铺|淘宝|网盘|星球|客服|热线|加盟|广告|1[3-9]\\d{9}|400"
    "|侵删|抄袭|小编|大家|感谢|整理|结合|封号|回复|即可|代写"
    "|扣扣|范文|素材|模板|课件|文库|资料|购买"
)
_SALES_TALK = re.compile(
    "平台|分享|共享|更新|迭代|实时|服务|免费|名额|质量|快捷|方便|安全|价格|海量|权益|点击|资源"
)
_OWN_VOICE = re.compile(
    r"[本此该](?:文(?!件)|资料|文档|材料|稿|作品|站|网|公众号|号|文库|课件|模板)|以上(?:资料|材料|文字)|"
    + _ADVERT[0][1]
    + r"|https?://|www\.|版权(?:均?归|所有|声明)|侵权(?:必究|即?删|请|联系|告知)|仅(?:供|用于|限).{0,6}(?:学习|参考|交流)|免责声明|侵删|小编|微信同号|封号|必究"
)
_TRADE = re.compile(
    r"范文|公文(?!处理|办理|交换|运转|流转|管理|质量)|素材|模板|文库|题库|代写|代笔|文秘|VIP|vip|网盘|淘宝|(?:会员|VIP|vip).{0,4}群"
    r"|(?:更多|海量|全套|精品|优质|万[篇份]).{0,8}(?:资料|材料|文稿|文章|文档|文案|PPT|ppt)|(?:年费|终身|永久|开通|成为).{0,4}会员"
)
"""What the sellers of texts deal in; a plan's own sentence about an account or a code to scan names none of it."""
_WRITING = re.compile("写作|写材料|公文|机关材料|文稿|范文|文秘|秘书|笔杆|文库")
_CLAIM = re.compile(
    "专业|专注|一站式|更?简单|轻松|让.{2,10}更|帮[你您]|[为给][你您]|您的|[你您]身边|每[天日]|平台|之家|首选|领先|服务商|共享|海量|神器|助手|不求人|无忧|尽在|就[上来找用]|[上来找]"
)
_READER = re.compile("请|欢迎|更多|您|[!！]|海量")
_CLAUSE = re.compile(r"[^，,。；;！!？?\s（）()【】\[\]]+")
_MOSTLY = 0.5
_NEARLY_ALL = 0.65
_PLAN_WORDS = re.compile("|".join(PLAN_WORDS))
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?[A-Za-z0-9\-]{2,}(?:\.[A-Za-z0-9\-]+){1,4}(?:/[\w\-./?=&%#]*)?", re.ASCII
)
_OFFICIAL_ADDRESS = re.compile(r"(?:https?://)?[\w\-.]*\.(?:gov|edu|mil)(?:\.cn)?\b[\w\-./?=&%#]*", re.ASCII)
_OFFICIAL = re.compile(r"\.gov(?:\.|\b)|\.edu(?:\.|\b)|\.mil(?:\.|\b)|@")
_KEYS_WITHIN = (
    "QQ qq 关注公众号 关注微信公众号 公众号： 公众号: 公号 www. :// .com .cn .net 版权 转载 侵权 仅供 仅限 外传 扫码 二维码 加群 代写 "
    "V信 淘宝 网盘 文库 范文 加微 群号 未经授权 未经许可"
)
_KEYS_OF_LINES = "公众号 微信 下载 会员 扫描 客服 未经 声明 原创 投稿 出处 点赞 优惠 免费 内部资料"
KEYS_WITHIN = frozenset(_KEYS_WITHIN.split())
"""A paragraph without any of these holds no advert and no disclaimer between its sentences."""

KEYS = KEYS_WITHIN | frozenset(_KEYS_OF_LINES.split())
"""A longer line without any of these is no advert and no disclaimer."""

_KEY = re.compile("|".join(map(re.escape, sorted(KEYS, key=lambda key: (-len(key), key)))))


def keys_in(text: str) -> set[str]:
    """Return which of :data:`KEYS` a text has, in one pass.

    Examples
    --------
    >>> keys_in("用好公众号，建QQ群")  == {"公众号", "QQ"}
    True
    """
    return set(_KEY.findall(text))


def places_of(keys: Iterable[str], text: str) -> list[int]:
    """Return where any of some keys begins in a text, in order.

    Examples
    --------
    >>> places_of({"微信", "QQ"}, "QQ、微信、QQ")
    [0, 3, 6]
    """
    places = []
    for key in keys:
        at = text.find(key)
        while at >= 0:
            places.append(at)
            at = text.find(key, at + 1)
    return sorted(places)


class Weight(NamedTuple):
    """How much the wording speaks for a disclaimer and for an advert, in how many classes, and the strongest."""

    disclaimer: float
    advert: float
    classes: int
    strongest: float

    @property
    def total(self) -> float:
        """Both together: banners mix the two."""
        return self.disclaimer + self.advert


def weigh(text: str) -> Weight:
    """Return the weight of the wording of one line or sentence.

    Examples
    --------
    >>> weigh("更多资料请加QQ群：123456789").advert > 1.5
    True
    >>> weigh("加强微信群管理，引导群众依法办事").total < 0.5
    True
    """
    if not _TRIGGER.search(text):
        return Weight(0.0, 0.0, 0, 0.0)
    wording = _OFFICIAL_ADDRESS.sub("", text) if "." in text else text
    disclaimer = [weight for weight, pattern in _DISCLAIMERS if pattern.search(wording)]
    advert = [weight for weight, pattern in _ADVERTS if pattern.search(wording)]
    strongest = max((*disclaimer, *advert), default=0.0)
    return Weight(sum(disclaimer), sum(advert), len(disclaimer) + len(advert), strongest)


def is_wholly_so(text: str, *, amid: bool) -> bool:
    """Say whether adverts and disclaimers make up a text, and not one clause of a plan's line that goes on otherwise.

    A clause counts whole where a third of it is such wording; one that has little of it and words that plans are made
    of speaks against it. Amid running text hardly any clause may lack such wording; elsewhere half of them may.

    Examples
    --------
    >>> is_wholly_so("本文由会员上传，仅供学习参考，请勿转载！", amid=True)
    True
    >>> is_wholly_so("本文系原创投稿，坚持把学习摆在首位，健全责任制。", amid=False)
    False
    """
    wording = _OFFICIAL_ADDRESS.sub("", text)
    found = union(
        match.span() for _, pattern in (*_DISCLAIMERS, *_ADVERTS) for match in pattern.finditer(wording)
    )
    length = covered = silent = voiced = 0
    for clause in _CLAUSE.finditer(wording):
        start, end = clause.span()
        own = sum(max(0, min(b, end) - max(a, start)) for a, b in found)
        rest = end - start - own
        if rest > (1 if amid else 2) * own and _PLAN_WORDS.search(clause.group()):
            return False
        covered += end - start if own * 3 >= end - start else own
        length += end - start
        voiced += own > 0
        silent += not own
    return (
        covered >= (_NEARLY_ALL if amid else _MOSTLY) * length > 0 and silent * (3 if amid else 1) <= voiced
    )


def is_sales_talk(text: str) -> bool:
    """Say whether a line has words that adverts use and plans use as well; they count only beside an advert.

    Examples
    --------
    >>> is_sales_talk("自有平台，每日更新"), is_sales_talk("二〇二四年三月")
    (True, False)
    """
    return bool(_SALES_TALK.search(text)) or weigh(text).total > 0


def is_sellers_slogan(text: str) -> bool:
    """Say whether a short line praises a trade in texts.

    Examples
    --------
    >>> is_sellers_slogan("让公文写作更简单"), is_sellers_slogan("全市公文写作培训班")
    (True, False)
    """
    return bool(_WRITING.search(text)) and bool(_CLAIM.search(text))


def speaks_for_itself(text: str) -> bool:
    """Say whether a text speaks of itself or gives an account or address, which a plan's own sentences do not.

    Examples
    --------
    >>> speaks_for_itself("本站资料来自网络"), speaks_for_itself("严禁转发涉密文件")
    (True, False)
    """
    return bool(_OWN_VOICE.search(text))


def is_trade(text: str) -> bool:
    """Say whether a text names the goods of those who sell texts, or speaks for itself.

    Examples
    --------
    >>> is_trade("更多范文请关注公众号。"), is_trade("请市民扫码关注公众号，免费领取书籍。")
    (True, False)
    """
    return names_trade(text) or speaks_for_itself(text)


def names_trade(text: str) -> bool:
    """Say whether a text names the goods of those who sell texts.

    Examples
    --------
    >>> names_trade("海量范文任意下载"), names_trade("联系人：王五，微信号：ap12345")
    (True, False)
    """
    return bool(_TRADE.search(text))


def addresses_reader(text: str) -> bool:
    """Say whether a text speaks to its reader, as adverts and disclaimers do and the sentences of a plan do not.

    Examples
    --------
    >>> addresses_reader("更多范文请关注。"), addresses_reader("运营公众号，粉丝超过十万。")
    (True, False)
    """
    return bool(_READER.search(text))


def is_watermark(text: str) -> bool:
    """Say whether a line is hardly more than a site's address or an account's name.

    Examples
    --------
    >>> is_watermark("公文之友 www.example.com"), is_watermark("详见 www.example.gov.cn")
    (True, False)
    """
    host = _HOST.search(text)
    if host and re.search("[A-Za-z]", host.group()) and not _OFFICIAL.search(text):
        known = re.search(r"www\.|://|\.(?:com|cn|net|org|top|vip|cc|info|shop|xyz|club)\b", host.group())
        rest = re.sub(r"[\s\W_]", "", text.replace(host.group(), ""))
        return bool(known) and len(rest) <= 14
    return bool(re.fullmatch(r"\s*@[\w\-·]{2,20}\s*", text)) or bool(
        re.fullmatch(r"\s*(?:微信)?公众号\s*[:：丨|｜·]\s*[\w\-·]{2,20}\s*", text)
    )
