"""What can be wrong with what is counted and compared in numbers, in Chinese."""

COUNTS = {
    "no {what} {label!r}; {near}": "没有{what}“{label}”；{near}",
    "count_features: of {n_tokens:,} tokens none is left; fewer stopwords, more kinds, or lower min_n, min_docs and min_chars count more": (
        "count_features：{n_tokens:,} 个词无一留下；减少停用词、增加 kinds，或降低 min_n、min_docs、min_chars 可多计"
    ),
    "unknown TF-IDF scheme {scheme!r}; use 'sklearn' or 'quanteda'": "没有 TF-IDF 方案“{scheme}”；请用 'sklearn' 或 'quanteda'",
    "unknown term frequency {tf!r}; use 'count' or 'prop'": "没有词频算法“{tf}”；请用 'count' 或 'prop'",
    "dfm: a matrix of this corpus is wanted, one of other documents was given; count it from the corpus": (
        "dfm：需要此语料的矩阵，得到的是其他文稿的；请由此语料重新计数"
    ),
    "dfm: a DocumentFeatureMatrix is wanted, {given} was given; {call} gives it": (
        "dfm：需要 DocumentFeatureMatrix，得到的是 {given}；{call} 可得到它"
    ),
    "dfm: rows by {by} are wanted, rows by {rows} were given; {call} gives it": (
        "dfm：需要按 {by} 的行，得到的是按 {rows} 的行；{call} 可得到它"
    ),
    "unknown kind of token {unknown!r}; use {known}": "没有“{unknown}”这类词；可用 {known}",
    "the tokens name the {key} {stray!r}, which the corpus lacks; segment this corpus first": (
        "词表中的 {key}“{stray}”不在语料之中；请先切分此语料"
    ),
    "the tokens name documents that the corpus lacks; segment this corpus first": "词表中有语料没有的文稿；请先切分此语料",
}

ABSENT = {
    "{term!r} stands {n:,} {n:time|times} in the text but is no token of its own: {how}": (
        "“{term}”在正文中出现 {n:,} 次，但不单独成词：{how}"
    ),
    "{tokens} {n:holds|hold} it; concordance lists the places": "含于 {tokens}；concordance 列出各处",
    "{term!r} is a token of kind {kind}; kinds={kinds!r} counts it": "“{term}”属于 {kind} 类；kinds={kinds!r} 可计入",
    "{term!r} occurs nowhere; {near}": "“{term}”未出现；{near}",
    "it is cut into several words; segment(corpus, lexicon=[{term!r}]) keeps it whole": (
        "它被切成几个词；segment(corpus, lexicon=[{term!r}]) 可保持完整"
    ),
    "{term!r} is a stopword; stopwords=None counts it": "“{term}”是停用词；stopwords=None 可计入",
    "terms: no term is given; name the words to count": "terms：没有给出词语；请写出要统计的词",
    "frequencies: {nowhere} stands nowhere in the text; try a shorter part of it": "frequencies：正文中没有 {nowhere}；请试其中较短的部分",
    "{pattern!r} stands in no document ({n:,} searched); try a shorter part of it": (
        "“{pattern}”不见于任何文稿（查了 {n:,} 份）；请试其中较短的部分"
    ),
    "{pattern!r} stands only in parts that are left out of the counts ({n:,} times); inspect_corpus(corpus, 'excluded') lists these": (
        "“{pattern}”只见于不计入统计的部分（{n:,} 处）；inspect_corpus(corpus, 'excluded') 列出这些部分"
    ),
    "concordance: {reason}": "concordance：{reason}",
    "cannot sort by {sort!r}; use 'left', 'right' or None": "不能按“{sort}”排序；请用 'left'、'right' 或 None",
    "width must be 0 or more, not {width}": "width 须为 0 或以上，不能是 {width}",
    "a regular expression searches the text; leave out tokens": "正则表达式检索正文；请不要给出 tokens",
    "the pattern is empty; give a word, a phrase or, with regex, a regular expression": (
        "检索词为空；请给出词、短语，或在 regex 下给出正则表达式"
    ),
    "{pattern!r} is not a regular expression: {error}; leave out regex to search it": (
        "“{pattern}”不是正则表达式：{error}；去掉 regex 即按原样检索"
    ),
}

