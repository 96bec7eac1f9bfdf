"""Does a text look back or ahead: the words of headings, titles and sentences that say so.

``YEAR`` and ``LAST`` in a pattern stand for the number of the document's year and of the one before it
(:func:`of_year`).
"""

from collections.abc import Sequence

from plananalysis.language.rules import Rule

AHEAD_HEADINGS = (
    Rule(
        "times to come",
        "今后|未来(?:[一三五几]年|一个时期)|下一?步|下阶段|今年|展望",
        "names the time to come",
        "下一步工作",
        "近几年工作",
    ),
    Rule(
        "goals and tasks",
        "(?:目标|主要|重点|工作)任务|(?:预期|发展|主要|工作|总体)目标|总体要求|(?:总体|工作)思路|指导思想|民生实事|惠民实事",
        "names what is to be reached or done",
        "主要预期目标",
        "目标完成情况",
    ),
    Rule(
        "arrangements",
        "工作(?:安排|打算|计划|部署|重点|要点|举措)|重点工作|(?:主要|重点)举措|保障措施",
        "names how it is to be done",
        "渠务工作安排",
        "渠务工作总结",
    ),
)
"""Headings of what is to be done."""

BACK_HEADINGS = (
    Rule(
        "times gone by",
        "回顾|过去[一五两三]?年|[一五]年来|去年|上一?年度?(?:工作|的|主要)",
        "names the time gone by",
        "过去五年的渠务",
        "未来五年的渠务",
    ),
    Rule(
        "work done",
        "工作总结|工作(?:开展)?情况|工作(?:成效|成绩|进展)|主要(?:成效|成绩|做法|成就)|取得的?(?:主要)?(?:成效|成绩|成就|进展)",
        "names what was done and came of it",
        "主要成效",
        "提高成效",
    ),
    Rule(
        "state of things",
        "^发展(?:基础|现状|环境|形势|成就)|面临(?:的)?(?:形势|挑战|问题)|现状(?:与|和)",
        "says how things stand",
        "发展基础",
        "夯实发展基础",
    ),
    Rule(
        "shortcomings",
        "(?:存在|面临|主要)的?(?:主要|突出)?(?:问题|不足|困难|短板)",
        "says what is lacking",
        "存在的主要问题",
        "解决渠道淤塞问题",
    ),
    Rule(
        "about the plan",
        "编制背景|规划背景|指标解释",
        "says how the plan came about or is to be read",
        "编制背景",
        "编制规划",
    ),
)
"""Headings of what was done, and of how things stand."""

REVIEW_BY_NAME = ("回顾", "总结")
"""A heading that looks both ways and has one of these does not tell."""

RESULTS = (
    Rule(
        "results",
        "取得.{0,6}(?:成效|成绩|进展|成果|成就)",
        "a heading that states a result looks back",
        "渠务取得显著成效",
        "取得各方支持",
    ),
)
URGED = "推动 力争 确保 努力 争取 促进 实现 上取得 见".split()
"""取得成效 is a result, 推动取得成效 a task."""

AHEAD_BELOW_BACK = (
    Rule(
        "ahead after all",
        r"今后|下一?步|下阶段|打算|安排|计划|目标|20\d\d",
        "a heading inside a review that looks ahead has to say so: its 重点工作 are those of the review",
        "下步打算",
        "重点工作",
    ),
)

TURN_AHEAD = (
    Rule(
        "this year's goals",
        r"(?:今年|YEAR年|下一步)[^，。；\n]{0,14}(?:总体要求|总体思路|主要目标|预期目标|目标任务|重点任务|工作安排|重点(?:抓好|做好|工作))",
        "opens the goals or the work of the year",
        "今年渠务工作的总体要求是：",
        "去年渠务工作的总体要求是：",
    ),
    Rule(
        "to do the year's work well",
        r"做好(?:今年|YEAR年)[^，。；\n]{0,14}工作",
        "says what the year's work takes",
        "做好今年的渠务工作",
        "做好渠务工作",
    ),
    Rule(
        "what the year asks",
        r"今年[，,]?(?:我们)?(?:要|将)?(?:重点|着重|主要)?(?:抓好|做好)[^。；\n]{0,10}(?:工作|任务)",
        "lists the work of the year",
        "今年，我们要重点抓好三项工作",
        "今年以来抓好三项工作",
    ),
)
"""Sentences after which a report without telling headings speaks of the year to come."""

TURN_BACK = (
    Rule(
        "the past year's work",
        "(?:^|\n)[^\n。]{0,12}?(?:过去(?:的)?一年|一年来|LAST年)[，,](?:我们|在|面对|全|市|县|区|省|局|各)",
        "opens the report on the past year",
        "过去一年，我们疏浚渠道。",
        "过去一年疏浚的渠道要管护好。",
    ),
    Rule("review", "回顾(?:过去|LAST年)", "names the review", "回顾过去的工作", "回顾渠史"),
)
"""The same for the year gone by."""

