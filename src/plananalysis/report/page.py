"""Put the finished tables into one self-contained page."""

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

import plananalysis
from plananalysis.report.analysis import Analysis
from plananalysis.report.figures import Drawn
from plananalysis.report.findings import findings
from plananalysis.report.group_names import names_of
from plananalysis.report.methods import methods
from plananalysis.report.payload import as_json, begin_page, fill_page
from plananalysis.report.section import Finding
from plananalysis.report.sections import SECTIONS
from plananalysis.report.words import FRAME, Pair, filled, named

_ASSETS = files("plananalysis.report") / "assets"
FRAME_SCRIPTS = ("base", "records", "documents", "saving", "reader", "addresses", "tables", "drawings")
"""Files of the frame, each of which may use what those before it offer."""


def render_page(analysis: Analysis, figures: Sequence[Drawn] = (), *, lang: str = "zh") -> str:
    """Return the page as HTML that needs no other file and no network.

    Parameters
    ----------
    analysis
        The finished tables.
    figures
        Drawn figures to include.
    lang
        Language in which it opens, ``zh`` or ``en``; the reader can switch.

    Returns
    -------
    str
        HTML. Text of documents stands in it as data only: escaped, or as JSON that the script shows as text.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string((_ASSETS / "page.html.j2").read_text(encoding="utf-8"))
    page = begin_page(analysis)
    data = fill_page(page)
    shown = [section for section in SECTIONS if section.shown(analysis)]
    names = names_of(analysis)

    def say(words: Pair) -> Pair:
        return named(words, names)

    css = (_ASSETS / "page.css").read_text(encoding="utf-8")
    return template.render(
        lang=lang,
        words=FRAME,
        say=say,
        sections=[(section, section.parts(page, data["sections"][section.name])) for section in shown],
        titles={section.name: section.title for section in shown},
        findings=findings(analysis),
        rests_on=_rests_on,
        left_out=page.left_out,
        figures=figures,
        methods=methods(analysis),
        method=filled(FRAME["method_text"], version=plananalysis.__version__),
        policy=_policy(_script(), css),
        css=Markup(css),  # noqa: S704 - our own file
        script=Markup(_script()),  # noqa: S704 - our own files
        data=Markup(as_json(data)),  # noqa: S704 - as_json leaves no markup
    )


def _rests_on(finding: Finding) -> Pair:
    """Return the words that say what a finding was made of."""
    return filled(FRAME["rests_on"], table=finding.table, n=len(finding.rows))


def _policy(script: str, css: str) -> str:
    """Return what the browser may run and load: this script, this style sheet, and pictures that the page holds itself."""
    hashed = [b64encode(sha256(text.encode()).digest()).decode() for text in (script, css)]
    return (
        f"default-src 'none'; script-src 'sha256-{hashed[0]}'; style-src 'sha256-{hashed[1]}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=1)
def _script() -> str:
    """Return the page's script: the frame, the sections that have one, and the start."""
    sections = (_ASSETS / "sections" / f"{section.name}.js" for section in SECTIONS)
    frame = [_ASSETS / "script" / f"{name}.js" for name in FRAME_SCRIPTS]
    parts = [*frame, *(file for file in sections if file.is_file()), _ASSETS / "script" / "start.js"]
    return "\n".join(file.read_text(encoding="utf-8") for file in parts)
