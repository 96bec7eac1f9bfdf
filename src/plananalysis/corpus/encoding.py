"""Decode the bytes of a Chinese text file, and say how it was decoded."""

import codecs
import re
from typing import NamedTuple

from plananalysis.corpus.plausible import plausibility
from plananalysis.errors import Explained
from plananalysis.messages.message import Message

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
BYTE_ORDER_MARKS = tuple(mark for mark, _ in _BOMS)
_CHINESE = ("gb18030", "cp950", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
_LONE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_SAMPLE = 20_000
_CLEAR = 0.9
_DOUBTFUL = 0.6
_MOST_BROKEN = 0.02
_NO_ENCODING = frozenset(
    ("undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "oem")
)
"""Codecs of Python that no page is written in; some raise errors of their own."""


class UndecodableError(Explained, ValueError):
    """Bytes that are no text in any encoding known here; the message is the reason."""


class Decoded(NamedTuple):
    """A decoded text, the encoding it was in, and what a reader should know ("" if nothing)."""

    text: str
    encoding: str
    warning: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    r"""Decode a file in UTF-8, UTF-16, GB18030, GBK, GB2312 or Big5, with or without byte order mark.

    Valid UTF-8 is taken at once. Otherwise the encodings of Chinese are tried and the most plausible Chinese wins;
    where none is clear, charset-normalizer is asked as well. Line ends become ``\n`` and the byte order mark goes;
    nothing else changes.

    Parameters
    ----------
    data
        The file's bytes.
    declared
        Encoding that the file itself declares (an HTML ``charset``); it is tried with the others.

    Raises
    ------
    UndecodableError
        If no encoding gives text.

    Examples
    --------
    >>> decode("工作要点\r\n一、总体要求".encode("gbk"))
    Decoded(text='工作要点\n一、总体要求', encoding='gb2312', warning='')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            marked = data[len(bom) :].decode(encoding, "replace")
            other = _contradicting(data[len(bom) :], marked, declared)
            return _finish(*(other or (marked, f"{encoding} with BOM")))
    if b"\0" not in data:
        try:
            return _finish(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    text, encoding = _most_plausible(data, declared)
    return _finish(text, _narrowest(text, encoding))


def _contradicting(data: bytes, marked: str, declared: str | None) -> tuple[str, str] | None:
    """Return text and encoding of bytes that are not in the encoding of their byte order mark; None where they are.

    Some programs put the mark of UTF-8 before what they then save in GBK, or that of UTF-16 before UTF-8.
    """
    whole = marked.count("\ufffd") <= _MOST_BROKEN * len(marked)
    if whole and plausibility(marked[:_SAMPLE]) >= _DOUBTFUL:
        return None
    try:
        text, encoding = _most_plausible(data, declared)
    except UndecodableError:
        return None
    return (text, _narrowest(text, encoding)) if _try(data, encoding)[0] >= _CLEAR else None


def _most_plausible(data: bytes, declared: str | None) -> tuple[str, str]:
    """Return the most plausible decoding and its codec."""
    candidates = [*_CHINESE, "utf-8"]
    if b"\0" in data:
        candidates = [*_WIDE, *candidates]
    tried = {codec: _try(data, codec) for codec in [*candidates, *_known(declared)]}
    if max(score for score, _ in tried.values()) < _CLEAR:
        others = [codec for codec in (*_WIDE, *_detected(data)) if codec not in tried]
        tried |= {codec: _try(data, codec) for codec in others}
    best = max(
        tried, key=lambda codec: tried[codec][0]
    )  # the first of equals: the order above is by likelihood
    score, text = tried[best]
    if score < _DOUBTFUL:
        raise UndecodableError("not text in UTF-8, UTF-16, GB18030, GBK or Big5; save it as UTF-8")
    return text, best


def _try(data: bytes, codec: str) -> tuple[float, str]:
    """Return the plausibility of a decoding, lowered by its broken bytes, and the text."""
    try:
        text, broken = data.decode(codec), 0.0
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        broken = text.count("\ufffd") / max(1, len(text))
    if not text or broken > _MOST_BROKEN:
        return 0.0, text
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1f]", text[:_SAMPLE])) / min(len(text), _SAMPLE)
    if controls > _MOST_BROKEN:
        return 0.0, text
    score = min(plausibility(text[:_SAMPLE]), plausibility(text[middle : middle + _SAMPLE]))
    return score - 2 * broken, text


def _known(declared: str | None) -> list[str]:
    """Return the declared codec if Python knows it; GB2312 is nearly always its superset."""
    if not declared:
        return []
    name = declared.strip().lower()
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return []
    if codec.name in _NO_ENCODING or not getattr(codec, "_is_text_encoding", True):
        return []
    return ["gb18030" if name in ("gb2312", "gbk", "gb_2312-80", "cp936") else name]


def _detected(data: bytes) -> list[str]:
    """Return the codec that charset-normalizer finds best."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    return [best.encoding] if best else []


def _narrowest(text: str, codec: str) -> str:
    """Name the encoding as narrowly as the text allows: GB2312 before GBK before GB18030."""
    if codec == "gb18030":
        for name in ("gb2312", "gbk"):
            try:
                text.encode(name)
            except UnicodeEncodeError:
                continue
            return name
    return {"cp950": "big5", "big5hkscs": "big5-hkscs"}.get(codec, codec)


def whole_characters(text: str) -> str:
    r"""Return the text with half characters (lone surrogates), which no file can hold, replaced one for one.

    Examples
    --------
    >>> whole_characters("要\ud800点") == "要\ufffd点"
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text


def unix_lines(text: str) -> str:
    """Return the text with every line end as one line feed."""
    return _LINE_END.sub("\n", text) if any(end in text for end in "\r\v\x85\u2028\u2029") else text


def _finish(text: str, encoding: str) -> Decoded:
    """Unify line ends and report what could not be decoded."""
    text = unix_lines(text).removeprefix("\ufeff")  # a second byte order mark, where a file was saved twice
    warning = ""
    broken = text.count("\ufffd")
    if broken:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        warning = Message(
            "{broken:,} bytes or characters could not be decoded (�), the first in line {line}",
            broken=broken,
            line=line,
        )
    return Decoded(text, encoding, warning)
