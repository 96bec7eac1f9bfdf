"""Sentences: one splitter, by hand and by what must hold of any text."""

import random

import pytest

from plananalysis.corpus.sentences import sentence_at, sentences_of


@pytest.mark.parametrize(
    ("text", "with_stops"),
    [
        ("新建学校2所；改造幼儿园3所。", ["新建学校2所；", "改造幼儿园3所。"]),
        ("提出“管好渠。”按季公布", ["提出“管好渠。”", "按季公布"]),
        ("　疏浚渠道 \n管好渠！！", ["疏浚渠道", "管好渠！！"]),
        ("疏浚渠道\r\n管好渠\f铺路", ["疏浚渠道", "管好渠", "铺路"]),
        ("疏浚，铺路：架桥", ["疏浚，铺路：架桥"]),  # clauses are no sentences
        ("。；\n ", []),
    ],
)
def test_sentences_by_hand(text: str, with_stops: list[str]) -> None:
    assert [text[start:stop] for start, _, stop in sentences_of(text)] == with_stops


def test_between_two_places_nothing_outside_is_read() -> None:
    text = "一、修渠。疏浚渠道。管好渠。"
    assert [text[start:end] for start, end, _ in sentences_of(text, 5, 9)] == ["疏浚渠道"]


def test_a_place_lies_in_the_sentence_that_splitting_gives() -> None:
    random.seed(3)
    for _ in range(300):
        text = "".join(random.choices("渠路桥，。；！”\n 　", k=30))
        for start, end, stop in sentences_of(text):
            assert text[start:end].strip() == text[start:end] != ""
            if text[start] != "”":  # what closes belongs to the sentence before
                assert sentence_at(text, start, start + 1) == (start, end, stop)
