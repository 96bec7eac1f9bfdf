"""Read .html: the main text of a page without its menus, in reading order.

What stands around the main text, links taken for menus, attachments, pictures and the further pages of a text that the
site cuts in several are counted as left out.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml import html as lxml_html

from plananalysis.corpus.encoding import decode
from plananalysis.corpus.labels import read_mark
from plananalysis.corpus.lines import is_title_like
from plananalysis.corpus.readers.bold_lines import bold_in_page
from plananalysis.corpus.readers.limits import check_attributes, check_depth, check_tags, tick, whole_number
from plananalysis.corpus.readers.numbering import format_number
from plananalysis.corpus.readers.reading import Drawer, LeftOut, Reading, UnreadableError

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "center", "header", "blockquote", "pre", "table", "tr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("head", "list", "item", "row", "quote", "code"),  # trafilatura's own names
    )
)
_HOLDERS = frozenset(("div", "section", "article", "main", "center", "table", "tbody", "tr", "td", "form"))
_NO_TEXT = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "title"),
        *("nav", "footer", "aside", "button", "select"),
    )
)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+")
_LINK, _LINK_END = "\ufdd0", "\ufdd1"
"""Characters that no text holds; they carry the bounds of links until the lines are told apart."""
_RUNNING = 15
_PARAGRAPH = 40
_LEAST_SHARE = 0.6
_MOST_LINKED = 0.7
_MENU_LETTERS = 25
"""Letters from which a link is a sentence and no entry of a menu."""
_MOST_EXTRACTED = 100_000
"""Elements up to which trafilatura is asked for the main text; it takes a second for 30,000."""
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
"""What a browser shows nothing of, and no tree of elements may hold."""
_ATTACHED = re.compile(
    r"[^?#]+\.(?:docx?|wps|xlsx?|et|pdf|ofd|pptx?|rtf|zip|rar|7z)(?:[?#].*)?", re.IGNORECASE
)
_PAGES = re.compile(r"createPageHTML\(\s*(\d{1,3})\s*,|第\s*1\s*页\s*[/／,，]?\s*共\s*(\d{1,3})\s*页")
"""How sites say on the first page how many there are: their script, and what it prints."""
_PAGER = re.compile(
    r"(?=.*[上下]一?页)(?:\[?[上下首末尾]一?页\]?|第?\s*\d{1,3}\s*页|共\s*\d{1,3}\s*页|\[?\d{1,3}\]?|[/／|,，\s])+"
)
"""The line between the pages of a text: 上一页 第1页/共3页 [1][2] 下一页."""
_MOST_SPAN = 200
"""Rows or columns that a cell of a table may reach over."""
_MOST_ADDED = 50_000
_SENTENCE_END = re.compile("[。！？；]")
_TITLED = re.compile("《[^《》]+》")


def read(data: bytes, *, declared: str | None = None) -> Reading:
    """Read a web page; where no main text can be told, everything but menus and scripts is taken.

    ``declared`` is the encoding that the page came with; the page's own declaration stands against it.
    """
    found = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=found[1].decode("ascii", "ignore") if found else declared)
    text = _NO_CHARACTERS.sub("", _XML_HEAD.sub("", decoded.text))
    check_tags(text.count("<"))
    check_attributes(text)
    try:
        tree = lxml_html.fromstring(text or "<html/>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("no text") from error
    check_depth(etree.iterwalk(tree, events=("start", "end")))
    _flatten(tree)
    _number_lists(tree)
    _spread_cells(tree)
    lines, part = _document(tree)
    lines = [line for line in lines if not ("页" in line and _PAGER.fullmatch(line.strip()))]
    pages = _pages_of(text)
    return Reading(
        "\n".join(lines),
        "html",
        decoded.encoding,
        decoded.warning,
        (),
        _left_out(tree, part, lines, pages),
        pages,
        bold_in_page(part),
    )


def _document(tree: etree._Element) -> tuple[list[str], etree._Element]:
    """Return the lines of the part of the page that holds its main text, below the page's own heading, and the part."""
    body = tree.find(".//body")
    body = tree if body is None else body
    whole = _lines(body)
    part = _part_of(body, _main_lines(tree), whole)
    if part is body:
        return whole, part
    lines = _lines(part)
    heading = _heading(tree, lines, whole)
    return ([heading, *lines] if heading else lines), part


