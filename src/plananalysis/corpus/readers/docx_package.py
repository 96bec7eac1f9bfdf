"""The parts of a Word file: unpacked within limits, parsed, and how they refer to each other."""

import posixpath
from typing import NamedTuple

from lxml import etree

from plananalysis.corpus.readers.archive import open_archive, read_entry
from plananalysis.corpus.readers.docx_names import REL, XML_PARSER
from plananalysis.corpus.readers.limits import check_bytes, check_tags, most_bytes
from plananalysis.corpus.readers.reading import UnreadableError
from plananalysis.messages.message import Message

DAMAGED = "a damaged Word file; open it in Word and save it again"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
"""The namespaces of the strict variant, and the usual ones that they are read as."""


class Relation(NamedTuple):
    """What one part refers to: the kind (the last word of the relation's type) and the other part's name."""

    kind: str
    target: str


class Package:
    """A Word file as its parts."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data, DAMAGED)
        self._infos = {info.filename: info for info in self._archive.infolist()}
        check_bytes(sum(info.file_size for info in self._infos.values()), 8 * most_bytes("mb_unpacked"))

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._infos)

    def data(self, part: str) -> bytes:
        """Return the bytes of a part."""
        if part not in self._infos:
            raise UnreadableError("{damaged} (it has no part {part})", damaged=Message(DAMAGED), part=part)
        return read_entry(self._archive, self._infos[part], most_bytes("mb_unpacked"))

    def xml(self, part: str) -> etree._Element:
        """Return a part parsed; the strict namespaces are read as the usual ones."""
        data = self.data(part)
        check_tags(data.count(b"<"))
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return etree.fromstring(data, XML_PARSER)

    def optional(self, part: str | None) -> etree._Element | None:
        """Return a part parsed; None if there is no such part, or it is damaged."""
        if part is None or part not in self._infos:
            return None
        try:
            return self.xml(part)
        except (etree.XMLSyntaxError, UnreadableError):
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to inside the file, by the relation's id."""
        folder, name = posixpath.split(part)
        root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for relation in root.iter(f"{REL}Relationship") if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, str(relation.get("Target")))
                kind = str(relation.get("Type")).rpartition("/")[2]
                found[str(relation.get("Id"))] = Relation(kind, posixpath.normpath(target).lstrip("/"))
        return found

    def main(self) -> str:
        """Return the name of the part that holds the document's body."""
        kinds = {relation.kind: relation.target for relation in self.relations("").values()}
        return kinds.get("officeDocument", "word/document.xml")
