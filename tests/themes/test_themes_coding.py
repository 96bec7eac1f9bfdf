"""Coding by hand arithmetic, places against the text, and the lexicons on real plans."""

import csv
import math

import numpy as np
import pandas as pd
import pytest

from plananalysis import corpus_from_texts, load_corpus
from plananalysis.errors import InputError
from plananalysis.folding import fold
from plananalysis.resources import resource
from plananalysis.themes import (
    UNCODED,
    code_themes,
    main_themes,
    suggest_lexicon,
    theme_evidence,
    theme_profile,
)
from plananalysis.themes.term_matching import find_terms, matcher
from shared import shared_corpus, shared_path

LEXICON = pd.DataFrame(
    {
        "theme": ["学", "学", "廉", "廉", "工"],
        "term": ["党课", "学习", "廉政", "廉政党课", "学习"],
        "weight": [3.0, 1.0, 3.0, 2.0, 2.0],
    }
)


def test_scores_are_weight_squared_times_one_plus_log_count():
    corpus = corpus_from_texts({"a": "学习，再学习，上党课。"})
    coded = code_themes(corpus, lexicon=LEXICON).set_index("theme")
    assert coded.loc["学", "score"] == pytest.approx(9 + 1 + math.log(2))
    assert coded.loc["工", "score"] == pytest.approx(4 * (1 + math.log(2)))
    assert coded["weight"].sum() == pytest.approx(1)
    assert coded.loc["学", "terms"] == "党课｜学习"


def test_the_longest_term_speaks_alone():
    evidence = theme_evidence(corpus_from_texts({"a": "开设廉政党课。"}), lexicon=LEXICON)
    assert evidence[["term", "theme"]].to_numpy().tolist() == [["廉政党课", "廉"]]


def test_headings_count_twice_and_for_what_stands_below():
    corpus = corpus_from_texts({"a": "一、学习\n（一）廉政\n讲好党课。\n"})
    coded = code_themes(corpus, lexicon=LEXICON)
    below = coded[coded["heading"] == "廉政"].set_index("theme")["score"]
    assert below.to_dict() == pytest.approx({"学": 9 + 1, "廉": 2 * 9, "工": 4})
    body = code_themes(corpus, lexicon=LEXICON, text="body")
    assert body[["heading", "theme"]].astype(str).to_numpy().tolist() == [["廉政", "学"]]


def test_a_passage_without_terms_is_said_to_be_uncoded():
    coded = code_themes(corpus_from_texts({"a": "一、安排\n今年天气很好。\n"}), lexicon=LEXICON)
    assert coded[["theme", "weight", "score"]].to_numpy().tolist() == [[UNCODED, 1.0, 0.0]]
    assert list(coded["theme"].cat.categories) == ["学", "廉", "工", UNCODED]


def test_offsets_hold_in_the_text_with_quotes_and_blanks():
    text = "一、要点\r\n办好“党 课”，抓 学习。\n二、廉政\n做好 廉政 教育。\n"
    corpus = corpus_from_texts({"a": text})
    stored = corpus.text("a")
    evidence = theme_evidence(corpus, lexicon=LEXICON)
    assert len(evidence)
    for row in evidence.itertuples():
        assert fold(stored[row.start : row.end]).text == row.term


def test_no_match_reaches_over_a_line_end():
    found = matcher(LEXICON)
    assert len(find_terms(["党\n课"], found).term) == 0
    assert len(find_terms(["党 课"], found).term) == 1


def test_main_themes_lists_all_in_one_row():
    corpus = corpus_from_texts({"a": "讲廉政，学习，学习。", "b": "无"})
    table = main_themes(code_themes(corpus, lexicon=LEXICON))
    assert table["passage_id"].is_unique
    assert table["all_themes"].tolist() == ["廉 0.52｜工 0.39｜学 0.10", f"{UNCODED} 1.00"]


def test_profile_has_length_one_and_is_zero_without_terms():
    assert theme_profile("党课", LEXICON).tolist() == [1, 0, 0]
    assert np.linalg.norm(theme_profile("学习廉政", LEXICON)) == pytest.approx(1)
    assert theme_profile("无", LEXICON).tolist() == [0, 0, 0]


def test_empty_corpus_gives_empty_tables():
    corpus = corpus_from_texts({})
    assert theme_evidence(corpus).empty
    assert code_themes(corpus).empty
    assert main_themes(code_themes(corpus)).empty
    assert suggest_lexicon(corpus) == "party_building"


def test_an_unknown_text_option_is_named():
    with pytest.raises(InputError, match="text='head' is not one of all, body"):
        code_themes(corpus_from_texts({"a": "党课"}), text="head")


def test_the_sample_corpus_is_coded_as_its_headings_say():
    corpus = load_corpus(resource("corpus"))
    coded = main_themes(code_themes(corpus, lexicon="government_work", text="body"))
    county = coded[coded["doc_id"] == "2024-市生态环境局"]
    assert (county["theme"].astype(str) == "生态环境").mean() > 0.6
    assert suggest_lexicon(corpus) == "government_work"


def test_the_party_lexicon_codes_real_plans():
    gold = list(csv.DictReader(shared_path("gold", "themes_seeds.csv").open(encoding="utf-8-sig")))
    corpus = shared_corpus("corpora", "seeds")
    assert suggest_lexicon(corpus) == "party_building"
    coded = main_themes(code_themes(corpus, text="body"))
    theme = {(row.doc_id, row.line): str(row.theme) for row in coded.itertuples()}
    right = [theme.get((row["file"][:-4], int(row["line"]))) == row["theme"] for row in gold]
    assert np.mean(right) >= 0.85


@pytest.mark.slow
def test_the_government_lexicon_fits_provincial_reports():
    corpus = shared_corpus("corpora", "provinces_2025")
    assert suggest_lexicon(corpus) == "government_work"
    coded = main_themes(code_themes(corpus, lexicon="government_work", text="body"))
    told = {
        "乡村全面振兴": "乡村振兴",
        "生态环境": "生态环境",
        "文化": "文化",
        "政府自身建设": "政府自身建设",
    }
    right = [
        str(row.theme) == theme
        for row in coded.itertuples()
        for word, theme in told.items()
        if word in row.heading and "城乡" not in row.heading
    ]
    assert len(right) >= 20
    assert np.mean(right) >= 0.85


def test_without_a_lexicon_the_one_that_fits_is_taken():
    corpus = corpus_from_texts({"a": "粮食产量增长，高标准农田建成五千亩，新增就业三千人。"})
    assert suggest_lexicon(corpus) == "government_work"
    fitting = code_themes(corpus, lexicon="government_work")
    assert code_themes(corpus)["theme"].tolist() == fitting["theme"].tolist()
    assert (
        theme_evidence(corpus)["theme"].tolist()
        == theme_evidence(corpus, lexicon="government_work")["theme"].tolist()
    )
