"""Short lines that a source sets as headings: bold throughout, or in a heading's style or element."""

import re
from collections.abc import Iterable

from lxml import etree

from plananalysis.corpus.readers.docx_names import W, value

LONGEST = 60
"""Characters of a line that may be a heading; longer paragraphs are set bold for other reasons."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
_BLOCKS = frozenset(("p", "li", "div", "td", "center", *_HEADINGS))
_HOLDS_BLOCKS = frozenset(("p", "div", "table", "ul", "ol", "br", *_HEADINGS))
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*\d", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")


def bold_in_page(part: etree._Element) -> tuple[str, ...]:
    """Return the short lines of a web page that are set as headings.

    Examples
    --------
    >>> from lxml import html
    >>> bold_in_page(html.fromstring("<div><p><b>抓渠网</b></p><p><b>要</b>修渠。</p><h3>管渠</h3></div>"))
    ('抓渠网', '管渠')
    """
    found = []
    for block in part.iter(*_BLOCKS):
        if any(child.tag in _HOLDS_BLOCKS for child in block):
            continue
        text = "".join(block.itertext()).strip()
        if 0 < len(text) <= LONGEST and (block.tag in _HEADINGS or _all_bold(block)):
            found.append(text)
    return tuple(found)


def _all_bold(element: etree._Element) -> bool:
    """Say whether all words of an element are bold."""
    if element.tag in _BOLD or _WEIGHT.search(element.get("style") or ""):
        return True
    words = [element.text, *(child.tail for child in element)]
    children = [child for child in element if "".join(child.itertext()).strip()]
    return (
        not any((word or "").strip() for word in words) and bool(children) and all(map(_all_bold, children))
    )


def is_bold_paragraph(paragraph: etree._Element, styles: dict[str, etree._Element]) -> bool:
    """Say whether a paragraph of a Word file is bold throughout, or has the style or the depth of a heading."""
    properties = paragraph.find(f"{W}pPr")
    style = styles.get(value(properties.find(f"{W}pStyle"))) if properties is not None else None
    if properties is not None and properties.find(f"{W}outlineLvl") is not None:
        return True
    if style is not None and _HEADING_STYLE.match(value(style.find(f"{W}name"))):
        return True
    own = _is_on(style.find(f"{W}rPr/{W}b")) if style is not None else False
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip()]
    return bool(runs) and all(_is_bold_run(run, own=own) for run in runs)


def _is_bold_run(run: etree._Element, *, own: bool) -> bool:
    """Say whether a run is bold, by itself or by its paragraph's style."""
    mark = run.find(f"{W}rPr/{W}b")
    return own if mark is None else _is_on(mark)


def _is_on(mark: etree._Element | None) -> bool:
    """Say whether a mark of formatting is there and not switched off."""
    return mark is not None and value(mark, "1") not in _OFF


def short(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that may be headings by their length, each once."""
    return tuple(dict.fromkeys(line for line in map(str.strip, lines) if 0 < len(line) <= LONGEST))
