"""Write the report: page, tables, figures and the record of the run."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from plananalysis.common_options import LISTED_MIN_CHARS, Part, corpus_part
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
WORKBOOK = "xlsx"
WORKBOOK_ROWS = 5_000
"""Rows per sheet of the workbook; the other files hold all."""
TABLE_FORMATS = ("csv", "parquet", WORKBOOK)
"""Files of the tables; csv stands first and is the first to go."""
MOST_WITH_CSV = 1_000
"""Documents up to which each table is written as csv as well unless something else is asked for."""


def build_report(
    corpus: Corpus,
    directory: str | Path,
    *,
    by: str | None = None,
    stopwords: Words = SHIPPED,
    names: bool = False,
    min_chars: int = LISTED_MIN_CHARS,
    lexicon: Words = None,
    register: Words = None,
    themes: ThemeLexicon | None = None,
    title: str | None = None,
    lang: str = "zh",
    formats: str | Iterable[str] | None = None,
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
    names, min_chars
        Whether these count places, units and persons as well, and how long a term is that they list; as in
        :func:`plananalysis.keywords`.
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
    formats
        Files of the tables: ``csv`` and ``parquet`` hold each of them, ``xlsx`` is one workbook of those that people
        read. By default all three; of more than 1,000 documents no csv.
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
        the tables that people read; see ``formats``), ``figures/`` (png, svg; pdf if asked for), ``METHODS.md`` (the methods in words) and
        ``run.json`` (versions, options, a hash of every input).

    Raises
    ------
    InputError
        If the corpus holds no document, a list cannot be used, the language or a format does not exist, or the folder cannot be written, holds files
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
    kinds = table_formats(formats, len(corpus))
    settings = settings_of(
        stopwords=stopwords,
        lexicon=lexicon,
        register=register,
        themes=themes,
        names=names,
        min_chars=min_chars,
    )
    analysis = analyse(corpus, by=by, settings=settings, progress=progress, n_jobs=n_jobs)
    return write_report(
        analysis,
        directory,
        lang=lang,
        title=title,
        formats=kinds,
        pdf=pdf,
        overwrite=overwrite,
        progress=progress,
        source=source,
    )


def table_formats(asked: str | Iterable[str] | None, n_documents: int = 0) -> tuple[str, ...]:
    """Return the formats of the tables in their order; what is not asked for goes by the number of documents.

    Raises
    ------
    InputError
        If there is no such format.

    Examples
    --------
    >>> table_formats("csv, xlsx"), table_formats(None, 2_000)
    (('csv', 'xlsx'), ('parquet', 'xlsx'))
    """
    if not asked:
        return TABLE_FORMATS[n_documents > MOST_WITH_CSV :]
    listed = [asked] if isinstance(asked, str) else asked
    named = {name.strip() for each in listed for name in each.split(",")}
    for name in sorted(named - {*TABLE_FORMATS}):
        raise InputError(
            "{name}: no such format of tables; use {formats:or}", name=name, formats=TABLE_FORMATS
        )
    return tuple(name for name in TABLE_FORMATS if name in named)


def write_report(
    analysis: Analysis,
    directory: str | Path,
    *,
    lang: str = "zh",
    title: str | None = None,
    formats: Sequence[str] = TABLE_FORMATS,
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
            for suffix in formats:
                if suffix != WORKBOOK:
                    write_table(table, folder / "tables" / f"{name}.{suffix}")
        if WORKBOOK in formats:
            read = {listed.name for section in SECTIONS for listed in section.tables if listed.in_workbook}
            sheets = {name: table for name, table in analysis.tables.items() if name in read}
            write_workbook(sheets, folder / "tables" / f"tables.{WORKBOOK}", most_rows=WORKBOOK_ROWS)
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
