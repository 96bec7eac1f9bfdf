"""Slogans planted in invented plans are found, fragments are not, and every count is right."""

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts
from plananalysis.folding import fold
from plananalysis.slogans import find_slogans, slogan_occurrences
from shared import shared_corpus

PLANS = {
    "甲局": (
        "甲局年度工作要点\n"
        "一、建强支部\n"
        "增强“四个意识”，严格落实“三会一课”，推行“一员一档”。引导职工敢担当、善作为、守规矩。\n"
        "坚持把服务摆在首位，全力打好河道治理翻身仗，按照《河道管理办法》办事。\n"
        "召开例会，通报进度。\n"
    ),
    "乙局": (
        "乙局年度工作要点\n"
        "一、做实服务\n"
        "树牢四个意识，用好三会一课制度，实施“1+6+N”清单。做到敢担当，善作为，守规矩。\n"
        "全力打好河道治理翻身仗，开展“邻里灯火”行动。\n"
        "召开例会，安排任务。\n"
    ),
    "丙局": (
        "丙局年度工作要点\n"
        "一、转变作风\n"
        "“三会一课”要有质量。全力打好河道治理翻身仗，不当摆设、不走过场。\n"
        "召开例会，研究预算。\n"
    ),
}
REGISTER = pd.DataFrame({"term": ["三会一课"], "members": ["支部党员大会｜支部委员会｜党小组会｜党课"]})


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return find_slogans(corpus_from_texts(PLANS), register=REGISTER, extend=False)


def row(found: pd.DataFrame, slogan: str) -> pd.Series:
    rows = found[found["slogan"] == slogan]
    assert len(rows) == 1, f"{slogan}: {len(rows)} rows"
    return rows.iloc[0]


@pytest.mark.parametrize(
    ("slogan", "kind", "n", "n_docs", "quoted"),
    [
        ("三会一课", "numeric", 3, 3, 2),
        ("四个意识", "numeric", 2, 2, 1),
        ("一员一档", "numeric", 1, 1, 1),
        ("1+6+N", "numeric", 1, 1, 1),
        ("邻里灯火", "quoted", 1, 1, 1),
        ("敢担当、善作为、守规矩", "recurring", 2, 2, 0),
        ("全力打好河道治理翻身仗", "recurring", 3, 3, 0),
    ],
)
def test_planted_slogans_with_hand_counts(found, slogan, kind, n, n_docs, quoted):
    hit = row(found, slogan)
    assert (hit["kind"], hit["n"], hit["n_docs"], hit["n_units"]) == (kind, n, n_docs, n_docs)
    assert hit["quoted_share"] == pytest.approx(quoted / n)


def test_register_gives_status_and_members(found):
    assert row(found, "三会一课")["status"] == "known"
    assert row(found, "三会一课")["members"].split("｜")[-1] == "党课"
    assert row(found, "四个意识")["status"] == "unknown"
    assert row(found, "一员一档")["status"] == "local"


def test_another_comma_is_a_variant_of_the_same_row(found):
    assert row(found, "敢担当、善作为、守规矩")["variants"] == "敢担当，善作为，守规矩"


def test_pieces_titles_and_quantities_are_no_slogans(found):
    for piece in ("善作为、守规矩", "会一课", "河道治理翻身仗", "河道管理办法", "年度工作要点\n一"):
        assert piece not in set(found["slogan"])


def test_best_come_first_and_columns_are_the_schema(found):
    assert list(found.columns) == tables.columns("slogans")
    assert found["score"].is_monotonic_decreasing
    assert found["slogan"].iloc[0] == "三会一课"
    assert found["slogan"].is_unique


def test_counts_are_the_numbers_of_places(found):
    corpus = corpus_from_texts(PLANS)
    places = slogan_occurrences(corpus, found)
    counted = places.groupby("slogan").agg(
        n=("start", "size"), docs=("doc_id", "nunique"), share=("quoted", "mean")
    )
    indexed = found.set_index("slogan")
    assert counted["n"].to_dict() == indexed["n"].to_dict()
    assert counted["docs"].to_dict() == indexed["n_docs"].to_dict()
    pd.testing.assert_series_equal(
        counted["share"].sort_index(), indexed["quoted_share"].sort_index(), check_names=False
    )


def test_a_single_quoted_character_is_no_slogan():
    text = "在“渠”字上做文章，抓好渠道岁修。各坊修渠，渠清水秀，做到“渠水长流”。"
    slogans = set(find_slogans(corpus_from_texts({"a": text, "b": text.replace("各坊", "各村")}))["slogan"])
    assert "渠水长流" in slogans
    assert not [slogan for slogan in slogans if len(slogan) == 1]


def test_limit_and_min_docs():
    corpus = corpus_from_texts(PLANS)
    assert len(find_slogans(corpus, register=REGISTER, extend=False, limit=3)) == 3
    assert find_slogans(corpus, register=REGISTER, extend=False, min_docs=2)["n_docs"].min() == 2


