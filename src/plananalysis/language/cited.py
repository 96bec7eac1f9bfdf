"""What stands behind a cited 《title》: the short title that it goes by from there, and which edition it is."""

from plananalysis.language.rules import Rule, any_of

KINDS_OF_EDITION = tuple("试行 暂行 修订 修订版 草案 征求意见稿".split())

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
