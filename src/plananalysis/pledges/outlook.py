"""Does a sentence look back or ahead? Judged by headings, by the kind of document, and by its own words."""

import re
from functools import lru_cache
from typing import NamedTuple

AHEAD, BACK, OPEN = 1, -1, 0

_AHEAD_HEADING = re.compile(
    "今后|未来(?:[一三五几]年|一个时期)|下一?步|下阶段|目标任务|主要任务|重点任务|工作任务|预期目标|发展目标|主要目标|工作目标|总体目标|总体要求|总体思路|工作思路|"
    "工作安排|工作打算|工作计划|工作部署|工作重点|重点工作|工作要点|工作举措|主要举措|重点举措|保障措施|民生实事|惠民实事|今年|指导思想|展望"
)
_BACK_HEADING = re.compile(
    "回顾|过去[一五两三]?年|[一五]年来|去年|上一?年度?(?:工作|的|主要)|工作总结|工作(?:开展)?情况|工作(?:成效|成绩|进展)|主要(?:成效|成绩|做法|成就)|"
    "取得的?(?:主要)?(?:成效|成绩|成就|进展)|^发展(?:基础|现状|环境|形势|成就)|面临(?:的)?(?:形势|挑战|问题)|"
    "(?:存在|面临|主要)的?(?:主要|突出)?(?:问题|不足|困难|短板)|编制背景|规划背景|现状(?:与|和)|指标解释"
)
_RESULTS = re.compile("取得.{0,6}(?:成效|成绩|进展|成果|成就)")
_URGED = re.compile("推动|力争|确保|努力|争取|促进|实现|上取得|见")
_AHEAD_BELOW = re.compile("今后|下一?步|下阶段|打算|安排|计划|目标|20\\d\\d")
_YEAR = re.compile(r"(20\d\d) ?年")
_SHORT = 16
_REPORT = re.compile("报告|总结|述职|汇报|讲话")
_PLAN = re.compile("要点|计划|规划|方案|意见|安排|打算|纲要|任务|清单|举措|措施|通知|办法")

# Sentences after which a report without telling headings speaks of the year to come, or of the year gone by.
_TURN_AHEAD = (
    "(?:今年|{year}年|下一步)[^，。；\n]{{0,14}}(?:总体要求|总体思路|主要目标|预期目标|目标任务|重点任务|工作安排|重点(?:抓好|做好|工作))"
    "|做好(?:今年|{year}年)[^，。；\n]{{0,14}}工作|今年[，,]?(?:我们)?(?:要|将)?(?:重点|着重|主要)?(?:抓好|做好)[^。；\n]{{0,10}}(?:工作|任务)"
)
_TURN_BACK = "(?:^|\n)[^\n。]{{0,12}}?(?:过去(?:的)?一年|一年来|{last}年)[，,](?:我们|在|面对|全|市|县|区|省|局|各)|回顾(?:过去|{last}年)"

_PAST_START = re.compile(
    r"\W*(?:一年来|过去(?:的)?[一五]年|去年|上年|截至|截止|目前|{last}年[，,](?!.{{0,4}}[要将])|五年来|近年来|[一前][一二三]季度)".replace(
        "{{", "{"
    ).replace("}}", "}")
)
_PAST = re.compile(
    "同比|累计|已(?:经)?[^，。；]{0,4}(?:完成|建成|达|实现|形成|开工|投产|整改|办结|培育|培训|开展|建立|成立|有)|达到了|完成了|取得了|"
    "获评|荣获|获批|入选|圆满|先后|共(?:有|计|开展|举办|组织|完成|发放)|超额|居全[国省市]|创[^，。；]{0,6}新高|创历史"
)
_MODAL = re.compile(
    "要(?!求|素|点|闻|害|件|务|塞|地|道)|[将拟](?!军|士|领|近)|确保|力争|争取|计划(?=[^，。；]{0,6}\\d)|不少于|不低于|不得|不超过|至少|"
    "[年月]底[之以]?前|年内|季度[末]?前|每[月季年周半]|牵头|责任(?:单位|部门)|预期目标|主要目标|目标是|"
    "^\\W*(?:坚决|大力|着力|加快|加强|推进|推动|深化|扎实|全面|进一步|继续|积极|持续)"
)
_MUST = re.compile("(?:今年|明年|下一?步|接下来|{year}年)[^。；]{{0,20}}?(?:要|将|力争|确保|争取|计划|拟)")


class Signs(NamedTuple):
    """The expressions that depend on the document's year."""

    turn_ahead: re.Pattern[str]
    turn_back: re.Pattern[str]
    must: re.Pattern[str]
    past_start: re.Pattern[str]


@lru_cache(maxsize=64)
def signs(year: int | None) -> Signs:
    """Return the expressions for a document of this year."""
    words = {"year": str(year) if year else "20XX", "last": str(year - 1) if year else "19XX"}
    return Signs(
        re.compile(_TURN_AHEAD.format(**words)),
        re.compile(_TURN_BACK.format(**words)),
        re.compile(_MUST.pattern.format(**words)),
        re.compile(_PAST_START.pattern.replace("{last}", words["last"])),
    )


def is_report(title: str, headings: list[int]) -> bool:
    """Tell whether a document looks back as well as ahead, by its title, else by the outlook of its headings.

    Examples
    --------
    >>> is_report("政府工作报告", []), is_report("2024年工作要点", [BACK]), is_report("", [BACK])
    (True, False, True)
    """
    if _PLAN.search(title) and not re.search("报告|总结", title):
        return False
    return bool(_REPORT.search(title)) or BACK in headings


def of_heading(heading: str, year: int | None, *, level: int = 1) -> int:
    """Return the outlook that a heading gives to all below it, 0 where it does not tell.

    Examples
    --------
    >>> of_heading("2023年工作回顾", 2024), of_heading("2024年重点工作", 2024), of_heading("服务发展", 2024)
    (-1, 1, 0)
    """
    # Far down, a long heading with such words speaks of a matter, not of a part of the document.
    tells = level == 1 or (len(heading) <= _SHORT and "，" not in heading)
    if not tells and "年" not in heading:
        return OPEN
    heading = heading.replace(" ", "")
    years = [int(found) for found in _YEAR.findall(heading)]
    ahead = tells and bool(_AHEAD_HEADING.search(heading))
    back = tells and bool(_BACK_HEADING.search(heading))
    if ahead and back:
        return OPEN if "回顾" in heading or "总结" in heading else AHEAD
    if ahead or back:
        return AHEAD if ahead else BACK
    if years and year:
        return BACK if max(years) < year else AHEAD
    if level == 1 and _RESULTS.search(heading) and not _URGED.search(heading):
        return BACK
    return OPEN


def below(parent: int, heading: str, own: int) -> int:
    """Return the outlook under a heading whose parent has one: a review's 重点工作 are those of the review."""
    if parent == BACK and own == AHEAD and not _AHEAD_BELOW.search(heading):
        return BACK
    return own or parent


def of_sentence(sentence: str, context: int, words: Signs) -> bool:
    """Tell whether a sentence looks ahead, given the outlook of its place."""
    if context == BACK:
        return bool(words.must.search(sentence))
    if words.past_start.match(sentence):
        return False
    if context == AHEAD:
        return True
    return bool(_MODAL.search(sentence)) and not _PAST.search(sentence)
