"""The small inputs of ``shared/cases`` that concern reading, each with its right value."""

import pytest

from plananalysis import concordance, find_glossary, load_corpus, outline
from plananalysis.corpus.model import Corpus
from shared import shared_path


def case(*name: str) -> Corpus:
    return load_corpus(shared_path("cases", *name))


def kinds(corpus: Corpus, doc_id: str) -> dict[str, int]:
    rows = corpus.left_out[corpus.left_out["doc_id"] == doc_id]
    return dict(zip(rows["kind"], rows["n"], strict=True))


def test_text_inside_bookmarks_is_no_link():
    corpus = case("html_bookmarks.html")
    assert len(corpus.text("html_bookmarks").split("\n")) == 6
    assert corpus.left_out.empty


def test_linked_sentences_and_numbered_items_are_kept_and_the_menu_goes():
    corpus = case("html_linked_sentence.html")
    lines = [line.strip() for line in corpus.text("html_linked_sentence").split("\n")]
    assert len(lines) == 6
    assert lines[-1].startswith("2.")
    assert kinds(corpus, "html_linked_sentence") == {"link": 1}


def test_pages_of_one_text_are_joined_and_missing_ones_warned_of():
    corpus = case("html_pages")
    assert corpus.documents["doc_id"].tolist() == ["t20250220_88", "t20250220_89"]
    alone, joined = corpus.documents["warning"]
    assert alone.startswith("the text goes on: page 2 of 3 (t20250220_88_1.html) is not there")
    assert "page 3 of 3 (t20250220_89_2.html) is not there" in joined
    assert "the same unit, year and title as t20250220_88.html" in joined
    assert kinds(corpus, "t20250220_88")["attachment"] == 2
    assert corpus.text("t20250220_89").count("三、") == 1
    assert "下一页" not in corpus.text("t20250220_89")
    assert corpus.skipped["file"].tolist() == ["t20250220_89_1.html"]


def test_footnotes_and_endnotes_are_notes_that_explain_terms():
    corpus = case("docx_notes.docx")
    (note,) = corpus.excluded.itertuples()
    assert note.reason == "note"
    assert corpus.text("docx_notes")[note.start : note.end].count("\n") == 2
    assert find_glossary(corpus)["term"].tolist() == ["两园一谷", "三访三清"]


def test_an_embedded_chunk_is_read():
    assert case("docx_altchunk.docx").text("docx_altchunk").count("\n") == 5


@pytest.mark.parametrize("name", ["下岭县2025_bom_then_gbk.txt", "右岭县2025.shtml", "上岭县2025.mht"])
def test_a_mark_that_the_bytes_contradict_and_saved_pages_are_read(name):
    corpus = case(name)
    assert corpus.excluded.empty
    assert corpus.documents["warning"].tolist() == [""]
    assert corpus.documents["year"].tolist() == [2025]


@pytest.mark.parametrize(
    ("name", "headings", "places"),
    [
        ("pdf_two_columns", 6, 6),
        ("pdf_landscape_appendix", 4, 4),
        ("pdf_watermark", 6, 6),
        ("pdf_footnotes", 4, 4),
    ],
)
def test_printed_lines_are_joined_within_their_page_and_column(name, headings, places):
    corpus = case(f"{name}.pdf")
    assert len(outline(corpus)) == headings
    assert len(concordance(corpus, "农民工和退役军人")) == places


def test_rows_of_an_appendix_stay_apart_and_their_numbers_are_no_page_numbers():
    corpus = case("pdf_landscape_appendix.pdf")
    lines = corpus.text("pdf_landscape_appendix").split("\n")
    assert [line.split("\u3000")[0] for line in lines if "\u3000" in line] == [
        str(n) for n in range(1, 15)
    ] * 2
    assert corpus.excluded["reason"].tolist() == ["furniture"] * 2


def test_a_watermark_is_set_apart():
    corpus = case("pdf_watermark.pdf")
    (mark,) = corpus.excluded.itertuples()
    assert mark.reason == "watermark"
    assert mark.end == len(corpus.text("pdf_watermark"))


def test_small_print_at_the_foot_of_a_page_is_a_note():
    corpus = case("pdf_footnotes.pdf")
    assert corpus.excluded["reason"].tolist() == ["furniture", "furniture", "note"]
    assert find_glossary(corpus)["term"].tolist() == ["紧密型医共体", "清四乱", "一件事"]
