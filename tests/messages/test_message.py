"""A message knows its template and values, and is a text for everybody else."""

import copy
import pickle
import warnings

import pytest

from plananalysis.errors import InputError, PlanWarning, near, warn
from plananalysis.messages.catalogue import in_chinese, usage_in_chinese
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import first_of, reason_of
from plananalysis.messages.template import filled, pattern, placeholders


def test_a_message_is_its_english_text():
    message = Message("{path}: no such file", path="甲.csv")
    assert message == "甲.csv: no such file"
    assert f"{message}!" == "甲.csv: no such file!"
    assert message.said("en") == message
    assert message.said("zh") == "甲.csv：没有这个文件"
    assert (message.template, message.values) == ("{path}: no such file", {"path": "甲.csv"})


def test_messages_inside_messages_are_said_in_the_same_language():
    inner = InputError("row {line_num} is no csv ({error})", line_num=3, error="bad")
    outer = InputError("{path}: {error}", path="a.csv", error=inner)
    assert str(outer) == "a.csv: row 3 is no csv (bad)"
    assert outer.said("zh") == "a.csv：第 3 行不是 csv（bad）"
    assert (
        InputError("no unit {unit!r}; {near}", unit="甲", near=near("甲", ["甲县"])).said("zh")
        == "没有单位“甲”；相近的有：甲县"
    )


def test_text_without_values_is_taken_as_it_is():
    assert Message("{not a name}") == "{not a name}"
    assert str(InputError("100% {")) == "100% {"
    assert Message("unknown").said("zh") == "unknown"


def _pickled(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - what was pickled a moment ago


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, _pickled])
def test_copies_know_as_much(copied):
    for said in (Message("{path}: no such file", path="{x}"), InputError("{path}: no such file", path="{x}")):
        other = copied(said)
        assert str(other) == "{x}: no such file"
        assert other.said("zh") == "{x}：没有这个文件"


def test_lists_are_joined_as_the_language_joins_them():
    values = {"a": ["甲", "乙"], "n": 2}
    assert filled("{a} | {a:or} | {a:and} | {a: }", values, "en") == "甲, 乙 | 甲 or 乙 | 甲 and 乙 | 甲 乙"
    assert filled("{a} | {a:or} | {a:and} | {a: }", values, "zh") == "甲、乙 | 甲或乙 | 甲和乙 | 甲 乙"
    assert Message("{names}", names=(str(n) for n in range(3))).said("zh") == "0、1、2"
    assert (
        filled("{n:one|several}", {"n": 1}, "en") + filled("{n:one|several}", {"n": 0}, "en") == "oneseveral"
    )


def test_names_of_values_and_reading_them_back():
    assert placeholders("{n:,} {n:row|rows} of {path!r} {{x}}") == {"n", "path"}
    assert pattern("{a}: {b}") is None
    found = pattern("{n:,} {n:row|rows} of {path}").fullmatch("1 row of (a).csv")
    assert (found["n"], found["path"]) == ("1", "(a).csv")
    assert pattern("{a} is {a}").fullmatch("甲 is 乙") is None


def test_a_warning_carries_its_message_and_points_at_the_caller():
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", PlanWarning)
        warn(
            "term_trend: {reason}",
            reason=Message("no document has a year; write the years into metadata.csv"),
        )
    (one,) = said
    assert one.filename == __file__
    assert str(one.message).startswith("term_trend: no document has a year")
    assert one.message.said("zh") == "term_trend：没有文稿有年份；请把年份写入 metadata.csv"


def test_texts_of_tables_are_read_back():
    assert in_chinese("page 2 damaged and not read; no text") == "第 2 页损坏，未读入；没有文字"
    assert in_chinese("too large (1,200 MB, at most 300 are read)") == "文件过大（1,200 MB，至多读 300 MB）"
    assert (
        in_chinese("an embedded part (a.docx) could not be read: empty file")
        == "嵌入的文档（a.docx）无法读取：空文件"
    )
    assert in_chinese("Permission denied") == "没有权限"
    assert in_chinese("some text of another's; no text") == "some text of another's; no text"
    assert usage_in_chinese("Missing argument 'CORPUS'.") == "缺少参数 'CORPUS'。"
    assert usage_in_chinese("Nothing of the kind.") == "Nothing of the kind."


def test_reasons_of_the_system():
    assert reason_of(OSError(28, "anything")) == "No space left on device"
    assert reason_of(OSError(28, "anything")).said("zh") == "磁盘空间不足"
    assert reason_of(OSError("odd")) == "odd"
    assert reason_of(OSError()).said("zh") == "无法打开"
    assert first_of("甲乙丙", 2).said("zh") == "甲、乙 等另有 1 个"
