"""The sentences that are coded: those of the text and of its headings, titles and dates of the document aside."""

import re
from collections.abc import Iterator

from plananalysis.corpus.model import Corpus
from plananalysis.corpus.sentence_spans import sentences_of

_WORDY = re.compile(r"(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){4}")
"""A sentence has four characters at least: numbers and labels are none."""


def sentence_places(corpus: Corpus) -> Iterator[tuple[str, str, int, int]]:
    """Yield the document, passage, start and end of every sentence, document by document in the order of the text.

    A heading is a sentence, for in plans of bare items (3.整治窗口作风) headings are all that is said. Lines without a stop above the
    first heading are title, date and address.
    """
    passages = corpus.passages.sort_values(["doc_id", "start"], kind="stable")
    texts = dict(corpus.texts())
    titled = set(passages.loc[passages["level"] > 0, "doc_id"])
    columns = (passages[name].tolist() for name in ("doc_id", "passage_id", "level", "start", "end"))
    for doc_id, passage_id, level, start, end in zip(*columns, strict=True):
        text = texts[doc_id]
        for first, last, stop in sentences_of(text, start, end):
            above = level == 0 and stop == last and doc_id in titled
            if not above and _WORDY.match(text[first:last]):
                yield doc_id, passage_id, first, last
