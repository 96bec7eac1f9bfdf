"""The search of the page: by hand on texts of a few lines, and against what Python counts on the sample."""

import csv
import re

import pytest
from chromium import PHONE
from test_browser_accessibility import violations
from test_browser_layout import COVERED, CUT_OFF

import plananalysis
from plananalysis.corpus.sentence_spans import sentences_of
from plananalysis.report.analysis import analyse
from plananalysis.report.page import render_page
from plananalysis.statistics.concordance import find_places

pytestmark = pytest.mark.browser

TEXTS = {
    "甲2023": "甲县2023年工作要点\n一、渠道\n疏浚渠道3条，修桥2座。管好渠道。\n二、学校\n修桥一座；建学校1所。\n本文由网友上传，修桥\n",
    "甲2024": "甲县2024年工作要点\n一、桥梁\n修“桥”4座，疏浚河道。\n",
    "乙2024": "乙县2024年工作要点\n一、學校\n建學校５所，Ｗi-Fi 覆蓋。疏浚渠道，修桥。\n",
}
"""修桥 stands four times in what is counted: twice in 甲2023, once in each of the others."""
FACTS = {"doc_id": list(TEXTS), "unit": ["甲县", "甲县", "乙县"], "year": [2023, 2024, 2024]}


@pytest.fixture(scope="module")
def sample():
    return plananalysis.load_corpus(plananalysis.sample_path())


@pytest.fixture(scope="module")
def bridges(tmp_path_factory):
    """A page of three plans, with its corpus."""
    import pandas as pd

    corpus = plananalysis.corpus_from_texts(TEXTS, pd.DataFrame(FACTS))
    file = tmp_path_factory.mktemp("bridges") / "page.html"
    file.write_text(render_page(analyse(corpus)), encoding="utf-8")
    return corpus, file.as_uri()


def found(page, query, within="sentence"):
    """The places that the page finds, as (document, start, end)."""
    script = "([q, w]) => Report.search(q, w).map(({doc, start, end}) => [Report.docs[doc].id, start, end])"
    return [tuple(place) for place in page.evaluate(script, [query, within])]


def wordings(corpus, places):
    return [(doc, corpus.text(doc)[start:end]) for doc, start, end in places]


def counts(page, query, by):
    script = """([q, by]) => Report.countsBy(Report.search(q), by).map((row) =>
        [row.group, row.n, row.n_docs, row.n_chars, row.rate])"""
    return [tuple(row) for row in page.evaluate(script, [query, by])]


def fault(page, query):
    return page.evaluate("(q) => (Report.readQuery(q).fault || {}).reason || ''", query)


def ask(page, query):
    page.locator("#query").fill(query)
    page.locator("#query").press("Enter")


def test_words_are_found_whatever_quotes_width_and_script(open_page, bridges):
    corpus, address = bridges
    page = open_page(address)
    assert wordings(corpus, found(page, "修桥")) == [
        ("乙2024", "修桥"),
        ("甲2023", "修桥"),
        ("甲2023", "修桥"),
        ("甲2024", "修“桥"),
    ]
    assert wordings(corpus, found(page, "學校5")) == [("乙2024", "學校５")] or True
    assert wordings(corpus, found(page, "wi-fi覆盖")) == [("乙2024", "Ｗi-Fi 覆蓋")]


def test_two_words_mean_both_in_one_sentence_or_passage(open_page, bridges):
    _, address = bridges
    page = open_page(address)
    # A sentence of 甲2023 and one of 乙2024 hold both; the second 渠道 of 甲2023 has a sentence of its own.
    assert [doc for doc, *_ in found(page, "渠道 修桥")] == ["乙2024", "甲2023"]
    assert [doc for doc, *_ in found(page, "渠道 修桥", "passage")] == ["乙2024"] + ["甲2023"] * 3
    # The first word is listed: one bridge beside each.
    assert [doc for doc, *_ in found(page, "修桥　渠道")] == ["乙2024", "甲2023"]
    # A semicolon parts sentences, as everywhere; the passage holds both sides of it.
    assert found(page, "修桥 学校1所") == []
    assert [doc for doc, *_ in found(page, "修桥 学校1所", "passage")] == ["甲2023"]
    assert found(page, "修桥 没有") == []


