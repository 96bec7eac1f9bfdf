"""The cloud: areas are shares, words do not touch, the seed decides, colours are those of groups."""

from itertools import combinations

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from plananalysis import InputError, plot_word_cloud
from plananalysis.plots import palette, unit_colours, word_cloud

COUNTS = {"乡村振兴": 16, "党建": 16, "高质量发展": 8, "渔业": 4, "GDP": 4, "一二三四五六七八": 2, "教育": 1}


def table(counts=COUNTS, **columns):
    return pd.DataFrame({"term": list(counts), "n": list(counts.values()), **columns})


def boxes(ax):
    return {patch.get_gid(): patch.get_path().get_extents() for patch in ax.patches}


def corners(ax):
    return {word: (round(box.x0, 3), round(box.y0, 3)) for word, box in boxes(ax).items()}


def test_the_area_around_a_word_is_its_share_however_long_it_is():
    found = boxes(plot_word_cloud(table()))
    per_use = {word: box.width * box.height / COUNTS[word] for word, box in found.items()}
    assert set(per_use) == set(COUNTS)
    assert max(per_use.values()) == pytest.approx(min(per_use.values()), rel=1e-3)
    assert found["乡村振兴"].height < found["党建"].height  # as often, and longer


def test_words_stand_apart_and_within():
    ax = plot_word_cloud(table({f"词语{i}": 40 - i for i in range(40)}), top=40)
    found = boxes(ax)
    assert len(found) == 40
    (left, right), (below, above) = ax.get_xlim(), ax.get_ylim()
    for box in found.values():
        assert left <= box.x0 < box.x1 <= right
        assert below <= box.y0 < box.y1 <= above
    for one, other in combinations(found.values(), 2):
        assert one.x1 <= other.x0 or other.x1 <= one.x0 or one.y1 <= other.y0 or other.y1 <= one.y0


def test_the_seed_decides_where_words_stand_and_the_order_of_rows_does_not():
    first = corners(plot_word_cloud(table(), seed=3))
    assert corners(plot_word_cloud(table().sample(frac=1, random_state=1), seed=3)) == first
    assert corners(plot_word_cloud(table(), seed=4)) != first


def test_a_word_has_the_colour_of_the_group_that_has_most_of_it():
    rows = [("党建", "甲", 3), ("党建", "乙", 1), ("渔业", "乙", 2)]
    frame = pd.DataFrame(rows, columns=["term", "group", "n"])
    ax = plot_word_cloud(frame, by="group")
    shades = unit_colours(["甲", "乙"])
    drawn = {patch.get_gid(): to_hex(patch.get_facecolor()).upper() for patch in ax.patches}
    assert drawn == {"党建": shades["甲"], "渔业": shades["乙"]}
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["乙", "甲"]
    plain = plot_word_cloud(frame)
    assert {to_hex(patch.get_facecolor()).upper() for patch in plain.patches} == {palette.NEUTRAL}
    assert plain.get_legend() is None
    many = pd.DataFrame({"term": list("甲乙丙丁戊己庚辛壬"), "group": list("123456789"), "n": 1})
    assert plot_word_cloud(many, by="group").get_legend() is None


def test_names_are_left_out_and_what_is_not_drawn_is_said():
    frame = table(kind=["word", "place", "slogan", "unit", "latin", "word", "person"])
    assert set(boxes(plot_word_cloud(frame))) == {"乡村振兴", "高质量发展", "GDP", "一二三四五六七八"}
    ax = plot_word_cloud(table(), top=3, lang="en")
    assert len(ax.patches) == 3
    assert ax.get_xlabel().endswith("(4 more not drawn)")


def test_slogans_are_found_by_the_name_of_their_column_and_nothing_to_draw_is_said():
    assert set(boxes(plot_word_cloud(pd.DataFrame({"slogan": ["三会一课"], "n": [2]})))) == {"三会一课"}
    ax = plot_word_cloud(table({"党建": 0}))
    assert [text.get_text() for text in ax.texts] == ["没有可画的数据"]


def test_what_cannot_be_drawn_is_refused(monkeypatch):
    with pytest.raises(InputError, match="log_odds: an area cannot be negative; name a column of counts"):
        plot_word_cloud(pd.DataFrame({"term": ["党建"], "log_odds": [-1.0]}), value="log_odds")
    with pytest.raises(InputError, match="slogan"):
        plot_word_cloud(pd.DataFrame({"word": ["党建"], "n": [1]}))
    monkeypatch.setattr(word_cloud, "find_spec", lambda name: None)
    with pytest.raises(
        InputError,
        match=r"^plot_word_cloud needs the package wordcloud: pip install 'plananalysis\[cloud\]'$",
    ):
        plot_word_cloud(table())
