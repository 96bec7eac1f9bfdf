"""General nouns of office Chinese: what a phrase or a name ends with that says little by itself."""

PROGRAMMES = tuple(
    "教育 制度 队伍 机制 体系 管理 服务 措施 办法 方案 计划 规划 平台 项目 政策 调研 治理 整治 行动 基地 中心 产业 市场 企业 工程 "
    "系统 网络 产品 格局 机关 党支部 清单 课堂 论坛 课程 文件 大会".split()
)
"""General nouns that programmes and institutions are also named with: 治理工程, 服务平台."""

GENERAL_NOUNS = frozenset(PROGRAMMES) | frozenset(
    "工作 建设 阵地 能力 任务 责任 学习 部署 精神 生活 水平 质量 问题 活动 情况 要求 方面 领域 环节 内容 方式 方法 意见 意识 作用 "
    "力度 效果 成效 成果 结果 过程 条件 基础 保障 载体 资源 信息 数据 培训 监督 检查 督查 考核 评价 评议 研究 宣传 整改 要点 文化 "
    "思想 理论 政治 组织 生态 氛围 环境 结构 规模 标准 功能 作风 纪律 事业 行业 经济 社会 收入 投资 增长 消费 总值 总额 面积 比重 "
    "人口 城市 农村 地区 区域 设施 项 技术 人才 资金 经费 安全 风险 关系 状况 目标 思路 重点 难点 短板 特点 规律 趋势 形势 局面 "
    "支部 机构 单位 部门 党组织 干部 党员 人员 群众 领导 同志 代表 委员 名单 讲堂 讲坛 讲座 网站 知识 故事 经典 教材 手册 通知 会议".split()
)
"""Nouns that go with anything: a phrase of nothing but such a noun and its attribute is ordinary language."""

SHORT_HEADS = tuple("链 圈 带 港 城 园 库 厂 站".split())
"""Nouns of one character that are the head of a term: 都市 + 圈, 物流 + 园; without it the term is a fragment."""

PROGRAMME_HEADS = frozenset("战略 方针 原则 精神 政策 试点 活动 运动".split())
"""Nouns that say what a slogan is: 渠网兴县 is one without 战略 as well."""

NAME_ENDINGS = (
    *PROGRAMMES,
    *SHORT_HEADS,
    *(
        "模式 改革 试点 品牌 工作法 经验 园区 走廊 矩阵 场所 监管 贷款 热线 空间 先行区 综合体 学校 教师 互动 协同 贯通 共建 融合 联动 "
        "共享 安置 培育 创建 竞赛 联盟 集群 布局 战略 战役 攻坚战 专班 窗口 指南 条例 条 基金 大赛 专项 岗 队 员 区 "
        "村 榜 奖 日 月 年 周 节 季 店 法 制 权 证 码 卡 券".split()
    ),
)
"""How the name of a programme, an institution or an event ends."""

NOT_IN_NAMES = frozenset(
    "是 是指 指 即 为 包括 组建 等 等等 等方面 方面 以来 期间 中 上 下 内 后 前 间 里 外 成果 要求 精神 为主 情况 问题 会议 入选 获评 获批 荣获 夺取 列入 纳入 上榜 投产 推出 启动".split()
)
"""Words that end the name before them, verbs of what became of a thing among them (某渠入选示范项目): what follows a quoted word up to here may belong to its name."""
