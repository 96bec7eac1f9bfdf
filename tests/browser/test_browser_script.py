"""What the functions of the page's script give, each by itself: by hand, or as Python says it."""

import re

import pandas as pd
import pytest

import plananalysis
from plananalysis.folding import DECIDED_BY_WORDS, fold_text
from plananalysis.report.analysis import analyse
from plananalysis.report.page import render_page

pytestmark = pytest.mark.browser


def call(page, expression, *values):
    """The value of an expression in the page; ``values`` are its arguments ``a``, ``b``, …"""
    names = ", ".join("abcd"[: len(values)])
    return page.evaluate(f"([{names}]) => ({expression})", list(values))


def test_the_page_has_one_global(open_page, report, tmp_path):
    names = "Object.getOwnPropertyNames(window)"
    blank = tmp_path / "blank.html"
    blank.write_text("<!DOCTYPE html><title>blank</title>", encoding="utf-8")
    empty = set(open_page(blank.as_uri()).evaluate(names))
    page = open_page(report)
    assert {name for name in page.evaluate(names) if not name.isdigit()} <= empty
    assert page.evaluate("typeof Report.el") == "function"


def test_records_are_read_by_name(page):
    table = {"columns": ["doc", {"name": "n"}], "rows": [[0, 7], [1, 8]]}
    assert call(page, "Report.records(a)", table) == [{"doc": 0, "n": 7}, {"doc": 1, "n": 8}]
    assert call(page, "Report.records(null)") == []
    assert call(
        page, "Report.records({columns: ['__proto__'], rows: [[1]]}).map((one) => Object.keys(one))"
    ) == [["__proto__"]]
    grouped = (
        "[...Report.groupedBy(Report.records(a), (one) => one.n > 7)].map(([key, all]) => [key, all.length])"
    )
    assert call(page, grouped, table) == [[False, 1], [True, 1]]
    assert call(page, "Report.asCells(['n', 'x'], Report.records(a))", table) == [
        ["n", "x"],
        ["7", ""],
        ["8", ""],
    ]


def test_words_are_filled_with_what_is_given_and_with_nothing_else(page):
    assert call(page, "Report.fill('{n} of {m} {constructor}', {n: 1})") == "1 of {m} {constructor}"
    assert call(page, "Report.wordsFor('constructor')") == ["constructor"] * 2
    assert call(page, "Report.codeWords('reuse', 'formula')") == ["套语", "formula"]
    assert call(page, "Report.codeWords('reuse', 'constructor')") == ["constructor"] * 2


def test_numbers_and_texts_are_shortened(page):
    assert call(page, "[3, 0.12345, 12.345].map(Report.number)") == ["3", "0.123", "12.3"]
    assert call(page, "[Report.percent(0.256), Report.percent(0.256, 1)]") == ["26%", "25.6%"]
    assert call(page, "[Report.some(3, 3), Report.some(3, 5)]") == ["3", "3 / 5"]
    assert call(page, "[Report.shortened('党建工作', 2), Report.shortened('党建', 2)]") == ["党建…", "党建"]
    assert call(page, "Report.oneLine(a)", "党\n\n建") == "党 建"


def test_cells_are_quoted_in_csv_and_stay_on_one_line_when_copied(page):
    rows = [["a", 'x"y,z'], ["b\nc", ""]]
    assert call(page, "Report.asCsv(a)", rows) == 'a,"x""y,z"\r\n"b\nc",'
    assert call(page, "Report.asTabbed(a)", rows) == 'a\tx"y,z\nb c\t'
    risky = [["=1+1", "+甲", "-5", "-5%", "@x", "'=1", "\t=1", "-1,234.5", "'甲"]]
    assert call(page, "Report.asCsv(a)", risky) == "'=1+1,'+甲,-5,-5%,'@x,''=1,'\t=1,\"-1,234.5\",'甲"
    assert call(page, "Report.asTabbed(a)", [["=1+1", "-5"]]) == "'=1+1\t-5"


