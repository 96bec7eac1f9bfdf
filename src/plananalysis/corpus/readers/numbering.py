"""Write list numbers the way Word and HTML print them: 一、 （一） 1. ① 第一章."""

from collections.abc import Callable

from plananalysis.corpus.readers.limits import most

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str:
    """Return a number below 10,000 in Chinese; larger ones digit by digit.

    Examples
    --------
    >>> [chinese(n) for n in (1, 10, 12, 20, 101, 110)]
    ['一', '十', '十二', '二十', '一百零一', '一百一十']
    """
    if not 0 < number < 10_000:
        return "".join(digits[int(d)] for d in str(abs(number)))
    out = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            out += (zero if gap and out else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit if out else False
    return out[1:] if 10 <= number < 20 and units[0] == "十" else out


def _letters(number: int, first: str) -> str:
    """Return a, b … z, aa, bb, as Word counts."""
    return chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    """Return a Roman numeral."""
    out = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        out += sign * (number // value)
        number %= value
    return out


def _circled(number: int) -> str:
    """Return ① … ㊿; beyond that the number in parentheses."""
    for first, last, base in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(base + number - first)
    return f"({number})"


def _row(base: int, last: int, otherwise: str) -> Callable[[int], str]:
    """Return a formatter for signs that stand in a row of Unicode, up to the last one there is."""
    return lambda n: chr(base + n - 1) if 1 <= n <= last else otherwise.format(n)


def _cycle(signs: str) -> Callable[[int], str]:
    """Return a formatter for a closed series of signs."""
    return lambda n: signs[(n - 1) % len(signs)]


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_COUNTING = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "koreanCounting",
    "koreanDigital",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "simp-chinese-informal",
    "trad-chinese-informal",
    "cjk-ideographic",
)
_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTING, chinese),
    **dict.fromkeys(
        ("chineseLegalSimplified", "simp-chinese-formal"), lambda n: chinese(n, _FORMAL, "拾佰仟")
    ),
    **dict.fromkeys(
        ("ideographLegalTraditional", "trad-chinese-formal"),
        lambda n: chinese(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "cjk-decimal"),
        lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    ),
    **dict.fromkeys(("ideographTraditional", "cjk-heavenly-stem"), _cycle("甲乙丙丁戊己庚辛壬癸")),
    **dict.fromkeys(("ideographZodiac", "cjk-earthly-branch"), _cycle("子丑寅卯辰巳午未申酉戌亥")),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedParen": _row(0x2474, 20, "({})"),
    "decimalEnclosedFullstop": _row(0x2488, 20, "{}."),
    "ideographEnclosedCircle": _row(0x3280, 10, "({})"),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda n: str(n).translate(_FULL_WIDTH)),
    **dict.fromkeys(("decimalZero", "decimal-leading-zero"), lambda n: f"{n:02d}"),
    **dict.fromkeys(("lowerLetter", "lower-alpha", "lower-latin", "a"), lambda n: _letters(n, "a")),
    **dict.fromkeys(("upperLetter", "upper-alpha", "upper-latin", "A"), lambda n: _letters(n, "A")),
    **dict.fromkeys(("lowerRoman", "lower-roman", "i"), lambda n: _roman(n).lower()),
    **dict.fromkeys(("upperRoman", "upper-roman", "I"), _roman),
    "none": lambda n: "",
}


def format_number(number: int, style: str) -> str:
    """Return a list number in a number format of Word (``w:numFmt``) or a list style of CSS.

    An unknown format is written in plain digits, and so is a number that no list reaches.

    Examples
    --------
    >>> [format_number(3, s) for s in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "decimal")]
    ['三', '③', 'III', '3']
    """
    if not 0 <= number <= most("list_number"):
        return str(number)
    return _FORMATS.get(style, str)(number)
