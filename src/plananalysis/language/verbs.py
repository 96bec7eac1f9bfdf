"""Verbs of office Chinese, in sets named for what they serve."""

ROUTINE_VERBS = frozenset(
    "推进 推动 加强 加快 强化 深化 完善 健全 落实 实施 开展 促进 提高 提升 坚持 实现 建立 构建 打造 抓好 做好 加大 组织 引导 支持 鼓励 确保 "
    "保障 制定 参与 形成 取得 完成 增强 做到 坚定 优化 统筹 聚焦 突出 巩固 拓展 严明 发挥 履行 树立 贯彻 学习 宣传 召开 举办 印发 制订 成立 "
    "建设 开设 评选 压实 健全完善 贯彻落实 执行 遵守 严肃 锻造 营造 激发 提供 抓实 夯实 筑牢 培育 创建 争当 争创 用好 坚守 弘扬 践行 "
    "推行 建成 运用 用好用活 深化运用 遵循 恪守 参加 紧扣 围绕 把握 捍卫 拥护 稳步推进 深入推进 持续推进 加快推进 大力推进 大力发展 发展 培养 严格执行 严格落实 认真落实 全面落实".split()
)
"""All-purpose verbs: the frame of a slogan, no part of it."""

NOMINAL_VERBS = frozenset("发展 建设 学习 宣传 创建".split())
"""Routine verbs that are nouns as often: what ends in one need not be a verb with its adverb (绿色发展, 城市创建)."""

BARE_FRAMES = frozenset(
    "推进 推动 加强 加快 促进 实施 开展 完善 健全 落实 坚持 建立 建设 构建 支持 抓好 做好 加大 强化 提升 提高 优化 增强 贯彻 发挥".split()
)
"""Routine verbs that any noun may follow: alone before a phrase they are never a part of it (建设渠网), with an adverb they may be
(全面建设渠网)."""

TASK_VERBS = frozenset(
    "纠治 整治 治理 涵养 织密 精简 规范 改进 改善 教育 监督 关心 关爱 服务 引领 净化 压减 盘活 壮大 稳定 防范 化解 守护 改革 管理 "
    "打击 查处 修复 补齐 扩大 拓宽 丰富 繁荣 凝聚 指导 督促 调整 选树 选派 安排 编制 出台 争取 回应 兜牢 统一 革新 创新".split()
)
"""Verbs that say what a task is about."""

LEADING_VERBS = ROUTINE_VERBS | TASK_VERBS
"""Verbs that a heading leads with."""

PLAIN_RESULTS = frozenset("牢实好紧严稳住到成准透深")
"""Second characters that make any first one a verb with its result: 树牢, 抓实."""

RESULTS = PLAIN_RESULTS | frozenset("强优大旺活亮细足密清高快富")
"""All second characters of that kind; the further ones are adjectives too (强大, 全优) and need a verb before them."""

TAKING_RESULTS = frozenset("做抓守办建打压织盯用配搞管扛落筑夯扎树育选把念唱讲走稳补拧站")
"""First characters of a verb with its result: 做优, 盯紧."""

MODALS_BEFORE_VERBS = frozenset("要须应将再更必")
"""Characters that a segmenter joins to a verb which it does not know: 要树牢."""

PLAN_OPENINGS = (
    *"加强 推进 推动 建设 完善 做好 开展 深化 打造 建立 健全 规范 强化 落实 组织 引导 支持 提升 优化 实施 加快 促进 依托 抓好".split(),
    *"坚持 持续 扎实 全面 积极 大力 深入 切实 严格 统筹 严肃 严厉 严防 鼓励 探索 拓展 发挥 聚焦 围绕 充分 认真 继续 进一步".split(),
)
"""How the sentences of a plan begin, and adverts do not."""

PLAN_WORDS = (
    *"加强 推进 推动 建设 完善 做好 开展 深化 打造 建立 健全 规范 强化 落实 组织 引导 支持 提升 提高 优化 实施 加快 促进 依托 抓好".split(),
    *"坚持 持续 扎实 统筹 探索 拓展 发挥 聚焦 围绕 培育 确保 夯实 机关 支部 党员 党组织 党委 党组 制度 责任 机制 精神 群众 干部".split(),
    *"活动 工程 行动 任务 体系 方针 自觉 党章 党规 党纪 党的".split(),
)
"""Words that plans are made of; a clause that has one and little of an advert speaks for the plan."""

NEVER_FIRST_IN_NAMES = tuple(
    "推进 推动 加强 做好 深化 开展 进一步 全面 贯彻 落实 促进 完善 提升 提高 强化 建设 支持 加快 建立 健全 实施 规范 优化 构建 打造 切实 "
    "扎实 学习 印发 转发 抓好 抓实 坚持 确保 深入 大力 积极 严格 持续 聚焦 围绕 充分 认真 继续".split()
)
"""Words that begin a sentence and no name of an organisation; 组织 is none of them (组织部)."""
