"""Shared passages between hand-written plans: a historian can read what must be found."""

import random

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts, load_corpus
from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError
from plananalysis.resources import sample_path
from plananalysis.reuse import find_reuse

MILL = (
    "一、用水安排\n水车磨坊每逢初三开闸放水，由坊正登记各户用水时辰。\n"
    "二、修缮\n入秋以后逐段查看渠岸，发现渗漏当日填补，填补处插竹签为记。\n"
)
TEMPLE = (
    "本年寺田收成欠佳。入秋以后逐段查看渠岸，发现渗漏当日填补，填补处插竹签为记。"
    "香客捐助灯油由库头清点，月底张榜公布。\n"
)
GUILD = (
    "布行同业议定：染缸废水不得倾入官渠。\n香客捐助的灯油由库头逐日清点，月底张榜公布。\n"
    "学徒满三年者，由行首考验手艺。\n"
)


@pytest.fixture(scope="module")
def plans() -> Corpus:
    return corpus_from_texts({"mill": MILL, "temple": TEMPLE, "guild": GUILD})


COMMON = (
    "山水田园春秋冬夏东南西北天地人和风雨云雪花草树木江河湖海日月星光村镇城乡路桥车船门窗房屋桌椅书画琴棋"
    "衣食住行米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果父母兄弟姐妹朋友老师学生工人农民商店医院市场学校公园车站机场"
)
"""Everyday characters for made-up text, so that it does not look like a broken encoding."""


def babble(rng: random.Random, n: int) -> str:
    return "".join(rng.choice(COMMON) for _ in range(n))


def places(reuse: pd.DataFrame) -> set[tuple[str, str, str, str]]:
    return set(reuse[["doc_a", "text_a", "doc_b", "text_b"]].itertuples(index=False, name=None))


def test_verbatim_sentence_is_found_with_its_edges(plans):
    reuse = find_reuse(plans, register=[], extend=False)
    shared = "入秋以后逐段查看渠岸，发现渗漏当日填补，填补处插竹签为记"
    assert ("mill", shared, "temple", shared) in places(reuse)


def test_reworded_clause_is_found(plans):
    reuse = find_reuse(plans, register=[], extend=False)
    row = reuse[(reuse["doc_a"] == "guild") & (reuse["doc_b"] == "temple")].iloc[0]
    assert "灯油由库头逐日清点" in row["text_a"]
    assert "捐助灯油由库头清点" in row["text_b"]
    assert 0.5 < row["similarity"] < 1


def test_nothing_else_is_found(plans):
    assert len(find_reuse(plans, register=[], extend=False)) == 2


def test_offsets_point_into_the_original_text(plans):
    for row in find_reuse(plans, register=[], extend=False).itertuples():
        assert plans.text(row.doc_a)[row.start_a : row.end_a] == row.text_a
        assert plans.text(row.doc_b)[row.start_b : row.end_b] == row.text_b
        assert row.n_letters == max(sum(map(str.isalnum, row.text_a)), sum(map(str.isalnum, row.text_b)))


def test_traditional_characters_do_not_hide_reuse():
    texts = {"mill": MILL, "temple": "布行公所：入秋以後逐段查看渠岸，發現滲漏當日填補，填補處插竹簽為記。"}
    (row,) = find_reuse(corpus_from_texts(texts), register=[], extend=False).itertuples()
    assert row.text_a == "入秋以后逐段查看渠岸，发现渗漏当日填补，填补处插竹签为记"
    assert row.text_b == "入秋以後逐段查看渠岸，發現滲漏當日填補，填補處插竹簽為記"
    assert row.similarity == 1


def test_width_case_punctuation_and_numbers_do_not_hide_reuse():
    a = "前言。全年修筑石桥12座，培训船工350人，ABC渡口延时开放。"
    b = "另议。全年修筑石桥３７座、培训船工８０人，abc渡口延时开放！"
    (row,) = find_reuse(corpus_from_texts({"a": a, "b": b}), register=[], extend=False).itertuples()
    assert row.text_a.startswith("全年修筑石桥")
    assert row.text_b.rstrip("！").endswith("渡口延时开放")


def test_number_is_never_cut():
    a, b = "本年度发放渔船执照2025张给沿岸各村渔户。", "今年发放渔船执照18张给沿岸各村渔户。"
    reuse = find_reuse(corpus_from_texts({"a": a, "b": b}), min_chars=6, register=[], extend=False)
    for row in reuse.itertuples():
        for text, start, end in ((a, row.start_a, row.end_a), (b, row.start_b, row.end_b)):
            assert not (text[start].isdigit() and text[start - 1].isdigit())
            assert not (text[end - 1].isdigit() and text[end : end + 1].isdigit())


