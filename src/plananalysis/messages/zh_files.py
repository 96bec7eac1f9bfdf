"""What can be wrong with a table or a folder of results that is read or written, in Chinese."""

TABLES = {
    "{path}: no such file": "{path}：没有这个文件",
    "{path}: cannot be read as {suffix} ({reason})": "{path}：无法作为 {suffix} 读取（{reason}）",
    "{path}: cannot be written ({reason}); close it elsewhere or choose another place": (
        "{path}：无法写入（{reason}）；请先在其他程序（如 Excel）中关闭该文件，或另选位置"
    ),
    "{path}: cannot be written, for it is open in another program ({lock} lies beside it); close it there": (
        "{path}：无法写入，文件正在其他程序（如 Excel）中打开（旁有 {lock}）；请先关闭"
    ),
    "{path}: cannot be written ({reason}); make room, or choose another place": (
        "{path}：无法写入（{reason}）；请清理空间，或另选位置"
    ),
    "{path}: cannot tell the table format from the suffix; use {formats}": "{path}：无法由扩展名判断表格格式；请用 {formats}",
    "the path of a file is wanted, {kind} was given": "需要文件路径，得到的是 {kind}",
    "the name of the file is empty; give one that ends in {formats}": "文件名为空；请给出以 {formats} 结尾的文件名",
    "neither UTF-8 nor GB18030; save it as UTF-8": "既不是 UTF-8 也不是 GB18030 编码；请另存为 UTF-8",
    "the file is empty; a table has at least a line with the names of its columns": "文件为空；表格至少要有一行列名",
    "two columns are named {twice!r}; give each a name of its own": "有两列同名“{twice}”；请分别命名",
    "row {line_num} is no csv ({error})": "第 {line_num} 行不是 csv（{error}）",
    "row {line_num} has {n_cells} cells, the first {n_first}; put cells that hold what parts them in quotation marks": (
        "第 {line_num} 行有 {n_cells} 格，第一行有 {n_first} 格；请给含分隔符的格子加引号"
    ),
    'line {number} is no JSON object; write one a line, such as {{"n": 1}}': (
        '第 {number} 行不是 JSON 对象；请每行写一个，如 {{"n": 1}}'
    ),
    "line {number}, character {colno}: {msg}": "第 {number} 行第 {colno} 个字符：{msg}",
    "a table without columns cannot be kept for Stata; use .csv": "没有列的表格不能存为 Stata 格式；请用 .csv",
    "column {name}: {largest} is too large to be exact in Stata; use .parquet": (
        "列 {name}：{largest} 过大，Stata 不能精确保存；请用 .parquet"
    ),
    "column {column}: {n} infinite numbers are missing in Stata's file": "列 {column}：{n} 个无穷大在 Stata 文件中为缺失值",
    "{n_rows:,} rows and {n_columns:,} columns are more than Excel holds ({most_rows:,} and {most_columns:,}); use .csv or .parquet": (
        "共 {n_rows:,} 行、{n_columns:,} 列，超过 Excel 的上限（{most_rows:,} 行、{most_columns:,} 列）；请用 .csv 或 .parquet"
    ),
    "column {column}: {n} cells are cut at the 32,767 characters that Excel allows; .csv and .parquet hold all": (
        "列 {column}：{n} 格在 Excel 允许的 32,767 个字符处截断；.csv 和 .parquet 可完整保存"
    ),
}

RESULTS = {
    "{path} is not of a report; choose another folder with -o, or say --overwrite to replace it": (
        "{path} 不是报告的文件；请用 -o 另选文件夹，或加 --overwrite 替换"
    ),
    "the name of the folder is empty; give one for the results": "文件夹名为空；请给出存放结果的文件夹",
    "{folder}: cannot be written, for it is a file; name a folder for the results": (
        "{folder}：无法写入，这是一个文件；请指定存放结果的文件夹"
    ),
    "{folder}: cannot be written ({reason}); choose another folder with -o": (
        "{folder}：无法写入（{reason}）；请用 -o 另选文件夹"
    ),
    "{folder}: cannot be written ({reason}); make room, or choose another folder with -o": (
        "{folder}：无法写入（{reason}）；请清理空间，或用 -o 另选文件夹"
    ),
    "{target}: another run is writing to this folder; wait for it or choose another with -o": (
        "{target}：另一次运行正在写入此文件夹；请等待，或用 -o 另选文件夹"
    ),
    "{path} is there already; name another folder": "{path} 已存在；请另选文件夹",
    "{directory}: holds no report of plananalysis (a {record} that lists its files)": (
        "{directory}：其中没有 plananalysis 的报告（应有列出其文件的 {record}）"
    ),
    "{path}: does not say where the corpus lies; name it behind the report": (
        "{path}：没有记录语料的位置；请在报告之后写出语料路径"
    ),
    "{n} files copied; next: {command}": "已复制 {n} 个文件；下一步：{command}",
    "{name}: no such format of tables; use {formats:or}": "{name}：没有这种表格格式；请用 {formats:or}",
    "{lang}: no such language of the report; use {languages:or}": "{lang}：报告没有这种语言；请用 {languages:or}",
    "the corpus holds no readable document; there is nothing to report": "语料中没有可读的文稿，无可报告",
    "dpi: dots per inch are wanted, up to {most_dots}, not {dpi!r}; 300 and 600 are usual in print": (
        "dpi：应为每英寸点数，至多 {most_dots}，不能是 {dpi}；印刷常用 300 或 600"
    ),
    "{path}: {suffix} is no figure format; use {known}": "{path}：{suffix} 不是图片格式；请用 {known}",
    "{kind}: no figure format; use {known}": "{kind}：不是图片格式；请用 {known}",
    "{kind}: this figure format does not work here ({reason}); take png, svg or pdf": (
        "{kind}：此处不能生成这种图片（{reason}）；请用 png、svg 或 pdf"
    ),
    "figure: Axes or a Figure is wanted, {given} was given; a plotting function gives it": (
        "figure：需要 Axes 或 Figure，得到的是 {given}；作图函数会返回它"
    ),
    "these axes belong to no figure any more; draw them anew": "该坐标系已不属于任何图；请重新作图",
}
