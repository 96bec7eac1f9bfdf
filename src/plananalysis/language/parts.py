"""How the parts of a plan show themselves: wordings of headings, of paragraphs that open a part, of paragraphs within."""

from plananalysis.language.rules import Rule

PARTS = ("greeting", "lookback", "situation", "targets", "plan", "self", "closing", "annex", "other")
"""The values of column ``part``, in the order in which a report has them."""

PART_NAMES: dict[str, tuple[str, str]] = {
    "greeting": ("称呼与开场", "greeting"),
    "lookback": ("回顾", "look-back"),
    "situation": ("形势与要求", "situation"),
    "targets": ("主要目标", "targets"),
    "plan": ("工作安排", "plan"),
    "self": ("自身建设与保障", "government itself"),
    "closing": ("结语", "closing"),
    "annex": ("附件", "annex"),
    "other": ("其他", "other"),
}
"""What the parts of a plan are called, in Chinese and English."""

HEADINGS = (
    Rule(
        "annex",
        r"^(?:附[件录表注]|.{0,12}(?:名词|术语|用语).{0,4}(?:解释|注释|释义|说明|解读)|注释$)",
        "what is appended to a plan, and its glossary",
        "名词解释",
        "附近渠道疏浚",
        kind="annex",
    ),
    Rule(
        "explanation",
        r"^关于《.{2,60}》.{0,6}的说明$|编制(?:情况|说明)",
        "explains another document",
        "关于《渠务规划（草案）》的说明",
        "关于渠务的安排",
        kind="other",
    ),
    Rule(
        "government itself",
        r"政府自身|自身(?:改革|建设)|政府治理(?!体系和治理能力现代化水平)|(?:服务型|法治|廉洁|有为|人民满意的?|效能|清廉|现代化|诚信)政府|政风|行政(?:能力|效能)(?:建设)?|政府(?:系统)?(?:效能|履职|执行力|作风|廉政)|行政管理体制改革，.{0,12}自身",
        "what a government says of itself",
        "全面加强政府自身建设",
        "加强政府投资项目管理",
        kind="self",
    ),
    Rule(
        "safeguards",
        r"^(?:切实|强化|加强|完善|健全|压实|做好|落实|工作|规划|实施|有关|相关)*(?:组织(?:领导|保障|实施|推动)|保障(?:措施|机制|体系)|实施保障|工作(?:要求|保障)|有关要求|监督考核|督(?:导|查|促)(?:检查|考核|落实)?|责任落实|推进机制)(?:[和与及、，].{0,12})?$",
        "how the work is to be led and secured",
        "强化组织保障",
        "加强社会保障",
        kind="self",
    ),
    Rule(
        "look back",
        r"回顾|总结$|时期.{0,10}(?:成就|成绩|成效)$|(?:去年|上年|上一年|过去|以来|[一二三四五]年来|期间).{0,14}(?:工作|情况|成就|成绩|成效|进展|发展)(?:情况)?$|^(?:工作)?(?:完成|进展|落实|开展|执行)情况|取得的?(?:主要|显著|重大)?(?:成就|成效|成绩|进展)|^(?:发展|现实|工作)基础$|^(?:主要|工作)(?:成效|成绩|成就)$|^存在的?(?:主要)?(?:问题|不足|困难)",
        "tells what was done",
        "去年工作回顾",
        "总结推广渠务经验",
        kind="lookback",
    ),
    Rule(
        "targets",
        r"^(?:[^，。]{0,16}的)?(?:总体|主要|预期|发展|工作|奋斗|年度|具体|阶段|战略|规划|核心|经济|社会|和|今后五年|[\d年“”十四五时期])*(?:目标|指标)(?:体系)?$",
        "names the targets and nothing else",
        "经济社会发展主要预期目标",
        "瞄准目标促发展",
        kind="targets",
    ),
    Rule(
        "situation and targets",
        r"(?:要求|思路|部署|思想|原则|考虑|方针)[^，。]{0,4}[和与及、][^，。]{0,10}目标$",
        "names what guides the work and its targets",
        "总体要求和预期目标",
        "按照要求推进",
        kind="situation+targets",
    ),
    Rule(
        "situation",
        r"总体(?:要求|思路|部署|考虑|安排|目标要求)|总的(?:要求|思路|考虑)|指导(?:思想|方针|原则)|(?:基本|工作|总体)原则$|^(?!.{0,8}(?:适应|应对|顺应|紧跟|针对|根据).{0,8}形势).{0,40}形势|(?:重要|必须(?:把握|遵循|坚持)的)要求$|发展环境|机遇.{0,4}挑战|基本(?:要求|思路|方略)|(?:工作|发展)(?:思路|要求)$|(?:编制|规划)?背景$|重要意义$",
        "says in what situation, to what end and by what principles",
        "总体要求",
        "形成总体合力",
        kind="situation",
    ),
    Rule(
        "work",
        r"(?:重点|主要|中心|具体|目标|战略)(?:工作|任务|举措|措施|重点)|工作(?:安排|任务|重点|打算|计划|举措|措施|内容|部署)|任务(?:安排|分工|举措|清单)?$|(?:年|今年|下一步|今后|明年|下半年|全年)(?:的)?(?:政府)?工作$|^关于.{0,8}年.{0,6}工作|主要(?:内容|做法)|下(?:一步|半年|阶段).{0,6}(?:工作|打算)|实施步骤|方法步骤",
        "announces the work itself; the situation may stand before it under the same heading",
        "2025年重点工作",
        "重点渠道疏浚",
        kind="work",
    ),
)
"""What part a heading opens, the first rule that matches; a heading that none matches names a field of work."""

