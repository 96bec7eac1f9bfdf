"""Look at text in a notebook: a pair of wordings side by side, places in their context.

Each function returns an :class:`Html` object, which a notebook displays; ``str()`` of it is the HTML. Document text
is data: whatever it holds is escaped and can become neither markup nor script.
"""

import pandas as pd
from markupsafe import Markup, escape

from plananalysis.corpus import Corpus
from plananalysis.errors import InputError
from plananalysis.reuse import collate
from plananalysis.statistics.concordance import concordance

_STYLE = Markup(
    "<style>.pa-view{border-collapse:collapse;line-height:1.7;font-family:system-ui,'Noto Sans SC','Microsoft YaHei',"
    "'PingFang SC',sans-serif}.pa-view td,.pa-view th{padding:4px 10px;vertical-align:top;text-align:left}"
    ".pa-view .l{text-align:right;white-space:nowrap}.pa-view .r{white-space:nowrap}"
    ".pa-view mark{background:#ffe08a;color:inherit;padding:0 1px}"
    ".pa-view del{background:#f6c9c2;color:inherit;text-decoration:none}"
    ".pa-view ins{background:#bfe3cf;color:inherit;text-decoration:none}"
    ".pa-view .m{color:#66717d}</style>"
)


class Html:
    """A piece of HTML that a notebook shows as it is meant to look."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup

    def _repr_html_(self) -> str:
        return str(_STYLE + self._markup)

    def __str__(self) -> str:
        return self._repr_html_()


def show_pair(corpus: Corpus, reuse: pd.DataFrame, row: int = 0, *, context: int = 30) -> Html:
    """Show one shared passage side by side, with the edits marked and some text around it.

    Parameters
    ----------
    corpus
        The documents.
    reuse
        Table of :func:`plananalysis.find_reuse`.
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
    >>> "<ins>集中</ins>" in str(show_pair(corpus, find_reuse(corpus)))
    True
    """
    if not 0 <= row < len(reuse):
        raise InputError(f"no row {row} in a table of {len(reuse)} shared passages")
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
            Markup('<td><span class="m">…{}</span>{}<span class="m">{}…</span></td>').format(
                before, marked, after
            )
        )
    head = Markup("<tr><th>{}</th><th>{}</th></tr>").format(pair["doc_a"], pair["doc_b"])
    return Html(Markup('<table class="pa-view">{}<tr>{}</tr></table>').format(head, Markup("").join(cells)))


def _piece(text: str, mark: str) -> Markup:
    """Return a piece of wording, inside the element that marks an edit if there is one."""
    return Markup(f"<{mark}>{{}}</{mark}>").format(text) if mark and text else escape(text)  # noqa: S704 - the mark is ours


def show_places(
    corpus: Corpus,
    pattern: str,
    *,
    regex: bool = False,
    width: int = 24,
    sort: str | None = None,
    most: int = 50,
) -> Html:
    """Show a word or slogan in its contexts, one line a place (KWIC).

    Parameters are those of :func:`plananalysis.concordance`; ``most`` limits the lines.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> view = show_places(corpus_from_texts({"a": "做到“两个维护”。"}), "两个维护")
    >>> "<mark>两个维护</mark>" in str(view)
    True
    """
    found = concordance(corpus, pattern, regex=regex, width=width, sort=sort)
    lines = Markup("").join(
        Markup(
            '<tr><td class="m">{} {}</td><td class="l">{}</td><td><mark>{}</mark></td><td class="r">{}</td></tr>'
        ).format(place.unit, "" if pd.isna(place.year) else place.year, place.left, place.node, place.right)
        for place in found.head(most).itertuples()
    )
    rest = Markup('<p class="m">{} / {}</p>').format(min(most, len(found)), len(found))
    return Html(Markup('<table class="pa-view">{}</table>{}').format(lines, rest))
