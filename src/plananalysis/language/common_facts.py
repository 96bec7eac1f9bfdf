"""What two plans may both say without one wording: stated figures, and names of programmes and honours.

Each rule is searched for in a clause; what it finds says nothing of who wrote from whom.
"""

from plananalysis.language.amounts import AFTER
from plananalysis.language.measures import measures
from plananalysis.language.numerals import ALL_MAGNITUDES, COUNTING
from plananalysis.language.rules import Rule, any_of

NUMBER = r"(?<![\d.])\d(?!\d*(?:[-—–~～至]\d+)?[年月日时])[\d.,]*"
"""A number in digits that is no date."""

AMOUNT = rf"{NUMBER}(?:[-—–~～至]+\d[\d.,]*)?[多余]?[ \u3000]?[{ALL_MAGNITUDES}]*[多余]?[ \u3000]?(?:{measures()})?(?:/[年月日天])?(?:{AFTER})?"
"""A number in digits with its unit and how it binds."""

LONGEST_INDICATOR = 30
"""Characters before an amount that name what is measured, at most; more of them are a sentence."""

LONGEST_FIGURES = 40
"""Characters from the first amount of a clause to its end, at most."""

LONGEST_BEFORE_VERB = 8
"""Characters of a clause before the verb of what was made, at most: who made it, and when."""

LONGEST_THING = 20
"""Characters that name what was made, at most."""

SHORT_THING = 12
"""The same where nothing was made of them: in more there is a verb."""

MADE = "完成 建成 新建 改建 扩建 改造 新增 新改扩建 建设 开工 打造 培育 创建 落地 引进 实施 修建 治理 整治 制定 修订 审议 提交".split()
"""Verbs that make so many of a thing."""

_COMPARED = "(?:全国|全省|全市|全区|预期|上年|去年|年初|年度|国家|省定?|市定?)"

FIGURES = (
    Rule(
        "amounts that end a clause",
        rf"^(?:\d+年)?\D{{0,{LONGEST_INDICATOR}}}(?:\d.{{0,{LONGEST_FIGURES}}}?)?{AMOUNT}(?=、|$)",
        "an indicator with its figure: everybody states it in the same words",
        "渠系水利用系数提高0.6%、渠岸整洁",
        "每季度召开2次渠务会商会研究用水纠纷",
    ),
    Rule(
        "amount",
        AMOUNT,
        "numbers are folded, so that they agree wherever there are any",
        "疏浚渠道30公里以上",
        "疏浚渠道",
    ),
    Rule(
        "amount of what was made",
        rf"^[^，。；：、\d]{{0,{LONGEST_BEFORE_VERB}}}(?:{any_of(MADE)})+了?{NUMBER}[{ALL_MAGNITUDES}]*[多余]?[^，。；：、\d]{{2,{LONGEST_THING}}}$",
        "so many of a thing were made: everybody states it in the same words",
        "完成120座重点水闸除险加固",
        "完成水闸除险加固",
    ),
    Rule(
        "amount of things",
        rf"^\d+[{ALL_MAGNITUDES}]*[多余]?(?:{measures()})[^，。；：、\d]{{2,{SHORT_THING}}}$",
        "so many of a thing: a number in a list of such",
        "36座乡村小型水闸",
        "36.乡村小型水闸",
    ),
    Rule(
        "times in words",
        rf"^.{{0,{LONGEST_INDICATOR}}}(?:增长|增加|提高|扩大|下降|减少|降低|翻了?)(?:了|近|约|超过?)?[{COUNTING}](?:倍|成|番)(?:多|以上|左右)?",
        "a figure in words",
        "灌溉面积增长近两倍",
        "增加两处泵站",
    ),
    Rule(
        "compared",
        rf"(?:^[^，。；：\d]{{2,{LONGEST_INDICATOR}}}?)?(?:增[速幅长]?|降幅|均|分别)*(?:高于|低于|快于|好于|优于|超过|达到|位?居|排名?|列|完成){_COMPARED}(?:平均|下达的?|平均水平|前列|首位|第[一二三四五六七八九十]位?|目标|任务|要求|控制数?|范围|水平|预算|同期)*$",
        "how a figure stands to others",
        "单位用水量完成全省下达任务",
        "完成全省灌区改造",
    ),
    Rule(
        "trend",
        r"^[^，。；：\d]{2,16}(?:持续|继续|稳步|明显|大幅|较快|快速|同比)(?:下降|上升|增长|减少|增加|改善|好转)$",
        "a figure without its number",
        "渠水浊度、渗漏率持续下降",
        "继续增加渠水",
    ),
    Rule(
        "assessed",
        rf"^[^，。；：\d]{{2,{LONGEST_BEFORE_VERB * 2}}}考核(?:评[估价])?(?:结果|成绩)?(?:均|全部)?(?:连续|获评?|被?评为|位?居|排名|为|保持)",
        "so does a mark",
        "灌区管理考核连续两年为优",
        "完善灌区管理考核办法",
    ),
    Rule(
        "record",
        r"(?:创|再创|刷新)(?:了)?(?:历史|同期|历年|近年)?[^，。；]{0,4}(?:新高|纪录|最[好高低]水平|最好成绩)$",
        "so does a record",
        "均创历史同期新高",
        "创建渠务品牌",
    ),
)
"""What states a figure."""

PROGRAMMES = (
    "规划纲要 发展规划 行动计划 行动方案 战略行动 工程 试点 试点工作 示范区 试验区 战略 行动 计划".split()
)
"""What names of programmes end in."""

