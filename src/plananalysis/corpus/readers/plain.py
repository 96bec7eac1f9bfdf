"""Read .txt and .md."""

from plananalysis.corpus.encoding import decode
from plananalysis.corpus.readers.reading import Reading


def read(data: bytes) -> Reading:
    """Decode a text file; its text is taken as it stands."""
    text, encoding, warning = decode(data)
    return Reading(text, "txt", encoding, warning)
