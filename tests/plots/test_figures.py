"""Figures are tested by their artists, and by the absence of any warning about a missing glyph."""

import itertools
import warnings
from io import BytesIO

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.text import Text

from plananalysis.errors import InputError
from plananalysis.plots import (
    font_families,
    plot_frequencies,
    plot_keywords,
    plot_similarity,
    plot_slogan_heatmap,
    save_figure,
    unit_colours,
)
from plananalysis.plots.fonts import bundled_font
from plananalysis.plots.heatmap import label_plan
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, SINGLE_COLUMN, fonts, style

RARE = "“两新”〇①−🚀𠮷㊙\U000f1234"


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    from matplotlib import pyplot

    pyplot.close("all")


def unit_names(n):
    parts = itertools.product("东西南北中青白红金银", "山河湖江海", "区县市镇")
    return ["".join(part) for part in itertools.islice(parts, n)]


def slogan_table(n_units, n_slogans=30):
    draw = np.random.default_rng(1)
    rows = [
        (f"提法{i}", unit, int(draw.integers(0, 9))) for i in range(n_slogans) for unit in unit_names(n_units)
    ]
    return pd.DataFrame(rows, columns=["slogan", "group", "n"])


def similarity_table(n):
    names = unit_names(n)
    rows = [(a, b, 1 / (1 + i + j), 0.1) for (i, a), (j, b) in itertools.combinations(enumerate(names), 2)]
    return pd.DataFrame(rows, columns=["a", "b", "cosine", "jaccard"])


