"""Theme lexicons: the shipped ones are sound, the user's own are checked row by row."""

import pandas as pd
import pytest

from plananalysis.errors import InputError
from plananalysis.folding import fold
from plananalysis.lexicon.theme_lexicons import SHIPPED, check_theme_lexicon, load_theme_lexicon


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_lexicons_are_sound(name):
    lexicon = load_theme_lexicon(name)
    assert list(lexicon.columns) == ["theme", "term", "weight", "source"]
    assert set(lexicon["weight"]) == {1.0, 2.0, 3.0}
    assert (lexicon["source"] != "").all()
    assert lexicon.groupby("theme").size().min() >= 60
    folded = lexicon["term"].map(lambda term: fold(term).text)
    assert not pd.DataFrame({"theme": lexicon["theme"], "term": folded}).duplicated().any()


def test_a_table_without_weights_has_weight_one(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("theme,term\n学,党课\n廉,廉政\n", encoding="utf-8")
    assert load_theme_lexicon(file)["weight"].tolist() == [1.0, 1.0]


def test_yaml_lists_and_maps(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("学:\n  - 党课\n  - 读书\n廉: {廉政: 3, 监督: 0.5}\n", encoding="utf-8")
    assert load_theme_lexicon(file)[["theme", "term", "weight"]].to_numpy().tolist() == [
        ["学", "党课", 1.0],
        ["学", "读书", 1.0],
        ["廉", "廉政", 3.0],
        ["廉", "监督", 0.5],
    ]


def test_a_yaml_list_may_give_weights(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("学:\n  - 党课: 3\n  - 读书\n", encoding="utf-8")
    assert load_theme_lexicon(file)["weight"].tolist() == [3.0, 1.0]
    file.write_text("学:\n  - {党课: 3, 读书: 2}\n", encoding="utf-8")
    with pytest.raises(InputError, match="the theme 学 is given without a term"):
        load_theme_lexicon(file)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("学", "党课", 1), ("廉", "", 1)], "row 3: the theme 廉 is given without a term"),
        ([("学", "党课", 1), ("", "廉政", 1)], "row 3: has no theme"),
        ([("学", "党课", 0)], "row 2: the weight of 党课 is not a positive number"),
        ([("学", "党课", 1), ("学", "读书", "多")], "row 3: the weight of 读书"),
        ([("学", "党课", float("inf"))], "row 2: the weight of 党课"),
        ([("学", "党课", 1), ("学", "党课", 2)], "row 3: repeats 党课 under 学"),
        ([], "holds no term"),
    ],
)
def test_faults_name_the_row(rows, message):
    with pytest.raises(InputError, match=message):
        check_theme_lexicon(pd.DataFrame(rows, columns=["theme", "term", "weight"]))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.yaml", "学:\n", "the theme 学 is given without a term"),
        ("a.yaml", "学: [党课\n", "not readable as YAML"),
        ("a.yaml", "- 党课\n", "expected a map from themes"),
        ("a.csv", "theme,word\n学,党课\n", "no column 'term'"),
        ("a.txt", "学 党课", "cannot tell the table format"),
    ],
)
def test_faulty_files_are_named(tmp_path, name, content, message):
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_theme_lexicon(file)


def test_an_unknown_name_lists_the_shipped_ones():
    with pytest.raises(
        InputError, match="no theme lexicon 'party'; shipped ones: party_building, government_work"
    ):
        load_theme_lexicon("party")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        load_theme_lexicon(tmp_path / "none.yaml")
