"""Verbs around amounts, in sets named for what they serve: what is made, held, done, caused, or there already."""

from plananalysis.language.rules import any_of
from plananalysis.language.verbs import LEADING_VERBS, ROUTINE_VERBS

MAKING = tuple("建设 建立 改造 修建 打造 培育 创建 增设 设立 投放 选派 引进".split())
"""Verbs that make a number below ten an amount: 改造两座危桥."""

ACTS = (
    *MAKING,
    *(
        "接待 保护 转化 消除 归集 开放 复垦 收储 查处 抽检 走访 慰问 筛查 铺设 架设 编制 创作 推出 孵化 扶持 奖励 命名 表彰 排查 开行 净增 新开 投产 开发 运行 运营 维护 管护 新建改造 新建改建 新改扩建 新改建 改扩建 新建 改建 扩建 建成 建好 新设 开设 培养 争创 创成 新增 增加 引育 招引 招录 招聘 选树 打通 新开工 "
        "开工建设 开工改造 开工 开通 安排 投入 筹集 筹措 筹建 完成 实现 推广 开展 举办 组织 发放 补充 恢复 修复 修缮 整修 种植 营造 认定 评定 评选 遴选 建强 吸引 吸纳 帮助 帮扶 解决 覆盖 惠及 "
        "轮训 资助 救助 提供 供应 制定 修订 发布 攻克 突破 盘活 处置 清理 淘汰 关停 压减 压降 削减 降低 缩小 压缩 减少 办好 抓好 办理 化解 储备 谋划 发行 争取 兑现 减免 减轻 配备 配建 增配 更换 拆除 腾退 出让 "
        "回收 植树 造林 组建 布局建设 布局 启动 推进 推动 促进 带动 支持 升级拓展 升级 更新 加装 实施"
    ).split(),
)
"""Verbs that take so many of something as their object."""

SURE_ACTS = tuple(
    "新建 改建 新改建 改扩建 建成 打造 引进 引育 招引 筹集 筹措 设立 增设 打通 开工建设 选派 创建 争创 实施 举办 组织 完成 安排 投放 吸引 发放 资助 攻克 淘汰 关停 盘活 兑现 配建 加装 "
    "开展 推广 补充 种植 发行 实现 等建设 培育".split()
)
"""Those that are hardly ever part of a noun, and begin an object wherever they stand."""

TYING = tuple(
    "保留 安排 开行 净增 新开 完成 实现 新增 新建 建成 改造 投入 发放 拨付 补助 覆盖 惠及 拥有 引进 培育 创建 新开工 开工 投放 淘汰 关停 压降 盘活 筹集 转移 治理 培训 建设 推广 补充 种植 打造 解决 "
    "整治 争取 吸纳 吸引 选派 打通 落地 签约 招引 储备 入库 兑现 支持 服务 资助 帮扶 化解 更新 举办".split()
)
"""Verbs that stand between what is measured and the amount: 外贸企业新增20家, 水利投资完成4亿元."""

HOLDING = tuple(
    "组织开展 组织实施 开展 举办 组织 实施 完成 推进 推动 启动 抓好 做好 安排 提供 加强 新增".split()
)
HELD = tuple("投入 培训 治理 服务 整治 改造 建设 种植 演练 补助 资助 转移 补贴 修复 推广".split())
"""Verbs that are nouns behind a verb of holding: 开展各类培训."""

PROMISING = tuple("力争 争取 确保 努力 力求 务必 必须 预期 预计 计划".split())
"""Words that say how firmly something is promised."""

CAUSES = tuple("推动 促进 带动 实现 确保 力争 争取 力求 务必 保证 努力 使 让 完成 支撑 拉动".split())
"""Verbs whose object is that something grows or reaches so much: 推动服务贸易增长6%."""

SCOPES = tuple(
    "对照 整改落实 围绕 聚焦 针对 依托 按照 总结 总结推广 推广 壮大 做强 做大 做优 做优做强 做强做优 用好 用好用活 发挥 巩固 深化 落实 贯彻 执行 放大 擦亮 学习 借鉴 下放 取消下放 优化".split()
)
"""Verbs whose object is there already; so many of it are no target."""

SURELY_DONE = tuple("建成 通车 开工 投产 完工 竣工 并网 投运 投用 启用 开通 落地 达产 验收 收官".split())
"""What makes a number of named works a target: 甲、乙2条线路通车."""

FOLLOWING = r"提升(?=[^，。；]{0,8}(?:能力|水平|质量|效益|效能))|" + any_of(
    "开展 支持 用于 实现 完成 提前 建成 加快 推进 推动 参与 进入 纳入 接入 达到 开工 开放 获得 增强 提供 享受 分别 集中 投入使用 落户 入驻 上市 发展 投产 通车 入选 促进 "
    "进行 给予 免征 减免 实施 接受 联网运行 实行 开通 转型 提质 全部 均".split()
)
"""Verbs that end what is measured before them."""

LED_BY = tuple(sorted({*ACTS, *LEADING_VERBS} - {"发展规划"}))
"""Verbs that a clause leads with, before what is measured."""

NEVER_MEASURED = tuple(sorted({*ACTS, *ROUTINE_VERBS}))
"""Verbs that are not measured by themselves; 教育 and 服务 may be."""
