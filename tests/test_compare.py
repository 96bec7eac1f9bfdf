"""Two plans side by side: hand-made plans first, then the counterparts planted in the sample corpus."""

import json

import pandas as pd
import pytest

from plananalysis import InputError, corpus_from_texts, load_corpus
from plananalysis.compare import compare_plans, find_plan
from plananalysis.compare.align import pair
from plananalysis.compare.nodes import read_plan
from plananalysis.tables import columns
from shared import ROOT, shared_corpus

OLD = """机关党建工作要点
一、加强思想建设
（一）抓好理论学习。中心组每月集中学习，读书班每季举办一期，青年理论学习小组同步开展研讨。
（二）落实意识形态责任。每半年研判一次意识形态形势，管好网络阵地，及时回应网络舆情。
二、加强作风建设
（一）纠治四风。整治形式主义、官僚主义，落实中央八项规定精神，为基层减负。
（二）开展警示教育和执纪监督。通报典型案例，开展廉政教育；运用监督执纪四种形态，严肃查处违纪违法问题。
三、做好统战工作
（一）联系党外人士。定期听取党外知识分子和无党派人士的意见，办好联谊交友活动。
"""
NEW = """机关党建工作要点
一、突出理论武装
1.强化理论学习。坚持中心组学习制度，举办读书班，推动青年理论学习小组开展交流。
2.守好意识形态阵地。加强网络意识形态管理，做好网络舆情处置和舆论引导。
二、从严正风肃纪
1.持续改进作风。坚决反对形式主义、官僚主义，精文减会，为基层减负松绑。
2.抓好廉政教育。每季通报典型案例，开展警示教育，上好廉政党课。
3.严格监督执纪。运用监督执纪四种形态，严肃查处违纪违法行为。
三、关心青年干部
1.帮助青年成长。为年轻干部配导师，开展传帮带，组织青年干部到基层一线锻炼。
"""


@pytest.fixture(scope="module")
def two() -> pd.DataFrame:
    return compare_plans(corpus_from_texts({"old": OLD, "new": NEW}), "old", "new")


def pairs(table: pd.DataFrame, element: str) -> set[tuple[str, str]]:
    rows = table[(table["element"] == element) & ~table["relation"].str.startswith("only")]
    return set(zip(rows["heading_a"], rows["heading_b"], strict=True))


def test_items_and_sections_find_their_counterparts(two: pd.DataFrame) -> None:
    assert pairs(two, "section") == {("加强思想建设", "突出理论武装"), ("加强作风建设", "从严正风肃纪")}
    assert pairs(two, "item") == {
        ("抓好理论学习", "强化理论学习"),
        ("落实意识形态责任", "守好意识形态阵地"),
        ("纠治四风", "持续改进作风"),
        ("开展警示教育和执纪监督", "抓好廉政教育"),
        ("开展警示教育和执纪监督", "严格监督执纪"),
    }


def test_split_gap_and_order(two: pd.DataFrame) -> None:
    items = two[two["element"] == "item"]
    assert items["relation"].tolist() == ["pair", "pair", "pair", "split", "split", "only_a", "only_b"]
    gap = items[items["relation"] == "only_a"].iloc[0]
    assert gap["heading_a"] == "联系党外人士"
    assert gap["passage_b"] and 0 <= gap["similarity"] < 0.24  # the nearest passage, as evidence
    assert items[items["relation"] == "only_b"]["heading_b"].tolist() == ["帮助青年成长"]
    assert two["element"].tolist() == sorted(two["element"], reverse=True)


def test_the_other_way_round_is_the_same_with_sides_changed(two: pd.DataFrame) -> None:
    turned = compare_plans(corpus_from_texts({"old": OLD, "new": NEW}), "new", "old")
    for element in ("section", "item"):
        assert {(b, a) for a, b in pairs(turned, element)} == pairs(two, element)
    assert set(turned.loc[turned["relation"] == "merged", "heading_b"]) == {"开展警示教育和执纪监督"}


def test_places_lead_to_the_text(two: pd.DataFrame) -> None:
    lines = {"a": OLD.splitlines(), "b": NEW.splitlines()}
    for row in two.itertuples():
        assert row.heading_a in lines["a"][row.line_a - 1]
        assert row.heading_b in lines["b"][row.line_b - 1]


