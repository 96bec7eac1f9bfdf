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
