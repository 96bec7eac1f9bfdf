"""Paragraphs are coded, passages are their sums; what speaks of no field of work has no theme."""

import math
import warnings

import numpy as np
import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.errors import InputError, PlanWarning
from plananalysis.plots import plot_theme_flow
from plananalysis.themes import (
    UNCODED,
    code_paragraphs,
    code_themes,
    main_themes,
    theme_emphasis,
    theme_evidence,
    theme_flow,
    theme_passages,
)
from plananalysis.themes.silent import ceremony_spans, title_lines

LEXICON = pd.DataFrame(
    {"theme": ["渠", "渠", "路"], "term": ["疏浚", "渠道", "铺路"], "weight": [3.0, 1.0, 3.0]}
)

TEXT = """渠岸县政府工作报告
各位代表：
现在，我代表县政府报告疏浚工作，请予审议。
一、去年工作回顾
疏浚东渠，疏浚西渠。
各位代表！向疏浚渠道、铺路架桥的同志们表示衷心感谢！
二、今年工作安排
（一）修好水利
疏浚南渠。
铺路到村，铺路到户，铺路到田。
看天吃饭的日子过去了。
（二）铺路
今年再铺十条。
"""


@pytest.fixture
def corpus():
    return corpus_from_texts({"a": TEXT})


def rows(table, *columns):
    return table[list(columns)].astype({"theme": str}).to_numpy().tolist()


def test_each_paragraph_is_coded_by_its_own_terms_and_stands_at_its_place(corpus):
    table = code_paragraphs(corpus, lexicon=LEXICON, part="plan", text="body")
    assert rows(table, "line", "theme") == [[9, "渠"], [10, "路"], [11, UNCODED], [13, UNCODED]]
    text = corpus.text("a").split("\n")
    for row in table.itertuples():
        assert corpus.text("a")[row.start : row.end] == text[row.line - 1]
    assert table["score"].tolist() == pytest.approx([9, 9 * (1 + math.log(3)), 0, 0])


def test_a_passage_is_the_sum_of_its_paragraphs_each_by_its_length(corpus):
    paragraphs = code_paragraphs(corpus, lexicon=LEXICON)
    passages = code_themes(corpus, lexicon=LEXICON)
    assert passages.groupby("passage_id")["weight"].sum().to_numpy() == pytest.approx(1)
    length = paragraphs["end"] - paragraphs["start"]
    whole = length[~paragraphs.duplicated(["doc_id", "start"])].groupby(paragraphs["passage_id"]).sum()
    summed = (
        (paragraphs["weight"] * length)
        .groupby([paragraphs["passage_id"], paragraphs["theme"].astype(str)])
        .sum()
    )
    for row in passages.itertuples():
        assert row.weight == pytest.approx(summed[row.passage_id, str(row.theme)] / whole[row.passage_id])
    score = paragraphs.groupby(["passage_id", paragraphs["theme"].astype(str)])["score"].sum()
    for row in passages.itertuples():
        assert row.score == pytest.approx(score[row.passage_id, str(row.theme)])


def test_groups_are_sums_of_paragraphs_too(corpus):
    emphasis = theme_emphasis(code_themes(corpus, lexicon=LEXICON), corpus, by="doc_id", n_boot=0)
    passages = code_themes(corpus, lexicon=LEXICON)
    chars = passages["weight"] * passages["n_chars"]
    open_ = passages["theme"] == UNCODED
    assert emphasis["uncoded_share"].iloc[0] == pytest.approx(chars[open_].sum() / chars.sum())
    assert emphasis["n_chars"].sum() == pytest.approx(chars[~open_].sum())


def test_a_heading_counts_for_every_paragraph_below_it(corpus):
    table = code_paragraphs(corpus, lexicon=LEXICON)
    last = table[table["line"] == 13]
    assert rows(last, "theme", "score") == [["路", 2 * 9.0]]


def test_a_lead_counts_twice():
    corpus = corpus_from_texts(
        {"a": "大力疏浚渠道。今年再修水闸两座、泵站三处，完善管护制度，按季公布结果，铺路两条。"}
    )
    table = code_paragraphs(corpus, lexicon=LEXICON)
    assert rows(table, "theme", "score") == [["渠", 2 * 9.0 + 2 * 1.0], ["路", 9.0]]
    assert set(theme_evidence(corpus, lexicon=LEXICON)["place"]) == {"lead", "body"}


def test_greeting_thanks_and_title_have_no_theme(corpus):
    table = code_paragraphs(corpus, lexicon=LEXICON)
    silent = table[table["line"].isin([1, 2, 3, 6])]
    assert len(silent) == 4
    assert set(silent["theme"].astype(str)) == {UNCODED}
    assert theme_evidence(corpus, lexicon=LEXICON, text="body")["start"].min() == TEXT.index("疏浚东渠")


