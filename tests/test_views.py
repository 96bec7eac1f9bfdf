"""Views show the text as it is, mark what differs, and let nothing in it become markup."""

import pandas as pd
import pytest

from plananalysis import InputError, corpus_from_texts, family_members, find_reuse, outline
from plananalysis.views import show_family, show_outline, show_pair, show_places

TEXTS = {
    "a": "一、总体要求\n要巩固整治成果，严防各类问题反弹回潮。另有自己的一句话。",
    "b": "一、重点任务\n应当巩固集中整治成果，严防有关问题反弹回潮。别的内容不同。",
}


def test_pair_marks_what_only_one_side_has():
    corpus = corpus_from_texts(TEXTS)
    html = str(show_pair(find_reuse(corpus), corpus))
    assert "<ins>集中</ins>" in html
    assert "<del>各类</del>" in html
    assert "<ins>有关</ins>" in html
    assert html.index("<th>b</th>") > 0


def test_pair_out_of_range_and_empty_table():
    corpus = corpus_from_texts(TEXTS)
    with pytest.raises(InputError, match="no row 5"):
        show_pair(find_reuse(corpus), corpus, 5)
    with pytest.raises(InputError, match="table of 0"):
        show_pair(find_reuse(corpus).head(0), corpus)


def test_text_never_becomes_markup():
    corpus = corpus_from_texts(
        {"<b>x</b>": "要<script>alert(1)</script>做到“两个维护”<img src=x onerror=y>。"}
    )
    html = str(show_places(corpus, "两个维护", width=60))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_places_are_counted_when_cut_short():
    corpus = corpus_from_texts({"a": "抓落实。" * 9})
    html = str(show_places(corpus, "抓落实", most=4))
    assert html.count("<mark>") == 4
    assert "4 / 9" in html


def test_missing_year_is_left_blank():
    corpus = corpus_from_texts({"a": "抓落实。"}, pd.DataFrame({"doc_id": ["a"], "unit": ["甲局"]}))
    assert "NA" not in str(show_places(corpus, "抓落实")).split("</style>")[1]


def test_family_shows_the_standard_wording_first_and_marks_the_others():
    corpus = corpus_from_texts(TEXTS)
    html = str(show_family(family_members(find_reuse(corpus), corpus))).split("</style>")[1]
    first, second = html.split("<tr>")[1:]
    assert "<ins>" not in first
    assert "<del" not in first
    assert '<del class="pa-out">集中</del>' in second
    assert '<del class="pa-out">有关</del><ins>各类</ins>' in second


def test_a_large_family_is_cut_and_counted():
    corpus = corpus_from_texts({str(n): f"持续巩固集中整治成果，防止反弹回潮{'之' * n}。" for n in range(6)})
    html = str(show_family(family_members(find_reuse(corpus), corpus), most=4))
    assert html.count("<tr>") == 4
    assert "4 / 6" in html


def test_family_that_is_not_there():
    corpus = corpus_from_texts(TEXTS)
    members = family_members(find_reuse(corpus), corpus)
    with pytest.raises(InputError, match="no family 9 in a table of 1"):
        show_family(members, 9)
    with pytest.raises(InputError, match="table of 0"):
        show_family(members.head(0))


def test_outline_is_indented_by_level_and_is_data():
    corpus = corpus_from_texts({"a": "一、加强<b>学习</b>\n（一）抓好集中学习。\n二、落实责任\n压实责任。"})
    html = str(show_outline(outline(corpus), "a")).split("</style>")[1]
    assert "<b>" not in html
    assert html.count("padding-left:1.5em") == 2
    assert html.count("padding-left:3.0em") == 1
    with pytest.raises(InputError, match="no heading of 'b'"):
        show_outline(outline(corpus), "b")
