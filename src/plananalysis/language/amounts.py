"""Amounts as plans write them: numbers with their unit, how they bind, and what only looks like one.

An expression that begins with plain characters is searched for fast; what stands before it is looked at afterwards.
One to nine in Chinese is a slogan's number (三项机制) unless a bound stands before it, or something new is made.
"""

from types import MappingProxyType

from plananalysis.language.measures import events, measures
from plananalysis.language.numerals import COUNTING, COUNTING_TO_TEN, ONE_TO_NINE
from plananalysis.language.rules import Rule

_UNITS = measures()
_ALL = f"零{COUNTING}十百千万亿"

BETWEEN = "[-—–－~～至到]"
"""What stands between the two ends of a range."""

BEFORE = (
    "不少于|不低于|不小于|不得少于|不得低于|至少|最少|不超过|不高于|不多于|不得超过|至多|最多|不大于|超过|突破|高于|多于|大于|"
    "低于|少于|超|约|近|大约|达到|达"
)
"""How an amount binds, before it."""

AFTER = "以上|及以上|左右|以内|以下|之内|上下"
"""The same, behind it."""

ARABIC = r"\d(?<![\d.．A-Za-zＡ-Ｚ第前每＋+·/“-]\d)[\d,]*(?:[.．]\d+)?[十百千万亿]*"
CHINESE = rf"[{COUNTING_TO_TEN}](?<![每第十百千万亿零{COUNTING}点之].)(?:(?<=十)|[十百千])[{_ALL}]*"
ONE = rf"(?<![第新再这每某上下十百千万零{COUNTING}分])[{COUNTING}](?![{_ALL}])"
HUNDREDTHS = rf"[百千]分之[零{COUNTING}十百]+(?:点[零{ONE_TO_NINE}]+)?"

_REST = (
    rf"(?:{BETWEEN}(?P<to>\d[\d,]*(?:[.．]\d+)?[十百千万亿]*|[{COUNTING}十百]+))?(?P<odd>[多余])?(?P<more>[万亿])?[ \u3000]?"
    rf"(?:(?P<unit>{_UNITS})|(?<=[万亿])(?=[，。；、）),;]|$)"
    r"|(?<=\d[万亿])(?!级|多?人民|中国|中华|各族|同胞|儿女|大军|大关)(?=[\u4e00-\u9fff■]))"
    rf"(?P<after>{AFTER})?"
)

AMOUNTS = (
    Rule(
        "hours and days",
        rf"(?P<before>不少于|不低于|至少|不超过|累计)(?P<number>\d[\d.]*|[{COUNTING}]?十?[{COUNTING_TO_TEN}])(?P<unit>个?小时|天|个?工作日|个月)"
        rf"(?P<after>{AFTER})?(?![内前])",
        "a length of time is an amount where it is bounded, a deadline otherwise",
        "学习不少于40个小时",
        "40个小时内办结",
    ),
    Rule(
        "share",
        rf"(?P<number>{HUNDREDTHS}|[{COUNTING}]成(?=以上|左右|[，。；、）)]|$)|"
        rf"[{COUNTING_TO_TEN[1:]}]分之[{COUNTING}])(?P<after>{AFTER})?",
        "shares in words",
        "百分之九十五以上",
        "十分重要",
    ),
    Rule(
        "number",
        rf"(?P<number>{ARABIC}){_REST}",
        "a number in digits with its unit",
        "搬迁2.14万户",
        "第3户",
    ),
    Rule(
        "number in Chinese",
        rf"(?P<number>{CHINESE}){_REST}",
        "a number from ten up, in Chinese, with its unit",
        "新增学位一百五十个",
        "第十五个五年",
    ),
    Rule(
        "bounded number below ten",
        rf"(?P<before>不少于|不低于|至少|最少|不超过|至多|新增|新建|建成|新设)(?P<number>{ONE})(?P<unit>{_UNITS})(?P<after>{AFTER})?",
        "a bound makes a number below ten an amount",
        "至少两次，建成三座",
        "健全三项机制",
    ),
    Rule(
        "so many are made",
        rf"(?:建设|建立|改造|修建|打造|培育|创建|增设|设立|投放|选派|引进)(?P<number>[{COUNTING[1:]}]|十)"
        rf"(?P<unit>家|所|座|处|道|条(?!例)|户|间|栋|辆|台(?!账)|名(?!单)|支(?!部|持)|场(?!所|地|景)|期(?!工程)|套)(?P<after>{AFTER})?",
        "so does a verb of making before it",
        "改造两座危桥",
        "建设一支队伍",
    ),
    Rule(
        "events",
        r"(?:(?:开展|举办|组织|召开|进行|安排|讲|上|公布|公开|报告|听取|研究|通报|调度|走访|培训|轮训|演练|排查|检查|体检|评议|督查)[了过]?"
        r"|(?:举办|组织|召开|开展)[^，。；]{2,16}(?=..[，。；])"
        rf"|(?P<period>[年月周日季旬期度])[^，。；]{{0,12}}?)(?P<number>{ONE}|十)(?:{BETWEEN}(?P<to>[{COUNTING_TO_TEN[1:]}]))?(?P<unit>{events()})(?P<after>{AFTER})?",
        "how often, beside a period or a verb of holding",
        "每季度研究一次",
        "第一次会议",
    ),
    Rule(
        "so many each time",
        rf"每(?:半?[年月周季日天]|[两三]个?[年月周])[^，。；]{{0,12}}?(?P<number>{ONE})(?P<unit>个(?!月|工作日|部门|单位)|篇|名|天|件)(?P<after>{AFTER})?",
        "what is done each month or year",
        "每月确定一个主题",
        "每个单位一个样",
    ),
)
"""Wordings of amounts in the order in which they are looked for; a later one takes no place of an earlier one."""

