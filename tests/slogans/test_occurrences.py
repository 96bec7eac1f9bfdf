"""Places of slogans: offsets, quotation, nesting, frames."""

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts
from plananalysis.errors import InputError
from plananalysis.folding import fold
from plananalysis.slogans import slogan_counts, slogan_frames, slogan_lexicon, slogan_occurrences
from plananalysis.slogans.variants import main_wordings

TEXT = "进一步增强“四个意识”、坚定“四个自信”，牢固树立四个意识。\n不忘初心，牢记使命；“不忘初心、牢记使命”主题教育。"


def places(texts: dict[str, str], *slogans: str) -> pd.DataFrame:
    return slogan_occurrences(corpus_from_texts(texts), pd.DataFrame({"slogan": list(slogans)}))


def test_every_place_by_hand():
    found = places({"甲": TEXT}, "四个意识", "不忘初心、牢记使命")
    assert found[["start", "end", "text", "quoted"]].to_numpy().tolist() == [
        [6, 10, "四个意识", True],
        [25, 29, "四个意识", False],
        [31, 40, "不忘初心，牢记使命", False],
        [42, 51, "不忘初心、牢记使命", True],
    ]


def test_offsets_fold_to_the_slogan():
    texts = {"甲": TEXT, "乙": "做到“两个\u3000维护”，ＡＢ“１＋Ｎ”机制，‘一网通办’。"}
    found = places(texts, "四个意识", "两个维护", "1+N", "一网通办", "意识")
    assert set(found["slogan"]) == {"四个意识", "两个维护", "1+N", "一网通办", "意识"}
    for slogan, doc, start, end, text in found[["slogan", "doc_id", "start", "end", "text"]].itertuples(
        index=False
    ):
        assert texts[doc][start:end] == text
        assert fold(text).text == fold(slogan).text


def test_a_slogan_inside_a_longer_one_is_counted_in_both_and_marked():
    found = places({"甲": "反“四风”，纠四风。"}, "四风", "纠四风")
    assert found[["slogan", "start", "nested"]].to_numpy().tolist() == [
        ["四风", 2, False],
        ["四风", 7, True],
        ["纠四风", 6, False],
    ]


def test_nothing_crosses_a_line_or_lies_in_an_excluded_span():
    assert places({"甲": "抓好三会\n一课制度"}, "三会一课").empty
    corpus = corpus_from_texts({"甲": "三会一课。三会一课。"})
    hidden = tables.from_records([("甲", 0, 5, "advert")], "excluded")
    from dataclasses import replace

    found = slogan_occurrences(replace(corpus, excluded=hidden), pd.DataFrame({"slogan": ["三会一课"]}))
    assert found["start"].tolist() == [5]


def test_frames_before_and_after():
    texts = {
        "甲": "进一步增强“四个意识”，牢固树立“四个意识”。带头做到“两个维护”，坚决做到“两个维护”的政治自觉。",
        "乙": "树牢“四个意识”。“四个意识”要强。落实“三会一课”制度。",
    }
    found = places(texts, "四个意识", "两个维护", "三会一课")
    frames = {slogan: sorted(group["frame"]) for slogan, group in found.groupby("slogan", sort=False)}
    assert frames == {
        "四个意识": ["", "增强", "树牢", "牢固树立"],
        "两个维护": ["坚决做到", "带头做到"],
        "三会一课": ["落实"],
    }
    assert found.loc[found["slogan"] == "三会一课", "frame_after"].item() == "制度"
    corpus = corpus_from_texts(texts)
    table = slogan_frames(found, corpus, by="doc_id")
    assert list(table.columns) == tables.columns("frames")
    assert table[table["slogan"] == "四个意识"][["group", "frame", "n"]].to_numpy().tolist() == [
        ["乙", "树牢", 1],
        ["甲", "增强", 1],
        ["甲", "牢固树立", 1],
    ]
    with pytest.raises(InputError, match="nowhere"):
        slogan_frames(found, corpus, by="nowhere")


def test_counts_by_group():
    corpus = corpus_from_texts({"甲": "三会一课，“三会一课”。", "乙": "三会一课。"})
    found = slogan_occurrences(corpus, pd.DataFrame({"slogan": ["三会一课"]}))
    counts = slogan_counts(found, corpus, by="doc_id").set_index("group")
    assert counts["n"].to_dict() == {"甲": 2, "乙": 1}
    assert counts["n_docs"].to_dict() == {"甲": 1, "乙": 1}


def test_empty_in_empty_out():
    corpus = corpus_from_texts({"甲": "三会一课。"})
    none = slogan_occurrences(corpus, tables.empty("slogans"))
    assert list(none.columns) == tables.columns("occurrences")
    assert list(slogan_frames(none, corpus).columns) == tables.columns("frames")
    assert list(slogan_counts(none, corpus).columns) == tables.columns("slogan_counts")
    assert list(slogan_lexicon(tables.empty("slogans")).columns) == tables.columns("lexicon")


def test_families_join_orders_verbs_and_spellings():
    wordings = [
        "增强四个意识、坚定四个自信、做到两个维护",
        "坚定四个自信、增强四个意识、做到两个维护",
        "树牢四个意识、坚定四个自信、做到两个维护",
        "走在前、作表率",
        "走在前、做表率",
        "走在前、争第一",
    ]
    families = main_wordings(pd.DataFrame({"slogan": wordings})).tolist()
    assert families == [wordings[0]] * 3 + [wordings[3]] * 2 + [wordings[5]]


def test_a_modal_before_the_verb_is_no_part_of_it():
    found = places({"甲": "全局上下要树牢“四个意识”。"}, "四个意识")
    assert found["frame"].tolist() == ["树牢"]


def test_what_is_quoted_by_itself_is_no_half_of_a_rhyme():
    text = (
        "推进两岸“三通”。抓住“两重”“两新”机遇。\n推广三通一码，打造三高四新。\n三个“一号工程”，狠抓一号工程。"
    )
    found = places({"甲": text}, "三通", "四新", "一号工程", "两重", "两新")
    told = [(row.slogan, text[row.start - 2 : row.start]) for row in found.itertuples()]
    assert told == [("三通", "岸“"), ("一号工程", "狠抓"), ("两重", "住“"), ("两新", "”“")]
