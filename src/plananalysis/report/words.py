"""What the page says, in Chinese and English."""

from plananalysis.report.labels import LEXICONS

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
        "点击提法或单元格，查看每一处上下文，再由上下文进入全文。",
        "Click a slogan or a cell to see every place in context, and from there the full text.",
    ),
    "keywords": ("各单位的关键词", "Key terms of each unit"),
    "keywords_hint": (
        "两种算法：显著词看一个单位比其余单位多用了什么，TF-IDF 看哪些词语既常用又少见于他处。条形在全部单位之间可比，数字为次数；点击词语查看出处。",
        "Two measures: keyness shows what a unit uses more than all others; TF-IDF what it uses often and others rarely. Bars compare across units, numbers are occurrences. Click a term to see where it stands.",
    ),
    "slogan": ("提法", "Slogan"),
    "frames": ("提法前面的动词：谁说什么", "Verbs before a slogan: who says what"),
    "frames_hint": (
        "同一提法，有的单位说“增强”，有的说“树牢”。行为动词，列为单位，数字为次数；点击单元格查看出处。",
        "One unit strengthens what another upholds. Rows are verbs, columns units, cells occurrences; click one to read them.",
    ),
    "register_hint": (
        "已登记：见于提法登记表；未登记的数字略语可能是地方创造或新提法。点击按钮筛选，再次点击取消。",
        "In the register: known from elsewhere; a numeric slogan that is not may be local or new. A button filters the table, a second click undoes it.",
    ),
    "themes": ("主题", "Themes"),
    "themes_hint": (
        "各主题占各单位已归类文字的比例（%），用“{lexicon}”主题词典；点击单元格查看相应段落。",
        "Share of each theme in the coded text of each unit (%), by the lexicon “{lexicon}”. Click a cell for its passages.",
    ),
    "theme_table": ("主题侧重的全部数值", "Emphasis in numbers"),
    "passages": ("段", "passages"),
    "keyness": ("显著词", "Keyness"),
    "keyness_hint": (
        "按稳健的对数优势比取前列，条形为 z 值。",
        "Ranked by the assured log-odds ratio; bars are z.",
    ),
    "keyness_table": ("显著词的全部数值", "Keyness in numbers"),
    "reuse": ("共有文字", "Text reuse"),
    "reuse_hint": (
        "两份文档共有的文字，最独特者在前。套语是许多单位都写的话，共有段落是少数单位才有的话。点击文字并排对照，异文已标出。",
        "Wording that two documents share, the most distinctive first. Formula is what many units write; a passage is what few share. Click the text to see both sides with their differences marked.",
    ),
    "reuse_shares": ("套语、共有与自有文字", "Formula, shared and own wording"),
    "reuse_shares_hint": (
        "每份文档的构成（套语／与他人共有／自有），以及共有文字在文中的位置。点击名称看该文档的全部共有文字，点击色块看该处；键盘可用 Tab 到达色带，再用左右方向键移动，回车打开。",
        "What each document is made of (formula / shared / own), and where the shared wording stands in it. Click a name for all of a document, a mark for that place; by keyboard, Tab reaches a strip, the arrow keys move along it, Enter opens.",
    ),
    "part_formula": ("套语", "formula"),
    "part_passage": ("与他人共有", "shared with others"),
    "part_own": ("自有", "own"),
    "shared_most": ("与{unit}最多（{n} 字）", "most with {unit} ({n})"),
    "borrowing": ("谁与谁共有", "Who shares with whom"),
    "borrowing_hint": (
        "每格：行单位的文字中，列单位在同年或更早也写过的字数。只有年份不同，才谈得上谁在先。点击单元格查看。",
        "Each cell: letters of the row's unit that the column's unit wrote in the same year or earlier. Who came first can be told only where the years differ. Click a cell.",
    ),
    "families": ("文本族", "Families"),
    "families_hint": (
        "同一段话在多份文档中的各种写法；“最早”按年份，同年不分先后。点击查看全部写法。",
        "One wording and its variants in several documents; “earliest” is by year, and within a year says nothing. Click to see all.",
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
        "选择两个单位，逐项看用词、主题、提法、关键词和共有文字，均可点开。",
        "Choose two units: words, themes, slogans, key terms and shared passages, each leading to its source.",
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
        "这两个单位的条目没有预先对齐，可在命令行运行 plananalysis compare。",
        "The items of these two were not aligned beforehand; run plananalysis compare.",
    ),
    "compare_precomputed": (
        "条目对照已为用词最接近的 {n} 对算好：{list}。",
        "Items are aligned for the {n} pairs most alike: {list}.",
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
        "面向未来、带数量、时限、频次或责任主体的句子占全部句子的比例（括号内为句数）。点击单位查看这些句子。",
        "Share of the sentences that look ahead and name a quantity, a deadline, a frequency or a body in charge (numbers of sentences in brackets). Click a unit to read them.",
    ),
    "commitment_table": ("承诺一览", "All commitments"),
    "similarity": ("相似度", "Similarity"),
    "similarity_hint": (
        "TF-IDF 向量的余弦相似度，按聚类顺序排列，右侧为聚类树；点击单元格比较这两者。",
        "Cosine of the TF-IDF vectors in the order of the clustering, its tree on the right. Click a cell to compare the two.",
    ),
    "nearest": ("各自最相近的", "Nearest neighbours"),
    "outline": ("各篇提纲", "Outlines"),
    "outline_hint": (
        "点击文档展开提纲，点击标题跳到原文。",
        "Open a document, then click a heading to read it in the text.",
    ),
    "excluded": ("不计入统计的文字", "What was left out"),
    "excluded_hint": (
        "广告、免责声明、水印、网页栏目等：原文保留，但不参与任何计数。点击查看所在位置。",
        "Adverts, disclaimers, watermarks, page furniture: kept in the text, but in no count. Click to see where they stand.",
    ),
    "skipped": ("未读入的文件", "Files that were not read"),
    "figures": ("图", "Figures"),
    "figures_hint": (
        "可直接用于论文：PNG（200 dpi）与 SVG 亦在 figures 文件夹中，PDF 用 --pdf 生成。",
        "Ready for print; PNG at 200 dpi and SVG are also in the folder figures, and --pdf adds PDF.",
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
        "图 3　各单位 TF-IDF 值最高的词语（{part} 个单位）。",
        "Figure 3. Terms with the highest TF-IDF per unit ({part} units).",
    ),
    "fig_similarity": (
        "图 4　余弦相似度与聚类树（n = {n}）。",
        "Figure 4. Cosine similarity with dendrogram (n = {n}).",
    ),
    "fig_themes": (
        "图 5\u3000各主题占各单位已归类文字的比例（%，{units} 个单位，{passages} 段，“{lexicon}”词典）。",
        "Figure 5. Share of each theme in the coded text of each unit (%; {units} units, {passages} passages, lexicon “{lexicon}”).",
    ),
    "fig_reuse": (
        "图 6　各文档中套语、与他人共有文字和自有文字占字数的比例（{part} 份文档，{n} 处共有文字）。",
        "Figure 6. Formula, shared and own wording as shares of each document's characters ({part} "
        "documents, {n} shared passages).",
    ),
    "fig_commitments": (
        "图 7　有约束力的句子占全部句子的比例（{part} 个单位，{of} 句中的 {n} 句）。",
        "Figure 7. Share of sentences that bind ({part} units, {n} of {of} sentences).",
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
        "{name}：每个提法或词语至多列出 {shown} 处，完整列表见 tables/{table}.csv。",
        "{name}: at most {shown} places per slogan or term; tables/{table}.csv has them all.",
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
    "no_text": ("本页不含全文，原文见 {id}。", "The full text is not in this page; see {id}."),
    "no_hits": ("没有找到。", "Nothing found."),
    "download_png": ("下载 PNG", "Download PNG"),
    "download_svg": ("下载 SVG", "Download SVG"),
    "line": ("行", "line"),
    "text": ("文字", "text"),
    "none": ("无", "none"),
    "find_alike": (
        "{a}与{b}的用词最为接近，余弦相似度 {x}；差别最大的是{c}与{d}（{y}）。",
        "{a} and {b} are most alike (cosine {x}); least alike are {c} and {d} ({y}).",
    ),
    "find_nearest": (
        "{a}与{b}的用词最为接近，余弦相似度 {x}。",
        "{a} and {b} are most alike (cosine {x}).",
    ),
    "find_reuse": (
        "最独特的共有文字在{a}与{b}之间：“{text}”（{n} 字，相似度 {x}）；全部 {total} 处共有文字中 {passages} 处"
        "不是套语。",
        "The most distinctive shared wording stands in {a} and {b}: “{text}” ({n} letters, similarity {x}); {passages} "
        "of {total} shared passages are no formula.",
    ),
    "find_emphasis": (
        "侧重最鲜明的单位（主题、显著词）：{list}{more}。",
        "The units with the clearest emphasis (theme, key term): {list}{more}.",
    ),
    "find_keywords": ("各单位最突出的词语：{list}{more}。", "The most typical terms: {list}{more}."),
    "find_slogans": (
        "最通行的提法是“{slogan}”（{units} 个单位，{n} 次）；未登记的数字略语 {unknown} 个{unknown_list}；"
        "只见于一个单位的提法 {local} 个{local_list}。",
        "The most widespread slogan is “{slogan}” ({units} units, {n} times); {unknown} numeric slogans are not in the "
        "register{unknown_list}; {local} slogans occur in one unit only{local_list}.",
    ),
    "find_excluded": (
        "{n} 处文字（{chars} 字符）未计入统计{reasons}；{skipped}。",
        "{n} spans ({chars} characters) were left out of all counts{reasons}; {skipped}.",
    ),
    "tab_keyness": ("显著词（与其余单位相比）", "Keyness (against all others)"),
    "tab_tfidf": ("TF-IDF", "TF-IDF"),
    "all_terms": ("每个单位列出全部词语", "All terms of every unit"),
    "tfidf_hint": (
        "TF-IDF 值最高的词语，条形为 TF-IDF 值。",
        "Terms with the highest TF-IDF; bars are TF-IDF.",
    ),
    "reuse_map": ("{name}：共有文字的位置", "{name}: where shared wording stands"),
    "mark_at": ("{kind}，全文 {from}%–{to}% 处", "{kind}, at {from}–{to}% of the text"),
    "only": ("仅{name}", "{name} only"),
    "similarity_map": ("相似度地图", "Similarity map"),
    "similarity_map_hint": (
        "距离近者用词相近；多维标度把多维的差别压到平面，仅供概览（应力 {stress}，越小越可信）。细线连接各自最相近者；"
        "点击名称查看与其最相近的单位。",
        "Near is alike. Scaling presses many dimensions into a plane, so read it as an overview (stress {stress}; the "
        "smaller, the truer). Thin lines join each with its nearest; click a name for its neighbours.",
    ),
    "neighbours_of": ("与{name}最相近的", "Nearest to {name}"),
    "enlarge": ("放大", "Enlarge"),
    "to_data": ("查看数据", "See the data"),
    "occurrences": ("提法的出处", "Places of the slogans"),
    "keyword_places": ("关键词的出处", "Places of the key terms"),
    "fewer": ("收起", "Show fewer"),
    "script_needed": (
        "本页的图表由页内脚本生成，请允许浏览器运行脚本。",
        "This page draws its tables with a script of its own; please allow scripts.",
    ),
    "find_emphasis_more": ("；其余 {n} 个单位见主题一节", "; {n} more under Themes"),
    "find_keywords_more": ("；其余 {n} 个单位见下文", "; {n} more below"),
    "find_nothing_excluded": (
        "没有需要排除的文字；{skipped}。",
        "Nothing had to be left out of the counts; {skipped}.",
    ),
    "skipped_some": ("{n} 个文件未能读入", "{n} files could not be read"),
    "skipped_none": ("全部文件均已读入", "every file was read"),
    "sentences": ("句", "sentences"),
    "more_slogans": ("更多", "More"),
    "not_listed": (
        "本页未列出这些出处，完整列表见 tables 文件夹。",
        "These places are not in this page; the tables folder lists them all.",
    ),
    "theme_passages_hint": (
        "百分数为该主题在这一段全部主题线索中所占的份额，其后是命中的词语；点击标题看全文。",
        "The percentage is the theme's part of all the evidence in the passage, followed by the words that tell; click "
        "a heading to read the text.",
    ),
    "commitment_shares": ("有约束力的句子所占比例", "Share of binding sentences"),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the words in one language, with values filled in.

    Examples
    --------
    >>> say("shared_most", "en", unit="市财政局", n=3)
    'most with 市财政局 (3)'
    """
    side = 0 if lang == "zh" else 1
    if str(values.get("lexicon")) in LEXICONS:
        values = values | {"lexicon": LEXICONS[str(values["lexicon"])][side]}
    total = values.get("documents", values.get("units"))
    if "shown" in values and total is not None:
        whole = str(values["shown"]) == str(total)
        values = values | {"part": total if whole else f"{values['shown']}{(' / ', ' of ')[side]}{total}"}
    return WORDS[key][side].format(**values)
