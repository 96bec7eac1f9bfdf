"""Sentences coded by a code book, cross tables, the PMC index."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency

import plananalysis as pa
from plananalysis.codes.term_finder import finder, places
from plananalysis.lexicon.code_books import NO_CODE, SHIPPED_BOOKS


def codes_of(text, codebook="strength"):
    return pa.code_sentences(pa.corpus_from_texts({"甲": text}), codebook)["code"].tolist()


@pytest.mark.parametrize("name", SHIPPED_BOOKS)
def test_every_term_counts_in_its_example_and_not_in_its_counter_example(name):
    book = pa.load_code_book(name)
    found = finder(book)
    for row in book.itertuples():
        said = {(place.entry.code, place.entry.term) for place in places(row.example, found)}
        if row.code == NO_CODE:
            assert not said & {(code, row.term) for code in book["code"]}
            continue
        assert (row.code, row.term) in said, row.term
        assert row.source
        against = {(place.entry.code, place.entry.term) for place in places(row.counter_example, found)}
        assert (row.code, row.term) not in against, row.term
        assert row.counter_example or not (row.not_after or row.not_before), row.term


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("渠长不得缺席巡查。", ["红色"]),
        ("渠长不得不绕道巡查。", []),
        ("学习《必须遵守的规矩》和“严禁酒驾”标语。", []),
        ("这项做法得到鼓励。", []),
        ("鼓励渔民联营。", ["灰色"]),
        ("落实上级提出的要求。", []),
        ("各科要报数。", ["黑色"]),
        ("放宽外来渔船停靠限制。", []),
        ("嚴禁電魚。", ["红色"]),
    ],
)
def test_negation_quotation_and_nouns(text, codes):
    assert codes_of(text) == codes


def test_weak_terms_need_each_other():
    book = pd.DataFrame({"code": "甲类", "term": ["渔港", "泵站"], "weight": [0.5, 0.5]})
    assert codes_of("修渔港。渔港和渔港。修渔港和泵站。", book) == ["甲类"]


def test_places_hold():
    corpus = pa.load_corpus(pa.sample_path())
    found = pa.code_sentences(corpus, "tools")
    texts = dict(corpus.texts())
    assert len(found) > 100
    for row in found.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.text
        assert row.start <= row.term_start < row.term_end <= row.end
    plain = found[~found["term"].str.contains("…")]
    assert all(texts[r.doc_id][r.term_start : r.term_end] == r.term for r in plain.itertuples())


def test_cross_table_equals_scipy_and_residuals_of_the_definition():
    corpus = pa.load_corpus(pa.sample_path())
    found = pa.code_sentences(corpus)
    shares = pa.code_shares(found, corpus, by="year")
    wide = shares.pivot_table(index="group", columns="code", values="n").to_numpy()
    chi2, p, df, expected = chi2_contingency(wide, correction=False)
    first = shares.iloc[0]
    assert first["chi2"] == pytest.approx(chi2) and first["p"] == pytest.approx(p) and first["df"] == df
    assert shares.pivot_table(index="group", columns="code", values="expected").to_numpy() == pytest.approx(
        expected
    )
    share_r, share_c = wide.sum(1, keepdims=True) / wide.sum(), wide.sum(0) / wide.sum()
    residual = (wide - expected) / np.sqrt(expected * (1 - share_r) * (1 - share_c))
    assert shares.pivot_table(index="group", columns="code", values="residual").to_numpy() == pytest.approx(
        residual
    )
    assert shares["n"].sum() == len(found)


def test_parts_and_kinds():
    corpus = pa.load_corpus(pa.sample_path())
    found = pa.code_sentences(corpus, "tools")
    shares = pa.code_shares(found, corpus, of="kind", by="part")
    assert set(shares["group"]) <= set(corpus.passages["part"])
    assert set(shares["kind"]) == {"供给型", "环境型", "需求型"}
    assert shares["n"].sum() == len(found.drop_duplicates(["doc_id", "start", "kind"]))
    with pytest.raises(pa.InputError, match="give 'code' or 'kind'"):
        pa.code_shares(found, corpus, of="term")


def test_pmc_by_hand_and_the_sentence_behind_every_one():
    corpus = pa.load_corpus(pa.sample_path())
    items = pa.pmc_items(corpus, by="doc_id")
    assert ((items["text"] != "") == (items["value"] == 1)).all()
    index = pa.pmc_index(items).drop_duplicates("group").set_index("group")
    for group, rows in items.groupby("group"):
        by_hand = sum(part["value"].mean() for _, part in rows.groupby("variable"))
        assert index.loc[group, "pmc"] == pytest.approx(by_hand)
    ten = pd.DataFrame({"group": "甲", "variable": range(10), "item": "x", "value": [1] * 7 + [0] * 3})
    assert pa.pmc_index(ten)["grade"].unique().tolist() == ["优秀"]


@pytest.mark.parametrize("value", [2, "是", None, 0.5])
def test_what_is_neither_0_nor_1_is_named_with_its_row(value):
    items = pd.DataFrame({"group": "甲", "variable": "X1", "item": ["a", "b"], "value": [1, value]})
    with pytest.raises(pa.InputError, match=r"row 2: the value of b of 甲 is .*; it must be 0 or 1"):
        pa.pmc_index(items)
    with pytest.raises(pa.InputError, match="row 2: 甲 has a twice"):
        pa.pmc_index(items.assign(item="a", value=1))


def test_bad_code_books(tmp_path):
    good = pd.DataFrame({"code": ["甲"], "term": ["渠"]})
    for book, said in (
        ("strenght", "no code book 'strenght'; near it: strength"),
        (good.assign(wieght=1), "no column 'wieght'; near it: weight"),
        (good.drop(columns="term"), "no column 'term'"),
        (good.assign(weight=-1), "row 2: the weight of 渠 is not a positive number"),
        (good.assign(term=""), "row 2: the code 甲 is given without a term"),
        (pd.concat([good, good]), "row 3: repeats 渠 under 甲"),
        (good.assign(code=""), "row 2: has no code"),
        (good.iloc[:0], "holds no term"),
        (3, "int was given|3 was given"),
    ):
        with pytest.raises(pa.InputError, match=said):
            pa.load_code_book(book)
    path = tmp_path / "mine.csv"
    path.write_text("code,term\n甲,渠\n,闸\n", encoding="gb18030")
    with pytest.raises(pa.InputError, match=r"mine\.csv: row 3: has no code"):
        pa.load_code_book(path)


def test_figure():
    corpus = pa.load_corpus(pa.sample_path())
    ax = pa.plot_codes(pa.code_shares(pa.code_sentences(corpus), corpus, by="unit"), lang="en")
    assert ax.get_legend().get_texts()[0].get_text() == "red (forbids or limits)"


def test_a_part_of_the_plans_is_coded_alone():
    text = (
        "甲县2024年工作要点\n一、2023年工作回顾\n过去一年，全县严禁乱占耕地，取得成效。\n"
        "二、2024年重点工作\n各乡镇必须按月报告进度。\n"
    )
    corpus = pa.corpus_from_texts({"a": text})
    whole, plan = pa.code_sentences(corpus, "strength"), pa.code_sentences(corpus, "strength", part="plan")
    assert "严禁" in "".join(whole["terms"])
    assert set(plan["terms"]) < set(whole["terms"])
    assert "必须" in "".join(plan["terms"])
