"""Where a passage begins and ends, rule by rule: the ranges are marked by | in made-up sentences."""

import pandas as pd
import pytest
from edge_texts import context_of, found_wordings, marked, moved, wording

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse import find_reuse
from plananalysis.reuse.edges import set_span
from plananalysis.reuse.edges.broken_words import make_words_whole
from plananalysis.reuse.edges.cut_titles import leave_titles
from plananalysis.reuse.edges.first_letters import take_first_letters
from plananalysis.reuse.edges.fragments import complete_clauses, cut_stubs, trim_fragments
from plananalysis.reuse.edges.reworded import finish_sentences, snap_to_clauses
from plananalysis.reuse.edges.unfinished import cut_joining_words, cut_open_ends

BODY = "入秋以后逐段查看渠岸"


def after_stubs(a: str, b: str, least: int = 10) -> tuple[str, str]:
    fp, found = marked(a, b)
    context = context_of(fp, found, least)
    return wording(fp, cut_stubs(context, complete_clauses(context, found)))


def test_stub_of_the_next_clause_goes_on_both_sides():
    a, b = f"|{BODY}，填补|漏洞不分昼夜进行。", f"|{BODY}，填补|工料由各坊分担。"
    assert after_stubs(a, b) == (BODY, BODY)


def test_whole_clause_on_one_side_is_no_stub():
    a, b = f"|{BODY}，填补|。", f"|{BODY}，填补|工料由各坊分担。"
    assert after_stubs(a, b) == (f"{BODY}，填补", f"{BODY}，填补")


def test_sentence_just_begun_on_one_side_goes_with_its_counterpart():
    a, b = f"|{BODY}。次日|另行商议别的事情", f"|{BODY}次日|便动工加固各处堤坝"
    assert after_stubs(a, b) == (BODY, BODY)


def test_sentence_just_ended_on_one_side_goes_at_the_beginning():
    a, b = f"去年夏天|大雨。{BODY}|。", f"前年冬天|大雨{BODY}|。"
    assert after_stubs(a, b) == (BODY, BODY)


def test_counterpart_of_a_stub_may_be_some_letters_longer():
    a, b = f"|{BODY}。次日|另行商议别的事情", f"|{BODY}。次日清晨|便动工加固各处堤坝"
    assert after_stubs(a, b) == (BODY, BODY)


def test_sentence_of_one_side_may_be_a_clause_of_the_other():
    a, b = f"|{BODY}，落实工料|分担之责", f"|{BODY}。\n二、强化工料|支用之法"
    assert after_stubs(a, b) == (BODY, BODY)


def test_clause_that_lacks_its_last_letters_is_completed():
    a, b = f"|{BODY}，当日填补渗漏|之处，别的再议。", f"|{BODY}，当日填补渗漏|地段，其余从缓。"
    assert after_stubs(a, b) == (f"{BODY}，当日填补渗漏之处", f"{BODY}，当日填补渗漏地段")


def test_clause_of_which_as_much_is_missing_as_is_there_is_a_stub():
    a, b = f"|{BODY}，当日|填补，别的再议。", f"|{BODY}，当日|清扫，其余从缓。"
    assert after_stubs(a, b) == (BODY, BODY)


def test_clause_that_lacks_four_letters_is_left_as_it_is():
    end = "当日填补渗漏连夜运送石料"
    a, b = f"|{BODY}，{end}|到南岸去，别的再议。", f"|{BODY}，{end}|往北坡来，其余从缓。"
    assert after_stubs(a, b) == (f"{BODY}，{end}", f"{BODY}，{end}")


@pytest.mark.parametrize(
    ("least", "size", "stays"), [(10, 9, False), (10, 10, True), (5, 4, False), (5, 5, True)]
)
def test_what_counts_by_itself_is_no_stub(least, size, stays):
    stub = "当日填补渗漏连夜运送石料"[:size]
    a, b = f"|{BODY}。{stub}|归坊正一人掌管支用", f"|{BODY}。{stub}|听候掌柜分派各处"
    assert after_stubs(a, b, least) == ((f"{BODY}。{stub}",) * 2 if stays else (BODY, BODY))


