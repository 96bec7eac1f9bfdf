"""Find the stated figures and the names of programmes in a text: two plans that agree in these alone share no wording."""

import re

from plananalysis.language import compiled, prefilter
from plananalysis.language.common_facts import COMMON_FACTS
from plananalysis.language.punctuation import CLAUSE_MARKS, SENTENCE_MARKS

_RULES = compiled(COMMON_FACTS)
_GATE = prefilter(COMMON_FACTS)
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
        words, start = clause.group(), clause.start()
        if _GATE.search(words):
            found += [
                (start + match.start(), start + match.end())
                for _, pattern in _RULES
                for match in pattern.finditer(words)
            ]
    return found
