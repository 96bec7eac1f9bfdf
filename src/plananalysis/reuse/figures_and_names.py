"""Find the stated figures and the names of programmes in a text: two plans that agree in these alone share no wording."""

import re
from typing import NamedTuple

from plananalysis.language import Rule, RuleIndex, compiled, index_rules
from plananalysis.language.common_facts import COMMON_FACTS
from plananalysis.language.needed import needs_figure
from plananalysis.language.punctuation import CLAUSE_MARKS, SENTENCE_MARKS

_FIGURE = re.compile(r"\d")
_CLAUSE = re.compile(rf"[^{re.escape(CLAUSE_MARKS + SENTENCE_MARKS)}]+")


class _Table(NamedTuple):
    """Rules with their patterns, and which of them may match a clause."""

    patterns: tuple[re.Pattern[str], ...]
    gate: RuleIndex


def _table(rules: tuple[Rule, ...]) -> _Table:
    """Return rules with their patterns and the gate to them."""
    return _Table(tuple(pattern for _, pattern in compiled(rules)), index_rules(rules))


_ALL = _table(COMMON_FACTS)
_IN_WORDS = _table(tuple(rule for rule in COMMON_FACTS if not needs_figure(rule.pattern)))
"""The rules that may match a clause without a figure; the words that the others need are the commonest of all."""


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
        table = _ALL if _FIGURE.search(words) else _IN_WORDS
        possible = table.gate.possible(words)
        if possible:
            start = clause.start()
            found += [
                (start + match.start(), start + match.end())
                for i in possible
                for match in table.patterns[i].finditer(words)
            ]
    return found
