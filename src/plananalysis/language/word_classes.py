"""Parts of speech, by the tags of jieba's dictionary: what a term is made of, and what says little by itself."""

from types import MappingProxyType
from typing import NamedTuple

from plananalysis.language.places import LEVELS
from plananalysis.language.rules import Rule


class WordClass(NamedTuple):
    """A part of speech: how much such a word alone tells of a plan, and whether terms end with it or hold it.

    ``inside`` are words before the last one; ``short`` says whether a single character may stand there.
    """

    tag: str
    name: str
    weight: float
    last: bool
    inside: bool
    short: bool
    example: str


CLASSES = tuple(
    WordClass(*row)
    for row in (
        ("n", "noun", 1.0, True, True, False, "稀土"),
        ("an", "adjective as a noun", 1.0, True, True, False, "安全"),
        ("vn", "verb as a noun", 1.0, True, True, False, "旅游"),
        ("j", "short form", 1.0, True, True, False, "科教文卫"),
        ("b", "attribute", 1.0, True, True, True, "民营"),
        ("a", "adjective", 1.0, False, True, True, "优秀"),
        ("s", "word of place", 1.0, True, True, False, "城乡"),
        ("t", "word of time", 0.25, False, True, False, "现代"),
        ("z", "word of state", 0.25, False, True, False, "全面"),
        ("ad", "adjective as an adverb", 0.5, False, False, False, "稳定"),
        ("v", "verb", 0.5, False, False, False, "瞄准"),
        ("l", "set phrase", 0.25, True, False, False, "下一步"),
        ("i", "idiom", 0.25, False, False, False, "一马当先"),
        ("d", "adverb", 0.25, False, False, False, "逐步"),
        ("m", "numeral", 0.25, False, False, False, "多万"),
        ("q", "measure word", 0.25, False, False, False, "亿元"),
        ("r", "pronoun", 0.25, False, False, False, "各级"),
        ("c", "conjunction", 0.25, False, False, False, "以及"),
        ("p", "preposition", 0.25, False, False, False, "按照"),
        ("f", "word of direction", 0.25, False, False, False, "之间"),
        ("u", "particle", 0.25, False, False, False, "的话"),
        ("y", "modal particle", 0.25, False, False, False, "而已"),
    )
)
"""Of tags that are not listed the first character decides (nz, ns, nr as n)."""

_BY_TAG = MappingProxyType({each.tag: each for each in CLASSES})

UNKNOWN = WordClass("", "word that the dictionary lacks", 0.5, True, True, False, "银龄")
"""Such a word may be cut wrongly, so it counts for less."""

LOCAL = WordClass("ns", "place that the genre lacks", 0.25, False, False, False, "南港")
"""jieba calls it a place and other reports do not have it: nearly always a name that no gazetteer holds."""


def word_class(tag: str) -> WordClass:
    """Return the part of speech of a tag.

    Examples
    --------
    >>> word_class("vn").name, word_class("nz").name, word_class("").weight
    ('verb as a noun', 'noun', 0.5)
    """
    return _BY_TAG.get(tag) or _BY_TAG.get(tag[:1], UNKNOWN)


_NUMERAL = "0-9０-９一二两三四五六七八九十百千万亿零〇○多余几数点%％.．,，·"
_OFFICES = "院系局厅部委办处室所司校"

SAYS_LITTLE = (
    Rule(
        "number",
        f"^(?!十[一二三四五六七八九]五$)第?[{_NUMERAL}]+[个项年月日号元次名家条种类位人件篇章节期届批度辆户]*$",
        "a number with its counter is counted elsewhere",
        "万辆",
        "十四五",
    ),
    Rule(
        "unit of measure",
        "^[百千万亿]+[元亩人吨千瓦平方公里]*$",
        "a unit of measure says how much, not what",
        "亿千瓦",
        "亿元村",
    ),
    Rule(
        "oneself",
        f"^[我本全各该](?:[{LEVELS}{_OFFICES}]|自治区)+$",
        "every plan names its own place or office so",
        "我省",
        "我家",
    ),
    Rule(
        "belonging to a level",
        f"^[{LEVELS}][属直级辖]$|^[大强名][{LEVELS}]$",
        "says of which level, or how great, a place or body is",
        "市属",
        "直属",
    ),
    Rule(
        "level of government",
        f"^[各全县设]?[{LEVELS}街村]{{2,}}$",
        "levels of government are named where places are meant in general",
        "旗县",
        "县域",
    ),
    Rule(
        "place in a ranking",
        f"^[位居列]*(?:全国|世界|全球)?(?:第[{_NUMERAL}]|首|前列)位?$",
        "a rank says how well, not in what",
        "居全国首位",
        "全国首店",
    ),
    Rule(
        "organ of a level",
        f"^(?:自治区|[{LEVELS}])?(?:党委|[{LEVELS}]委|人民政府|政府|人大常委会)$",
        "the organs of its own level stand in every plan",
        "自治区党委",
        "党委会议",
    ),
)
"""What is no key term of any plan, however often it uses it."""
