"""How alike two names of what is measured are, and how much of one text another holds."""

import re

from plananalysis.folding import fold_text
from plananalysis.language.accounts import OF_MONEY, SHARE_WORDS
from plananalysis.segmentation import cut

HOLDS_ALL = 0.9
"""Likeness of a name to a longer one that has all its words, the last one last: 政府投资, 政府公共投资."""

_MONEY = OF_MONEY - {"投资", "规模", "年", "达"}
_LINKS = re.compile("[的和及与、]")


def bare(wording: str) -> str:
    """Return what is measured without what says that it is money, and with one word for one thing.

    Examples
    --------
    >>> bare("用于渠务的支出"), bare("产业投资占比"), bare("专项资金")
    ('渠务', '产业投资比重', '')
    """
    said = _LINKS.sub("", "".join(word for word in cut(fold_text(wording)) if word not in _MONEY))
    for word, other in SHARE_WORDS:
        said = said.replace(word, other)
    return said


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are: their common pairs of letters, twice, by all pairs of both (Dice).

    Examples
    --------
    >>> likeness("沼气用户", "沼气用户"), likeness("雄鹰企业", "冠军企业"), likeness("渠", "渠")
    (1.0, 0.3333333333333333, 1.0)
    """
    if one == other:
        return 1.0 if one else 0.0
    words, others = list(cut(one)), list(cut(other))
    if len(words) > 1 and others and words[-1] == others[-1] and set(words) <= set(others):
        return HOLDS_ALL
    a, b = ({said[i : i + 2] for i in range(len(said) - 1)} for said in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def share_of_pairs(one: str, other: str) -> float:
    """Return what share of the pairs of letters of a text another one holds.

    Examples
    --------
    >>> share_of_pairs("建成白石大桥", "白石大桥建成通车"), share_of_pairs("建成白石渡口", "望江渡口建成")
    (0.8, 0.4)
    """
    pairs = [one[i : i + 2] for i in range(len(one) - 1)]
    return sum(pair in other for pair in pairs) / len(pairs) if pairs else 0.0