def test_quotation_marks_go_with_what_they_enclose():
    a, b = "今年要推行“春耕夏耘秋收冬藏四时法”。", "全村学习“春耕夏耘秋收冬藏四时法”，不误农时。"
    (row,) = find_reuse(corpus_from_texts({"a": a, "b": b}), register=[], extend=False).itertuples()
    assert row.text_a == row.text_b == "“春耕夏耘秋收冬藏四时法”"


def test_moved_clauses_are_one_passage():
    rng = random.Random(5)
    clauses = [babble(rng, 9) for _ in range(12)]
    moved = clauses[6:] + clauses[3:6] + clauses[:3]
    around = ["，".join(babble(rng, 9) for _ in range(20)) + "。" for _ in range(4)]
    texts = {
        "a": around[0] + "，".join(clauses) + "。" + around[1],
        "b": around[2] + "，".join(moved) + "。" + around[3],
    }
    best = find_reuse(corpus_from_texts(texts), min_chars=40, register=[], extend=False).iloc[0]
    assert best["n_letters"] >= 100


def test_excluded_spans_take_no_part():
    text = "本资料仅供内部会员下载参考使用。\n渔汛期间各船按旗号依次出港。\n"
    plain = corpus_from_texts({"a": text, "b": text.replace("依次", "顺次")})
    left_out = tables.from_records([("a", 0, 16, "advert"), ("b", 0, 16, "advert")], "excluded")
    corpus = Corpus(plain.documents, plain.passages, left_out, plain.skipped)
    reuse = find_reuse(corpus, register=[], extend=False)
    assert len(reuse) == 1
    assert reuse["start_a"].min() >= 16


def test_register_slogans_and_titles_are_formula():
    a = "各坊遵行《渠堰岁修与用水章程》。我们守望相助共修水渠同保丰年。后来换了坊正与掌柜。"
    b = "村中讲解《渠堰岁修与用水章程》。大家守望相助共修水渠同保丰年。后来换了坊正与掌柜。"
    reuse = find_reuse(
        corpus_from_texts({"a": a, "b": b}), register=["守望相助共修水渠同保丰年"], min_chars=8
    )
    kinds = {row.text_a: row.kind for row in reuse.itertuples()}
    assert all(kind == "passage" for text, kind in kinds.items() if "坊正" in text and "章程" not in text)
    assert any(kind == "formula" for text, kind in kinds.items() if "守望" in text or "章程" in text)


def test_wording_of_many_units_is_formula_and_less_distinctive():
    rng = random.Random(2)
    common, rare = "谨守渡口规矩按序登船过江", "夜半钟鸣三响方可解缆离岸"
    filler = [babble(rng, 60) for _ in range(8)]
    texts = {f"d{i}": f"{filler[i]}。{common}。" + (f"{rare}。" if i < 2 else "") for i in range(8)}
    reuse = find_reuse(corpus_from_texts(texts), register=[], extend=False)
    kinds = reuse.groupby("text_a")["kind"].first()
    assert kinds[common] == "formula"
    both = reuse[reuse["text_a"].str.contains(rare)]
    assert (both["kind"] == "passage").all()
    assert both["distinctiveness"].min() > reuse[reuse["text_a"] == common]["distinctiveness"].max()
    assert set(find_reuse(corpus_from_texts(texts), register=[], extend=False, kind="formula")["text_a"]) == {
        common
    }


def test_order_of_the_documents_changes_nothing(plans):
    texts = dict(plans.texts())
    backwards = plans.documents.iloc[::-1].reset_index(drop=True)
    turned = Corpus(backwards, plans.passages, plans.excluded, plans.skipped)
    assert list(turned.documents["doc_id"]) != list(texts)
    pd.testing.assert_frame_equal(find_reuse(plans), find_reuse(turned))


def test_one_against_many(plans):
    whole = find_reuse(plans, register=[], extend=False)
    asked = find_reuse(plans, query="guild", register=[], extend=False)
    assert set(asked["doc_a"]) == {"guild"}
    assert len(asked) == 1 < len(whole)


def test_between_two_units_are_the_rows_of_the_whole_table_with_these_two(plans):
    whole = find_reuse(plans, register=[], extend=False)
    unit = plans.documents.set_index("doc_id")["unit"]
    a, b = unit[whole["doc_a"].iloc[0]], unit[whole["doc_b"].iloc[0]]
    assert len(set(unit)) > 2
    for one, other in ((a, b), (b, a)):
        asked = find_reuse(plans, between=(one, other), register=[], extend=False)
        assert (set(asked["doc_a"].map(unit)), set(asked["doc_b"].map(unit))) == ({one}, {other})
        sides = {frozenset((row.text_a, row.text_b)) for row in asked.itertuples()}
        units = whole["doc_a"].map(unit) + whole["doc_b"].map(unit)
        expected = whole[units.isin([a + b, b + a])]
        assert sides == {frozenset((row.text_a, row.text_b)) for row in expected.itertuples()}


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (("无名县", "guild"), "no unit '无名县'"),
        (("guild",), "give two units"),
        ("guild", "give two units"),
        (("guild", "guild"), "give two units"),
    ],
)
def test_between_names_what_is_no_pair_of_units(plans, between, said):
    with pytest.raises(InputError, match=said):
        find_reuse(plans, between=between)