def test_plans_with_the_same_text_are_pairs_throughout() -> None:
    table = compare_plans(corpus_from_texts({"a": OLD, "b": OLD}), "a", "b")
    assert set(table["relation"]) == {"pair"}
    assert (table["heading_a"] == table["heading_b"]).all()
    assert table["similarity"].tolist() == pytest.approx([1.0] * len(table))


def test_plans_without_outline_are_compared_by_paragraph() -> None:
    a = "中心组每月集中学习，举办读书班，推动理论武装走深走实。\n整治形式主义、官僚主义，为基层减负。\n"
    b = "纠治四风，反对形式主义，减轻基层负担，精文减会。\n办好老年食堂，增加养老床位，发展嵌入式养老服务。\n"
    table = compare_plans(corpus_from_texts({"a": a, "b": b}), "a", "b")
    assert table["element"].tolist() == ["item"] * 3
    assert table["relation"].tolist() == ["only_a", "pair", "only_b"]
    assert table["heading_a"].iloc[1].startswith("整治形式主义")
    assert table["line_a"].iloc[1] == 2


def test_one_plan_with_and_one_without_outline() -> None:
    text = "中心组每月集中学习，举办读书班。\n办好老年食堂，增加养老床位，发展养老服务。\n"
    table = compare_plans(corpus_from_texts({"a": OLD, "b": text}), "a", "b")
    assert set(table.loc[table["element"] == "section", "relation"]) == {"only_a"}
    assert ("抓好理论学习", "中心组每月集中学习，举办读书班。") in pairs(table, "item")


def test_plans_on_other_matters_share_nothing() -> None:
    other = """一、发展养殖
（一）推广良种。引进奶牛良种，建设牧草基地，改造标准化牛舍。
（二）建设冷库。为渔港配建冷库和制冰厂。
"""
    table = compare_plans(corpus_from_texts({"a": OLD, "b": other}), "a", "b")
    assert set(table["relation"]) == {"only_a", "only_b"}


def test_an_empty_plan_leaves_gaps_only() -> None:
    table = compare_plans(corpus_from_texts({"a": OLD, "b": ""}), "a", "b")
    assert set(table["relation"]) == {"only_a"}
    assert list(table.columns) == columns("comparison")
    assert compare_plans(corpus_from_texts({"a": "", "b": ""}), "a", "b").empty


def test_numbered_sentences_belong_to_the_item_above_them() -> None:
    text = """一、服务企业
（一）兑现惠企资金。设立直通车，资金直达账户。
1.对科创企业给予担保费补贴，七个工作日内办结。
2.对吸纳就业的企业减免税费，到期前一个月提醒。
（二）联系企业。每月走访一次。
"""
    plan = read_plan(corpus_from_texts({"a": text}), "a")
    assert [item.heading for item in plan.items] == ["兑现惠企资金", "联系企业"]
    assert "担保费补贴" in plan.items[0].body
    assert plan.items[0].section == "服务企业"


def test_the_outer_of_nested_sections_answers_what_the_inner_do() -> None:
    nested = "一、推进机关党建\n" + NEW.replace("一、", "（一）").replace("二、", "（二）").replace(
        "三、", "（三）"
    )
    corpus = corpus_from_texts({"a": OLD, "b": nested.replace("机关党建工作要点\n", "")})
    found = pairs(compare_plans(corpus, "a", "b"), "section")
    assert {("加强思想建设", "突出理论武装"), ("加强思想建设", "推进机关党建")} <= found


def test_slogans_and_reuse_of_the_pairs() -> None:
    corpus = corpus_from_texts(
        {"a": "一、落实三会一课\n落实主题党日。\n", "b": "一、落实三会一课\n上好党课。\n"}
    )
    text = corpus.text("a")
    at = text.index("三会一课")
    slogans = pd.DataFrame(
        {
            "slogan": ["三会一课", "主题党日", "三会一课"],
            "doc_id": ["a", "a", "b"],
            "start": [at, text.index("主题党日"), at],
            "end": [at + 4, text.index("主题党日") + 4, at + 4],
        }
    )
    reuse = pd.DataFrame(
        {"doc_a": ["b"], "start_a": [2], "end_a": [8], "doc_b": ["a"], "start_b": [2], "end_b": [8]}
    )
    row = compare_plans(corpus, "a", "b", occurrences=slogans, reuse=reuse).iloc[0]
    assert (row["shared_slogans"], row["slogans_a"], row["slogans_b"]) == ("三会一课", "主题党日", "")
    assert row["reused_chars"] == 6


