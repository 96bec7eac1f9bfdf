"""Targets of a sentence: each amount with what it measures, where it starts from, and how firmly it is promised.

A sentence falls into clauses at its commas and stops. Within a clause each amount is read with the words up to the
amounts beside it: ``what is measured`` + ``ties`` + ``amount``, or ``verb`` + ``amount`` + ``what is counted``.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from plananalysis.language import acts, any_of, compiled, measured, ties
from plananalysis.language.adverbs import BEFORE_LEADING_VERBS
from plananalysis.language.measures import EVENTS
from plananalysis.language.organisations import DOERS, LOCAL_BODIES
from plananalysis.pledges.indicators import Span, after, before, shared_out, ties_before
from plananalysis.pledges.masking import FILLER
from plananalysis.pledges.quantities import Quantity, find_quantities

_HARD = re.compile("[，。；：！？,;:\n]")
_SOFT = re.compile(f"(?:{measured.AND})")
_STARTS_SOFT = re.compile(f"[ \u3000]*(?:{measured.AND})(?![\u4e00-\u9fff]{{0,2}}$)")
_ENDS_SOFT = re.compile(f"(?:{measured.AND})(?:再|新)?$")
_STEP = re.compile(f"(?:{measured.AND})|$")
_OF, _GRADE = (re.compile(rule.pattern.lstrip("^")) for rule in reversed(measured.ATTRIBUTIVE))
_WORK = re.compile(any_of(measured.WORKS))
_SCOPE = re.compile(f"{any_of(BEFORE_LEADING_VERBS)}*{any_of(acts.SCOPES)}好?")
_ALREADY = re.compile(measured.ALREADY)
_BODY = re.compile(rf"(?:{any_of(DOERS)}|^各[\u4e00-\u9fff]{{0,6}}?{any_of(LOCAL_BODIES)})$")
_IS_ACT = re.compile(any_of(acts.LED_BY))
_DONE = re.compile(any_of(acts.SURELY_DONE))
_LED = re.compile(f"{any_of(acts.LED_BY)}(?:了|好)?$")
_HELD = re.compile(f"{any_of(acts.HOLDING)}(?:了|好)?(?P<noun>[^，。；]{{0,24}}?{any_of(acts.HELD)})$")
_TOTAL = re.compile(measured.TOTALS)
_FIGURE = re.compile(r"\d")
_FUNDED = re.compile(measured.FUNDED.lstrip("^"))
_COMPARED = re.compile(ties.COMPARED.lstrip("^"))
_FROM = re.compile(r"[从由][\u4e00-\u9fff■]{0,8}$")
_REACHED = re.compile(r"(?:左右)?[\u4e00-\u9fff]{0,6}(?:到|至|为|达)(?:[\u4e00-\u9fff]{0,3})$")
_FORCES = compiled(ties.FORCES)
_EXPECTED = re.compile(ties.EXPECTED)
_SHARE_PHRASE = re.compile("分之")
_WEAK = ("为", "是", "占", "按", "在", "居")
"""Words that stand for a verb and say nothing of the amount."""
_THINGS = "个项家所座条处名人户件期场支辆套间幢栋批次"
"""First characters of measure words that count things, not sizes."""


class Target(NamedTuple):
    """One target of a sentence; places are those in the sentence."""

    quantity: Quantity
    indicator: Span | None
    verb: Span | None
    starting: Quantity | None
    stretch: Quantity | None
    force: str


class _Read(NamedTuple):
    """An amount with the words around it that belong to it."""

    quantity: Quantity
    low: int
    high: int
    clause: int
    ties_at: int
    ties: list[tuple[str, str]]


def find_targets_of(sentence: str, lead: str = "") -> list[Target]:
    """Return the targets of a masked sentence, in reading order.

    Parameters
    ----------
    sentence
        A sentence as :func:`plananalysis.pledges.masking.mask` gives it.
    lead
        What stands before it up to the full stop; it may say that all of it is expected.

    Examples
    --------
    >>> text = "生产总值增长7%以上、力争达到8%，补助标准从380元提高至1000元，新建学校9所。"
    >>> [(text[slice(*t.indicator)], t.quantity.value, t.quantity.bound) for t in find_targets_of(text)]
    [('生产总值', 7.0, 'at_least'), ('补助标准', 1000.0, 'exact'), ('学校', 9.0, 'exact')]
    >>> [t.stretch and t.stretch.value for t in find_targets_of(text)][0]
    8.0
    """
    quantities = find_quantities(sentence)
    if not quantities:
        return []
    reads = _reads(sentence, quantities)
    expected = -len(lead) if _EXPECTED.search(lead) else None
    if expected is None and (said := _EXPECTED.search(sentence)):
        expected = said.end()
    found: list[Target] = []
    starting: Quantity | None = None
    given: _Read | None = None
    attached: int | None = None
    for i, read in enumerate(reads):
        following = reads[i + 1] if i + 1 < len(reads) else None
        if _is_start(sentence, read, following):
            starting = read.quantity
            continue
        force = _force(sentence, read) or (
            "预期" if expected is not None and expected <= read.quantity.start else ""
        )
        if found and _is_stretch(sentence, read, found[-1]):
            found[-1] = found[-1]._replace(stretch=read.quantity)
            continue
        if starting is not None:
            read = read._replace(low=min(read.low, _before_start(sentence, starting)))
        if _counts_next(sentence, read, following):
            attached = read.quantity.start
            continue
        if attached is not None:
            read, attached = read._replace(low=attached), None
        listed = given is not None and given.clause == read.clause and read.low > read.clause
        target = None if listed else _target(sentence, read, following, found, starting=starting, force=force)
        starting = None
        if target:
            found.append(target)
        elif (
            listed or _begins_with_scope(sentence, read) or _ALREADY.search(sentence, read.low, read.ties_at)
        ):
            given = read
    return _shared_out(sentence, found)


def _reads(sentence: str, quantities: Sequence[Quantity]) -> list[_Read]:
    """Return each amount with its clause and the words between it and its neighbours."""
    stops = [match.start() for match in _HARD.finditer(sentence)]
    for quantity in quantities:  # 3,000万元 is one amount
        hidden = slice(bisect_left(stops, quantity.start), bisect_left(stops, quantity.end))
        del stops[hidden]
    found: list[_Read] = []
    for i, quantity in enumerate(quantities):
        before_it, behind = bisect_left(stops, quantity.start), bisect_left(stops, quantity.end)
        clause = stops[before_it - 1] + 1 if before_it else 0
        end = stops[behind] if behind < len(stops) else len(sentence)
        clause, end = _in_brackets(sentence, quantity, clause, end)
        low = clause
        if i and quantities[i - 1].end > clause:
            low = _behind(sentence, quantities[i - 1].end, quantity.start)
        high = end
        if i + 1 < len(quantities) and quantities[i + 1].start < end:
            high = _behind(sentence, quantity.end, quantities[i + 1].start, ending=True)
        ties_at, tied = ties_before(sentence, quantity.start, low)
        found.append(_Read(quantity, low, high, clause, ties_at, tied))
    return found


def _in_brackets(sentence: str, quantity: Quantity, low: int, high: int) -> Span:
    """Return the clause cut to the brackets that the amount stands in."""
    opened = max(sentence.rfind("（", low, quantity.start), sentence.rfind("(", low, quantity.start))
    closed = max(sentence.rfind("）", low, quantity.start), sentence.rfind(")", low, quantity.start))
    if opened > closed:
        low = opened + 1
        ends = [
            at
            for at in (sentence.find("）", quantity.end, high), sentence.find(")", quantity.end, high))
            if at >= 0
        ]
        high = min(ends, default=high)
    return low, high


def _behind(sentence: str, end: int, start: int, *, ending: bool = False) -> int:
    """Return where, between two amounts, what belongs to the first ends and what belongs to the second begins."""
    between = sentence[end:start]
    joins = list(_SOFT.finditer(between))
    if not joins:
        return start if ending else end
    head = _STARTS_SOFT.match(between)
    if head:
        return end if ending else end + head.end()
    last = joins[-1]
    return end + (last.start() if ending else last.end())


def _is_start(sentence: str, read: _Read, following: _Read | None) -> bool:
    """Say whether an amount is where the next one starts from: 从380元提高至1000元."""
    if following is None or following.clause != read.clause:
        return False
    return bool(
        _FROM.search(sentence, read.low, read.quantity.start)
        and _REACHED.fullmatch(sentence, read.quantity.end, following.quantity.start)
    )


def _before_start(sentence: str, starting: Quantity) -> int:
    """Return where the words begin that stand before the starting point of an amount."""
    return max((m.end() for m in _HARD.finditer(sentence, 0, starting.start)), default=0)


def _is_stretch(sentence: str, read: _Read, last: Target) -> bool:
    """Say whether an amount is what the target before it is to reach at best: 力争达到8%."""
    if read.quantity.measure != last.quantity.measure or not any(
        kind == "force" and word in ("力争", "争取", "力求", "努力") for kind, word in read.ties
    ):
        return False
    lead = sentence[last.quantity.end : read.ties_at]
    return len(lead.strip("，、；, 并且（(")) == 0


def _force(sentence: str, read: _Read) -> str:
    """Return how firmly a target is promised, by the nearest word before it in its clause."""
    best, kind = -1, ""
    for rule, pattern in _FORCES:
        for match in pattern.finditer(sentence, read.clause, read.quantity.start):
            if match.start() > best:
                best, kind = match.start(), rule.kind
    return kind


def _target(
    sentence: str,
    read: _Read,
    following: _Read | None,
    found: Sequence[Target],
    *,
    starting: Quantity | None,
    force: str,
) -> Target | None:
    """Return the target of an amount, or None if the amount is an attribute of something."""
    quantity = read.quantity
    ties_at, kinds = read.ties_at, [kind for kind, _ in read.ties]
    low = read.low
    if starting is not None:
        from_at = _FROM.search(sentence, low, starting.start)
        ties_at, more = ties_before(sentence, from_at.start() if from_at else starting.start, low)
        kinds += [kind for kind, _ in more]
    subject = "change" in kinds or "level" in kinds
    own = before(sentence, low, ties_at, subject=subject)
    counted = after(sentence, quantity.end, read.high)
    if own and counted and _IS_ACT.fullmatch(sentence, *own):
        own = None
    if own and quantity.measure in EVENTS and _BODY.search(sentence[slice(*own)]):
        own = None  # who does it so many times, not what
    acted = (
        "act" in kinds
        or "change" in kinds
        or bool(_LED.search(sentence, low, _before_total(sentence, low, ties_at)))
    )
    if _is_attribute(sentence, read, own=own, counted=counted, acted=acted, force=force):
        return None
    difference = not quantity.is_share or quantity.measure.endswith("百分点")
    if found and difference and _COMPARED.match(sentence, low) and not _names(sentence, own):
        return None
    indicator = _act_as_noun(sentence, read) or _indicator(sentence, read, kinds, own, counted)
    if indicator is None:
        indicator = _inherited(sentence, read, found)
    verb = _verb(sentence, read, indicator)
    if verb is None and found and read.low > read.clause:
        verb = found[-1].verb
    return Target(quantity, indicator, verb, starting, None, force)


def _before_total(sentence: str, low: int, at: int) -> int:
    """Return where a word for a total begins that ends at a place, else the place."""
    total = _TOTAL.search(sentence, low, at)
    return total.start() if total else at


def _act_as_noun(sentence: str, read: _Read) -> Span | None:
    """Return the place of a verb that is the object of another one before it: 举办各类培训15期."""
    if not read.ties or read.ties[0][0] != "act":
        return None
    end = read.quantity.start
    held = _HELD.search(sentence, read.low, end)
    return before(sentence, held.start("noun"), end) or held.span("noun") if held else None


def _verb(sentence: str, read: _Read, indicator: Span | None) -> Span | None:
    """Return the verb that ties an amount to what it measures: the nearest before it, else the one that leads."""
    at = read.quantity.start
    for kind, word in read.ties:
        span = at - len(word), at
        if kind in ("change", "level", "act") and word not in _WEAK and not _overlap(span, indicator):
            return span
        at = span[0]
    led = _LED.search(sentence, read.low, indicator[0] if indicator and indicator[0] < at else at)
    return led.span() if led and led.group() not in acts.PROMISING else None


def _overlap(one: Span, other: Span | None) -> bool:
    """Say whether two places share a character."""
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _names(sentence: str, own: Span | None) -> bool:
    """Say whether what a comparing clause measures is named in it: 占国内生产总值比重."""
    return own is not None and "占" in sentence[max(0, own[0] - 1) : own[1]]


def _indicator(
    sentence: str, read: _Read, kinds: Sequence[str], own: Span | None, counted: Span | None
) -> Span | None:
    """Return what an amount measures, from the words before it or behind it."""
    quantity = read.quantity
    if own and counted and sentence[slice(*counted)] in measured.PLAIN:
        return own
    if (
        own is None
        and counted is None
        and quantity.measure == "元"
        and (what_for := _funded(sentence, quantity.end))
    ):
        return what_for
    share = quantity.is_share or bool(_SHARE_PHRASE.search(quantity.text))
    if own and (share or counted is None):
        return _up_to_change(sentence, own) if share else own
    stands = any(kind in ("level", "change") and word not in _WEAK for kind, word in read.ties)
    if own and stands and "act" not in kinds[:1]:
        return own
    return counted or own


_CHANGE = re.compile(
    f"(?:{'|'.join(rule.pattern.rstrip('$') for rule in ties.TIES[:1])})|覆盖(?!面|率|人|范围)"
)


def _up_to_change(sentence: str, own: Span) -> Span:
    """Return the part of a phrase before its verb of change: 试点范围 of 试点范围扩大到全国."""
    found = [match for match in _CHANGE.finditer(sentence, *own) if match.start() - own[0] >= 2]
    return (own[0], found[-1].start()) if found else own


def _inherited(sentence: str, read: _Read, found: Sequence[Target]) -> Span | None:
    """Return what the clause before measures, where this one names nothing."""
    if found and found[-1].quantity.end >= _clause_before(sentence, read.clause):
        return found[-1].indicator
    low = _clause_before(sentence, read.clause)
    return before(sentence, low, read.clause - 1) if low < read.clause - 1 else None


def _funded(sentence: str, end: int) -> Span | None:
    """Return what the clause behind a sum says it is for."""
    stop = _HARD.match(sentence, end)
    if not stop or not _FUNDED.match(sentence, stop.end()):
        return None
    close = _HARD.search(sentence, stop.end())
    end = close.start() if close else len(sentence)
    return None if _FIGURE.search(sentence, stop.end(), end) else (stop.end(), end)


def _clause_before(sentence: str, clause: int) -> int:
    """Return where the clause before another one begins."""
    return max((m.end() for m in _HARD.finditer(sentence, 0, max(0, clause - 1))), default=0)


def _is_attribute(
    sentence: str,
    read: _Read,
    *,
    own: Span | None,
    counted: Span | None,
    acted: bool,
    force: str,
) -> bool:
    """Say whether an amount only says what something is like, or which things are meant."""
    quantity = read.quantity
    end, share = quantity.end, quantity.is_share
    if _GRADE.match(sentence, end) or sentence.endswith("分", 0, quantity.number):
        return True
    if _OF.match(sentence, end) and not share and not acted:
        return True
    if not force and _ALREADY.search(sentence, read.low, read.ties_at):
        return True
    if share and own is None and counted and _SCOPE.match(sentence, read.low):
        return True
    listed = bool(_ENDS_SOFT.search(sentence, 0, quantity.start))
    if quantity.after in ("以上", "及以上", "以下") and counted and not share and not (acted or listed):
        return True
    if not counted or share:
        return False
    if own and not acted and quantity.measure[:1] not in _THINGS and _WORK.search(sentence, *counted):
        return True
    return _is_given(sentence, read, own, counted)


def _counts_next(sentence: str, read: _Read, following: _Read | None) -> bool:
    """Say whether an amount belongs to what the next one counts: 10亿元以上项目30个."""
    if following is None or following.clause != read.clause or following.low > read.quantity.end:
        return False
    between = sentence[read.quantity.end : following.ties_at]
    return (
        bool(between)
        and not _SOFT.search(between)
        and after(sentence, following.quantity.end, following.high) is None
    )


def _is_given(sentence: str, read: _Read, own: Span | None, counted: Span) -> bool:
    """Say whether so many things are there already: 壮大19个集群, 甲、乙、丙3个县."""
    quantity = read.quantity
    if _DONE.search(sentence, counted[0], read.high):
        return False
    scope = _SCOPE.match(sentence, read.low if own is None else _first(sentence, read.low, own[0]))
    if scope and scope.group() not in ("推广",):
        return True
    if own is None or quantity.high is not None or quantity.value is None:
        return False
    named = sentence[own[0] : own[1]]
    return (
        not named.endswith(FILLER) and named.count("、") >= 1 and named.count("、") + 1 == int(quantity.value)
    )


def _begins_with_scope(sentence: str, read: _Read) -> bool:
    """Say whether a clause begins with a verb whose objects are there already, so that none of its list is a target."""
    return bool(_SCOPE.match(sentence, read.low)) and read.low == read.clause


def _first(sentence: str, low: int, high: int) -> int:
    """Return where the verb before a phrase may begin."""
    found = [match.start() for match in _SCOPE.finditer(sentence, low, high)]
    return found[-1] if found else low


def _shared_out(sentence: str, found: list[Target]) -> list[Target]:
    """Give each of several amounts its own part of a list that they are shared out over: A和B分别增长3%和5%."""
    result = list(found)
    i = 0
    while i < len(found):
        indicator, n = found[i].indicator, 1
        if indicator and "分别" in sentence[indicator[1] : found[i].quantity.start]:
            while i + n < len(found) and found[i + n].indicator == indicator:
                n += 1
            last = found[i + n - 1].quantity
            for j, span in enumerate(shared_out(sentence, indicator, n), start=i):
                quantity = found[j].quantity
                if last.after and not quantity.after and quantity.bound == "exact":
                    quantity = quantity._replace(bound=last.bound)  # 分别控制在5%和3%以内
                result[j] = result[j]._replace(indicator=span, quantity=quantity)
        i += n
    return result
