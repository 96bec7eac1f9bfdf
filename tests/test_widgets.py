"""Menus call the view with what was chosen; bad input and missing packages leave something to look at."""

import ipywidgets
import matplotlib
import pandas as pd
import pytest
from matplotlib import pyplot

from plananalysis import InputError, choose, widgets


@pytest.fixture(autouse=True)
def notebook(monkeypatch):
    """Let menus be made though no notebook runs the tests."""
    monkeypatch.setattr(widgets, "_menus_work", lambda: True)


def menus(chosen):
    return {child.description: child for child in chosen.children[:-1]}


def test_a_choice_calls_the_view_with_its_value_not_its_words():
    seen = []
    chosen = choose(
        lambda row, unit: seen.append((row, unit)), row={"甲 — 乙": 0, "甲 — 丙": 7}, unit=["甲", "乙"]
    )
    boxes = menus(chosen)
    assert boxes["row"].options == ("甲 — 乙", "甲 — 丙")
    boxes["row"].value = "甲 — 丙"
    boxes["unit"].value = "乙"
    assert seen == [(0, "甲"), (7, "甲"), (7, "乙")]


def test_like_menus_begin_with_different_entries():
    boxes = menus(choose(lambda a, b, c: None, a=["甲", "乙"], b=["甲", "乙"], c=["丙"]))
    assert [box.value for box in boxes.values()] == ["甲", "乙", "丙"]
    assert [box.value for box in menus(choose(lambda a, b: None, a=[2024], b=[2024])).values()] == [
        "2024"
    ] * 2


def test_a_figure_is_shown_once_and_not_kept_open():
    matplotlib.use("Agg")
    pyplot.close("all")
    chosen = choose(lambda n: pyplot.figure().add_subplot(title=n), n=["1", "2"])
    menus(chosen)["n"].value = "2"
    assert chosen.result.axes[0].get_title() == "2"
    assert pyplot.get_fignums() == []


def test_a_table_with_a_column_named_figure_is_a_table():
    chosen = choose(lambda n: pd.DataFrame({"figure": [n]}), n=[1, 2])
    menus(chosen)["n"].value = "2"
    assert chosen.result["figure"].tolist() == [2]


def test_bad_input_is_one_line_and_data():
    def view(unit):
        raise InputError(f"no <b>{unit}</b> here")

    chosen = choose(view, unit=["甲", "乙"])
    menus(chosen)["unit"].value = "乙"
    assert "no &lt;b&gt;乙&lt;/b&gt; here" in str(chosen.result)


def test_nothing_to_choose_from_says_so():
    assert "nothing to choose from: unit" in str(choose(lambda unit: unit, unit=[]))


def test_outside_a_notebook_the_first_view_is_shown(monkeypatch):
    monkeypatch.undo()
    assert choose(lambda a, b: f"{a}/{b}", a=["甲", "乙"], b=["甲", "乙"]) == "甲/乙"


def test_without_ipywidgets_the_first_view_is_shown(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr("IPython.get_ipython", lambda: type("Shell", (), {"kernel": None})())
    assert isinstance(choose(lambda n: n, n=[1, 2]), ipywidgets.VBox)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert choose(lambda n: n, n=[1, 2]) == 1
