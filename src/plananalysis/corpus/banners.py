"""Complete the banners that adverts and sites put around a text: the lines of them that say nothing of it themselves."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from plananalysis.corpus.labels import read_mark
from plananalysis.corpus.lines import is_greeting, is_title_like
from plananalysis.corpus.promotion import is_sales_talk, is_sellers_slogan, weigh
from plananalysis.language import any_of
from plananalysis.language.offices import HEADS
from plananalysis.language.organisations import ISSUERS

SUPPORTING = 0.3
"""Weight from which the wording of a line makes it an advert beside another."""

EDGE = 12
"""So many filled lines are the head of a document, and as many its end."""

_SIGNED = re.compile(rf"{any_of((*ISSUERS, *HEADS, '同志', '人民', '日'))}$")
"""How a line ends that names who issues a plan, or the day."""
_LETTERHEAD = re.compile(
    r"文件$|\d号$|[〔\[（(]\d{4}[〕\]）)]|^[（(]|\d月|密$|急$|材料(?:[之（(第].{1,4})?$|^\d"
)
"""What stands above a plan's title and belongs to it: letterhead, number, date, 会议材料之三."""


def _structural(line: str) -> bool:
    """Say whether a line belongs to the document by its form: title, greeting, numbered heading, issuing unit."""
    text = line.strip()
    return (
        is_title_like(text)
        or is_greeting(text)
        or read_mark(text[:24]) is not None
        or bool(_SIGNED.search(text) and len(text) <= 30)
    )


def complete_banners(
    lines: Sequence[str], filled: Sequence[int], found: dict[int, str], head_end: int, tail: int
) -> None:
    """Add the lines of a banner that say nothing of it themselves: between its lines, and weakly worded beside them."""
    if not found:
        return
    titled = any(is_title_like(lines[i]) and i not in found for i in filled[: 2 * EDGE])

    def fits(i: int) -> bool:
        text = lines[i].strip()
        return i not in found and len(text) <= 50 and not _structural(text) and text[-1] not in "。；"

    marked = [position for position, i in enumerate(filled) if i in found]
    for a, b in pairwise(marked):
        between = filled[a + 1 : b]
        outside = (filled[b] < head_end and titled) or filled[a] >= tail
        talks = outside or any(is_sales_talk(lines[i].strip()) for i in between)
        if 0 < len(between) <= (6 if outside else 3) and talks and all(map(fits, between)):
            for i in between:
                found[i] = "advert"
    for step in (1, -1):
        for position in marked if step > 0 else marked[::-1]:
            here = position + step
            while 0 <= here < len(filled):
                i = filled[here]
                if not fits(i) or weigh(lines[i].strip()).total < SUPPORTING:
                    break
                found[i] = "advert"
                here += step
    _complete_edges(lines, filled, found, titled, tail)


def _complete_edges(
    lines: Sequence[str], filled: Sequence[int], found: dict[int, str], titled: bool, tail: int
) -> None:
    """Add the seller's name and claims that open a banner: above it at the head, before it after the text's end."""
    adverts = [position for position, i in enumerate(filled) if found.get(i) == "advert"]
    if not adverts:
        return

    def opens(i: int) -> bool:
        text = lines[i].strip()
        return 4 <= len(text) <= 30 and not _structural(text) and text[-1] not in "。；：:"

    first = next(position for position, i in enumerate(filled) if i in found)
    if titled and 0 < first <= 4 and all(opens(i) for i in filled[:first]):
        found.update(dict.fromkeys(filled[:first], "advert"))
    closing = [position for position in adverts if filled[position] >= tail]
    if len(closing) > 1:
        position = closing[0] - 1
        while position >= 0 and filled[position] >= tail and opens(filled[position]):
            found.setdefault(filled[position], "advert")
            position -= 1


def mark_site_names(
    lines: Sequence[str],
    filled: Sequence[int],
    found: dict[int, str],
    shared: Mapping[str, int],
    page: set[int],
) -> None:
    """Add short lines above the title that are a site's or a collection's name or slogan.

    They are where three documents or more carry them, where they praise a trade in texts, or where page furniture
    stands between them and the title.
    """
    title = next((p for p, i in enumerate(filled[:EDGE]) if is_title_like(lines[i]) and i not in found), 0)
    lowest = max((i for i in page if title and i < filled[title]), default=-1)
    for i in filled[:title]:
        text = lines[i].strip()
        if i in found or not 4 <= len(text) <= 30 or text[-1] in "。：:！!；，" or _structural(text):
            continue
        if _LETTERHEAD.search(text):
            continue
        if shared.get(text, 0) >= 3 or is_sellers_slogan(text):
            found[i] = "watermark"
        elif i < lowest:
            found[i] = "furniture"