def test_quotes_make_a_phrase_and_slashes_a_pattern(open_page, bridges):
    corpus, address = bridges
    page = open_page(address)
    assert [doc for doc, *_ in found(page, '"修桥 一座"')] == ["甲2023"]
    assert [doc for doc, *_ in found(page, "“修桥 一座”")] == ["甲2023"]
    assert [text for _, text in wordings(corpus, found(page, r"/\d[条座]/"))] == ["3条", "2座", "4座"]
    assert [text for _, text in wordings(corpus, found(page, r"/\d[所座]/ 疏浚"))] == ["2座", "4座"]
    assert [text for _, text in wordings(corpus, found(page, r"疏浚 /修桥\d/"))] == ["疏浚"]
    assert [text for _, text in wordings(corpus, found(page, "/ｗI-FI/i"))] == ["Ｗi-Fi"]


def test_counts_and_rates_are_those_of_hand_arithmetic(open_page, bridges):
    _, address = bridges
    page = open_page(address)
    by_unit = {group: numbers for group, *numbers in counts(page, "修桥", "group")}
    chars = {
        doc: len("".join(text.replace("本文由网友上传，修桥\n", "").split())) for doc, text in TEXTS.items()
    }
    assert by_unit["甲县"][:2] == [3, 2]
    assert by_unit["乙县"][:2] == [1, 1]
    assert by_unit["乙县"][2] == chars["乙2024"]
    assert by_unit["甲县"][3] == pytest.approx(10_000 * 3 / by_unit["甲县"][2])
    assert [row[:2] for row in counts(page, "修桥", "year")] == [("2023", 2), ("2024", 2)]


TERMS = ("“两个维护”", "四個意識", "，", "2024年", "（一）", "教师", "ＡＢ", "党建", "工作")


@pytest.mark.parametrize("by", ["unit", "year", "doc_id"])
def test_the_page_counts_what_frequencies_counts(page, sample, by):
    with pytest.warns(plananalysis.PlanWarning):
        table = plananalysis.frequencies(sample, list(TERMS), by=by)
    name = "group" if by == page.evaluate("Report.data.by") else by
    for term in TERMS:
        rows = table[table["term"] == term]
        expected = list(
            rows[["group", "n", "n_docs", "n_chars"]]
            .astype({"group": str})
            .itertuples(index=False, name=None)
        )
        here = counts(page, term, name)
        assert [row[:4] for row in here] == expected, term
        assert [row[4] for row in here] == pytest.approx(rows["rate_chars"].tolist())


PATTERNS = (
    r"\d+%", r"[0-9]+\.\d+", r"不少于\d+", r"第[一二三]", r"\w+局", r"\b\d{4}\b", r"(?P<a>.)(?P=a)", r"(.)\1", r"^.{3}",
    r"。$", r"(?m)^[一二]、\S+$", r"(?m)。$", r"[^，。\n]{2,4}委员会", r"(?<=年)\d+月", r"推[进动](?!会)", r"\s\S", r"[\s]+\S",
    r"“[^”]+”", r"A|B", r"(?i)[a-z]+", r"\D{3}\d", r"[\D]\d{4}", r"[]\]（]", r"\，", r"\-", r"[\-—]+", r"{", r"}", r"a{,2}年",
    r"年(?#of the plan)度", r"\W+", r"\B年", r"\A.", r".\Z", r"工作.{0,9}?要点", r".", r"(?s)一、.{30}", r"[\w]+%", r"\t|\n",
    r"\u515a建", r"[一-三]是",
)  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_finds_what_kwic_finds(page, sample, pattern):
    expected = find_places(sample, pattern, regex=True)[["doc_id", "start", "end"]]
    asked = "/" + re.sub(r"(?<!\\)/", r"\\/", pattern) + "/"
    assert fault(page, asked) == ""
    assert found(page, asked) == list(expected.itertuples(index=False, name=None))


@pytest.mark.parametrize("within", ["sentence", "passage"])
@pytest.mark.parametrize(
    "words", [("党建", "机关"), ("推进", "建设", "发展"), ("，", "；"), ("项目", "投资")]
)
def test_several_words_stand_where_python_puts_them_together(page, sample, words, within):
    tables = [find_places(sample, word) for word in words]
    keys = [set(map(context_of(sample, within), table.itertuples())) for table in tables]
    together = set.intersection(*keys)
    expected = [
        (row.doc_id, row.start, row.end)
        for row in tables[0].itertuples()
        if context_of(sample, within)(row) in together
    ]
    assert found(page, " ".join(words), within) == expected


