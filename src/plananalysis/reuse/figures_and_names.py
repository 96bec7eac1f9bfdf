"""Find the stated figures and the names of programmes in a text: two plans that agree in these alone share no wording."""

import re

from plananalysis.language import compiled, index_rules
from plananalysis.language.common_facts import AMOUNT, COMMON_FACTS
from plananalysis.language.punctuation import CLAUSE_MARKS, SENTENCE_MARKS

_PATTERNS = tuple(pattern for _, pattern in compiled(COMMON_FACTS))
_INDEX = index_rules(COMMON_FACTS)
_FIGURE = re.compile(r"\d")
_FIGURED = frozenset(i for i in _INDEX.always if AMOUNT in COMMON_FACTS[i].pattern)
"""Rules that a clause without a figure cannot match; of all others words are known that it must hold."""
_ANYWHERE = bool(_INDEX.always - _FIGURED)
_CLAUSE = re.compile(rf"[^{re.escape(CLAUSE_MARKS + SENTENCE_MARKS)}]+")


def common_facts(text: str) -> list[tuple[int, int]]:
    """Return the spans that state a figure or name a programme; they may overlap.

    Examples
    --------
    >>> text = "疏浚渠道30公里，由各村轮流照看；实施渠系修复行动"
    >>> [text[start:end] for start, end in common_facts(text)]
    ['疏浚渠道30公里', '30公里', '实施渠系修复行动']
    """
    found = []
    for clause in _CLAUSE.finditer(text):
        words = clause.group()
        figured = _FIGURE.search(words) is not None
        if figured or _ANYWHERE or _INDEX.words.search(words):
            start = clause.start()
            found += [
                (start + match.start(), start + match.end())
                for i in _INDEX.possible(words)
                if figured or i not in _FIGURED
                for match in _PATTERNS[i].finditer(words)
            ]
    return found
