"""What the frame of the page says, in Chinese and English; what a section says stands in its own file."""

import re
from collections.abc import Mapping

from plananalysis.report.column_heads import LEXICONS, own_head

Pair = tuple[str, str]
"""Words in Chinese and English."""

FRAME: dict[str, Pair] = {
    "title": ("计划文本分析报告", "Plan documents: a report"),
    "skip": ("跳到正文", "Skip to content"),
    "contents": ("目录", "Contents"),
    "theme": ("深色／浅色", "Dark / light"),
    "language": ("English", "中文"),
    "print": ("打印", "Print"),
    "search": ("搜索正文与提法", "Search texts and slogans"),
    "search_button": ("搜索", "Search"),
    "search_how": ("怎样搜索", "How to search"),
    "search_help": (
        "空格分开的几个词须同在一句或一段，列出的是第一个词的位置；“……”是短语，/……/ 是正则表达式（Python 写法，按原文匹配）。词和短语不计引号、空白、大小写、全半角、逗号种类和繁简；不跨行，不搜不计入统计的文字。",
        "Words apart by spaces stand together in one sentence or passage, and the places of the first are listed; “…” is a phrase, /…/ a regular expression (as Python writes it, over the text as it stands). Words and phrases are found whatever their quotation marks, white space, case, width, commas and script, never across a line end nor in what is in no count.",
    ),
    "search_without_texts": (
        "本页不含原文，只能按名称查提法；全文检索请用命令 plananalysis kwic。",
        "This page holds no texts and finds slogans by name only; the command plananalysis kwic searches the texts.",
    ),
    "found_places": (
        "共 {n} 处，见于 {total} 篇文档中的 {docs} 篇；每万字 {rate} 处。",
        "Places: {n}, in {docs} of {total} documents; {rate} per 10,000 characters.",
    ),
    "found_sentence": (
        "“{first}”共 {n} 处，在 {contexts} 个同时含有各词的句子里，见于 {total} 篇文档中的 {docs} 篇；每万字 {rate} 处。",
        "Places of “{first}”: {n}, in {contexts} sentences that hold all the words, in {docs} of {total} documents; {rate} per 10,000 characters.",
    ),
    "found_passage": (
        "“{first}”共 {n} 处，在 {contexts} 个同时含有各词的段落里，见于 {total} 篇文档中的 {docs} 篇；每万字 {rate} 处。",
        "Places of “{first}”: {n}, in {contexts} passages that hold all the words, in {docs} of {total} documents; {rate} per 10,000 characters.",
    ),
    "choose_within": ("同在何处", "together in"),
    "within_sentence": ("同一句", "in one sentence"),
    "within_passage": ("同一段落", "in one passage"),
    "choose_by": ("按什么计数", "count by"),
    "by_group": ("按{group}", "by {group}"),
    "by_unit": ("按单位", "by unit"),
    "by_year": ("按年份", "by year"),
    "by_doc_id": ("按文档", "by document"),
    "choose_per": ("条形的长度", "length of the bars"),
    "per_n": ("次数", "count"),
    "per_rate": ("每万字", "per 10,000 characters"),
    "choose_sort": ("排列次序", "order of the places"),
    "sort_text": ("按原文顺序", "as in the text"),
    "sort_left": ("按左侧文字", "by what stands left"),
    "sort_right": ("按右侧文字", "by what stands right"),
    "bars_hint": (
        "数字：次数 · 每万字次数；点击名称只列其各处，再次点击列出全部。",
        "Numbers: count · per 10,000 characters. A click on a name lists its places alone, another lists all.",
    ),
    "bars_left": (
        "只画最高的 {shown} 条，共 {total} 条。",
        "The highest {shown} of {total} are drawn.",
    ),
    "no_group": ("（未注明）", "(not stated)"),
    "places_listed": (
        "列出 {shown} / {total} 处；复制和 CSV 含全部。",
        "{shown} of {total} places are listed; copy and csv have them all.",
    ),
    "more_places": ("再列 {n} 处", "List {n} more"),
    "query_empty": (
        "没有可搜索的文字：请输入词语、“短语”或 /正则表达式/。",
        "There is nothing to search for: give a word, a “phrase” or a /pattern/.",
    ),
    "pattern_open": (
        "{pattern}：正则表达式前后都要有斜线，如 /第[一二]批/；搜索斜线本身请加引号。",
        "{pattern}: a pattern stands between two slashes, as in /第[一二]批/; to find a slash itself, put it in quotes.",
    ),
    "pattern_brackets": (
        "/{pattern}/ 不是正则表达式：括号不成对；括号本身写作 \\( 或 \\[。",
        "/{pattern}/ is not a regular expression: its brackets do not pair; a bracket itself is written \\( or \\[.",
    ),
    "pattern_repeat": (
        "/{pattern}/ 不是正则表达式：* + ? 前没有可重复的内容；符号本身前加 \\。",
        "/{pattern}/ is not a regular expression: * + ? has nothing to repeat; the sign itself has \\ before it.",
    ),
    "pattern_escape": (
        "/{pattern}/ 不是正则表达式：\\ 后的字母没有意义，或不能用在 [ ] 内。",
        "/{pattern}/ is not a regular expression: the letter behind \\ means nothing, or nothing within [ ].",
    ),
    "pattern_flags": (
        "/{pattern}/ 后只能有字母 i、m、s。",
        "/{pattern}/ can have the letters i, m and s behind it, no others.",
    ),
    "pattern_other": (
        "/{pattern}/ 不是正则表达式。",
        "/{pattern}/ is not a regular expression.",
    ),
    "headings_beside": ("标题", "Headings"),
    "place_before": ("上一处", "Previous"),
    "place_behind": ("下一处", "Next"),
    "rests_on": ("依据：{table} 表的 {n} 行", "from {n} rows of the table {table}"),
    "findings": ("首先看到的", "What stands out"),
    "figures": ("图", "Figures"),
    "figures_hint": (
        "可直接用于论文：PNG（200 dpi）与 SVG 亦在 figures 文件夹中，PDF 用 --pdf 生成。",
        "Ready for print; PNG at 200 dpi and SVG are also in the folder figures, and --pdf adds PDF.",
    ),
    "method": ("方法与定义", "Method and definitions"),
    "method_text": (
        "由 plananalysis {version} 生成。所有偏移量以字符计，半开区间 [start, end)，指向未经改动的原文；完整表格在 tables 文件夹，版本、选项和每个输入文件的哈希在 run.json。",
        "Made by plananalysis {version}. All offsets are in characters, half-open [start, end), into the unaltered text; the full tables are in the folder tables, versions, options and a hash of every input in run.json.",
    ),
    "not_shown": ("本页略去的内容", "What this page leaves out"),
    "left_texts": (
        "全文共 {n} 字符，超过 {cap}，本页不含原文，只列上下文片段；全文见原文件。",
        "The texts have {n} characters, more than {cap}: the page holds the contexts only, not the full texts.",
    ),
    "left_rows": (
        "{name}：共 {n} 行，本页列出 {shown} 行，完整表格见 tables 文件夹中的 {table}。",
        "{name}: {shown} of {n} rows are shown here; {table} in the folder tables has them all.",
    ),
    "left_places": (
        "{name}：每个提法或词语至多列出 {shown} 处，完整列表见 tables 文件夹中的 {table}。",
        "{name}: at most {shown} places per slogan or term; {table} in the folder tables has them all.",
    ),
    "left_labels": (
        "{name}：只列 {n} {counted}中的 {shown}，完整表格见 tables 文件夹中的 {table}。",
        "{name}: {shown} of {n} {counted} are shown; {table} in the folder tables has them all.",
    ),
    "left_groups": (
        "{name}：只列 {n} 组中的 {shown} 组，完整列表见 tables 文件夹中的 {table}。",
        "{name}: {shown} of {n} groups are shown; {table} in the folder tables has them all.",
    ),
    "columns": ("各列含义", "What the columns mean"),
    "filter": ("筛选", "Filter"),
    "copy": ("复制", "Copy"),
    "copied": ("已复制", "copied"),
    "copy_link": ("复制链接", "Copy link"),
    "copy_citation": ("复制引文", "Copy citation"),
    "cited_title": ("{unit}：《{title}》", "{unit}: {title}"),
    "cited_year": ("{year}年", "{year}"),
    "cited_at": ("第{start}–{end}字符", "characters {start}–{end}"),
    "cited_text": ("“{text}”（{source}）", "“{text}” ({source})"),
    "cited_comma": ("，", ", "),
    "no_address": ("这个地址不在本页", "Not in this page"),
    "no_address_hint": (
        "地址所指的内容不在本页：语料可能已经改变，或本页未列出。",
        "What this address names is not in this page: the corpus may have changed, or the page does not list it.",
    ),
    "csv": ("下载 CSV", "Download CSV"),
    "more": ("显示全部", "Show all"),
    "rows": ("行", "rows"),
    "places": ("处", "places"),
    "back": ("返回", "Back"),
    "close": ("关闭", "Close"),
    "no_text": ("本页不含全文，原文见 {id}。", "The full text is not in this page; see {id}."),
    "no_hits": ("没有找到。", "Nothing found."),
    "not_listed": (
        "本页未列出这些出处，完整列表见 tables 文件夹。",
        "These places are not in this page; the tables folder lists them all.",
    ),
    "download_png": ("下载 PNG", "Download PNG"),
    "download_svg": ("下载 SVG", "Download SVG"),
    "line": ("行", "line"),
    "text": ("文字", "text"),
    "none": ("无", "none"),
    "enlarge": ("放大", "Enlarge"),
    "to_data": ("查看数据", "See the data"),
    "script_needed": (
        "本页的图表由页内脚本生成，请允许浏览器运行脚本。",
        "This page draws its tables with a script of its own; please allow scripts.",
    ),
}


