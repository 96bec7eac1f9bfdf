"""Tell the unit a plan is of: the organisation or place that its title, its folder, the meeting or the speaker names."""

import re
from collections.abc import Sequence

from plananalysis.corpus.naming_years import HAN_YEAR, YEAR
from plananalysis.language import any_of
from plananalysis.language.offices import HEADS_OF_GOVERNMENT
from plananalysis.language.organisations import GENERAL_WORDS, UNIT_NAMES, WORDS_GO_ON
from plananalysis.language.papers import KIND_AT_END, NOTICE
from plananalysis.language.places import AUTONOMOUS, LEVELS, PROVINCES
from plananalysis.language.plan_words import NEVER_FIRST_IN_NAMES

_ORGANISATION = any_of(UNIT_NAMES)
UNIT = re.compile(
    rf"^(?!{any_of(NEVER_FIRST_IN_NAMES)})[\u3400-\u9fffXx×Ｘ○某·]{{1,30}}{_ORGANISATION}(?!{WORDS_GO_ON})"
)
GENERIC = re.compile(rf"(?:[某XxＸ×○]+|{any_of(GENERAL_WORDS)})+")
_PROVINCE = re.compile(rf"^({'|'.join(PROVINCES)})(?:$|人民政府$|政府$)")
_SPEAKS = (
    r"(?:(?:向|对|就)[^。\n]{1,40}?(?:报告|汇报|述职|表示|致以|部署|总结|说明|安排|通报|讲)"
    r"|[作做][^。\n]{0,20}?(?:报告|汇报|述职|发言|讲话|总结|部署|说明)|报告|汇报|述职)"
)
"""What a speaker does on behalf of a unit: 我代表市人民政府，向大会报告工作."""


_FRONT = re.compile(rf"^(?:在|关于)?(?:{YEAR}年?度?)?")
_SUBJECT = re.compile(
    rf"关于|{YEAR}|“|第?十[一二三四五六七八九]五|第[一二三四五六七八九十]+[届次]|国民经济|印发"
)
_KIND = re.compile(r"(?:政府工作报告|工作报告|工作要点|工作计划|工作总结|工作方案|工作安排)[^工]*$")
_KIND_AT_END = re.compile(KIND_AT_END)
_NOTICE = re.compile(NOTICE)
_STATE = re.compile("^中华人民共和国(?=.)")
_WHOLE = re.compile(rf"^[全我本](?=[{LEVELS}])")
_PLACE = rf"[\u3400-\u9fff]{{2,20}}?(?:{'|'.join((*AUTONOMOUS, *LEVELS))})"
_LEADS = rf"人民政府代?{any_of(HEADS_OF_GOVERNMENT)}"
_SPEAKERS = tuple(
    (re.compile(needed), re.compile(pattern))
    for needed, pattern in (
        ("届", rf"在({_PLACE})第[一二三四五六七八九十\d]+届"),
        (_LEADS, rf"({_PLACE}){_LEADS}"),
        ("国务院", r"(国务院)(?:总理|副总理)"),
        ("代表", rf"我(?:受|谨)?代表(国务院|[\u3400-\u9fff·]{{2,20}}?)，?{_SPEAKS}"),
    )
)
"""How a meeting or a speaker is named, each after what it cannot lack and is found far sooner."""


_SEAL = re.compile(r"^[（(]|[（(](?:盖?章|印章?|公章|代章)[)）]$|[)）]$")
_GOVERNMENT = re.compile(rf"(.{{2,}}[{LEVELS}]|国务院)(?:人民)?政府")
_PLACED = re.compile(rf".+[{LEVELS}].")
_JOINT = re.compile(rf"(.{{2,}}[{LEVELS}])(?:委员会|委)(?:中共)?\1(?:人民)?政府")
"""Party committee and government of one place, who issue a plan together."""


