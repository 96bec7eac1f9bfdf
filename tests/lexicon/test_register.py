"""The register of slogans: its facts hold together, and a user can extend it."""

import csv
import re

import pytest

from plananalysis import InputError, load_register, register_lexicon, slogan_register
from plananalysis.folding import fold
from shared import shared_path

_VALUE = dict(zip("一二两三四五六七八九十", [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10], strict=True))


@pytest.fixture(scope="module")
def register():
    return slogan_register()


def test_size_and_sources(register):
    assert (register["kind"] == "numeric").sum() >= 150
    assert (register["kind"] == "phrase").sum() >= 200
    assert register["source"].str.contains(r"(?:19|20)\d\d").all()
    assert set(register["scope"]) == {"central", "local"}
    assert register["first_year"].dropna().between(1919, 2026).all()


def test_a_term_stands_twice_only_with_another_year(register):
    key = register["term"].map(lambda term: fold(term).text)
    assert not register.assign(key=key).duplicated(["key", "first_year"]).any()


def test_a_number_and_its_measure_word_count_the_members(register):
    """四个意识 has four members, 三大攻坚战 three."""
    listed = register[(register["kind"] == "numeric") & register["members"].ne("")]
    checked = 0
    for term, members in zip(listed["term"], listed["members"], strict=True):
        match = re.fullmatch("([二两三四五六七八九十])(?:个|大|项|种|条)[^一二两三四五六七八九十、]+", term)
        if match and term != "两个一以贯之":
            assert len(members.split("｜")) == _VALUE[match.group(1)], term
            checked += 1
    assert checked >= 50


def test_agrees_with_the_members_collected_elsewhere(register):
    """Numbers of members agree with an independent list of forty slogans."""
    known: dict[str, set[int]] = {}
    for term, members in zip(register["term"], register["members"], strict=True):
        known.setdefault(term, set()).add(len(members.split("｜")))
    with shared_path("gold", "slogan_members.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["term"] in known]
    assert len(rows) >= 35
    for row in rows:
        assert len(row["members"].split("｜")) in known[row["term"]], row["term"]


def test_lexicon_holds_every_wording_once(register):
    lexicon = register_lexicon(register)
    assert lexicon["term"].is_unique
    assert {"不忘初心、牢记使命", "三会一课", "走在前、做表率"} <= set(lexicon["term"])
    assert "四风问题" not in set(lexicon["term"])
    assert set(lexicon["kind"]) == {"slogan"}


def test_extend(tmp_path, register):
    path = tmp_path / "ours.csv"
    path.write_text(
        "\ufeffterm,members,scope\r\n三张清单,问题清单｜任务清单｜责任清单,local\r\n“四风”,甲｜乙｜丙｜丁,\r\n",
        encoding="utf-8",
    )
    both = load_register(path)
    assert both["term"].tolist()[:2] == ["三张清单", "四风"]
    assert (both["term"] == "四风").sum() == 1
    assert len(both) == len(register) + 1
    assert len(load_register(path, extend=False)) == 2


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        ("slogan,members\n四风,甲\n", "row 1", "term"),
        ("term,meaning\n四风,甲\n", "row 1", "meaning"),
        ("term\n四风\n三农\n四风\n", "row 4", "term"),
        ("term,members\n四风,甲\n“四风”,乙\n", "row 3", "term"),
        ("term,kind\n四风,slogan\n", "row 2", "kind"),
        ("term,scope\n四风,national\n", "row 2", "scope"),
        ("term,first_year\n四风,不详\n", "row 2", "first_year"),
        ("term,members\n,甲\n", "row 2", "term"),
    ],
)
def test_bad_registers(tmp_path, text, row, column):
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_register(path)
    message = str(error.value)
    assert "bad.csv" in message
    assert row in message
    assert column in message
    assert "\n" not in message


def test_changing_the_returned_table_changes_nothing(register):
    copy = slogan_register()
    copy.loc[0, "term"] = "改"
    assert slogan_register().equals(register)
