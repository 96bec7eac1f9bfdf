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
    "slogan": ("提法", "Slogan"),
    "frames": ("谁说“增强”，谁说“树牢”", "Who strengthens, who establishes"),
    "frames_hint": (
        "提法前面的动词（行）与单位（列），数字为次数；点击单元格查看出处。",
        "Verbs before the slogan (rows) by unit (columns); cells are occurrences. Click one to read them.",
    ),
    "register_hint": (
        "登记情况：已登记指见于提法登记表；未登记的数字略语可能是地方创造或新提法；点击按钮筛选下表。",
        "Status: known slogans stand in the register; a numeric slogan that does not may be local or new. "
        "A button filters the table.",
    ),
    "themes": ("主题", "Themes"),
    "themes_hint": (
        "各主题占各单位已归类文字的比例（%），词典 {lexicon}；点击单元格查看相应段落。",
        "Share of each theme in the coded text of each unit (%), lexicon {lexicon}. Click a cell for its passages.",
    ),
    "theme_table": ("主题侧重一览", "Emphasis in numbers"),
    "passages": ("段", "passages"),
    "keyness": ("显著词", "Keyness"),
    "keyness_hint": (
        "与其余各单位相比明显多用的词语，按稳健的对数优势比取前列，条形为 z 值；点击词语查看出处。",
        "Terms that a unit uses clearly more than all others, ranked by the assured log-odds ratio; bars are z. "
        "Click a term to see where it stands.",
    ),
    "keyness_table": ("显著词一览", "Keyness in numbers"),
    "reuse": ("共有文字", "Text reuse"),
    "reuse_hint": (
        "两份文档共有的文字，最独特者在前；套语是大家都写的话，段落是这些单位才有的话。点击文字并排对照。",
        "Wording that two documents share, the most distinctive first. Formula is what everybody writes; a passage "
        "is what these units share. Click the text to see both sides.",
    ),
    "reuse_shares": ("套语、共有与自有文字", "Formula, shared and own wording"),
    "reuse_shares_hint": (
        "每份文档的构成（套语／共有／自有）和共有文字在文中的位置；点击名称或色块查看。",
        "What each document is made of (formula / shared / own), and where the shared wording stands in it. "
        "Click a name or a mark.",
    ),
    "part_formula": ("套语", "formula"),
    "part_passage": ("与他人共有", "shared with others"),
    "part_own": ("自有", "own"),
    "shared_most": ("与{unit}共有最多（{n} 字）", "most with {unit} ({n} letters)"),
    "borrowing": ("谁与谁共有", "Who shares with whom"),
    "borrowing_hint": (
        "行单位中同年或更早也见于列单位的字数；年份不同时方向才有意义。点击单元格查看。",
        "Letters of the row's unit that the column's unit wrote in the same or an earlier year; direction means "
        "something where the years differ. Click a cell.",
    ),
    "families": ("文本族", "Families"),
    "families_hint": (
        "同一段话在多份文档中的各种写法；最早者按年份，同年不分先后。点击查看全部写法。",
        "One wording and its variants in several documents; the earliest by year, which within a year says nothing. "
        "Click to see all.",
    ),
    "family_of": ("文本族", "family"),
    "pair_numbers": (
        "{n} 字，相似度 {similarity}，独特性 {bits} 比特",
        "{n} letters, similarity {similarity}, {bits} bits",
    ),
    "edits_hint": (
        "橙色：左侧另有或位置不同；蓝色：右侧另有或位置不同。点击标题在全文中查看。",
        "Orange: on the left only, or elsewhere on the right; blue: the other way round. Click a title to read it in "
        "the full text.",
    ),
    "compare": ("任选两个单位比较", "Compare any two units"),
    "compare_hint": (
        "选择两个单位：用词相似度、主题、提法、显著词和共有文字，均可点开。",
        "Choose two units: likeness, themes, slogans, key terms and shared passages, each with its source.",
    ),
    "compare_a": ("甲", "A"),
    "compare_b": ("乙", "B"),
    "compare_same": ("请选择两个不同的单位。", "Choose two different units."),
    "compare_alike": ("用词相似度：余弦 {x}，雅卡尔 {y}", "Likeness of words: cosine {x}, Jaccard {y}"),
    "compare_both": ("共用", "Both"),
    "compare_items": ("逐条对应", "Items that answer each other"),
    "compare_gap": ("（无对应）", "(no counterpart)"),
    "compare_shared": ("共有提法", "shared slogans"),
    "compare_not_aligned": (
        "这两个单位的条目没有预先对齐；可用命令 plananalysis compare 生成。",
        "The items of these two were not aligned beforehand; the command plananalysis compare does it.",
    ),
    "compare_precomputed": (
        "逐条对应只对用词最接近的 {n} 对预先算好：{list}。",
        "Items were aligned beforehand for the {n} pairs most alike: {list}.",
    ),
    "citation_counts": ("引用文件", "Cited documents"),
    "emphasis": ("主题侧重", "Emphasis"),
    "keyness_by": ("显著词", "Keyness"),
    "citations": ("引用文件", "Cited documents"),
    "citations_hint": (
        "《》中的文件（行）与单位（列），数字为次数；点击查看出处。",
        "Documents cited in 《》 (rows) by unit (columns); cells are citations. Click one to read them.",
    ),
    "commitments": ("有约束力的承诺", "Commitments"),
    "commitments_hint": (
        "带数量、时限、频次或责任主体的句子占全部句子的比例（句数）；点击单位查看。",
        "Share of the sentences that name a quantity, a deadline, a frequency or a body in charge (sentences). "
        "Click a unit to read them.",
    ),
    "commitment_table": ("承诺一览", "All commitments"),
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
        "可直接用于论文；PNG（200 dpi）与 SVG 亦在 figures 文件夹中，PDF 用 --pdf 生成。",
        "Ready for print; PNG at 200 dpi and SVG are also in the folder figures; --pdf adds PDF.",
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
    "fig_themes": (
        "图 5　各主题占各单位已归类文字的比例（%，{units} 个单位，{passages} 段，词典 {lexicon}）。",
        "Figure 5. Share of each theme in the coded text of each unit (%; {units} units, {passages} passages, lexicon "
        "{lexicon}).",
    ),
    "fig_reuse": (
        "图 6　各文档中套语、与他人共有文字和自有文字占字数的比例（{shown} / {documents} 份文档，{n} 处共有文字）。",
        "Figure 6. Formula, shared and own wording as shares of each document's characters ({shown} of {documents} "
        "documents, {n} shared passages).",
    ),
    "fig_commitments": (
        "图 7　有约束力的句子占全部句子的比例（{shown} / {units} 个单位，{n} / {of} 句）。",
        "Figure 7. Share of sentences that bind ({shown} of {units} units, {n} of {of} sentences).",
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
        "{name}：共 {n} 行，本页列出 {shown} 行，完整表格见 tables/{table}.csv。",
        "{name}: {shown} of {n} rows are shown here; tables/{table}.csv has them all.",
    ),
    "left_matrix": (
        "相似度矩阵 {n} × {n} 过大，本页只列最相近者。",
        "The similarity matrix of {n} × {n} is too large for the page; it lists the nearest only.",
    ),
    "left_places": (
        "上下文：每个提法或词语至多列出 {shown} 处，完整列表见 tables/{table}.csv。",
        "Contexts: at most {shown} places per slogan or term; tables/{table}.csv has them all.",
    ),
    "left_labels": (
        "{name}：只列 {n} 个单位中的 {shown} 个，完整表格见 tables/{table}.csv。",
        "{name}: {shown} of {n} units are shown; tables/{table}.csv has them all.",
    ),
    "left_units": (
        "提法热图只列 {n} 个单位中的 {shown} 个，完整计数见 tables/slogan_counts.csv。",
        "The heatmap of slogans shows {shown} of {n} units; tables/slogan_counts.csv has them all.",
    ),
    "left_groups": (
        "{name}：只列 {n} 组中的 {shown} 组，完整列表见 tables/{table}.csv。",
        "{name}: {shown} of {n} groups are shown; tables/{table}.csv has them all.",
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
    "find_reuse": (
        "最独特的共有文字在{a}与{b}之间：“{text}”（{n} 字，相似度 {x}）；全部 {total} 处共有文字中 {passages} 处"
        "不是套语。",
        "The most distinctive shared wording stands in {a} and {b}: “{text}” ({n} letters, similarity {x}); {passages} "
        "of {total} shared passages are no formula.",
    ),
    "find_emphasis": (
        "各单位的侧重（主题与显著词）：{list}。",
        "What each unit stresses more than the others (theme and key term): {list}.",
    ),
    "find_keywords": ("各单位最突出的词语：{list}。", "The most typical term of each unit: {list}."),
    "find_slogans": (
        "最通行的提法是“{slogan}”（{units} 个单位，{n} 次）；未登记的数字略语 {unknown} 个{unknown_list}；"
        "只见于一个单位的提法 {local} 个{local_list}。",
        "The most widespread slogan is “{slogan}” ({units} units, {n} times); {unknown} numeric slogans are not in the "
        "register{unknown_list}; {local} slogans occur in one unit only{local_list}.",
    ),
    "find_excluded": (
        "{n} 处文字（{chars} 字符）未计入统计{reasons}；{skipped} 个文件未读入。",
        "{n} spans ({chars} characters) were left out of all counts{reasons}; {skipped} files were not read.",
    ),
    "missing_unit": ("（未注明）", "(not stated)"),
}

VALUES: dict[str, tuple[str, str]] = {
    "quoted": ("引号提法", "quoted"),
    "numeric": ("数字略语", "numeric"),
    "formula": ("固定表述", "formula"),
    "reuse.formula": ("套语", "formula"),
    "reuse.passage": ("共有段落", "passage"),
    "known": ("已登记", "known"),
    "unknown": ("未登记", "not in the register"),
    "local": ("仅一个单位", "one unit only"),
    "few documents": ("文档少", "few documents"),
    "one document": ("只见于一份文档", "one document"),
    "small expected count": ("期望频次小", "small expected count"),
    "at_least": ("不少于", "at least"),
    "at_most": ("不超过", "at most"),
    "about": ("约", "about"),
    "range": ("区间", "range"),
    "exact": ("等于", "exact"),
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
    >>> say("shared_most", "en", unit="市财政局", n=3)
    'most with 市财政局 (3 letters)'
    """
    return WORDS[key][0 if lang == "zh" else 1].format(**values)
