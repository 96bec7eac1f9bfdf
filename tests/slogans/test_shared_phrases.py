"""Phrases that nobody marks are found where many plans share them, and nothing else moves."""

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.corpus.model import Corpus
from plananalysis.report.sections.slogans import prominent_slogans
from plananalysis.segmentation.cut import general_frequency
from plananalysis.slogans import find_slogans, shared_phrases, slogan_lexicon
from plananalysis.slogans.held_parts import held_parts
from plananalysis.slogans.numeric import is_numeric
from plananalysis.slogans.phrase import read_phrase
from plananalysis.slogans.phrase_forms import read_form
from plananalysis.slogans.shared_phrases import _whole, stands_apart

PLACES = "甲乙丙丁戊己庚辛壬癸子丑"
FRAMES = (
    "一、水利\n大力发展云雾经济，疏浚渠道。",
    "一、产业\n把云雾经济做成支柱，茶园扩面。",
    "一、农业\n围绕云雾经济，修好山路。",
    "一、规划\n培育云雾经济和竹编。",
)
FILLERS = (
    "会上通报了渠水检测的结果。",
    "各村报来的账目已经核过。",
    "乡里的木桥换了新的桥板。",
    "今冬的柴火提早运到学校。",
)


def _corpus(n: int, *, mark: str = "") -> Corpus:
    """Return so many plans that write 云雾经济 in ever other sentences; the first one marks some words."""
    texts = {}
    for i, place in enumerate(PLACES[:n]):
        texts[f"{place}县"] = (
            f"{place}县年度工作要点\n{FRAMES[i % 4]}\n{FRAMES[(i + 1) % 4][5:]}\n{FILLERS[i % 4]}\n"
        )
    if mark:
        texts["甲县"] += mark
    return corpus_from_texts(texts)


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return find_slogans(_corpus(12), extend=False).set_index("slogan")


def test_an_unmarked_phrase_of_many_plans_is_found_and_counted(found: pd.DataFrame) -> None:
    assert found.loc["云雾经济", ["n", "n_docs"]].tolist() == [24, 12]


