"""Levels of government: what the name of a unit, or a word of the metadata, says of the level that it is of."""

from plananalysis.language.rules import Rule

LEVELS = ("national", "province", "city", "county", "township")
"""From the highest to the lowest."""

_BODY = "(?:人民政府|政府|党委|委员会|委|人大|政协|级|[一-龥]{1,12}[局办部厅委院]|$)"
"""What may follow the rank of a place: its government, or an office of it."""

LEVEL_RULES = (
    Rule(
        "township",
        "(?:[镇乡]|街道(?:办事处|工委)?)(?:人民政府|政府|党委|党工委|级|$)",
        "the lowest government is that of a township or a street",
        "白石县柳溪镇人民政府",
        "白石县乡村振兴局",
        kind="township",
    ),
    Rule(
        "county",
        f"县|旗{_BODY}|(?<![开发新高治保园景矿林政地])区{_BODY}",
        "a county, a banner or a district of a city, itself or an office of it",
        "白石市柳溪区财政局",
        "白石市经济技术开发区管委会",
        kind="county",
    ),
    Rule(
        "zone",
        "开发区|经开区|高新区|新区|园区",
        "a zone is of the level that its city gives it, which its name does not say",
        "白石市经济技术开发区管委会",
        "白石市柳溪区",
        kind="",
    ),
    Rule(
        "municipality",
        "^(?:中共)?(?:北京|天津|上海|重庆)",
        "four cities have the rank of a province",
        "重庆市人民政府",
        "白石市人民政府",
        kind="province",
    ),
    Rule(
        "national",
        "^(?:中共中央|中央|党中央|国务院|全国|国家|中华人民共和国)",
        "the central government, the central committee, or an office of them",
        "国务院办公厅",
        "白石省国务院督查组",
        kind="national",
    ),
    Rule(
        "city",
        f"市(?!场)|自治州|地区|盟{_BODY}",
        "a city below the province, itself or an office of it",
        "市财政局",
        "省市场监管局",
        kind="city",
    ),
    Rule(
        "province",
        "省|自治区|特别行政区",
        "a province, itself or an office of it",
        "白石省发展改革委",
        "国家发展改革委",
        kind="province",
    ),
)
"""The first rule that is found counts: the lowest place that a name holds is the one that speaks, but for the name of a central
body, whose 市场 or 地区 (国家市场监管总局, 国务院西部地区开发办) is no place of its own."""
