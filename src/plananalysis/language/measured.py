"""What is measured: the words before it that are no part of it, and what it is no part of."""

from plananalysis.language.acts import PROMISING
from plananalysis.language.adverbs import BEFORE_LEADING_VERBS, GROUPS
from plananalysis.language.rules import Rule
from plananalysis.language.times import NUMBER

NOUN_AFTER_VERB = tuple(
    "业 区 地 站 率 度 费 额 量 数 者 员 面 体系 时间 人数 经费 资金 能力 规模 强度 总量 任务 期 比重 比例 水平 标准 收入 支出 成本 效率 试点 总额 总值 价格 指数 性 "
    "贸易 消费 人口 人员 产值 产量 项目 贷款 用地 面积 里程 基金 总投资".split()
)
"""What makes a verb before it the first half of a noun: 改造面积, 服务业."""

ATTRIBUTIVES = frozenset("重点 系统 科学 集中 精准 精心 专项 统筹 基层 协同".split())
"""Adverbs that stand before nouns as well: 重点企业."""

OPENINGS = tuple(
    {
        *(word for group in GROUPS for word in group if len(word) > 1 and word not in ATTRIBUTIVES),
        *(word for word in BEFORE_LEADING_VERBS if word not in ATTRIBUTIVES),
        *PROMISING,
        *"其中 以及 全部 多渠道 年内 当年 今年 全年 明年 本年度 年度 我们 我省 我市 我县 我区 建议 包括 尽快 优先 提前 "
        "全国 全省 全市 全县 全区 力度 抓紧 稳步 主动 精心 新一轮 每年 年均 正常年景下 为此 提出 逐年 逐步 适当 适度 相应 大幅 大幅度 合理 先行 至少 最少 起码 至多".split(),
    }
)
"""Words before what is measured that are no part of it."""

EVERY = rf"每(?:{NUMBER}?个?)(?:季度|半?年|月份?|周|日|天|学期|学年|次|期|季)末?"
"""How often, before what is done."""

TIMES = rf"{EVERY}|[\u4e00-\u9fff■]{{2,8}}期间|(?:20\d\d年)?(?:\d{{1,2}}月(?:份|底|末)?|年底|年末|上半年|下半年|[一二三四]季度|到20\d\d年)(?:之?前|以前|内)?|(?:今后|未来)[一二两三四五六七八九十几]+年|[一二两三四五六七八九十几]+年内|计划期内|首批|[①-⑳]|[一二三四五六七八九十]+是|\d{{1,2}}[.、]|[（(][一二三四五六七八九十\d]+[）)]"
"""Days, and numbers of items, before what is measured."""

FUNDERS = "(?:(?:中央|地方|各级|省级?|市级?|县级?|区级?|本级|国家|自治区)(?:和|、)?)+财政(?!赤字|收入|支出|补助|投入|资金|预算|收支|性|存量)|各级政府|中央政府(?!投资|建设)|国家(?=拟|将|再|新增|安排|投入)"
"""Who gives money: no part of what it is for."""

PLAIN = ("目标", "任务", "目标任务", "指标", "水平", "标准")
"""Words behind an amount that do not say what it measures."""

TOTALS = r"(?:总额|总规模|规模)$"
"""What may stand between a verb and the sum of what it makes: 设立总规模5亿元的基金."""

SHORT_OPENINGS = (
    "先(?!进|行|导|锋)|并(?!购|网|联|轨)|再(?!生|就业|贷款|制造|造)|要(?!素|求|点|件|道|塞|闻|害)|将|拟|使(?!用|命|馆)|让(?!利)|把|对(?!外|口|接|标|象|台)|"
    "为(?!民|老)|在(?!校|建|职|岗|园|线|册|编|读|库|逃)|共(?!享|建|同|青|富)|还|又|也(?!门)|均(?!衡|价|等)|都(?!市)|含|新(?=开发|培育|认定|建设|改造|发展|组建|引进|打造|创建|设立)"
)
"""Short ones, with what they begin instead."""

TAILS = tuple("先 等 共 约 的 总体 再 各 将 要 均 也 还 又 就 可 全年 年均 分别 力争 确保 达 新".split())
"""Words behind what is measured that are no part of it."""

WORKS = tuple(
    "工程 项目 电站 机组 生产线 装置 基地 水厂 水库 码头 泊位 高速 大桥 线路 储能 光伏 风电 电厂 园区 产业园 管道 铁路 公路 改扩建 扩建 建设 基金 平台 中心".split()
)
"""Heads of the names of works, whose size is an attribute: 白石水厂3万吨扩建工程."""

ALREADY = r"(?:已[^，。；]{1,8}的|(?<![没所只富具还含])有|现有)$"
"""What stands before a number of things that are there already."""

FUNDED = r"^(?:专项)?(?:用于|支持|补助)"
"""What a sum is for."""

ATTRIBUTIVE = (
    Rule(
        "grade",
        "^级",
        "a size that names a grade",
        "级码头",
        "个等级",
    ),
    Rule(
        "of",
        "^的",
        "a number before 的 says what something is like",
        "的项目",
        "目的",
    ),
)
"""How the words behind a number begin that is an attribute."""

AND = "[、和与及或]|以及|并"
"""What joins two things that are measured."""
