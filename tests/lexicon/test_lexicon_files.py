"""Lexicons in the forms that users have them."""

import pandas as pd
import pytest

from plananalysis import InputError, combine_lexicons, load_lexicon
from plananalysis.files.io import write_table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_plain_list(tmp_path, encoding, end):
    path = tmp_path / "mine.txt"
    path.write_bytes(end.join(["# 备注", "三张清单", "", "不忘初心，牢记使命", "三张清单"]).encode(encoding))
    lexicon = load_lexicon(path, kind="theme")
    assert lexicon["term"].tolist() == ["三张清单", "不忘初心，牢记使命"]
    assert set(lexicon["kind"]) == {"theme"}
    assert set(lexicon["lexicon"]) == {"mine"}


def test_jieba_format(tmp_path):
    path = tmp_path / "userdict.txt"
    path.write_text("三张清单 3 n\n揭榜挂帅 5\n云计算 nz\nGreen Finance 2 nz\nopen data\n", encoding="utf-8")
    assert load_lexicon(path)["term"].tolist() == [
        "三张清单",
        "揭榜挂帅",
        "云计算",
        "Green Finance",
        "open data",
    ]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("column", ["term", "word"])
def test_tables(tmp_path, suffix, column):
    frame = pd.DataFrame(
        {column: ["三张清单", "“一网统管”"], "kind": ["slogan", "theme"], "source": ["甲", None]}
    )
    lexicon = load_lexicon(write_table(frame, tmp_path / f"t{suffix}"), name="ours")
    assert lexicon["term"].tolist() == ["三张清单", "一网统管"]
    assert lexicon["kind"].tolist() == ["slogan", "theme"]
    assert lexicon["source"].tolist() == ["甲", f"t{suffix}"]
    assert set(lexicon["lexicon"]) == {"ours"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", "phrase\n党建\n".encode(), "row 1"),
        ("a.csv", "term\n党建\n“”\n".encode(), "row 3"),
        ("a.csv", "term,kind\n党建,a,b\n".encode(), "row 2"),
        ("a.txt", "党建\n“”\n".encode(), "row 2"),
        ("a.txt", b"\x81\xff\xff", "UTF-8"),
        ("a.xlsx", b"no workbook", "xlsx"),
    ],
)
def test_bad_files(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message) as error:
        load_lexicon(tmp_path / name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_missing_and_empty_files(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        load_lexicon(tmp_path / "none.txt")
    for name in ("empty.txt", "empty.csv"):
        (tmp_path / name).write_text("")
        assert load_lexicon(tmp_path / name).empty


def test_combine_keeps_the_first_of_what_folds_alike():
    def table(term, name):
        return pd.DataFrame({"term": [term], "kind": ["slogan"], "lexicon": [name], "source": [name]})

    both = combine_lexicons(
        table("不忘初心，牢记使命", "a"), table("不忘初心、牢记使命", "b"), table("党建", "c")
    )
    assert both["lexicon"].tolist() == ["a", "c"]
    assert combine_lexicons().empty
