"""How the columns of a table of tasks (任务分解表) are headed: task, action, who leads, who is responsible, by when."""

import re
from collections.abc import Sequence

from plananalysis.language.charges import CHARGED
from plananalysis.language.rules import Rule, any_of

LEADERS = ("县领导", "市领导")
_TAKING_PART = tuple("配合 协办 承办 参与 参加 落实 实施".split())
"""What the bodies of a column do, one by one or as a whole."""
_MANNERS = tuple("具体 协同 分管 主要 牵头及 牵头和".split())
_DONE = ("责任", "完成")

TASK_HEADINGS = (
    Rule(
        "number of the task",
        r"^(?:项目|任务)?(?:序号|编号|№|号)$",
        "A column that only numbers the rows holds no task.",
        example="序号",
        counter_example="序号不得涂改",
        kind="number",
    ),
    Rule(
        "who leads",
        rf"^(?:第一)?(?:牵头|主办|主责|总牵头|责任牵头)(?:责任)?{any_of((*CHARGED, *LEADERS))}$",
        "One body answers for the task before the others.",
        example="牵头单位",
        counter_example="牵头单位要按月报送进展",
        kind="lead_body",
    ),
    Rule(
        "who is responsible or takes part",
        rf"^{any_of((*_TAKING_PART, *_MANNERS))}?{any_of((*_TAKING_PART, *_DONE))}?{any_of((*CHARGED, '主体'))}$",
        "Bodies charged with the task, or with a part of it.",
        example="责任单位",
        counter_example="各责任单位报送进展",
        kind="body",
    ),
    Rule(
        "by when",
        r"^(?:计划|拟|预计|办结|落实|整改)?(?:完成)?(?:时限|时间|期限|日期|时间节点|时间进度|进度安排|节点)(?:要求|安排|节点)?$",
        "The day or month by which the task is done.",
        example="完成时限",
        counter_example="完成时限内的各项任务",
        kind="deadline",
    ),
    Rule(
        "what is done for it",
        r"^(?:具体|主要|推进|落实|工作|重点|任务)?(?:措施|举措|做法|工作措施|实施内容|工作要求|工作目标|目标要求|年度目标|完成标准|任务要求|工作标准)$",
        "The steps or the standard of the task, beside its name.",
        example="工作措施",
        counter_example="工作措施要落实到人",
        kind="action",
    ),
    Rule(
        "the task",
        r"^(?:年度|重点|主要|工作|目标|具体|改革|项目|民生|实事|督查|督办|分解)*"
        r"(?:任务|工作|事项|项目|内容|要点|实事)(?:名称|分解|内容|清单)?$",
        "What has to be done.",
        example="重点工作任务",
        counter_example="重点工作任务完成情况",
        kind="task",
    ),
)
"""Kinds of the headings of a table of tasks; the first that fits counts."""
_COMPILED = [(re.compile(rule.pattern), rule.kind) for rule in TASK_HEADINGS]
_NEEDED = frozenset(("lead_body", "body", "deadline"))


def heading_kinds(cells: Sequence[str]) -> list[str] | None:
    """Return the kind of every column if the cells are the headings of a table of tasks; None if they are not.

    Such a table has a column of tasks or actions, and one of bodies or deadlines; a second column of tasks holds what
    is done for them.

    Examples
    --------
    >>> heading_kinds(["序号", "重点任务", "工作内容", "牵头单位", "完成时限"])
    ['number', 'task', 'action', 'lead_body', 'deadline']
    >>> heading_kinds(["指标", "单位", "数值"]) is None
    True
    """
    kinds: list[str] = []
    for cell in cells:
        words = re.sub(r"\s|[（(][^（）()]*[）)]", "", cell)
        kind = next((kind for pattern, kind in _COMPILED if pattern.search(words)), "")
        kinds.append("action" if kind == "task" and "task" in kinds else kind)
    if "task" not in kinds and "action" in kinds:
        kinds[kinds.index("action")] = "task"
    told = {kind for kind, cell in zip(kinds, cells, strict=True) if kind and cell.strip() != "单位"}
    return kinds if "task" in told and _NEEDED & told else None
