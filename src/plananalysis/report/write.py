"""Write the report: page, tables, figures and the record of the run."""

import json
import os
from pathlib import Path

from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.files.io import write_table
from plananalysis.files.staging import LOCK, RECORD, check_folder, staging
from plananalysis.files.workbook import write_workbook
from plananalysis.lexicon.taken import Words
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.report.analysis import Analysis, Progress, analyse
from plananalysis.report.run import run_record
from plananalysis.report.settings import settings_of
from plananalysis.resources import SHIPPED

LANGUAGES = ("zh", "en")
PAGE, METHODS = "index.html", "METHODS.md"
PARTS = (PAGE, METHODS, RECORD, "tables", "figures")
"""What stands in the folder of a report."""
WORKBOOK_ROWS = 5_000
"""Rows per sheet of the workbook; the csv files hold all."""


def build_report(
    corpus: Corpus,
    directory: str | Path,
    *,
    by: str | None = None,
    stopwords: Words = SHIPPED,
    lexicon: Words = None,
    register: Words = None,
    themes: ThemeLexicon | None = None,
    title: str | None = None,
    lang: str = "zh",
    pdf: bool = False,
    overwrite: bool = False,
    progress: Progress | None = None,
    part: Part = None,
    source: str | Path | None = None,
    n_jobs: int | None = None,
) -> Path:
    """Analyse a corpus and write the report: what each unit says, how alike they are, and where it stands.

    Parameters
    ----------
    corpus
        A loaded corpus with at least one document.
    directory
        Folder to write to; it is made if need be. The report is written beside it and moved there when it is whole;
        the files of an earlier report go, all others stay.
    by
        What is compared; as in :func:`plananalysis.keywords`.
    stopwords
        Left out of keywords, keyness and similarity; as in :func:`plananalysis.count_features`.
    lexicon
        Your own terms, kept in one piece besides the slogans; as in :func:`plananalysis.segment`.
    register
        Known slogans of your own, which join the shipped ones; as in :func:`plananalysis.find_slogans`.
    themes
        A theme lexicon; as ``lexicon`` in :func:`plananalysis.code_themes`. By default the shipped one that fits better.
    title
        Title of the page; by default the name of ``source`` with documents, units and years.
    lang
        Language in which the page opens, ``zh`` or ``en``.
    pdf
        Write the figures as PDF as well, their text as text.
    overwrite
        Replace files of your own that are named as those of a report.
    progress
        Called with (what, done, total).
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.
    source
        Where the corpus was read from; ``run.json`` keeps the way there from the report, so that
        :func:`plananalysis.verify_report` finds it.
    n_jobs
        Processes at work; as in :func:`plananalysis.run_steps`.

    Returns
    -------
    Path
        The page, ``index.html``. Beside it ``tables/`` (csv with BOM, parquet, and ``tables.xlsx`` with
        the tables that people read), ``figures/`` (png, svg; pdf if asked for), ``METHODS.md`` (the methods in words) and
        ``run.json`` (versions, options, a hash of every input).

    Raises
    ------
    InputError
        If the corpus holds no document, a list cannot be used, the language does not exist, or the folder cannot be written, holds files
        of your own that a report would replace, or is being written to by another run.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、巩固整治成果。", "b": "一、办好渔港节庆。"})
    >>> build_report(corpus, tempfile.mkdtemp(), lang="en").name
    'index.html'
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    if lang not in LANGUAGES:
        raise InputError(
            "{lang}: no such language of the report; use {languages:or}", lang=lang, languages=LANGUAGES
        )
    if not len(corpus):
        raise InputError("the corpus holds no readable document; there is nothing to report")
    check_folder(directory, PARTS, overwrite=overwrite)
    settings = settings_of(stopwords=stopwords, lexicon=lexicon, register=register, themes=themes)
    analysis = analyse(corpus, by=by, settings=settings, progress=progress, n_jobs=n_jobs)
    return write_report(
        analysis,
        directory,
        lang=lang,
        title=title,
        pdf=pdf,
        overwrite=overwrite,
        progress=progress,
        source=source,
    )


def write_report(
    analysis: Analysis,
    directory: str | Path,
    *,
    lang: str = "zh",
    title: str | None = None,
    pdf: bool = False,
    overwrite: bool = False,
    progress: Progress | None = None,
    source: str | Path | None = None,
) -> Path:
    """Write finished tables as a report; see :func:`build_report`."""
    from plananalysis.report.figures import draw_figures
    from plananalysis.report.methods import methods_file
    from plananalysis.report.page import render_page, title_of
    from plananalysis.report.sections import SECTIONS

    tell = progress or (lambda what, done, total: None)
    with staging(directory, overwrite=overwrite) as folder:
        tell("tables", 0, 3)
        for name, table in analysis.tables.items():
            for suffix in ("csv", "parquet"):
                write_table(table, folder / "tables" / f"{name}.{suffix}")
        read = {listed.name for section in SECTIONS for listed in section.tables if listed.in_workbook}
        sheets = {name: table for name, table in analysis.tables.items() if name in read}
        write_workbook(sheets, folder / "tables" / "tables.xlsx", most_rows=WORKBOOK_ROWS)
        tell("figures", 1, 3)
        figures = draw_figures(analysis, folder / "figures", lang=lang, pdf=pdf)
        tell("page", 2, 3)
        named = (title, title) if title else title_of(analysis.corpus, source)
        _write(folder / PAGE, render_page(analysis, figures, lang=lang, title=named))
        record = run_record(analysis.corpus, {**analysis.options, "lang": lang, **_given(title=title)})
        if source is not None:
            record["corpus"]["path"] = _way(Path(directory), Path(source))
        _write(folder / METHODS, methods_file(analysis, record) + "\n")
        written = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
        record["files"] = sorted({*written, RECORD} - {LOCK})
        _write(folder / RECORD, json.dumps(record, ensure_ascii=False, indent=2, default=str) + "\n")
    tell("page", 3, 3)
    return Path(directory) / PAGE


def _given(**values: object) -> dict[str, object]:
    """Return the values that are there."""
    return {name: value for name, value in values.items() if value is not None}


def _way(folder: Path, source: Path) -> str:
    """Return the way from a report to its corpus; they may be moved together."""
    try:
        return Path(os.path.relpath(source.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return source.resolve().as_posix()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
