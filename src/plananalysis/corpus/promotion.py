"""Weigh the wording of a line for disclaimers, adverts and watermarks.

No single word decides: 会员, 订阅, 版权 and 微信群 all occur in plans. Each class of wording has a weight, the weights of
the classes present add up, and what a whole line says is read together with where and how it stands (``cleaning``).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plananalysis.corpus.lines import union
from plananalysis.language import any_of, compiled, index_rules, promotional
from plananalysis.language.plan_words import PLAN_WORDS
from plananalysis.language.promotional import ADVERTS, DISCLAIMERS, KEYS

_RULES = (*DISCLAIMERS, *ADVERTS)
_PATTERNS = tuple(pattern for _, pattern in compiled(_RULES))
_INDEX = index_rules(_RULES)
_SALES_TALK = re.compile(any_of(promotional.SALES_TALK))
_OWN_VOICE = re.compile(promotional.OWN_VOICE)
_TRADE = re.compile(promotional.TRADE)
_WRITING = re.compile(any_of(promotional.WRITING))
_CLAIM = re.compile(promotional.CLAIM)
_READER = re.compile(promotional.TO_THE_READER)
_PLAN_WORDS = re.compile("|".join(PLAN_WORDS))
_HOST = re.compile(promotional.HOST, re.ASCII)
_KNOWN_HOST = re.compile(promotional.KNOWN_HOST)
_OFFICIAL_ADDRESS = re.compile(promotional.OFFICIAL_ADDRESS, re.ASCII)
_OFFICIAL = re.compile(promotional.OFFICIAL_HOST)
_ACCOUNT_NAME = re.compile(promotional.ACCOUNT_NAME)
_KEY = re.compile(any_of(KEYS))
_CLAUSE = re.compile(r"[^，,。；;！!？?\s（）()【】\[\]]+")
_MOSTLY = 0.5
"""Share of a text that adverts and disclaimers make up, for it to be one as a whole; the rest is names and numbers."""
_NEARLY_ALL = 0.65
"""The same amid running text, which speaks against it."""
_ALL_BUT_MARKS = 0.8
"""Share of a line from which it is nothing else; the rest is punctuation and a particle."""
_LONGEST_NAME_OF_SITE = 14
"""Letters beside an address that are still the name of its site, and no sentence that gives an address."""


def keys_in(text: str) -> set[str]:
    """Return which of the words without which nothing is weighed a text has, in one pass.

    Examples
    --------
    >>> keys_in("用好公众号，建QQ群")  == {"公众号", "QQ"}
    True
    """
    return set(_KEY.findall(text))


def places_of(keys: Iterable[str], text: str) -> list[int]:
    """Return where any of some keys begins in a text, in order.

    Examples
    --------
    >>> places_of({"微信", "QQ"}, "QQ、微信、QQ")
    [0, 3, 6]
    """
    places = []
    for key in keys:
        at = text.find(key)
        while at >= 0:
            places.append(at)
            at = text.find(key, at + 1)
    return sorted(places)


class Weight(NamedTuple):
    """How much the wording speaks for a disclaimer and for an advert, in how many classes, and the strongest."""

    disclaimer: float
    advert: float
    classes: int
    strongest: float

    @property
    def total(self) -> float:
        """Both together: banners mix the two."""
        return self.disclaimer + self.advert


_NOTHING = Weight(0, 0, 0, 0.0)


def weigh(text: str) -> Weight:
    """Return the weight of the wording of one line or sentence.

    Examples
    --------
    >>> weigh("更多资料请加QQ群：123456789").advert > 1.5
    True
    >>> weigh("加强微信群管理，引导群众依法办事").total < 0.5
    True
    """
    wording = _OFFICIAL_ADDRESS.sub("", text) if "." in text else text
    found = [i for i in _INDEX.possible(wording) if _PATTERNS[i].search(wording)]
    if not found:
        return _NOTHING
    disclaimer = [_RULES[i].weight for i in found if i < len(DISCLAIMERS)]
    advert = [_RULES[i].weight for i in found if i >= len(DISCLAIMERS)]
    strongest = max((*disclaimer, *advert), default=0.0)
    return Weight(sum(disclaimer), sum(advert), len(found), strongest)


def _spans(wording: str) -> list[tuple[int, int]]:
    """Return what any of the rules match in a text, overlapping matches joined."""
    return union(match.span() for i in _INDEX.possible(wording) for match in _PATTERNS[i].finditer(wording))


def is_nothing_else(text: str) -> bool:
    """Say whether a short line hardly holds a letter that is no such wording.

    Examples
    --------
    >>> is_nothing_else("剩余80%未读"), is_nothing_else("盘活剩余土地指标，剩余80%未读")
    (True, False)
    """
    return sum(end - start for start, end in _spans(text)) >= _ALL_BUT_MARKS * len(text)


def places_in(text: str) -> list[int]:
    """Return where words begin that any of the rules needs; no rule matches further on.

    Examples
    --------
    >>> places_in("内容仅供参考"), places_in("抓好春耕")
    ([2], [])
    """
    places, match = [], _INDEX.words.search(text)
    while match:
        places.append(match.start())
        match = _INDEX.words.search(text, match.start() + 1)
    return places


def is_wholly_so(text: str, *, amid: bool) -> bool:
    """Say whether adverts and disclaimers make up a text, and not one clause of a plan's line that goes on otherwise.

    A clause counts whole where a third of it is such wording; one that has little of it and words that plans are made
    of speaks against it. Amid running text hardly any clause may lack such wording; elsewhere half of them may.

    Examples
    --------
    >>> is_wholly_so("本文由会员上传，仅供学习参考，请勿转载！", amid=True)
    True
    >>> is_wholly_so("本文系原创投稿，坚持把学习摆在首位，健全责任制。", amid=False)
    False
    """
    wording = _OFFICIAL_ADDRESS.sub("", text)
    found = union(match.span() for i in _INDEX.possible(wording) for match in _PATTERNS[i].finditer(wording))
    length = covered = silent = voiced = 0
    for clause in _CLAUSE.finditer(wording):
        start, end = clause.span()
        own = sum(max(0, min(b, end) - max(a, start)) for a, b in found)
        rest = end - start - own
        if rest > (1 if amid else 2) * own and _PLAN_WORDS.search(clause.group()):
            return False
        covered += end - start if own * 3 >= end - start else own
        length += end - start
        voiced += own > 0
        silent += not own
    return (
        covered >= (_NEARLY_ALL if amid else _MOSTLY) * length > 0 and silent * (3 if amid else 1) <= voiced
    )


def is_sales_talk(text: str) -> bool:
    """Say whether a line has words that adverts use and plans use as well; they count only beside an advert.

    Examples
    --------
    >>> is_sales_talk("自有平台，每日更新"), is_sales_talk("二〇二四年三月")
    (True, False)
    """
    return bool(_SALES_TALK.search(text)) or weigh(text).total > 0


def is_sellers_slogan(text: str) -> bool:
    """Say whether a short line praises a trade in texts.

    Examples
    --------
    >>> is_sellers_slogan("让公文写作更简单"), is_sellers_slogan("全市公文写作培训班")
    (True, False)
    """
    return bool(_WRITING.search(text)) and bool(_CLAIM.search(text))


def speaks_for_itself(text: str) -> bool:
    """Say whether a text speaks of itself or gives an account or address, which a plan's own sentences do not.

    Examples
    --------
    >>> speaks_for_itself("本站资料来自网络"), speaks_for_itself("严禁转发涉密文件")
    (True, False)
    """
    return bool(_OWN_VOICE.search(text))


def is_trade(text: str) -> bool:
    """Say whether a text names the goods of those who sell texts, or speaks for itself.

    Examples
    --------
    >>> is_trade("更多范文请关注公众号。"), is_trade("请市民扫码关注公众号，免费领取书籍。")
    (True, False)
    """
    return names_trade(text) or speaks_for_itself(text)


def names_trade(text: str) -> bool:
    """Say whether a text names the goods of those who sell texts.

    Examples
    --------
    >>> names_trade("海量范文任意下载"), names_trade("联系人：王五，微信号：ap12345")
    (True, False)
    """
    return bool(_TRADE.search(text))


def addresses_reader(text: str) -> bool:
    """Say whether a text speaks to its reader, as adverts and disclaimers do and the sentences of a plan do not.

    Examples
    --------
    >>> addresses_reader("更多范文请关注。"), addresses_reader("运营公众号，粉丝超过十万。")
    (True, False)
    """
    return bool(_READER.search(text))


def is_watermark(text: str) -> bool:
    """Say whether a line is hardly more than a site's address or an account's name.

    Examples
    --------
    >>> is_watermark("公文之友 www.example.com"), is_watermark("详见 www.example.gov.cn")
    (True, False)
    """
    host = _HOST.search(text) if "." in text else None
    if host and re.search("[A-Za-z]", host.group()) and not _OFFICIAL.search(text):
        rest = re.sub(r"[\s\W_]", "", text.replace(host.group(), ""))
        return _KNOWN_HOST.search(host.group()) is not None and len(rest) <= _LONGEST_NAME_OF_SITE
    return ("@" in text or "号" in text) and _ACCOUNT_NAME.fullmatch(text) is not None
