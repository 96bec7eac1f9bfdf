"""Which phrases are found, and where."""

import pytest

from plananalysis.segmentation.phrases import compile_phrases, find_phrases


def found(text: str, *terms: str) -> list[str]:
    matches = find_phrases(text, compile_phrases(tuple(terms), ("slogan",) * len(terms)))
    return [text[start:end] for start, end, _ in matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“不忘初心、牢记使命”教育", ["不忘初心、牢记使命"]),
        ("开展“不忘初心，牢记使命”教育", ["不忘初心，牢记使命"]),
        ("不忘初心,\n牢记使命", []),
        ("不忘初心 ， 牢记使命", ["不忘初心 ， 牢记使命"]),
    ],
)
def test_folding_and_line_ends(text, expected):
    assert found(text, "不忘初心、牢记使命") == expected


def test_leftmost_longest():
    assert found("统筹五位一体总体布局", "五位一体", "五位一体总体布局", "一体总体") == ["五位一体总体布局"]


def test_of_terms_that_fold_alike_the_first_stands():
    phrases = compile_phrases(("“两个维护”", "两个维护"), ("a", "b"))
    assert phrases.terms == ["“两个维护”"]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("1+1+N模式", "1+1+N", ["1+1+N"]),
        ("11+1+N模式", "1+1+N", []),
        ("2+1+1+N", "1+1+N", []),
        ("1+1+N", "1+1", []),
        ("5G+AI", "5G", ["5G"]),
        ("2.5G与15G", "5G", []),
        ("５Ｇ网络", "5g", ["５Ｇ"]),
        ("第十四个意识", "四个意识", []),
        ("十“四个意识”", "四个意识", ["四个意识"]),
        ("一百二十", "二十", []),
        ("三保障", "三保", []),
        ("兜牢“三保”", "三保", ["三保"]),
        ("第三农场", "三农", []),
        ("三农工作", "三农", ["三农"]),
    ],
)
def test_never_inside_a_number_or_word(text, term, expected):
    assert found(text, term) == expected


def test_a_shorter_phrase_stands_where_the_longest_splits_a_number():
    assert found("三会一课1+10", "三会一课", "三会一课1+1") == ["三会一课"]


def test_no_match_reaches_into_a_quotation():
    assert found("五个“必须坚持”", "五个必须") == []
    assert found("“五个一”工程", "五个一工程") == ["五个一”工程"]


def test_surrogates_and_empty_lexicons():
    assert found("四个意识\ud800", "四个意识") == ["四个意识"]
    assert found("四个意识") == []
    assert found("四个意识", "“”") == []