def test_a_left_over_half_joins_and_a_far_one_does_not() -> None:
    import numpy as np

    similar = np.array([[0.6, 0.5, 0.0], [0.0, 0.0, 0.3]])
    assert pair(similar, 0.24) == {(0, 0), (0, 1), (1, 2)}
    assert pair(np.array([[0.6, 0.33]]), 0.24) == {(0, 0)}  # less than 0.6 of what the pair has
    assert pair(np.zeros((0, 3)), 0.24) == set()


def test_bad_names_and_values() -> None:
    documents = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["市财政局", "市财政局"], "year": [2024, 2024]})
    corpus = corpus_from_texts({"a": OLD, "b": NEW}, metadata=documents)
    with pytest.raises(InputError, match="near it: 市财政局"):
        compare_plans(corpus, "财政局", "b")
    with pytest.raises(InputError, match="several plans; name one of a, b"):
        find_plan(corpus, "市财政局")
    with pytest.raises(InputError, match="same plan"):
        compare_plans(corpus, "a", "a")
    with pytest.raises(InputError, match="threshold=0"):
        compare_plans(corpus, "a", "b", threshold=0)
    with pytest.raises(InputError, match="no theme lexicon 'none'"):
        compare_plans(corpus, "a", "b", lexicon="none")


def test_a_unit_means_its_latest_plan() -> None:
    documents = pd.DataFrame({"doc_id": ["x", "y"], "unit": ["某局", "某局"], "year": [2024, 2023]})
    assert find_plan(corpus_from_texts({"x": OLD, "y": NEW}, metadata=documents), "某局") == "x"


@pytest.fixture(scope="module")
def sample():
    return load_corpus(ROOT / "corpus")


TRUTH = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))["comparisons"]


def f1(found: set, true: set) -> float:
    return 2 * len(found & true) / (len(found) + len(true))


@pytest.mark.parametrize("truth", TRUTH, ids=[f"{t['a']} {t['b']}" for t in TRUTH])
def test_planted_counterparts_and_gaps_are_found(sample, truth: dict) -> None:
    table = compare_plans(sample, truth["a"], truth["b"])
    open_a, open_b = set(truth.get("open_a", ())), set(truth.get("open_b", ()))
    open_a |= set(
        truth.get("open_prose_a", ())
    )  # paragraphs under no heading of their own, by their first words
    for element in ("section", "item"):
        entries = truth[f"{element}s"] + (truth.get("prose", []) if element == "item" else [])
        true = {(a, b) for entry in entries for a in entry["a"] for b in entry["b"]}
        found = {
            (a, b) for a, b in pairs(table, element) if (a, b) in true or not (a in open_a or b in open_b)
        }
        assert f1(found, true) >= 0.95
        rows = table[table["element"] == element]
        for side, left_out in (("a", open_a), ("b", open_b)):
            planted = set(truth[f"gap_{element}s_{side}"])
            alone = set(rows.loc[rows["relation"] == f"only_{side}", f"heading_{side}"]) - left_out
            # What is left out of the truth may pair with anything, so a gap may be taken by it.
            doubtful = open_b if side == "a" else open_a
            taken = {
                a if side == "a" else b
                for a, b in pairs(table, element)
                if (b if side == "a" else a) in doubtful
            }
            assert alone <= planted
            assert planted - taken <= alone


def test_real_plans_align_whole() -> None:
    corpus = shared_corpus("corpora", "seeds")
    first, second = corpus.documents["doc_id"].iloc[[2, 4]]
    table = compare_plans(corpus, first, second)
    sections = table[table["element"] == "section"]
    assert set(sections["relation"]) <= {"pair", "split", "merged"}  # no gap; long items answer sections, too
    assert len(pairs(table, "item")) >= 18


def test_plans_without_a_single_theme_term_are_compared_all_the_same():
    corpus = corpus_from_texts({"a": "一、朗读。", "b": "一、朗诵。"})
    assert compare_plans(corpus, "a", "b")["similarity"].between(0, 1).all()
