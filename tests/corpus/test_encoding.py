"""Decoding: the text must come out exactly as it went in, whatever the encoding."""

import pytest

from plananalysis.corpus.encoding import UndecodableError, decode
from plananalysis.corpus.plausible import find_mojibake, plausibility
from shared import shared_path

SIMPLIFIED = "安平市审计局2023年工作要点\n一、总体要求：坚持依法审计，突出重点，做到“应审尽审”。\n" * 4
TRADITIONAL = "安平市審計局工作要點\n一、總體要求：堅持依法審計，突出重點，關於監督與執行。\n" * 4


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8 with BOM"),
        ("utf-16", "utf-16-le with BOM"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb2312", "gb2312"),
        ("gbk", "gb2312"),
        ("gb18030", "gb2312"),
    ],
)
@pytest.mark.parametrize("length", [6, 20, 10_000])
def test_simplified(codec, name, length):
    text = SIMPLIFIED[:length]
    assert decode(text.encode(codec)) == (text, name, "")


@pytest.mark.parametrize(
    ("codec", "name"), [("big5", "big5"), ("gbk", "gbk"), ("utf-16", "utf-16-le with BOM")]
)
@pytest.mark.parametrize("length", [7, 20, 10_000])
def test_traditional(codec, name, length):
    text = TRADITIONAL[:length]
    assert decode(text.encode(codec)) == (text, name, "")


def test_rare_characters_make_it_gb18030():
    assert decode((SIMPLIFIED + "𠮷").encode("gb18030")).encoding == "gb18030"


def test_line_ends_become_newlines_and_nothing_else_changes():
    text = "一、甲\r\n\r\n\u3000\u3000乙 <U+00A0>\r丙\t\n"
    assert decode(text.encode()).text == "一、甲\n\n\u3000\u3000乙 <U+00A0>\n丙\t\n"


def test_a_few_bad_bytes_are_read_with_a_warning_that_names_the_line():
    data = SIMPLIFIED.encode("gbk")
    lines = data.split(b"\n")
    lines[2] += b"\xff"
    decoded = decode(b"\n".join(lines))
    assert decoded.warning == "1 bytes or characters could not be decoded (�), the first in line 3"
    assert decoded.text.replace("\ufffd", "") == SIMPLIFIED


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff\xfe" * 100, bytes(range(256)) * 4])
def test_binary_data_is_no_text(data):
    with pytest.raises(UndecodableError, match="save it as UTF-8"):
        decode(data)


def test_plausibility_tells_right_from_wrong():
    assert plausibility(SIMPLIFIED) > 0.99
    assert plausibility(TRADITIONAL) > 0.99
    assert plausibility("") == 1.0
    wrong = [
        SIMPLIFIED.encode().decode("gb18030", "replace"),
        SIMPLIFIED.encode().decode("latin-1"),
        SIMPLIFIED.encode("gbk").decode("big5", "replace"),
        TRADITIONAL.encode("big5").decode("gbk", "replace"),
        SIMPLIFIED.encode("utf-16-be").decode("utf-16-le", "replace"),
    ]
    assert max(map(plausibility, wrong)) < 0.75


@pytest.mark.parametrize(
    "broken",
    [
        SIMPLIFIED.encode().decode("gb18030", "replace"),
        SIMPLIFIED.encode().decode("latin-1"),
        SIMPLIFIED.encode("gbk").decode("latin-1"),
        SIMPLIFIED.encode("gbk").decode("utf-8", "replace"),
    ],
)
def test_mojibake_is_found_where_it_stands(broken):
    broken = broken.strip("\n").split("\n")[1]
    before, after = "正常的一行文字，没有问题。\n", "\n后面又是正常的一行文字，没有问题。"
    text = before * 3 + broken + after * 3
    ((start, end),) = find_mojibake(text)
    assert abs(start - 3 * len(before)) <= 3
    assert abs(end - 3 * len(before) - len(broken)) <= 12


def test_rare_names_and_foreign_words_are_no_mojibake():
    assert (
        find_mojibake("代表：" + "王喆、李堃、赵淼、孙犇、吴骉；" * 2 + "café, élève, Zürich, lǜshī" * 3)
        == []
    )


@pytest.mark.parametrize(
    ("file", "encoding", "found"),
    [
        ("hailar_2012_gb2312.txt", "gb2312", "海拉尔区"),
        ("hailar_2019_gb2312.txt", "gbk", "海拉尔区"),
        ("state_council_1957_gbk.txt", "gbk", "<U+00A0>"),
        ("state_council_1978_gbk.txt", "gbk", "国务院"),
        ("state_council_1993_gbk.txt", "gbk", "１９９３年３月１５日"),
        ("state_council_2004_gbk.txt", "gbk", "国务院"),
        ("state_council_2018_gbk.txt", "gbk", "国务院"),
    ],
)
def test_originals(file, encoding, found):
    data = shared_path("corpora", "encodings", file).read_bytes()
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.warning == ""
    assert found in decoded.text
    assert plausibility(decoded.text) > 0.999
    assert find_mojibake(decoded.text) == []
    assert decoded.text == data.decode("gb18030").replace("\r\n", "\n").replace("\r", "\n")


def test_half_mojibake_turns_where_it_turns():
    data = shared_path("corpora", "encodings", "state_council_part_mojibake_utf8.txt").read_bytes()
    text = decode(data).text
    ((start, end),) = find_mojibake(text)
    assert plausibility(text[:start]) > 0.999
    assert text[start - 1].isspace()
    assert end == len(text.rstrip())


def test_every_kind_of_line_end_is_one():
    ends = ["\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"]
    text = "".join(f"第{n}条{end}" for n, end in enumerate(ends))
    assert decode(text.encode()).text == "".join(f"第{n}条\n" for n in range(len(ends)))


def test_a_file_saved_twice_with_a_mark():
    assert decode(b"\xef\xbb\xbf" * 2 + SIMPLIFIED.encode()).text == SIMPLIFIED


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"])
def test_a_mark_that_the_bytes_contradict_is_not_believed(mark, codec):
    text = "丙市工作要求\n一、改善民生\n加快建立安全制度，工作重心放在民生。\n" * 4
    assert decode(mark + text.encode(codec)).text == text


def test_a_mark_is_believed_where_the_text_holds_no_chinese():
    text = "Plan of work\n1. Jobs: 300\n"
    for codec in ("utf-8-sig", "utf-16"):
        assert decode(text.encode(codec)).text == text
