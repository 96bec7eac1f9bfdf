"""How much each signal counts: one table, with the reason of each weight and the gold that fixed it."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from plananalysis.slogans import signals
from plananalysis.slogans.traits import Traits


class Weight(NamedTuple):
    """What a signal counts for."""

    signal: Callable[[Traits], signals.Factors]
    weight: float
    """In a string of one document."""
    with_spread: float
    """What is added where all documents hold it; a part of it where some do."""
    reason: str
    gold: str
    """Which labels fixed it, and what they lose without it."""
    less_per_doubling: float = 0.0
    """What a doubling of the corpus takes from `weight`."""
    least: float = 0.0
    """What it leaves."""


WEIGHTS = (
    Weight(
        signals.quotation,
        1.6,
        0.0,
        "a writer's mark is the surest sign; how many quote it is part of the signal",
        "five plans: P@60 .98 falls to .80 without it, recall at 200 .71 to .40; glossary of the provinces .60 to .47",
    ),
    Weight(
        signals.shape,
        0.8,
        0.8,
        "a shape may be chance in one plan and is none in many",
        "five plans: P@60 .93 without it; glossary of the provinces .59",
    ),
    Weight(
        signals.repeated_number,
        0.25,
        0.0,
        "whoever coins a numeric abbreviation uses it again",
        "no label falls without it, or at double, since pieces have no row; it orders numeric ones among themselves",
    ),
    Weight(
        signals.form,
        2.2,
        1.0,
        "among many authors somebody always balances two clauses; that the pair recurs says more",
        "five plans: P@60 .95 without it, .80 at double; recall at 200 of what two plans share .73 without it, .65 at double",
        less_per_doubling=0.2,
        least=0.8,
    ),
    Weight(
        signals.shared_list,
        0.0,
        0.5,
        "the same list of three in several plans has one source",
        "five plans: recall at 200 of what two plans share .75 without it",
    ),
    Weight(
        signals.standing,
        2.6,
        0.0,
        "the one signal of what nobody marks; spread is part of it",
        "five plans: recall at 200 of what two plans share .77 falls to .46 without it; at double P@60 falls to .88",
    ),
    Weight(
        signals.repetition,
        0.12,
        0.0,
        "what is written often is meant; little, as ordinary words are written most",
        "five plans: recall at 200 of what two plans share .71 without it, no better at double",
    ),
    Weight(
        signals.known,
        0.5,
        0.5,
        "the register helps and does not decide",
        "five plans: recall at 200 of what two plans share .71 without it, P@60 .93 at double",
    ),
)
"""Added up in this order; all were set by hand on these two labelled corpora, each beside the others as they stand."""


def weighed(traits: Traits) -> np.ndarray:
    """Return the sum of all signals times their weights, in the order of the table."""
    total = np.zeros(len(traits.texts))
    for row in WEIGHTS:
        base = row.weight
        if row.less_per_doubling:
            base = max(row.least, base - row.less_per_doubling * float(np.log2(max(traits.n_documents, 2))))
        part = base + row.with_spread * traits.spread
        for factor in row.signal(traits):
            part = part * factor
        total = total + part
    return total
