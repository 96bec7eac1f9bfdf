"""What a reader does with the page: click through to the source, filter, search, switch, compare."""

import csv
import re

import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.report.analysis import analyse
from plananalysis.report.page import render_page

pytestmark = pytest.mark.browser

ROWS = "tbody tr"


def table(page, name):
    """The box that holds a table with its tools."""
    box = page.locator(f'[data-table="{name}"]')
    box.scroll_into_view_if_needed()
    return box


def column(box, at):
    """The texts of one column as a reader sees them."""
    return [text.strip() for text in box.locator(f"{ROWS} td:nth-child({at})").all_inner_texts()]


def needs(page, selector):
    """Skip where the sample's page has no such section."""
    if not page.locator(selector).count():
        pytest.skip(f"the page has no {selector}")


def in_view(locator):
    """Whether an element lies wholly inside what is seen of its scrolling box and of the window."""
    return locator.evaluate(
        """node => {
             const inside = node.getBoundingClientRect();
             for (let box = node.parentElement; box; box = box.parentElement) {
               if (!["auto", "scroll", "hidden"].includes(getComputedStyle(box).overflowY)) continue;
               const outside = box.getBoundingClientRect();
               if (inside.top < outside.top - 1 || inside.bottom > outside.bottom + 1) return false;
             }
             return inside.height > 0 && inside.top >= 0 && inside.bottom <= innerHeight;
           }"""
    )


def test_a_slogan_leads_to_its_contexts_and_from_there_to_its_place_in_the_text(page):
    first = table(page, "slogans").locator("button.link").first
    slogan = first.inner_text()
    first.click()
    reader = page.locator("#reader")
    assert slogan in reader.locator("#reader-title").inner_text()
    contexts = reader.locator(".kwic li")
    assert contexts.count() > 1
    context = contexts.nth(1)
    place = context.locator("mark").inner_text()
    before = context.locator(".left").inner_text()
    context.locator("button").click()
    mark = reader.locator("mark.here").first
    mark.wait_for()
    assert in_view(mark)
    marked = "".join(reader.locator("mark.here").all_inner_texts())
    assert re.sub(r"\s+", " ", marked) == place
    text = re.sub(r"\s+", " ", reader.locator(".fulltext").inner_text())
    assert before.strip() + place in text
    page.locator("#reader-back").click()
    assert contexts.count() > 1
    page.locator("#reader-close").click()
    assert not reader.is_visible()


def test_a_cell_of_the_heatmap_leads_to_as_many_places_as_it_says(page):
    needs(page, "#slogan-heatmap")
    cell = page.locator("#slogan-heatmap td button", has_text=re.compile(r"^[2-9]$")).first
    said = int(cell.inner_text())
    cell.click()
    assert page.locator("#reader .kwic li").count() == said


def test_a_table_is_filtered_and_says_how_many_rows_are_left(page):
    box = table(page, "documents")
    everything = box.locator(ROWS).count()
    box.locator("input[type=search]").fill("2024")
    left = box.locator(ROWS)
    assert 0 < left.count() < everything
    assert all("2024" in text for text in left.all_inner_texts())
    assert box.locator("[role=status]").inner_text().startswith(f"{left.count()} / {everything}")
    box.locator("input[type=search]").fill("nothing like this")
    assert left.count() == 0
    box.locator("input[type=search]").fill("")
    assert left.count() == everything


