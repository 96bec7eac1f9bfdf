"""When and how often: deadlines, frequencies, and what day a word for a part of the year stands for."""

from types import MappingProxyType

from plananalysis.language.measures import LENGTHS_OF_TIME
from plananalysis.language.numerals import COUNTING_TO_TEN, ONE_TO_NINE, UP_TO_TEN
from plananalysis.language.rules import any_of

CALENDAR_LENGTHS = ("自然日", "星期")
"""Lengths of time that no amount is counted by."""
NUMBER = rf"(?:\d{{1,3}}|[{COUNTING_TO_TEN}]{{1,3}})"
SPAN = f"{NUMBER}个?{any_of((*LENGTHS_OF_TIME, *CALENDAR_LENGTHS))}"
"""A length of time."""

BY = "(?:之前|以前|前)"
"""What makes a time the one before which a thing must be done."""

DATED = (
    r"(?=[到至从自今本明后当0-9十一二三四五六七八九年岁底末内上下第之以前])(?<![去上前]年)(?:[到至从自](?=20|今|本|明|年|1?\d月))?(?:(?P<year>20\d\d)年|(?P<relative>今年|本年度?|明年|后年|当年))?(?:"
    rf"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[{ONE_TO_NINE}])月份?"
    rf"(?:(?P<day>\d{{1,2}})日|(?P<part>底|末|初|上旬|中旬|下旬))?(?P<bound>{BY}|起)?"
    rf"|(?P<end>(?<![每去上前])年[底末]|岁末|(?<![\d数几多来半十一二两三四五六七八九])年[前内]|(?:(?<=\d{{4}}年)|(?<=[今本明当后]年))[底末内]){BY}?"
    rf"|(?P<half>上半年|下半年|(?<![今去明前当近每本数整\d])年中(?=[前之以，、。；：完实建开投启基]|$)){BY}?"
    rf"|(?<![前每按])第?(?P<quarter>[一二三四1-4])季度(?:{BY}|末|底|内|(?=完成|启动|开工|建成|投产|实现|出台|印发|召开|组织|开展))"
    r"|(?<=年)(?P<before>之前|以前|前)(?![我的])"
    r")|(?<!年)[到至](?P<by>20\d\d)年(?!度|间)"
)
"""A deadline that names a month, a quarter, a half or the end of a year: 6月底前, 年底前, 到2027年."""

UNDATED = (
    rf"(?:提前)?(?:{SPAN}|半年)(?:之内|以内|内)(?![的部容外涵])|提前{SPAN}"
    r"|(?:当日|当天|即日|次日)(?=[^，。；]{0,6}(?:办|结|清|报|改|毕|送|完))"
    rf"|(?P<season>节|汛期|汛|学期|学年|采暖季|供暖季|入冬|开学|换届|两会|高温季)(?:来临|开始|结束|到来)?{BY}"
    r"|(?:十[四五六]五|■)(?:期?末)|规划期末"
    rf"|{NUMBER}年(?=就(?:可|能|要|完|实))"
)
"""A deadline of which no day can be told: 3个工作日内, 汛期前, 十四五末."""

WHOLE_YEAR = r"全年|今年|明年|本年度|年内|今明两年|20\d\d年(?![—–－~至到度间以来底末内前级初]|\d)"
"""What dates a quantity and is no promise by itself."""

REACHED = "完成|取消|建成|竣工|通车|投产|开工|出台|印发|颁布|免除|免征|启动"
"""Verbs of what is over once it is done."""

THIS_YEAR = rf"今年(?=[，,]?(?!是)[^，。；]{{0,20}}(?:{REACHED}))"
"""With such a verb the year is a deadline."""

FREQUENCY = (
    rf"每(?:半年|年度?|(?:{NUMBER}个?|个)?(?:月|周|季度?|星期|学期|旬|学年)|{NUMBER}年|半个?月|日|天)(?!增长|下降|均|人)"
    r"(?!(?:最高|提高|增加|补助|补贴|不低于|多挣|增收)*\d[\d.]*万?[元块])"
    rf"(?:至少|不少于|不低于|[\u4e00-\u9fff]{{0,4}}?)?(?:(?:\d+|[{COUNTING_TO_TEN}])[次期场轮遍堂批])?"
    r"|(?:半年|[一两二三]年|[一双]周|[一两]个?月|一季度?)(?:至少)?[一两二三四1-4][次期场轮遍课题会]"
    r"|(?:按|逐)(?:周|月|季度?|旬|半年)(?![计])"
)
"""How often: 每季度一次, 半年一次, 按月; an amount of money a month is none."""

MAY_BE_DATED = (
    r"[年岁月上下季到至](?:(?<=年)[底末内中前之以]|(?<=岁)末|(?<=月)份?(?:[底末前初之以起]|[上中下]旬|\d)|(?<=[上下])半年"
    r"|(?<=季)度[末底内前之以完启开建投实出印召组]|(?<=[到至])20)"
)
"""Every deadline with a day holds one of these. The search jumps from one of the first characters to the next; each case
then looks back at its own, which takes a fraction of the time. A test proves that nothing is lost, here and below."""

MAY_BE_UNDATED = (
    "[内前提末当即次就](?:(?<=[时日天周期月年钟之以]内)|(?<=[节汛期年季冬学届会始束临到之以]前)|(?<=提)前|(?<=[期五■]末)"
    "|(?<=当)[日天]|(?<=[即次])日|(?<=年就))"
)
MAY_BE_FREQUENT = "[每按逐次期场轮遍课题会](?:(?<=每)|(?<=[按逐])[月季周旬半]|(?<=[年周月季度少][一两二三四1-4][次期场轮遍课题会]))"

LAST_DAYS = MappingProxyType({"初": 10, "上旬": 10, "中旬": 20})
"""Last day of a part of a month."""

LAST_MONTHS = MappingProxyType({"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12})
"""Last month of a quarter."""

MONTHS = MappingProxyType({char: i for i, char in enumerate(UP_TO_TEN, start=1)} | {"十一": 11, "十二": 12})

YEARS_AHEAD = MappingProxyType({"明年": 1, "后年": 2})
"""How many years after the document's own."""
