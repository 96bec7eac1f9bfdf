"""Nothing runs out of the window, nothing is cut off, and the printed page is whole."""

import pypdfium2
import pytest
from chromium import PHONE, WIDE

pytestmark = pytest.mark.browser

CUT_OFF = """() => {
  const found = [];
  const name = node => `${node.tagName} ${node.id || node.className} "${node.textContent.trim().slice(0, 30)}"`;
  const scrolls = value => value === "auto" || value === "scroll";
  for (const node of document.querySelectorAll("body *")) {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height || style.visibility === "hidden" || node.closest(".hidden, .skip, svg")) continue;
    const hides = style.overflowX === "hidden" || style.overflowY === "hidden" || style.overflowX === "clip";
    if (hides && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
        && !node.title && !node.closest("[title]")) {
      found.push("cut off: " + name(node));
    }
    let scroller = node.parentElement;
    while (scroller && !scrolls(getComputedStyle(scroller).overflowX)) scroller = scroller.parentElement;
    if (!scroller && (box.right > innerWidth + 1 || box.left < -1)) found.push("outside: " + name(node));
  }
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide`);
  return found.slice(0, 20);
}"""

COVERED = """() => [...document.querySelectorAll("button, a, summary, input")].filter(node => {
    const box = node.getBoundingClientRect();
    return box.width && node.scrollWidth > node.clientWidth + 2 && getComputedStyle(node).display !== "inline"
      && node.tagName !== "INPUT" && !node.closest(".hidden");
  }).map(node => node.textContent.trim().slice(0, 40)).slice(0, 20)"""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_no_text_is_cut_off_or_outside_the_window(open_page, report, width, lang):
    page = open_page(report, width=width)
    if lang == "en":
        page.locator("#language").click()
    page.evaluate("document.querySelectorAll('main details').forEach(node => { node.open = true; })")
    page.wait_for_timeout(100)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_labels_of_heatmaps_are_not_squeezed_into_a_column_of_characters(open_page, report, width):
    page = open_page(report, width=width)
    tall = page.evaluate(
        """() => [...document.querySelectorAll("table.heat tbody th")].filter(node => {
             const box = node.getBoundingClientRect();
             return node.textContent.length > 3 && box.height > box.width;
           }).map(node => node.textContent)"""
    )
    assert tall == []


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_contexts_and_full_text_fit_the_window(open_page, report, width):
    page = open_page(report, width=width)
    page.locator('[data-table="slogans"] button.link').first.click()
    page.locator("#reader .kwic").wait_for()
    assert page.evaluate(CUT_OFF) == []
    page.locator("#reader .kwic button").first.click()
    page.locator("#reader .fulltext").wait_for()
    assert page.evaluate(CUT_OFF) == []


def test_the_printed_page_holds_every_section_and_no_tool(page, tmp_path):
    sections = page.locator("main > section h2").all_inner_texts()
    page.emulate_media(media="print")
    for section in page.locator("main > section").all():
        assert section.is_visible()
    for tool in ("#search", "#theme", "#print", "nav", ".downloads"):
        assert not page.locator(tool).first.is_visible()
    page.emulate_media(media=None)
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed, format="A4")
    with pypdfium2.PdfDocument(printed) as document:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    assert len(texts) > 3
    whole = "".join(texts)
    for heading in sections:
        assert heading in whole
    empty = [number for number, text in enumerate(texts, 1) if not text.strip()]
    assert len(empty) <= 2, f"pages without a word: {empty}"


@pytest.mark.parametrize("chosen", [False, True])
def test_a_page_printed_from_the_dark_theme_is_black_on_white(open_page, report, chosen):
    page = open_page(report, color_scheme="light" if chosen else "dark")
    if chosen:
        page.locator("#theme").click()
    page.emulate_media(media="print")
    for name in ("body", "#slogans h2", "td", ".card"):
        colour = page.locator(name).first.evaluate("node => getComputedStyle(node).color")
        assert colour == "rgb(0, 0, 0)", name
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_scrolling_boxes_are_printed_whole(page):
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter(node => {
             const style = getComputedStyle(node);
             return style.overflowY !== "visible" && node.scrollHeight > node.clientHeight + 2
               && node.clientHeight && !node.closest(".hidden, [title]");
           }).map(node => `${node.tagName} ${node.className}`)"""
    )
    assert cut == []
