"""Read .html: the main text of a page without its menus, in reading order."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from plananalysis.corpus.encoding import decode
from plananalysis.corpus.readers import Reading, UnreadableError
from plananalysis.corpus.readers.numbering import format_number

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "center", "header", "blockquote", "pre", "table", "tr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("head", "list", "item", "row", "quote", "code"),  # trafilatura's own names
    )
)
_NO_TEXT = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "title"),
        *("nav", "footer", "aside", "form", "button", "select"),
    )
)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_RUNNING = 30
_LEAST_SHARE = 0.6


def read(data: bytes) -> Reading:
    """Read a web page; where no main text can be told, everything but menus and scripts is taken."""
    found = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=found[1].decode("ascii", "ignore") if found else None)
    try:
        tree = lxml_html.fromstring(_XML_HEAD.sub("", decoded.text) or "<html/>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("no text") from error
    _flatten(tree)
    _number_lists(tree)
    whole = _whole_page(tree)
    main = _main_text(tree, whole)
    return Reading(main or whole, "html", decoded.encoding, decoded.warning)


def _main_text(tree: etree._Element, whole: str) -> str:
    """Return the main text that trafilatura finds; "" if it drops much of the page's running text."""
    import logging

    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    # Short plans are plans too: below its usual minimum trafilatura would return the whole page as one line.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # what it complains about is handled here, by the fallback
    try:
        found = bare_extraction(
            tree, fast=True, favor_recall=True, include_comments=False, include_tables=True, config=config
        )
    finally:
        logger.setLevel(level)
    body = getattr(found, "body", None)
    if body is None:
        return ""
    text = _join(_lines(body))
    running = sum(len(line) for line in whole.split("\n") if len(line) >= _RUNNING)
    kept = sum(len(line) for line in text.split("\n") if len(line) >= _RUNNING)
    return text if kept >= _LEAST_SHARE * running else ""


def _whole_page(tree: etree._Element) -> str:
    """Return the text of the page's body without menus, scripts and forms."""
    body = tree.find(".//body")
    return _join(_lines(tree if body is None else body))


def _flatten(tree: etree._Element) -> None:
    """Read the white space of all text as a browser does, except in preformatted text."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("pre", "textarea"):
            element.text = _flat(element.text) or None
        if element.tag == "pre":
            element.text = element.text and element.text.strip("\n")
        element.tail = _flat(element.tail) or None


def _number_lists(tree: etree._Element) -> None:
    """Write the numbers of ordered lists, which a browser makes up, into their items."""
    for ordered in tree.iter("ol"):
        style = _LIST_STYLE.search(ordered.get("style", ""))
        kind = style[1] if style else ordered.get("type", "decimal")
        start = ordered.get("start", "1")
        count = int(start) if re.fullmatch(r"-?\d+", start) else 1
        for item in ordered.iterchildren("li"):
            value = item.get("value", "")
            count = int(value) if value.isdigit() else count
            label = format_number(count, kind)
            target = item
            while target.text is None or not target.text.strip():
                inner = next(iter(target), None)
                if inner is None or inner.tag not in ("p", "span", "b", "strong", "a", "font", "div"):
                    break
                target = inner
            if label:
                mark = "." if label.isascii() else "、"
                target.text = f"{label}{mark}{(target.text or '').lstrip()}"
            count += 1


def _lines(element: etree._Element) -> list[str]:
    """Return the lines of an element: one per block and per break, table cells joined by tabs."""
    return "".join(_pieces(element)).split("\n")


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield text and line ends in reading order."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NO_TEXT:
        return
    if tag in ("tr", "row"):
        cells = [" ".join("".join(_pieces(cell)).split()) for cell in element]
        yield "\n" + "\t".join(cells) + "\n"
        return
    if tag in ("br", "lb"):
        yield "\n"
        return
    block = tag in _BLOCKS
    if block:
        yield "\n"
    yield _flat(element.text)
    for child in element:
        yield from _pieces(child)
        yield _flat(child.tail)
    if block:
        yield "\n"


def _flat(text: str | None) -> str:
    """Read white space as a browser does; a break between Chinese characters is none."""
    flat = re.sub(
        r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", text or ""
    )
    return re.sub(r"[ \t\r\n\f]+", " ", flat)


def _join(lines: list[str]) -> str:
    """Return lines without the blank ones; a table row keeps its tabs."""
    return "\n".join(line.strip(" \n") for line in lines if line.strip())
