"""The panel of units and years."""

import warnings

import numpy as np
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.folding import fold_text
from shared import shared_corpus

TEXT = "{}2024年工作要点\n一、去年工作回顾\n完成修渠{}公里。\n二、今年主要目标\n主要预期目标是：生产总值增长{}%。\n三、今年工作安排\n年内修渠{}公里，抓党建。"


def corpus_of(rows):
    facts = pd.DataFrame(
        {
            "doc_id": [f"d{i}" for i in range(len(rows))],
            "unit": [r[0] for r in rows],
            "year": [r[1] for r in rows],
        }
    )
    return pa.corpus_from_texts({f"d{i}": row[2] for i, row in enumerate(rows)}, facts)


PROVINCES = corpus_of(
    [
        ("浙江省", 2023, TEXT.format("浙江省", 3, 5, 8)),
        ("浙江省", 2024, TEXT.format("浙江省", 8, 5.5, 9)),
        ("江苏省", 2024, TEXT.format("江苏省", 1, 6, 2)),
    ]
)


def test_a_row_for_each_unit_and_year_with_codes_and_values():
    frame = pa.panel(PROVINCES, terms=["党建", "修渠"])
    assert frame[["unit", "code", "year"]].to_numpy().tolist() == [
        ["浙江省", 330000, 2023],
        ["浙江省", 330000, 2024],
        ["江苏省", 320000, 2024],
    ]
    assert frame["target_地区生产总值"].tolist() == [5.0, 5.5, 6.0]
    n = [fold_text(text).count("修渠") for _, text in PROVINCES.texts()]
    assert frame["rate_修渠"].to_numpy() == pytest.approx(10_000 * np.array(n) / frame["n_chars"])
    parts = frame.filter(like="part_")
    assert parts.sum(axis=1).to_numpy() == pytest.approx(1.0)
    assert (frame["part_lookback"] > 0).all()
    assert frame.filter(like="theme_").sum(axis=1).to_numpy() == pytest.approx(1.0)


def test_balance_fills_with_missing_values_or_drops():
    filled = pa.panel(PROVINCES, measures="targets", balance="fill").set_index(["unit", "year"])
    assert len(filled) == 4
    assert pd.isna(filled.loc[("江苏省", 2023), "target_地区生产总值"])
    assert pd.isna(filled.loc[("江苏省", 2023), "n_chars"])
    assert filled.loc[("江苏省", 2023), "code"] == 320000
    dropped = pa.panel(PROVINCES, measures="targets", balance="drop")
    assert dropped["unit"].unique().tolist() == ["浙江省"]


def test_similarity_is_that_of_the_matrix_and_missing_without_a_year_before():
    frame = pa.panel(PROVINCES, measures="similarity", superior="江苏省").set_index(["unit", "year"])
    assert pd.isna(frame.loc[("浙江省", 2023), "similarity_last"])
    dfm = pa.tfidf(pa.count_features(pa.tokens(PROVINCES), PROVINCES, by="doc_id"))
    cosine = pa.similarity_matrix(dfm)
    assert frame.loc[("浙江省", 2024), "similarity_last"] == pytest.approx(cosine.loc["d1", "d0"])
    assert frame.loc[("浙江省", 2024), "similarity_superior"] == pytest.approx(cosine.loc["d1", "d2"])
    assert pd.isna(frame.loc[("江苏省", 2024), "similarity_superior"])


def test_shares_of_letters_sum_to_one():
    frame = pa.panel(PROVINCES, measures="reuse")
    assert frame[["share_own", "share_passage", "share_formula"]].sum(axis=1).to_numpy() == pytest.approx(1.0)


def test_what_has_no_code_no_year_or_two_documents_is_named():
    corpus = corpus_of([("枫屿县", 2024, "抓党建。"), ("枫屿县", 2024, "修渠。"), ("江苏省", None, "修渠。")])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        frame = pa.panel(corpus, measures="terms", terms="修渠")
    said = [str(each.message) for each in caught if issubclass(each.category, pa.PlanWarning)]
    assert any("1 document has no unit or no year, left out (d2)" in line for line in said)
    assert any("1 plan has several documents, which count as one (枫屿县 2024: 2)" in line for line in said)
    assert any("no administrative division" in line and "枫屿县" in line for line in said)
    assert frame[["unit", "n_docs", "n_chars"]].to_numpy().tolist() == [["枫屿县", 2, 7]]
    assert frame["code"].isna().all()
    assert frame["rate_修渠"].tolist() == pytest.approx([10_000 / 7])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"measures": "theme"}, "there is no 'theme'"),
        ({"measures": "terms"}, "none is given"),
        ({"balance": "yes"}, "give 'as_is', 'fill' or 'drop'"),
        ({"measures": "similarity", "superior": "江苏"}, "'江苏' is no unit of the corpus"),
    ],
)
def test_bad_options_are_refused_with_the_remedy(options, said):
    with pytest.raises(pa.InputError, match=said):
        pa.panel(PROVINCES, **options)


def test_stata_reads_what_was_written_with_labels(tmp_path):
    frame = pa.panel(PROVINCES, terms="党建", by_part=True)
    pa.write_table(frame, tmp_path / "panel.dta")
    with pd.read_stata(tmp_path / "panel.dta", iterator=True) as reader:
        back, labels = reader.read(), reader.variable_labels()
    assert back.columns.tolist() == frame.columns.tolist()
    for name in frame.columns:
        if name != "unit":
            np.testing.assert_allclose(back[name].astype(float), frame[name].astype(float))
    assert labels["rate_党建"] == "occurrences of 党建 per 10,000 characters"
    assert labels["code"].endswith("(GB/T 2260)")
    book = pa.panel_codebook(frame).set_index("column")
    assert book.index.tolist() == frame.columns.tolist()
    assert (book["meaning"] != "").all() and (book["meaning_zh"] != "").all()


def test_counts_of_real_reports_are_those_of_str_count():
    corpus = shared_corpus("corpora", "state_council_2003_2012")
    terms = ["改革", "三农", "和谐社会"]
    frame = pa.panel(corpus, measures="terms", terms=terms)
    for (_, row), (doc_id, text) in zip(frame.iterrows(), sorted_texts(corpus), strict=True):
        excluded = corpus.excluded[corpus.excluded["doc_id"] == doc_id]
        for start, end in zip(excluded["start"], excluded["end"], strict=True):
            text = text[:start] + "\n" * (end - start) + text[end:]
        for term in terms:
            n = sum(fold_text(line).count(term) for line in text.split("\n"))
            assert row[f"rate_{term}"] == pytest.approx(10_000 * n / row["n_chars"])


def sorted_texts(corpus):
    year = corpus.documents.set_index("doc_id")["year"]
    return sorted(corpus.texts(), key=lambda pair: year[pair[0]])
