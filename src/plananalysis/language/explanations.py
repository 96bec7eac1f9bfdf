"""How a text explains its terms: annexes of terms, brackets behind a quoted term, and what is listed there.

The expressions are for text as printed; `term` and `text` are what is explained and what is said of it.
"""

from plananalysis.language.numerals import UP_TO_TEN
from plananalysis.language.rules import Rule, any_of

EXPLAINING = (
    Rule("is to say", "是指", "says what a term means, and is no part of it", "渠长制是指", "渠长制"),
)
"""Words of an explanation; no slogan holds them."""

NAMELY = tuple("即 也就是 是指 指的是 指 包括 分别是".split())
LEADS = (*NAMELY, "分别为")
"""What leads to an explanation, and is no part of it."""

BEHIND_POINTING = "数标导挥定引示南令派点纹控针向望战教环"
"""What 指 makes a word with: 指数, 指标, 指导."""
BEHIND_NAMELY = "时将可便使刻日期办征食热插"
BEFORE_NAMELY = "立随当迅在若"
"""What 即 makes a word with: 即时, 即将, 立即."""

TERM_NOUNS = tuple(
    "名词 术语 用语 词语 词汇 名词术语 专有名词 专业名词 专业术语 专用名词 缩略语 缩略词 关键词 热词 新词 概念 提法 指标 名称".split()
)
EXPLAINED = tuple("解释 注释 释义 说明 解读 解析 注解 简释 浅释 诠释 释疑 简介 含义".split())
"""What a glossary is about, and what it does; its title is made of both."""

_TERM = r"[“‘](?P<term>[^“”‘’\n]{2,16})[”’]"

_POINTS = rf"指(?![{BEHIND_POINTING}])"
_NAMELY = rf"(?<![{BEFORE_NAMELY}])即(?![{BEHIND_NAMELY}])"
_IS = "(?<![但还只而总都若凡])是(?![否非])"

MARKS = (
    Rule("square", r"^[\[［【〔]\s*(?:注释?\s*)?(?P<number>\d{1,3})\s*[\]］】〕]\s*[.．、:：]?\s*", "the mark of a note", "［1］三色渠：红渠", "［三色渠］"),
    Rule("round", r"^[（(]\s*(?:注释?\s*)?(?P<number>\d{1,3})\s*[）)]\s*[.．、:：]?\s*", "a number in brackets", "（1）三色渠：红渠", "（三色渠）"),
    Rule(
        "note",
        rf"^(?:注释?|注解|尾注|脚注|名词|词条)\s*[\[［（(]?(?P<number>\d{{1,3}}|[{UP_TO_TEN}]{{1,3}})[\]］）)]?\s*[.．、:：]?\s*",
        "a note that says that it is one",
        "注1：三色渠，红渠",
        "注册商标",
    ),
    Rule("figures", r"^(?P<number>\d{1,3})\s*[.．、:：)）]\s*", "a number with its point", "1.三色渠：红渠", "3色渠"),
    Rule("bare", r"^(?P<number>\d{1,3})(?:\s+|(?=[“\"《\u3400-\u9fff]))", "a number and nothing behind it", "1 三色渠", "1.三色渠"),
    Rule("ring", r"^(?P<ring>[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛])\s*[.．、:：]?\s*", "a number in one character", "①三色渠", "三色渠①"),
    Rule("han", rf"^(?P<number>[{UP_TO_TEN}]{{1,3}})\s*[、.．]\s*", "a number in words", "一、三色渠", "一色渠"),
    Rule("han in brackets", rf"^[（(]\s*(?P<number>[{UP_TO_TEN}]{{1,3}})\s*[）)]\s*[、.．]?\s*", "the same in brackets", "（一）三色渠", "（一色渠）"),
    Rule("bullet", r"^[*※·•●■◆▪○★☆]\s*", "a sign in place of a number", "※三色渠：红渠", "三色渠※"),
)  # fmt: skip
"""What may stand before a term; an annex uses one of them throughout, and its numbers count on."""

SURE_SEPARATORS = (
    Rule("colon", r"\s*(?:(?<!\d)[:：]|[:：](?!\d))[ \t\u3000]*", "sets the term off", "三色渠：红渠、黄渠", "宽高比3:2"),
    Rule("gap", r"\t+|[ \u3000]{2,}|\u3000|[ ](?=[是特泛系]?指)", "the cells of a row, or a space as wide as one", "三色渠\t红渠、黄渠", "三色渠 红渠"),
    Rule("defines", r"[，,]?\s*(?:是指|指的是|系指|特指|泛指|意指|意为|意思是)", "says what a term means", "三色渠是指红渠", "三色渠直指东乡"),
    Rule("defines behind a comma", rf"[，,]\s*(?:{_POINTS}|{_NAMELY}|就是|是)", "the same, set off", "三色渠，即红渠", "三色渠，红渠"),
    Rule("defines behind a quotation", r"(?<=[”’」』])\s*(?:指|即|就是|是|为)", "the same behind a quoted term", "“三色渠”指红渠", "三色渠指红渠"),
    Rule("dash", r"\s*(?:(?<!\d)[—–―]{1,2}|[—–―]{1,2}(?!\d))\s*", "sets the term off", "三色渠——红渠", "2025—2027"),
)  # fmt: skip
"""What parts a term from its explanation, whatever stands around it."""

