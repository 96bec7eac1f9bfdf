"""Names and numbers left open: XX局, X月X日, ××; what they stand before, and what only looks like them.

A single X stands for something before any Han character but those of X光 and X轴; a single x or × only before a word
that a name or a number goes with.
"""

from plananalysis.language.rules import Rule, any_of

COUNTED_CHARACTERS = (
    "年月日时分秒周届次期号省市县区旗州盟乡镇街村组社院校系部委办厅局处科室站所队厂店行司个名位项条件场家户人元万亿"
    "岁篇份册类级级轮批支所座台套只间米吨里亩倍％%"
)
"""Characters before which a number or a name is left open."""

NAMED_WORDS = tuple(
    "单位 公司 集团 同志 书记 主任 局长 处长 老师 学校 医院 支部 党委 党组 党支部 机关 部门 地区 大学 学院 中心 小学 中学 企业 先生 女士".split()
)
"""Words before which a name is left open."""

AFTER_REAL_X = "光|射线|线|轴|波|染色体|荧光|衍射|型|档案|战警|证书|坐标|值|架构|平台"
"""What makes X a letter that means itself: X光."""

_OPEN = rf"[{COUNTED_CHARACTERS}]|{any_of(NAMED_WORDS)}"
_NEXT = rf"(?=[ \t\u3000]?(?:{_OPEN}))"
_ALONE = r"(?<![A-Za-z0-9+＋\-/=&.×*_#])"
_RUN = r"(?:(?:19|20)(?:[XＸx×]{1,2}|\*\*)|[XＸ]{1,4}|x{1,4}|×{1,4}|\*{2,4}|＊{1,4})"
_DATE = rf"(?:{_RUN}[ \t]?年[ \t]?)?{_RUN}[ \t]?月[ \t]?{_RUN}[ \t]?日|{_RUN}[ \t]?年[ \t]?{_RUN}[ \t]?月"

PLACEHOLDERS = (
    Rule("date", rf"(?<![A-Za-z0-9×*＊])(?:{_DATE})", "a day left open", "X月X日", "AX月"),
    Rule(
        "year",
        r"(?<![A-Za-z0-9])(?:19|20)(?:[XＸ×]{1,2}|xx|\*\*)(?![A-Za-z0-9])",
        "a year of which the century is given",
        "20XX年",
        "20X5",
    ),
    Rule(
        "several X",
        r"(?<![A-Za-z0-9+＋])[XＸ]{2,}(?:\.[XＸ]+)?(?![A-Za-z0-9+＋])",
        "several X are no word",
        "XX局",
        "XXL号",
    ),
    Rule(
        "several x",
        r"(?<![A-Za-z0-9+＋])x{2,}(?:\.x+)?(?![A-Za-z0-9+＋])",
        "nor are several x",
        "增长xx.x%",
        "xxl号",
    ),
    Rule("crosses", r"×{2,}(?:\.×+)?", "several crosses are no multiplication", "××镇", "3×4米"),
    Rule("wide stars", r"＊{2,}", "stars of full width", "＊＊县", "＊注"),
    Rule(
        "stars",
        rf"(?<![*])\*{{2,}}(?![*]){_NEXT}",
        "stars before a word that a name goes with",
        "**局",
        "**加强**",
    ),
    Rule(
        "one X",
        rf"{_ALONE}[XＸ](?:\.[XＸ])?(?:{_NEXT}|(?=[\u4e00-\u9fd5])(?!{AFTER_REAL_X}))|(?<=第)[XＸx](?![A-Za-z0-9])",
        "a single X before a Han character",
        "X县",
        "X光机",
    ),
    Rule("one x", rf"{_ALONE}x(?:\.x)?{_NEXT}", "a single x before such a word", "x个项目", "x与y"),
    Rule("one cross", rf"(?<![A-Za-z0-9 ])×{_NEXT}", "a single cross before such a word", "在×县", "3×4米"),
)
"""Placeholders in the order in which they are tried at a place."""

BOLD = rf"(?<![*\u4e00-\u9fd5])(\*\*)(?![*\s])(?!(?:[{COUNTED_CHARACTERS}](?:\*|[\u4e00-\u9fd5]\*)|{any_of(NAMED_WORDS)}))[^*\n]{{2,}}(?<!\s)(\*\*)(?!\*)"
"""Bold type in Markdown, whose stars leave nothing open."""

SIGNS = "[XxＸ×*＊]"
"""A placeholder begins with one of these, or with 19 or 20 and then one."""