def test_stub_is_kept_where_hardly_anything_would_stay():
    a, b = "|闸口，填补|漏洞不分昼夜进行。", "|闸口，填补|工料由各坊分担。"
    assert after_stubs(a, b) == ("闸口，填补", "闸口，填补")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (f"修渠|石料，{BODY}|。", f"造船|石料，{BODY}|。", BODY),
        (f"|{BODY}，立碑纪|念此事。", f"|{BODY}，立碑纪|功百年。", BODY),
        (f"修渠|石料铁钎，{BODY}|。", f"造船|石料铁钎，{BODY}|。", f"石料铁钎，{BODY}"),
        (f"修渠|石料铁钎齐备。{BODY}|。", f"造船|石料铁钎齐备。{BODY}|。", BODY),
        (f"修渠|石料铁钎都齐备。{BODY}|。", f"造船|石料铁钎都齐备。{BODY}|。", f"石料铁钎都齐备。{BODY}"),
    ],
)
def test_fragments_up_to_three_letters_of_a_clause_and_six_of_a_sentence_go(a, b, expected):
    assert moved(trim_fragments, a, b, 10) == (expected, expected)


def test_fragment_stays_if_too_little_would_be_left():
    assert (
        moved(trim_fragments, f"修渠|石料，{BODY}|。", f"造船|石料，{BODY}|。", 11) == (f"石料，{BODY}",) * 2
    )


def test_fragment_of_one_side_only_stays():
    assert moved(trim_fragments, f"修渠|石料，{BODY}|。", f"造船|石料{BODY}|。", 10) == (
        f"石料，{BODY}",
        f"石料{BODY}",
    )


def test_reworded_passage_grows_to_the_edges_of_its_clauses():
    assert moved(
        snap_to_clauses, "旧事。入秋|以后逐段查看|渠岸，别的", "旧事。自立秋|以后逐段察看|两岸渠堤，其余"
    ) == (BODY, "自立秋以后逐段察看两岸渠堤")


def test_reworded_passage_gives_back_two_stray_letters():
    assert moved(snap_to_clauses, f"旧事|。{BODY}，别的|事情", f"旧事|。{BODY}，其余|事情") == (BODY, BODY)


def after_open(a: str, b: str) -> tuple[str, str]:
    fp, found = marked(a, b)
    context = context_of(fp, found)
    return wording(fp, cut_joining_words(context, cut_open_ends(context, found)))


def test_particle_at_the_end_goes():
    assert after_open(f"|{BODY}的|章程", f"|{BODY}的|匠人") == (BODY, BODY)


def test_two_particles_go():
    assert after_open(f"|{BODY}以及|章程", f"|{BODY}以及|匠人") == (BODY, BODY)


def test_unlike_particles_go():
    assert after_open(f"|{BODY}的|章程", f"|{BODY}对|匠人") == (BODY, BODY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"|{BODY}的|，章程", f"|{BODY}的|匠人"),
        (f"|{BODY}的|章程", f"|{BODY}石|匠人"),
    ],
    ids=["clause ends there", "no particle on one side"],
)
def test_particle_stays(a, b):
    assert after_open(a, b) == (a.split("|")[1], b.split("|")[1])


@pytest.mark.parametrize(
    "ending",
    [
        "的重要",
        "，认真学习贯彻赵子玉总书记",
        "，深入落实赵子玉主席关于渠务的重要",
        "，贯彻赵子玉主席考察渠岸的",
    ],
)
def test_words_that_call_for_more_go(ending):
    assert after_open(f"|{BODY}{ending}|章程", f"|{BODY}{ending}|讲话") == (BODY, BODY)


def test_words_of_somebody_stay():
    ending = "，认真学习贯彻赵子玉总书记重要讲话"
    assert after_open(f"|{BODY}{ending}|一篇", f"|{BODY}{ending}|两篇") == (f"{BODY}{ending}",) * 2


def after_first_letter(a: str, b: str) -> tuple[str, str]:
    return moved(take_first_letters, a, b)


def test_clause_that_lacks_its_first_letters_is_completed_where_both_begin_alike():
    a, b = f"旧事。自今年|{BODY}|一带", f"别的，自|{BODY}|各处"
    assert after_first_letter(a, b) == (f"自今年{BODY}", f"自{BODY}")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"旧事。待今年|{BODY}|一带", f"别的，自|{BODY}|各处"),
        (f"旧事。自今年起|{BODY}|一带", f"别的，自|{BODY}|各处"),
        (f"旧事自今年|{BODY}|一带", f"别的，自|{BODY}|各处"),
        (f"旧事。自今年，|{BODY}|一带", f"别的，自|{BODY}|各处"),
    ],
    ids=["unlike", "four letters", "no clause begins there", "clause begins at the edge"],
)
def test_other_letters_before_a_passage_are_not_taken_in(a, b):
    assert after_first_letter(a, b) == (BODY, BODY)


