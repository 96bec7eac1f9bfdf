"""Tell title, unit and year of a plan from its first lines and its path.

The title is the first heading-like line that ends in a kind of plan (工作要点, 报告, 规划 …), joined with the lines it is
broken over. The unit is the organisation or place that the title, the path, the meeting or the speaker names. The year
is the one of the title, else of the path, else of the date line, else of the first sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.breaks import broken_lines
from plananalysis.corpus.readers.numbering import chinese
from plananalysis.folding import simplify

_HEAD_LINES = 40
_HEAD_CHARS = 2000
_LINE_CHARS = 300
_LONGEST_TITLE = 60

_KIND = re.compile(
    r"(?:工作要点|要点|报告|计划|规划|纲要|方案|总结|安排|意见|部署|打算|讲话|发言|致辞|清单|决定|通知|汇报|概要|公报|思路|"
    r"工作任务|重点任务|任务书|工作重点|目标任务|目标|责任书|办法|细则|措施|提纲|述职|预案|倡议|建议|公告|通报|议案|白皮书|行动)"
    r"(?:[（(〔\[【][^（）()]{1,20}[）)〕\]】])*$"
)
_NOT_TITLE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,3}(?:[.．、\s]|[\u4e00-\u9fff])|第[一二三四五六七八九十百]+[章节条篇]|[①-⑳]"
    r"|来源|时间|日期|作者|编辑|发布|责任编辑|索引号|发文|文号|主题词|当前位置|当前栏目|目\s*录$|附件|附[:：]|抄送|【|\[)"
)
_SALUTATION = re.compile(r"^(?:各位|同志们|尊敬的|代表们|各[^，。]{1,20}[:：]$)")
_DATE_LINE = re.compile(
    r"^[（(]?[—–-]*\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|^[（(]?[—–-]{1,6}\s*(?:在)?(?:19|20)?\d"
)
_SPEAKER = re.compile(r"(?:长|主席|主任|书记|总理)[\u3400-\u9fff·]{2,12}$")
_DOCUMENT_NUMBER = re.compile(r"[〔\[［（(]\s*(?:19|20)\d\d\s*[〕\]］）)]\s*第?\s*\d+\s*号")
_SENTENCE = tuple("。；;！!？?，,：:、")

_ORGANISATION = (
    r"(?:自治区|自治州|自治县|自治旗|特别行政区|开发区|高新区|示范区|管理区|矿区|林区|新区|园区|景区|街道办事处|街道|社区|"
    r"省|市|区|县|旗|盟|州|镇|乡|村|"
    r"工作委员会|委员会|管委会|居委会|村委会|常委会|党工委|党委|党组|党总支|党支部|机关工委|工委|团委|妇联|国资委|发改委|卫健委|住建委|政法委|纪委|市委|省委|县委|区委|州委|委|"
    r"人民政府|政府|国务院|办公厅|办公室|指挥部|人民法院|人民检察院|法院|检察院|人大|政协|"
    r"总工会|工会|联合会|研究会|协会|学会|商会|红十字会|基金会|残联|文联|工商联|科协|社科联|"
    r"总局|分局|局|厅|司|部|署|委办|办|总队|支队|大队|研究院|学院|医院|卫生院|院|研究所|派出所|事务所|所|中心|总站|站|处|科|馆|台|"
    r"大学|学校|中学|小学|幼儿园|党校|公司|集团|银行|信用社|厂|矿|农场|林场|报社|出版社|社|机关)"
)
_NOT_AFTER = r"(?![长域场民值级员托门分面势理置于法公事好学有士校庄矫正际直型属各办组容部联盟会队]|域|力|建设|服务(?!中心)|质量|技术)"
_VERB = r"(?:推进|推动|加强|做好|深化|开展|进一步|全面|贯彻|落实|促进|完善|提升|提高|强化|建设|支持|加快|建立|健全|实施|规范|优化|构建|打造|切实|扎实|学习|印发|转发)"
_UNIT = re.compile(rf"^(?!{_VERB})[\u3400-\u9fffXx×Ｘ○某·]{{1,30}}{_ORGANISATION}{_NOT_AFTER}")
_GENERIC = re.compile(
    r"(?:全|我|本|各|[某XxＸ×○]+|省|市|区|县|旗|州|盟|乡|镇|村|街道|社区|直属|直|级|属|机关|单位|部门|基层|系统|委员会|工作委员会|党工委|工委|党委|"
    r"党组|党总支|党支部|支部|党|委|人民政府|政府|办公室|办公厅|办|局|厅|部|处|院|所|站|中心|集团|公司|学校|学院|大学|中学|小学|医院|银行|自治区|中共)+"
)
_PROVINCES = {
    "北京": "市", "天津": "市", "上海": "市", "重庆": "市", "河北": "省", "山西": "省", "辽宁": "省", "吉林": "省", "黑龙江": "省",
    "江苏": "省", "浙江": "省", "安徽": "省", "福建": "省", "江西": "省", "山东": "省", "河南": "省", "湖北": "省", "湖南": "省",
    "广东": "省", "海南": "省", "四川": "省", "贵州": "省", "云南": "省", "陕西": "省", "甘肃": "省", "青海": "省", "台湾": "省",
    "内蒙古": "自治区", "广西": "壮族自治区", "西藏": "自治区", "宁夏": "回族自治区", "新疆": "维吾尔自治区",
    "香港": "特别行政区", "澳门": "特别行政区",
}  # fmt: skip
_PROVINCE = re.compile(rf"^({'|'.join(_PROVINCES)})(?:$|人民政府$|政府$)")
_SPEAKS = (
    r"(?:(?:向|对|就)[^。\n]{1,40}?(?:报告|汇报|述职|表示|致以|部署|总结|说明|安排|通报|讲)"
    r"|[作做][^。\n]{0,20}?(?:报告|汇报|述职|发言|讲话|总结|部署|说明)|报告|汇报|述职)"
)
"""What a speaker does on behalf of a unit: 我代表市人民政府，向大会报告工作."""
_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９〇○", "0123456789〇〇")
_FULL_WIDTH_DIGIT = re.compile("[０-９〇○]")
_ESCAPED = re.compile(r"<U\+[0-9A-F]{4}>")
_SPACE = re.compile("[ \u3000\xa0]")
_SPREAD = re.compile(
    r"(?<=[^\x00-\xff])[ \u3000\xa0]+(?=[^\x00-\xff])|(?<=\d) +(?=年)|(?<=年) +(?=[^\x00-\xff])"
)
_HAN_YEAR = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")
_FIVE_YEARS = re.compile(
    r"第?(十?[一二三四五六七八九十])(?:个五年|五[”’」]?(?:时期)?(?:规划|计划|国民|[^\d]{0,20}规划))"
)

_OPAQUE = re.compile(
    r"(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f-]{8,}|\d{10,}", re.I
)  # a hash or a serial number


class Guess(NamedTuple):
    """What a document says about itself; ``sure`` is False where the unit is a general word such as 机关."""

    title: str
    year: int | None
    unit: str
    sure: bool


def guess(text: str, excluded: Sequence[tuple[int, int]], path: str, *, top: str = "") -> Guess:
    r"""Tell title, year and unit of one document.

    Parameters
    ----------
    text
        The document's text.
    excluded
        Half-open spans that are no part of the document (adverts, page furniture).
    path
        The file's path below the corpus, with ``/``.
    top
        Name of the folder that is the corpus itself; it can name the unit, not the year.

    Returns
    -------
    Guess
        With ``unit == ""`` if none can be told, ``year`` None likewise; ``title`` falls back to the file's stem.

    Examples
    --------
    >>> guess("某某市审计局\n2023年工作要点\n\n一、总体要求", [], "plans/a.txt")
    Guess(title='某某市审计局2023年工作要点', year=2023, unit='某某市审计局', sure=True)
    """
    head = _head(text, excluded)
    path, top = path.replace("\n", " "), top.replace("\n", " ")
    printed = "\n".join([*head, path, top])
    simple = simplify(printed)
    if simple == printed:
        return _guess(head, path, top)
    *head, path, top = simple.split("\n")
    found = _guess(head, path, top)
    return found._replace(
        title=_as_printed(found.title, simple, printed), unit=_as_printed(found.unit, simple, printed)
    )


def _as_printed(words: str, simple: str, printed: str) -> str:
    """Return words found in simplified characters as they stand in the document: 紅川市 for 红川市."""
    for joint in ("", "\n"):  # a title may be broken over lines
        where, original = simple.replace("\n", joint), printed.replace("\n", joint)
        start = where.find(words)
        if start >= 0:
            return original[start : start + len(words)]
    return words


def _guess(head: list[str], path: str, top: str) -> Guess:
    """Tell title, year and unit by a document's first lines and its path, all in simplified characters."""
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    title = _title(head)
    year = (
        _year_of_title(title or "")
        or _year_of_title(stem)
        or _year_of_path(f"{folders}/{stem}")
        or _year_of_head(head)
    )
    in_title, in_stem = _unit_of_title(title or ""), _unit_of_title(_bare_stem(stem))
    for named in (in_title, in_stem):
        if named and not _GENERIC.fullmatch(named):
            return Guess(title or stem, year, named, True)
    in_folders = _unit_of_folders([top, *folders.split("/")])
    if in_folders:  # even a general word: the user has sorted the files by it
        return Guess(title or stem, year, in_folders, True)
    in_head = _unit_of_head("\n".join(head))
    if in_head and not _GENERIC.fullmatch(in_head):
        return Guess(title or stem, year, in_head, True)
    speech = title is not None and re.search(r"会议?上的", title) is not None
    unit = (in_head or in_title or in_stem) if speech else (in_title or in_stem or in_head)
    if title and not unit and _OPAQUE.search(stem):
        unit = _topic(title)
    return Guess(title or stem, year, unit, False)