def test_a_table_is_sorted_both_ways_by_number_and_by_text(page):
    box = table(page, "documents")
    names = box.locator("thead th").evaluate_all("heads => heads.map(head => head.dataset.column)")
    at = names.index("n_chars") + 1
    head = box.locator(f"thead th:nth-child({at})")
    head.locator("button").click()
    numbers = [int(text) for text in column(box, at)]
    assert numbers == sorted(numbers, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").click()
    assert [int(text) for text in column(box, at)] == sorted(numbers)
    assert head.get_attribute("aria-sort") == "ascending"
    units = names.index("unit") + 1
    box.locator(f"thead th:nth-child({units}) button").click()
    texts = column(box, units)
    assert texts == page.evaluate("texts => [...texts].sort((a, b) => a.localeCompare(b, 'zh-CN'))", texts)
    assert head.get_attribute("aria-sort") is None


def test_a_filtered_table_is_saved_as_csv_that_excel_reads(page, tmp_path):
    box = table(page, "documents")
    box.locator("input[type=search]").fill("2024")
    rows = box.locator(ROWS).count()
    with page.expect_download() as download:
        box.get_by_role("button", name=re.compile("CSV")).click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "documents.csv"
    assert saved.read_bytes().startswith("\ufeff".encode())
    with saved.open(encoding="utf-8-sig", newline="") as lines:
        records = list(csv.DictReader(lines))
    assert len(records) == rows
    assert {record["year"] for record in records} == {"2024"}


def test_a_table_is_copied_as_cells(open_page, report):
    page = open_page(report, permissions=["clipboard-read", "clipboard-write"])
    box = table(page, "documents")
    rows = box.locator(ROWS).count()
    box.get_by_role("button", name=re.compile("复制")).click()
    page.wait_for_function("() => document.querySelector('#live').textContent.includes('已复制')")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == rows + 1
    assert "doc_id" in lines[0].split("\t")
    assert len({line.count("\t") for line in lines}) == 1


def test_a_figure_is_saved_as_png_and_svg(page, tmp_path):
    for suffix, start in (("png", b"\x89PNG"), ("svg", b"<")):
        with page.expect_download() as download:
            page.locator(f'[data-download="{suffix}"]').first.click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.suffix == f".{suffix}"
        assert saved.read_bytes().startswith(start)


def test_every_figure_is_drawn(page):
    images = page.locator("figure img")
    assert images.count() >= 3
    for image in images.all():
        image.scroll_into_view_if_needed()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100


def test_the_language_is_switched_and_back(page):
    heading = page.locator("#slogans h2")
    assert heading.inner_text() == "提法"
    page.locator("#language").click()
    assert heading.inner_text() == "Slogans"
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Search" in page.locator("#query").get_attribute("placeholder")
    assert page.locator(".zh >> visible=true").count() == 0
    headings = page.locator("nav a, main h2").all_inner_texts()
    assert not re.search(r"[\u4e00-\u9fff]", "".join(headings))
    page.locator("#language").click()
    assert heading.inner_text() == "提法"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_and_is_switched(open_page, report, scheme):
    page = open_page(report, color_scheme=scheme)

    def brightness():
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)[:3])) / 3

    assert (brightness() < 128) is (scheme == "dark")
    page.locator("#theme").click()
    assert (brightness() < 128) is (scheme == "light")


def test_search_finds_a_term_in_the_texts_and_leads_to_it(page):
    page.locator("#query").fill("教师")
    page.locator("#query").press("Enter")
    hits = page.locator("#reader .kwic li")
    assert hits.count() > 2
    assert set(hits.locator("mark").all_inner_texts()) == {"教师"}
    hits.last.locator("button").click()
    mark = page.locator("#reader mark.here")
    assert mark.inner_text() == "教师"
    assert in_view(mark)


def test_search_for_nothing_there_is_says_so(page):
    page.locator("#query").fill("<b>zzz</b>")
    page.locator("#query").press("Enter")
    assert "没有找到" in page.locator("#reader-body").inner_text()
    assert page.locator("#reader-title b").count() == 0


def test_every_link_of_the_contents_and_of_the_findings_leads_to_its_section(page):
    for link in page.locator("nav a, .findings a").all():
        target = link.get_attribute("href")
        link.click()
        assert page.locator(f"{target} >> visible=true").count(), target