LIKELY_SEPARATORS = (
    Rule("points", _POINTS, "指 that begins no word", "三色渠指红渠", "渠水指数"),
    Rule("namely", _NAMELY, "即 that is no part of a word", "三色渠即红渠", "即时放水"),
    Rule("is", _IS, "是 that is no part of a word", "三色渠是红渠", "是否放水"),
)
"""What may part them where nothing surer does."""

PAGE_REFERENCES = (
    Rule(
        "page",
        r"\s*[（(\[［【〔]\s*(?:详?见)?(?:正文|报告|文中|原文)?\s*(?:第|[Pp]\.?)\s*\d{1,3}[^（()）\]］】〕]{0,14}[)）\]］】〕]\s*$",
        "says where in the report the term stands",
        "三色渠（见第3页第5行）",
        "三色渠（第三批）",
    ),
    Rule(
        "mark",
        r"(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳])\s*$",
        "the mark of the note in the text",
        "三色渠[1]",
        "三色渠1",
    ),
)
"""What stands behind a term and is no part of it."""

NO_TERMS = (
    Rule("address", r"^(?:各位|尊敬的|同志们|代表们|委员们|女士们|先生们)", "speaks to the audience", "各位代表", "代表建议办理"),
    Rule("number", r"^[\W_]*\d{0,2}[\W_]*$", "holds no word", "1", "1+3"),
    Rule(
        "explanation",
        rf"^(?:[是特泛系]指|主要指|指的|{_POINTS}|{_NAMELY}|意为|也称|又称|简称|基于|为了|根据|按照)",
        "is the beginning of an explanation",
        "指基于渠网的服务",
        "指数保险",
    ),
    Rule(
        "joins",
        r"^(?:其中|例如|比如|同时|此外|另外|分别[是为]|具体[是为]?$|具体包括|以上|上述|下列|一方面|另一方面)",
        "continues the sentence before it",
        "其中",
        "其他渠系",
    ),
    Rule("ordinal", rf"^(?:[{UP_TO_TEN}][是要则]|第[{UP_TO_TEN}]{{1,3}}(?:[，,]|$))", "counts statements", "一是", "一事一议"),
    Rule("announcement", r"(?:如下|以下|下列)(?:$|.{0,6}$)", "announces what follows", "任务如下", "下沉服务"),
    Rule(
        "head of a column",
        r"^(?:序号|名词|术语|词语|词条|名称|解释|释义|注释|含义|备注|说明|来源|资料来源|附件?|附注|附录|注|目录|页码|时间|地点|单位)$",
        "names a column or a part of the page",
        "序号",
        "序贯渠",
    ),
    Rule("speaker", r"^(?:我们|我代表|本报告|报告[中里]|文中|[这那](?=[是里个些]))", "is the beginning of a sentence", "我们", "我县渠网"),
)  # fmt: skip
"""What is no term, however it stands."""

EXPLAINED_BY_WORD = (
    Rule(
        "defined",
        rf"{_TERM}(?P<kind>[\u3400-\u9fff]{{0,6}}?)[，,]?(?:是指|指的是|系指|特指|泛指|意指)[:：]?(?P<text>[^。；\n]{{6,300}})",
        "a quoted term, and a word that says that its meaning follows",
        "“三色渠”，是指红渠、黄渠和蓝渠",
        "“三色渠”指向东乡",
    ),
    Rule(
        "namely",
        rf"{_TERM}(?P<kind>)[，,]即[:：]?(?P<text>[^。；，,\n]{{6,300}})",
        "the same in one word, set off",
        "“三色渠”，即依水色分流的渠道",
        "“三色渠”即将完工",
    ),
    Rule(
        "defined in brackets",
        rf"{_TERM}(?P<kind>[\u3400-\u9fff]{{0,6}}?)[（(](?:即|是指|{_POINTS})[:：，,]?(?P<text>[^（）()\n]{{4,200}})[)）]",
        "the same in brackets",
        "“三色渠”（指依水色分流的渠道）",
        "“三色渠”（指数见附表）",
    ),
)
"""Explanations in the text that need not list anything."""

