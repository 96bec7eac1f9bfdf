"""What a phrase of plans ends with, if it names a line of policy, and if it names people, things or figures."""

POLICY_HEADS = frozenset(
    "战略 方针 思想 理念 精神 格局 道路 原则 理论 文明 民主 总基调 强国 强省 强军 强市 治国 治军 行政 为民 为本 社会 经济 体制 制度 市场 发展 "
    "力量 大开发 外交 振兴 崛起 改革 创新 开放 和谐 公平 正义 统一 自治 自强 倡廉 减排 减税 还林 还草 兼治 共赢 共生 当头 共富 富裕 优先 融合 "
    "一体化 国家 政府 中国 工程 行动 体系 现代化".split()
)
"""Last words of what a government sets out to be or to do: 节水社会, 渠网战略."""

DOCTRINE_ENDINGS = tuple(
    "战略 方针 思想 理念 总基调 格局 道路 强国 振兴 崛起 经济 大开发 现代化 社会 城镇化 工业化 生产力 发展观 安全观 文明 共富 共同富裕".split()
)
"""Endings of what hardly anybody would call mere vocabulary of the field: 节水经济, and not 渠网改革."""

POLICY_ENDINGS = ("观", "型", "化", "主义", "共同体", "生产力")
"""How such words end, whatever comes before: 节水型, 科学治水观."""

THING_HEADS = frozenset(
    "人士 同胞 军人 毕业生 群众 人员 代表 官兵 侨胞 同志 农民 居民 职工 老人 儿童 学生 教师 家庭 人口 青年 妇女 企业 学校 高校 医院 小区 "
    "机场 高速 铁路 公路 水库 园区 基地 中心 平台 产品 设备 车辆 项目 资金 收入 产值 总值 价格 产量 面积 指数 增速 涨幅 失业率 就业率 增加值 "
    "出口额 总额 支出 人数 起数 成交额 投资 贷款 债券 补贴 标准 养老金 总书记 党中央 国务院 委员会 办公厅 报告 会议 建议 提案 法规 规章 条例 "
    "阶段 时期 一年 全年 前列 水平 情况 问题 成效 成果 进展 步伐 意义 基础 贡献 感谢 审议 目标 任务 部门 地区 县城 城市 农村".split()
)
"""Last words of what a plan counts, pays, thanks or reports on: 渠道人员, 渠网产值."""

RESULT_HEADS = frozenset(
    "进展 成就 成绩 成效 成果 步伐 途径 贡献 努力 突破 局面 态势 影响 作用 意义 挑战 机遇 机会 位置 措施 要求 论述 支撑 保证".split()
)
"""Nouns that say what came of something, with an adjective that says how much: 显著进展 is said of any canal."""