def test_a_cell_of_the_similarity_opens_the_two_units(page):
    needs(page, "#similarity-heatmap")
    cell = page.locator("#similarity-heatmap td button").first
    a, b = cell.get_attribute("aria-label").split(":")[0].split(" · ")
    cell.click()
    text = page.locator("#reader").inner_text()
    assert a in text
    assert b in text


def test_a_shared_passage_opens_side_by_side_and_leads_to_its_place(page):
    needs(page, "#reuse")
    table(page, "reuse").locator("button.link").first.click()
    wordings = page.locator("#reader .wording")
    assert wordings.count() == 2
    texts = wordings.all_inner_texts()
    alone = [wording.locator("del, ins").all_inner_texts() for wording in wordings.all()]
    shared = [len(text) - len("".join(edits)) for text, edits in zip(texts, alone, strict=True)]
    assert min(shared) >= 10
    page.locator("#reader .sides button").nth(1).click()
    page.locator("#reader mark.here").first.wait_for()
    marked = "".join(page.locator("#reader mark.here").all_inner_texts())
    assert re.sub(r"\s", "", marked) == re.sub(r"\s", "", texts[1])
    assert page.locator("#reader mark.here").first.evaluate(
        "node => node.getBoundingClientRect().top > 0 && node.getBoundingClientRect().top < innerHeight"
    )


def test_edits_of_a_changed_passage_are_marked_on_their_side(page):
    needs(page, "#reuse")
    for button in table(page, "reuse").locator("button.link").all()[:25]:
        button.click()
        edits = page.locator("#reader .wording del, #reader .wording ins")
        if edits.count():
            side = edits.first.evaluate(
                "node => [...node.closest('.sides').children].indexOf(node.closest('section'))"
            )
            other = page.locator("#reader .wording").nth(1 - side).inner_text()
            assert edits.first.inner_text() != other
            assert page.locator("#reader .sides section:first-child ins").count() == 0
            assert page.locator("#reader .sides section:last-child del").count() == 0
            return
        page.keyboard.press("Escape")
    pytest.fail("no pair with an edit among the first")


def test_two_units_are_chosen_and_compared(page):
    needs(page, "#compare-choice")
    first, second = page.locator("#compare-a"), page.locator("#compare-b")
    units = first.locator("option").all_inner_texts()
    assert len(units) == len(set(units)) > 2
    first.select_option(label=units[0])
    for other in units[1:4]:
        second.select_option(label=other)
        body = page.locator("#compare-body").inner_text()
        assert units[0] in body
        assert other in body
    second.select_option(label=units[0])
    assert units[1] not in page.locator("#compare-body").inner_text()


@pytest.mark.parametrize(
    ("section", "cell"),
    [
        ("#themes", "#theme-heatmap td button.dark"),
        ("#keywords", "#keyness-cards button.link"),
        ("#reuse", "#borrowing-heatmap td button"),
        ("#citations", "#citation-heatmap td button"),
        ("#commitments", "#commitment-bars button"),
    ],
)
def test_every_cell_leads_to_its_passages_and_to_the_text(page, section, cell):
    needs(page, section)
    page.locator(cell, has_text=re.compile(r"\S")).first.click()
    places = page.locator("#reader-body li button")
    assert places.count()
    places.first.click()
    if page.locator("#reader .sides").count():
        page.locator("#reader .sides button").first.click()
    assert page.locator("#reader mark.here").first.is_visible()


@pytest.mark.parametrize("units", [("甲市", "乙市"), ("甲市", "甲市")], ids=["units", "years of one unit"])
def test_a_bar_of_commitments_leads_to_as_many_sentences_as_it_says(open_page, tmp_path, units):
    texts = {
        f"{year}": f"{unit}{year}年工作要点\n一、抓好就业\n全年新增就业{n}万人。6月底前建成学校{n}所。\n"
        for unit, year, n in zip(units, (2023, 2024), (2, 3), strict=True)
    }
    page_file = tmp_path / "page.html"
    page_file.write_text(render_page(analyse(corpus_from_texts(texts))), encoding="utf-8")
    page = open_page(page_file.as_uri())
    bars = page.locator("#commitment-bars button.link")
    assert bars.count() == 2
    bars.first.click()
    assert page.locator("#reader-body li").count() == 2