def test_what_nothing_else_speaks_for_is_a_term_unless_it_is_among_the_first_and_names_a_policy(
    found: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found.loc["云雾经济", "kind"] == "recurring"
    monkeypatch.setattr(shared_phrases, "FOREMOST", 0)
    later = find_slogans(_corpus(12), extend=False).set_index("slogan")
    assert later.loc["云雾经济", "kind"] == "term"


def test_pieces_of_a_phrase_have_no_row(found: pd.DataFrame) -> None:
    assert not {"雾经济", "发展云雾经济", "云雾"} & set(found.index)


def test_a_few_plans_are_no_evidence_for_a_term() -> None:
    few = find_slogans(_corpus(5), extend=False)
    assert "term" not in set(few["kind"])


def test_quoted_and_numeric_slogans_keep_their_order() -> None:
    mark = "用好“渠长制”，落实“三查四巡”，开展“邻里灯火”行动。\n"
    marked = find_slogans(_corpus(12, mark=mark), extend=False)
    marked = marked[marked["kind"].isin(["quoted", "numeric"])]["slogan"].tolist()
    alone = find_slogans(_corpus(1, mark=mark), extend=False)
    alone = alone[alone["kind"].isin(["quoted", "numeric"])]["slogan"].tolist()
    assert marked == alone


def test_order_of_documents_changes_nothing() -> None:
    corpus = _corpus(12)
    texts = dict(corpus.texts())
    turned = find_slogans(corpus_from_texts(dict(reversed(texts.items()))), extend=False)
    pd.testing.assert_frame_equal(find_slogans(corpus_from_texts(texts), extend=False), turned)


def test_names_of_plan_periods_are_a_kind_of_their_own() -> None:
    texts = {
        f"{place}县": f"落实“十五五规划”和“三查四巡”。{FILLERS[i % 4]}" for i, place in enumerate(PLACES)
    }
    kinds = find_slogans(corpus_from_texts(texts)).set_index("slogan")["kind"]
    assert kinds["十五五规划"] == "period"


def _rows(**columns: list) -> pd.DataFrame:
    size = len(columns["slogan"])
    return pd.DataFrame({"status": [""] * size, "n_units": columns["n_docs"], **columns})


def test_the_most_widespread_are_chosen_among_all_that_are_registered_or_sure() -> None:
    rows = _rows(
        slogan=["三查四巡", "云雾经济", "十四五", "渠水长清", "修好山路"],
        kind=["numeric", "term", "period", "recurring", "recurring"],
        score=[5.0, 4.0, 6.0, 0.2, 1.5],
        n=[3, 90, 80, 60, 70],
        n_docs=[2, 30, 30, 20, 25],
    ).assign(status=["", "", "known", "known", ""], quoted_share=0.0)
    assert prominent_slogans(rows)["slogan"].tolist() == ["渠水长清", "三查四巡", "修好山路"]


def test_terms_are_not_kept_whole_unless_registered() -> None:
    rows = _rows(
        slogan=["云雾经济", "竹编经济"], kind=["term", "term"], score=[3.0, 3.0], n=[9, 9], n_docs=[9, 9]
    )
    assert slogan_lexicon(rows.assign(status=["", "known"]))["term"].tolist() == ["竹编经济"]


def test_a_part_needs_two_places_and_a_seventh_of_its_own() -> None:
    assert [stands_apart(10, 8), stands_apart(10, 9), stands_apart(100, 90)] == [True, False, False]


def test_frequencies_of_general_chinese_are_those_of_jieba() -> None:
    jieba = pytest.importorskip("jieba")
    tokenizer = jieba.Tokenizer()
    counts, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    for word in ("经济", "渠道", "可持续", "竹"):
        if counts.get(word):
            assert np.isclose(general_frequency(word), counts[word] / total, rtol=0.02)


def test_a_verb_belongs_to_a_phrase_that_is_never_without_it() -> None:
    table = pd.DataFrame(
        {
            "text": ["全面修复渠网", "修复渠网", "大力发展竹编", "发展竹编"],
            "n": [9, 10, 5, 20],
            "piece": False,
        }
    )
    led = np.array([True, False, True, False])
    kept = _whole(table, led, np.arange(4))
    assert table["text"][kept].tolist() == ["全面修复渠网", "发展竹编"]


def test_a_bare_all_purpose_verb_is_never_part_of_a_phrase() -> None:
    table = pd.DataFrame(
        {
            "text": ["建设渠网政府", "渠网政府", "统筹渠水和村庄", "渠水和村庄"],
            "n": [7, 7, 42, 44],
            "piece": False,
        }
    )
    led = np.array([True, False, True, False])
    kept = _whole(table, led, np.arange(4))
    assert table["text"][kept].tolist() == ["渠网政府", "统筹渠水和村庄"]


def test_a_verb_inside_a_longer_phrase_takes_nothing_away() -> None:
    table = pd.DataFrame({"text": ["加快渠网新村建造", "渠网新村"], "n": [8, 30], "piece": False})
    assert _whole(table, np.array([True, False]), np.arange(2)).tolist() == [0, 1]


def test_sayings_are_phrases_whatever_word_they_end_with() -> None:
    assert not read_form("渠水为要", 1.0, built=False).phrase
    assert read_form("渠水为要", 1.0, built=True).phrase
    assert read_phrase("渠水为要").whole == read_phrase("又深又宽修渠").whole == 1


def test_terms_begin_with_regions_and_end_with_verbs_taken_for_adverbs() -> None:
    forms = {
        text: read_form(text, 1.0, built=False).phrase
        for text in ("西部修渠", "以下修渠", "渠网设备更新", "修渠不断")
    }
    assert forms == {"西部修渠": True, "以下修渠": False, "渠网设备更新": True, "修渠不断": False}


def test_what_names_a_line_of_policy_ranks_before_what_names_things() -> None:
    texts = {}
    for i, place in enumerate(PLACES):
        filler = FILLERS[i % 4]
        texts[f"{place}县"] = (
            f"{place}县年度工作要点\n{filler}\n推进云雾战略，{filler}\n坚持云雾战略。\n推进竹编人员，{filler}\n坚持竹编人员。\n"
        )
    found = find_slogans(corpus_from_texts(texts), extend=False)["slogan"].tolist()
    assert found.index("云雾战略") < found.index("竹编人员")


def test_parallel_clauses_that_one_plan_writes_once_rank_behind_what_all_share() -> None:
    corpus = _corpus(12, mark="清水渠、修木桥、种毛竹。\n")
    found = find_slogans(corpus, extend=False)["slogan"].tolist()
    assert found.index("云雾经济") < found.index("清水渠、修木桥、种毛竹")


def test_what_stands_only_in_a_longer_phrase_is_found_on_its_row() -> None:
    texts = ["云雾荣辱观教育", "云雾荣辱观", "雾荣辱观", "竹编经济", "经济"]
    scored = pd.DataFrame(
        {"text": texts, "n": [12, 13, 13, 30, 90], "phrase": [True, True, False, True, True]}
    )
    scored = scored.assign(length=scored["text"].str.len(), clauses=1, parallel=0.0, aligned=1.0, whole=1.0)
    best = scored.iloc[[0, 3]]
    assert held_parts(best, scored) == [[1], []]
    assert held_parts(best, scored.assign(n=[12, 14, 13, 30, 90])) == [[], []]


def test_some_members_of_a_list_are_another_list() -> None:
    texts = ["各村同心修渠、同力护渠", "同心修渠、同力护渠", "同心修渠"]
    scored = pd.DataFrame({"text": texts, "n": [4, 4, 4], "phrase": [False, False, True]})
    scored = scored.assign(
        length=scored["text"].str.len(), clauses=[2, 2, 1], parallel=0.9, aligned=1.0, whole=1.0
    )
    assert held_parts(scored.head(1), scored) == [[1]]


@pytest.mark.parametrize("text", ["一体化", "一揽子", "一个渠区", "一站式渠务", "一项重要渠务"])
def test_common_words_with_one_are_no_abbreviations(text: str) -> None:
    assert not is_numeric(text)


def test_of_slogans_that_hold_each_other_one_is_shown() -> None:
    rows = _rows(
        slogan=["三渠", "三渠问题", "八项渠规", "乡里八项渠规", "云雾战略"],
        kind=["numeric"] * 4 + ["recurring"],
        score=[5.0] * 5,
        n=[50, 8, 33, 33, 40],
        n_docs=[30, 8, 26, 26, 29],
    ).assign(quoted_share=0.0)
    assert prominent_slogans(rows)["slogan"].tolist() == ["三渠", "云雾战略", "乡里八项渠规"]
