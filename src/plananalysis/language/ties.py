"""What ties an amount to that which is measured: bounds, verbs of change and of standing, words of rate.

The expressions are looked for right before an amount, from the amount backwards, until none is found:
控制在 + 不超过 + 5%, 总量 + 达到 + 约 + 3万吨.
"""

from plananalysis.language.acts import ACTS, PROMISING, TYING
from plananalysis.language.numerals import COUNTING
from plananalysis.language.rules import Rule, any_of

_TO = "(?:到|至|为|了|达到?)"
FALLS = tuple("下降 降低 减少 压减 压缩 缩短 削减 下调 下浮 回落 降 减".split())
"""Verbs that say that something becomes less."""
CHANGES = [
    *"增长 增加 提高 提升 上升 上涨 上浮 上调 扩大 回升 延长 缩小 放宽 翻 增 升 扩".split(),
    *FALLS,
]
"""Verbs that say how something changes."""
_HOLDS = "控制 稳定 保持 维持 确定 设定 安排 调整 确保 落实 恢复 延续 限定".split()

_ABOVE = any_of("超过 突破 高于 多于 大于".split())
_BELOW = any_of("少于 低于 小于".split())
_COUNTED = "每(?:立方米|平方米|平方公里|千人|万人|公顷|百户|亩|人)(?:口?拥有)?"

BOUNDS: tuple[Rule, ...] = (
    Rule(
        "at least",
        rf"(?:不得?{_BELOW}|至少|最少|不下于?|(?<![不得])(?:{_ABOVE}|超))$",
        "no less, or more than so many",
        "培训不少于",
        "经费不突破",
        kind="at_least",
    ),
    Rule(
        "at most",
        rf"(?:不得?{_ABOVE}|至多|最多|(?<![不得]){_BELOW})$",
        "no more, or less than so many",
        "篇幅不超过",
        "年产不低于",
        kind="at_most",
    ),
    Rule("about", "(?:大约|大致|将近|接近|(?<!节)约|近)$", "roughly so many", "总量约", "节约", kind="about"),
)
"""Words that bind an amount; they are part of its wording."""

LOOSE: tuple[Rule, ...] = (
    Rule(
        "at least so many of",
        r"(?:不得?(?:少于|低于)|至少|占)[^，。；\d]{1,20}的$",
        "what the share is of stands between the bound and the share",
        "压减不低于总数的",
        "占总数的比重",
        kind="at_least",
    ),
    Rule(
        "at most so many of",
        r"不得?(?:超过|高于)[^，。；\d]{1,20}的$",
        "the same for what is not exceeded",
        "支出不超过预算的",
        "不低于预算的",
        kind="at_most",
    ),
)
"""The same before a share in words: 不低于总数的三成."""

APART: tuple[Rule, ...] = (
    Rule(
        "at least, words between",
        rf"(?:至少|最少|起码)(?!的)[^，。；：、\d{COUNTING}十]{{1,12}}$",
        "what is done stands between the bound and the first number behind it",
        "各支部至少组织",
        "至少两名干部走访",
        kind="at_least",
    ),
    Rule(
        "at most, words between",
        rf"(?:至多|最多)(?:每[年月季周])?{any_of(sorted({*ACTS, *TYING}))}[了过]?$",
        "the same where a verb follows; 最多 before other words is a superlative",
        "每年最多开展",
        "项目最多的市",
        kind="at_most",
    ),
)
"""The same where it stands apart from the number; then it is no part of its wording: 至少安排1次."""

TIES = (
    Rule(
        "change to",
        rf"(?:{any_of(CHANGES)})?{_TO}$",
        "to where it changes",
        "能耗降至",
        "能耗降低",
        kind="level",
    ),
    Rule(
        "change by", rf"{any_of(CHANGES)}$", "by how much it changes", "产值增长", "产值达到", kind="change"
    ),
    Rule(
        "hold",
        rf"{any_of(_HOLDS)}(?:在|于|到|为)$",
        "at which value it is held",
        "失业率控制在",
        "加强控制",
        kind="level",
    ),
    Rule("stay", "(?:保持|稳定|维持)$", "the same without 在", "覆盖率保持", "保持在一成", kind="level"),
    Rule(
        "stand",
        "(?<![变认作成因行现存])(?:为|是|占|按|居|在)$",
        "what its value is",
        "税率为",
        "作为",
        kind="level",
    ),
    Rule("do", rf"{any_of(TYING)}(?:了)?$", "what is done with so many", "企业新增", "新增企业", kind="act"),
    Rule(
        "rate",
        "(?:[日月年季]均|人均|户均|亩均|每(?:[日月年人户亩天]|季度|人每年|年每人|人每月|月每人)|平均|分别|各|(?<!平)均|共计?|合计|总计|累计|总共|"
        rf"一共|全年|年度|合共|{_COUNTED}|全[国省市区县州旗]|其中|拟?先|(?:同|环)比|[比较](?:去年|上年|上年同期)|再|就(?<!成就)|(?<![主需重纪概首提紧])要|将|拟|已|等)$",
        "by what it is counted, or that it is the sum, or shared out",
        "产能日均",
        "均衡",
        kind="rate",
    ),
    Rule(
        "strive",
        f"{any_of(PROMISING)}$",
        "how firmly it is promised",
        "力争",
        "争先",
        kind="force",
    ),
)
"""Words between what is measured and the amount; they are no part of either."""

EACH = f"{_COUNTED}$"
"""By what an amount is counted; it is part of its wording: 每千人口拥有3张床位."""

FORCES = (
    Rule(
        "ensure",
        "确保|务必|必须(?!的)|保证",
        "it is promised without reserve",
        "确保达标",
        "保障达标",
        kind="确保",
    ),
    Rule("strive", "力争|争取|力求", "it is striven for", "力争达标", "竞争", kind="力争"),
    Rule("effort", "努力", "the effort is promised", "努力达标", "大力", kind="努力"),
    Rule("expect", "预期|预计", "it is expected", "预期增长", "预算", kind="预期"),
)
"""How firmly a target is promised."""

EXPECTED = r"(?:预期|主要|发展|总体|工作)目标[^。；，\n]{0,8}(?:是|为|：|:)"
"""What makes everything up to the full stop an expected target."""

COMPARED = r"^(?:其中)?(?:，)?(?:比|较|同比|环比|高于|低于|超过|多于|占)"
"""How a clause begins that sets an amount beside another one: 比上年增加3亿元."""
