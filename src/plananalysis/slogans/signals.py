"""The signals that speak for or against a candidate, one function each.

A signal takes the traits of all candidates and returns its factors, arrays with one entry per candidate that are
multiplied; a signal of one factor is that factor. Most lie between 0 and 1; the range is said where it is another.
How much each counts stands in :mod:`plananalysis.slogans.weights`.
"""

import numpy as np

from plananalysis.slogans.traits import Traits

Factors = tuple[np.ndarray, ...]

QUOTED_LENGTHS = {1: 0.1, 2: 0.35, 3: 0.87, 4: 1, 12: 1, 16: 0.9, 24: 0.5, 40: 0.2}
"""Worth of quotation marks by the characters between them: a word or two is as often irony or a shop sign as a slogan,
and a long stretch is half a sentence of somebody."""
QUOTED_SHAPE = 0.9
"""The least it is worth where the shape is that of a slogan: 两优, 四风."""
MORE_PER_DOUBLING, MOST_QUOTED = 0.5, 3
"""Each doubling of the documents that quote it adds half of one; more than sixteen documents tell nothing new."""
QUOTED_NAME = 0.77
"""A quoted noun is as often the name of a programme as a slogan."""
QUOTED_PLAIN = 0.2
"""What quotation loses where the wording is ordinary."""
QUOTED_ORGANISATION = 0.7
"""Names of bodies are quoted when they are new or odd."""


def quotation(traits: Traits) -> Factors:
    """Return how strongly writers mark it as a phrase, 0 to 3: in how many documents, how consistently, how long."""
    worth = np.interp(traits.size, list(QUOTED_LENGTHS), list(QUOTED_LENGTHS.values()))
    worth = np.where(traits.numeric | traits.built, np.maximum(worth, QUOTED_SHAPE), worth)
    quoted = (
        worth
        * np.sqrt(traits.quoted_share)
        * np.minimum(1.0 + MORE_PER_DOUBLING * np.log2(np.maximum(traits.quoted_docs, 1)), MOST_QUOTED)
        * traits.quoted
    )
    saying = traits.verbal | traits.numeric | (traits.clauses > 1) | traits.built
    ordinary = np.where(traits.numeric | (traits.size <= 3), 0, traits.plain)
    name = (
        np.where(saying, 1.0, QUOTED_NAME)
        * (1 - QUOTED_PLAIN * ordinary)
        * np.where(traits.organisation, QUOTED_ORGANISATION, 1.0)
    )
    return (quoted * name,)


NUMERIC, ALTERNATING = 0.5, 0.3
"""三会一课 has both; 四个意识 has the first; what only alternates is as often a date or a list."""
UNQUOTED_BOUND, UNQUOTED_FREE = 0.35, 0.65
"""What a shape without quotation marks is worth where it is bound on both sides, and what freedom adds."""


def shape(traits: Traits) -> Factors:
    """Return how surely it is a numeric abbreviation, 0 to 0.8; unquoted ones must stand freely."""
    shaped = np.where(traits.numeric, NUMERIC, 0.0) + np.where(traits.alternating, ALTERNATING, 0.0)
    return shaped, np.where(traits.quoted, 1, UNQUOTED_BOUND + UNQUOTED_FREE * traits.freedom)


MOST_DOUBLINGS = 2
"""Four places are enough to know that a numeric abbreviation is one."""


def repeated_number(traits: Traits) -> Factors:
    """Return how often a numeric abbreviation of more than three characters is repeated, 0 to 2 doublings."""
    telling = traits.numeric & (traits.size > 3) & (traits.plain < 1)
    return (np.where(telling, np.minimum(traits.doublings, MOST_DOUBLINGS), 0),)


SEAM_INSIDE, SEAM_EDGE = 0.3, 0.35
"""What parallel clauses are worth that were cut out of longer ones, and what each free side adds."""
LIST_SEAM, LIST_FORM = 0.6, 0.4
"""From three clauses on the form speaks more for itself, and the edges less."""
SHORT_FORM = 0.7
"""抓早抓小: four characters are soon balanced."""


def form(traits: Traits) -> Factors:
    """Return how parallel it is, 0 to 1, weighed by whether it begins and ends where clauses do."""
    seam = SEAM_INSIDE + SEAM_EDGE * traits.both_edges
    parallel = traits.parallel * np.where(traits.clauses > 2, LIST_FORM + LIST_SEAM * seam, seam)
    parallel = np.where((traits.clauses > 1) | traits.built, parallel, 0.0)
    return (np.where((traits.clauses == 1) & (traits.size <= 4), SHORT_FORM * parallel, parallel),)


LIST_IS_FULL = 1.2
"""A list as parallel as 1 / 1.2 counts in full: one of its clauses may be of another build."""


def shared_list(traits: Traits) -> Factors:
    """Return how parallel three or more clauses are, 0 to 1, wherever they stand: nobody writes such a list twice by chance."""
    several = (traits.clauses > 2) & (form(traits)[0] > 0)
    return (np.where(several, np.minimum(LIST_IS_FULL * traits.parallel, 1), 0),)


