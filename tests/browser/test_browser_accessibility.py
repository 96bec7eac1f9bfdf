"""axe-core finds nothing serious, in both languages and both themes."""

from itertools import pairwise

import pytest

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}


def violations(page, within="body"):
    """What axe-core objects to in a part of the page, as short lines."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=within, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"][:3]
    ]


REPEATED = "[data-table] tbody tr:nth-child(n+6), .card li:nth-child(n+6), .sharelist li:nth-child(n+4), .heat tr:nth-child(n+12)"
"""What comes again and again; the other language is checked without it, to save half of the time."""


@pytest.mark.parametrize(("scheme", "lang"), [("light", "zh"), ("dark", "en")])
def test_no_serious_violation(open_page, report, scheme, lang):
    page = open_page(report, color_scheme=scheme, reduced_motion="reduce")
    if lang == "en":
        page.locator("#language").click()
        page.evaluate("rows => document.querySelectorAll(rows).forEach(row => row.remove())", REPEATED)
    page.locator("#outlines summary").first.click()
    assert violations(page) == []
    page.locator('[data-table="slogans"] button.link').first.click()
    assert violations(page, "#reader") == [], "contexts"
    page.locator("#reader .kwic button").first.click()
    assert violations(page, "#reader") == [], "full text"


def test_headings_do_not_skip_a_level_and_every_control_has_a_name(page):
    levels = page.evaluate(
        "[...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, a[href], input, select, summary")].filter(node =>
             !(node.textContent.trim() || node.getAttribute("aria-label") || node.labels?.[0]?.textContent.trim()))
           .map(node => node.outerHTML.slice(0, 100))"""
    )
    assert nameless == []
    assert page.locator("figure img:not([alt]), figure img[alt='']").count() == 0


def test_the_checker_sees_what_is_wrong(page):
    page.evaluate("document.querySelector('#findings').insertAdjacentHTML('beforeend', '<button></button>')")
    assert any(line.startswith("button-name") for line in violations(page, "#findings"))
