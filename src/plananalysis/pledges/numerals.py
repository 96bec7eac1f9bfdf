"""Numbers as plans write them: 2.14万, 3,000, 一百五十, 百分之九十五, 三成, 三分之一."""

import re

_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ARABIC = re.compile(r"(\d[\d,，]*(?:[.．]\d+)?)([十百千万亿]*)")


def parse_number(written: str) -> float | None:
    """Return the value of a number in Arabic or Chinese numerals, or None if it is none.

    Examples
    --------
    >>> [parse_number(each) for each in ("2.14万", "3,000", "一百五十", "十二", "两万三千", "几")]
    [21400.0, 3000.0, 150.0, 12.0, 23000.0, None]
    """
    found = _ARABIC.fullmatch(written)
    if not found:
        return _parse_chinese(written)
    value = float(found[1].replace(",", "").replace("，", "").replace("．", "."))
    for char in found[2]:
        value *= _SMALL.get(char) or _LARGE[char]
    return round(value, 6)


def _parse_chinese(written: str) -> float | None:
    """Return the value of a number in Chinese numerals."""
    total, part, digit = 0, 0, 0
    whole, _, rest = written.partition("点")
    for char in whole:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            part, digit = part + (digit or 1) * _SMALL[char], 0
        elif char in _LARGE:
            total, part, digit = (total + part + digit or 1) * _LARGE[char], 0, 0
        else:
            return None
    if not whole:
        return None
    value = float(total + part + digit)
    if rest:
        if any(char not in _DIGITS for char in rest):
            return None
        value += float("0." + "".join(str(_DIGITS[char]) for char in rest))
    return value
