"""What is measured: the noun phrase around an amount, without the words that lead to it."""

import re

from plananalysis.language import acts, any_of, ending, measured, ties

Span = tuple[int, int]

_ALL = (*ties.TIES, *ties.BOUNDS)
_NO_ACTS = tuple(rule for rule in _ALL if rule.kind != "act")
_TIED, _TIED_AGAIN = ending(_ALL), ending(_NO_ACTS)
_OPENING = re.compile(
    f"{any_of(measured.OPENINGS)}|{measured.SHORT_OPENINGS}|{measured.TIMES}|{measured.FUNDERS}"
)
_EVERY = re.compile(measured.EVERY)
_CAUSE = re.compile(any_of(acts.CAUSES))
_ACT = re.compile(f"{any_of(acts.LED_BY)}(?:了|好|一批)?")
_NEVER = re.compile(any_of(acts.NEVER_MEASURED))
_NOUN_AFTER = re.compile(any_of(measured.NOUN_AFTER_VERB))
_SURE_ACT = re.compile(any_of(acts.SURE_ACTS))
_TAIL = re.compile(f"(?:{any_of(measured.TAILS)}|{measured.EVERY})$")
_AND = re.compile(measured.AND)
_FOLLOWING = re.compile(f"(?:(?<=..)|(?<=[县市区镇乡村人户]))(?:{acts.FOLLOWING})")
_PROMISED = re.compile(any_of(acts.PROMISING))
_MORE = "新增"
"""It takes any object, but may be part of a noun as well (城镇新增就业), so that it begins none in the middle."""
_EDGE = " \u3000，。；：、,;:的"
_SINGLE = tuple("县市区镇乡村户人")
"""What is counted in one character."""
_REACH = 12
"""Characters before an amount within which a word that ties it begins."""


def ties_before(text: str, at: int, low: int) -> tuple[int, list[tuple[str, str]]]:
    """Return where the words that tie an amount begin, and each one's kind and wording, the nearest first.

    Examples
    --------
    >>> ties_before("失业率力争控制在5%", 8, 0)
    (3, [('level', '控制在'), ('force', '力争')])
    """
    found: list[tuple[str, str]] = []
    while at > low and text[at - 1] in " \u3000":
        at -= 1
    pattern = _TIED
    while at > low:
        match = pattern.search(text, max(low, at - _REACH), at)
        if not match:
            break
        kind = (
            _ALL[(match.lastindex or 1) - 1].kind
            if pattern is _TIED
            else _NO_ACTS[(match.lastindex or 1) - 1].kind
        )
        found.append((kind, match.group()))
        at = match.start()
        if kind in ("change", "level", "act"):
            pattern = _TIED_AGAIN  # 研发投入增长: what grows is the 投入
    return at, found


def before(text: str, low: int, at: int, *, subject: bool = False) -> Span | None:
    """Return the noun phrase that ends at a place, without what leads to it and what trails behind it.

    Parameters
    ----------
    text, low, at
        Where the phrase may begin, and where it ends.
    subject
        It is the subject of a verb of change; then a verb before a noun is part of the phrase (服务贸易增长6%), unless it
        causes the change (推动). Else it is the object of the verb that leads (改造学校9所).

    Examples
    --------
    >>> text = "进一步改造提升高标准农田"
    >>> start, end = before(text, 0, len(text))
    >>> text[start:end]
    '高标准农田'
    """
    low, at = _trimmed(text, low, at)
    often = _behind_last(_EVERY, text, low, at)
    span = _phrase(text, often, at, subject=subject)
    if span is None and often > low:  # 党课每季度讲一次: what it is stands before how often
        return _phrase(text, *_trimmed(text, low, often), subject=subject)
    return span


def _phrase(text: str, low: int, at: int, *, subject: bool) -> Span | None:
    """Return the noun phrase that ends at a place, where no frequency stands in it."""
    low = _behind_last(_CAUSE, text, low, at)
    if not subject:
        low = _behind_last(_SURE_ACT, text, low, at)
        low = _behind_joined_act(text, low, at)
    low = _behind_openings(text, low, at, act=_CAUSE if subject else _ACT)
    opening = _OPENING.match(text, low, at)
    said = (
        (opening and at - opening.end() < 2)  # 至少讲 names nothing that is measured
        or (_NEVER.fullmatch(text, low, at) and not subject)
        or _CAUSE.fullmatch(text, low, at)
    )
    return (low, at) if at - low >= 2 and not said else None


def _trimmed(text: str, low: int, at: int) -> Span:
    """Return the place without the particles and stops at its ends."""
    while at > low:
        if text[at - 1] in _EDGE:
            at -= 1
            continue
        found = _TAIL.search(text, low, at)
        if not found:
            break
        at = found.start()
    while low < at and (text[low] in _EDGE or (text[low] == "“" and "”" not in text[low:at])):
        low += 1
    return low, at


def _behind_last(verb: re.Pattern[str], text: str, low: int, at: int) -> int:
    """Return where the object begins of the last of some verbs."""
    for match in verb.finditer(text, low, at):
        if at - match.end() >= 2:
            low = match.end()
    return low


def _behind_joined_act(text: str, low: int, at: int) -> int:
    """Return where the object begins of the last of several joined verbs: 新建和改造."""
    for match in _AND.finditer(text, low, at):
        led = _ACT.match(text, match.end(), at)
        if led and _takes_object(text, led, at):
            low = led.end()
    return low


def _takes_object(text: str, verb: re.Match[str], at: int) -> bool:
    """Say whether a verb is followed by its object and is not the first half of a noun."""
    if at - verb.end() < 2:
        return False
    return bool(_SURE_ACT.fullmatch(verb.group()) or verb.group() == _MORE) or not _NOUN_AFTER.match(
        text, verb.end(), at
    )


def _behind_openings(text: str, low: int, at: int, *, act: re.Pattern[str]) -> int:
    """Return where the phrase begins behind adverbs, connectives and the verb it is the object of."""
    while at - low >= 2:
        if text[low] in _EDGE or text[low] in "和与及":
            low += 1
            continue
        led = act.match(text, low, at)
        if led and _takes_object(text, led, at):
            low = led.end()
            continue
        opening = _OPENING.match(text, low, at)
        if opening and at - opening.end() >= 2:
            low = opening.end()
            continue
        break
    return low


def after(text: str, at: int, high: int) -> Span | None:
    """Return the noun phrase that begins at a place, up to the verb that follows it.

    Examples
    --------
    >>> start, end = after("3个产粮大县提升能力", 2, 10)
    >>> "3个产粮大县提升能力"[start:end]
    '产粮大县'
    """
    start = at
    while start < high and text[start] in _EDGE:
        start += 1
    if _PROMISED.match(text, start, high):  # 3万吨以上、力争更多: what is striven for is nothing counted
        return None
    found = _FOLLOWING.search(text, start, high)
    end = found.start() if found else high
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if end - start >= 2 or text[start:end] in _SINGLE else None


def shared_out(text: str, span: Span, n: int) -> list[Span]:
    """Return the parts of a list, if there are so many of them, else the whole for each.

    Examples
    --------
    >>> [("能耗和排放")[a:b] for a, b in shared_out("能耗和排放", (0, 5), 2)]
    ['能耗', '排放']
    """
    parts: list[Span] = []
    at = span[0]
    for match in _AND.finditer(text, *span):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, span[1]))
    if len(parts) != n or any(b - a < 1 for a, b in parts):
        return [span] * n
    return parts
