"""Every view has an address: it leads there, back closes what was opened, links and citations are copied."""

from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def at(open_page, report):
    """Open the report at an address that has these values."""

    def open_(**values):
        return open_page(f"{report}#{urlencode(values)}", permissions=["clipboard-read", "clipboard-write"])

    return open_


def title(page):
    """What the reader shows, as its title says it; "" where it is closed."""
    page.wait_for_timeout(100)  # a step in the history is taken a moment later
    return page.locator("#reader-title").inner_text() if page.locator("#reader").is_visible() else ""


def copied(page, button):
    """What a click on a button puts into the clipboard."""
    page.locator(button).click()
    page.locator(button, has_text="已复制").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def test_back_closes_what_was_opened_step_by_step_and_forward_opens_it_again(at):
    page = at()
    page.locator("#query").fill("学校")
    page.keyboard.press("Enter")
    found = title(page)
    page.locator("#reader .kwic button").first.click()
    text = title(page)
    assert text != found
    page.go_back()
    assert title(page) == found
    page.go_forward()
    assert title(page) == text
    page.locator("#reader-back").click()
    assert title(page) == found
    page.go_back()
    assert title(page) == ""
    assert page.locator("main").is_visible(), "the page itself is never left"


def test_closing_leaves_no_step_behind(at):
    page = at()
    page.locator("nav a").nth(2).click()
    there = page.url
    page.locator("#query").fill("学校")
    page.keyboard.press("Enter")
    page.locator("#reader .kwic button").first.click()
    page.keyboard.press("Escape")
    assert title(page) == ""
    assert page.url == there
    page.locator("#query").press("Enter")
    assert title(page), "what is opened right after is open"


@pytest.mark.parametrize(
    "opening",
    [
        "Report.openSearch('海岛')",
        "Report.openText({ doc: 2, start: 30, end: 44 })",
        "Report.openText({ doc: 0 })",
        "Report.sections.slogans.openSlogan('两个维护')",
        "Report.sections.slogans.openSlogan('两个维护', '市财政局')",
        "Report.sections.themes.openTheme('民生社会', '市教育局')",
        "Report.sections.reuse.openShared(Report.sections.reuse.pairs[3])",
        "Report.sections.reuse.links['reuse.family'](Report.sections.reuse.pairs[0].family)()",
    ],
)
def test_a_copied_link_leads_back_to_the_view(at, open_page, opening):
    page = at()
    page.evaluate(opening)
    link = copied(page, "#reader-link")
    body = page.locator("#reader-body").inner_text()
    other = open_page(link)
    assert title(other) == title(page)
    assert other.locator("#reader-body").inner_text() == body
    other.go_back()
    assert title(other) == "", "back leads to the page, not out of it"


def test_a_place_is_cited_with_unit_title_year_and_characters(at):
    page = at()
    page.evaluate("Report.openText({ doc: 2, start: 30, end: 44 })")
    said = copied(page, "#reader-cite")
    doc, wording = page.evaluate("[Report.docs[2], Report.oneLine(Report.slice(2, 30, 44))]")
    assert said == f"“{wording}”（{doc['unit']}：《{doc['title']}》，{doc['year']}年，第30–44字符）"
    page.evaluate("Report.openText({ doc: 2 })")
    assert copied(page, "#reader-cite") == f"{doc['unit']}：《{doc['title']}》，{doc['year']}年"


def test_a_pair_is_cited_with_both_places(at):
    page = at()
    page.evaluate("Report.sections.reuse.openShared(Report.sections.reuse.pairs[3])")
    one, other = copied(page, "#reader-cite").split("\n")
    assert one != other
    assert one.count("字符") == other.count("字符") == 1


def test_a_table_with_filter_and_order_has_an_address(at, open_page):
    page = at()
    page.locator("#filter-slogans").fill("四个")
    page.locator("[data-table=slogans] th[data-column=n] button").click()
    other = open_page(page.url)
    rows = "[data-table=slogans] tbody tr"
    assert other.locator(rows).all_inner_texts() == page.locator(rows).all_inner_texts()
    assert other.locator("#filter-slogans").input_value() == "四个"
    page.locator("#quick-reuse button").nth(1).click()
    other = open_page(page.url)
    assert other.locator("#quick-reuse button").nth(1).get_attribute("aria-pressed") == "true"


def test_a_compared_pair_has_an_address(at, open_page):
    page = at()
    page.locator("#compare-a").select_option(index=3)
    page.locator("#compare-b").select_option(index=5)
    other = open_page(page.url)
    assert other.locator("#compare-body").inner_text() == page.locator("#compare-body").inner_text()


@pytest.mark.parametrize(
    "values",
    [
        {"doc": "nothing"},
        {"pair": "a", "at": "1-2", "with": "b", "and": "3-4"},
        {"slogan": "无此提法"},
        {"slogan": "两个维护", "group": "无此单位"},
        {"theme": "x", "group": "y"},
        {"family": "99999"},
        {"table": "constructor"},
        {"compare": "x", "with": "y"},
        {"__proto__": "1"},
        {"unknown": "1"},
    ],
)
def test_an_address_of_what_is_no_more_says_so(at, values):
    page = at(**values)
    assert title(page) == "这个地址不在本页"
    page.go_back()
    assert title(page) == ""
