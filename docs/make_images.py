"""Make the README's picture: the top of the sample's report page, as a browser shows it.

Run ``python docs/make_images.py`` after a change of the page. It needs the ``test`` extra, Chromium (on the path
or named by PLANANALYSIS_CHROMIUM) and a Chinese font such as fonts-noto-cjk.
"""

import io
import os
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import plananalysis

IMAGES = Path(__file__).resolve().parent / "images"
WIDTH, HEIGHT = 1280, 1020
COLOURS = 128
"""Size of the palette; a page has few colours, and a small file loads fast."""


def main() -> None:
    """Build the sample's report and photograph its top."""
    browser = (
        os.environ.get("PLANANALYSIS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if browser is None:
        raise SystemExit("no Chromium found; install it or set PLANANALYSIS_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder:
        page = plananalysis.build_report(plananalysis.load_corpus(plananalysis.sample_path()), folder)
        picture = photograph(page.as_uri(), browser)
    IMAGES.mkdir(exist_ok=True)
    shown = Image.open(io.BytesIO(picture)).convert("RGB")
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / "report.png", optimize=True)


def photograph(address: str, browser: str) -> bytes:
    """Return a png of the top of a page in the light theme."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address)
        page.evaluate("document.fonts.ready")
        picture = page.screenshot()
        chromium.close()
    return picture


if __name__ == "__main__":
    main()
