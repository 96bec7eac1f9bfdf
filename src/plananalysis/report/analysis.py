"""The finished tables of the report, from the steps of the analysis; page, workbook and figures show these."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.common_options import asked_parts
from plananalysis.corpus.inspection import inspect_corpus
from plananalysis.corpus.model import Corpus
from plananalysis.groups import grouping, groups_in_time
from plananalysis.pipeline import Progress, run_steps
from plananalysis.pipeline.steps import (
    KEYNESS_PER_GROUP,
    KEYWORDS_PER_GROUP,
    MOST_COMPARED,
    MOST_PAIRED,
    NEIGHBOURS,
)
from plananalysis.report.settings import Settings, recorded

__all__ = ["MOST_PAIRED", "TABLES", "Analysis", "Progress", "analyse"]

TABLES = (
    "outline",
    "passages",
    "parts",
    "slogans",
    "slogan_counts",
    "frames",
    "signals",
    "occurrences",
    "emphasis",
    "themes",
    "theme_flow",
    "keywords",
    "keyness_by",
    "keyword_places",
    "terms",
    "name_counts",
    "similarity",
    "nearest",
    "reuse",
    "families",
    "reuse_shares",
    "borrowing",
    "comparisons",
    "citations",
    "citation_counts",
    "commitments",
    "commitment_shares",
    "targets",
    "fulfilment",
    "changes",
    "trend",
    "year_comparisons",
)
"""What the report lists behind the documents, in this order; but for the passages all are results of steps."""


class Analysis(NamedTuple):
    """The finished tables of one corpus.

    Attributes
    ----------
    corpus : Corpus
        What was analysed.
    tables : dict of str to DataFrame
        All tables by name, in the order in which the report lists them; columns as in ``tables.TABLES``.
    order : list of str
        The groups in the order in which a reader expects them: units as :func:`plananalysis.groups.unit_order` has
        them, years and the documents of one unit in time.
    clustered : list of str
        The groups in the order of the clustering; years in time.
    tree : DataFrame
        The merges of the clustering: left, right, height, size.
    by : str
        What is compared: ``unit``, ``year``, ``doc_id`` or a metadata column.
    options : dict
        The settings of the steps.
    """

    corpus: Corpus
    tables: dict[str, pd.DataFrame]
    order: list[str]
    clustered: list[str]
    tree: pd.DataFrame
    by: str
    options: dict[str, object]

    def present(self, groups: Iterable[object]) -> list[str]:
        """Return those of the groups that are named, in their order."""
        named = {str(group) for group in groups}
        return [group for group in self.order if group in named]


def analyse(
    corpus: Corpus,
    *,
    by: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    n_jobs: int | None = None,
) -> Analysis:
    """Compute every table of the report.

    Parameters
    ----------
    corpus
        A loaded corpus.
    by
        What is compared: ``unit``, ``doc_id``, ``year`` or a metadata column; by default units, of one unit its years,
        else documents.
    settings
        Words, terms and themes of one's own; by default what is shipped.
    progress
        Called with (what, done, total) before each step.
    n_jobs
        Processes at work; as in :func:`plananalysis.run_steps`.

    Returns
    -------
    Analysis
    """
    by, settings = grouping(corpus, by), settings or Settings()
    wanted = [name for name in TABLES if name != "passages"]
    results: dict[str, Any] = {"passages": corpus.passages}
    results |= run_steps(
        corpus,
        [*wanted, "clustered", "tree", "theme_lexicon"],
        by=by,
        stopwords=settings.stopwords,
        names=settings.names,
        min_chars=settings.min_chars,
        lexicon=settings.lexicon,
        register=settings.register,
        given={} if settings.themes is None else {"theme_lexicon": settings.themes},
        progress=progress,
        n_jobs=n_jobs,
    )
    tables = {
        "documents": corpus.documents.drop(columns="text"),
        "skipped": corpus.skipped,
        "excluded": inspect_corpus(corpus, "excluded").drop(columns="line"),
        "left_out": corpus.left_out,
        **{name: results[name] for name in TABLES},
    }
    options: dict[str, object] = {
        "by": by,
        "part": asked_parts(corpus) or "all",
        "keywords_per_unit": KEYWORDS_PER_GROUP,
        "keyness_per_unit": KEYNESS_PER_GROUP,
        "neighbours": NEIGHBOURS,
        **recorded(settings),
        "theme_lexicon": settings.themes_name or settings.themes or results["theme_lexicon"],
        "compared_pairs": MOST_COMPARED,
    }
    order = groups_in_time(corpus, by)
    return Analysis(corpus, tables, order, results["clustered"], results["tree"], by, options)