LOOSE, FIRM = 0.15, 0.85
"""What recurrence is worth where the words do not hold together, and what cohesion adds."""
FEW_PLACES = 0.7
"""What cohesion loses in a string of one place, where it says nothing; a third of that in one of three places."""
ROUTINE_START = 0.5
"""推进 and the like before it: the same words recur behind any verb."""
PLAIN_STANDING = 0.9
"""What recurrence loses where the wording is ordinary, which recurs anyway."""
WITHOUT_VERB = 0.95
STANDING_LENGTHS = {2: 0.3, 4: 0.95, 6: 1, 12: 1, 18: 0.7, 30: 0.3}
"""Worth of recurrence by characters: short words recur anyway, long stretches are shared passages."""
UNQUOTED_FROM, UNQUOTED_LOSS = 8, 0.2
"""From so many documents on, each doubling takes so much: the more often it is written and never quoted, the less it
is felt to be a slogan."""
CLAUSE_SHARE, ROUTINE_CLAUSE, CLAUSE_SIZE = 0.4, 0.3, 5
"""What being a clause of its own adds to standing, what is left of it behind a routine verb, and how long it must be."""
FRAME_SHARE = 0.2
"""What the frame of a saying (以…为…) adds."""


def standing(traits: Traits) -> Factors:
    """Return how it recurs: across documents, between free boundaries, of words that hold together; 0 to 1.6.

    The main part is a product, as each of its factors alone means nothing: 党员教育 recurs and stands freely, but its
    words go with anything. To this come clauses of their own, and frames of sayings.
    """
    firm = traits.cohesion * (1 - FEW_PLACES / np.maximum(traits.n, 1))
    stands = (
        traits.spread
        * traits.freedom
        * (LOOSE + FIRM * firm)
        * np.where(traits.routine, ROUTINE_START, 1.0)
        * (1 - PLAIN_STANDING * traits.plain)
        * np.where(traits.verbal, 1.0, WITHOUT_VERB)
    )
    stands *= np.interp(traits.size, list(STANDING_LENGTHS), list(STANDING_LENGTHS.values()))
    # A comma inside needs a reason: clauses of one build, or a place of its own between boundaries.
    stands = np.where((traits.clauses > 1) & (traits.parallel < 0.3), stands * traits.edges, stands)
    unfelt = traits.unmarked & (traits.parallel < 0.5)
    stands /= np.where(unfelt, 1 + UNQUOTED_LOSS * np.log2(np.maximum(traits.docs / UNQUOTED_FROM, 1)), 1)
    stands += CLAUSE_SHARE * traits.spread * _clause(traits)
    stands += np.where(traits.pattern, FRAME_SHARE * traits.spread, 0)
    return (stands,)


def _clause(traits: Traits) -> np.ndarray:
    """Return how far it is a clause that says something of its own."""
    return (
        traits.edges
        * (traits.verbal & (traits.size >= CLAUSE_SIZE) & (traits.clauses == 1))
        * (1 - traits.plain)
        * np.where(traits.routine, ROUTINE_CLAUSE, 1)
    )


PLAIN_REPEATED = 0.8
"""What repetition loses where the wording is ordinary."""


def repetition(traits: Traits) -> Factors:
    """Return how often it is written, in doublings, less where it is bound or ordinary."""
    return traits.doublings, traits.freedom, 1 - PLAIN_REPEATED * traits.plain


def known(traits: Traits) -> Factors:
    """Return whether the register has it."""
    return (traits.known,)


BODY_UNQUOTED, BODY_FORM = 0.3, 0.6
"""What the name of a body keeps that nobody quotes, unless its form is at least so parallel."""
NO_SLOGAN = 0.05
"""What a date, a count of people or the words of an explanation keep."""
TARGET_UNQUOTED = 0.25
"""What a figure to be reached keeps that nobody quotes."""
WHOLE_IF_MARKED = 0.8
"""What a fragment keeps at least that is quoted or known: the writer knows where his phrase ends."""
CUT_WORDS, CUT_FORM = 0.4, 0.8
"""What a string keeps whose ends hardly ever stand between words; and one of parallel clauses in several documents,
whose words the dictionary need not know."""


def soundness(traits: Traits, dated: np.ndarray) -> np.ndarray:
    """Return what is left of the sum of all signals, 0 to 1: little of fragments, bodies, dates, targets and amounts.

    Parameters
    ----------
    traits
        The candidates.
    dated
        Whether the wording holds a date or the like, or explains a term.
    """
    body = traits.organisation & traits.unmarked & (form(traits)[0] < BODY_FORM)
    sound = np.where(body, BODY_UNQUOTED, 1.0)
    sound = np.where(dated, NO_SLOGAN, sound)
    sound = np.where(traits.unmarked & traits.target, TARGET_UNQUOTED, sound)
    sound = np.where(traits.unmarked & traits.amount, 0.0, sound)
    recurring = traits.built & (traits.n_docs > 1)
    kept = np.maximum(CUT_WORDS + (1 - CUT_WORDS) * traits.aligned, np.where(recurring, CUT_FORM, 0))
    kept = np.where(traits.aligned > 0.5, kept, np.minimum(kept, traits.aligned + recurring))
    marked = np.maximum(traits.whole, WHOLE_IF_MARKED)
    return sound * np.where(traits.unmarked, traits.whole * kept, marked)
