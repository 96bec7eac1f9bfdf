"""Put the finished tables into one self-contained page."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import plananalysis
from plananalysis.groups import groups_of
from plananalysis.report.analysis import Analysis
from plananalysis.report.compact import Pair, both
from plananalysis.report.figures import Drawn
from plananalysis.report.findings import findings
from plananalysis.report.methods import methods
from plananalysis.report.payload import as_json, has, page_data
from plananalysis.report.words import WORDS, say

_ASSETS = files("plananalysis.report") / "assets"
SHOWN_IN = {"frequencies": "slogans", "slogans": "slogans"} | {
    name: name for name in ("keywords", "similarity", "themes", "reuse", "commitments")
}
"""The section in which the data of a figure can be clicked."""


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
    data, left_out = page_data(analysis)
    method = {"version": plananalysis.__version__}
    return template.render(
        lang=lang,
        title=WORDS["title"][0 if lang == "zh" else 1],
        words=WORDS,
        sections=_sections(analysis, bool(figures)),
        findings=findings(analysis),
        left_out=left_out,
        stats=_stats(analysis),
        tables=set(data["tables"]) | ({"keywords"} if "keywords" in data else set()),
        shown_in=SHOWN_IN,
        figures=figures,
        sections_of=set(data),
        n_groups=len(analysis.order),
        theme_hint=both("themes_hint", lexicon=str(analysis.options.get("theme_lexicon", ""))),
        map_hint=both("similarity_map_hint", stress=f"{data.get('similarity', {}).get('stress', 0):.2f}"),
        compared=_compared(analysis),
        methods=methods(analysis),
        method=(say("method_text", "zh", **method), say("method_text", "en", **method)),
        css=Markup((_ASSETS / "page.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        script=Markup(_script()),  # noqa: S704 - our own files
        data=Markup(as_json(data)),  # noqa: S704 - as_json leaves no markup
    )


@lru_cache(maxsize=1)
def _script() -> str:
    """Return the page's script: the files of the folder in the order of their names."""
    names = sorted(
        (entry for entry in _ASSETS.iterdir() if entry.name.endswith(".js")), key=lambda entry: entry.name
    )
    return "\n".join(entry.read_text(encoding="utf-8") for entry in names)


def _sections(analysis: Analysis, with_figures: bool) -> list[str]:
    """Return the keys of the sections that the page has, in order."""
    optional = {
        "slogans": "slogans",
        "themes": "emphasis",
        "keywords": "keywords",
        "similarity": "nearest",
        "reuse": "reuse",
        "compare": "",
        "citations": "citations",
        "commitments": "commitments",
    }
    there = {key for key, table in optional.items() if has(analysis, table)}
    if has(analysis, "keyness_by"):
        there.add("keywords")
    if len(analysis.order) > 1:
        there.add("compare")
    found = ["findings", "corpus", *(key for key in optional if key in there)]
    return [*found, "outline", "excluded", *(["figures"] if with_figures else []), "method"]


def _stats(analysis: Analysis) -> list[tuple[str, str]]:
    """Return the numbers at the head of the corpus section."""
    documents = analysis.corpus.documents
    years = documents["year"].dropna()
    span = (
        "—" if years.empty else str(years.min()) if years.nunique() == 1 else f"{years.min()}–{years.max()}"
    )
    return [
        ("n_documents", f"{len(documents):,}"),
        ("n_units", f"{documents['unit'].replace('', None).nunique():,}"),
        ("n_years", span),
        ("n_characters", f"{documents['n_chars'].sum():,}"),
        ("n_excluded", f"{len(analysis.corpus.excluded):,}"),
        ("n_skipped", f"{len(analysis.corpus.skipped):,}"),
    ]


def _compared(analysis: Analysis) -> Pair | None:
    """Return which pairs were aligned beforehand."""
    if not has(analysis, "comparisons"):
        return None
    group = groups_of(analysis.corpus, analysis.by)
    pairs = analysis.tables["comparisons"][["plan_a", "plan_b"]].drop_duplicates()
    names = [f"{group[a]}–{group[b]}" for a, b in pairs.itertuples(index=False)]
    return both("compare_precomputed", n=len(names), list="、".join(names))
