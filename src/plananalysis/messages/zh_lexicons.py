"""What can be wrong with a lexicon, a register, a list of stopwords or of indicators, in Chinese."""

LEXICONS = {
    "{path}: row {row} has no term; write one or delete the row": "{path}：第 {row} 行没有词语；请填写或删去该行",
    "{path}: row 1 has no column 'term' or 'word' (found: {columns}); name one so": (
        "{path}：第 1 行没有名为 term 或 word 的列（现有：{columns}）；请这样命名一列"
    ),
    "{path}: the list of terms is empty": "{path}：词表为空",
    "{path}: its cells are parted by {mark}; it is read so": "{path}：各格以{mark}分隔；已照此读取",
    "tabs": "制表符",
    "{mark!r}": "“{mark}”",
    "{path}: row {row} holds a tab; write one term a line, or save the table as .tsv with names in row 1": (
        "{path}：第 {row} 行含制表符；请每行写一个词，或存为首行是列名的 .tsv 表格"
    ),
    "{path}: cannot be read ({reason})": "{path}：无法读取（{reason}）",
    "{path}: row {line_num} is no csv ({error})": "{path}：第 {line_num} 行不是 csv（{error}）",
    "{path}: cannot be read as xlsx ({error})": "{path}：无法作为 xlsx 读取（{error}）",
    "{path}: row {line_num} has {n_cells} cells, the header {n_header}; put cells that hold a comma in quotation marks": (
        "{path}：第 {line_num} 行有 {n_cells} 格，表头有 {n_header} 格；请给含逗号的格子加引号"
    ),
    "lexicon: a table of slogans was given; slogan_lexicon(slogans) makes a lexicon of it": (
        "lexicon：得到的是提法表；slogan_lexicon(slogans) 可由它生成词表"
    ),
    "lexicon: the table lacks the column term; {wanted} is wanted": "lexicon：表缺少 term 列；需要{wanted}",
    "lexicon: row {number} has no term; write one or delete the row": "lexicon：第 {number} 行没有词语；请填写或删去该行",
    "a table with the columns 'term' and 'kind', a list of terms, or the path of a file": "含 term 和 kind 列的表、词语列表，或文件路径",
    "{what}: no file {path!r}; give its path, or {remedy}: [{path!r}]": "{what}：没有文件“{path}”；请给出路径，或{remedy}：[{path!r}]",
    "a list of terms": "词语列表",
    "{what}: {wanted} is wanted, {kind} was given": "{what}：需要{wanted}，得到的是 {kind}",
    "{what}: {wanted} is wanted, a list with {other!r} was given": "{what}：需要{wanted}，得到的列表含 {other}",
}

REGISTER = {
    "a table with a column 'term', a list of terms, 'shipped' or the path of a file": "含 term 列的表、词语列表、'shipped' 或文件路径",
    "register: the table lacks the column term; it has {columns}": "register：表缺少 term 列；现有列：{columns}",
    "{path}: row 1 lacks the column term (found: {columns})": "{path}：第 1 行缺少 term 列（现有：{columns}）",
    "{path}: row 1 has the unknown column {unknown}; known: {known}": "{path}：第 1 行有未知的列 {unknown}；可用的列：{known}",
    "{name}: row {number}, column": "{name}：第 {number} 行，列",
    "{name}: row {number}, column term: {term} is already in row {first}; delete one, or give both their first_year if the members changed": (
        "{name}：第 {number} 行 term 列：{term} 已见于第 {first} 行；请删去一行，若内容有变则两行都注明 first_year"
    ),
    "{place} term: empty; write the slogan or delete the row": "{place} term：为空；请填写提法或删去该行",
    "{place} kind: {kind!r} is not one of {kinds}": "{place} kind：“{kind}”不在 {kinds} 之中",
    "{place} scope: {scope!r} is not one of {scopes}": "{place} scope：“{scope}”不在 {scopes} 之中",
    "{place} first_year: {year!r} is no year": "{place} first_year：“{year}”不是年份",
}

STOPWORDS = {
    "no stopword list {name!r}; shipped ones: {shipped}; or give the path of a file or a list of words": (
        "没有停用词表“{name}”；自带的有：{shipped}；也可给出文件路径或词语列表"
    ),
    "{path}: the stopword list is empty; write a word a line, or leave it out": (
        "{path}：停用词表为空；请每行写一个词，或不用此文件"
    ),
    "{path}: row 1 has no column 'word' (found: {columns}); name one so": "{path}：第 1 行没有名为 word 的列（现有：{columns}）；请这样命名一列",
    "{path}: row {number} has no word; write one or delete the row": "{path}：第 {number} 行没有词；请填写或删去该行",
    "stopwords: the table lacks the column word; {wanted} is wanted": "stopwords：表缺少 word 列；需要{wanted}",
    "a table with a column 'word', a list of words, 'shipped', 'general', 'plan' or the path of a list": (
        "含 word 列的表、词的列表、'shipped'、'general'、'plan' 或词表路径"
    ),
    "stopwords: {name} is a list among words; put them together with load_stopwords and pd.concat": (
        "stopwords：{name} 是词表，与单个词混在一起；请用 load_stopwords 和 pd.concat 合并"
    ),
    "genre: 'shipped', a table as genre_frequencies() gives or None is wanted, {given} was given": (
        "genre：需要 'shipped'、genre_frequencies() 给出的表或 None，得到的是 {given}"
    ),
}

