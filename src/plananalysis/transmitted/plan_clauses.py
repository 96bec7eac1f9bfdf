"""The clauses of a plan that can be handed on: where each stands, what it says without punctuation, and its numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from plananalysis.compare.single_measures import Measure, clause_spans, read_measures
from plananalysis.corpus.model import Corpus
from plananalysis.folding import fold_text
from plananalysis.language.measures import events, measures
from plananalysis.language.numerals import ALL_MAGNITUDES, COUNTING
from plananalysis.pledges.number_values import parse_number

SHORTEST_CLAUSE = 6
"""Letters of a clause that is judged by itself; a shorter one (力争达到6%, 水清岸绿) says too little and joins its neighbour in the
sentence, and a sentence without more (凝心聚力！) is not judged. At 8 a third more clauses are joined, whose halves may fare apart;
at 4 idioms of four characters are judged, which any two plans share."""

LOOKING_BACK = ("lookback",)
"""Parts that say what was reached: the same words there are an account and no task, so neither answers the other."""

NEVER_HANDED_ON = ("greeting", "closing", "annex")
"""Parts in which a plan asks for nothing."""

ALONE = 15
"""Letters of a numbered sentence: a heading of so many that is punctuated inside, with no text below it."""

SENTENCE_STOPS = "。；;！"
"""What ends a heading that is a sentence: an item that is all that is said (3.新建水闸两座。)."""

_FIGURE = "0"
"""What stands for a number among the letters."""

_NUMBER = re.compile(
    rf"(?P<year>\d{{4}}年)|\d+(?:[.．,]\d+)*[{ALL_MAGNITUDES}]*"
    rf"|[百千]分之[零{COUNTING}十百]+(?:点[零{COUNTING}]+)?"
    rf"|[{COUNTING}{ALL_MAGNITUDES}零]{{2,}}(?=[多余]?(?:{measures()}))"
    rf"|[{COUNTING}](?=(?:{events()}|天|日内|个?月|小时|倍|成|折))|十(?=(?:{events()}|天|日内|个?月|倍))"
)
"""Numbers in figures and in characters; single characters only before what is held or lasts, as others are names (四个意识)."""


class Clause(NamedTuple):
    """A clause of a plan."""

    start: int
    end: int
    line: int
    passage_id: str
    part: str
    sentence: int
    """Number of its sentence within the plan."""
    text: str
    letters: str
    """Folded, without punctuation; each number is one letter."""
    numbers: tuple[str, ...]
    """The numbers as written, in their order; years are none."""

    @property
    def looks_back(self) -> bool:
        """Whether it stands in a part that gives account of what was done."""
        return self.part in LOOKING_BACK


def read_clauses(corpus: Corpus, doc_id: str, *, backward: bool = False) -> list[Clause]:
    """Return the clauses of a plan in reading order, without headings, greeting, closing words and annexes.

    What looks back is left out, too, unless ``backward``: it asks for nothing.
    """
    text = corpus.text(doc_id)
    found: list[Clause] = []
    for number, sentence in enumerate(_sentences(corpus, doc_id)):
        if sentence.part in LOOKING_BACK and not backward:
            continue
        for start, end in joined(sentence.text):
            said = sentence.text[start:end]
            letters, numbers = read_letters(said)
            line = sentence.line + text.count("\n", sentence.start, sentence.start + start)
            found.append(
                Clause(
                    sentence.start + start,
                    sentence.start + end,
                    line,
                    sentence.passage_id,
                    sentence.part,
                    number,
                    said,
                    letters,
                    numbers,
                )
            )
    return found


def _sentences(corpus: Corpus, doc_id: str) -> Iterator[Measure]:
    """Yield the sentences that are text; a heading is one only where nothing stands below it and it ends or is built as a sentence."""
    sentences = read_measures(corpus, doc_id)
    text = corpus.text(doc_id)
    passages = corpus.passages[corpus.passages["doc_id"] == doc_id]
    labels = dict(zip(passages["passage_id"], passages["label"], strict=True))
    bare = bare_passages(passages) - {one.passage_id for one in sentences if not one.is_heading}
    for one in sentences:
        said = not one.is_heading or (one.passage_id in bare and _is_sentence(text, one))
        if said and one.part not in NEVER_HANDED_ON:
            yield _without_label(one, labels[one.passage_id]) if one.is_heading else one


def _without_label(heading: Measure, label: str) -> Measure:
    """Return a heading without its number."""
    text = heading.text.removeprefix(label).lstrip()
    return heading._replace(start=heading.end - len(text), text=text)


def bare_passages(passages: pd.DataFrame) -> set[str]:
    """Return the passages of a document that have none of a lower level below them."""
    rows = passages.sort_values(["start", "end"])
    deeper = rows["level"].shift(-1, fill_value=0) > rows["level"]
    return set(rows.loc[~deeper, "passage_id"])


def _is_sentence(text: str, heading: Measure) -> bool:
    """Say whether a heading ends as a sentence does, or is long and punctuated inside."""
    stopped = text[heading.end : heading.end + 1] in tuple(SENTENCE_STOPS)
    return stopped or (n_letters(heading.text) >= ALONE and len(list(clause_spans(heading.text))) > 1)


def joined(sentence: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand; short ones are joined to the next, at the end to the one before.

    Examples
    --------
    >>> text = "疏浚渠道三十公里，力争更多，水清岸绿"
    >>> [text[start:end] for start, end in joined(text)]
    ['疏浚渠道三十公里', '力争更多，水清岸绿']
    >>> joined("水清岸绿")
    []
    """
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for start, end in clause_spans(sentence):
        begin = start if begin is None else begin
        if n_letters(sentence[begin:end]) >= SHORTEST_CLAUSE:
            spans.append((begin, end))
            begin = None
    if begin is not None and spans:
        spans[-1] = (spans[-1][0], len(sentence.rstrip()))
    return spans


def n_letters(text: str) -> int:
    """Return how many letters, digits and characters there are."""
    return sum(map(str.isalnum, text))


def read_letters(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the letters of a clause, in which each number is one, and the numbers; a year is left out of both.

    Examples
    --------
    >>> read_letters("２０２４年疏浚渠道３０公里，每月巡渠两次")
    ('疏浚渠道0公里每月巡渠0次', ('30', '两'))
    """
    folded = fold_text(text)
    numbers = [found.group() for found in _NUMBER.finditer(folded) if not found["year"]]
    bare = _NUMBER.sub(lambda found: "" if found["year"] else _FIGURE, folded)
    return "".join(filter(str.isalnum, bare)), tuple(numbers)


def same_number(a: str, b: str) -> bool:
    """Say whether two numbers have one value, however written.

    Examples
    --------
    >>> same_number("两", "2"), same_number("3000", "3千"), same_number("两", "三")
    (True, True, False)
    """
    values = [parse_number(each) for each in (a, b)]
    return a == b if None in values else values[0] == values[1]