GREETING = (
    Rule(
        "procedure",
        r"请.{0,12}(?:审议|审查)|作.{0,6}报告|报告.{0,6}工作|汇报如下|(?:现|现在).{0,20}(?:报告|汇报)",
        "the speaker says what he presents to whom",
        "现在，我代表渠务处向大会报告工作，请予审议。",
        "渠务工作取得进展。",
    ),
)

OPENINGS = (
    Rule(
        "targets",
        r"^[^。]{0,44}?(?:目标|指标)(?:任务)?(?:建议|初步|安排|确定|设定|定|拟)?[为是：:]",
        "gives the targets of the year",
        "今年渠务的主要预期目标是：新开渠道三条。",
        "围绕目标任务，抓好各项渠务。",
        kind="targets",
    ),
    Rule(
        "situation",
        r"^.{0,30}?(?:今年|\d{4}年|[一二三四五六七八九〇零]{4}年|时期|当前|本届政府|明年)[^，。]{0,30}(?:是|，[^。]{0,60}之年|处于)|^.{0,40}(?:总体要求|总的要求|指导思想|总体思路|总体部署|基本思路|工作思路)|^[^。]{0,30}(?:坚持以|以)习近平|^(?:综合|总体|通观|分析|展望|纵观|当今|综观)|^[^。]{0,40}形势",
        "says in what situation and to what end the work is to be done",
        "今年是渠务规划的收官之年。",
        "疏浚渠道三条。",
        kind="situation",
    ),
    Rule(
        "past",
        r"^(?:刚刚)?(?:过去(?:的)?|[一二三四五]年来|去年|上年|回顾|回望|[一二三四五]年间)|^(?:\d{4}|[一二三四五六七八九〇零]{4})年(?:以来)?，[^。]{0,80}(?:取得|完成|实现了|圆满|我们|荣获|获|达到)",
        "tells of the year that is over",
        "过去一年，渠务处疏浚渠道三条。",
        "今年疏浚渠道三条。",
        kind="lookback",
    ),
)
"""What the beginning of a paragraph says of its part, where headings do not decide."""