def test_a_cell_of_units_and_years_leads_to_as_many_documents_as_it_says(page):
    cell = page.locator("#years-heatmap td button").first
    said = int(cell.inner_text())
    cell.click()
    documents = page.locator("#reader-body li button")
    assert documents.count() == said
    documents.first.click()
    assert page.locator("#reader .fulltext").is_visible()


def test_the_search_folds_as_kwic_does(page):
    found = []
    for query in ("四个意识", "“四個意識”"):
        page.locator("#query").fill(query)
        page.locator("#query").press("Enter")
        found.append(page.locator("#reader .kwic li").count())
        assert set(page.locator("#reader .kwic mark").all_inner_texts()) == {"四个意识"}
        page.keyboard.press("Escape")
    assert found[0] == found[1] > 2


def test_the_two_measures_of_key_terms_are_tabs_and_print_shows_both(page):
    needs(page, "#terms")
    keyness, weights = page.locator("#panel-keyness_by"), page.locator("#panel-keywords")
    assert keyness.is_visible()
    assert not weights.is_visible()
    page.locator("#tab-keyness_by").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-keywords"
    assert weights.is_visible()
    assert not keyness.is_visible()
    weights.locator("button.link").first.click()
    assert page.locator("#reader .kwic li").count()
    page.keyboard.press("Escape")
    rows = weights.locator(".card").first.locator("li >> visible=true")
    few = rows.count()
    page.locator("#terms .tools-row button").click()
    assert rows.count() > few
    page.emulate_media(media="print")
    assert keyness.is_visible()
    assert weights.is_visible()


def test_marks_along_a_document_are_reached_by_keyboard_and_have_names(page):
    needs(page, "#reuse-shares")
    strip = page.locator("#reuse-shares .strip").filter(has=page.locator("button:nth-child(3)")).first
    marks = strip.locator("button")
    assert strip.get_attribute("role") == "toolbar"
    assert marks.evaluate_all("marks => marks.filter(mark => mark.tabIndex === 0).length") == 1
    names = marks.evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    assert all(re.match(r"(套语|共有段落)，全文 [\d.]+%–[\d.]+% 处", name) for name in names)
    places = [float(re.search(r"[\d.]+", name).group()) for name in names]
    assert places == sorted(places)
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[1]
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[-1]
    page.keyboard.press("Enter")
    assert page.locator("#reader-body li button").count()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[-1]


def test_a_click_between_marks_opens_the_nearest(page):
    needs(page, "#reuse-shares")
    strip = page.locator("#reuse-shares .strip").filter(has=page.locator("button")).first
    strip.scroll_into_view_if_needed()
    strip.click(position={"x": 1, "y": 6})
    assert page.locator("#reader-body li button").count()


def test_a_point_of_the_map_leads_to_its_neighbours_and_on_to_a_pair(page, tmp_path):
    needs(page, "#similarity-map")
    point = page.locator("#similarity-map g").first
    name = point.get_attribute("aria-label")
    point.focus()
    page.keyboard.press("Enter")
    assert name in page.locator("#reader-title").inner_text()
    likeness = [float(text) for text in page.locator("#reader .barlist .n").all_inner_texts()]
    assert likeness == sorted(likeness, reverse=True)
    page.locator("#reader .barlist button").first.click()
    assert page.locator("#reader .comparison").is_visible()
    page.keyboard.press("Escape")
    for suffix, start in ((0, b"\x89PNG"), (1, b"<svg")):
        with page.expect_download() as download:
            page.locator("#similarity-map button").nth(suffix).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.read_bytes().startswith(start)


