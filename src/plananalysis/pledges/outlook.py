"""Does a sentence look back or ahead? Judged by headings, by the kind of document, and by its own words."""

import re
from functools import lru_cache
from typing import NamedTuple

from plananalysis.language import any_of, outlooks, papers, prefilter

AHEAD, BACK, OPEN = 1, -1, 0

_AHEAD_HEADING = prefilter(outlooks.AHEAD_HEADINGS)
_BACK_HEADING = prefilter(outlooks.BACK_HEADINGS)
_RESULTS = prefilter(outlooks.RESULTS)
_URGED = re.compile(any_of(outlooks.URGED))
_AHEAD_BELOW = prefilter(outlooks.AHEAD_BELOW_BACK)
_YEAR = re.compile(r"(20\d\d) ?年")
_FIRST_YEAR = re.compile(r"\W{0,3}((?:19|20)\d\d)年(?!以来.{0,20}要|前|之前|以前)")
_SHORT = 16
"""Characters of a heading far down that may still be that of a part of the document and not of a matter."""
_REPORT = re.compile(papers.TITLES_OF_REPORTS)
_PLAN = re.compile(papers.TITLES_OF_PLANS)
_NEVER_PLAN = re.compile(papers.NEVER_PLANS)
_PAST = prefilter(outlooks.PAST)
_MODAL = prefilter(outlooks.MODAL)


class Signs(NamedTuple):
    """The expressions that depend on the document's year."""

    turn_ahead: re.Pattern[str]
    turn_back: re.Pattern[str]
    must: re.Pattern[str]
    past_start: re.Pattern[str]
    review_start: re.Pattern[str]
    year: int | None


@lru_cache(maxsize=64)
def signs(year: int | None) -> Signs:
    """Return the expressions for a document of this year."""
    tables = (
        *(outlooks.TURN_AHEAD, outlooks.TURN_BACK, outlooks.MUST),
        *(outlooks.PAST_STARTS, outlooks.REVIEW_STARTS),
    )
    ahead, back, must, past, review = (prefilter(outlooks.of_year(rules, year)) for rules in tables)
    return Signs(ahead, back, must, past, review, year)


def is_report(title: str, headings: list[int]) -> bool:
    """Tell whether a document looks back as well as ahead, by its title, else by the outlook of its headings.

    Examples
    --------
    >>> is_report("政府工作报告", []), is_report("2024年工作要点", [BACK]), is_report("", [BACK])
    (True, False, True)
    """
    if _PLAN.search(title) and not _NEVER_PLAN.search(title):
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
        return OPEN if any(word in heading for word in outlooks.REVIEW_BY_NAME) else AHEAD
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


def of_sentence(sentence: str, context: int, words: Signs, *, after_ahead: bool = False) -> bool:
    """Tell whether a sentence looks ahead, given the outlook of its place, or that it goes on one that does."""
    if context == BACK:
        return bool(words.must.search(sentence))
    if words.past_start.match(sentence) or _begins_in_past(sentence, words.year):
        return False
    if context == AHEAD:
        return True
    return is_modal(sentence) or (after_ahead and not _PAST.search(sentence))


def opens_review(sentence: str, words: Signs) -> bool:
    """Tell whether a sentence begins to speak of the year gone by, as the rest of its paragraph then does.

    Examples
    --------
    >>> opens_review("去年，各项工作都有进展。", signs(2024)), opens_review("目前，有学校12所。", signs(2024))
    (True, False)
    """
    return bool(words.review_start.match(sentence))


def is_modal(sentence: str) -> bool:
    """Tell whether a sentence says itself that something is still to be done.

    Examples
    --------
    >>> is_modal("要新建学校3所。"), is_modal("学校增加3所。")
    (True, False)
    """
    return bool(_MODAL.search(sentence)) and not _PAST.search(sentence)


def _begins_in_past(sentence: str, year: int | None) -> bool:
    """Say whether a sentence begins with a year before the document's: 2005年与2000年相比."""
    found = _FIRST_YEAR.match(sentence)
    return bool(found and year and int(found[1]) < year)
