"""What the page says, in Chinese and English."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("计划文本分析报告", "Plan documents: a report"),
    "skip": ("跳到正文", "Skip to content"),
    "contents": ("目录", "Contents"),
    "theme": ("深色／浅色", "Dark / light"),
    "language": ("English", "中文"),
    "print": ("打印", "Print"),
    "search": ("搜索正文与提法", "Search texts and slogans"),
    "search_button": ("搜索", "Search"),
    "findings": ("首先看到的", "What stands out"),
    "corpus": ("语料", "Corpus"),
    "documents": ("文档", "Documents"),
    "n_documents": ("份文档", "documents"),
    "n_units": ("个单位", "units"),
    "n_years": ("年份", "years"),
    "n_characters": ("字符", "characters"),
    "n_excluded": ("处不计入统计", "spans left out"),
    "n_skipped": ("个文件未读入", "files not read"),
    "slogans": ("提法", "Slogans"),
    "slogan_heatmap": ("各单位使用的提法（次数）", "Slogans by unit (occurrences)"),
    "slogan_table": ("提法一览", "All slogans"),
    "slogan_hint": (
        "点击提法或单元格，查看每一处上下文。",
        "Click a slogan or a cell to see every place in context.",
    ),
    "keywords": ("关键词", "Keywords"),
    "keywords_hint": (
        "TF-IDF 值最高的词语，条形在全部单位之间可比；点击词语查看出处。",
        "Terms with the highest TF-IDF; bars compare across units. Click a term to see where it stands.",
    ),
    "similarity": ("相似度", "Similarity"),
    "similarity_hint": (
        "TF-IDF 向量的余弦相似度，按聚类顺序排列；点击单元格查看该对。",
        "Cosine of the TF-IDF vectors, in the order of the clustering. Click a cell for the pair.",
    ),
    "nearest": ("最相近的", "Nearest neighbours"),
    "outline": ("各篇提纲", "Outlines"),
    "outline_hint": ("点击标题跳到原文。", "Click a heading to read it in the text."),
    "excluded": ("不计入统计的文字", "What was left out"),
    "excluded_hint": (
        "广告、免责声明、水印、网页栏目等，原文保留，但不参与任何计数。",
        "Adverts, disclaimers, watermarks, page furniture: kept in the text, but in no count.",
    ),
    "skipped": ("未读入的文件", "Files that were not read"),
    "figures": ("图", "Figures"),
    "figures_hint": (
        "可直接用于论文；PNG 200 dpi 与 SVG 亦在 figures 文件夹中。",
        "Ready for print; PNG at 200 dpi and SVG are also in the folder figures.",
    ),
    "fig_frequencies": (
        "图 1　最常见提法的出现次数（n = {n} 处，{units} 个单位）。",
        "Figure 1. Occurrences of the commonest slogans (n = {n}, {units} units).",
    ),
    "fig_slogans": (
        "图 2　提法与单位：每格为出现次数（{units} 个单位）。",
        "Figure 2. Slogans by unit; cells are occurrences ({units} units).",
    ),
    "fig_keywords": (
        "图 3　各单位 TF-IDF 值最高的词语（{shown} / {units} 个单位）。",
        "Figure 3. Terms with the highest TF-IDF per unit ({shown} of {units} units).",
    ),
    "fig_similarity": (
        "图 4　余弦相似度与聚类树（n = {n}）。",
        "Figure 4. Cosine similarity with dendrogram (n = {n}).",
    ),
    "method": ("方法与定义", "Method and definitions"),
    "method_text": (
        "由 plananalysis {version} 生成。所有偏移量以字符计，半开区间 [start, end)，指向未经改动的原文；"
        "完整表格在 tables 文件夹，版本、选项和每个输入文件的哈希在 run.json。",
        "Made by plananalysis {version}. All offsets are in characters, half-open [start, end), into the unaltered "
        "text; the full tables are in the folder tables, versions, options and a hash of every input in run.json.",
    ),
    "left_out": ("本页略去的内容", "What this page leaves out"),
    "left_texts": (
        "全文共 {n} 字符，超过 {cap}，本页不含原文，只列上下文片段；全文见原文件。",
        "The texts have {n} characters, more than {cap}: the page holds the contexts only, not the full texts.",
    ),
    "left_rows": (
        "{table}：共 {n} 行，本页列出前 {shown} 行。",
        "{table}: {shown} of {n} rows are shown here.",
    ),
    "left_matrix": (
        "相似度矩阵 {n} × {n} 过大，本页只列最相近者。",
        "The similarity matrix of {n} × {n} is too large for the page; it lists the nearest only.",
    ),
    "left_places": (
        "上下文：每个提法或词语至多列出 {shown} 处，完整列表见 tables/{table}.csv。",
        "Contexts: at most {shown} places per slogan or term; tables/{table}.csv has them all.",
    ),
    "left_units": (
        "提法热图只列 {n} 个单位中的 {shown} 个，完整计数见 tables/slogan_counts.csv。",
        "The heatmap of slogans shows {shown} of {n} units; tables/slogan_counts.csv has them all.",
    ),
    "left_groups": (
        "关键词只列 {n} 组中的 {shown} 组，完整列表见 tables/keywords.csv。",
        "Keywords are shown for {shown} of {n} groups; tables/keywords.csv has them all.",
    ),
    "columns": ("各列含义", "What the columns mean"),
    "filter": ("筛选", "Filter"),
    "copy": ("复制", "Copy"),
    "copied": ("已复制", "copied"),
    "csv": ("下载 CSV", "Download CSV"),
    "more": ("显示全部", "Show all"),
    "rows": ("行", "rows"),
    "places": ("处", "places"),
    "back": ("返回", "Back"),
    "close": ("关闭", "Close"),
    "no_text": ("本页不含全文。", "The full text is not in this page."),
    "no_hits": ("没有找到。", "Nothing found."),
    "download_png": ("下载 PNG", "Download PNG"),
    "download_svg": ("下载 SVG", "Download SVG"),
    "line": ("行", "line"),
    "text": ("文字", "text"),
    "all_units": ("全部单位", "all units"),
    "none": ("无", "none"),
    "find_alike": (
        "{a}与{b}的用词最为接近，余弦相似度 {x}；差别最大的是{c}与{d}（{y}）。",
        "{a} and {b} are most alike (cosine {x}); least alike are {c} and {d} ({y}).",
    ),
    "find_common": (
        "最通行的提法是“{slogan}”：{units} 个单位共用 {n} 次。",
        "The most widespread slogan is “{slogan}”: {units} units, {n} times.",
    ),
    "find_local": (
        "{n} 个提法只见于一个单位，如 {examples}。",
        "{n} slogans occur in one unit only, such as {examples}.",
    ),
    "find_keywords": ("各单位最突出的词语：{list}。", "The most typical term of each unit: {list}."),
    "find_excluded": (
        "{n} 处文字（{chars} 字符）未计入统计；{skipped} 个文件未读入。",
        "{n} spans ({chars} characters) were left out of all counts; {skipped} files were not read.",
    ),
    "missing_unit": ("（未注明）", "(not stated)"),
}

VALUES: dict[str, tuple[str, str]] = {
    "quoted": ("引号提法", "quoted"),
    "numeric": ("数字略语", "numeric"),
    "formula": ("固定表述", "formula"),
    "passage": ("段落", "passage"),
    "known": ("已登记", "known"),
    "unknown": ("未登记", "not in the register"),
    "local": ("仅一个单位", "one unit only"),
    "disclaimer": ("免责声明", "disclaimer"),
    "advert": ("广告", "advert"),
    "watermark": ("水印", "watermark"),
    "furniture": ("网页栏目、页码", "page furniture"),
    "glossary": ("名词解释", "glossary"),
    "mojibake": ("乱码", "garbled text"),
    "table": ("表格", "table"),
}
"""What the codes in tables are called on the page."""


def say(key: str, lang: str, **values: object) -> str:
    """Return the words in one language, with values filled in.

    Examples
    --------
    >>> say("left_rows", "en", table="slogans", n=9, shown=3)
    'slogans: 3 of 9 rows are shown here.'
    """
    return WORDS[key][0 if lang == "zh" else 1].format(**values)