def test_rows_are_sorted_by_number_or_as_chinese_is_and_ties_keep_their_order(page):
    rows = [{"n": n, "name": name} for n, name in ((2, "乙"), (10, "甲"), (2, "丙"))]
    state = {"sort": "n", "down": False, "filter": "", "quick": None}
    chosen = "Report.chosenRows(a, b, (one) => [one.name]).map((one) => one.name).join('')"
    assert call(page, chosen, rows, state) == "乙丙甲"
    assert call(page, chosen, rows, state | {"down": True}) == "甲乙丙"
    assert call(page, chosen, rows, state | {"filter": "“丙”"}) == "丙"
    assert call(page, chosen, rows, state | {"quick": {"column": "n", "code": 10}}) == "甲"


def test_a_text_is_cut_into_layers_that_tile_it(page):
    spans = [{"start": 2, "end": 6, "kind": "heading"}, {"start": 4, "end": 9, "kind": "here"}]
    found = call(page, "Report.layers(10, a)", spans)
    assert [(one["start"], one["end"], one["kinds"]) for one in found] == [
        (0, 2, []),
        (2, 4, ["heading"]),
        (4, 6, ["heading", "here"]),
        (6, 9, ["here"]),
        (9, 10, []),
    ]


def test_keys_move_within_a_row_of_things(page):
    moves = "['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Enter'].map((key) => Report.moved(key, a, 4))"
    assert call(page, moves, 0) == [1, 0, 0, 3, None]
    assert call(page, moves, 3) == [3, 2, 0, 3, None]
    assert call(page, moves, -1) == [None] * 5


def test_the_page_folds_every_character_as_python_does(page):
    plain = [code for code in range(1, 0xFFFF) if not 0xD800 <= code < 0xE000]
    text = "".join(chr(code) for code in plain if chr(code) not in DECIDED_BY_WORDS) + "𠮷😀"
    assert call(page, "Report.fold(a)", text) == fold_text(text)


