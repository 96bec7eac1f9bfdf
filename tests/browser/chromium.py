"""Start the Chromium that is installed; nothing is ever downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, PHONE = 1280, 390
"""Widths of the window, in CSS pixels."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_chromium() -> str | None:
    """Return the browser that PLANANALYSIS_CHROMIUM names, or the first one on the path."""
    named = os.environ.get("PLANANALYSIS_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def required_chromium() -> str:
    """Return the browser; skip the test where there is none, fail if CI requires one."""
    found = find_chromium()
    if found is None:
        reason = f"no browser found ({', '.join(NAMES)}); install Chromium or set PLANANALYSIS_CHROMIUM"
        if os.environ.get("PLANANALYSIS_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def running_chromium() -> Iterator:
    """Run a headless browser with a fresh profile."""
    executable = required_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()