PAST_STARTS = (
    Rule(
        "spans gone by",
        r"^\W*(?:一年来|过去(?:的)?[一五]年|去年|上年|五年来|近年来|[一前][一二三]季度)",
        "names a span that has ended or lasts until now",
        "一年来，渠道通水。",
        "一年内，渠道要通水。",
    ),
    Rule(
        "until now",
        r"^\W*(?:截至|截止|目前)",
        "says how things stand today",
        "目前，有渠道12条。",
        "按目前进度，渠道将通水。",
    ),
    Rule(
        "last year by its number",
        r"^\W*LAST年[，,](?!.{0,4}[要将])",
        "names the year before the document's",
        "LAST年，渠道通水。",
        "LAST年，渠道要通水。",
    ),
)
"""How a sentence about the past begins."""

REVIEW_STARTS = (
    Rule(
        "review",
        r"^\W*(?:回顾)?(?:过去(?:的)?(?:[一三五]年|这一年)|一年来|五年来|五年间|去年|上年|LAST年)[，,](?!.{0,4}[要将])",
        "a span gone by with a comma behind it opens a report; without one it is a remark, and the next sentence may say what to do",
        "过去一年，渠道都已通水。",
        "去年疏浚渠道9条。",
    ),
)
"""How a sentence begins after which the paragraph goes on about the past."""

PAST = (
    Rule(
        "compared or summed up",
        "同比|累计|先后|共(?:有|计|开展|举办|组织|完成|发放)",
        "adds up or compares what has happened",
        "累计疏浚渠道12公里",
        "疏浚渠道12公里",
    ),
    Rule(
        "done",
        "已(?:经)?[^，。；]{0,4}(?:完成|建成|达|实现|形成|开工|投产|整改|办结|培育|培训|开展|建立|成立|有)|达到了|完成了|取得了|圆满|超额",
        "says that it is done",
        "渠首已全部建成",
        "渠首年内建成",
    ),
    Rule(
        "honours and records",
        "获评|荣获|获批|入选|居全[国省市]|创[^，。；]{0,6}新高|创历史",
        "says what was awarded or how high it stood",
        "渠务站荣获表彰",
        "争创先进渠务站",
    ),
)
"""Words of results already reached."""

MODAL = (
    Rule(
        "shall",
        "要(?!求|素|点|闻|害|件|务|塞|地|道)|[将拟](?!军|士|领|近)",
        "says that something shall be",
        "渠道要通水",
        "渠道通水是要务",
    ),
    Rule(
        "aims",
        r"确保|力争|争取|计划(?=[^，。；]{0,6}\d)|预期目标|主要目标|目标是",
        "says what is aimed at",
        "计划疏浚渠道12条",
        "渠务计划已经下发",
    ),
    Rule(
        "bounds",
        "不少于|不低于|不得|不超过|至少",
        "sets a bound",
        "巡渠不少于12次",
        "巡渠12次",
    ),
    Rule(
        "deadlines",
        "[年月]底[之以]?前|年内|季度[末]?前|每[月季年周半]",
        "sets a time until which, or how often",
        "汛期前和年底前各巡渠一次",
        "年底巡渠",
    ),
    Rule(
        "charges",
        "牵头|责任(?:单位|部门)",
        "says who is to do it",
        "由渠务站牵头",
        "渠务站疏浚渠道",
    ),
    Rule(
        "begins as a task",
        r"^(?:\W|\d+[.．、])*(?:坚决|大力|着力|加快|加强|推进|推动|深化|扎实|全面|进一步|继续|积极|持续)",
        "the verb or adverb of a task stands first",
        "3.扎实疏浚渠道",
        "渠道扎实疏浚",
    ),
)
"""Words of what is still to be done."""

MUST = (
    Rule(
        "promise",
        "(?:今年|明年|下一?步|接下来|YEAR年)[^。；]{0,20}?(?:要|将|力争|确保|争取|计划|拟)",
        "names a time to come and says what shall be then: a promise, even inside a review",
        "明年渠道将通水",
        "去年渠道将近通水",
    ),
)
"""What makes a sentence inside a review a promise."""


def of_year(rules: Sequence[Rule], year: int | None) -> tuple[Rule, ...]:
    """Return rules for the documents of a year; without one, its number is found nowhere.

    Examples
    --------
    >>> of_year((Rule("year", "YEAR年，", "", "YEAR年，", "LAST年，"),), 2024)[0].pattern
    '2024年，'
    """
    this, last = (str(year), str(year - 1)) if year else ("20XX", "19XX")
    return tuple(
        rule._replace(pattern=rule.pattern.replace("YEAR", this).replace("LAST", last)) for rule in rules
    )
