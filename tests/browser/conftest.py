"""A browser, the sample's report, and a page that remembers everything it should not have done."""

from urllib.parse import urlsplit

import pytest
from chromium import WIDE, required_chromium, running_chromium

import plananalysis

LOCAL = {"file", "data", "blob", "about"}


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """The sample's report as a file address; made once, since all tests only read it."""
    required_chromium()
    folder = tmp_path_factory.mktemp("report")
    return plananalysis.build_report(plananalysis.load_corpus(plananalysis.sample_path()), folder).as_uri()


@pytest.fixture(scope="module")
def browser():
    """One browser per module: while it runs, no other test could start an event loop of its own."""
    with running_chromium() as running:
        yield running


@pytest.fixture
def open_page(browser):
    """Open an address in a window of its own; at the end no error and no request may have happened."""
    contexts, misdeeds = [], []

    def record(request):
        if urlsplit(request.url).scheme not in LOCAL:
            misdeeds.append(f"request: {request.url[:200]}")

    def stop(route):
        if urlsplit(route.request.url).scheme in LOCAL:
            route.continue_()
        else:
            route.abort()

    def open_(address, *, width=WIDE, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.route("**/*", stop)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", record)
        page.on("pageerror", lambda error: misdeeds.append(f"error: {error}"))
        page.on(
            "console",
            lambda said: (
                misdeeds.append(f"console: {said.text}") if said.type in {"error", "warning"} else None
            ),
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert misdeeds == []


@pytest.fixture
def page(open_page, report):
    """The report at the width of a desktop."""
    return open_page(report)
