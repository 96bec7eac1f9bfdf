"""What can be wrong where places are coded by hand, rankings tried, and networks made, in Chinese."""

CODING = {
    "--category: write it as NAME=DEFINITION, not {name!r}": "--category：请写成 名称=定义，不能是“{name}”",
    "draw_sample: n must be 1 or more, not {n}": "draw_sample：n 须为 1 或以上，不能是 {n}",
    "allocation is {allocation!r}; give 'proportional' or 'equal'": "allocation 为“{allocation}”；请用 'proportional' 或 'equal'",
    "draw_sample: the corpus lacks the document {doc_id!r}; use its own corpus": "draw_sample：语料中没有文稿“{doc_id}”；请用与表对应的语料",
    "draw_sample: no place is drawn from {n:,} strata ({some}); draw more places or use fewer strata": (
        "draw_sample：有 {n:,} 层未抽到（{some}）；请多抽一些，或减少层数"
    ),
    "draw_sample: the table has no column {name!r}; {near}": "draw_sample：表中没有“{name}”列；{near}",
    "{path}: coders work in a workbook; name a file that ends in .xlsx": "{path}：编码须在工作簿中进行；请给出以 .xlsx 结尾的文件名",
    "{file}: is there already, and may be filled in; move it or name another file": "{file}：已存在，可能已填写；请移走或另取文件名",
    "{file}: cannot be written ({reason}); close it elsewhere or choose another place": (
        "{file}：无法写入（{reason}）；请先在其他程序（如 Excel）中关闭该文件，或另选位置"
    ),
    "categories: two or more are wanted, each with a name; give name and definition of each": (
        "categories：至少要两类，各有名称；请给出每类的名称和定义"
    ),
    "coders: two or more are wanted, with names that a file can have": "coders：至少要两人，姓名须能用作文件名",
    "categories: the program gave {said!r}, which is none of them; {near}": "categories：程序给出“{said}”，不在其中；{near}",
    "read_coding: no workbook is given; name those that the coders filled in": "read_coding：没有给出工作簿；请指定编码者填好的文件",
    "{file}: is of another sample than {other}; take the workbooks of one sample": "{file}：与 {other} 不是同一样本；请用同一样本的工作簿",
    "{file}: has other categories than {other}; take the workbooks of one sample": "{file}：类别与 {other} 不同；请用同一样本的工作簿",
    "{file}: is of the coder {coder!r}, as another file is; give each once": "{file}：与另一文件同属编码者“{coder}”；每人只给一份",
    "{file}: no such file": "{file}：没有这个文件",
    "{file}: cannot be read as a workbook ({kind})": "{file}：无法作为工作簿读取（{kind}）",
    "{file}: is no workbook of write_coding, or lacks its sheets; give the file that the coder got": (
        "{file}：不是 write_coding 生成的工作簿，或缺少工作表；请用发给编码者的文件"
    ),
    "{file}: the sheet {coding} has lost the column {name!r}; give the file that the coder got": (
        "{file}：工作表 {coding} 缺少“{name}”列；请用发给编码者的文件"
    ),
    "{file}: row {number}: the sample has no such place, or has it once only: {place!r}": (
        "{file}：第 {number} 行：样本中没有这一处，或只有一次：{place}"
    ),
    "{file}: row {number}: the place {place} is not as it was drawn; undo the change": (
        "{file}：第 {number} 行：第 {place} 处与抽取时不同；请撤销改动"
    ),
    "{file}: the place {place} is missing ({n:,} in all); put its row back": "{file}：缺少第 {place} 处（共缺 {n:,} 处）；请恢复该行",
    "{file}: {where}: {written!r} is no category; {near}": "{file}：{where}：“{written}”不是类别；{near}",
    "{file}: {where} has no category; choose one, or take such places as not coded (incomplete=True, --incomplete)": (
        "{file}：{where} 没有填类别；请选择一类，或把此类位置视为未编码（incomplete=True、--incomplete）"
    ),
}

