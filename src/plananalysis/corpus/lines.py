"""Lines of a text with their offsets, and what kind of line a title, a greeting or a signature is."""

import re
from collections.abc import Iterable, Sequence

from plananalysis.language.papers import TITLE_AT_END

_TITLE = re.compile(rf"{TITLE_AT_END}|(?:19|20)\d\d\s*年|[二〇零一二三四五六七八九]{{4}}年")
_LETTER_SPACED = re.compile(
    r"(?:[\u3400-\u9fff]|[0-9０-９]{1,4})(?:[ \u3000\xa0]+(?:[\u3400-\u9fff]|[0-9０-９]{1,4})){3,}"
)
"""A title whose letters are spread over the line: 政 府 工 作 报 告."""
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Characters that take no room, or turn the direction of others: two units that differ by them alone look the same."""
_GREETING = re.compile(r"(?:同志们|各位|尊敬的|女士们|先生们|朋友们|乡亲们|老师们|同学们)")


def line_starts(lines: Sequence[str]) -> list[int]:
    r"""Return the offset of every line, and one past the end of the text.

    Examples
    --------
    >>> line_starts("一\n二三\n".split("\n"))
    [0, 2, 5, 6]
    """
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    starts.append(at)
    return starts


def filled_lines(lines: Sequence[str]) -> list[int]:
    """Return the positions of the lines that are not blank.

    Examples
    --------
    >>> filled_lines(["一", "", " ", "二"])
    [0, 3]
    """
    return [i for i, line in enumerate(lines) if line and not line.isspace()]


def is_title_like(line: str) -> bool:
    """Say whether a line has the wording of a document's title.

    Examples
    --------
    >>> is_title_like("市财政局2024年工作要点"), is_title_like("扫码入群")
    (True, False)
    """
    text = line.strip()
    if _LETTER_SPACED.fullmatch(text):
        text = re.sub(r"\s", "", text)
    return len(text) <= 60 and bool(_TITLE.search(text))


def is_greeting(line: str) -> bool:
    """Say whether a line addresses an audience (同志们：).

    Examples
    --------
    >>> is_greeting("各位代表："), is_greeting("各位读者请关注我们")
    (True, True)
    """
    return bool(_GREETING.match(line.strip()))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    r"""Return the text with the spans replaced by spaces; line ends and all offsets stay.

    Examples
    --------
    >>> blanked("甲乙\n丙", [(1, 4)])
    '甲 \n '
    """
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at:start])
        parts.append(re.sub(r"[^\n]", " ", text[start:end]))
        at = max(at, end)
    parts.append(text[at:])
    return "".join(parts)


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order with overlapping and touching ones joined; empty ones are dropped.

    Examples
    --------
    >>> union([(5, 7), (0, 2), (1, 4), (4, 5), (9, 9)])
    [(0, 7)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
