"""The verb that a heading leads with: 深化 in 持续深化模范机关建设."""

from plananalysis.folding import QUOTES, plain
from plananalysis.language.adverbs import BEFORE_LEADING_VERBS
from plananalysis.language.particles import PARTICLES
from plananalysis.language.verbs import LEADING_VERBS, RESULTS, TAKING_RESULTS
from plananalysis.slogans.phrase import tagged


def leading_verb(heading: str) -> str:
    """Return the verb that a heading leads with, passing over adverbs; empty if it leads with none.

    Examples
    --------
    >>> leading_verb("深入推进平安建设"), leading_verb("持续改进作风"), leading_verb("做优特色产业"), leading_verb("青年工作")
    ('推进', '改进', '做优', '')
    """
    rest = plain(heading).strip()
    while rest and rest[0] not in QUOTES:
        adverb = next((rest[:n] for n in (4, 3, 2) if rest[:n] in BEFORE_LEADING_VERBS | PARTICLES), "")
        if not adverb or len(adverb) == len(rest):
            break
        rest = rest[len(adverb) :]
    if not rest or rest[0] in QUOTES:
        return ""
    first = rest[:2]
    if first in LEADING_VERBS or (first[:1] in TAKING_RESULTS and first[1:] in RESULTS):
        return first
    word, tag = tagged(rest)[0]
    return word if len(word) > 1 and tag in ("v", "vi", "vd") else ""
