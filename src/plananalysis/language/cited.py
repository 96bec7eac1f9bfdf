"""What stands behind a cited 《title》: the short title that it goes by from there, and which edition it is."""

from plananalysis.language.rules import Rule, any_of

KINDS_OF_EDITION = tuple("试行 暂行 修订 修订版 草案 征求意见稿".split())

_LINE = r"[^《》\n]{0,120}"
_LINES = rf"{_LINE}(?:\n\s*{_LINE}){{0,3}}"
_INNER = r"[^《》\n]{1,120}"

TITLES = (
    Rule(
        "title",
        rf"《{_LINES}(?:《{_INNER}》{_LINES}){{0,3}}》",
        "brackets of their own; a title may hold titles, and a link or a narrow column breaks it over lines",
        "执行《\n渠务条例\n》",
        "他说《\n一\n二\n三\n四\n五》",
    ),
)
"""A title that runs over more than four lines is a bracket that was never closed."""

SHORT_TITLES = (
    Rule(
        "short title",
        r"^[\s”’\"]{0,2}[（(]以?下?简称[:：]?[“\"]?《([^《》]{1,20})》[”\"]?[）)]",
        "introduces the title that the document uses from there",
        "（以下简称《渠规》）",
        "（见《渠规》）",
    ),
)
EDITIONS = (
    Rule(
        "edition",
        rf"^[（(](?:{any_of(KINDS_OF_EDITION)}|[12][0-9]{{3}}年?(?:版|修订)?)[)）]",
        "belongs to the title, wherever the bracket of the title closes",
        "（试行）",
        "（见附件）",
    ),
)
