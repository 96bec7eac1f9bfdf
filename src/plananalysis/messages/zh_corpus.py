"""What can be wrong with a corpus, its metadata, or a table that a function is given, in Chinese."""

CORPUS = {
    "{path}: no such file or folder": "{path}：没有这个文件或文件夹",
    "{path}: no such file or folder; {near}": "{path}：没有这个文件或文件夹；{near}",
    "{path}: no reader for {suffix}; use {suffixes: }": "{path}：不支持{suffix}；可用 {suffixes: }",
    "a path or a DataFrame is wanted, {kind} was given; corpus_from_texts takes texts at hand": (
        "需要路径或 DataFrame，得到的是 {kind}；手头的文本请用 corpus_from_texts"
    ),
    "{path}: holds a report of plananalysis and no plans; name the folder of the plans": (
        "{path}：其中是 plananalysis 的报告，没有计划文稿；请指定存放文稿的文件夹"
    ),
    "{path}: the folder is empty; {wanted}": "{path}：文件夹为空；{wanted}",
    "{path}: no files in it; {wanted}": "{path}：其中没有文件；{wanted}",
    "it needs {suffixes: } files": "需要 {suffixes: } 文件",
    "{path}: holds only the zip {file}; name {inner} itself, or unpack it": (
        "{path}：其中只有压缩包 {file}；请直接指定 {inner}，或先解压"
    ),
    "{path}: is zipped twice; unpack it once, and name the {file} in it": "{path}：压缩了两次；请解压一次，再指定其中的 {file}",
    "{name}: is the table {table} of results and no corpus; name the folder of the plans": (
        "{name}：是结果表 {table}，不是语料；请指定存放文稿的文件夹"
    ),
    "{path}: no readable document, only tables; load one by its own path, such as {file}": (
        "{path}：没有可读的文稿，只有表格；请用表格自身的路径载入，如 {file}"
    ),
    "{path}: no readable document among {n} files; {wanted}": "{path}：{n} 个文件中没有可读的文稿；{wanted}",
    "{path}: no readable document among {n} files (first: {file}, {reason}); {wanted}": (
        "{path}：{n} 个文件中没有可读的文稿（首个：{file}，{reason}）；{wanted}"
    ),
    "{name}: no row has text": "{name}：没有一行有文字",
    "texts: two keys are the same doc_id once written as text; make every doc_id unique": (
        "texts：有两个键写成文字后是同一 doc_id；请使 doc_id 各不相同"
    ),
    "a table with a column `text`, a list of texts or of rows, or a dict of texts (or rows) by doc_id is wanted": (
        "需要含 `text` 列的表、文本或行的列表，或以 doc_id 为键的文本（或行）字典"
    ),
    "{name}: {wanted}; {kind} was given": "{name}：{wanted}；得到的是 {kind}",
    "{name}: {wanted}; a list of {kinds:and} was given": "{name}：{wanted}；得到的是 {kinds:and} 的列表",
    "{name}: {wanted}; under {other!r} {kind} was given": "{name}：{wanted}；“{other}”之下是 {kind}",
    "{name}: the columns are not equally long ({error})": "{name}：各列长短不一（{error}）",
    "{name}: no column `text`; it has {columns}": "{name}：没有 `text` 列；现有列：{columns}",
    "{name}: {key} {value} stands in more than one row; make every {key} unique": (
        "{name}：{key} {value} 出现在多行；请使 {key} 各不相同"
    ),
    "{name}: no column `file` or `doc_id` to join by; it has {columns}; name each document's file or doc_id": (
        "{name}：没有用来对应的 `file` 或 `doc_id` 列；现有列：{columns}；请注明每份文稿的 file 或 doc_id"
    ),
    "{name}: two different rows for {value}; keep one of them": "{name}：{value} 有两行内容不同；请只留一行",
    "{name}: no such document: {files}": "{name}：没有这些文稿：{files}",
    "{name}: {cells} {n:is no year|are no years}; the document's own is used": "{name}：{cells} 不是年份；改用文稿自身的年份",
    "no table {table!r} of a corpus; there are {inspected}": "语料没有表“{table}”；现有：{inspected}",
    "no document {doc_id!r}; {near}": "没有文稿“{doc_id}”；{near}",
    "documents: the doc_id {doc_id} stands twice": "documents：doc_id {doc_id} 重复",
    "{name}: they name the document {stray}, which is not among the documents; choose documents with corpus.subset, which keeps the tables together": (
        "{name}：其中的文稿 {stray} 不在 documents 之中；请用 corpus.subset 选取文稿，各表随之一致"
    ),
    "{name}: a Corpus is wanted, {given} was given; {remedy}": "{name}：需要 Corpus，得到的是 {given}；{remedy}",
    "load_corpus({path!r}) reads a folder or file, corpus_from_texts takes texts": (
        "load_corpus({path!r}) 读取文件夹或文件，corpus_from_texts 接收文本"
    ),
    "load_corpus(table) makes one of it": "load_corpus(table) 可由它生成语料",
    "are two arguments in each other's place? load_corpus(path) makes a corpus": (
        "是否有两个参数放反了？load_corpus(path) 生成语料"
    ),
    "load_corpus(path) or corpus_from_texts(texts) makes one": "load_corpus(path) 或 corpus_from_texts(texts) 生成语料",
}

