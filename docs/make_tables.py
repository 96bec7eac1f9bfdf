"""Write ``docs/tables.md``, the data dictionary: every table with its columns in English and Chinese."""

from pathlib import Path

from plananalysis.tables import GIVEN_BY, TABLES

PAGE = Path(__file__).with_name("tables.md")
HEAD = """# Tables and columns

> 数据字典：每张表的列名、类型与含义（英文、中文）。由程序生成。

Every function that returns a table returns a pandas DataFrame with the columns below. Offsets are code points into
the text of the document, half-open: `corpus.text(doc_id)[start:end]`. A cell that lists several things joins them
by `｜`. `documents` carries every further column of the user's metadata as well.

This page is written by `python docs/make_tables.py` from `plananalysis.tables.TABLES`.
"""


def page() -> str:
    """Return the text of the page."""
    parts = [HEAD]
    for name, columns in TABLES.items():
        rows = [f"| `{c.name}` | {c.dtype} | {_cell(c.en)} | {_cell(c.zh)} |" for c in columns]
        made = [f"`{GIVEN_BY[name]}` gives it.\n"] if name in GIVEN_BY else []
        parts.append(
            "\n".join(
                [
                    f"\n## {name}\n",
                    *made,
                    "| column | type | meaning | 含义 |",
                    "|---|---|---|---|",
                    *rows,
                    "",
                ]
            )
        )
    return "".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