def say(words: Pair, lang: str, **values: object) -> str:
    """Return words in one language, with values filled in; a value that is a pair says its own in each language.

    Examples
    --------
    >>> say(("与{unit}最多", "most with {unit}"), "en", unit="市财政局")
    'most with 市财政局'
    """
    return filled(words, **values)[0 if lang == "zh" else 1]


GROUPS: dict[str, dict[str, Pair]] = {
    "unit": {"group": ("单位", "unit"), "groups": ("单位", "units"), "counted": ("个单位", "units")},
    "year": {"group": ("年份", "year"), "groups": ("年份", "years"), "counted": ("个年份", "years")},
    "doc_id": {
        "group": ("文档", "document"),
        "groups": ("文档", "documents"),
        "counted": ("篇文档", "documents"),
    },
}
"""What is compared, by the grouping of the report: one of them, several, and with the measure word behind a number."""


def named(words: Pair, names: Mapping[str, Pair]) -> Pair:
    """Return words in which ``{group}``, ``{groups}`` and ``{counted}`` are called what the report compares.

    Examples
    --------
    >>> named(("各{group}，共 {n} {counted}", "each {group} of {n} {counted}"), group_words("year"))
    ('各年份，共 {n} 个年份', 'each year of {n} years')
    """
    zh, en = words
    for key, called in names.items():
        zh, en = zh.replace(f"{{{key}}}", called[0]), en.replace(f"{{{key}}}", called[1])
    return zh, en


