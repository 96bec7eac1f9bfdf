"""Numbers as plans write them: 2.14万, 3,000, 一百五十, 百分之九十五, 三成, 三分之一."""

import re

from plananalysis.language.numerals import ALL_MAGNITUDES, LARGE_MAGNITUDES, MAGNITUDES, VALUES

_ARABIC = re.compile(rf"(\d[\d,，]*(?:[.．]\d+)?)([{ALL_MAGNITUDES}]*)")
_MIXED = re.compile(rf"(?:{_ARABIC.pattern})+")


def parse_number(written: str) -> float | None:
    """Return the value of a number in Arabic or Chinese numerals, or None if it is none.

    Examples
    --------
    >>> [parse_number(each) for each in ("2.14万", "3,000", "18万9千", "一百五十", "十二", "两万三千", "几")]
    [21400.0, 3000.0, 189000.0, 150.0, 12.0, 23000.0, None]
    """
    if not _MIXED.fullmatch(written):
        return _parse_chinese(written)
    total = 0.0
    for figures, magnitudes in _ARABIC.findall(written):
        value = float(figures.replace(",", "").replace("，", "").replace("．", "."))
        for char in magnitudes:
            value *= MAGNITUDES.get(char) or LARGE_MAGNITUDES[char]
        total += value
    return round(total, 6)


def _parse_chinese(written: str) -> float | None:
    """Return the value of a number in Chinese numerals."""
    total, part, digit = 0, 0, 0
    whole, _, rest = written.partition("点")
    for char in whole:
        if char in VALUES:
            digit = VALUES[char]
        elif char in MAGNITUDES:
            part, digit = part + (digit or 1) * MAGNITUDES[char], 0
        elif char in LARGE_MAGNITUDES:
            size, below = LARGE_MAGNITUDES[char], part + digit
            # 万亿 multiplies what stands before it; in 一亿二千万 the 亿 is done with.
            total = total + below * size if total >= size else (total + below or 1) * size
            part = digit = 0
        else:
            return None
    if not whole:
        return None
    value = float(total + part + digit)
    if rest:
        if any(char not in VALUES for char in rest):
            return None
        value += float("0." + "".join(str(VALUES[char]) for char in rest))
    return value