def test_thanks_inside_a_paragraph_do_not_count_there():
    text = "疏浚东渠三条、西渠两条，加固堤岸五处，全县用水有了保障，按季公布结果。向铺路的同志们表示感谢！"
    table = code_paragraphs(corpus_from_texts({"a": text}), lexicon=LEXICON)
    assert rows(table, "theme", "terms") == [["渠", "疏浚"]]


def test_a_single_light_word_codes_nothing_but_in_a_lexicon_without_weights_one_term_does():
    corpus = corpus_from_texts({"a": "渠道很多。"})
    assert code_paragraphs(corpus, lexicon=LEXICON)["theme"].tolist() == [UNCODED]
    assert code_paragraphs(corpus, lexicon={"渠": ["渠道"], "路": ["铺路"]})["theme"].tolist() == ["渠"]


def test_a_part_that_no_plan_has_is_named(corpus):
    with pytest.raises(InputError, match="no part 'plans'"):
        code_paragraphs(corpus, part="plans")


def test_lookback_and_plan_together_are_the_whole_of_them(corpus):
    whole = code_paragraphs(corpus, lexicon=LEXICON, text="body")
    for part in ("lookback", "plan"):
        own = code_paragraphs(corpus, lexicon=LEXICON, text="body", part=part)
        assert rows(own, "line", "theme", "score") == rows(
            whole[whole["part"] == part], "line", "theme", "score"
        )
        assert set(own["part"]) == {part}


def test_ceremony_is_cut_at_sentences_and_never_reaches_over_a_line():
    text = "疏浚渠道。让我们修好万里长渠\n铺路。"
    assert [text[a:b] for a, b in ceremony_spans(text)] == ["让我们修好万里长渠"]


def test_the_title_block_ends_where_something_is_said():
    assert title_lines(["2024年，疏浚渠道三条。"]) == 0
    assert title_lines(["渠务处2024年工作要点", "", "疏浚渠道"]) == 2


def test_a_corpus_that_no_shipped_lexicon_fits_is_told_so_with_its_uncoded_share():
    novel = "他独自走过石桥，看河面上漂着几片落叶。\n猫蹲在墙头晒太阳，谁叫也不理。\n"
    with pytest.warns(PlanWarning, match="100% of the text is without a theme"):
        code_themes(corpus_from_texts({"a": novel}))
    with warnings.catch_warnings():
        warnings.simplefilter("error", PlanWarning)
        code_themes(corpus_from_texts({"a": novel}), lexicon={"渠": ["渠道"]})
        code_themes(corpus_from_texts({"a": "深化国企改革，优化营商环境。\n粮食产量稳定，建成高标准农田。"}))


def test_a_slow_count_agrees_on_an_invented_report():
    texts = {
        f"d{i}": "\n".join("疏浚" * (i % 3) + "，铺路" * (j % 2) + "，看天。" for j in range(5))
        for i in range(4)
    }
    table = code_paragraphs(corpus_from_texts(texts), lexicon=LEXICON)
    for (doc_id, start), own in table.groupby(["doc_id", "start"]):
        line = texts[doc_id][start:].split("\n")[0]
        dug, paved = line.count("疏浚"), line.count("铺路")
        score = {"渠": 9 * (1 + np.log(dug)) if dug else 0, "路": 9 * (1 + np.log(paved)) if paved else 0}
        found = dict(zip(own["theme"].astype(str), own["score"], strict=True))
        assert found == pytest.approx({k: v for k, v in score.items() if v} or {UNCODED: 0})


def test_paragraphs_are_read_and_drawn_one_by_one(corpus):
    paragraphs = code_paragraphs(corpus, lexicon=LEXICON, text="body")
    read = theme_passages(paragraphs, corpus, "路")
    assert read["text"].tolist() == ["铺路到村，铺路到户，铺路到田。"]
    flow = theme_flow(paragraphs, corpus)
    spans = flow[["begin", "finish"]] * len(corpus.text("a"))
    assert spans.to_numpy() == pytest.approx(paragraphs[["start", "end"]].to_numpy())
    strips = plot_theme_flow(flow).collections[0].get_paths()
    assert sorted({round(path.vertices[:, 1].min(), 6) for path in strips}) == [-0.41]


def test_a_passage_says_how_many_matters_it_speaks_of():
    corpus = corpus_from_texts({"a": "一、水利\n疏浚南渠三条。\n铺路到村。\n二、安排\n看天吃饭。\n"})
    main = main_themes(code_themes(corpus, lexicon=LEXICON))
    assert main["n_themes"].tolist() == [2, 0]
    assert main["all_themes"].tolist() == ["渠 0.58｜路 0.42", f"{UNCODED} 1.00"]
