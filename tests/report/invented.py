"""A small invented analysis with hostile text, so that the page can be tested without the other modules."""

import pandas as pd

from plananalysis.corpus.inspection import inspect_corpus
from plananalysis.corpus.model import Corpus
from plananalysis.report.analysis import Analysis
from plananalysis.slogans import slogan_counts
from plananalysis.tables import empty, from_records

ATTACK = "</script><img src=x onerror=alert(1)>"
TEXTS = {
    "a": "一、总要求\n坚持“三会一课”，推进放管服。\n本文由网友上传",
    "b": f"一、党建\n落实三会一课𠮷。{ATTACK}\n",
    "c": "一、服务\n深化放管服改革，落实三会一课。\n",
}
UNITS = {"a": "甲县", "b": f"乙县{ATTACK}", "c": "丙县"}


def named(table):
    """Return the records of the page's data, each value by its name."""
    names = [column if isinstance(column, str) else column["name"] for column in table["columns"]]
    return [dict(zip(names, row, strict=True)) for row in table["rows"]]


def rows_of(table, *rows):
    """Make a table from the columns that matter; the others are empty."""
    frame = empty(table)
    blank = {column: 0 if frame[column].dtype.kind in "if" else "" for column in frame}
    return from_records([blank | row for row in rows], table)


def invented_analysis() -> Analysis:
    """Three documents of three units, two slogans, one excluded span."""
    rows, passages, outline = [], [], []
    for doc, text in TEXTS.items():
        rows.append(
            (
                doc,
                UNITS[doc],
                2024,
                f"{UNITS[doc]}工作要点",
                "title",
                "title",
                f"{doc}.txt",
                "txt",
                "utf-8",
                len(text),
                "0" * 64,
                "",
                text,
            )
        )
        end = text.find("本文由") if "本文由" in text else len(text)
        heading = text.split("\n")[0].removeprefix("一、")
        passages.append(
            (f"{doc}#0", doc, 1, 1, "一、", heading, "一", f"{doc}#0", "plan", "heading", "", 0, end)
        )
        outline.append((doc, 1, 1, "一、", heading, "一", f"{doc}#0", 0, end))
    cut = TEXTS["a"].find("本文由")
    corpus = Corpus(
        from_records(rows, "documents"),
        from_records(passages, "passages"),
        from_records([("a", cut, len(TEXTS["a"]), "advert")], "excluded"),
        from_records([("bad.pdf", "no text layer")], "skipped"),
    )
    occurrences = []
    for slogan in ("三会一课", "放管服"):
        for doc, text in TEXTS.items():
            at = text.find(slogan)
            if at >= 0:
                quoted = text[at - 1] == "“"
                occurrences.append((slogan, doc, at, at + len(slogan), slogan, quoted, False, "", "", "", ""))
    found = from_records(occurrences, "occurrences")
    slogans = rows_of(
        "slogans",
        {
            "slogan": "三会一课",
            "kind": "numeric",
            "n": 3,
            "n_docs": 3,
            "n_units": 3,
            "quoted_share": 1 / 3,
            "score": 5.0,
        },
        {"slogan": "放管服", "kind": "numeric", "n": 2, "n_docs": 2, "n_units": 2, "score": 4.0},
    ).assign(status="known")
    keywords = from_records(
        [
            (UNITS["a"], "推进", 1, 1, 0.8, 1.0, 0.8, 1),
            (UNITS["b"], "落实", 1, 1, 0.7, 1.0, 0.7, 1),
            (UNITS["c"], "深化", 1, 1, 0.6, 1.0, 0.6, 1),
        ],
        "keywords",
    )
    places = [
        (UNITS[doc], term, doc, TEXTS[doc].find(term), TEXTS[doc].find(term) + 2)
        for doc, term in (("a", "推进"), ("b", "落实"), ("c", "深化"))
    ]
    a, b, c = UNITS.values()
    tables = {
        "documents": corpus.documents.drop(columns="text"),
        "skipped": corpus.skipped,
        "excluded": inspect_corpus(corpus, "excluded").drop(columns="line"),
        "outline": from_records(outline, "outline"),
        "passages": corpus.passages,
        "slogans": slogans,
        "slogan_counts": slogan_counts(found, corpus),
        "occurrences": found,
        "keywords": keywords,
        "keyword_places": from_records(places, "keyword_places"),
        "similarity": from_records(
            [(a, c, 0.5, 0.45, 0.55, 0.4), (a, b, 0.2, 0.15, 0.25, 0.1), (b, c, 0.1, 0.05, 0.15, 0.05)],
            "similarity",
        ),
        "nearest": from_records([(a, c, 1, 0.5), (c, a, 1, 0.5), (b, a, 1, 0.2)], "nearest"),
    }
    tree = pd.DataFrame({"branch_a": [0, 3], "branch_b": [1, 2], "height": [0.5, 0.85], "size": [2, 3]})
    return Analysis(corpus, tables, [a, c, b], [a, c, b], tree, "unit", {"by": "unit"})


def without_findings() -> Analysis:
    """The same corpus when nothing was found in it."""
    full = invented_analysis()
    kept = ("documents", "skipped", "excluded", "outline", "passages")
    tables = {name: table if name in kept else table.head(0) for name, table in full.tables.items()}
    return full._replace(tables=tables, order=[], tree=full.tree.head(0))
