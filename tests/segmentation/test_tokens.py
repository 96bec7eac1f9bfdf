"""The token table: places, kinds, and nothing lost."""

import random

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError
from plananalysis.folding import fold
from plananalysis.segmentation import cut, segment
from shared import shared_path


def corpus(texts: dict[str, str], spans: dict[str, list[tuple[int, int]]] | None = None) -> Corpus:
    """A corpus whose passages are the given spans; by default each text is one passage."""
    documents = pd.DataFrame({"doc_id": list(texts), "unit": "", "text": list(texts.values())})
    passages = [
        {"passage_id": f"{doc_id}#{n}", "doc_id": doc_id, "start": start, "end": end}
        for doc_id, text in texts.items()
        for n, (start, end) in enumerate((spans or {}).get(doc_id, [(0, len(text))]))
    ]
    columns = ["passage_id", "doc_id", "start", "end"]
    return Corpus(
        documents, pd.DataFrame(passages, columns=columns), tables.empty("excluded"), tables.empty("skipped")
    )


def lexicon(*terms: str, kind: str = "slogan") -> pd.DataFrame:
    return pd.DataFrame({"term": list(terms), "kind": kind, "lexicon": "test", "source": "test"})


def rows(tokens: pd.DataFrame) -> list[tuple]:
    return list(zip(tokens["start"], tokens["end"], tokens["token"], tokens["kind"], strict=True))


def test_hand_counted_line():
    tokens = segment(corpus({"a": "落实“三会一课”，XX局 5G"}))
    assert rows(tokens) == [
        (0, 2, "落实", "word"),
        (2, 3, "“", "punctuation"),
        (3, 7, "三会一课", "slogan"),
        (7, 8, "”", "punctuation"),
        (8, 9, "，", "punctuation"),
        (9, 11, "XX", "placeholder"),
        (11, 12, "局", "word"),
        (13, 15, "5G", "latin"),
    ]


def test_the_token_is_the_term_and_the_offsets_are_the_place():
    text = "开展“不忘初心，牢记使命”教育"
    row = segment(corpus({"a": text})).query("kind == 'slogan'").iloc[0]
    assert row["token"] == "不忘初心、牢记使命"  # noqa: S105
    assert text[row["start"] : row["end"]] == "不忘初心，牢记使命"


def test_nothing_crosses_a_passage_or_enters_an_excluded_span():
    text = "四个广告词意识落实工作"
    tokens = segment(corpus({"a": text}, {"a": [(0, 2), (5, 8), (8, 11)]}))
    assert tokens["token"].tolist() == ["四个", "意识", "落", "实", "工作"]
    assert tokens["passage_id"].tolist() == ["a#0", "a#1", "a#1", "a#2", "a#2"]


def test_lexicons():
    texts = {"a": "推进三会一课"}
    none = segment(corpus(texts), lexicon=lexicon(), extend=False)
    assert none["token"].tolist() == ["推进", "三会", "一课"]
    own = segment(corpus(texts), lexicon=lexicon("推进三会", kind="theme"), extend=False)
    assert rows(own) == [(0, 4, "推进三会", "theme"), (4, 6, "一课", "word")]
    both = segment(corpus(texts), lexicon=["推进三会"])
    assert rows(both) == [(0, 4, "推进三会", "slogan"), (4, 6, "一课", "word")]
    with pytest.raises(InputError, match="term"):
        segment(corpus(texts), lexicon=pd.DataFrame({"kind": ["党建"]}))


def test_empty_corpora():
    for texts in ({}, {"a": ""}, {"a": " \n　"}):
        tokens = segment(corpus(texts))
        assert tokens.empty
        assert list(tokens) == tables.columns("tokens")


def test_argument_is_not_changed_and_table_is_small():
    data = corpus({"a": "落实三会一课。" * 2000})
    before = data.passages.copy()
    tokens = segment(data)
    pd.testing.assert_frame_equal(data.passages, before)
    assert {str(dtype) for dtype in tokens.dtypes} == {"category", "int32"}
    assert tokens.memory_usage(deep=True).sum() / len(tokens) < 20


def test_every_character_lies_in_exactly_one_token():
    dice = random.Random(4)
    pool = [
        "不忘初心，牢记使命",
        "“四个意识”",
        "XX",
        "X月X日",
        "2019-2023",
        "1.5km",
        "㐀",
        "😀",
        " ",
        "\n",
        "党建",
        "，",
        "\u200b",
    ]
    texts = {str(n): "".join(dice.choices(pool, k=60)) for n in range(30)}
    tokens = segment(corpus(texts))
    for doc_id, text in texts.items():
        own = tokens[tokens["doc_id"] == doc_id]
        covered = [0] * len(text)
        for start, end in zip(own["start"], own["end"], strict=True):
            for place in range(start, end):
                covered[place] += 1
        assert own["start"].is_monotonic_increasing
        assert max(covered) == 1
        assert all(n or char.isspace() for n, char in zip(covered, text, strict=True))
        for start, end, token, kind in rows(own):
            assert text[start:end] == token or (
                kind == "slogan" and fold(text[start:end])[0] == fold(token)[0]
            )


def test_words_between_are_those_of_the_cutter_on_real_plans():
    for path in sorted(shared_path("corpora", "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        tokens = segment(corpus({"a": text}), lexicon=lexicon(), extend=False)
        words = tokens.loc[tokens["kind"] != "placeholder", "token"].tolist()
        holes = tokens.loc[tokens["kind"] == "placeholder", ["start", "end"]].to_numpy().tolist()
        stretches, done = [], 0
        for start, end in [*holes, (len(text), len(text))]:
            stretches += cut(text[done:start])
            done = end
        assert words == [word for word in stretches if not word.isspace()]


def test_batches_do_not_show(monkeypatch):
    texts = {f"d{n:02}": f"第{n}项：落实“三会一课”，X月X日前完成2019-2023年任务。\n" * 3 for n in range(20)}
    whole = segment(corpus(texts))
    monkeypatch.setattr("plananalysis.segmentation.tokens._BATCH_CHARS", 50)
    pd.testing.assert_frame_equal(segment(corpus(texts)), whole)