def test_joining_word_at_the_beginning_goes():
    assert after_open(f"旧闸|和{BODY}|。", f"新桥|与{BODY}|。") == (BODY, BODY)


def test_joining_word_on_one_side_stays():
    assert after_open(f"旧闸|和{BODY}|。", f"新桥|又{BODY}|。") == (f"和{BODY}", f"又{BODY}")


def test_passage_too_short_without_its_open_end_is_none():
    units = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["东乡", "西乡"]})
    texts = {"a": "旧例。以后逐段查看渠岸的章程照旧。", "b": "前言：以后逐段查看渠岸的匠人领赏。"}
    found = find_reuse(corpus_from_texts(texts, units), min_chars=9, register=[], extend=False)
    assert found.empty


def after_words(a: str, b: str, least: int = 10) -> tuple[str, str]:
    return moved(make_words_whole, a, b, least)


def test_begun_word_goes():
    assert after_words(f"|{BODY}修建图书|馆一座", f"|{BODY}修建图书|室两间") == (f"{BODY}修建",) * 2


def test_begun_word_stays_if_too_little_would_be_left():
    assert after_words(f"|{BODY}图书|馆一座", f"|{BODY}图书|室两间", 11) == (f"{BODY}图书",) * 2


def test_word_that_ends_a_clause_on_one_side_is_whole():
    assert after_words(f"|{BODY}修建图书|馆一座", f"|{BODY}修建图书|。另议") == (f"{BODY}修建图书",) * 2


def test_unlike_letters_are_no_begun_word():
    a, b = f"|{BODY}修建图书|馆一座", f"|{BODY}修建学堂|两间"
    assert after_words(a, b) == (f"{BODY}修建图书", f"{BODY}修建学堂")


def test_ended_word_goes_at_the_beginning():
    a, b = f"重新整|治{BODY}|一带", f"逐日防|治{BODY}|各处"
    assert after_words(a, b) == (BODY, BODY)


def test_last_part_of_a_word_stays_if_it_is_a_word():
    a, b = f"沿岸农村|居民{BODY}|一带", f"沿岸城乡|居民{BODY}|各处"
    assert after_words(a, b) == (f"居民{BODY}",) * 2


@pytest.mark.parametrize("swap", [False, True])
def test_word_that_lacks_a_letter_on_one_side_is_whole(swap):
    a, b = f"请教党|支部{BODY}|一带", f"走访|支部{BODY}|各处"
    expected = (f"党支部{BODY}", f"支部{BODY}")
    assert after_words(*((b, a) if swap else (a, b))) == (expected[::-1] if swap else expected)


def test_number_is_no_broken_word():
    a, b = f"|{BODY}一共12|.3里", f"|{BODY}一共12|.4里"
    assert after_words(a, b) == (f"{BODY}一共12",) * 2


def after_titles(a: str, b: str) -> tuple[str, str]:
    return moved(leave_titles, a, b)


def test_titles_that_begin_alike_are_two_titles():
    a, b = f"|{BODY}遵行《渡口|夜航办法》管船。", f"|{BODY}遵行《渡口|停船规矩》管船。"
    assert after_titles(a, b) == (f"{BODY}遵行", f"{BODY}遵行")


def test_titles_that_end_alike_are_two_titles():
    a, b = f"遵行《渡口|夜航办法》，{BODY}|。", f"遵行《学堂|夜航办法》，{BODY}|。"
    assert after_titles(a, b) == (BODY, BODY)


def test_title_cut_on_one_side_only_is_left():
    a, b = f"|{BODY}遵行《渡口|夜航办法》管船。", f"|{BODY}遵行渡口|旧例。"
    assert after_titles(a, b) == (f"{BODY}遵行《渡口", f"{BODY}遵行渡口")


def test_whole_titles_stay():
    a, b = f"|{BODY}遵行《渡口夜航办法|》管船。", f"|{BODY}遵行《渡口夜航办法|》和旧例。"
    assert after_titles(a, b) == (f"{BODY}遵行《渡口夜航办法",) * 2