GLOSSARY_TITLES = (
    Rule(
        "terms explained",
        r"^(?:附件?\s*[\d一二三四五六七八九十]{0,2}\s*[:：.、]?\s*|[一二三四五六七八九十]{1,2}、\s*)?[【〖（(“《]?"
        rf"[\w《》“”（）()年、·\s]{{0,40}}?{any_of(TERM_NOUNS)}(?:和|及|与|、)?{any_of(TERM_NOUNS)}?的?{any_of(EXPLAINED)}(?:[和及与]?(?:说明|注释|解读))?"
        r"[】〗）)”》]?\s*(?:[（(][^（()）]{1,30}[)）])?\s*[:：]?$",
        "names what the annex holds",
        "附件：《渠岸县政府工作报告》有关名词解释",
        "对名词的解释如下",
    ),
    Rule(
        "notes",
        r"^[【〖（(]?(?:注\s*释|注\s*解|尾\s*注|脚\s*注|附\s*注|名\s*词|[Gg]lossary|GLOSSARY|N(?:otes|OTES))[】〗）)]?\s*[:：]?$",
        "the same in a word",
        "注  释",
        "注释标准",
    ),
)
"""Titles of the annex that explains terms."""

NEXT_ANNEX = (
    Rule(
        "annex",
        r"^附\s*(?:件|录|表|图)?\s*(?:[\d一二三四五六七八九十]{1,2}(?:\s|[:：]|$)|[:：]|$)",
        "the next annex begins",
        "附件2",
        "附着渠壁",
    ),
)

IN_BRACKETS = (
    Rule(
        "bracket",
        rf"{_TERM}[^（(“”。；\n]{{0,6}}[（(](?:即|是指|指)?[:：]?(?P<text>[^（）()\n]{{3,120}})[)）]",
        "a quoted term with its members in brackets",
        "用好“三色渠”（红渠、黄渠、蓝渠）",
        "用好三色渠（红渠、黄渠、蓝渠）",
    ),
)
SAID = (
    Rule(
        "namely",
        rf"{_TERM}[^“”。；，\n]{{0,6}}[，,]?(?:{any_of(set(NAMELY) - {'指', '即'})}|{_POINTS}|{_NAMELY}|[:：])[:：]?(?P<text>[^。；\n]{{3,160}})",
        "a quoted term and what it is said to be",
        "守住“两条渠”，即东渠、西渠",
        "守住“两条渠”。",
    ),
)

SEPARATORS = ("；", ";", "、", "，", ",")
"""What parts members, the surest first."""

LED_IN = (
    Rule(
        "lead",
        rf"^(?:{any_of(set(LEADS) - {'指', '即'})}|{_POINTS}|{_NAMELY})[:：]?",
        "leads to the members",
        "包括东渠",
        "东渠包括",
    ),
)
AND_SO_ON = (
    Rule(
        "and so on",
        r"(?<=[^上中下平均优高初])等(?:[^、，]{0,4}|\d*[^、，]{0,10})$",
        "closes a list",
        "东渠等渠道",
        "东渠、西渠",
    ),
)
JOINING = (
    Rule("and", r"(?<![共总饱调温缓柔谐])和(?![谐平睦解])", "joins the last member", "东渠和西渠", "共和渠"),
    Rule("as well as", r"以及|(?<![普涉惠触顾波遍以])及(?![时格其])", "the same", "东渠及西渠", "普及渠水"),
    Rule("with", r"(?<![参给赋])与(?![会时日众])", "the same", "东渠与西渠", "参与修渠"),
)  # fmt: skip
"""What joins the last two members of a list."""
NO_LISTS = (
    Rule("object", r"^[将把让使]", "begins a sentence, whose 和 joins no members", "将东渠和西渠贯通", "东渠和西渠"),
    Rule(
        "goes on",
        r"^(?:分别|其中|包含|包括|并(?!蒂|行)|从而|进而|以及|同时)",
        "begins a clause that goes on with the one before",
        "分别支持东渠和西渠",
        "东渠并西渠",
    ),
)  # fmt: skip
"""Beginnings of what is no member of a list."""
NO_PAIRS = (
    *NO_LISTS,
    Rule("preposition", r"^[对由在为以从向]|按照|根据|通过|围绕|依托", "leads to a verb: a sentence, whose 和 joins what it likes", "对东渠和西渠清淤", "东渠和西渠"),
)  # fmt: skip
"""What two members have not that only 和 joins."""
COUNTED_OFF = (
    Rule(
        "counted off",
        r"^(?:[一二三四五六七八九十]是|[和及与])",
        "numbers or joins a member",
        "一是东渠",
        "东渠",
    ),
)
ANNOUNCING = (
    Rule(
        "measured",
        r"^\D{0,12}?(?P<figures>\d{1,2})[个大项条种]",
        "figures and a measure word announce so many",
        "5个渠段",
        "渠段",
    ),
    Rule(
        "counted",
        r"^(?P<figure>[两二三四五六七八九十])[个大项条种]",
        "as in words; 一个 announces nothing",
        "四个渠段",
        "一个渠段",
    ),
)
"""How a term announces the number of its members."""
