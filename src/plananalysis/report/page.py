"""Put the finished tables into one self-contained page."""

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import plananalysis
from plananalysis.corpus.model import Corpus
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
FRAME_SCRIPTS = (
    "base",
    "records",
    "documents",
    "query",
    "search",
    "saving",
    "reader",
    "addresses",
    "tables",
    "drawings",
    "results",
)
"""Files of the frame, each of which may use what those before it offer."""


def title_of(corpus: Corpus, source: str | Path | None) -> Pair:
    """Return the title of a report that is given none: the name of its corpus, with documents, units and years.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> texts = {"a": "甲县2023年工作要点", "b": "乙县2024年工作要点"}
    >>> title_of(corpus_from_texts(texts), "plans.zip")
    ('plans：2 份文档、2 个单位，2023–2024 年', 'plans: 2 documents, 2 units, 2023–2024')
    """
    if source is None or not (name := Path(source).resolve().stem):
        return FRAME["title"]
    n, units, years = len(corpus), corpus.documents["unit"].nunique(), corpus.documents["year"].dropna()
    zh, en = f"{name}：{n:,} 份文档", f"{name}: {n:,} document{'s' if n > 1 else ''}"
    if units > 1:
        zh, en = f"{zh}、{units:,} 个单位", f"{en}, {units:,} units"
    if len(years):
        span = "–".join(map(str, dict.fromkeys([years.min(), years.max()])))
        zh, en = f"{zh}，{span} 年", f"{en}, {span}"
    return zh, en


def render_page(
    analysis: Analysis, figures: Sequence[Drawn] = (), *, lang: str = "zh", title: Pair = FRAME["title"]
) -> str:
    """Return the page as HTML that needs no other file and no network.

    Parameters
    ----------
    analysis
        The finished tables.
    figures
        Drawn figures to include.
    lang
        Language in which it opens, ``zh`` or ``en``; the reader can switch.
    title
        Its title in Chinese and English.

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
    data["words"]["title"] = title
    shown = [section for section in SECTIONS if section.shown(analysis)]
    names = names_of(analysis)

    def say(words: Pair) -> Pair:
        return named(words, names)

    css = (_ASSETS / "page.css").read_text(encoding="utf-8")
    return template.render(
        lang=lang,
        words={**FRAME, "title": title},
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