def group_words(by: str) -> dict[str, Pair]:
    """Return what the groups are called; those of a column that the corpus brought are called like the column.

    Examples
    --------
    >>> group_words("year")["counted"], group_words("level")["groups"]
    (('个年份', 'years'), ('级别', 'level'))
    """
    if by in GROUPS:
        return GROUPS[by]
    name = own_head(by)
    return {"group": name, "groups": name, "counted": (f"组（{name[0]}）", f"groups ({name[1]})")}


def group_label(name: object) -> Pair:
    """Return what a group is called within a sentence: in Chinese a year has its measure word behind it.

    Examples
    --------
    >>> group_label("2024"), group_label("甲县")
    (('2024 年', '2024'), ('甲县', '甲县'))
    """
    label = str(name)
    return (f"{label} 年" if re.fullmatch(r"(19|20)\d\d", label) else label), label


class _Kept(dict):
    """Values by name; a name without a value stays in the words, to be filled in later."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def filled(words: Pair, **values: object) -> Pair:
    """Return words in both languages, with values filled in.

    ``lexicon`` is named as readers know it, and ``{part}`` says how many of how many: ``shown`` of ``documents`` or
    ``units``.

    Examples
    --------
    >>> filled(("{part} 个单位", "{part} units"), shown=3, units=4)
    ('3 / 4 个单位', '3 of 4 units')
    """
    zh, en = ({key: _side(value, side) for key, value in values.items()} for side in (0, 1))
    for side, named in enumerate((zh, en)):
        if str(named.get("lexicon")) in LEXICONS:
            named["lexicon"] = LEXICONS[str(named["lexicon"])][side]
        total = named.get("documents", named.get("units"))
        if "shown" in named and total is not None:
            whole = str(named["shown"]) == str(total)
            named["part"] = total if whole else f"{named['shown']}{(' / ', ' of ')[side]}{total}"
    return words[0].format_map(_Kept(zh)), words[1].format_map(_Kept(en))


def _side(value: object, side: int) -> object:
    return value[side] if isinstance(value, tuple) else value
