"""Mark what in a text is not the plan: disclaimers, adverts, watermarks, page furniture, glossary annexes.

Nothing is deleted; every span is listed with its reason. The signs are general: the wording of a line, its shape, where
it stands, what stands beside it, and whether other documents carry the same line at the same place.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from plananalysis.corpus.banners import EDGE, SUPPORTING, complete_banners, mark_site_names
from plananalysis.corpus.furniture import find_furniture, find_licence, find_signature_lines
from plananalysis.corpus.glossary import find_glossary
from plananalysis.corpus.labels import read_mark
from plananalysis.corpus.lines import is_greeting, is_title_like, line_starts
from plananalysis.corpus.promotion import (
    addresses_reader,
    is_nothing_else,
    is_trade,
    is_watermark,
    is_wholly_so,
    keys_in,
    names_trade,
    places_in,
    places_of,
    speaks_for_itself,
    weigh,
)
from plananalysis.corpus.shared_blocks import SharedBlocks, shared_blocks
from plananalysis.language import promotional
from plananalysis.language.plan_words import PLAN_OPENINGS
from plananalysis.language.promotional import KEYS_WITHIN
from plananalysis.tables import from_records

REASONS = tuple("disclaimer advert watermark furniture signature glossary note mojibake".split())
"""Why a span takes no part in any count; the last two are given by readers and by the look for garbled text."""

_SURE = 0.9
"""Weight from which a short line is a disclaimer or an advert on its own."""
_SENTENCE = 1.3
"""Weight from which a sentence within a paragraph is one: the paragraph speaks against it."""
_TELLING = 0.6
"""Weight of a wording that is enough where nothing else stands on a line at the head or the end of a document."""
_UTMOST = 3
"""So many lines at either end are weighed however long they are and whatever words they have."""
_MOST_OF_LINE = 0.6
"""Share of a longer line that adverts and disclaimers make up, for it to be one."""
_BRIEF = 60
_SHORT = 120
_ENDS = tuple("。；！!;？?")
_PLAN_OPENING = re.compile("|".join(PLAN_OPENINGS))
_CONTACT = re.compile(promotional.CONTACT)
_AUDIENCE = re.compile(promotional.AUDIENCE)
_SENTENCES = re.compile(r"[（(【\[][^（()）【】\[\]\n]{4,100}[)）】\]]|[^。！？!?；\n（(【\[]+[。！？!?；]?")
_DEEP = re.compile(r"\s*[（(【\[]")


def _is_body(text: str) -> bool:
    """Say whether a stripped line is running text of the document."""
    return (len(text) >= 60 and "。" in text) or (len(text) >= 25 and text[-1] in "。；")


def _addresses(text: str) -> bool:
    """Say whether a line is nothing but an address to the audience (各位代表：)."""
    return len(text) <= 20 and text[-1:] in "：:！!" and is_greeting(text)


def _zones(lines: Sequence[str], filled: Sequence[int], taken: set[int]) -> tuple[int, int]:
    """Return the first line of the document's running text and the line after its last."""
    body = [i for i in filled if i not in taken and _is_body(lines[i].strip())]
    if not body:
        return (filled[0] if filled else 0), (filled[-1] + 1 if filled else 0)
    greeting = next((i for i in filled[:8] if i not in taken and _addresses(lines[i].strip())), -1)
    marked = next((i for i in filled if i not in taken and read_mark(lines[i].strip()[:24])), body[0])
    first = greeting if greeting >= 0 else min(body[0], marked)
    return first, body[-1] + 1


def _covered(line: str, places: Sequence[int]) -> float:
    """Return the share of a longer line that its adverts and disclaimers make up."""
    return sum(end - start for start, end, _ in _within(line, 0, places)) / max(1, len(line.strip()))