def _topic(title: str) -> str:
    """Return what a title says besides year and kind of plan: 机关党的建设 of 2020年机关党的建设工作要点."""
    return re.sub(
        rf"^(?:在|关于)?(?:{_YEAR}年?度?)?",
        "",
        re.sub(rf"(?:的?(?:工作|实施|指导))?{_KIND.pattern}", "", title),
    )


def _clean(line: str) -> str:
    """Strip a line; take out the spaces that spread a title over the page, and full-width digits."""
    if "<U+" in line:
        line = _ESCAPED.sub(" ", line)
    line = line.strip(" \t\u3000\xa0\u2003\u2002\ufeff#*")
    if _FULL_WIDTH_DIGIT.search(line):
        line = line.translate(_FULL_WIDTH)
    return _SPREAD.sub("", line) if _SPACE.search(line) else line


def _head(text: str, excluded: Sequence[tuple[int, int]]) -> list[str]:
    """Return the first lines that are part of the document, cleaned, without blank ones."""
    lines: list[str] = []
    used = 0
    for start, end in _line_bounds(text):
        touching = [a for a, b in excluded if a < end and b > start]
        stop = min([end, start + _LINE_CHARS, *touching])
        if start < stop and (line := _clean(text[start:stop])):
            lines.append(line)
            used += len(line)
        if len(lines) == _HEAD_LINES or used >= _HEAD_CHARS:
            break
    return lines


