"""Parts of speech, by the tags of jieba's dictionary: what a term is made of, and what says little by itself."""

from types import MappingProxyType
from typing import NamedTuple

from plananalysis.language.places import LEVELS
from plananalysis.language.rules import Rule
from plananalysis.language.verbs import RESULTS, TAKING_RESULTS


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
        ("b", "attribute", 0.7, False, True, True, "民营"),
        ("a", "adjective", 0.5, False, True, True, "优秀"),
        ("s", "word of place", 1.0, True, True, False, "城乡"),
        ("t", "word of time", 0.25, False, True, False, "现代"),
        ("z", "word of state", 0.25, False, True, False, "全面"),
        ("ad", "adjective as an adverb", 0.5, False, False, False, "稳定"),
        ("v", "verb", 0.4, False, False, False, "瞄准"),
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
        "^[百千万亿]+[元亩人吨千瓦平方公里]*$|^个?百分[点之]|^(?:[平立]方(?:公里|千?米)|公里|公顷|千瓦时?)$",
        "a unit of measure says how much, not what",
        "亿千瓦",
        "亿元村",
    ),
    Rule(
        "span of time",
        f"^[{_NUMERAL}]+(?:个月|[年月周天日])(?!夜)",
        "how long something goes on does not say what it is",
        "三年行动",
        "十四五规划",
    ),
    Rule(
        "some",
        "^一[项批些系列种次]",
        "counts things without naming them",
        "一项重要",
        "一网通办",
    ),
    Rule(
        "measure",
        "^(?:总[值量额数和]|产值|均[值价]|增加值|[增涨降]幅|增[速量]|份额|比[重例]|占比|平均(?:水平|值|数)|[年人户]均|(?:利用|使用|完成|覆盖|达标|合格|增长|贡献|转化)率)$",
        "what is measured says little without the thing",
        "增幅",
        "总部",
    ),
    Rule(
        "quality",
        "^[\u4e00-\u9fff]{2,}[性式]$",
        "says how something is done, not what",
        "协调性",
        "慢性病",
    ),
    Rule(
        "how well",
        "^(?:高(?:水平|质量|标准|效能|品质|层次|起点|规格|站位|效率|强度|要求))+$",
        "says how well something is to be done, not what",
        "高标准高质量",
        "高质量发展",
    ),
    Rule(
        "who is charged",
        f"^(?:主办|承办|协办|责任|牵头|配合|实施|主管|参与)(?:单位|部门|领导|[{_OFFICES}]室?|人)$",
        "a label before the names of bodies, as often as tasks are listed",
        "主办单位",
        "科研单位",
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
        f"^(?:[{LEVELS}村街组][属直级辖内外]|设区|[省市]域)$|^[大强名][{LEVELS}]$",
        "says of which level, or how great, a place or body is",
        "村级",
        "县域",
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
        f"^(?:自治区|[{LEVELS}])?(?:党委|[{LEVELS}]委|人民政府|政府|人大常委会)$|^[{LEVELS}][级直属](?:机关|部门|单位)$",
        "the organs of its own level stand in every plan",
        "自治区党委",
        "党委会议",
    ),
)
"""What is no key term of any plan, however often it uses it."""

MISCUT = (
    Rule(
        "counter with the next word",
        "^[所座家条件项名个台套场次]",
        "stands behind a number and takes the beginning of what is counted",
        "所县",
        "县医院",
    ),
    Rule(
        "preposition with the next word",
        "^[比较在与为对从把被由向以]",
        "begins before the word does",
        "比前",
        "前沿",
    ),
    Rule(
        "verb with its result",
        f"^[{''.join(sorted(TAKING_RESULTS | {'建'}))}][{''.join(sorted(RESULTS))}]$",
        "says that something is done well, not what",
        "做优",
        "做法",
    ),
)
"""What words are that the dictionary lacks and the segmenter has put together."""

NUMBERED = (
    Rule(
        "counted",
        f"^[{_NUMERAL}]+(?![{_NUMERAL}])|[+＋]",
        "a slogan that counts its members is a name, whatever the word behind the number",
        "五个中心",
        "航运中心",
    ),
)
"""Phrases whose words do not tell how much they say."""