def _promotions(
    lines: Sequence[str],
    filled: Sequence[int],
    shared: Mapping[str, int],
    own: Mapping[str, int],
    keys: set[str],
) -> dict[int, str]:
    """Return the lines that are disclaimers, adverts or watermarks by their own wording, with the reason."""
    found: dict[int, str] = {}
    last = len(filled)
    for position, i in enumerate(filled):
        line = lines[i]
        if len(line) > 2 * _SHORT:
            continue
        text = line.strip()
        at_edge = position < EDGE or position >= last - EDGE
        utmost = position < _UTMOST or position >= last - _UTMOST
        if len(text) > _BRIEF and not utmost and not any(key in text for key in keys):
            continue
        weight = weigh(text)
        if len(text) <= _BRIEF and is_watermark(text):
            found[i] = "watermark"
            continue
        if not weight.total or (len(text) > _BRIEF and _covered(line, places_in(line)) < _MOST_OF_LINE):
            continue
        score = weight.total
        if score >= SUPPORTING:
            score += 0.2 * at_edge
            score += 0.3 * (at_edge and weight.strongest >= _TELLING and is_nothing_else(text))
            score += 0.1 * (text[-1] in "!！】]" or text[0] in "【[★※▲●■☆")
            score += 0.3 * (shared.get(text, 0) > 1) + 0.2 * (own.get(text, 0) > 1)
        score -= 0.4 * is_title_like(text)
        if not speaks_for_itself(text):
            sentence = text[-1] in "。；" and (len(text) > 25 or not addresses_reader(text))
            score -= 0.8 * sentence
            score -= 0.5 * bool(_PLAN_OPENING.match(text)) + 0.5 * (read_mark(text[:24]) is not None)
        if score < _SURE or (weight.strongest < 0.5 and weight.total < 1.2):
            continue
        plain = text[-1] in _ENDS and not is_trade(text)
        if _CONTACT.match(text) and not names_trade(text):
            continue
        amid = text[-1] in _ENDS and _amid(lines, filled, position)
        if plain and (amid or read_mark(text[:24]) is not None or _AUDIENCE.search(text)):
            continue  # a plan's own sentence about an account, a code to scan, papers not to be passed on
        if is_wholly_so(text, amid=amid):
            found[i] = "advert" if weight.advert > weight.disclaimer else "disclaimer"
    return found


def _amid(lines: Sequence[str], filled: Sequence[int], position: int) -> bool:
    """Say whether running text stands close above and close below a line."""
    above, below = filled[max(0, position - 3) : position], filled[position + 1 : position + 4]
    return all(any(_is_body(lines[i].strip()) for i in near) for near in (above, below))