def _line_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line; a long first line is broken as it is for the outline."""
    start = len(text) - len(text.lstrip())
    first = start
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start == first and end - start > _LONGEST_TITLE:
            bounds = [start + at for at in broken_lines(text[start : min(end, start + _HEAD_CHARS)])[1]]
            yield from pairwise(bounds[:-1])
            start = bounds[-2]
        yield start, end
        start = end + 1


def _title(head: list[str]) -> str | None:
    """Return the title among the first lines, or None."""
    first: str | None = None
    for index, line in enumerate(head):
        front = re.split(r"\s*(?:——|--+|(?<!\d)—)\s*", line)[0] if not line.startswith(("—", "-")) else ""
        front = re.sub(r"^《([^《》]*)》$", r"\1", front)
        if _SALUTATION.match(line) or (len(line) > _LONGEST_TITLE and not _KIND.search(front)):
            break
        if not _may_be_title(front):
            continue
        if _KIND.search(front):
            return _broken_title(head[:index], front)
        first = first or (None if _SPEAKER.search(front) else front)
    return first


def _may_be_title(line: str) -> bool:
    """Tell whether a line has the shape of a title."""
    return (
        2 <= len(line) <= _LONGEST_TITLE
        and not line.endswith(_SENTENCE)
        and not _NOT_TITLE.match(line)
        and not _DATE_LINE.match(line)
        and not _DOCUMENT_NUMBER.search(line)
        and re.search(r"[\u3400-\u9fff]", line) is not None
    )


def _broken_title(above: list[str], last: str) -> str:
    """Join a title with the lines above that it is broken over: a unit, a year, an unfinished phrase."""
    title = last
    for line in reversed(above[-3:]):
        starts = re.match(rf"(?:在|关于|中共|{_YEAR})", line)
        unit = _UNIT.match(line)
        unfinished = (
            starts
            or re.search(r"关于|印发|转发", line)
            or (unit and unit[0] == line)
            or line.endswith(("的", "和", "与", "及"))
        )
        if (
            not unfinished
            or not _may_be_title(line)
            or _KIND.search(line)
            or len(line + title) > _LONGEST_TITLE
        ):
            break
        title = line + title
    return title


def _year_of_title(title: str) -> int | None:
    """Return the year that a title is about: the start of a range, else the latest year named."""
    title = _HAN_YEAR.sub(_arabic, title.translate(_FULL_WIDTH))
    span = re.search(rf"{_YEAR}年?\s*[-—–~～至到]+\s*{_YEAR}", title)
    if span:
        return int(span[1])
    plan = _FIVE_YEARS.search(title)
    if plan:
        return _five_year_start(plan[1])
    years = [int(m[1]) for m in re.finditer(rf"{_YEAR}\s*年(?!远景)", title)]
    return max(years, default=None)


def _arabic(match: re.Match) -> str:
    """Write a Chinese year in digits."""
    return "".join(str("〇一二三四五六七八九".index("〇" if c == "零" else c)) for c in match[0])


def _five_year_start(number: str) -> int | None:
    """Return the first year of a five-year plan: the third began in 1966, each later one five years after."""
    count = {chinese(n): n for n in range(1, 20)}.get(number)
    if count is None:
        return None
    return (1953, 1958)[count - 1] if count < 3 else 1966 + 5 * (count - 3)


def _year_of_path(path: str) -> int | None:
    """Return the last year that stands alone in a path, or begins a date such as 20230115."""
    found = re.findall(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?=(?:[01]\d(?:[0-3]\d)?)?(?![0-9A-Za-z]))", path)
    return int(found[-1]) if found else None


def _year_of_head(head: list[str]) -> int | None:
    """Return the year of the date line or of the first sentence."""
    running = ""
    for line in head:
        line = _HAN_YEAR.sub(_arabic, line)
        date = re.search(rf"{_YEAR}年\d{{1,2}}月\d{{1,2}}日", line)
        if date and not re.search(r"来源|时间|发布|日期|www", line):
            return int(date[1])
        if len(line) > 30 and not running:
            running = line
    opening = re.match(rf"[^。“”《》（）()]{{0,12}}?(?<![到至]){_YEAR}年", running)
    return int(opening[1]) if opening else None


def _bare_stem(stem: str) -> str:
    """Return a file name's words without leading counters and separators."""
    return re.sub(r"[_\s]+", "", re.sub(r"^[\d\s._-]{1,5}(?=[^\d年])", "", stem))