def drawn(ax):
    """Draw the figure of the axes and return it; any warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax.figure.canvas.draw()
    return ax.figure


def test_frequencies_divides_bars_by_unit_in_the_units_colours():
    table = pd.DataFrame(
        {"slogan": ["三会一课", "三会一课", "放管服"], "group": ["甲", "乙", "甲"], "n": [3, 2, 4]}
    )
    colours = unit_colours(["甲", "乙", "丙"])
    ax = plot_frequencies(table, by="group", colours=colours)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["三会一课", "放管服"]
    lengths = {
        (bar.get_facecolor(), round(bar.get_y() + bar.get_height() / 2)): bar.get_width()
        for bar in ax.patches
    }
    first = mpl.colors.to_rgba(colours["甲"])
    assert lengths[(first, 0)] == 3
    assert lengths[(first, 1)] == 4
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["乙", "甲"]


def test_many_units_make_undivided_bars():
    ax = plot_frequencies(slogan_table(31), by="group", top=10)
    assert len(ax.patches) == 10
    assert ax.get_legend() is None


def test_keyword_panels_name_groups_and_terms_in_order():
    table = pd.DataFrame(
        {
            "group": ["乙", "甲", "甲"],
            "term": ["渔业", "党建", "学习"],
            "rank": [1, 1, 2],
            "score": [0.4, 0.9, 0.2],
        }
    )
    ax = plot_keywords(table)
    assert [text.get_text() for text in ax.texts] == ["乙", "渔业", "甲", "党建", "学习"]
    assert sorted(bar.get_width() for bar in ax.patches) == pytest.approx([0.5 * 2 / 9, 0.5 * 4 / 9, 0.5])


def test_slogan_heatmap_keeps_the_tables_order_and_fills_zeros():
    table = pd.DataFrame(
        {"slogan": ["放管服", "放管服", "一网通办"], "group": ["甲", "乙", "甲"], "n": [2, 5, 1]}
    )
    ax = plot_slogan_heatmap(table)
    assert ax.images[0].get_array().tolist() == [[5, 2], [0, 1]]
    assert [text.get_text() for text in ax.texts] == ["5", "2", "1"]


def test_similarity_is_symmetric_in_the_order_given_with_the_diagonal_left_out():
    pairs = pd.DataFrame({"a": ["甲", "甲", "乙"], "b": ["乙", "丙", "丙"], "cosine": [0.1, 0.8, 0.2]})
    tree = pd.DataFrame({"branch_a": [0, 3], "branch_b": [1, 2], "height": [0.2, 0.85]})
    ax = plot_similarity(pairs, order=["甲", "丙", "乙"], tree=tree)
    cells = ax.images[0].get_array()
    assert cells[0, 1] == cells[1, 0] == 0.8
    assert np.ma.getmaskarray(np.ma.masked_invalid(cells)).diagonal().all()
    dendrogram = ax.child_axes[0]
    assert [line.get_xdata().tolist() for line in dendrogram.lines] == [
        [0, 0.2, 0.2, 0],
        [0.2, 0.85, 0.85, 0],
    ]
    assert dendrogram.lines[1].get_ydata().tolist() == [0.5, 0.5, 2, 2]


def test_a_tree_of_two_draws_without_a_warning():
    pairs = pd.DataFrame({"a": ["甲"], "b": ["乙"], "cosine": [0.4]})
    for height in (0.6, 0.0):
        drawn(
            plot_similarity(pairs, tree=pd.DataFrame({"branch_a": [0], "branch_b": [1], "height": [height]}))
        )


@pytest.mark.parametrize("n", [5, *(pytest.param(n, marks=pytest.mark.slow) for n in (31, 200))])
def test_heatmap_labels_do_not_overlap_and_fit_the_page(n):
    for ax in (plot_slogan_heatmap(slogan_table(n)), plot_similarity(similarity_table(n))):
        figure = drawn(ax)
        width, height = figure.get_size_inches()
        assert width <= FULL_WIDTH
        assert height <= FULL_HEIGHT
        for labels in (ax.get_xticklabels(), ax.get_yticklabels()):
            boxes = [label.get_window_extent() for label in labels if label.get_text()]
            assert not any(a.shrunk(0.98, 0.98).overlaps(b) for a, b in itertools.pairwise(boxes))
            inside = figure.bbox.padded(1)
            assert all(inside.contains(*box.min) and inside.contains(*box.max) for box in boxes)


def test_label_plan_thins_only_where_it_must():
    assert label_plan(10, 5.0)[0] == 1
    step, points = label_plan(500, 5.0)
    assert 500 / step * points / 72 <= 5.0


@pytest.mark.parametrize("own", [True, False], ids=["new figure", "the user's axes"])
def test_rare_characters_and_dollars_raise_no_warning(own, tmp_path):
    slogans = pd.DataFrame({"slogan": [RARE, "$x_1$"], "group": [RARE, "甲"], "n": [1, 2]})
    keywords = pd.DataFrame({"group": [RARE], "term": ["$x_1$"], "rank": [1], "score": [0.5]})
    pairs = pd.DataFrame({"a": [RARE], "b": ["$乙$"], "cosine": [0.5], "jaccard": [0.1]})
    for plot, table in (
        (plot_frequencies, slogans),
        (plot_slogan_heatmap, slogans),
        (plot_keywords, keywords),
        (plot_similarity, pairs),
    ):
        ax = plot(table, None if own else Figure().add_subplot())
        figure = drawn(ax)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            save_figure(figure, tmp_path / "a")
        texts = {text.get_text() for text in ax.findobj(Text)}
        assert texts & {"$x_1$", "$乙$"}
        assert not any(text.get_parse_math() for text in ax.findobj(Text) if "$" in text.get_text())


def test_the_users_settings_stay(tmp_path):
    before = dict(mpl.rcParams)
    save_figure(
        plot_keywords(pd.DataFrame({"group": ["甲"], "term": ["党建"], "rank": [1], "score": [1.0]})).figure,
        tmp_path / "a",
    )
    assert dict(mpl.rcParams) == before


def test_saved_twice_is_the_same_and_text_stays_text(tmp_path):
    figure = plot_frequencies(slogan_table(3, 4), by="group").figure
    one = save_figure(figure, tmp_path / "one.png", formats=("png", "svg"))
    other = save_figure(figure, tmp_path / "other")
    assert [path.name for path in one] == ["one.png", "one.svg"]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    svg = one[1].read_text(encoding="utf-8")
    assert ">提法0</text>" in svg
    assert "'Microsoft YaHei'" in svg
    assert figure.get_layout_engine() is not None


def test_pdf_embeds_the_font_and_raises_no_warning(tmp_path):
    ax = plot_keywords(pd.DataFrame({"group": ["甲"], "term": [RARE], "rank": [1], "score": [0.5]}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (path,) = save_figure(ax.figure, tmp_path / "a", formats=["pdf"])
    assert b"/FontFile2" in path.read_bytes()


def test_png_has_200_dots_per_inch(tmp_path):
    from PIL import Image

    with Image.open(save_figure(Figure(figsize=(2, 1)), tmp_path / "a", formats=["png"])[0]) as image:
        assert image.size == (400, 200)


def test_a_chinese_font_comes_first():
    assert font_families()[0] != "DejaVu Sans"
    assert "Noto Sans SC" in font_families()


def test_colours_are_distinct_and_do_not_depend_on_order():
    names = unit_names(24)
    assert len(set(unit_colours(names).values())) == 24
    assert unit_colours(names) == unit_colours(reversed(names))


@pytest.mark.parametrize(
    "plot",
    [plot_frequencies, plot_slogan_heatmap, plot_keywords, plot_similarity],
    ids=lambda plot: plot.__name__,
)
def test_an_empty_table_is_said_and_a_missing_column_named(plot):
    columns = ["slogan", "n", "group", "term", "rank", "score", "a", "b", "cosine", "jaccard"]
    ax = plot(pd.DataFrame({column: pd.Series([], dtype="float64") for column in columns}), lang="en")
    assert len(ax.texts) == 1
    with pytest.raises(InputError, match="column"):
        plot(pd.DataFrame({"x": [1]}))


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("a", {"formats": ["bmp"]}, "bmp: no figure format; use .*pdf"),
        ("a.doc", {}, "doc is no figure format; use .*pdf"),
        ("a", {"formats": 3}, "3"),
    ],
)
def test_an_unknown_format_is_refused(name, options, said, tmp_path):
    with pytest.raises(InputError, match=said):
        save_figure(Figure(), tmp_path / name, **options)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "formats", "written"),
    [
        ("x.pdf", None, ["x.pdf"]),
        ("x.PDF", None, ["x.PDF"]),
        ("x.tif", None, ["x.tif"]),
        ("x.eps", None, ["x.eps"]),
        ("x.jpg", None, ["x.jpg"]),
        ("x.svgz", None, ["x.svgz"]),
        ("x", None, ["x.png", "x.svg"]),
        ("图1.最终", None, ["图1.最终.png", "图1.最终.svg"]),
        ("fig.2", "pdf", ["fig.2.pdf"]),
        ("x.png", "pdf", ["x.pdf"]),
        ("x.png", ("png", ".pdf"), ["x.png", "x.pdf"]),
    ],
)
def test_the_suffix_decides_and_nothing_else_is_written(name, formats, written, tmp_path):
    files = save_figure(Figure(figsize=(1, 1)), tmp_path / name, formats=formats)
    assert [path.name for path in files] == written
    assert {path.name for path in tmp_path.iterdir()} == set(written)


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=pytest.mark.slow) for kind in ("eps", "ps", "tif", "webp", "svgz", "pdf")]
    + ["jpg"],
)
def test_every_format_is_the_same_on_every_run(kind, tmp_path, monkeypatch):
    ax = plot_frequencies(slogan_table(2, 2), by="group")
    (one,) = save_figure(ax, tmp_path / f"one.{kind}")
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.ctime", lambda *_: "another day")
    (two,) = save_figure(ax, tmp_path / f"two.{kind}")
    assert one.read_bytes().replace(b"one.", b"two.") == two.read_bytes()


@pytest.mark.parametrize("dpi", [0, -300, "300", None, 10**6])
def test_what_is_no_number_of_dots_is_refused(dpi, tmp_path):
    with pytest.raises(InputError, match="dots per inch are wanted, up to 2400, not"):
        save_figure(Figure(figsize=(1, 1)), tmp_path / "a.png", dpi=dpi)


@pytest.mark.parametrize(("other", "name"), [(pd.DataFrame(), "a table"), (None, "None"), ([1], "a list")])
def test_what_is_no_figure_is_refused(other, name, tmp_path):
    with pytest.raises(InputError, match=f"Axes or a Figure is wanted, {name} was given"):
        save_figure(other, tmp_path / "a.png")


def test_dots_have_the_resolution_asked_for(tmp_path):
    from PIL import Image

    for name in ("a.tif", "a.jpg", "a.png"):
        (path,) = save_figure(Figure(figsize=(2, 1)), tmp_path / name, dpi=300)
        with Image.open(path) as image:
            assert image.size == (600, 300)
            assert [round(float(dots)) for dots in image.info["dpi"]] == [300, 300]


def test_a_figure_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    (path,) = save_figure(Figure(figsize=(1, 1)), tmp_path / "a.pdf")
    before = path.read_bytes()

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(path), "write_bytes", full)
    with pytest.raises(InputError, match="No space left"):
        save_figure(Figure(figsize=(2, 2)), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("width", [SINGLE_COLUMN * 1.4, FULL_WIDTH, 3.333])
def test_png_keeps_its_rows_where_its_width_in_pixels_is_no_whole_number(width, tmp_path):
    from PIL import Image

    figure = Figure(figsize=(width, 3))
    figure.add_axes((0, 0, 1, 1)).axvline(0.5, color="black", linewidth=6)
    (path,) = save_figure(figure, tmp_path / "line", formats=["png"])
    with Image.open(path) as drawn:
        middle = [drawn.getpixel((drawn.width // 2, row)) for row in range(20, drawn.height - 20, 40)]
        assert set(middle) == {(0, 0, 0)}


@pytest.mark.slow
def test_pdf_embeds_the_font_of_chinese_text(tmp_path):
    ax = plot_frequencies(slogan_table(3, 4), by="group")
    (path,) = save_figure(ax, tmp_path / "a", formats=["pdf"])
    assert b"/FontFile2" in path.read_bytes()


@pytest.mark.skipif(
    tuple(map(int, mpl.__version__.split(".")[:2])) < (3, 11),
    reason="earlier releases read fonts by their path",
)
def test_a_font_is_read_from_memory():
    with style():
        font = font_manager.ft2font.FT2Font(str(bundled_font()))
    assert isinstance(font.fname, BytesIO)  # by a path, matplotlib would read every glyph from the disk


def test_fonts_show_chinese_in_a_figure_of_ones_own_and_leave_settings_alone(tmp_path):
    before = dict(mpl.rcParams)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a glyph that is missing is a warning
        with fonts():
            figure = Figure()
            ax = figure.subplots()
            pd.Series([1, -2], index=["党建引领", "乡村振兴"]).plot.barh(ax=ax, title="两个单位")
            figure.savefig(tmp_path / "own.png")
    assert dict(mpl.rcParams) == before
    assert (tmp_path / "own.png").stat().st_size > 1000