def test_passage_within_two_titles_comes_out_empty():
    assert after_titles("遵行《渡口|夜航停船|办法》管船。", "遵行《学堂|夜航停船|规矩》管船。") == ("", "")


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("一、修缮渠岸", "一、修缮渠岸", "修缮渠岸"),
        ("旧事\n（三）修缮渠岸", "（三）修缮渠岸", "修缮渠岸"),
        ("旧事\n(12) 修缮渠岸", "(12) 修缮渠岸", "修缮渠岸"),
        ("旧事\n　12、修缮渠岸", "12、修缮渠岸", "修缮渠岸"),
        ("各坊一、修缮渠岸", "一、修缮渠岸", "一、修缮渠岸"),
        ("一百五十丈渠岸", "一百五十丈渠岸", "一百五十丈渠岸"),
        ("共2025丈渠岸", "25丈渠岸", "2025丈渠岸"),
        ("3.5万亩渠田", "3.5万亩渠田", "3.5万亩渠田"),
        ("渠田12.5万亩", "5万亩", "12.5万亩"),
        ("渠田12.5万亩", "渠田12", "渠田12.5"),
        ("渠岸长2025丈", "渠岸长20", "渠岸长2025"),
        ("渠岸增长12％以上", "渠岸增长12", "渠岸增长12％"),
        ("《2018-2022年修渠章程》", "2022年修渠", "2018-2022年修渠"),
        ("渠岸长12.5至14.5丈", "14.5丈", "12.5至14.5丈"),
        ("第1-22段", "2段", "1-22段"),
        ("遵行“三时之约”。", "三时之约", "“三时之约”"),
        ("遵行“三时之约”。", "遵行“三时之约", "遵行“三时之约”"),
        ("遵行“三时之约”旧例。", "三时之约”旧例", "“三时之约”旧例"),
        ("（遵行《三时之约》）", "遵行《三时之约", "（遵行《三时之约》）"),
        ("遵行“三时之约旧例”。", "遵行“三时之约", "遵行“三时之约"),
    ],
)
def test_numbers_are_whole_and_brackets_closed(text, span, expected):
    start = text.index(span)
    first, last = set_span(text, start, start + len(span))
    assert text[first:last] == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (f"旧例。{BODY}，填补漏洞不分昼夜。", f"前言：{BODY}，填补工料各坊分担。", (BODY, BODY)),
        (f"旧例。{BODY}。次日另行商议。", f"前言：{BODY}。次日便动工加固。", (BODY, BODY)),
        (f"旧例。{BODY}的章程照旧。", f"前言：{BODY}的匠人领赏。", (BODY, BODY)),
        (f"旧例。{BODY}修建图书馆舍一座。", f"前言：{BODY}修建图书室东西两间。", (f"{BODY}修建",) * 2),
        (f"旧例\n一、{BODY}。", f"前言\n三、{BODY}。", (BODY, BODY)),
        (f"旧例“{BODY}”人人皆知。", f"前言讲到“{BODY}”四个大字。", (f"“{BODY}”",) * 2),
        (
            f"旧例。{BODY}，当日填补渗漏之处，别的再议。",
            f"前言：{BODY}，当日填补渗漏地段，其余从缓。",
            (f"{BODY}，当日填补渗漏之处", f"{BODY}，当日填补渗漏地段"),
        ),
        (
            f"旧例。{BODY}遵行《渡口夜航办法》管船。",
            f"前言：{BODY}遵行《渡口停船规矩》管船。",
            (f"{BODY}遵行", f"{BODY}遵行"),
        ),
    ],
    ids=["clause", "sentence", "particle", "word", "number of a heading", "quotation", "lacking", "title"],
)
def test_passages_are_found_with_these_edges(a, b, expected):
    assert found_wordings(a, b) == [expected]


def test_last_letters_of_a_long_clause_go_where_its_beginning_is_far():
    a, b = f"由各坊轮流派人照看的河边渡口石阶|旁边。{BODY}|。", f"雨停。|{BODY}|。"
    assert moved(snap_to_clauses, a, b) == (BODY, BODY)


# Sentences that a reworded passage nearly finishes.

LONG = "，".join([BODY, "渗漏之处当日填补", "石料由各坊分担", "工钱月底一并结清", "账目张贴在渡口"])


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (f"夜里|{LONG}|，以上。次日", f"夜里|{LONG}|。次日", (f"夜里{LONG}，以上", f"夜里{LONG}")),
        (f"雨停。夜里|{LONG}|。", f"雨停。|{LONG}|。", (f"夜里{LONG}", LONG)),
        (f"雨停。|{LONG}|，以上各条一律照办。", f"雨停。|{LONG}|。", (LONG, LONG)),
        (f"雨停。|{BODY}|，以上。次日", f"雨停。|{BODY}|。", (BODY, BODY)),
    ],
    ids=["at the end", "at the beginning", "more than few letters", "too much of a short passage"],
)
def test_sentence_that_lacks_few_letters_is_finished(a, b, expected):
    assert moved(finish_sentences, a, b) == expected