def unit_of_title(title: str) -> str:
    """Return the organisation or place a title begins with; "" if it names none.

    Examples
    --------
    >>> unit_of_title("2024年安平市审计局工作要点"), unit_of_title("关于印发《柳河镇2024年任务分解表》的通知")
    ('安平市审计局', '柳河镇')
    """
    if not title:
        return ""
    bare = re.sub(r"\s", "", title)
    notice = _NOTICE.match(bare)
    if notice and not notice["issuer"]:
        bare = notice["plan"]
    rest = _FRONT.sub("", bare.strip("《》"))
    rest = HAN_YEAR.sub("", rest, count=1).removeprefix("年").removeprefix("度")
    rest = _SUBJECT.split(rest, maxsplit=1)[0]
    rest = _KIND.sub(lambda m: "政府" if m[0].startswith("政府") else "", rest)
    return _tidy(_longest_unit(_KIND_AT_END.sub("", rest) if rest == bare else rest))


def name_of_issuer(words: str) -> str:
    """Return the unit that some words name and nothing else; "" if they say more, or do not say whose it is.

    Examples
    --------
    >>> name_of_issuer("中共柳河镇委员会柳河镇人民政府"), name_of_issuer("机关党委"), name_of_issuer("抓好支部")
    ('柳河镇', '', '')
    """
    if not names_issuer(words):
        return ""
    unit = _tidy(_SEAL.sub("", words))
    return "" if GENERIC.fullmatch(unit) else unit


def names_issuer(words: str) -> bool:
    """Say whether some words are the name of a unit, be it a general one.

    Examples
    --------
    >>> names_issuer("机关党委"), names_issuer("柳河镇人民政府（盖章）"), names_issuer("抓好支部")
    (True, True, False)
    """
    name = _SEAL.sub("", words)
    return bool(name) and _longest_unit(name) == name


def names_place(name: str) -> bool:
    """Say whether the name of a unit says of which place it is; 人社局 may also be a cell of a table.

    Examples
    --------
    >>> names_place("柳河县人社局"), names_place("人社局"), names_place("县人社局")
    (True, False, False)
    """
    return _PLACED.match(name) is not None


def _longest_unit(words: str) -> str:
    """Return the longest beginning of some words that is the name of a unit."""
    if _PROVINCE.match(words):
        return words
    found = UNIT.match(words)
    return found[0] if found else ""


def _tidy(unit: str) -> str:
    """Name a government by its place and a province in full; drop 全, 中共 and the name of the state."""
    if not unit:
        return ""
    unit = _STATE.sub("", re.sub(r"^(?:全(?=[省市区县州旗])|中共|中国共产党)", "", unit))
    short = _PROVINCE.match(unit)
    if short:
        return short[1] + PROVINCES[short[1]]
    place = _JOINT.fullmatch(unit) or _GOVERNMENT.fullmatch(unit)
    return place[1] if place else unit


def unit_of_folders(folders: Sequence[str]) -> str:
    """Return the unit that the innermost folder named like one stands for, with the place folders around it."""
    named = [unit for folder in folders if (unit := _unit_of_folder(folder))]
    unit = named.pop() if named else ""
    for place in reversed(named):
        if re.search(rf"[{LEVELS}]$", place) and not unit.startswith(place):
            unit = place + unit
    return unit


def _unit_of_folder(folder: str) -> str:
    """Return a folder's name if it is that of a unit or a province."""
    if not folder:
        return ""
    name = re.sub(rf"{YEAR}年?度?|^[\d._\s-]+", "", folder).strip(" _-")
    found = _longest_unit(name)
    return _tidy(found) if found and found == name else ""


def unit_of_head(opening: str) -> str:
    """Return the unit that the meeting or the speaker stands for."""
    for needed, pattern in _SPEAKERS:
        found = pattern.search(opening) if needed.search(opening) else None
        if found:
            name = re.sub(r"^(?:中国共产党|全国|.*在)", "", found[1])
            if _longest_unit(name) == name:  # 我代表市委部署 names no unit
                return _tidy(name)
    return ""