STATISTICS = {
    "level is {level}; give a share above 0 and at most 1": "level 为 {level}；应大于 0 且不超过 1",
    "term_changes: no {by} has plans of two years; add plans of another year": "term_changes：没有 {by} 有两年的计划；请加入另一年的计划",
    "term_changes: no change of {n_terms:,} terms is sure at level={level}; level=1 lists all of them": (
        "term_changes：{n_terms:,} 个词语的变化在 level={level} 下都不显著；level=1 全部列出"
    ),
    "collocations: no two words stand together {n} times; lower min_n or widen the window": (
        "collocations：没有两个词同现 {n} 次；请降低 min_n 或放宽 window"
    ),
    "collocations: {reason}": "collocations：{reason}",
    "window must reach at least one token to one side, not {window!r}": "window 至少向一侧取一个词，不能是 {window!r}",
    "dispersion needs counts, not {weighting}": "dispersion 需要次数，不能用 {weighting}",
    "sizes must give for every row a number of tokens not below its counts": "sizes 须给出每行的词数，且不小于其计数",
    "dispersion: the matrix has one row, over which nothing is spread; count by documents or sections (by='doc_id', by='section')": (
        "dispersion：矩阵只有一行，无所谓分布；请按文稿或章节计数（by='doc_id'、by='section'）"
    ),
    "(everything else)": "（其余全部）",
    "the target {labels} has no tokens to compare": "目标 {labels} 没有可比较的词",
    "the reference {labels} has no tokens to compare": "参照 {labels} 没有可比较的词",
    "unknown correction {correction!r}; use {corrections}": "没有校正方法“{correction}”；可用 {corrections}",
    "prior must be above 0, not {prior}": "prior 须大于 0，不能是 {prior}",
    "target and reference must both have tokens": "目标和参照都须有词",
    "{both!r} is in the target and in the reference; leave it out of one": "“{both}”同时在目标和参照之中；请从其一去掉",
    "top must be 1 or more, not {top}": "top 须为 1 或以上，不能是 {top}",
    "keywords: no term occurs {min_n} times in a group and {stress:g} times as often as in the others; lower min_n or stress": (
        "keywords：没有词语在某一组出现 {min_n} 次且达到其他组的 {stress:g} 倍；请降低 min_n 或 stress"
    ),
    "no kind of name {kind!r}; use {names}": "没有“{kind}”这类名称；可用 {names}",
    "n must be 1 or more, not {n}": "n 须为 1 或以上，不能是 {n}",
    "nearest: the matrix has one row ({rows}), which has no neighbour; count by smaller parts": (
        "nearest：矩阵只有一行（{rows}），没有相邻者；请按更小的单位计数"
    ),
    "unknown measure {measure!r}; use {measures}": "没有度量“{measure}”；可用 {measures}",
    "{n:,} rows make too many pairs; give top=10 to keep the nearest of each": "{n:,} 行两两相配过多；请用 top=10 只留各自最近的",
    "cannot leave out neighbours of the same {across!r}; use doc_id, unit or year": "不能排除“{across}”相同者；请用 doc_id、unit 或 year",
    "across needs the corpus, to know which row belongs where": "across 需要语料，以便知道各行所属",
    "term_trend: {reason}": "term_trend：{reason}",
    "no document has a year; write the years into metadata.csv": "没有文稿有年份；请把年份写入 metadata.csv",
    "all documents are of one year ({year}); add plans of another year": "所有文稿同属一年（{year}）；请加入另一年的计划",
    "no {by} has plans of two years; by='year' follows the corpus as a whole": "没有 {by} 有两年的计划；by='year' 可看整个语料的变化",
    "the tree joins {n_tree} labels and the table holds {n_order}; cluster the same matrix": (
        "聚类树有 {n_tree} 个标签，表有 {n_order} 个；请对同一矩阵聚类"
    ),
    "order must name every label of the similarity table once": "order 须把相似度表的每个标签各列一次",
}
