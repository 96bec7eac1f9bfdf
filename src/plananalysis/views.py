"""Look at text in a notebook: an outline, a pair of wordings side by side, a family of them, places in their context.

Each function returns an :class:`Html` object, which a notebook displays; ``str()`` of it is the HTML. Document text
is data: whatever it holds is escaped and can become neither markup nor script.
"""

import pandas as pd
from markupsafe import Markup, escape

from plananalysis.common_options import Part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.reuse import collate
from plananalysis.statistics.concordance import concordance
from plananalysis.tables import check

_STYLE = Markup(
    "<style>.pa-view{border-collapse:collapse;line-height:1.7;font-family:system-ui,'Noto Sans SC','Microsoft YaHei',"
    "'PingFang SC',sans-serif}"
    # JupyterLab sets all tables flush right, with rules that are stronger than ours
    ".pa-view td,.pa-view th{padding:4px 10px;vertical-align:top!important;text-align:left!important;"
    "white-space:normal}"
    ".pa-view.pa-pair{table-layout:fixed;width:100%;max-width:72em}.pa-view td.pa-l{text-align:right!important}"
    ".pa-view.pa-close td{padding-top:1px;padding-bottom:1px}"
    ".pa-view td.pa-l,.pa-view td.pa-w{white-space:nowrap}.pa-view td.pa-r{min-width:14em}"
    ".pa-view mark,.pa-view del,.pa-view ins{color:#1f2933;text-decoration:none;padding:0 1px;border-radius:2px}"
    ".pa-view mark{background:#ffe08a}.pa-view del{background:#f6c9c2}.pa-view ins{background:#bfe3cf}"
    ".pa-view del.pa-out{text-decoration:line-through}.pa-view .pa-m{opacity:.65}</style>"
)
"""Marked text is dark on pale whatever the theme; all else takes the colours of the page."""