def test_shared_passages_are_shown_before_formulas_and_either_is_a_click_away(page):
    needs(page, "#quick-reuse")
    passage, formula, *_ = page.locator("#quick-reuse button").all()
    kinds = page.locator('[data-table="reuse"] tbody td[data-zh="类别"]')
    assert passage.get_attribute("aria-pressed") == "true"
    assert set(kinds.all_inner_texts()) == {"共有段落"}
    formula.click()
    assert set(kinds.all_inner_texts()) == {"套语"}
    formula.click()
    assert page.locator("#quick-reuse [aria-pressed=true]").count() == 0


def test_a_heatmap_is_one_stop_of_the_keyboard_and_arrows_move_in_it(page):
    cells = page.locator("#theme-heatmap td button")
    assert cells.evaluate_all("cells => cells.filter(cell => cell.tabIndex === 0).length") == 1
    first = cells.first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    at = page.evaluate(
        "[document.activeElement.closest('tr').sectionRowIndex, document.activeElement.closest('td').cellIndex]"
    )
    assert at[0] >= 1
    assert at[1] >= 2
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.locator("#reader-body li").count()
    page.keyboard.press("Escape")
    assert page.evaluate("!!document.activeElement.closest('#theme-heatmap td')"), "back to the same cell"


def test_a_drawing_of_many_cells_waits_until_it_is_near(open_page, tmp_path):
    texts = {
        f"单位{i:02d}": f"单位{i:02d}工作要点\n一、抓好党建\n落实“三会一课”，发展产业{i}。\n"
        for i in range(80)
    }
    page_file = tmp_path / "page.html"
    page_file.write_text(render_page(analyse(corpus_from_texts(texts))), encoding="utf-8")
    page = open_page(page_file.as_uri())
    assert page.locator("#similarity-heatmap table").count() == 0
    page.locator("#similarity").scroll_into_view_if_needed()
    page.locator("#similarity-heatmap table").wait_for()
    assert page.locator("#similarity-heatmap tbody tr").count() == 80


def test_a_heatmap_is_saved_as_csv(page, tmp_path):
    needs(page, "#theme-heatmap")
    with page.expect_download() as download:
        page.locator("#theme-heatmap").get_by_role("button", name=re.compile("CSV")).click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    with saved.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert [row[0] for row in rows[1:]] == page.locator("#theme-heatmap tbody th").all_inner_texts()


def test_the_chinese_page_has_no_english_heads_and_the_english_page_no_chinese_words(page):
    heads = "main thead th, nav a, main h2, main h3, .tools-row button, .hint, details.fold summary"
    said = " ".join(page.locator(heads).all_inner_texts())
    assert not re.search(r"[a-z]_[a-z]|\b(type|level|region|unit|kind|status|slogan)\b", said)
    page.locator("#language").click()
    own = page.evaluate(
        """() => [...document.querySelectorAll("main .en, nav .en, header .en")].filter(
             node => !node.closest("#language, #findings, #compare, #reuse-shares, .said")).map(node => node.textContent).join(" ")"""
    )
    assert not re.search(r"[\u4e00-\u9fff]", own)
    spoken = page.evaluate(
        """() => [...document.querySelectorAll("[data-said]")].filter(node => node.dataset.said !== "alt"
             && !node.matches(".strip")).map(node => node.getAttribute(node.dataset.said)).join(" ")"""
    )
    assert not re.search(r"[\u4e00-\u9fff]", spoken)


def test_no_cell_of_the_themes_leads_nowhere(page):
    needs(page, "#theme-heatmap")
    empty = page.evaluate(
        """() => {
             const { groups, themes, share } = Report.data.sections.themes;
             return groups.flatMap((group, i) => themes.filter((theme, j) => share[i][j] > 0
               && !Report.sections.themes.passagesOf(theme, group).length).map(theme => `${group} ${theme}`));
           }"""
    )
    assert empty == []