def test_an_excluded_span_holds_nothing():
    corpus = corpus_from_texts(
        {"甲": "落实“三会一课”。\n名词解释\n1.“双灯双岗”：两盏灯。\n2.“四进四同”：同吃同住。\n"}
    )
    hidden = {
        "甲": [
            (int(a), int(b)) for a, b in zip(corpus.excluded["start"], corpus.excluded["end"], strict=True)
        ]
    }
    assert hidden["甲"], "the annex should be excluded"
    assert "双灯双岗" not in set(find_slogans(corpus, register=REGISTER, extend=False)["slogan"])


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"a": ""},
        {"a": 'Annual plan. Improve the service, "one stop" for all.'},
        {"甲": "一、总体要求\n二、主要任务\n三、保障措施\n"},
        {"甲": "\n\n\n"},
        {"甲": "“”‘’、，。"},
    ],
    ids=["nothing", "empty", "english", "headings", "blank", "marks"],
)
def test_poor_input_gives_a_table(texts):
    corpus = corpus_from_texts(texts)
    table = find_slogans(corpus, register=REGISTER, extend=False)
    assert list(table.columns) == tables.columns("slogans")
    assert list(slogan_occurrences(corpus, table).columns) == tables.columns("occurrences")


def test_one_document_without_quotation_marks():
    table = find_slogans(
        corpus_from_texts({"甲": PLANS["甲局"].replace("“", "").replace("”", "")}),
        register=REGISTER,
        extend=False,
    )
    assert "三会一课" in set(table["slogan"])
    assert (table["quoted_share"] == 0).all()


def test_same_table_whatever_the_order_of_documents():
    forward = find_slogans(corpus_from_texts(PLANS), register=REGISTER, extend=False)
    backward = find_slogans(corpus_from_texts(dict(reversed(PLANS.items()))), register=REGISTER, extend=False)
    pd.testing.assert_frame_equal(forward, backward)


def test_real_plans_counts_are_those_of_the_bare_text():
    corpus = shared_corpus("corpora", "seeds")
    table = find_slogans(corpus)
    texts = [fold(line).text for _, text in corpus.texts() for line in text.split("\n")]
    assert len(corpus) == 5
    for slogan, n in zip(table["slogan"].head(150), table["n"].head(150), strict=True):
        wanted = fold(slogan).text
        assert n == sum(text.count(wanted) for text in texts), slogan


def test_amounts_spans_of_time_and_explanations_are_no_slogans():
    text = (
        "办结率达到百分之百，五个工作日内答复，新增泊位100个以上，党课每季度至少讲一次。推行“3”是指组建三支潜水员突击队。"
        "整治扬尘落实“六个百分之百”。"
    )
    texts = dict.fromkeys(("甲", "乙", "丙"), text)
    table = find_slogans(corpus_from_texts(texts), register=REGISTER, extend=False)
    assert table["slogan"].iloc[0] == "六个百分之百"
    best = set(table.loc[table["score"] > 1.2, "slogan"])
    assert not best & {
        "达到百分之百",
        "五个工作日内",
        "五个工作日内答复",
        "指组建三支潜水员突击队",
        "100个以上",
        "党课每季度至少讲一次",
        "百分之百",
        "一律",
    }
    assert not table["slogan"].str.contains("是指").any() or (
        table.loc[table["slogan"].str.contains("是指"), "score"].max() < 0.3
    )


@pytest.mark.parametrize("marks", ["“”", "「」", "『』", "‘’", '""', "''"])
def test_quotation_marks_of_every_kind(marks):
    corpus = corpus_from_texts(
        {"甲": f"落实{marks[0]}海燕归巢{marks[1]}计划，联系{marks[0]}双灯双岗{marks[1]}。"}
    )
    found = find_slogans(corpus, register=REGISTER, extend=False).set_index("slogan")
    assert found.loc[["海燕归巢", "双灯双岗"], "quoted_share"].tolist() == [1, 1]


def test_other_spellings_in_other_documents_support_each_other():
    texts = {
        "甲": "引导干部走在前、作表率。",
        "乙": "引导干部走在前、做表率。",
        "丙": "引导干部比干劲、拼实绩。",
    }
    found = find_slogans(corpus_from_texts(texts), register=REGISTER, extend=False).set_index("slogan")
    assert found.loc["走在前、作表率", "wording_of"] == found.loc["走在前、做表率", "wording_of"]
    assert (
        found.loc[["走在前、作表率", "走在前、做表率"], "score"].min() > found.loc["比干劲、拼实绩", "score"]
    )


def test_every_pattern_searched_for_in_a_column_is_one_that_arrow_takes(monkeypatch):
    compute = pytest.importorskip("pyarrow.compute")
    contains = pd.Series.str.contains
    asked = []

    def record(self, pat, *args, **kwargs):
        asked.append(getattr(pat, "pattern", pat))
        return contains(self, pat, *args, **kwargs)

    monkeypatch.setattr(pd.Series.str, "contains", record)
    find_slogans(corpus_from_texts(PLANS), register=REGISTER, extend=False, limit=1)
    assert asked
    for pattern in asked:
        compute.match_substring_regex(["三会一课"], pattern=pattern)


def test_a_numbered_slogan_is_not_counted_where_it_is_the_end_of_a_longer_number():
    texts = {
        "a": "一、开局\n实现“十五五”良好开局，全力办好“五良”工程。",
        "b": "一、开局\n确保“十五五”良好开局。",
        "c": "一、开局\n推进“五良”配套，谋划“十五五”良好开局。",
    }
    corpus = corpus_from_texts(texts)
    found = find_slogans(corpus)
    row = found.set_index("slogan").loc["五良"]
    assert row[["n", "n_docs"]].tolist() == [2, 2]
    places = slogan_occurrences(corpus, found)
    assert (places["slogan"] == "五良").sum() == 2