class Html:
    """A piece of HTML that a notebook shows as it is meant to look."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup

    def _repr_html_(self) -> str:
        return str(_STYLE + self._markup)

    def __str__(self) -> str:
        return self._repr_html_()


def show_outline(headings: pd.DataFrame, doc_id: str) -> Html:
    r"""Show the headings of one plan, indented by their level.

    Parameters
    ----------
    headings
        Table of :func:`plananalysis.outline`.
    doc_id
        The plan.

    Returns
    -------
    Html
        One line per heading: its line in the text, its label, its words.

    Raises
    ------
    InputError
        If the plan has no heading, or there is no such plan.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, outline
    >>> headings = outline(corpus_from_texts({"a": "一、加强学习\n（一）抓好集中学习。"}))
    >>> "padding-left:3.0em" in str(show_outline(headings, "a"))
    True
    """
    check(headings, "outline", ("doc_id", "line", "level", "label", "heading"))
    own = headings[headings["doc_id"] == doc_id]
    if own.empty:
        raise InputError("no heading of {doc_id!r} in the table", doc_id=doc_id)
    lines = Markup("").join(
        Markup(
            '<tr><td class="pa-m pa-w">{}</td><td style="padding-left:{}em!important">{}{}</td></tr>'
        ).format(line, 1.5 * level, label, heading)
        for line, level, label, heading in own[["line", "level", "label", "heading"]].to_numpy(dtype=object)
    )
    return Html(Markup('<table class="pa-view pa-close">{}</table>').format(lines))


def show_pair(reuse: pd.DataFrame, corpus: Corpus, row: int = 0, *, context: int = 30) -> Html:
    """Show one shared passage side by side, with the edits marked and some text around it.

    Parameters
    ----------
    reuse
        Table of :func:`plananalysis.find_reuse`.
    corpus
        The documents.
    row
        Which row of it, counted from 0.
    context
        Characters of context before and after.

    Returns
    -------
    Html
        Left ``doc_a``, right ``doc_b``; what only one side has is marked.

    Raises
    ------
    InputError
        If there is no such row.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_reuse
    >>> corpus = corpus_from_texts({"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"})
    >>> "<ins>集中</ins>" in str(show_pair(find_reuse(corpus), corpus))
    True
    """
    check(reuse, "reuse", ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"))
    check_corpus(corpus)
    if not 0 <= row < len(reuse):
        raise InputError("no row {row} in a table of {n_reuse} shared passages", row=row, n_reuse=len(reuse))
    pair = reuse.iloc[row]
    sides = []
    for side, mark in (("a", "del"), ("b", "ins")):
        text = corpus.text(pair[f"doc_{side}"])
        start, end = int(pair[f"start_{side}"]), int(pair[f"end_{side}"])
        sides.append(
            (text[max(0, start - context) : start], text[start:end], text[end : end + context], mark)
        )
    pieces = collate(sides[0][1], sides[1][1])
    cells = []
    for name, (before, _, after, mark) in zip("ab", sides, strict=True):
        wording = zip(pieces["op"], pieces[f"text_{name}"], strict=True)
        marked = Markup("").join(_piece(text, mark if op != "equal" else "") for op, text in wording)
        cells.append(
            Markup('<td><span class="pa-m">…{}</span>{}<span class="pa-m">{}…</span></td>').format(
                before, marked, after
            )
        )
    head = Markup("<tr><th>{}</th><th>{}</th></tr>").format(pair["doc_a"], pair["doc_b"])
    return Html(
        Markup('<table class="pa-view pa-pair">{}<tr>{}</tr></table>').format(head, Markup("").join(cells))
    )


def _piece(text: str, mark: str) -> Markup:
    """Return a piece of wording, inside the element that marks an edit if there is one."""
    return Markup(f"<{mark}>{{}}</{mark}>").format(text) if mark and text else escape(text)  # noqa: S704 - the mark is ours


def show_family(members: pd.DataFrame, family: int = 0, *, most: int = 40) -> Html:
    """Show all wordings of one shared passage, and how each differs from the one that stands for them.

    Parameters
    ----------
    members
        Table of :func:`plananalysis.family_members`.
    family
        Which family of it.
    most
        Most wordings to show; below them stands how many there are.

    Returns
    -------
    Html
        The representative wording first, then the others by year: what they add is green, what they leave out is
        red and struck through.

    Raises
    ------
    InputError
        If there is no such family.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, family_members, find_reuse
    >>> corpus = corpus_from_texts({"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"})
    >>> view = show_family(family_members(find_reuse(corpus), corpus))
    >>> '巩固<del class="pa-out">集中</del>整治成果' in str(view)
    True
    """
    check(members, "family_members", ("family", "doc_id", "unit", "year", "start", "text", "representative"))
    wordings = members[members["family"] == family]
    if wordings.empty:
        raise InputError(
            "no family {family} in a table of {members} families",
            family=family,
            members=members["family"].nunique(),
        )
    ordered = wordings.sort_values(
        ["representative", "year", "doc_id", "start"], ascending=[False, True, True, True]
    )
    standard = ordered["text"].iloc[0]
    lines = Markup("").join(
        Markup('<tr><td class="pa-m pa-w">{} {}</td><td>{}</td></tr>').format(
            unit, "" if pd.isna(year) else year, _differing(standard, text)
        )
        for unit, year, text in ordered.head(most)[["unit", "year", "text"]].to_numpy(dtype=object)
    )
    return Html(Markup('<table class="pa-view">{}</table>{}').format(lines, _shown_of(most, len(ordered))))


def _shown_of(most: int, there: int) -> Markup:
    """Return the line that says how many are shown of how many there are."""
    return Markup('<p class="pa-view pa-m">{} / {}</p>').format(min(most, there), there)


def _differing(standard: str, wording: str) -> Markup:
    """Return a wording with what it adds to the standard one, and what it leaves out, marked in one line of text."""
    pieces = collate(standard, wording)
    return Markup("").join(
        escape(new)
        if op == "equal"
        else Markup("{}{}").format(
            Markup('<del class="pa-out">{}</del>').format(old) if old else "", _piece(new, "ins")
        )
        for op, old, new in zip(pieces["op"], pieces["text_a"], pieces["text_b"], strict=True)
    )


def show_places(
    corpus: Corpus,
    pattern: str,
    *,
    regex: bool = False,
    width: int = 20,
    sort: str | None = None,
    most: int = 50,
    part: Part = None,
) -> Html:
    """Show a word or slogan in its contexts, one line a place (KWIC).

    Parameters
    ----------
    corpus, pattern, regex, width, sort, part
        As in :func:`plananalysis.concordance`.
    most
        Most lines to show; below them stands how many there are.

    Returns
    -------
    Html
        One line per place: unit and year, what stands left of it, the place, what stands right of it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> view = show_places(corpus_from_texts({"a": "做到“两个维护”。"}), "两个维护")
    >>> "<mark>两个维护</mark>" in str(view)
    True
    """
    found = concordance(corpus, pattern, regex=regex, width=width, sort=sort, part=part)
    lines = Markup("").join(
        Markup(
            '<tr><td class="pa-m pa-w">{} {}</td><td class="pa-l">{}</td><td class="pa-w"><mark>{}</mark></td><td class="pa-r">{}</td></tr>'
        ).format(unit, "" if pd.isna(year) else year, left, node, right)
        for unit, year, left, node, right in found.head(most)[
            ["unit", "year", "left", "node", "right"]
        ].to_numpy(dtype=object)
    )
    return Html(Markup('<table class="pa-view">{}</table>{}').format(lines, _shown_of(most, len(found))))