SETTINGS = {
    "{name}: there is no limit {key!r}; {near}": "{name}：没有限额“{key}”；{near}",
    "{name}: {word!r} is no limit; write it like seconds=300": "{name}：“{word}”不是限额；请写成 seconds=300 的形式",
    "{name}: {key} is {value!r}; give a number above 0": "{name}：{key} 为 {value}；请给出大于 0 的数",
}

CHOOSING = {
    "subset: no document meets {asked}; corpus.documents shows what there is": (
        "subset：没有文稿符合{asked}；corpus.documents 列出全部文稿"
    ),
    "the query {query!r}": "查询“{query}”",
    "all that is asked for": "全部条件",
    "part: the name of a part or several are wanted, {part!r} was given; use {parts}": (
        "part：需要一个或几个部分的名称，得到的是 {part}；可用 {parts}"
    ),
    "part: no part was given; use one or several of {parts}, or None for all": (
        "part：没有给出部分；可用 {parts} 中的一个或几个，全部则用 None"
    ),
    "a plan has no part {name!r}; {near}": "计划没有“{name}”这一部分；{near}",
    "part: no document has the part {asked:or}; there are {found}": "part：没有文稿含 {asked:or} 部分；现有 {found}",
    "part: the table says of no row where it stands (passage_id, or doc_id and start); make the table of corpus.subset(part=...)": (
        "part：表中没有各行的位置（passage_id，或 doc_id 和 start）；请由 corpus.subset(part=...) 生成此表"
    ),
    "a mask holds True or False for each document, {named} was given; choose by a column with its name: subset(unit=…), subset(doc_id=[…])": (
        "掩码须为每份文稿给出 True 或 False，得到的是 {named}；按列选取请写 subset(unit=…)、subset(doc_id=[…])"
    ),
    "the mask has {n_given:,} values, the corpus {n_documents:,} documents": "掩码有 {n_given:,} 个值，语料有 {n_documents:,} 份文稿",
    "no document has the {column} {unknown!r}; {near}": "没有文稿的 {column} 是“{unknown}”；{near}",
    "every document has a {column}": "每份文稿都有 {column}",
    "the documents have no column {column!r}; {near}": "文稿表没有“{column}”列；{near}",
    "the query {query!r} cannot be read ({reason}); write it like \"year >= 2023 and unit == '市财政局'\"": (
        "查询“{query}”无法理解（{reason}）；请写成 \"year >= 2023 and unit == '市财政局'\" 的形式"
    ),
}

GROUPS = {
    "cannot group by {by!r}; use one of {names}": "不能按“{by}”分组；可用 {names}",
    "cannot group by {by!r}; {near}; use one of {names}": "不能按“{by}”分组；{near}；可用 {names}",
    "{why}, so there is nothing to compare; use {calls:or}": "{why}，无可比较；请用 {calls:or}",
    "the corpus has one document, so there is nothing to compare; add others": "语料只有一份文稿，无可比较；请加入其他文稿",
    "no document has a {by}": "没有文稿有 {by}",
    "all documents are of one {by} ({label})": "所有文稿的 {by} 相同（{label}）",
    "the table names the document {stray!r}, which the corpus lacks; use its own corpus": (
        "表中的文稿“{stray}”不在语料之中；请用与表对应的语料"
    ),
    "with_context: width must be 0 or more, not {width}": "with_context：width 须为 0 或以上，不能是 {width}",
    "with_context: the corpus lacks the document {doc_id!r}; use its own corpus": (
        "with_context：语料中没有文稿“{doc_id}”；请用与表对应的语料"
    ),
    "with_context: {doc_id} has no place {start} to {end}, it ends at {n_text}; use its own corpus": (
        "with_context：{doc_id} 没有 {start} 至 {end} 的位置，全文至 {n_text} 止；请用与表对应的语料"
    ),
}

GIVEN = {
    "{name}: a table is wanted, {given} was given{order}{remedy}": "{name}：需要表，得到的是 {given}{order}{remedy}",
    "{name}: a table (DataFrame) is wanted, {kind} was given": "{name}：需要表（DataFrame），得到的是 {kind}",
    "{name}: the table lacks the column {missing}; it has {columns}": "{name}：表缺少 {missing} 列；现有列：{columns}",
    "{name}: the table lacks the {n_missing:column|columns} {missing}; it has {listed}{seems}{remedy}": (
        "{name}：表缺少 {missing} 列；现有列：{listed}{seems}{remedy}"
    ),
    "; {call} gives it": "；{call} 可得到它",
    "; are two arguments in each other's place?": "；是否有两个参数放反了？",
    " and looks like the table {table}": "，看来是表 {table}",
    "a square table is wanted, with the same labels as rows and columns": "需要行列标签相同的方表",
    "{name}: {wanted}, {given} was given; {maker} gives it": "{name}：{wanted}，得到的是 {given}；{maker} 可得到它",
    "{name}: {wanted}, a table with {n_matrix} rows and the columns {listed} was given; {maker} gives it": (
        "{name}：{wanted}，得到的表有 {n_matrix} 行，列为 {listed}；{maker} 可得到它"
    ),
}