def _pages_of(page: str) -> int:
    """Return how many pages a site has cut a text in, told by its first page; 1 where nothing says so."""
    counts = [whole_number(found[1] or found[2], 1) for found in _PAGES.finditer(page)]
    return max(counts, default=1)


def _left_out(
    tree: etree._Element, part: etree._Element, lines: list[str], pages: int
) -> tuple[LeftOut, ...]:
    """Count what is on the page and not in the lines of its main text."""
    drawer = Drawer()
    kept = {line.strip() for line in lines}
    body = tree.find(".//body")
    for line in "".join(_pieces(tree if body is None else body)).split("\n"):
        text = line.replace(_LINK, "").replace(_LINK_END, "").strip()
        if text and not _without_links(line):
            drawer.add("link", text)
        elif text and text not in kept:
            drawer.add("around the text", text)
    for element in tree.iter("a", "iframe", "frame"):
        source = element.get("href") or ""
        if element.tag == "a" and _ATTACHED.fullmatch(source):
            drawer.add("attachment", "".join(element.itertext()).strip() or source.rpartition("/")[2])
        elif element.tag != "a":
            drawer.add("frame", element.get("src") or "")
    for picture in part.iter("img"):
        drawer.add("picture", picture.get("alt") or (picture.get("src") or "").rpartition("/")[2])
    if pages > 1:
        drawer.add("further page", f"page 2 of {pages}", pages - 1)
    return drawer.all()


def _main_lines(tree: etree._Element) -> set[str]:
    """Return the longer lines of what trafilatura takes for the main text."""
    import logging

    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    if sum(1 for _ in tree.iter()) > _MOST_EXTRACTED:
        return set()
    config = use_config()
    # Short plans are plans too: below its usual minimum trafilatura would return the whole page as one line.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # what it complains about is handled here, by taking the whole page
    try:
        found = bare_extraction(
            deepcopy(tree),
            fast=True,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            config=config,
        )
    finally:
        logger.setLevel(level)
    body = getattr(found, "body", None)
    return set() if body is None else {line for line in _lines(body) if len(line) >= _RUNNING}


def _part_of(body: etree._Element, main: set[str], whole: list[str]) -> etree._Element:
    """Return the smallest block that holds the main text; the body where that cannot be told.

    The block is taken as it stands and not what trafilatura makes of it, which drops headings and short lines.
    """
    part = body
    running = [line for line in whole if len(line) >= _RUNNING and "。" in line]
    wanted = [line for line in running if line in main]
    if not wanted or sum(map(len, wanted)) < _LEAST_SHARE * sum(map(len, running)):
        wanted = running
    while wanted:
        inside = [child for child in part if isinstance(child.tag, str) and child.tag in _HOLDERS]
        lines = [(child, _lines(child)) for child in inside]
        holding = [(child, found) for child, found in lines if set(wanted) <= set(found)]
        if len(holding) != 1 or len(holding[0][1]) < 2 or _goes_on_outside(part, holding[0][0]):
            break
        part = holding[0][0]
    return part


def _goes_on_outside(part: etree._Element, block: etree._Element) -> bool:
    """Tell whether lines of the document stand outside a block: numbered ones, or the title in a row of its table."""
    outside = [line for child in part if child is not block for line in _block_lines(child)]
    above = [line for child in block.itersiblings(preceding=True) for line in _block_lines(child)]
    titled = block.tag in ("tr", "td") and any(is_title_like(line) for line in above)
    return titled or any(read_mark(line[:24]) is not None for line in outside)


def _heading(tree: etree._Element, lines: list[str], whole: list[str]) -> str:
    """Return the page's own heading where it stands above the main text and not in it; "" if there is none."""
    titles = [_SITE.split(title)[0].strip() for title in tree.xpath("//head/title/text()")]
    heads = [" ".join(_lines(element)) for element in tree.iter("h1")]
    opening = "".join(lines[:10]).replace(" ", "")
    for text in [*(head for head in heads if head in titles), *(t for t in titles if t in whole), *heads]:
        if is_title_like(text):
            return "" if text.replace(" ", "") in opening else text
    return ""