def test_a_heading_of_an_outline_leads_to_its_place(page):
    page.locator("#outlines summary").first.click()
    heading = page.locator("#outlines details[open] button").nth(2)
    text = heading.inner_text()
    heading.click()
    marked = "".join(page.locator("#reader mark.here").all_inner_texts())
    assert re.sub(r"\s", "", text) in re.sub(r"\s", "", marked)
    assert in_view(page.locator("#reader mark.here").first)


def test_the_page_is_used_by_keyboard_alone(page):
    """Skip link, search, a context, the text, back, and out again to where one was."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("学校")
    page.keyboard.press("Enter")
    reader = page.locator("#reader")
    assert reader.is_visible()
    for _ in range(40):
        if page.evaluate("!!document.activeElement.closest('.kwic')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert reader.locator("mark.here").inner_text() == "学校"
    assert page.evaluate("!!document.activeElement.closest('#reader')"), "the focus stays in the reader"
    page.keyboard.press("Escape")
    assert not reader.is_visible()
    assert page.evaluate("document.activeElement.id") == "query"


def test_what_has_the_focus_is_marked(page):
    page.keyboard.press("Tab")
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")


ATTACK = "</script><img src=x onerror='window.pwned = 1'>"
NAMES = (
    f"甲县{ATTACK}",
    "{{7*7}}乙县{n}",
    "__proto__",
    "constructor",
    "丙\u2028县'\"><svg onload=window.pwned=1>",
)


def test_nothing_in_texts_names_or_metadata_becomes_markup_or_breaks_the_page(open_page, tmp_path):
    texts = {
        f"{number}{ATTACK}": f"{name}2024年工作要点{ATTACK}\n一、坚持“三会一课”，树牢“四个意识” {{{{x}}}}\n"
        f"增强“四个意识”，学习《{ATTACK}章程》，全年举办业务培训15期，由办公室负责落实。\n二、<b>扎实</b>&lt; \u2028 推进\n"
        f"扎实开展“constructor”行动，建设和美乡村，发展特色产业{number}。\n"
        for number, name in enumerate(NAMES)
    }
    metadata = pd.DataFrame(
        {
            "doc_id": list(texts),
            "unit": NAMES,
            "title": [f"{name}{ATTACK}" for name in NAMES],
            "kind": ["constructor", "numeric", "__proto__", "", "<i>"],
            "share": [0.5] * 5,
            ATTACK: [ATTACK] * 5,
        }
    )
    page_file = tmp_path / "page.html"
    page_file.write_text(render_page(analyse(corpus_from_texts(texts, metadata))), encoding="utf-8")
    page = open_page(page_file.as_uri())
    assert page.locator("main [data-table]").count() >= 5
    for button in ("[data-table=slogans] td button", "#slogan-heatmap td button", "#compare-body button"):
        page.locator(button).first.click()
        page.locator("#reader-body button").first.click()
        page.locator("#reader-close").click()
    said = page.locator("[data-table=documents]").inner_text()
    assert "constructor" in said
    assert "0.5" in said
    assert "%" not in said.replace(ATTACK, "")
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, main [onload], main [onerror]").count() == 0


def test_what_would_run_or_load_all_the_same_is_stopped_by_the_policy(browser, report):
    context = browser.new_context()
    page = context.new_page()
    page.goto(report)
    page.evaluate(
        """() => {
            window.stopped = [];
            document.addEventListener("securitypolicyviolation", (e) => window.stopped.push(e.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.pwned = 1";
            document.body.append(script);
            const image = document.createElement("img");
            image.src = "http://127.0.0.1:9/x.png";
            document.body.append(image);
            const box = document.createElement("div");
            box.innerHTML = "<p style='color: red' onclick='window.pwned = 1'>";
            document.body.append(box);
            box.firstChild.click();
        }"""
    )
    page.wait_for_function("window.stopped.length >= 4")
    assert page.evaluate("window.pwned") is None
    assert {"script-src-elem", "img-src", "style-src-attr", "script-src-attr"} <= set(
        page.evaluate("window.stopped")
    )
    context.close()
