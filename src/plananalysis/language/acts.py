"""Verbs around amounts, in sets named for what they serve: what is made, held, done, caused, or there already."""

from plananalysis.language.rules import any_of
from plananalysis.language.verbs import LEADING_VERBS, ROUTINE_VERBS

_SURE_MAKING = tuple("打造 培育 创建 增设 设立 投放 选派 引进".split())
MAKING = (*_SURE_MAKING, *"建设 建立 改造 修建".split())
"""Verbs that make a number below ten an amount: 改造两座危桥."""

_HOLDING_ACTS = tuple("开展 举办 组织 实施 完成 推进 推动 启动 抓好 安排 提供 新增".split())
HOLDING = (*_HOLDING_ACTS, *"组织开展 组织实施 做好 加强".split())
"""Verbs that say that something is held or done."""

_HELD_AND_TYING = tuple("投入 培训 治理 服务 整治 改造 建设 种植 补助 资助 转移 推广".split())
HELD = (*_HELD_AND_TYING, *"演练 补贴 修复".split())
"""Verbs that are nouns behind a verb of holding: 开展各类培训."""

_SURE_AND_TYING = tuple(
    "新建 建成 招引 打通 安排 筹集 完成 实现 推广 举办 发放 补充 种植 吸引 资助 盘活 淘汰 关停 兑现".split()
)
_SURE_ALONE = tuple("新改建 改扩建 改建 争创 引育 开工建设 筹措 开展 组织 攻克 发行 配建 加装 实施".split())

SURE_ACTS = (*_SURE_MAKING, *_SURE_AND_TYING, *_SURE_ALONE, "等建设")
"""Those of the acts below that are hardly ever part of a noun, and begin an object wherever they stand."""

_TYING_ACTS = tuple(
    "开行 净增 新开 新增 新开工 开工 投入 吸纳 帮扶 解决 覆盖 惠及 压降 化解 储备 争取 支持 更新".split()
)

TYING = (
    *_SURE_AND_TYING,
    *_TYING_ACTS,
    *_HELD_AND_TYING,
    *"打造 培育 创建 投放 选派 引进 保留 拨付 拥有 落地 签约 入库".split(),
)
"""Verbs that stand between what is measured and the amount: 外贸企业新增20家, 水利投资完成4亿元."""

ACTS = (
    *MAKING,
    *_HOLDING_ACTS,
    *_SURE_AND_TYING,
    *_SURE_ALONE,
    *_TYING_ACTS,
    *(
        "接待 保护 转化 消除 归集 开放 复垦 收储 查处 抽检 走访 慰问 筛查 铺设 架设 编制 创作 推出 孵化 扶持 奖励 命名 表彰 排查 投产 开发 运行 运营 维护 管护 新建改造 新建改建 新改扩建 扩建 建好 新设 开设 培养 创成 增加 "
        "招录 招聘 选树 开工改造 开通 筹建 恢复 修复 修缮 整修 营造 认定 评定 评选 遴选 建强 帮助 轮训 救助 供应 制定 修订 发布 突破 处置 清理 压减 削减 降低 缩小 压缩 减少 办好 办理 谋划 减免 减轻 配备 增配 更换 "
        "拆除 腾退 出让 回收 植树 造林 组建 布局建设 布局 促进 带动 升级拓展 升级"
    ).split(),
)
"""Verbs that take so many of something as their object."""

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
