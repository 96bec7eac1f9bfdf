"""Numeric abbreviations (三会一课, 四个意识, 1+10+N), and the amounts, dates and targets that only look like them.

All expressions are for folded text: Arabic figures and Latin letters are narrow and small, commas are 、.
"""

from plananalysis.language.measures import ALL_MEASURES, COUNTS, DURATIONS, measures
from plananalysis.language.numerals import COUNTING_TO_TEN, ONE_TO_NINE
from plananalysis.language.rules import Rule, any_of

_HAN = r"[\u4e00-\u9fff]"

FIGURES = f"{COUNTING_TO_TEN}双"
"""Figures that an abbreviation counts with: 三会一课, 双招双引."""

GROUPING = "个大项种条类型张道步层级环"
"""Measure words and the like that stand between the figure and what is counted: 四个意识, 三大攻坚战."""

TIME_UNITS = "年月日天周季期时分秒届"
SIZE_UNITS = "元角亩米吨斤度倍成"
THINGS_COUNTED = "名户人口家所座部篇份件辆套批场起例只股把片块次号点"
AFTER_ONE = "些样般定直致边切旦"
"""Second characters of common words that begin with 一: 一些, 一般."""
FUNCTION_CHARACTERS = "来去为是在于与和及其的了等或且并"
POSITIONS = "后前内外上下中里间"
NUMBER_CHARACTERS = "余多几第百千万亿〇零"
QUANTITY = (
    TIME_UNITS + SIZE_UNITS + THINGS_COUNTED + AFTER_ONE + FUNCTION_CHARACTERS + POSITIONS + NUMBER_CHARACTERS
)
"""Characters that make the figure before them a quantity, an order or a common word."""

NOT_BEFORE = "第十百千万亿零〇点分之一二三四五六七八九两0-9.年月届近约共超达增"
"""Characters that make the figure behind them an ordinal, a part of a larger number or an amount."""

# What must not precede the number is asked after it, so that the search can jump from number to number.
_FIRST = rf"[{FIGURES}](?<![{NOT_BEFORE}][{FIGURES}])"

SHAPES = (
    Rule(
        "alternating",
        rf"{_FIRST}(?![{QUANTITY}]){_HAN}{{1,2}}?(?:、?[{FIGURES}](?![{QUANTITY}]){_HAN}{{1,2}}?){{1,3}}(?![{FIGURES}])",
        "number and word, twice or more",
        "三会一课",
        "三月一日",
    ),
    Rule(
        "counted",
        rf"{_FIRST}(?:[{GROUPING}]{_HAN}{{1,4}}|(?![{QUANTITY}]){_HAN}{{1,3}})",
        "number, measure word, noun",
        "八项规定",
        "八年",
    ),
    Rule(
        "sum",
        rf"[0-9a-z]+(?:\+[0-9a-z]+)+(?:{_HAN}{{2,8}})?",
        "so many of one thing and so many of another",
        "1+10+n",
        "1至10",
    ),
    Rule(
        "sum of words",
        rf"{_HAN}{{2,6}}\+{_HAN}{{2,6}}",
        "one thing brought into another",
        "互联网+渠务",
        "互联网和渠务",
    ),
)
"""Shapes that are searched for in a text."""

WHOLE_SHAPES = (
    Rule("figure first", rf"[{FIGURES}百千][^、]*", "a figure leads", "百渠攻坚", "渠岸攻坚"),
    Rule(
        "sum and more",
        r"[0-9]+(?:\+[0-9a-z]+)+.*",
        "a sum with what it is the name of",
        "1+6渠务清单",
        "渠务清单",
    ),
    Rule(
        "figures and articles",
        rf"[0-9]{{2,5}}(?:条.{{0,2}}|{_HAN}{{0,6}})",
        "a document is called by the number of its articles, a plan by its figures",
        "36条办法",
        "6艘船",
    ),
    Rule("one figure", rf"[0-9](?:个|大|项|条){_HAN}{{2,6}}", "as in words", "5大渠务", "5艘渔船"),
    Rule("articles at the end", r".{1,10}[0-9]+条", "as above, the matter first", "渠务20条", "渠务条例"),
)
"""Further shapes of a string as a whole."""

ORDINARY_WORDS = tuple(
    "一个 一项 一体化 一体推进 一揽子 一站式 一整套 一律 一些 一切 一旦 一般 一定 一直 一致 一半 一批 一系列 一起 一同 一并 一道 一方面 一次性 一贯 一流 一大批 一段 一如既往 一心一意 双方 双边 "
    "两岸 十分 十足 百姓 千方百计 千家万户 二氧化硫 二氧化碳".split()
)
"""Words that only happen to begin with a figure."""

_FIGURE = rf"(?:[0-9.]+|[〇零{COUNTING_TO_TEN}百千半几数]+)[多余]?[万亿]?[多余]?"
_UNIT = any_of((*ALL_MEASURES, *DURATIONS, "成"))
BOUNDS_BEHIND = tuple("以上 以下 以内 以外 左右 上下 及以上 之内 内".split())
"""What bounds an amount behind it."""
TIMES_BEHIND = tuple("以来 前 后 底 末 初 间 期间 时间".split())
"""What makes a time of a span of time behind it: 三年后; 数字底座 is none."""
_RANGE = any_of((*BOUNDS_BEHIND, *TIMES_BEHIND))
_BOUNDED = rf"{_FIGURE}(?:{_UNIT}{any_of(BOUNDS_BEHIND)}|{any_of(DURATIONS)}{any_of(TIMES_BEHIND)})"
BOUNDS_BEFORE = tuple("每 近 约 超 超过 达 达到 占 至少 最多 不少于 不低于 不超过 不高于 前 后".split())
"""What bounds an amount before it."""