ABOUT_TARGETS = (
    Rule(
        "about targets",
        r"^(?:提出|确定|设定|安排|作出|(?:这里|在此)?(?:还|特别)?[需要](?:着重|特别)?(?:说明|指出|强调)|这(?:一|个|些)|上述|以上|主要考虑)[^。]{0,60}(?:目标|指标|增长|增速|考虑)|^[^，。]{0,30}(?:目标|指标|增长|预期)[^，。]{0,20}(?:[\d％%]|主要|考虑|综合|统筹|兼顾|衔接|符合)|^(?:国内|地区)?生产总值|^[^。]{0,40}(?:增长|控制在|达到)[^。]{0,10}[\d]",
        "gives, explains or justifies the targets of the paragraph before",
        "提出这一目标，主要是考虑渠务的需要。",
        "实现上述目标，要抓好渠务。",
    ),
)

SELF = (
    Rule(
        "government itself",
        r"政府自身|各级政府|政府(?:系统|工作人员|及其?(?:各?部门|工作人员))|政府工作",
        "names the government as the one that is to change",
        "各级政府都要下到渠边。",
        "政府投资修渠。",
    ),
    Rule(
        "duty",
        r"履职尽责|勤政|担当作为|为民服务|执行力|抓落实|公信力|服务型",
        "names duties of office",
        "全力履职尽责。",
        "全力修渠。",
    ),
    Rule(
        "law",
        r"依法(?:行政|履职)|法治政府|接受.{0,20}监督|行政(?:决策|执法|复议)",
        "binds the administration to law and oversight",
        "坚持依法行政。",
        "依法修渠。",
    ),
    Rule(
        "integrity",
        r"廉(?:洁|政)|反腐|腐败|八项规定|形式主义|紧日子|三公|作风|节俭|清正",
        "asks for integrity and thrift",
        "坚持过紧日子。",
        "坚持修渠。",
    ),
    Rule(
        "party",
        r"政治(?:建设|判断力|能力|统领)|两个确立|全面从严治党|党的(?:全面)?领导",
        "puts the government under the party's lead",
        "坚持把政治建设摆在首位。",
        "坚持把渠务摆在首位。",
    ),
)
"""What a government says of itself in running text; several of these make a paragraph of that part."""

FIELDS = (
    Rule(
        "other fields",
        r"国防|军队|人民武装|双拥|民族(?!复兴)|宗教|侨(?:务|胞)|港澳|香港|澳门|台湾|两岸|外交|对外政策|和平发展|工会|群团",
        "fields of work that a report names behind its numbered items",
        "做好民族、侨务工作。",
        "实现中华民族复兴。",
    ),
)
"""What makes a paragraph at the end of a report one more field of work."""

FIELDS_WITHIN = 60
"""Letters from the beginning of such a paragraph in which it names its field."""

LEAST_SELF = 2
"""Different things that a government must say of itself, so that one mention of 各级政府 in a plan is none."""

CLOSING = (
    Rule(
        "appeal",
        r"让我们|(?:更加)?紧密(?:地)?团结在|(?:而|的|地|，|努力)(?:努力|团结|不懈)?奋斗[！!]|新(?:胜利|篇章|局面|辉煌|贡献)[！!。]|优异成绩|目标一定[能要]|我们(?:坚信|深信|相信)|(?:推向前进|更大的?胜利)[！!。]",
        "appeals to everybody at the end",
        "让我们修好渠！",
        "渠务处修好了渠。",
    ),
)

CLOSING_OPENINGS = (
    Rule(
        "last words",
        r"^(?:让我们|我们|新|同志们|各位)",
        "the last paragraph of a plan turns to everybody or to the time to come",
        "让我们修好渠！",
        "修好渠道三条。",
    ),
)
"""How a closing appeal begins where nobody was addressed before."""

GUIDANCE = (
    Rule(
        "principles",
        r"原则|把握|方面[。：:]?$|要求",
        "announces principles to hold to, and not the work",
        "做好渠务要把握以下原则：",
        "重点做好以下工作：",
    ),
)
"""Announcements before which the situation goes on."""
