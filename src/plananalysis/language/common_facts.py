"""What two plans may both say without one wording: stated figures, and names of programmes and honours.

Each rule is searched for in a clause; what it finds says nothing of who wrote from whom.
"""

from plananalysis.language.amounts import AFTER
from plananalysis.language.measures import measures
from plananalysis.language.numerals import ALL_MAGNITUDES, COUNTING
from plananalysis.language.rules import Rule, any_of

NUMBER = r"(?<![\d.])\d(?!\d*(?:[-—–~～至]\d+)?[年月日时])[\d.,]*"
"""A number in digits that is no date."""

AMOUNT = rf"{NUMBER}(?:[-—–~～至]+\d[\d.,]*)?[多余]?[ \u3000]?[{ALL_MAGNITUDES}]*[多余]?[ \u3000]?(?:{measures()})?(?:{AFTER})?"
"""A number in digits with its unit and how it binds."""

LONGEST_INDICATOR = 30
"""Characters before an amount that name what is measured, at most; more of them are a sentence."""

LONGEST_FIGURES = 40
"""Characters from the first amount of a clause to its end, at most."""

_COMPARED = "(?:全国|全省|全市|全区|预期|上年|去年|年初|年度|国家|省定?|市定?)"

FIGURES = (
    Rule(
        "amounts that end a clause",
        rf"^(?:\d+年)?\D{{0,{LONGEST_INDICATOR}}}(?:\d.{{0,{LONGEST_FIGURES}}}?)?{AMOUNT}$",
        "an indicator with its figure: everybody states it in the same words",
        "渠系水利用系数提高0.6%",
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
        "times in words",
        rf"^.{{0,{LONGEST_INDICATOR}}}(?:增长|增加|提高|扩大|下降|减少|降低|翻了?)(?:了|近|约|超过?)?[{COUNTING}](?:倍|成|番)(?:多|以上|左右)?",
        "a figure in words",
        "灌溉面积增长近两倍",
        "增加两处泵站",
    ),
    Rule(
        "compared",
        rf"(?:增[速幅长]?|降幅|均|分别)*(?:高于|低于|快于|好于|优于|超过|达到|位?居|排名?|列|完成){_COMPARED}(?:平均|下达的?|平均水平|前列|首位|第[一二三四五六七八九十]位?|目标|任务|要求|控制数?|范围|水平|预算|同期)*$",
        "how a figure stands to others",
        "单位用水量完成全省下达任务",
        "完成全省灌区改造",
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

HONOURS = "优秀作品奖 作品奖 模范集体 模范个人 先进集体 先进个人 示范市 示范县 示范区 示范单位 文明城市 称号 试点城市 奖".split()
"""What names of honours end in."""

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
        "reform of an institution",
        rf"^(?:{any_of('深化 推进 推动 积极 稳步 加快 启动 完成 探索 开展 实施 继续 完善'.split())})*{_IN_NAME}{{2,14}}(?:制度|体制)(?:综合)?改革(?:试点)?$",
        "a reform is named",
        "积极推进灌区水价制度改革",
        "推进灌区水价改革",
    ),
    Rule(
        "honour",
        rf"(?:[获荣]{{1,2}}[得评奖]?|评为|命名为?|全国|国家级){_IN_NAME}{{2,26}}?{any_of(HONOURS)}(?:[和、与及]{_IN_NAME}{{0,8}}?{any_of(HONOURS)})*",
        "an honour is named",
        "荣获第三届全国渠务模范集体",
        "学习渠务模范",
    ),
)
"""What names a programme or an honour."""

COMMON_FACTS = (*FIGURES, *NAMES)
