"""Kinds of papers by what their titles end in, and the words by which a paper says who issued it and when.

A new kind is added to its group once; the sets below the groups are named for what they serve.
"""

from plananalysis.language.rules import any_of

PLANS = tuple("工作要点 要点 计划 规划 纲要 方案 安排 部署 打算 思路 概要 预案 提纲".split())
"""What is to be done, in sentences."""

TASK_LISTS = tuple(
    "清单 任务书 责任书 责任状 承诺书 目标书 台账 分工 路线图 施工图 任务图 流程图 "
    "分工表 分解表 任务表 一览表 时间表 安排表 计划表 进度表 推进表 推进计划表 项目表 责任表 明细表 汇总表 对照表 销号表 调度表 指标表".split()
)
"""What is to be done, as a list or a table of tasks."""

REPORTS = tuple("报告 总结 汇报 述职 通报 公报 白皮书".split())
"""What was done, and often what comes next."""

SPEECHES = tuple("讲话 发言 致辞".split())

ORDERS = tuple("意见 通知 决定 办法 细则 措施 公告 议案 建议 倡议".split())
"""What others are to do or to know."""

TASKS = tuple("工作任务 重点任务 工作重点 目标任务 目标 行动".split())
"""What a plan is about; such a word alone is the head of a column, not a title."""

KINDS = (*PLANS, *TASK_LISTS, *REPORTS, *SPEECHES, *ORDERS, *TASKS)
"""How the title of a plan or of another paper ends."""

_NOTE = r"(?:[（(〔\[【][^（）()]{1,20}[)）〕\]】])*"

KIND_AT_END = rf"{any_of(KINDS)}{_NOTE}$"
"""A title's last words: the kind, and notes in brackets (（草案）, （2024年版）)."""

REGULATIONS = tuple("条例 规定 指南 制度 章程 批复 请示 决议 汇编".split())
"""Papers that are no plans, whose titles stand above texts all the same."""

TITLE_AT_END = rf"{any_of((*KINDS, *REGULATIONS, '任务', '工作'))}{_NOTE}$"
"""The last words of any title, in a place where one may stand: 任务 and 工作 name no kind of paper."""

TITLES_OF_REPORTS = any_of((*REPORTS, *SPEECHES))
"""What stands in the titles of papers that look back as well as ahead."""

TITLES_OF_PLANS = any_of((*{*PLANS} - {"部署"}, *"意见 通知 办法 措施 举措 清单 任务".split()))
"""What stands in the titles of papers that look ahead; 部署 is that of a meeting as often (部署会上的讲话)."""

NEVER_PLANS = any_of(("报告", "总结"))
"""What such a title does not hold: 2023年总结和2024年计划 is no plan alone."""

COLUMN_HEADS = frozenset(
    (
        *TASKS,
        *"措施 工作措施 推进措施 任务分工 责任分工 分工 部门分工 时间安排 进度安排 工作安排 工作目标 年度目标 目标要求 计划 安排 建议 意见".split(),
    )
)
"""Words that head a column of a table of tasks; as lines of their own they are no titles."""

ISSUING_VERBS = tuple("印发 下达 公布 发布 转发 批转 报送 下发 分解下达".split())
"""What a notice does with the paper it passes on."""

NOTICE = rf"^(?P<issuer>.*?)(?:关于)?{any_of(ISSUING_VERBS)}(?P<plan>.{{2,}}?)的(?:通知|函|决定|报告|请示)$"
"""The title of a notice that passes on a plan: who issues it, and the plan."""

LETTERHEAD = r"(?P<name>[\u3400-\u9fff]{3,30}?)文件"
"""The red head of a paper: 白石镇人民政府文件."""

DOCUMENT_NUMBER = r"[〔\[［（(【]\s*(?P<year>(?:19|20)\d\d)\s*[〕\]］）)】]\s*第?\s*\d+\s*号"
"""镇政发〔2024〕7号; the year in the brackets is that in which the paper was issued."""

ISSUER_FIELDS = tuple(
    "发文机关 发文单位 发文机构 制发机关 印发机关 成文机关 填报单位 填表单位 报送单位 编制单位 制定单位 制表单位 编报单位 "
    "发布机构 发布单位 公开机构 公开单位".split()
)
"""Fields, on the page or in the head of a table, that name whose paper it is; the one that issued it comes first."""

ISSUED_FIELDS = tuple(
    "成文日期 成文时间 发文日期 发文时间 印发日期 制发日期 签发日期 生成日期 生成时间".split()
)
"""Fields that date the paper itself."""

POSTED_FIELDS = tuple(
    "发布日期 发布时间 发表时间 公开日期 公开时间 录入时间 上传时间 填报时间 填报日期 填表时间".split()
)
"""Fields that date its posting or filing; they serve where nothing else gives a year."""

ON_AN_OCCASION = r"会议|大会|全会|[届次]"
"""What stands beside the date below a title: the meeting."""

PAGE_CLOCK = r"今天是|今日|现在时间|当前时间|北京时间|天气|农历|星期[一二三四五六日天]"
"""A web page's own clock and calendar; its date is that of the visit."""
