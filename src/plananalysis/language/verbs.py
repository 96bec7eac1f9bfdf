"""Verbs of office Chinese, in sets named for what they serve."""

PUSHING_VERBS = tuple("推进 推动 促进 加快 加强 抓好 做好 落实 实施".split())
"""Verbs that only push on what there is: no part of a phrase even with an adverb (协同推进渠网改造)."""

EVERYDAY_VERBS = (
    *PUSHING_VERBS,
    *"建设 完善 开展 深化 打造 建立 健全 强化 支持 提升 优化 坚持 聚焦 围绕".split(),
)
"""What plans say in every paragraph; the sets of verbs below are made of them and of what each adds."""

CLOSING_VERBS = tuple("培育 培养 运用 贯彻 遵守 践行 弘扬 抓实 夯实 压实 筑牢 用好 建成".split())
"""Routine verbs with which a phrase may end, since they say the result or are nouns too: 责任压实, 家风培育."""

ROUTINE_VERBS = frozenset(
    (
        *EVERYDAY_VERBS,
        *CLOSING_VERBS,
        *"提高 实现 构建 加大 组织 引导 鼓励 确保 保障 制定 参与 形成 取得 完成 增强 做到 坚定 统筹 突出 巩固 拓展 严明 发挥 履行 树立 学习 宣传 召开 举办 印发 制订 成立 开设".split(),
        *"评选 健全完善 贯彻落实 执行 严肃 锻造 营造 激发 提供 创建 争当 争创 坚守 推行 用好用活 深化运用 遵循 恪守 参加 紧扣 把握 捍卫 拥护 稳步推进 深入推进 持续推进 加快推进 大力推进 大力发展 发展 严格执行 严格落实 认真落实 全面落实".split(),
    )
)
"""All-purpose verbs: the frame of a slogan, no part of it."""

NOMINAL_VERBS = frozenset("发展 建设 学习 宣传 创建".split())
"""Routine verbs that are nouns as often: what ends in one need not be a verb with its adverb (绿色发展, 城市创建)."""

BARE_FRAMES = frozenset((*EVERYDAY_VERBS, *"构建 加大 提高 增强 贯彻 发挥".split()))
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
