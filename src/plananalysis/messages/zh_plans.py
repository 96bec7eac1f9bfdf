"""What can be wrong where plans are compared, their targets, slogans and shared passages found, in Chinese."""

COMPARED = {
    "no document or unit {name!r}; {near}": "没有文稿或单位“{name}”；{near}",
    "{name!r} has several plans; name one of {latest}": "“{name}”有几份计划；请指定其一：{latest}",
    "{a!r} and {b!r} are the same plan; name two": "“{a}”和“{b}”是同一份计划；请指定两份",
    "threshold={threshold!r} is not above 0 and at most 1": "threshold={threshold!r} 应大于 0 且不超过 1",
    "no unit {unit!r}; {near}": "没有单位“{unit}”；{near}",
    "{unit!r} needs plans of two years; its years: {years}": "“{unit}”需要两年的计划；现有年份：{years}",
    "{unit!r} has no plan of {year}; its years: {years}": "“{unit}”没有 {year} 年的计划；现有年份：{years}",
    "{unit!r} has several plans of {year} ({found}); compare two with compare_plans": (
        "“{unit}”{year} 年有几份计划（{found}）；请用 compare_plans 比较其中两份"
    ),
    "no step gives {name!r}; {near}": "没有步骤给出“{name}”；{near}",
    "n_jobs: a number of processes is wanted, -1 for one on each core, not {given!r}": (
        "n_jobs：应为进程数，-1 表示每个核心一个，而不是 {given!r}"
    ),
    "a process that worked on the corpus was ended from outside, most often because the memory is used up; "
    "n_jobs=1 (--jobs 1) takes less": "一个处理语料的进程被外部终止，多半因为内存已用完；n_jobs=1（--jobs 1）用得较少",
    "no heading of {doc_id!r} in the table": "表中没有“{doc_id}”的标题",
    "no row {row} in a table of {n_reuse} shared passages": "没有第 {row} 行，共同段落表有 {n_reuse} 行",
    "no family {family} in a table of {members} families": "没有第 {family} 族，表中有 {members} 族",
    "no document {doc_id!r} in the documents table": "文稿表中没有“{doc_id}”",
}

TRANSMITTED = {
    "transmission: {source} has no clause to hand on, only headings and formalities": (
        "transmission：{source} 没有可承接的分句，只有标题和套话"
    ),
    "transmission: no plan of another unit is of the year of {source} or later; add some, or name another source": (
        "transmission：没有其他单位与 {source} 同年或更晚的文稿；请补充，或另指定来源"
    ),
}

REUSE = {
    'between is {between!r}; give two units, such as ("甲市", "乙市"), and no query': (
        "between 为 {between!r}；请给出两个单位，如 ('甲市', '乙市')，且不与 query 同用"
    ),
    "min_chars is {min_chars}; give 1 or more": "min_chars 为 {min_chars}；须为 1 或以上",
    "kind is {kind!r}; give 'passage', 'formula' or 'term'": "kind 为“{kind}”；请用 'passage'、'formula' 或 'term'",
    "by is {by!r}; give 'doc_id' or 'section'": "by 为“{by}”；请用 'doc_id' 或 'section'",
    "find_reuse: the corpus has one document; add others, or use within=True for what it repeats itself": (
        "find_reuse：语料只有一份文稿；请加入其他文稿，或用 within=True 查其自身的重复"
    ),
    "{missing}: no document of this name in the corpus; see its doc_id column": "{missing}：语料中没有此名的文稿；请看 doc_id 列",
    "{clash}: both the corpus and the query have a document of this name; rename one": (
        "{clash}：语料和待查文稿中都有此名；请改名其一"
    ),
    "planting reuse takes two documents or more; load a larger corpus": "植入重复段落至少要两份文稿；请载入更大的语料",
    "fewer than two documents hold sentences that end in 。！ or ？; nothing can be planted": (
        "有以。！？结尾句子的文稿不足两份；无法植入"
    ),
}

FULFILMENT = {
    "find_fulfilment: no look-back was found in {plans}; see parts(corpus)": (
        "find_fulfilment：{plans} 中没有找到回顾部分；请看 parts(corpus)"
    ),
    "find_fulfilment: several documents of one unit and year count as one plan ({unit} {year}: {doc_ids})": (
        "find_fulfilment：同一单位同一年的几份文稿按一份计划计（{unit} {year} 年：{doc_ids}）"
    ),
    "find_fulfilment: no unit has plans of two successive years; add the plans of the year before, or write unit and year into metadata.csv": (
        "find_fulfilment：没有单位有相继两年的计划；请加入上一年的计划，或在 metadata.csv 中写明单位和年份"
    ),
}

OVER_YEARS = {
    "silent_share is {silent_share}; give a share above 0 and at most 1": "silent_share 为 {silent_share}；应大于 0 且不超过 1",
    "{what}: {n:,} plan{n: has|s have} several documents, which count as one ({some})": (
        "{what}：{n:,} 份计划各有几份文稿，按一份计（{some}）"
    ),
    "slogan_signals: no unit has plans of two years, so nothing entered or left; add plans of another year": (
        "slogan_signals：没有单位有两年的计划，无所谓新出或退出；请加入另一年的计划"
    ),
    "slogan_signals: no document has a unit and a year; write them into metadata.csv": (
        "slogan_signals：没有文稿同时有单位和年份；请写入 metadata.csv"
    ),
    "balance is {balance!r}; give 'as_is', 'fill' or 'drop'": "balance 为“{balance}”；请用 'as_is'、'fill' 或 'drop'",
    "superior: {superior!r} is no unit of the corpus; {near}": "superior：“{superior}”不是语料中的单位；{near}",
    "measures: there is no {name!r}; {near}": "measures：没有“{name}”；{near}",
    "measures: terms are asked for and none is given; name them with terms=": "measures：要求 terms 而没有给出词语；请用 terms= 写出",
    "panel: {n:,} document{n: has|s have} no unit or no year, left out ({some})": "panel：{n:,} 份文稿没有单位或年份，不计入（{some}）",
    "panel: {n:,} unit{n: is|s are} no administrative division, or one of several of its name, and so without code ({some})": (
        "panel：{n:,} 个单位不是行政区划，或有同名区划，因而没有代码（{some}）"
    ),
    "years: there is no plan of {year}; the table has {known}": "years：没有 {year} 年的计划；表中有 {known}",
    "unit: {unit!r} has no plans of two years in the table; {near}": "unit：表中“{unit}”没有两年的计划；{near}",
}

TARGETS = {
    "target_gaps: no unit has plans of two successive years; name the superior=, or add the plans of the year before": (
        "target_gaps：没有单位有相继两年的计划；请用 superior= 指定上级，或加入上一年的计划"
    ),
    "superior: {name!r} is no unit of the targets; {near}": "superior：“{name}”不是目标表中的单位；{near}",
    "find_targets: no plan sets a target for a known indicator; name your own with indicators=, or see find_commitments(corpus) for all quantities": (
        "find_targets：没有计划为已知指标设定目标；请用 indicators= 给出自己的指标，或用 find_commitments(corpus) 查看全部数量"
    ),
    "indicator: no target for {indicator!r}; {near}": "indicator：没有“{indicator}”的目标；{near}",
    "value={value!r} is not one of share, share_chars": "value={value!r} 不是 share 或 share_chars",
}
