"""What is measured: the words before it that are no part of it, the verbs that make it, and what ends it."""

from plananalysis.language.adverbs import BEFORE_LEADING_VERBS, GROUPS
from plananalysis.language.rules import Rule, any_of
from plananalysis.language.verbs import LEADING_VERBS

ACTS = tuple(
    "开行 净增 新开 投产 开发 运行 运营 维护 管护 新建改造 新建改建 新改扩建 新改建 改扩建 新建 改建 扩建 改造 建设 建成 建好 建立 新设 增设 设立 开设 打造 培育 培养 创建 争创 创成 新增 增加 引进 引育 招引 招录 招聘 "
    "选派 选树 投放 打通 新开工 开工建设 开工改造 开工 开通 安排 投入 筹集 筹措 筹建 完成 实现 实施 推广 开展 举办 组织 发放 补充 恢复 修复 修建 修缮 整修 种植 营造 "
    "认定 评定 评选 遴选 建强 吸引 吸纳 帮助 帮扶 解决 覆盖 惠及 轮训 资助 救助 提供 供应 制定 修订 发布 攻克 突破 盘活 处置 清理 淘汰 关停 压减 压降 削减 减少 "
    "办好 抓好 办理 化解 储备 谋划 发行 争取 兑现 减免 减轻 配备 配建 增配 更换 拆除 腾退 出让 回收 植树 造林 组建 布局建设 布局 启动 推进 推动 促进 带动 支持 升级拓展 升级 更新 加装 增设".split()
)
"""Verbs that take so many of something as their object."""

HOLDING = tuple("组织开展 组织实施 开展 举办 组织 实施 完成 推进 推动 启动 抓好 做好 安排 提供 加强 新增".split())
HELD = tuple("培训 治理 服务 整治 改造 建设 种植 演练 补助 资助 转移 补贴 修复 推广".split())
"""Verbs that are nouns behind a verb of holding: 开展各类培训."""

SURE_ACTS = tuple(
    "新建 改建 新改建 改扩建 建成 打造 引进 引育 招引 筹集 筹措 设立 增设 打通 开工建设 选派 创建 争创 实施 举办 组织 完成 安排 投放 吸引 发放 资助 攻克 淘汰 关停 盘活 兑现 配建 加装 "
    "开展 推广 补充 种植 发行 实现 等建设 培育".split()
)
"""Those that are hardly ever part of a noun, and begin an object wherever they stand."""

SCOPES = tuple(
    "围绕 聚焦 针对 依托 按照 总结 总结推广 推广 壮大 做强 做大 做优 做优做强 做强做优 用好 用好用活 发挥 巩固 深化 落实 贯彻 执行 放大 擦亮 学习 借鉴 下放 取消下放 优化".split()
)
"""Verbs whose object is there already; so many of it are no target."""

SURELY_DONE = tuple("建成 通车 开工 投产 完工 竣工 并网 投运 投用 启用 开通 落地 达产 验收 收官".split())
"""What makes a number of named works a target: 甲、乙2条线路通车."""

NOUN_AFTER_VERB = tuple(
    "业 率 度 费 额 量 数 者 员 面 体系 时间 人数 经费 资金 能力 规模 强度 总量 任务 期 比重 比例 水平 标准 收入 支出 成本 效率 试点 总额 总值 价格 指数 性 "
    "贸易 消费 人口 人员 产值 产量 项目 贷款 用地 面积 里程 基金 总投资".split()
)
"""What makes a verb before it the first half of a noun: 改造面积, 服务业."""

CAUSES = tuple("推动 促进 带动 实现 确保 力争 争取 力求 务必 保证 努力 使 让 完成 支撑 拉动".split())
"""Verbs whose object is that something grows or reaches so much: 推动服务贸易增长6%."""

OPENINGS = tuple(
    {
        *(word for group in GROUPS for word in group if len(word) > 1),
        *BEFORE_LEADING_VERBS,
        *"其中 计划 力争 争取 确保 预期 预计 力求 务必 必须 以及 全部 多渠道 年内 当年 今年 全年 明年 本年度 年度 我们 我省 我市 我县 我区 建议 包括 尽快 优先 提前 "
        "全国 全省 全市 全县 全区 力度 抓紧 稳步 主动 精心 新一轮 每年 年均 正常年景下".split(),
    }
)
"""Words before what is measured that are no part of it."""

TIMES = r"(?:20\d\d年)?(?:\d{1,2}月(?:份|底|末)?|年底|年末|上半年|下半年|[一二三四]季度|到20\d\d年)(?:之?前|以前|内)?"
"""Days before what is measured."""

PLAIN = ("目标", "任务", "目标任务", "指标", "水平", "标准")
"""Words behind an amount that do not say what it measures."""

TOTALS = r"(?:总额|总规模|规模)$"
"""What may stand between a verb and the sum of what it makes: 设立总规模5亿元的基金."""

SHORT_OPENINGS = (
    "并(?!购|网|联|轨)|再(?!生|就业|贷款|制造|造)|要(?!素|求|点|件|道|塞|闻|害)|将|拟|使(?!用|命|馆)|让(?!利)|把|对(?!外|口|接|标|象|台)|"
    "为(?!民|老)|在(?!校|建|职|岗|园|线|册|编|读|库|逃)|共(?!享|建|同|青|富)|还|又|也(?!门)|均(?!衡|价|等)|都(?!市)|含|新(?=开发|培育|认定|建设|改造|发展|组建|引进|打造|创建|设立)"
)
"""Short ones, with what they begin instead."""

LED_BY = tuple(sorted({*ACTS, *LEADING_VERBS} - {"发展规划"}))
"""Verbs that a clause leads with, before what is measured."""

TAILS = tuple("等 共 约 的 总体 再 各 将 要 均 也 还 又 就 可 全年 年均 分别 力争 确保 达 新".split())
"""Words behind what is measured that are no part of it."""

WORKS = tuple(
    "工程 项目 电站 机组 生产线 装置 基地 水厂 水库 码头 泊位 高速 大桥 线路 储能 光伏 风电 电厂 园区 产业园 管道 铁路 公路 改扩建 扩建 建设 基金 平台 中心".split()
)
"""Heads of the names of works, whose size is an attribute: 白石水厂3万吨扩建工程."""

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

FOLLOWING_VERB = any_of(
    "开展 提升 支持 用于 实现 完成 提前 建成 加快 推进 推动 参与 进入 纳入 接入 达到 开工 开放 获得 增强 提供 享受 分别 集中 投入使用 落户 入驻 上市 发展 投产 通车 入选 促进 "
    "进行 给予 实施 接受 联网运行 实行 开通 转型 提质 全部 均".split()
)
"""Verbs that end what is measured before them."""
