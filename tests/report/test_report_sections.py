"""A section is one object: its tables, words and codes are its own, and the page knows none by name."""

from collections import Counter

import pandas as pd
import pytest
from invented import invented_analysis, named, without_findings

import plananalysis
from plananalysis.corpus.cleaning import REASONS
from plananalysis.report.analysis import analyse
from plananalysis.report.payload import begin_page, fill_page
from plananalysis.report.sections import SECTIONS
from plananalysis.report.words import FRAME


@pytest.fixture(scope="module")
def tables():
    texts = {
        "甲": "甲县工作要点\n一、抓好党建\n上好党课。\n",
        "乙": "乙县工作要点\n一、抓好普法\n办好夜校。\n",
    }
    return analyse(plananalysis.corpus_from_texts(texts)).tables


def test_every_table_of_the_report_belongs_to_one_section(tables):
    owned = Counter(listed.name for section in SECTIONS for listed in section.tables)
    assert set(owned) == set(tables)
    assert set(owned.values()) == {1}


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_of_what_is_excluded_has_its_label_in_both_languages(reason):
    codes = {key: pair for section in SECTIONS for key, pair in section.codes.items()}
    chinese, english = codes[reason]
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese)
    assert english.isascii()


def test_no_word_is_said_in_two_places_and_no_name_given_twice():
    for found in (
        Counter(section.name for section in SECTIONS),
        Counter([*FRAME, *(key for section in SECTIONS for key in section.words)]),
        Counter(key for section in SECTIONS for key in section.codes),
        Counter(figure.name for section in SECTIONS for figure in section.figures),
    ):
        assert [name for name, n in found.items() if n > 1] == []


def test_words_are_said_in_both_languages():
    for section in SECTIONS:
        for zh, en in (section.title, *section.words.values(), *section.heads.values()):
            assert zh
            assert en


@pytest.mark.parametrize("made", [invented_analysis, without_findings])
def test_a_table_that_a_section_places_is_one_that_it_brings_and_that_has_rows(made):
    page = begin_page(made())
    data = fill_page(page)
    for section in SECTIONS:
        if not section.shown(page.analysis):
            continue
        placed = {
            part.name
            for part in section.parts(page, data["sections"][section.name])
            if part.kind in {"table", "folded"}
        }
        brought = {listed.name for listed in section.tables if listed.on_page}
        assert placed <= brought
        assert placed <= set(data["tables"])


def test_words_and_codes_that_are_the_same_everywhere_are_not_changed_by_a_section():
    assert not set(FRAME) & {listed.name for section in SECTIONS for listed in section.tables}


@pytest.mark.slow
def test_documents_are_counted_by_unit_and_year_where_there_are_several_years():
    texts = {name: f"{name}工作要点\n一、抓好党建\n上好党课。\n" for name in ("a", "b", "c", "d")}
    metadata = pd.DataFrame(
        {"doc_id": list(texts), "unit": ["甲县", "甲县", "乙县", "甲县"], "year": [2023, 2024, 2024, None]}
    )
    corpus = plananalysis.corpus_from_texts(texts, metadata)
    found = fill_page(begin_page(analyse(corpus)))["sections"]["years"]
    assert (sorted(found["units"]), found["years"]) == (["乙县", "甲县"], [2023, 2024])
    counted = Counter((row["unit"], row["year"]) for row in named(found["documents"]))
    assert counted == {("甲县", 2023): 1, ("甲县", 2024): 1, ("乙县", 2024): 1}
    one_year = plananalysis.corpus_from_texts(texts, metadata.assign(year=2024))
    assert "years" not in fill_page(begin_page(analyse(one_year)))["sections"]


REPORTS = {
    name: f"{name}政府工作报告\n一、过去一年工作回顾\n{'修渠三条。' * back}\n二、今年工作安排\n{'管渠五条。' * ahead}"
    for name, back, ahead in (("甲县", 6, 20), ("乙县", 20, 6))
}


def test_the_parts_of_each_document_are_drawn_and_the_look_back_is_said():
    page = begin_page(analyse(plananalysis.corpus_from_texts(REPORTS)))
    data = fill_page(page)
    found = data["sections"]["parts"]
    assert [row["part"] for row in named(found["parts"])] == ["lookback", "plan", "other"]
    table = plananalysis.parts(page.analysis.corpus)
    spans = named(found["spans"])
    assert [[row["start"], row["end"]] for row in spans] == table[["start", "end"]].to_numpy().tolist()
    assert all(abs(sum(row["share"] for row in spans if row["doc"] == doc) - 1) < 0.001 for doc in (0, 1))
    section = next(section for section in SECTIONS if section.name == "parts")
    said = [part.text[1] for part in section.parts(page, found) if part.kind == "text"]
    shares = table[table["part"] == "lookback"].set_index("doc_id")["share"]
    assert said == [
        f"The look-back takes a median of {shares.median():.0%} of a document, from {shares['甲县']:.0%} (甲县) to "
        f"{shares['乙县']:.0%} (乙县)."
    ]


@pytest.mark.slow
def test_a_report_on_some_parts_says_so():
    whole = plananalysis.corpus_from_texts(REPORTS)
    section = next(section for section in SECTIONS if section.name == "parts")
    assert "counts only" not in section.methods(analyse(whole))[1]
    chosen = analyse(whole.subset(part="plan"))
    assert section.methods(chosen)[1].endswith("This report counts only: plan.")
    assert chosen.options["part"] == ["plan"]
    assert not section.shown(chosen)