TEXTS = {
    "甲": "甲县工作要点\n一、𠮷祥党建\n坚持“三会一课”，ＡＢ类事项“放管服”。\n三会\n一课不算。三會一課算。\n本文由网友上传\n",
    "乙": "乙县工作要点\n一、服务\n三会一课，ab 类；三会一课三会一课。\n免责声明：本文三会一课来源于网络，版权归原作者所有。\n",
}
QUERIES = ("三会一课", "“三会一课”，", "三會一課", "ab类", "放管服", "、ＡＢ", "课", "𠮷祥", "“”", "没有")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A page of two texts with quotes, wide letters, traditional characters and what stands beyond the basic plane."""
    corpus = plananalysis.corpus_from_texts(TEXTS)
    file = tmp_path_factory.mktemp("small") / "page.html"
    file.write_text(render_page(analyse(corpus)), encoding="utf-8")
    return corpus, file.as_uri()


def places_in(page, query):
    found = call(page, "Report.search(a).map((one) => ({...one, doc: Report.docs[one.doc].id}))", query)
    return sorted((one["doc"], one["start"], one["end"]) for one in found)


def kwic_places(corpus, query):
    found = plananalysis.concordance(corpus, query)
    return sorted(found[["doc_id", "start", "end"]].itertuples(index=False, name=None))


def test_the_search_finds_what_kwic_finds(open_page, small):
    corpus, address = small
    page = open_page(address)
    for query in QUERIES:
        if fold_text(query):
            assert places_in(page, query) == kwic_places(corpus, query), query
        else:
            assert places_in(page, query) == []
    assert len(kwic_places(corpus, "三会一课")) == 5


def test_the_search_of_the_sample_finds_what_kwic_finds(page):
    corpus = plananalysis.load_corpus(plananalysis.sample_path())
    for query in ("“两个维护”", "四個意識", "，", "2024年", "（一）", "教师"):
        assert places_in(page, query) == kwic_places(corpus, query), query


def test_a_wording_is_cut_into_pieces_at_its_edits_by_characters(page):
    spans = [{"start": 2, "end": 4}, {"start": 6, "end": 6}, {"start": 7, "end": 8}]
    found = call(page, "Report.sections.reuse.pieces(a, b)", "𠮷祥平安建设之年", spans)
    assert [(one["text"], one["edited"]) for one in found] == [
        ("𠮷祥", False),
        ("平安", True),
        ("建设", False),
        ("之", False),
        ("年", True),
    ]
    assert call(page, "Report.sections.reuse.pieces('', [])") == []


def test_page_and_notebook_mark_the_same_edits(page):
    corpus = plananalysis.load_corpus(plananalysis.sample_path())
    reuse = plananalysis.find_reuse(corpus)
    marked = page.evaluate(
        """() => {
             const { pairs, pieces, wording } = Report.sections.reuse;
             const side = (pair, one) => pieces(wording(pair, one), pair.edits.map((edit) => ({
               start: edit[`start_${one}`], end: edit[`end_${one}`] }))).filter((piece) => piece.edited).map((piece) => piece.text);
             return pairs.map((pair) => [side(pair, "a"), side(pair, "b")]);
           }"""
    )
    assert len(marked) == len(reuse) > 100
    assert sum(bool(edits) for pair in marked for edits in pair) > 50
    for row, sides in enumerate(marked):
        shown = str(plananalysis.show_pair(reuse, corpus, row))
        for mark, edits in zip(("del", "ins"), sides, strict=True):
            assert re.findall(rf"<{mark}>(.*?)</{mark}>", shown, flags=re.S) == edits, row


def test_the_distance_from_a_mark_is_nothing_within_it(page):
    far = "[1, 2, 3, 5, 8].map((at) => Report.sections.reuse.distance({start: 2, end: 5}, at))"
    assert call(page, far) == [1, 0, 0, 0, 3]


def test_labels_of_the_map_cover_neither_each_other_nor_a_point(page):
    points = [{"x": 100 + 30 * (i % 5), "y": 60 + 20 * (i // 5)} for i in range(20)]
    labels = [f"第{number}号县" for number in "一二三四五六七八九十百千万亿甲乙丙丁戊己"]
    placed = call(page, "Report.sections.similarity.placedLabels(a, b, 400, 200)", points, labels)
    boxes = [(one["left"], one["base"] - 13, one["left"] + 13 * 4, one["base"]) for one in placed if one]
    assert len(boxes) >= 5
    others = [(p["x"] - 5, p["y"] - 5, p["x"] + 5, p["y"] + 5) for p in points]
    for i, box in enumerate(boxes):
        for other in [*boxes[:i], *others]:
            apart = box[0] >= other[2] or box[2] <= other[0] or box[1] >= other[3] or box[3] <= other[1]
            assert apart, (box, other)
    assert call(page, "Report.sections.similarity.placedLabels([{x: 5, y: 5}], ['很长的名称'], 20, 10)") == [
        None
    ]


def test_the_map_is_drawn_to_one_scale_inside_its_box(page):
    found = call(
        page, "Report.sections.similarity.scaledPoints(a, 600)", [{"x": 0, "y": 0.2}, {"x": 1, "y": 0.8}]
    )
    (a, b), height = found["points"], found["height"]
    assert (b["x"] - a["x"]) / (b["y"] - a["y"]) == pytest.approx(1 / 0.6)
    assert 0 <= a["x"] < b["x"] <= 600
    assert 0 <= a["y"] < b["y"] <= height


def test_slogans_are_shared_out_between_two_groups(page):
    shared = page.evaluate(
        """() => {
             const [a, b] = Report.groups;
             const at = (group) => ({ doc: Report.docs.findIndex((doc) => doc.group === group) });
             const listed = [["one", [a]], ["two", [a, b, b]], ["three", [b]], ["none", []]]
               .map(([slogan, groups]) => ({ slogan, places: groups.map(at) }));
             const found = Report.sections.compare.sharedOut(listed, a, b);
             return Object.entries(found).map(([where, all]) => [where, ...all.map((one) => [one.slogan, one.n_a, one.n_b])]);
           }"""
    )
    assert shared == [["a", ["one", 1, 0]], ["both", ["two", 1, 2]], ["b", ["three", 0, 1]]]


def test_aligned_items_turn_with_the_two_groups(page):
    turned = page.evaluate(
        """() => {
             const { plans } = Report.data.sections.compare;
             const [a, b] = Report.records(plans)[0] ? Object.values(Report.records(plans)[0]).map((doc) => Report.docs[doc].group) : [];
             const items = (x, y) => Report.sections.compare.alignedItems(x, y).items;
             const gaps = (all, side) => all.filter((item) => item[side].gap).length;
             const [one, other] = [items(a, b), items(b, a)];
             return [one.length, other.length, gaps(one, "left"), gaps(other, "right"), gaps(one, "right"), gaps(other, "left"),
               one.every((item) => item.gap === (item.left.gap || item.right.gap)),
               one.map((item) => item.common_run).filter(Boolean)];
           }"""
    )
    n, n_turned, left, right, right_before, left_after, consistent, runs = turned
    assert runs
    assert all(len(run) >= 8 for run in runs)
    assert n == n_turned > 0
    assert left == right
    assert right_before == left_after
    assert left + right_before > 0
    assert consistent
    assert call(page, "Report.sections.compare.alignedItems(a, b)", "nobody", "no one") is None


def test_targets_are_drawn_by_their_value_and_belong_to_one_indicator(page):
    shares, names = page.evaluate(
        """() => {
             const plans = Report.sections.targets.plansOf(0);
             return [plans.map((plan) => [plan.value, plan.share]), [...new Set(plans.map((plan) => plan.indicator))]];
           }"""
    )
    assert names == [0]
    highest = max(value for value, _ in shares)
    assert [share for _, share in shares] == pytest.approx([value / highest for value, _ in shares])
    assert call(page, "Report.sections.targets.plansOf(a)", 10_000) == []


def test_a_cell_of_the_calendar_opens_the_places_of_that_plan(page):
    unit, marks, slogan, n = page.evaluate(
        """() => {
             const { units } = Report.data.sections.signals;
             const at = units.map((_, i) => Report.sections.signals.calendarOf(i).years.length);
             const { slogans, years, cell } = Report.sections.signals.calendarOf(at.indexOf(Math.max(...at)));
             const row = slogans.findIndex((_, i) => years.some((year) => (cell(i, year) || {}).change === "left"));
             const last = years.find((year) => cell(row, year) && cell(row, year).n);
             return [units[at.indexOf(Math.max(...at))], years.map((year) => (cell(row, year) || {}).change), slogans[row],
               cell(row, last).n];
           }"""
    )
    assert unit == "枫屿县人民政府"
    assert "left" in marks
    page.locator("#signals-unit").select_option(label=unit)
    box = page.locator("#slogan-calendar")
    row = box.locator("tbody tr").filter(has=page.get_by_role("rowheader", name=slogan, exact=True))
    row.get_by_role("button", name=f"{n}", exact=False).first.click()
    title = page.locator("#reader-title").inner_text()
    assert slogan in title
    assert unit in title
    assert page.locator("#reader .kwic li").count() == n


def test_every_cell_of_the_calendar_has_as_many_places_as_it_says(page):
    told = page.evaluate(
        """() => {
             const { units, cells } = Report.data.sections.signals;
             const n = (cell) => Report.sections.signals.placesIn(cell.slogan, units[cell.unit], cell.year).length;
             return Report.records(cells).map((cell) => [cell.slogan, cell.year, cell.n, n(cell)]);
           }"""
    )
    assert len(told) > 50
    assert [row for row in told if row[2] != row[3]] == []


def test_every_link_belongs_to_a_column_of_a_table(page):
    stray = page.evaluate(
        """() => Object.values(Report.sections).flatMap((one) => Object.keys(one.links || {})).filter((key) => {
             const [table, column] = key.split(".");
             const there = Report.data.tables[table];
             return there && !there.columns.some((one) => one.name === column);
           })"""
    )
    assert stray == []


def test_a_column_that_the_corpus_brought_is_shown_as_it_is(open_page, tmp_path):
    metadata = pd.DataFrame({"doc_id": list(TEXTS), "status": ["known", "local"], "share": [0.5, 0.25]})
    file = tmp_path / "page.html"
    file.write_text(render_page(analyse(plananalysis.corpus_from_texts(TEXTS, metadata))), encoding="utf-8")
    page = open_page(file.as_uri())
    said = page.locator('[data-table="documents"] tbody').inner_text()
    assert "known" in said
    assert "0.5" in said
    assert "%" not in said