def _unit_of_title(title: str) -> str:
    """Return the organisation or place a title begins with; "" if it names none."""
    rest = re.sub(r"\s", "", title).strip("《》")
    rest = re.sub(rf"^(?:在|关于)?(?:{_YEAR}年?度?)?", "", rest)
    rest = _HAN_YEAR.sub("", rest, count=1).removeprefix("年").removeprefix("度")
    rest = re.split(
        rf"关于|{_YEAR}|“|第?十[一二三四五六七八九]五|第[一二三四五六七八九十]+[届次]|国民经济|印发", rest
    )[0]
    rest = re.sub(
        r"(?:政府工作报告|工作报告|工作要点|工作计划|工作总结|工作方案|工作安排)[^工]*$",
        lambda m: "政府" if m[0].startswith("政府") else "",
        rest,
    )
    return _tidy(_longest_unit(rest))


def _longest_unit(words: str) -> str:
    """Return the longest beginning of some words that is the name of a unit."""
    if _PROVINCE.match(words):
        return words
    found = _UNIT.match(words)
    return found[0] if found else ""


def _tidy(unit: str) -> str:
    """Name a government by its place and a province in full; drop 全 and 中共."""
    unit = re.sub(r"^(?:全(?=[省市区县州旗])|中共|中国共产党)", "", unit)
    short = _PROVINCE.match(unit)
    if short:
        return short[1] + _PROVINCES[short[1]]
    place = re.fullmatch(r"(.{2,}[省市区县旗州盟乡镇]|国务院)(?:人民)?政府", unit)
    return place[1] if place else unit


def _unit_of_folders(folders: Sequence[str]) -> str:
    """Return the unit that the innermost folder named like one stands for, with the place folders around it."""
    named = [unit for folder in folders if (unit := _unit_of_folder(folder))]
    unit = named.pop() if named else ""
    for place in reversed(named):
        if re.search(r"[省市区县旗州盟乡镇]$", place) and not unit.startswith(place):
            unit = place + unit
    return unit


def _unit_of_folder(folder: str) -> str:
    """Return a folder's name if it is that of a unit or a province."""
    name = re.sub(rf"{_YEAR}年?度?|^[\d._\s-]+", "", folder).strip(" _-")
    found = _longest_unit(name)
    return _tidy(found) if found and found == name else ""


def _unit_of_head(opening: str) -> str:
    """Return the unit that the meeting or the speaker stands for."""
    patterns = (
        r"在([\u3400-\u9fff]{2,20}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟|乡|镇))第[一二三四五六七八九十\d]+届",
        r"([\u3400-\u9fff]{2,20}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟|乡|镇))(?:人民政府)(?:代)?(?:省长|市长|区长|县长|州长|旗长|盟长|主席|乡长|镇长)",
        r"(国务院)(?:总理|副总理)",
        rf"我(?:受|谨)?代表(国务院|[\u3400-\u9fff·]{{2,20}}?)，?{_SPEAKS}",
    )
    for pattern in patterns:
        found = re.search(pattern, opening)
        if found:
            name = re.sub(r"^(?:中国共产党|全国|.*在)", "", found[1])
            if _longest_unit(name) == name:  # 我代表市委部署 names no unit
                return _tidy(name)
    return ""
