"""Which slogans are one slogan in other words: other order, other verbs, 作 for 做."""

import re

import pandas as pd

from plananalysis.folding import fold_text
from plananalysis.language.abbreviations import COUNTED_TERM
from plananalysis.language.spellings import SPELLINGS

_SAME = str.maketrans(dict(SPELLINGS))
_COUNTED = re.compile(f"(?:{COUNTED_TERM[0].pattern})(?=、|$)")


def wording_key(text: str) -> str:
    """Return what a folded slogan shares with other orders and spellings of it.

    Examples
    --------
    >>> wording_key("走在前、作表率") == wording_key("做表率、走在前")
    True
    """
    return "|".join(sorted(text.translate(_SAME).split("、")))


def _keys(text: str) -> list[str]:
    """Return what a slogan has in common with its variants."""
    clauses = text.translate(_SAME).split("、")
    keys = [wording_key(text)]
    counted = sorted({found.group() for clause in clauses if (found := _COUNTED.search(clause))})
    if len(clauses) > 1 and len(counted) == len(clauses):
        keys.append("+".join(counted))
    if len(clauses) > 1:
        keys.append("".join(clauses))  # 不忘初心牢记使命, without the comma
    return keys


def main_wordings(slogans: pd.DataFrame) -> pd.Series:
    """Return for every slogan the one that it is another wording of: the best of those that say the same, or itself.

    Variants are the same clauses in another order, the same counted terms with other verbs (增强“四个意识”、坚定
    “四个自信” and 树牢“四个意识”、坚定“四个自信”), clauses without the comma between them, and spellings such as 作表率 and 做表率. Each keeps its own row and
    its own count; punctuation, width and quotation marks are no variants at all.

    Parameters
    ----------
    slogans
        Table with the column ``slogan``, best first.

    Examples
    --------
    >>> main_wordings(pd.DataFrame({"slogan": ["走在前、作表率", "走在前、做表率", "四风"]})).tolist()
    ['走在前、作表率', '走在前、作表率', '四风']
    """
    head: dict[str, str] = {}
    main = []
    for slogan in slogans["slogan"]:
        keys = _keys(fold_text(slogan))
        first = next((head[key] for key in keys if key in head), slogan)
        for key in keys:
            head.setdefault(key, first)
        main.append(first)
    return pd.Series(main, index=slogans.index, dtype="str", name="wording_of")
