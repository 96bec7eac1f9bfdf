"""Names of WordprocessingML that the reader's modules share."""

from lxml import etree

from plananalysis.corpus.readers.limits import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

XML_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def value(element: etree._Element | None, default: str = "") -> str:
    """Return the ``w:val`` of an element."""
    return default if element is None else str(element.get(f"{W}val", default))


def number(element: etree._Element | None, default: int = 0) -> int:
    """Return the ``w:val`` of an element as a whole number."""
    return whole_number(value(element), default)
