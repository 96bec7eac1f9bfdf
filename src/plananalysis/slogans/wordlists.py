"""Closed lists of office Chinese: words that lead to a slogan, follow it, or go with anything."""

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS as ADVERBS
from plananalysis.language.organisations import ENDS_OF_PHRASES as ORGANISATION_ENDS
from plananalysis.language.particles import PARTICLES
from plananalysis.language.verbs import ROUTINE_VERBS

__all__ = [
    "ADVERBS",
    "GENERIC_HEADS",
    "NOT_FIRST",
    "NOT_LAST",
    "ORGANISATION_ENDS",
    "PARTICLES",
    "ROUTINE_VERBS",
]

NOT_FIRST = frozenset(
    "的 地 得 了 着 过 等 和 与 及 并 而 或 且 但 则 于 之 中 内 上 下 里 外 后 前 间 时 们 者 性 化 型 级 类 个 项 条 种 次 "
    "是 指 是指 有关 以及 并且 或者 从而 因此 由于 其 其中 该 此 这 那 这些 那些 它 他 她 我 我们 他们 大家 各 某 每 将 要 会 能 可 已 曾 正 "
    "也 都 又 还 再 就 才 只 很 更 最 较 非常 十分 进一步 不断 切实 同时 对于 关于 按照 根据 通过 针对 随着 由 从 向 往 至 到 被 给 "
    "在 对 为 为了 使 用 年 月 日 元 亿元 万元 人 名 来 去 起 起来 出 所 所有 一些 一个 等等 如 例如 包括 进行".split()
)
NOT_LAST = frozenset(
    "的 地 得 了 着 和 与 及 并 而 或 且 但 则 于 以 之 为 对 在 从 向 把 将 被 让 使 由 给 用 按 就 也 都 又 还 再 才 只 很 更 最 "
    "较 是 有 要 会 能 可 等 等等 以及 并且 或者 各 每 该 此 这 那 其 其中 个 项 条 种 次 名 第 不 没 所 年 月 不断 进一步 切实 同时 "
    "关于 按照 根据 通过 针对 围绕 成为 进行 包括 一个 一批 有关 相关 各项 各级 各类 各地 新 大 中 近 约 达 超 增长 同比 下降 "
    "推进 推动 加强 加快 强化 深化 完善 健全 落实 实施 开展 促进 提高 提升 坚持 严格 全面 深入 扎实 积极 着力 大力 持续 认真 充分 "
    "实现 建立 构建 打造 抓好 做好 加大 组织 引导 支持 鼓励 确保 保障 制定 参与 具有 存在 形成 取得 达到 突破 新增 完成 牢固 增强 做到 坚定 "
    "深化 优化 统筹 聚焦 突出 巩固 拓展 严明 发挥 履行 树立 牢牢 高质量 高水平 高标准 常态化".split()
)
GENERIC_HEADS = frozenset(
    "工作 建设 教育 制度 队伍 阵地 能力 任务 责任 学习 部署 精神 生活 机制 体系 水平 质量 管理 服务 问题 活动 情况 要求 方面 领域 环节 内容 "
    "方式 方法 措施 办法 方案 计划 规划 意见 意识 作用 力度 效果 成效 成果 结果 过程 条件 基础 保障 平台 载体 项目 资源 政策 信息 数据 培训 "
    "监督 检查 督查 考核 评价 评议 调研 研究 宣传 治理 整治 整改 行动 要点 基地 中心 文化 思想 理论 政治 组织 生态 氛围 环境 结构 规模 标准 "
    "功能 作风 纪律 事业 产业 行业 市场 企业 经济 社会 收入 投资 增长 消费 总值 总额 面积 比重 人口 城市 农村 地区 区域 设施 工程 项 系统 "
    "网络 技术 产品 人才 资金 经费 安全 风险 关系 状况 目标 思路 重点 难点 短板 特点 规律 趋势 形势 局面 格局 机关 支部 党支部 机构 单位 部门 企业 组织 党组织 干部 党员 人员 群众 领导 同志 代表 委员 名单 清单 课堂 讲堂 讲坛 论坛 讲座 网站 知识 故事 经典 教材 课程 手册 通知 文件 会议 大会".split()
)