THEMES = {
    "theme lexicon: {shipped}, the path of a file, a table with the columns theme and term, or a dict from themes to terms is wanted, {kind} was given": (
        "主题词表：需要 {shipped}、文件路径、含 theme 和 term 列的表，或由主题到词语的字典，得到的是 {kind}"
    ),
    "no theme lexicon {lexicon!r}; shipped ones: {shipped}; or give a file": "没有主题词表“{lexicon}”；自带的有：{shipped}；也可给出文件",
    "{name}: holds no term": "{name}：其中没有词语",
    "{path}: expected a map from themes to lists of terms": "{path}：应为由主题到词语列表的映射",
    "{name}: no column {column!r}; a theme lexicon has the columns {columns}": "{name}：没有“{column}”列；主题词表的列为 {columns}",
    "{name}: row {row}: {reason}": "{name}：第 {row} 行：{reason}",
    "has no theme": "没有主题",
    "the theme {theme} is given without a term": "主题 {theme} 没有词语",
    "the weight of {term} is not a positive number": "{term} 的权重不是正数",
    "repeats {term} under {theme}": "{theme} 之下重复了 {term}",
    "{path}: not readable as YAML ({reason})": "{path}：无法作为 YAML 读取（{reason}）",
    "no theme {theme!r}; {near}": "没有主题“{theme}”；{near}",
    "the themes table was coded from another corpus": "主题表出自另一语料",
    "text={text!r} is not one of {texts}": "text={text!r} 不在 {texts} 之中",
    "n_boot must be 0 or more, not {n_boot}": "n_boot 须为 0 或以上，不能是 {n_boot}",
    "n_topics must be 1 or more, not {n_topics}": "n_topics 须为 1 或以上，不能是 {n_topics}",
    "the emphasis table has no group {group!r}": "侧重表没有“{group}”这一组",
    "order must name every group of the emphasis table once": "order 须把侧重表的每一组各列一次",
    "code_themes: the lexicon {lexicon} does not fit this corpus: {uncoded:.0%} of the text is without a theme, and {covered:.0%} of it are terms of the lexicon (of plans of its genre about a third); give one of your own (lexicon=), or read find_topics": (
        "code_themes：词表 {lexicon} 不适合此语料：{uncoded:.0%} 的文字没有主题，词表词语占 {covered:.0%}（同类计划约三分之一）；"
        "请用自己的词表（lexicon=），或看 find_topics"
    ),
}

INDICATORS = {
    "{name} has the unknown column {unknown}; its columns are {columns}": "{name} 有未知的列 {unknown}；可用的列为 {columns}",
    "{name} lacks the column indicator; its columns are {columns}": "{name} 缺少 indicator 列；可用的列为 {columns}",
    "{name}: a row has no indicator; name it, or delete the row": "{name}：有一行没有 indicator；请填写或删去该行",
    "{name}: {wording} stands for {known} and for {indicator}; delete it from one": (
        "{name}：{wording} 既指 {known} 又指 {indicator}；请从其一删去"
    ),
}

CODE_BOOKS = {
    "code book: {shipped}, the path of a file, or a table with the columns code and term is wanted, {kind} was given": (
        "编码表：需要 {shipped}、文件路径或含 code、term 列的表，给出的是 {kind}"
    ),
    "no code book {codebook!r}; {near}; or give a file": "没有名为“{codebook}”的编码表；{near}；或给出文件",
    "{name}: a code book has no column {column!r}; {near}; it has the columns {columns}": (
        "{name}：编码表没有“{column}”列；{near}；可用的列：{columns}"
    ),
    "{name}: no column {column!r}; a code book has the columns {columns}": "{name}：缺少“{column}”列；编码表的列为 {columns}",
    "has no code": "没有编码",
    "the code {code} is given without a term": "编码 {code} 没有词语",
    "repeats {term} under {code}": "编码 {code} 下的“{term}”重复",
    "code_sentences: no sentence holds a term of the code book; use another, or other parts": (
        "code_sentences：没有句子含编码表中的词；请换用其他编码表或其他部分"
    ),
    "code_shares: of is {of!r}; give 'code' or 'kind'": "code_shares：of 为“{of}”；请用 'code' 或 'kind'",
    "pmc_index: row {row}: {group} has {item} twice; keep one of them": "pmc_index：第 {row} 行：{group} 的 {item} 有两次；请只留一次",
    "pmc_index: row {row}: the value of {item} of {group} is {value!r}; it must be 0 or 1": (
        "pmc_index：第 {row} 行：{group} 的 {item} 取值为“{value}”；须为 0 或 1"
    ),
}
