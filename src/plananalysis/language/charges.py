"""Who is charged with a task, and who is addressed: the wordings of sentences, fields and notes in brackets."""

from plananalysis.language.measured import FUNDERS
from plananalysis.language.organisations import JOINED_BODIES, LEADING_BODIES, LOCAL_BODIES
from plananalysis.language.rules import Rule, any_of

CHARGED = tuple("单位 部门 处室 科室 股室 领导 人".split())
"""Who can be charged, as a field or the head of a column says it."""

ROLES = tuple("责任 牵头 配合 协办 承办 主办 实施 参加".split())
"""What it is charged with, before the word for who."""

_NAME = r"[\u4e00-\u9fffA-Za-z（）()、和及与]"

CHARGING = (
    Rule(
        "charged",
        rf"由(?<![自理缘事经]由)(?!包括|全[国体]?人民|我们|大家|[^，。；]{{0,12}}(?:人民|群众|同胞|市场|自己)(?:共同|承担))(?P<charged>{_NAME}{{2,40}}?)(?:共同|分别|统一|具体|联合|按职责分工)?(?:牵头|负责(?!人|同志|任)|负总责|会同|主办|承办|承担|组织实施|共同|配合|联合|落实|实施)(?!任)",
        "由 names the body before the verb of being in charge; 理由 and 经由 are other words",
        "由市水利局牵头",
        "充分说明理由后落实",
    ),
    Rule(
        "listed",
        rf"{any_of(ROLES)}{any_of(CHARGED)}[:：](?P<listed>[^。；;）)\]】\n]{{2,80}})",
        "a field lists the bodies",
        "责任单位：市水利局、市住建局",
        "责任单位要按月报告",
    ),
    Rule(
        "noted",
        r"[（(](?P<noted>[^（）()。；]{2,60}?)(?:牵头|负责(?!人|同志)|承办|落实|配合)[^（）()。；]{0,20}[)）]",
        "a note in brackets names them",
        "办好实事（市水利局牵头）",
        "办好实事（共十件）",
    ),
    Rule(
        "leading",
        rf"(?:^|[，；：:。])(?P<leading>(?![^，；。]*由){_NAME}{{2,20}}?{any_of(LEADING_BODIES)})(?:要)?牵头",
        "a clause begins with the body that leads",
        "市水利局牵头，各县配合",
        "发挥牵头作用",
    ),
)
"""Wordings that charge a body; the group that is named like the rule holds its name, or several of them."""

CHARGING_SIGNS = {"charged": "由", "listed": "[:：]", "noted": "[(（]", "leading": "牵头"}
"""What a sentence must hold for each of the rules."""

EACH = r"(?:^|[，；：:。])(?P<each>(?:各级|各地区?|各)[\u4e00-\u9fff、（）()]{0,16}?)(?=每|要|须|应当?|至少|年内|全年|[一半]年|在|于|力争|不少于|\d)"
"""Every department, each branch: a duty for all of them, but an appeal unless a number or a day stands beside it."""

FUNDING = rf"(?P<funder>{FUNDERS})(?=[^，。；\d]{{0,24}}(?:安排|投入|补助|拨付|出资|新增|增加)[^，。；\d]{{0,16}}\d)"
"""Who gives a sum: made responsible where a sum is named."""

JOINED_BY = "会同"
"""What joins further bodies behind the verb."""

BETWEEN_BODIES = r"会同|(?<!各[省市县区州盟旗乡镇村])、|(?<!工业)(?<!资源)(?<!住房)(?<!文化)(?<!发展)(?<!规划)和(?=[\u4e00-\u9fff]{3})|及|与|，|,| "
"""What stands between two bodies; 和 is also part of the names of some (工业和信息化厅), and 各州、市 is one word."""

OFFICE = rf"[\u4e00-\u9fffA-Za-z（）()]{{1,16}}{any_of(JOINED_BODIES)}|[\u4e00-\u9fff]{{1,8}}{any_of(LOCAL_BODIES)}"
"""A body among others, up to the last sign of an office (局, 委, 部)."""
