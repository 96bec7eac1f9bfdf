"""Tell the unit a plan is of: the organisation or place that its title, its folder, the meeting or the speaker names."""

import re
from collections.abc import Sequence

from plananalysis.corpus.naming_years import HAN_YEAR, YEAR

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
UNIT = re.compile(rf"^(?!{_VERB})[\u3400-\u9fffXx×Ｘ○某·]{{1,30}}{_ORGANISATION}{_NOT_AFTER}")
GENERIC = re.compile(
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


_FRONT = re.compile(rf"^(?:在|关于)?(?:{YEAR}年?度?)?")
_SUBJECT = re.compile(
    rf"关于|{YEAR}|“|第?十[一二三四五六七八九]五|第[一二三四五六七八九十]+[届次]|国民经济|印发"
)
_KIND = re.compile(r"(?:政府工作报告|工作报告|工作要点|工作计划|工作总结|工作方案|工作安排)[^工]*$")
_PLACE = r"[\u3400-\u9fff]{2,20}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟|乡|镇)"
_LEADS = r"人民政府代?(?:省长|市长|区长|县长|州长|旗长|盟长|主席|乡长|镇长)"
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


def unit_of_title(title: str) -> str:
    """Return the organisation or place a title begins with; "" if it names none."""
    if not title:
        return ""
    rest = _FRONT.sub("", re.sub(r"\s", "", title).strip("《》"))
    rest = HAN_YEAR.sub("", rest, count=1).removeprefix("年").removeprefix("度")
    rest = _SUBJECT.split(rest, maxsplit=1)[0]
    rest = _KIND.sub(lambda m: "政府" if m[0].startswith("政府") else "", rest)
    return _tidy(_longest_unit(rest))


def _longest_unit(words: str) -> str:
    """Return the longest beginning of some words that is the name of a unit."""
    if _PROVINCE.match(words):
        return words
    found = UNIT.match(words)
    return found[0] if found else ""


def _tidy(unit: str) -> str:
    """Name a government by its place and a province in full; drop 全 and 中共."""
    if not unit:
        return ""
    unit = re.sub(r"^(?:全(?=[省市区县州旗])|中共|中国共产党)", "", unit)
    short = _PROVINCE.match(unit)
    if short:
        return short[1] + _PROVINCES[short[1]]
    place = re.fullmatch(r"(.{2,}[省市区县旗州盟乡镇]|国务院)(?:人民)?政府", unit)
    return place[1] if place else unit


def unit_of_folders(folders: Sequence[str]) -> str:
    """Return the unit that the innermost folder named like one stands for, with the place folders around it."""
    named = [unit for folder in folders if (unit := _unit_of_folder(folder))]
    unit = named.pop() if named else ""
    for place in reversed(named):
        if re.search(r"[省市区县旗州盟乡镇]$", place) and not unit.startswith(place):
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