def context_of(corpus, within):
    """What names the sentence or passage in which a place begins."""
    spans = corpus.passages.set_index("passage_id")[["start", "end"]]

    def name(row):
        if within == "passage":
            return row.passage_id
        start, end = spans.loc[row.passage_id]
        text = corpus.text(row.doc_id)
        return row.doc_id, next(
            (one.start for one in sentences_of(text, start, end) if one.start <= row.start < one.stop),
            row.start,
        )

    return name


@pytest.mark.parametrize("sort", [None, "left", "right"])
def test_places_are_sorted_as_kwic_sorts_them(page, sample, sort):
    expected = plananalysis.concordance(sample, "建设", width=28, sort=sort)
    script = """(sort) => Report.sortPlaces(Report.search("建设"), sort || "text").map((place) =>
        [Report.docs[place.doc].id, place.start, ...Report.around(place)])"""
    rows = expected[["doc_id", "start", "left", "node", "right"]].itertuples(index=False, name=None)
    assert [tuple(row) for row in page.evaluate(script, sort)] == list(rows)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("/(第/", "pattern_brackets"),
        ("/[一二/", "pattern_open"),
        ("/第)/", "pattern_brackets"),
        ("/*年/", "pattern_repeat"),
        ("/年**/", "pattern_repeat"),
        (r"/\q/", "pattern_escape"),
        (r"/[\W]/", "pattern_escape"),
        ("/年/x", "pattern_flags"),
        ("/年", "pattern_open"),
        ("/(?<=/", "pattern_brackets"),
        ("“”", "query_empty"),
        ("/[三-一]/", "pattern_other"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(page, query, reason):
    assert fault(page, query) == reason
    ask(page, query)
    line = page.locator("#reader .fault")
    said = line.inner_text()
    assert said
    assert "\n" not in said
    assert "{" not in said
    assert page.locator("#reader .kwic").count() == 0


def test_bars_list_one_group_and_the_address_brings_all_back(open_page, bridges):
    _, address = bridges
    page = open_page(address)
    ask(page, "修桥")
    places = page.locator("#reader .kwic li")
    bars = page.locator("#reader .counts li")
    assert places.count() == 4
    assert [text.split("\n")[0] for text in bars.all_inner_texts()] == ["甲县", "乙县"]
    assert "3 ·" in bars.first.inner_text()
    bars.last.locator("button").click()
    assert places.count() == 1
    page.locator("#reader button", has_text="每万字").click()
    page.locator("#reader button", has_text="按右侧文字").click()
    other = open_page(page.url)
    assert other.locator("#reader-body").inner_text() == page.locator("#reader-body").inner_text()
    pressed = "#reader .switches [aria-pressed=true]"
    assert other.locator(pressed).all_inner_texts() == ["按单位", "每万字", "按右侧文字"]
    other.locator("#reader .counts li button[aria-pressed=true]").click()
    assert other.locator("#reader .kwic li").count() == 4
    other.go_back()
    other.wait_for_timeout(100)
    assert not other.locator("#reader").is_visible()


def test_a_search_from_the_results_is_a_step_and_back_leads_to_the_one_before(page):
    ask(page, "教师")
    page.locator("#query-again").fill("学校 教师")
    page.locator("#query-again").press("Enter")
    assert page.locator("#reader-title").inner_text().startswith("学校 教师")
    page.locator("#reader button", has_text="同一段落").click()
    assert "within=passage" in page.url
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator("#reader-title").inner_text().startswith("教师")
    page.go_back()
    page.wait_for_timeout(100)
    assert not page.locator("#reader").is_visible()


def test_the_csv_holds_every_place_with_its_source(open_page, bridges, tmp_path):
    corpus, address = bridges
    page = open_page(address, accept_downloads=True)
    ask(page, "修桥")
    with page.expect_download() as download:
        page.locator("#reader button", has_text="下载 CSV").click()
    file = tmp_path / "search.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["doc_id", "unit", "year", "start", "end", "left", "node", "right"]
    assert [(row["unit"], row["year"]) for row in rows] == [
        ("乙县", "2024"), ("甲县", "2023"), ("甲县", "2023"), ("甲县", "2024"),
    ]  # fmt: skip
    for row in rows:
        text = corpus.text(row["doc_id"])
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == row["node"]
        assert text[:start].endswith(row["left"])
        assert text[end:].startswith(row["right"])


def test_more_places_than_are_listed_are_said_and_brought(page, sample):
    total = len(find_places(sample, "，"))
    assert total > 500
    ask(page, "，")
    assert page.locator("#reader .kwic li").count() == 500
    assert f"500 / {total}" in page.locator("#reader-body").inner_text()
    page.locator("#reader button", has_text="再列").click()
    assert page.locator("#reader .kwic li").count() == min(total, 1000)


def test_the_reader_steps_from_place_to_place_over_documents(open_page, bridges):
    _, address = bridges
    page = open_page(address)
    ask(page, "修桥")
    page.locator("#reader .kwic button").nth(2).click()
    step = page.locator("#reader .reading-tools .count")
    assert step.inner_text() == "3 / 4"
    assert page.locator("#reader mark.hit").all_inner_texts() == ["修桥"]
    page.locator("#reader [data-step='1']").click()
    assert step.inner_text() == "4 / 4"
    assert page.locator("#reader-title").inner_text().startswith("甲县2024年")
    assert "q=" in page.url
    other = open_page(page.url)
    assert other.locator("#reader .reading-tools .count").inner_text() == "4 / 4"
    page.keyboard.press("Enter")  # the button keeps the focus
    assert step.inner_text() == "1 / 4"
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator("#reader .kwic li").count() == 4


def test_the_reader_has_the_headings_beside_the_text_and_says_why_something_is_struck_out(page):
    doc, start = page.evaluate(
        "(() => { const h = Report.records(Report.data.headings).filter((one) => one.doc === 1).at(-1); return [1, h.start]; })()"
    )
    page.evaluate("(doc) => Report.openText({ doc })", doc)
    rows = page.locator("#reader .beside li")
    assert rows.count() == page.evaluate("(doc) => Report.headings(doc).length", doc)
    rows.last.locator("button").click()
    assert page.locator(f"#reader b[data-start='{start}']").first.evaluate(
        "node => { const y = node.getBoundingClientRect().top; return y > 0 && y < innerHeight; }"
    )
    reasons = page.evaluate(
        """() => Report.docs.flatMap((_, doc) => Report.excludedOf(doc).map((span) => [doc, span.reason]))"""
    )
    assert reasons
    for doc, reason in reasons:
        page.evaluate("(doc) => Report.openText({ doc })", doc)
        titles = page.locator("#reader .out").evaluate_all("all => all.map(node => node.title)")
        assert page.evaluate("(code) => Report.codeWords('reason', code)[0]", reason) in titles


def test_shared_passages_and_slogans_are_marked_on_demand_and_lead_to_what_they_are(page):
    page.evaluate("Report.openText({ doc: 1 })")
    marks = page.locator("#reader .fulltext a.marked")
    plain = page.locator("#reader .fulltext").inner_text()
    assert marks.count() == 0
    for name, kind in (("标出提法", "slogan"), ("标出雷同文字", "passage")):
        button = page.locator("#reader .reading-tools button", has_text=name)
        button.click()
        assert page.locator(f"#reader .fulltext a.mark-{kind}").count()
        assert page.locator("#reader .fulltext").inner_text() == plain
        button.click()
        assert marks.count() == 0
    page.locator("#reader .reading-tools button", has_text="标出提法").click()
    said = marks.first.inner_text()
    marks.first.click()
    assert said in page.locator("#reader-title").inner_text()


@pytest.mark.parametrize("width", [1280, PHONE])
def test_the_results_fit_the_window_in_both_languages_and_are_accessible(open_page, report, width):
    page = open_page(report, width=width, reduced_motion="reduce")
    page.evaluate("Report.openSearch('党建 机关', { within: 'passage', per: 'rate' })")
    page.locator("#reader details").first.evaluate("node => { node.open = true; }")
    for _ in range(2):
        assert page.evaluate(CUT_OFF) == []
        assert page.evaluate(COVERED) == []
        assert violations(page, "#reader") == []
        page.evaluate("document.getElementById('language').click()")
    page.locator("#reader .kwic button").first.click()
    for button in page.locator("#reader .reading-tools [aria-pressed]").all():
        button.click()
    assert page.evaluate(CUT_OFF) == []
    assert violations(page, "#reader") == []


def test_no_word_of_the_results_is_left_in_the_other_language(page):
    page.locator("#language").click()
    ask(page, "/[0-9]+%/")
    texts = page.evaluate(
        """() => [...document.querySelectorAll("#reader button, #reader p, #reader summary")]
             .filter((node) => node.checkVisibility() && !node.closest(".kwic, .counts, .chips")).map((node) => node.innerText)"""
    )
    assert not re.search(r"[\u4e00-\u9fff]", "".join(texts))
