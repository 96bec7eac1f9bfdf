"""Chinese numerals: the characters, what they are worth, and the classes that expressions are made of."""

from types import MappingProxyType

ONE_TO_NINE = "一二三四五六七八九"
ZEROS = "〇零"
ALL_DIGITS = f"{ZEROS}{ONE_TO_NINE}"
"""Digits as years are written in them: 二〇二五."""

COUNTING = "一二两三四五六七八九"
"""Digits before a measure word, where 两 stands for 二."""

MAGNITUDES = MappingProxyType({"十": 10, "百": 100, "千": 1000})
LARGE_MAGNITUDES = MappingProxyType({"万": 10**4, "亿": 10**8})

VALUES = MappingProxyType(
    {char: value for value, char in enumerate(ONE_TO_NINE, start=1)} | dict.fromkeys(ZEROS, 0) | {"两": 2}
)
"""What a digit is worth."""

UP_TO_TEN = f"{ONE_TO_NINE}十"
"""Numerals of short lists (一、 to 十、)."""

COUNTING_TO_TEN = f"{COUNTING}十"
BELOW_THOUSAND = f"{ALL_DIGITS}十百"
"""Characters of the numbers of headings: 第一百零三条."""

ALL_MAGNITUDES = "十百千万亿"
OLD_NUMERALS = "廿卅"
"""Twenty and thirty in one character."""

WRITTEN = (
    rf"[{ZEROS}{COUNTING}]|[{ALL_DIGITS}]{{4,}}|[{ONE_TO_NINE}]*[{ZEROS}][{ALL_DIGITS}]*"
    rf"|(?:[零〇]?[{COUNTING}]?[{ALL_MAGNITUDES}]+)+[零〇]?[{ONE_TO_NINE}]?"
)
"""A well-formed number in Chinese: 三百二十, 万亿, 二〇二五, 七; 十四五 and 七一 name a plan and a day."""

NO_NUMBERS = frozenset(("万一", "万万", "千千万万", "零零"))
"""Words made of numerals that count nothing."""
