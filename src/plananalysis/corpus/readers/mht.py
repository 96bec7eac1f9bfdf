"""Read .mht: a web page saved with its pictures as one file."""

from email import message_from_bytes
from email.message import Message

from plananalysis.corpus.readers import html
from plananalysis.corpus.readers.limits import most
from plananalysis.corpus.readers.reading import LeftOut, Reading, UnreadableError


def read(data: bytes) -> Reading:
    """Read the page itself; further pages in it (frames) are counted as left out."""
    message = message_from_bytes(data)
    pages: list[Message] = []
    for number, part in enumerate(message.walk()):
        if number > most("parts"):
            raise UnreadableError("too many parts (at most {most:,} are read)", most=most("parts"))
        if part.get_content_type() == "text/html":
            pages.append(part)
    if not pages:
        raise UnreadableError("no web page in it")
    first, *frames = [bytes(page.get_payload(decode=True) or b"") for page in pages]
    declared = pages[0].get_content_charset()
    reading = html.read(first, declared=declared)
    if frames:
        sample = str(pages[1].get("Content-Location", ""))
        reading = reading._replace(left_out=(*reading.left_out, LeftOut("frame", len(frames), sample)))
    return reading._replace(format="mht")
