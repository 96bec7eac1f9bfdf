"""Does a sentence of a look-back say that what was promised is done? By verbs of completion, and by nothing else."""

import re
from functools import lru_cache
from typing import NamedTuple

from plananalysis.language import compiled
from plananalysis.language.accounts import ASKED, COMPLETED, ENDABLE, PARTLY, SAYS_UNDONE, UNDONE

_COMPLETED, _ASKED = compiled(COMPLETED), compiled(ASKED)
_ENDABLE = tuple(pattern for _, pattern in compiled(ENDABLE))
_PARTLY = tuple(pattern for _, pattern in compiled(PARTLY))
_UNDONE = tuple(pattern for _, pattern in compiled(UNDONE))
_SAYS_UNDONE = re.compile(SAYS_UNDONE)
_CLAUSE = re.compile("[^，,；：:。]+")
FINISHED = "finished"
"""Kind of the words that count whatever was promised."""


class Completion(NamedTuple):
    """Words that say that something is done, their kind, and the clause that holds them."""

    words: str
    kind: str
    clause: str


def kinds_asked(promise: str) -> frozenset[str]:
    """Return what a promise asks for, by the kinds of words that say it is done.

    Examples
    --------
    >>> sorted(kinds_asked("出台渠务管理办法，启动渡口改造")), sorted(kinds_asked("做好渠务工作"))
    (['begun', 'issued'], [])
    """
    return frozenset(rule.kind for rule, pattern in _ASKED if pattern.search(promise))


def can_end(promise: str) -> bool:
    """Tell whether what a clause promises can be done at all, and not only gone on with.

    Examples
    --------
    >>> can_end("加快白石大桥建设"), can_end("加强渠务管理")
    (True, False)
    """
    return any(pattern.search(promise) for pattern in _ENDABLE)


@lru_cache(maxsize=4096)
def is_of_ending(word: str) -> bool:
    """Tell whether a word says that something ends, begins or is issued, and not what.

    Examples
    --------
    >>> is_of_ending("颁布"), is_of_ending("实施"), is_of_ending("渡口")
    (True, True, False)
    """
    rules = (*_COMPLETED, *_ASKED)
    return any(pattern.fullmatch(word) for _, pattern in rules) or any(
        pattern.fullmatch(word) for pattern in _ENDABLE
    )


def is_partly(clause: str, promise: str) -> bool:
    """Tell whether a clause says that only part is done of what a promise asks for in whole.

    Examples
    --------
    >>> is_partly("12个县完成清淤", "完成清淤"), is_partly("启动渠长制试点", "启动渠长制试点")
    (True, False)
    """
    return any(pattern.search(clause) and not pattern.search(promise) for pattern in _PARTLY)


def completions(sentence: str, asked: frozenset[str] = frozenset()) -> list[Completion]:
    """Return the words of a sentence that say something is done, of the kinds that a promise asks for.

    Parameters
    ----------
    sentence
        A sentence of a look-back, in plain characters.
    asked
        As :func:`kinds_asked` gives; words of the kind ``finished`` count in any case.

    Examples
    --------
    >>> [(each.words, each.kind) for each in completions("渡口大桥建成通车，减排目标没有完成，确保渠道完成清淤")]
    [('建成', 'finished'), ('通车', 'finished')]
    >>> completions("启动渡口改造"), [each.kind for each in completions("启动渡口改造", frozenset({"begun"}))]
    ([], ['begun'])
    """
    if _SAYS_UNDONE.search(sentence):
        sentence = "，".join(each for each in _CLAUSE.findall(sentence) if not _SAYS_UNDONE.search(each))
    found = []
    for clause in _CLAUSE.findall(sentence):
        for rule, pattern in _COMPLETED:
            if rule.kind != FINISHED and rule.kind not in asked:
                continue
            for match in pattern.finditer(clause):
                if not any(undone.search(clause[: match.start()]) for undone in _UNDONE):
                    found.append(Completion(match.group(), rule.kind, clause))
    return found


def says_undone(sentence: str) -> bool:
    """Tell whether a sentence says itself that something was not reached.

    Examples
    --------
    >>> says_undone("渠水目标没有完成"), says_undone("渠水目标完成")
    (True, False)
    """
    return bool(_SAYS_UNDONE.search(sentence))