def test_query_corpus_is_compared_with_the_old_documents_only(plans):
    new = corpus_from_texts({"new_1": MILL, "new_2": MILL})
    asked = find_reuse(plans, query=new, register=[], extend=False)
    assert set(asked["doc_a"]) == {"new_1", "new_2"}
    assert not set(asked["doc_b"]) & {"new_1", "new_2"}


def test_repetition_within_one_document_is_told_on_request_only():
    text = "库头每月清点灯油并张榜公布。中间另有别的事情要办。库头每月清点灯油并张榜公布。"
    corpus = corpus_from_texts({"a": text, "b": "与此毫不相干的另一份文书。"})
    assert find_reuse(corpus, register=[], extend=False).empty
    (row,) = find_reuse(corpus, register=[], extend=False, within=True).itertuples()
    assert (row.doc_a, row.doc_b) == ("a", "a")
    assert row.end_a <= row.start_b


@pytest.mark.parametrize(
    "texts", [{"a": "只有一份文书，无可比较。"}, {"a": "", "b": "。。。"}, {"a": "短", "b": "短"}]
)
def test_too_little_gives_an_empty_table(texts):
    reuse = find_reuse(corpus_from_texts(texts))
    assert reuse.empty
    assert list(reuse.columns) == tables.columns("reuse")


def test_ten_characters_are_enough():
    (row,) = find_reuse(
        corpus_from_texts({"a": "夜半钟鸣三响解缆离岸", "b": "夜半钟鸣三响解缆离岸"})
    ).itertuples()
    assert row.n_letters == 10


def test_identical_documents_match_as_a_whole():
    reuse = find_reuse(corpus_from_texts({"a": MILL, "b": MILL, "c": MILL}), register=[], extend=False)
    assert len(reuse) == 3
    assert set(reuse["family"]) == {0}
    assert (reuse["similarity"] == 1).all()


def test_letters_beyond_the_basic_plane():
    text = "\U00020000\U00020001村的渠长𠮷田先生登记用水时辰"
    reuse = find_reuse(corpus_from_texts({"a": text, "b": "另有" + text}), register=[], extend=False)
    assert len(reuse) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [({"min_chars": 0}, "min_chars"), ({"kind": "both"}, "kind"), ({"query": "nobody"}, "nobody")],
)
def test_impossible_options_are_named(plans, options, message):
    with pytest.raises(InputError, match=message):
        find_reuse(plans, **options)


def test_sentence_repeated_without_end_stays_bounded():
    sentence = "渡口的石阶每日清扫两次并撒上细沙。"
    corpus = corpus_from_texts({"a": sentence * 20_000, "b": "前面的话。" + sentence + "后面的话。"})
    reuse = find_reuse(corpus, register=[], extend=False)
    assert 1 <= len(reuse) <= 10


@pytest.mark.slow
def test_paragraph_of_very_many_documents_is_one_family_without_all_pairs():
    rng = random.Random(4)
    paragraph = "渡口每日寅时开门，酉时闭门，遇大雾由更夫鸣锣示警，船只一律停靠北岸石埠"
    texts = {f"d{i:04d}": babble(rng, 30) + "。" + paragraph + "。" for i in range(1500)}
    reuse = find_reuse(corpus_from_texts(texts), register=[], extend=False)
    assert 1499 <= len(reuse) < 5 * 1500
    assert set(reuse["family"]) == {0}


def test_register_may_be_a_table_with_synonyms():
    wording = "渡口每日寅时开门酉时闭门"
    corpus = corpus_from_texts({"a": f"前言。{wording}。", "b": f"开头几句。{wording}。"})
    register = pd.DataFrame({"term": ["三时之约"], "synonyms": [f"另名四字｜{wording}"]})
    assert find_reuse(corpus, register=register, extend=False)["kind"].tolist() == ["formula"]
    assert find_reuse(corpus, register=[wording], extend=False)["kind"].tolist() == ["formula"]
    assert find_reuse(corpus, register=[], extend=False)["kind"].tolist() == ["passage"]


@pytest.mark.parametrize("year", [2023, 2024])
def test_plans_of_one_year_whose_rows_of_formulae_leave_no_phrase_are_searched_like_others(year):
    # Where the phrases of long formulae are all too short, or none is new, no passage is left to be measured.
    corpus = load_corpus(sample_path()).subset(year=year)
    found = find_reuse(corpus)
    assert len(found) > 5
    assert set(found["doc_a"]) | set(found["doc_b"]) <= set(corpus.documents["doc_id"])
