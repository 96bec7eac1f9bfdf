"""What has no counterpart at the edges of a passage: the ranges are marked by | in made-up sentences."""

import pytest
from edge_texts import marked, moved, wording

from plananalysis.reuse.edges.counterparts import keep_counterparts

BODY = "入秋以后逐段查看渠岸"


def kept(a: str, b: str, least: int = 10) -> tuple[str, str]:
    return moved(keep_counterparts, a, b, least)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"添购|石料铁钎，{BODY}|。", f"变卖|石料木桩，{BODY}|。"),
        (f"添购|石料和{BODY}|。", f"变卖|石料，{BODY}|。"),
        (f"去年|春耕，{BODY}|。", f"前年|春耕时{BODY}|。"),
    ],
    ids=["both", "one side only", "what follows it on the other side"],
)
def test_end_of_an_earlier_clause_goes(a, b):
    assert kept(a, b) == (BODY, BODY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"|{BODY}，另择吉日填补|漏洞不分昼夜进行。", f"|{BODY}，当日便来填补|工料由各坊分担。"),
        (f"|{BODY}与当日填补|漏洞不分昼夜进行。", f"|{BODY}，当日便填补|工料由各坊分担。"),
    ],
    ids=["both", "one side only"],
)
def test_beginning_of_a_next_clause_goes(a, b):
    assert kept(a, b) == (BODY, BODY)


def test_clause_that_agrees_in_more_than_a_few_letters_stays():
    a, b = f"添购|石料铁钎木桩麻绳，{BODY}一遍|。", f"变卖|石料铁钎木桩麻绳，{BODY}|。"
    assert kept(a, b) == (f"石料铁钎木桩麻绳，{BODY}一遍", f"石料铁钎木桩麻绳，{BODY}")


def test_short_clause_that_mostly_agrees_stays():
    a, b = f"要|填补漏洞之处，{BODY}一遍|。", f"应当|填补集中漏洞之处，{BODY}|。"
    assert kept(a, b) == (f"填补漏洞之处，{BODY}一遍", f"填补集中漏洞之处，{BODY}")


def test_part_of_a_list_that_begins_alike_stays():
    a, b = f"遵行|“三时之约”，务必{BODY}|。", f"推行|“三时之约”，按期{BODY}|。"
    assert kept(a, b) == (f"三时之约”，务必{BODY}", f"三时之约”，按期{BODY}")


def test_letters_without_counterpart_go():
    a, b = f"众人|{BODY}|连同水闸。", f"|众坊丁壮一同依旧例前往{BODY}及别处水闸木桥|。"
    assert kept(a, b) == (BODY, BODY)


def test_clause_with_other_last_words_stays_whole():
    a, b = f"|{BODY}一遍|。", f"|{BODY}数次|。"
    assert kept(a, b) == (f"{BODY}一遍", f"{BODY}数次")


def test_title_without_counterpart_goes():
    a, b = f"|《{BODY}纪要》等|，别的", f"|{BODY}的章程|，其余"
    assert kept(a, b) == (BODY, BODY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("|遵行《渡口停船夜航管理办法》|。", "|遵行《渡口修缮闸门管理办法》|。"),
        ("|遵行《渡口停船夜航管理办法》|。", "|遵行《渡口停船管理办法|补遗》。"),
        ("《渡口|夜航管理办法》，别处另有两三件事|。", "张贴|夜航管理办法。城内也有许多样事|。"),
    ],
    ids=["unlike", "cut at the end", "cut at the beginning"],
)
def test_passage_that_shares_little_but_letters_of_unlike_titles_goes(a, b):
    assert kept(a, b) == ("", "")


def test_one_title_in_two_places_stays():
    a, b = "|遵行《渡口停船夜航管理办法》|。", "|依从《渡口停船夜航管理办法》|。"
    assert kept(a, b) == ("遵行《渡口停船夜航管理办法", "依从《渡口停船夜航管理办法")


def test_title_and_its_abbreviation_are_one():
    a, b = "|遵行《渡口停船夜航管理办法》|。", "|遵行《渡口停船管理办法》|。"
    assert kept(a, b) == ("遵行《渡口停船夜航管理办法", "遵行《渡口停船管理办法")


def test_edge_stays_where_hardly_anything_would_be_left():
    a, b = f"添购|石料铁钎，{BODY}|。", f"变卖|石料木桩，{BODY}|。"
    assert kept(a, b, 11) == (f"石料铁钎，{BODY}", f"石料木桩，{BODY}")


def test_title_worded_a_little_otherwise_is_one():
    a, b = "|遵行《渡口停船夜航管理办法》|。", "|依从《渡口停船夜航管理规定》|。"
    assert kept(a, b) == ("遵行《渡口停船夜航管理办法", "依从《渡口停船夜航管理规定")


def test_clause_that_may_have_been_moved_stays():
    moved = "石料铁钎木桩麻绳连同水车风箱都要赶在霜降之前一并备齐"
    a, b = (
        f"众人|{moved}，{BODY}，填补渗漏加固闸门清理淤泥|之处",
        f"|{BODY}，填补渗漏加固闸门清理淤泥，{moved}|。",
    )
    assert kept(a, b) == wording(*marked(a, b))
