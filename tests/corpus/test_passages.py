"""Passages and excluded spans tile every text."""

import random

import pandas as pd
import pytest

from plananalysis.corpus.cleaning import find_excluded
from plananalysis.corpus.model import Corpus
from plananalysis.corpus.outline import outline
from plananalysis.corpus.passages import find_passages
from plananalysis.tables import columns, empty, from_records


def table(texts: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": list(texts), "text": list(texts.values())})


def test_an_excluded_span_cuts_the_passage() -> None:
    text = "要点\n一、甲\n学习。\n广告\n交流。\n二、乙"
    start = text.index("广告")
    spans = from_records([("d", start, start + 3, "advert")], "excluded")
    passages = find_passages({"d": text}, spans)
    assert [text[a:b] for a, b in zip(passages["start"], passages["end"], strict=True)] == [
        "要点\n",
        "一、甲\n学习。\n",
        "交流。\n",
        "二、乙",
    ]
    assert list(passages["line"]) == [1, 2, 5, 6]
    assert list(passages["path"]) == ["", "一", "一", "二"]
    assert list(passages["section"]) == ["d#0", "d#1", "d#1", "d#3"]
    rows = outline(Corpus(table({"d": text}), passages, spans, empty("skipped")))
    assert list(rows["heading"]) == ["甲", "乙"]
    assert list(rows["passage_id"]) == ["d#1", "d#3"]


def test_sections_and_paths() -> None:
    text = "一、甲\n（一）子\n1.丑。\n2.寅。\n二、乙\n（二）卯"
    passages = find_passages({"d": text}, empty("excluded"))
    assert list(passages["path"]) == ["一", "一/（一）", "一/（一）/1", "一/（一）/2", "二", "二/（二）"]
    assert list(passages["section"]) == ["d#0"] * 4 + ["d#4"] * 2


def test_headings_are_not_read_in_excluded_text() -> None:
    text = "要点\n一、甲\n二、广告\n二、乙"
    start = text.index("二、广告")
    spans = from_records([("d", start, start + 5, "advert")], "excluded")
    passages = find_passages({"d": text}, spans)
    assert list(passages["heading"]) == ["", "甲", "乙"]


def test_empty_corpus_and_empty_text() -> None:
    assert list(find_passages({}, empty("excluded"))) == columns("passages")
    assert find_passages({"d": ""}, empty("excluded")).empty
    rows = outline(Corpus(table({}), empty("passages"), empty("excluded"), empty("skipped")))
    assert rows.empty


PIECES = (
    *(
        "一、",
        "二、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "①",
        "第一章 ",
        "第二条 ",
        "附件1",
        "## ",
        "**",
        "目录",
        "专栏1",
    ),
    *("\n", "\n", "\n\n", " ", "\u3000", "\xa0", "\f", "\u200b", "\U00020000", "😀", "\ufeff"),
    *(
        "加强学习。",
        "推进改革",
        "同志们：",
        "来源：办公室",
        "仅供学习，请勿转载",
        "加QQ群：1234567",
        "— 3 —",
        "名词解释",
    ),
    *(
        "“",
        "”",
        "（",
        "）",
        "：",
        "；",
        "2024年工作要点",
        "www.example.com",
        "每月集中学习一次，各支部轮流主持，按季度通报学习情况。",
    ),
)


@pytest.mark.slow
def test_passages_and_excluded_spans_tile_random_texts() -> None:
    """Any mixture of headings, banners, blanks and rare characters, with further spans excluded at random."""
    rng = random.Random(7)
    texts = {f"d{n}": "".join(rng.choices(PIECES, k=rng.randint(0, 60))) for n in range(400)}
    excluded = find_excluded(texts)
    further = []
    for doc_id, text in texts.items():
        for _ in range(rng.randint(0, 2)):
            start = rng.randint(0, len(text))
            further.append((doc_id, start, min(len(text), start + rng.randint(0, 9)), "mojibake"))
    both = pd.concat([excluded, from_records(further, "excluded")])
    passages = find_passages(texts, both)
    assert passages["passage_id"].is_unique
    ids = set(passages["passage_id"])
    for doc_id, text in texts.items():
        inside = [0] * len(text)
        for start, end in both.loc[both["doc_id"] == doc_id, ["start", "end"]].itertuples(index=False):
            inside[start:end] = [1] * (end - start)
        rows = passages[passages["doc_id"] == doc_id]
        assert (rows["start"] < rows["end"]).all()
        for row in rows.itertuples():
            assert row.line == text.count("\n", 0, row.start) + 1
            assert row.section in ids
            for offset in range(row.start, row.end):
                inside[offset] += 1
        assert inside == [1] * len(text)


def test_same_result_in_any_order_of_documents() -> None:
    texts = {"b": "仅供学习 禁止外传\n要点\n一、甲", "a": "仅供学习 禁止外传\n方案\n一、乙"}
    turned = dict(reversed(texts.items()))
    pd.testing.assert_frame_equal(find_excluded(texts), find_excluded(turned))
