"""Amounts as plans write them: numbers with their unit, and the words around a number that only look like one.

An expression that begins with plain characters is searched for fast; what stands before it is looked at afterwards.
One to nine in Chinese is a slogan's number (三项机制) unless a bound stands before it, or something new is made.
"""

from types import MappingProxyType

from plananalysis.language.acts import MAKING
from plananalysis.language.measures import PER, events, measures
from plananalysis.language.numerals import ALL_MAGNITUDES, COUNTING, COUNTING_TO_TEN, ONE_TO_NINE
from plananalysis.language.rules import Rule, any_of

_UNITS = measures()
_ALL = f"零{COUNTING}{ALL_MAGNITUDES}"

BETWEEN = "(?:[-—–－―~～]{1,2}|至|到)"
"""What stands between the two ends of a range."""

AFTER = "[ \u3000]?(?:及?以上|左右|以内|以下|之内|上下)"
"""How an amount binds, behind it."""

_FIGURES = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
ARABIC = rf"(?<![\d.A-Za-z第前每+·/“-]){_FIGURES}(?:[{ALL_MAGNITUDES}]+(?:\d+[{ALL_MAGNITUDES}]+)*)?"
CHINESE = rf"[{COUNTING_TO_TEN}](?<![每第届红{ALL_MAGNITUDES}零{COUNTING}点之].)(?:(?<=十)|[十百千])[{_ALL}]*"
ONE = rf"(?<![第新再这每某届上下十百千万零{COUNTING}分])[{COUNTING}](?![{_ALL}])"
HUNDREDTHS = rf"[百千]分之[零{COUNTING}十百]+(?:点[零{ONE_TO_NINE}]+)?"
PEOPLE_AND_NAMES = "级|多?人口[的大]|多?人民|中国|中华|各族|同胞|儿女|大军|大关"
"""What 14亿 counts without being an amount: 14亿人民."""

_TO = (
    rf"(?:(?P<low_unit>{_UNITS})?[ \u3000]?{BETWEEN}(?P<to>{_FIGURES}[{ALL_MAGNITUDES}]*|[{COUNTING}十百]+))?"
)
_REST = (
    rf"{_TO}(?P<odd>[多余])?(?P<more>[万亿]+)?[ \u3000]?"
    rf"(?:(?P<unit>(?:{_UNITS})(?:[/每]{any_of(PER)})?(?:[（(](?:{_UNITS})[）)])?)(?!级)|(?<=[万亿])(?=[，。；、）),;]|$)"
    rf"|(?<=\d[万亿])(?!{PEOPLE_AND_NAMES})(?=[\u4e00-\u9fff■]))"
    rf"(?P<after>{AFTER})?"
)

MADE_OR_BOUNDED = "不少于|不低于|至少|最少|不超过|至多|新增|新建|建成|新设"
"""What makes a number below ten an amount: a bound, or that something is new."""

LENGTHS = "个?小时|天|个?工作日|个月|分钟"
"""Lengths of time."""

AMOUNTS = (
    Rule(
        "hours and days",
        rf"(?P<before>不少于|不低于|至少|不超过|累计)(?P<number>\d[\d.]*|[{COUNTING}]?十?[{COUNTING_TO_TEN}])(?P<unit>{LENGTHS})"
        rf"(?P<after>{AFTER})?(?![内前])",
        "a length of time is an amount where it is bounded, a deadline otherwise",
        "学习不少于40个小时",
        "40个小时内办结",
    ),
    Rule(
        "length reached",
        rf"(?P<before>(?:缩短|压缩|压减|控制|延长|提高|增加|达|减少|提升|降低)(?:到|至|为|在))(?P<number>\d+(?:\.\d+)?)(?P<unit>{LENGTHS}|[年岁])"
        rf"(?P<after>{AFTER})?(?![内前底末])",
        "so it is where it changes to it",
        "等候时间缩短至3天",
        "到2027年底",
    ),
    Rule(
        "doubled",
        rf"翻(?P<number>[{COUNTING}])(?P<unit>番)(?P<after>{AFTER})?",
        "so many times twice as much",
        "产值翻一番",
        "翻修一番",
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
        "a number in digits with its unit, or the two ends of a range",
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
        "starting point",
        r"(?<=[从由])(?P<number>\d+(?:\.\d+)?)(?P<unit>)(?=[\u4e00-\u9fff]{2}(?:到|至|为)\d)",
        "the number from which another is reached takes its unit from that one",
        "标准从80提高到95元",
        "从80人提高",
    ),
    Rule(
        "bare number",
        rf"(?<=[到至在为超过于达])(?P<number>\d+(?:\.\d+)?)(?P<unit>)(?P<after>{AFTER})?(?=[，。；、）)]|$)",
        "an index has no unit; a verb that says what it reaches makes it an amount",
        "融合指数达到92以上",
        "融合指数92",
    ),
    Rule(
        "bounded number below ten",
        rf"(?P<before>{MADE_OR_BOUNDED})(?!一批)(?P<number>{ONE})(?P<unit>{_UNITS})(?P<after>{AFTER})?",
        "a bound makes a number below ten an amount",
        "至少两次，建成三座",
        "健全三项机制",
    ),
    Rule(
        "so many are made",
        rf"{any_of(MAKING)}(?P<number>[{COUNTING[1:]}]|十)"
        rf"(?P<unit>家|所|座|处|道|条(?!例)|户|间|栋|辆|台(?!账)|名(?!单)|支(?!部|持)|场(?!所|地|景)|期(?!工程)|套)(?P<after>{AFTER})?",
        "so does a verb of making before it",
        "改造两座危桥",
        "建设一支队伍",
    ),
    Rule(
        "events",
        r"(?:(?:开展|举办|组织|召开|进行|安排|讲|上|公布|公开|报告|听取|研究|通报|调度|走访|培训|轮训|演练|排查|检查|体检|评议|督查)[了过]?"
        r"|(?:举办|组织|召开|开展)[^，。；]{2,16}(?=..[，。；])"
        rf"|(?P<period>[年月周日季旬度]|学期)[^，。；]{{0,12}}?)(?P<number>{ONE}|十)(?:{BETWEEN}(?P<to>[{COUNTING_TO_TEN[1:]}]))?(?P<unit>{events()})(?P<after>{AFTER})?",
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


SIGNS = MappingProxyType({
    "hours and days": "小时|天|工作日|个月|分钟",
    "length reached": "小时|天|工作日|个月|分钟|年|岁",
    "doubled": "番",
    "share": "分之|成",
    "number": r"\d",
    "number in Chinese": "[十百千]",
    "bare number": r"[到至在为超过于达]\d",
    "starting point": r"[从由]\d",
    "bounded number below ten": MADE_OR_BOUNDED,
    "so many are made": f"[设立造建育增放派进][{COUNTING_TO_TEN[1:]}]",
    "events": f"[{COUNTING_TO_TEN}][次期场轮遍堂批题课节回]",
    "so many each time": "每",
})  # fmt: skip
"""What a sentence must hold for each of them; a test proves that nothing is lost."""

NUMERAL = rf"[\d{COUNTING}十百千]"
"""What any of them holds."""

PARTS = "分之"
TENTHS = "成"
PER_CENT = ("百分之", "千分之")