COUNTS_AND_CLAUSES: tuple[Rule, ...] = (
    Rule(
        "order of items",
        rf"^[{FIGURES}]要[^{FIGURES}]+$",
        "what is to be done in the second place, and so on",
        "二要修渠",
        "两要两不要",
    ),
    Rule("clause", r".的.", "a figure may begin any clause", "两个渠段的岁修", "两个渠段"),
    Rule(
        "count", rf"^(?:[0-9]{{2,}}个|[{FIGURES}0-9]+个方面)", "how many there are", "28个渠段", "8个专项行动"
    ),
    Rule("grade", rf"^[{FIGURES}0-9](?:a+|星)?级", "how high something ranks", "五星级酒店", "五大级差"),
    Rule("ranking", r"^(?:[0-9]{2,}|[十百千])强", "the first so many of a list", "百强渠道", "三强渠道"),
    Rule("large amount", r"^[0-9.]+[万亿]", "an amount of money or people", "18亿元渠款", "18条渠规"),
)
"""What holds a figure, or a particle, and is neither an abbreviation nor a slogan: a count, a rank, a place in an order, a clause."""

NOT_ABBREVIATED = (
    Rule(
        "quantity",
        rf"^[{FIGURES}百千万亿0-9]+[{QUANTITY}]+$",
        "a figure and its unit and nothing else",
        "三百户",
        "三会",
    ),
    Rule("ordinary word", rf"^{any_of(ORDINARY_WORDS)}", "common words begin so", "一如既往", "一如渠务"),
    *COUNTS_AND_CLAUSES,
    Rule("bounded amount", rf"^{_BOUNDED}", "a span of time or an amount", "五天内", "五天讲堂"),
    Rule(
        "five-year plan",
        rf"^十?[{ONE_TO_NINE}]五(?:规划|期间|时期|末|[^、]{{3,}})",
        "the name of a five-year plan with more behind it; the name alone counts as an abbreviation",
        "十四五期间",
        "十四五",
    ),
)
"""What begins like an abbreviation and is none."""

AMOUNTS = (
    Rule(
        "amount",
        rf"^{any_of(BOUNDS_BEFORE)}?(?:{_BOUNDED}|{_FIGURE}{_UNIT}|{_FIGURE}{_RANGE}|百分之{_FIGURE}{_RANGE}?)"
        rf"(?:[办完到][结毕成位]|为止)?$",
        "an amount or a span of time, from end to end",
        "五个工作日内",
        "六个百分之百",
    ),
)

TARGETS = (
    Rule(
        "percentage in words",
        rf"百分之[〇零{COUNTING_TO_TEN}百]",
        "a share to be reached",
        "办结率百分之百",
        "分之",
    ),
    Rule("amount in figures", r"[0-9.]+[万亿%]", "a number so large is a target", "新增3万", "第3渠"),
    Rule(
        "count in figures",
        rf"[0-9]{{2,}}(?:{measures()})",
        "two figures and a measure word count what is to be done",
        "新建12座",
        "新建12渠",
    ),
    Rule(
        "frequency",
        rf"每(?:个)?{any_of('半年 年 季度 季 月 周 旬 日 天'.split())}.*(?:[{COUNTING_TO_TEN}1-9][次回场期遍批]|不少|至少)",
        "how often something is to be done",
        "渠务课每季度讲一次",
        "渠务课每季度讲",
    ),
    Rule(
        "bound",
        rf"{any_of('至少 不少于 不低于 不超过 不高于 不得少于'.split())}.*[{COUNTING_TO_TEN}0-9]",
        "a figure behind a bound",
        "不少于六渠",
        "不少渠务",
    ),
    *COUNTS_AND_CLAUSES,
    Rule("bounded amount", rf"^{_BOUNDED}", "an amount with its bound", "六米以上", "六米"),
)
"""What names a figure to be reached or how often something is to be done, or is a count or a clause and no slogan either."""

DATES = (
    Rule("year", r"[0-9]{4}年", "a year of the calendar", "2024年渠务会", "4年渠务会"),
    Rule("month or day", r"[0-9][月日]", "a day of the calendar", "7月巡渠", "七月巡渠"),
    Rule(
        "session",
        rf"[{COUNTING_TO_TEN}]届|[{ONE_TO_NINE}]中全会",
        "a session of a body",
        "十届渠务会",
        "换届渠务会",
    ),
    Rule(
        "people",
        rf"[0-9]{{2,}}{any_of(COUNTS)}",
        "a number of people is a fact of one year",
        "培训500人",
        "培训人",
    ),
)
"""What no slogan holds."""

FIGURE_FIRST = rf"^[{FIGURES}0-9]"
"""What most abbreviations begin with."""

COUNTED_TERM = (
    Rule(
        "counted term",
        rf"[{FIGURES}][个大项种条]?[^、{FIGURES}]{{1,3}}",
        "what a clause counts, whatever verb leads to it",
        "增强四个意识",
        "增强意识",
    ),
)
"""What tells a list of counted terms from another, as the verbs before them vary."""

PLAN_PERIODS = (
    Rule(
        "five-year plan",
        "^(?:第[一二三四五六七八九十]+个五年|(?:[一二三四五六七八九]|十[一二三四五六七八九]?)五)"
        "(?:规划(?:纲要)?|计划|时期|期间)?$",
        "names a stretch of five years and what is planned for it",
        "十一五规划",
        "十五五规划编制",
    ),
)
"""Names of plan periods: no slogans, however often they are written."""
