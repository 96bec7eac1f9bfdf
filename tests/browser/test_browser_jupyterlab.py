"""Every notebook runs from top to bottom in a real JupyterLab; its figures are seen, its menus work."""

import shutil

import pytest
from chromium import required_chromium
from lab_server import running_jupyterlab

from shared import ROOT

pytestmark = pytest.mark.browser

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
RUNS_WITHIN = 60_000
"""Milliseconds for one notebook, kernel start included, on a machine that does other things as well."""


IDLE = "#jp-main-statusbar >> text=/\\| Idle/"
"""What the status bar says of a kernel; before it first says so, cells are not sent to the kernel."""

CHOSEN = ".widget-interact"
"""Menus and, below them, what they choose; that is no part of the saved notebook."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory, browser):
    """Open copies of all notebooks, each in a window, and run them all: one works while the next one loads."""
    required_chromium()
    folder = tmp_path_factory.mktemp("notebooks")
    for path in NOTEBOOKS:
        shutil.copy(path, folder)
    with running_jupyterlab(folder, tmp_path_factory.mktemp("jupyter")) as (address, token):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(60_000)
        pages = {}
        for path in NOTEBOOKS:
            page = context.new_page()
            page.goto(f"{address}/lab/workspaces/w{path.name[:2]}/tree/{path.name}?token={token}")
            page.wait_for_selector(IDLE)
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
            pages[path.name] = page
        yield pages, folder
        context.close()


def cells_of(path):
    """Return the cells of a notebook; what reads it takes seconds to load, and only these tests need it."""
    import nbformat

    return nbformat.read(path, as_version=4).cells


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS])
def test_notebook_runs_in_jupyterlab_and_its_figures_are_seen(opened, name):
    pages, folder = opened
    page = pages[name]
    page.bring_to_front()
    n_cells = sum(cell.cell_type == "code" for cell in cells_of(folder / name))
    page.wait_for_function(
        """n => [...document.querySelectorAll(".jp-InputPrompt")].filter(
               prompt => /\\d/.test(prompt.textContent)).length === n""",
        arg=n_cells,
        timeout=RUNS_WITHIN,
    )
    page.wait_for_selector(IDLE)
    page.keyboard.press("ControlOrMeta+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")

    outputs = [output for cell in saved_cells(folder / name) for output in cell.get("outputs", ())]
    assert [output.ename for output in outputs if output.output_type == "error"] == []
    pictures = sum(any(kind.startswith("image/") for kind in output.get("data", ())) for output in outputs)
    seen = page.locator(f".jp-OutputArea-output:not({CHOSEN} *) img:not({CHOSEN} *)")
    for image in seen.all():
        image.scroll_into_view_if_needed()
        assert image.is_visible()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    assert seen.count() == pictures
    assert page.locator(".jp-RenderedHTMLCommon table").count() or pictures


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS])
def test_menus_are_seen_and_what_they_choose_changes(opened, name):
    pages, folder = opened
    page = pages[name]
    page.bring_to_front()
    cells = cells_of(folder / name)
    choices = page.locator(CHOSEN)
    assert choices.count() == sum("pa.choose(" in cell.source for cell in cells) > 0
    for choice in choices.all():
        choice.scroll_into_view_if_needed()
        view = choice.locator(".widget-output")
        view.locator("table, img").first.wait_for(state="visible")
        before = view.inner_html()
        menu = choice.locator("select").first
        assert menu.is_visible()
        assert menu.evaluate("menu => menu.labels.length") == 1
        menu.select_option(index=menu.locator("option").count() - 1)
        page.wait_for_function(
            "([view, before]) => view.innerHTML !== before && view.querySelector('table, img')",
            arg=[view.element_handle(), before],
        )
    assert page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def saved_cells(path):
    """The code cells of a notebook as JupyterLab saved it; all have been run, in their order."""
    cells = [cell for cell in cells_of(path) if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    return cells