def _within(line: str, start: int, places: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return spans of adverts, disclaimers and addresses inside a line; ``places`` are where strong words begin."""
    spans = []
    for match in _SENTENCES.finditer(line) if places else ():
        if match.start() > places[-1]:
            break
        next_key = places[bisect_left(places, match.start())]
        if next_key >= match.end():
            continue
        text = match.group()
        inner = text.strip(" \u3000（()）【】[]")
        bracketed = bool(_DEEP.match(text))
        if bracketed and is_watermark(inner):
            spans.append((start + match.start(), start + match.end(), "watermark"))
            continue
        own = text.strip()
        at_end = match.end() >= len(line.rstrip())
        if not bracketed and (not (at_end or own[-1] in _ENDS) or not is_trade(own)):
            continue
        weight = weigh(text)
        hard = weight.advert >= 1.0 or weight.disclaimer >= 1.5 or (bracketed and weight.disclaimer >= 1.0)
        edge = bracketed or match.start() == 0 or at_end
        voiced = speaks_for_itself(own)
        alone = (edge and (voiced or addresses_reader(own))) or weight.total >= (1.4 if voiced else 1.9)
        if (
            hard
            and alone
            and weight.classes >= 2
            and weight.total - 0.002 * len(own) >= _SENTENCE - 0.3 * bracketed
            and (not bracketed or weight.disclaimer >= 1.0 or is_trade(own))
            and is_wholly_so(own, amid=True)
        ):
            reason = "advert" if weight.advert > weight.disclaimer else "disclaimer"
            spans.append((start + match.start(), start + match.end(), reason))
    return spans


def _line_spans(
    text: str, lines: Sequence[str], starts: Sequence[int], reasons: Mapping[int, str]
) -> list[tuple[int, int, str]]:
    """Join marked lines into spans; blank lines between two of one reason, and at the end of the text, belong to it."""
    spans: list[tuple[int, int, str]] = []
    last = -2
    for i in sorted(reasons):
        start, end = starts[i], min(starts[i + 1], len(text))
        blank_between = all(not lines[j].strip() for j in range(last + 1, i)) if spans else False
        if spans and spans[-1][2] == reasons[i] and blank_between:
            spans[-1] = (spans[-1][0], end, reasons[i])
        else:
            spans.append((start, end, reasons[i]))
        last = i
    if spans:
        first, final = spans[0], spans[-1]
        if not text[final[1] :].strip():
            spans[-1] = (final[0], len(text), final[2])
        if not text[: first[0]].strip():
            spans[0] = (0, spans[0][1], first[2])
    return spans


def _glossary_lines(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return the lines of the annex that explains terms; it ends where what stands below a page begins."""
    glossary = find_glossary(lines)
    if glossary is None:
        return set()
    first, last = glossary
    inside = [i for i in filled if first <= i <= last]
    page = find_furniture(lines, inside, first, first + 1)
    while inside and inside[-1] in page:
        inside.pop()
    return set(range(first, inside[-1] + 1)) if inside else set()


def _excluded(
    doc_id: str, text: str, shared: Mapping[str, int], blocks: SharedBlocks
) -> list[tuple[str, int, int, str]]:
    """Return the excluded spans of one document, in order and without overlap."""
    lines = text.split("\n")
    filled = [i for i, line in enumerate(lines) if line and not line.isspace()]
    if not filled:
        return []
    starts = line_starts(lines)
    reasons = dict.fromkeys(blocks.lines_of(lines, filled), "furniture")
    reasons |= dict.fromkeys(find_licence(lines, filled), "disclaimer")
    filled = [i for i in filled if i not in reasons]
    annex = _glossary_lines(lines, filled)
    reasons |= dict.fromkeys(annex, "glossary")
    filled = [i for i in filled if i not in reasons]
    own = Counter(lines[i].strip() for i in filled if len(lines[i]) <= _SHORT)
    keys = keys_in(text)
    found = _promotions(lines, filled, shared, own, keys)
    head_end, tail = _zones(lines, filled, set(found))
    page = find_furniture(lines, filled, head_end, max([tail, *(i + 1 for i in annex)]))
    for i in page:
        found.setdefault(i, "furniture")
    promoted = {i: reason for i, reason in found.items() if reason != "furniture"}
    left = [i for i in filled if i not in page or i in promoted]
    complete_banners(lines, left, promoted, head_end, tail)
    mark_site_names(lines, left, promoted, shared, page)
    reasons |= found | promoted
    signed = find_signature_lines(lines, [i for i in filled if i not in reasons], tail)
    reasons |= dict.fromkeys(signed, "signature")
    spans = _line_spans(text, lines, starts, reasons)
    within = keys & KEYS_WITHIN
    if within:
        for i in filled:
            if i not in reasons and len(lines[i]) > 30 and any(key in lines[i] for key in within):
                spans += _within(lines[i], starts[i], places_of(keys, lines[i]))
    return [(doc_id, start, end, reason) for start, end, reason in sorted(spans)]


def _edges(texts: Mapping[str, str]) -> Counter[str]:
    """Count in how many documents each short line stands near the beginning or the end."""
    counts: Counter[str] = Counter()
    for text in texts.values():
        near = [*text[:2000].split("\n")[: 2 * EDGE], *text[-1500:].split("\n")[-EDGE:]]
        counts.update({line.strip() for line in near if len(line) <= _SHORT} - {""})
    return counts


def find_excluded(texts: Mapping[str, str]) -> pd.DataFrame:
    r"""Mark what takes no part in any count: what in these files is not the plan, and why.

    Parameters
    ----------
    texts
        The text of every document by doc_id, in simplified characters. All are seen at once: a line that several documents carry at their head
        or end is likelier to be the collection's than the plan's.

    Returns
    -------
    DataFrame
        Table ``excluded``: doc_id, start, end (half-open span of the text) and reason: disclaimer, advert, watermark,
        furniture (buttons, posting dates, page numbers, a block that opens or closes nearly all documents word for
        word), signature (who issued it, and when) or glossary (the annex that explains terms). Sorted by
        document and start; spans do not overlap.

    Examples
    --------
    >>> text = "仅供学习，请勿转载！\n工作要点\n来源：办公室 浏览次数：12\n一、抓学习。每月一次，人人参加。"
    >>> found = find_excluded({"a": text})
    >>> [(text[row.start : row.end].strip(), row.reason) for row in found.itertuples()]
    [('仅供学习，请勿转载！', 'disclaimer'), ('来源：办公室 浏览次数：12', 'furniture')]
    """
    shared = _edges(texts)
    blocks = shared_blocks(texts)
    rows = [row for doc_id in sorted(texts) for row in _excluded(doc_id, texts[doc_id], shared, blocks)]
    return from_records(list(rows), "excluded")