def _flatten(tree: etree._Element) -> None:
    """Read the white space of all text as a browser does, except in preformatted text."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            element.text = None  # a comment
        elif element.tag not in ("pre", "textarea"):
            element.text = _flat(element.text) or None
        else:
            element.text = _NO_CHARACTERS.sub("", element.text or "").strip("\n") or None
        element.tail = _flat(element.tail) or None


def _number_lists(tree: etree._Element) -> None:
    """Write the numbers of ordered lists, which a browser makes up, into their items."""
    for ordered in tree.iter("ol"):
        style = _LIST_STYLE.search(ordered.get("style", ""))
        kind = style[1] if style else ordered.get("type", "decimal")
        count = whole_number(ordered.get("start"), 1)
        for item in ordered.iterchildren("li"):
            tick()
            count = whole_number(item.get("value"), count)
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


def _spread_cells(tree: etree._Element) -> None:
    """Put empty cells where a cell of a table reaches over several columns or rows, so that columns stay in line."""
    added = 0
    for table in tree.iter("table"):
        reaching: dict[int, int] = {}
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        for row in rows:
            tick()
            column = 0
            for cell in [cell for cell in row if cell.tag in ("td", "th")]:
                while reaching.get(column, 0) > 0 and added < _MOST_ADDED:
                    reaching[column] -= 1
                    cell.addprevious(etree.Element("td"))
                    added, column = added + 1, column + 1
                wide = min(max(1, whole_number(cell.get("colspan"), 1)), _MOST_SPAN)
                high = min(max(1, whole_number(cell.get("rowspan"), 1)), _MOST_SPAN)
                last = cell.getnext() is None
                for extra in range(wide):
                    if high > 1:
                        reaching[column + extra] = high - 1
                    if extra and not last and added < _MOST_ADDED:
                        cell.addnext(etree.Element("td"))
                        added += 1
                column += wide
            for place in [place for place in reaching if place >= column]:
                reaching[place] -= 1


def _lines(element: etree._Element) -> list[str]:
    """Return the lines of an element that say something, without those that are nothing but links."""
    return [text for line in "".join(_pieces(element)).split("\n") if (text := _without_links(line))]


def _block_lines(element: etree._Element) -> list[str]:
    """Return the lines of a child that may be a comment or no block."""
    return _lines(element) if isinstance(element.tag, str) else []


def _without_links(line: str) -> str:
    """Return a line without the bounds of its links; "" for a menu's line, unless it is numbered like a heading."""
    if _LINK not in line:
        return line.strip(" \n") if line.strip() else ""
    text = line.replace(_LINK, "").replace(_LINK_END, "").strip(" \n")
    linked = sum(len(part.partition(_LINK_END)[0].strip()) for part in line.split(_LINK)[1:])
    menu = (
        linked >= _MOST_LINKED * len(re.sub(r"[\s|｜>＞·:：/-]", "", text))
        and read_mark(text.strip()[:24]) is None
        and not any(_is_running(part.partition(_LINK_END)[0].strip()) for part in line.split(_LINK)[1:])
    )
    return "" if menu or not text.strip() else text


def _is_running(link: str) -> bool:
    """Tell whether the wording of a link is part of a text: a sentence, a long line, the title of a document."""
    return (
        len(link) >= _MENU_LETTERS
        or _SENTENCE_END.search(link) is not None
        or _TITLED.fullmatch(link) is not None
    )


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield text and line ends in reading order."""
    tick()
    tag = element.tag
    if not isinstance(tag, str) or tag in _NO_TEXT:
        return
    if tag in ("tr", "row"):
        cells = ["".join(_pieces(cell)) for cell in element]
        if _frames_text(cells):
            yield "\n" + "\n".join(cells) + "\n"
        else:
            yield "\n" + "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t") + "\n"
        return
    if tag in ("br", "lb"):
        yield "\n"
        return
    block = tag in _BLOCKS
    if block:
        yield "\n"
    linked = tag == "a" and element.get("href") is not None
    if linked:
        yield _LINK
    yield _flat(element.text)
    for child in element:
        yield from _pieces(child)
        yield _flat(child.tail)
    if block:
        yield "\n"
    if linked:
        yield _LINK_END


def _frames_text(cells: list[str]) -> bool:
    """Tell whether a row only lays out running text: it has a single filled cell, or one of several paragraphs."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) == 1:
        return True
    paragraphs = (line for cell in filled for line in cell.split("\n"))
    return sum(len(line) >= _PARAGRAPH and "。" in line for line in paragraphs) > len(filled)


def _flat(text: str | None) -> str:
    """Read white space as a browser does; a break between Chinese characters is none."""
    text = _NO_CHARACTERS.sub("", text or "")
    flat = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", text)
    return re.sub(r"[ \t\r\n\f]+", " ", flat)