TRUSTED = {
    "level is {level!r}; give one of {levels}": "level 为“{level}”；可用 {levels}",
    "agreement: {what} cannot be told: no two coders share places, or all gave one category; code more places": (
        "agreement：无法计算 {what}：没有两人编过相同位置，或都归入一类；请多编一些"
    ),
    "agreement: {n} places are few; code {few} or more": "agreement：{n} 处太少；请编 {few} 处以上",
    "codings: the coder {coder!r} has the place {place} twice; give each once": "codings：编码者“{coder}”的第 {place} 处有两次；每处只给一次",
    "lang is {lang!r}; give 'zh' or 'en'": "lang 为“{lang}”；请用 'zh' 或 'en'",
    "sensitivity: {without:,} documents have no part 'plan', so that this choice is told of the others": (
        "sensitivity：{without:,} 份文稿没有 plan 部分，此项选择只看其余文稿"
    ),
    "sensitivity: {n_groups} groups by {by} have no order to speak of; use {others:or}": (
        "sensitivity：按 {by} 只有 {n_groups} 组，谈不上排序；请用 {others:or}"
    ),
    "sensitivity: {n_groups} groups by {by} have no order to speak of; add other documents": (
        "sensitivity：按 {by} 只有 {n_groups} 组，谈不上排序；请加入其他文稿"
    ),
    "no {what} is asked for; use {known}": "没有指定 {what}；可用 {known}",
    "there is no {what} {name!r}; {near}": "没有名为“{name}”的 {what}；{near}",
}

NETWORKS = {
    "plot_word_cloud needs the package wordcloud: pip install 'plananalysis[cloud]'": (
        "plot_word_cloud 需要 wordcloud 包：pip install 'plananalysis[cloud]'"
    ),
    "{value}: an area cannot be negative; name a column of counts or shares with value=": (
        "{value}：面积不能为负；请用 value= 指定次数或占比的列"
    ),
    "networks need networkx, which is not installed: pip install 'plananalysis[networks]'": (
        "网络分析需要 networkx，尚未安装：pip install 'plananalysis[networks]'"
    ),
    "{path}: cannot tell the format of a network from the suffix; use {networks}": "{path}：无法由扩展名判断网络格式；请用 {networks}",
    "{path}: the network has no edges, so there is nothing to write; lower min_n or ask for more terms": (
        "{path}：网络没有边，无可写出；请降低 min_n 或多给一些词语"
    ),
    "edges: a table of edges is wanted, with two columns of ends ({known}); it has {columns}; cooccurrence(corpus) gives it": (
        "edges：需要边的表，含两端的列（{known}）；现有列：{columns}；cooccurrence(corpus) 可得到它"
    ),
    "nodes: a table is wanted with the column node or term; it has {columns}; communities(cooccurrence) gives it": (
        "nodes：需要含 node 或 term 列的表；现有列：{columns}；communities(cooccurrence) 可得到它"
    ),
    "superior: {superior!r} is no unit of the corpus with a plan; {near}": "superior：“{superior}”不是语料中有计划的单位；{near}",
    "affiliations: of is {of!r}; {near}": "affiliations：of 为“{of}”；{near}",
    "affiliations: the plans have no {of}; link them with the other, {others:or}": (
        "affiliations：计划中没有 {of}；请改用 {others:or} 来连接"
    ),
    "within is {within!r}; give 'sentence' or 'passage'": "within 为“{within}”；请用 'sentence' 或 'passage'",
    "cooccurrence: no two terms stand together in {n} {within}s; lower min_n or use within='passage'": (
        "cooccurrence：没有两个词语在 {n} 个 {within} 中同现；请降低 min_n 或用 within='passage'"
    ),
    "terms: no term is given, or an empty one; name the words whose company is asked for": (
        "terms：没有给出词语，或有空词；请写出要看其同现的词"
    ),
    "weight is {weight!r}; give one of {weights}": "weight 为“{weight}”；可用 {weights}",
    "n_runs must be 0 or more and resolution above 0": "n_runs 须为 0 或以上，resolution 须大于 0",
    "communities: no edge has a {weight} above 0; use another weight": "communities：没有边的 {weight} 大于 0；请换一种权重",
}
