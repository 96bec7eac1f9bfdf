"""The first sentences of the page say what is compared, and nothing that is true of any corpus of its shape."""

from functools import cache

import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.report.analysis import Analysis, analyse
from plananalysis.report.findings import findings

TEXTS = {
    "甲县2023": "甲县2023年工作要点\n一、抓好渔业\n落实“三会一课”，发展渔业，修建渔港，培育渔民。\n二、开展调研\n开好三会一课。",
    "甲县2024": "甲县2024年工作要点\n一、抓好林业\n落实“三会一课”，发展林业，植树造林，管护林场。\n二、开展普法\n开好三会一课。",
}


@cache
def made(units: tuple[str, ...]) -> Analysis:
    facts = pd.DataFrame({"doc_id": list(TEXTS), "unit": units, "year": [2023, 2024]})
    return analyse(corpus_from_texts(TEXTS, facts))


def said(units: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    return {finding.link: finding.pair for finding in findings(made(units))}


def test_of_one_unit_nothing_is_said_to_occur_in_one_unit_only():
    zh, en = said(("甲县", "甲县"))["slogans"]
    assert "单位" not in zh
    assert "unit" not in en
    assert "“三会一课”（2 篇文档，4 次）" in zh


def test_of_two_units_it_is_said_how_many_use_a_slogan():
    zh, _ = said(("甲县", "乙县"))["slogans"]
    assert "“三会一课”（2 个单位，4 次）" in zh
    assert "只见于一个单位" in zh


@pytest.mark.parametrize(
    ("units", "noun", "other"), [(("甲县", "甲县"), "篇文档", "单位"), (("甲县", "乙县"), "单位", "篇文档")]
)
def test_what_is_compared_is_called_what_it_is(units, noun, other):
    told = said(units)
    zh, _ = told.get("themes") or told["keywords"]
    named = zh.partition("：")[0]
    assert noun.removeprefix("篇") in named
    assert other.removeprefix("篇") not in named