HONOURS = "示范城市 优秀案例 典型案例 优秀作品奖 作品奖 模范集体 模范个人 先进集体 先进个人 示范市 示范县 示范区 示范单位 文明城市 称号 试点城市 奖".split()
"""What names of honours end in."""

SITES = (
    "国家公园 文化公园 地质公园 产业园 示范园 工业园 经济带 经济区 自贸试验区 自由贸易试验区 自由贸易港 自贸港 合作区 先行区 都市圈 城市群 "
    "综合保税区 区域医疗中心 科学中心 创新中心 实验室 度假区 试验区 考古新发现".split()
)
"""What names of places and institutions end in that plans name one after the other."""

EVENTS = "庆祝活动 发展大会 文化节 论坛 奥运会 残奥会 冬奥会 亚运会 全运会 运动会 世博会 进博会 服贸会 广交会 博览会 峰会 普查".split()
"""What names of events end in."""

FUNDS = "特别国债 专项债券 专项债 预算内投资 最低生活保障 大病保险".split()
"""What names of public money end in."""

LAWS = "法律议案 法律草案 行政法规 地方性法规 法规 规章 规范性文件 议案 建议 提案".split()
"""What names of acts that are counted end in."""

BEFORE_NAME = 6
"""Characters before what a name ends in that may belong to it, at most: more of them say something."""

_IN_NAME = "[^，。；：、]"

NAMES = (
    Rule(
        "programme carried out",
        rf"(?:{any_of('实施 推进 开展 启动 参与 深化 落实 推动 组织 执行 加快 加强 制定 编制 出台 争取 申报 纳入 列入'.split())})+{_IN_NAME}{{2,18}}?{any_of(PROGRAMMES)}(?:[和、与及]{_IN_NAME}{{2,10}}?{any_of(PROGRAMMES)})*$",
        "a programme is named, and that one takes part in it",
        "深入实施新一轮渠系修复行动",
        "实施渠系修复行动要因地制宜",
    ),
    Rule(
        "national programme",
        rf"(?:全国|国家级?|中央|新一轮){_IN_NAME}{{2,18}}?{any_of(PROGRAMMES)}$",
        "a programme is named",
        "国家中长期渠务发展规划纲要",
        "编制本县渠务发展办法",
    ),
    Rule(
        "national plan",
        rf"(?:全国|国家级?|国际){_IN_NAME}{{4,14}}?(?:{any_of('规划纲要 行动计划 行动方案 战略行动 中心 基地 集群 枢纽'.split())})",
        "the full name of a plan or an institution of the state, whatever is said of it",
        "国家中长期渠务发展规划纲要颁布实施",
        "国家渠务规划颁布实施",
    ),
    Rule(
        "trial",
        rf"{_IN_NAME}{{2,16}}试点(?:工作|城市|政策)?$",
        "a trial is named",
        "灌区水权交易试点",
        "试点灌区水权交易",
    ),
    Rule(
        "plan or agreement",
        rf"{_IN_NAME}{{4,20}}(?:规划纲要|振兴规划|发展规划|框架协议|合作协议|关系安排)(?:（草案）)?$",
        "a plan or an agreement is named by its title",
        "渠系调整和振兴规划",
        "渠系规划",
    ),
    Rule(
        "site, event or fund",
        rf"{_IN_NAME}{{0,{BEFORE_NAME}}}(?:{any_of((*SITES, *EVENTS, *FUNDS))})",
        "a place, an event or a fund is named",
        "修渠专项债券",
        "修渠专项办法",
    ),
    Rule(
        "quoted plan",
        r"“[^“”，。；]{1,8}(?:计划|工程|行动)”",
        "a programme is named in quotation marks",
        "“清渠工程”",
        "“清渠护岸”",
    ),
    Rule(
        "counted acts",
        rf"{NUMBER}(?:件|部|项|条)(?:政策)?(?:{any_of(LAWS)}|措施|举措|意见|规定)",
        "so many acts of one kind",
        "制定3件地方性法规",
        "制定地方性法规",
    ),
    Rule(
        "report",
        r"^(?:\d{4}年)?[^，。；：]{0,12}工作报告$",
        "a report is named",
        "2024年渠州县政府工作报告",
        "向大会报告工作",
    ),
    Rule(
        "meeting",
        r"(?:[一二三四五六七八九十]{1,3}届)?(?:[一二三四五六七八九十]{1,3}[次中]、)*[一二三四五六七八九十]{1,3}[次中]全会|(?:经济|农村|城市)工作会议",
        "a meeting is named, and that one follows it",
        "九届四次、五次全会和县委经济工作会议",
        "全会和会议",
    ),
    Rule(
        "reform of an institution",
        rf"^(?:{any_of('深化 推进 推动 积极 稳步 加快 启动 完成 探索 开展 实施 继续 完善'.split())})*{_IN_NAME}{{2,14}}(?:制度|体制)(?:综合)?改革(?:试点)?$",
        "a reform is named",
        "积极推进灌区水价制度改革",
        "推进灌区水价改革",
    ),
    Rule(
        "honour",
        rf"(?:[获荣]{{1,2}}[得评奖]?|评为|命名为?|入选|获批|首批|全国|国家级?){_IN_NAME}{{2,26}}?{any_of(HONOURS)}(?:[和、与及]{_IN_NAME}{{0,8}}?{any_of(HONOURS)})*",
        "an honour is named",
        "荣获第三届全国渠务模范集体",
        "学习渠务模范",
    ),
)
"""What names a programme or an honour."""

COMMON_FACTS = (*FIGURES, *NAMES)