SHARE = "share"
"""The rule whose bound may stand before a noun: 不低于总数的三成."""

MADE_OR_BOUNDED = "不少于|不低于|至少|最少|不超过|至多|新增|新建|建成|新设"

SIGNS = MappingProxyType({
    "hours and days": "小时|天|工作日|个月",
    "share": "分之|成",
    "number": r"\d",
    "number in Chinese": "[十百千]",
    "bounded number below ten": MADE_OR_BOUNDED,
    "so many are made": f"[设立造建育增放派进][{COUNTING_TO_TEN[1:]}]",
    "events": f"[{COUNTING_TO_TEN}][次期场轮遍堂批题课节回]",
    "so many each time": "每",
})  # fmt: skip
"""What a sentence must hold for each of them; a test proves that nothing is lost."""

NUMERAL = rf"[\d{COUNTING}十百千]"
"""What any of them holds."""

BOUND = (
    rf"(?P<bound>{BEFORE})(?P<share>[^，。；\d]{{1,8}}的)?$"
    rf"|(?P<each>(?:(?P<first>{BEFORE})|)每(?:立方米|平方米|平方公里|千人|万人|亩|公顷|百户|人)(?:口?拥有|(?P<middle>不少于|不低于))?)$"
)
"""What binds an amount, right before it: 不少于, 每千人口拥有."""

WHO = r"(?:及?以上|以下)的?[\u4e00-\u9fff]"
"""20户以上自然村, 吨以上的单位: who is meant, not what is promised, unless something is made so many."""

MADE = r"(?:[新扩增]增|新建|建成|建设|改造|培育|打造|引进|引育|招引|达到?|完成|实施|发展|创建|争创|争取|推动|支持|力争|确保|培训|发放|盘活|认定|整治|超|约|在)$"

LEAST = "不得?(?:少于|低于|小于)|至少|最少|(?<!不)超|突破|(?<!不)(?:高于|多于|大于)"
MOST = "不得?(?:超过|高于|多于|大于)|至多|最多|(?<![不得])(?:低于|少于)|以内|以下|之内"
ABOUT = "约|近|左右|上下"
AT_LEAST_AFTER = ("以上", "及以上")

VERBS = frozenset(("新增", "新建", "建成", "新设", "达到", "达", "累计"))
"""What binds an amount and is no part of its wording."""

PARTS = "分之"
TENTHS = "成"
PER_CENT = ("百分之", "千分之")
