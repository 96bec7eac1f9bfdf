"""How a text explains its terms: annexes of terms, brackets behind a quoted term, and what is listed there.

The expressions are for text as printed; `term` and `text` are what is explained and what is said of it.
"""

from plananalysis.language.rules import Rule, any_of

EXPLAINING = (
    Rule("is to say", "是指", "says what a term means, and is no part of it", "渠长制是指", "渠长制"),
)
"""Words of an explanation; no slogan holds them."""

NAMELY = tuple("即 也就是 是指 指的是 指 包括 分别是".split())
LEADS = (*NAMELY, "分别为")
"""What leads to an explanation, and is no part of it."""

_TERM = r"[“‘](?P<term>[^“”‘’\n]{2,16})[”’]"

ENTRIES = (
    Rule(
        "entry",
        r"^[\s　]*(?:[\[［【（(]?\s*\d{1,3}\s*[\]］】)）]?\s*[.．、:：]?|[①-⑳㉑-㊿]|[*※·•])?\s*"
        r"(?P<term>[^：:。；\n]{2,60}?)\s*(?:[：:]|(?:，)?(?:是指|指的是|——|即|是)(?=\S))\s*(?P<text>\S.*)$",
        "a line of an annex: number, term, colon or 是指, what it means",
        "1.三色渠：红渠、黄渠、蓝渠。",
        "三色渠；红渠；黄渠",
    ),
)
HEADWORDS = (
    Rule(
        "headword",
        r"^[\s　]*(?:[\[［【（(]?\s*\d{1,3}\s*[\]］】)）.．、]\s*|[①-⑳㉑-㊿]\s*|[*※·•]\s*)(?P<term>[^：:。；，,\n]{2,30})$",
        "a numbered term with nothing behind it; what it means stands below",
        "①三色渠",
        "三色渠",
    ),
)
IN_BRACKETS = (
    Rule(
        "bracket",
        rf"{_TERM}[^（(“”。；\n]{{0,6}}[（(](?:即|是指|指)?[:：]?(?P<text>[^（）()\n]{{3,120}})[)）]",
        "a quoted term with its members in brackets",
        "用好“三色渠”（红渠、黄渠、蓝渠）",
        "用好三色渠（红渠、黄渠、蓝渠）",
    ),
)
SAID = (
    Rule(
        "namely",
        rf"{_TERM}[^“”。；，\n]{{0,6}}[，,]?(?:{any_of(NAMELY)}|[:：])[:：]?(?P<text>[^。；\n]{{3,160}})",
        "a quoted term and what it is said to be",
        "守住“两条渠”，即东渠、西渠",
        "守住“两条渠”。",
    ),
)

SEPARATORS = ("；", ";", "、", "，", ",")
"""What parts members, the surest first."""

LED_IN = (Rule("lead", rf"^{any_of(LEADS)}[:：]?", "leads to the members", "包括东渠", "东渠包括"),)
AND_SO_ON = (Rule("and so on", r"等.{0,4}$", "closes a list", "东渠等渠道", "东渠、西渠"),)
COUNTED_OFF = (
    Rule(
        "counted off",
        r"^(?:[一二三四五六七八九十]是|[和及与])",
        "numbers or joins a member",
        "一是东渠",
        "东渠",
    ),
)
ANNOUNCING = (
    Rule(
        "measured",
        r"^\D{0,12}?(?P<figures>\d{1,2})[个大项条种]",
        "figures and a measure word announce so many",
        "5个渠段",
        "渠段",
    ),
    Rule(
        "counted",
        r"^(?P<figure>[两二三四五六七八九十])[个大项条种]",
        "as in words; 一个 announces nothing",
        "四个渠段",
        "一个渠段",
    ),
)
"""How a term announces the number of its members."""
