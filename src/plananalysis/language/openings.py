"""How a line of a report opens: the ordinals of running text, dashes, announcements, forms of address."""

from plananalysis.language.numerals import UP_TO_TEN
from plananalysis.language.rules import Rule

RUNNING_OPENINGS = (
    Rule(
        "nth",
        rf"^第[{UP_TO_TEN}]{{1,3}}[，,]",
        "numbers a statement within running text; with a noun behind it (第一章) it numbers a part",
        "第一，疏浚渠道。",
        "第一章 总则",
        kind="nth",
    ),
    Rule(
        "ordinal",
        rf"^[{UP_TO_TEN}]{{1,3}}[是要则](?!否|么)[，,:：]?",
        "counts statements of one sentence or of neighbouring paragraphs",
        "一是疏浚渠道。",
        "一、疏浚渠道",
        kind="ordinal",
    ),
    Rule(
        "dash",
        r"^(?:[—―－─–]{1,4}|[●•◆■▪◇★▲])(?=[^\d\s—―－─–])",
        "sets off members of a list without counting them",
        "——疏浚渠道。",
        "—2025年1月8日在渠岸县第三次会议上",
        kind="dash",
    ),
)
"""What may open a heading on a line of its own, once the paragraph below shows that it heads something."""

ORDINAL_SIGNS = "第，,是要则：:"
"""What stands around the number in 第一， and 一是."""

DATED_LEADS = (
    Rule(
        "dated",
        rf"^(?:过去|[{UP_TO_TEN}]年来|[这一]+年|去年|回顾|回望|\d{{4}}年)[^。]{{0,30}}?，",
        "a paragraph that looks back opens with the time it tells of",
        "一年来，渠水通到各乡。",
        "渠水通到各乡。",
    ),
)
"""Leads of paragraphs that say when, not what."""

ANNOUNCEMENTS = (
    Rule(
        "following",
        r"(?:以下|如下|下列|下面|下述).{0,12}(?:工作|任务|事|方面|措施|问题|举措|重点|意见|要求|行动|原则)[。：:]?$"
        r"|(?:以下|如下).{0,8}[：:]$|如下。?$",
        "names that something follows, and not what",
        "今年要着力做好以下六项工作。",
        "疏浚以下游渠道为先的水系",
    ),
    Rule(
        "counted tasks",
        rf"[做抓办干][好实]?(?:了)?[{UP_TO_TEN}\d两几]+(?:个|项|件|大|方面|点)*(?:方面|重点)?的?(?:工作|任务|事|实事)[。：:]?$",
        "counts the tasks that follow",
        "重点做好八个方面工作。",
        "做好渠务工作。",
    ),
    Rule(
        "main work",
        r"(?:主要|重点)(?:是|有|做了|抓了|包括|体现在|表现在).{0,8}$|主要[做抓]了.{0,12}$",
        "announces a list of what was done or is to be done",
        "一年来，主要做了这些工作。",
        "主要渠道全部贯通。",
    ),
)
"""Lines that only announce what follows are no headings, however short they are."""

ADDRESSES = (
    Rule(
        "audience",
        r"^(?:各位(?:代表|委员|同志|领导|来宾|嘉宾|朋友|同仁|老师)|同志们|代表们|委员们|女士们|先生们|朋友们|乡亲们)(?:、.{0,30}?)?[！!：:，,]",
        "the speaker turns to the audience; behind ！ a new matter begins",
        "各位代表！过去一年成绩不易。",
        "各位代表提出的意见均已办理。",
    ),
)
"""Forms of address: a speaker uses them to close one matter and begin another."""

NO_HEADINGS = (
    Rule(
        "speaker",
        r"^(?:我们|我代表|现在|今天|今年|去年|前年|当前|这|那|一年来|五年来|各位|同志们|谢谢|以上|同时|此外|另外|为此|因此|但是?|其中|对)",
        "a sentence that names its speaker, its time or the sentence before it is running text",
        "我们疏浚了渠道。",
        "疏浚渠道。",
    ),
    Rule(
        "procedure",
        r"(?:请予|提请|请各位|请审议|审议|审查)",
        "asks the meeting for something",
        "请予审议。",
        "疏浚渠道。",
    ),
)
"""Short sentences that are no headings although they stand on lines of their own."""
