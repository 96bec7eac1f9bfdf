"""What the command line says itself, and what its parser says of the arguments, in Chinese."""

COMMANDS = {
    "--gaps compares two plans; name PLAN_B as well": "--gaps 比较两份计划；请再写出 PLAN_B",
    "--context goes with --occurrences: slogans and counts have no place of their own": (
        "--context 须与 --occurrences 同用：提法和计数本身没有位置"
    ),
    "{output}: is read by this command; name another place with -o": "{output}：此命令要读取它；请用 -o 另选位置",
    "{output}: is where the corpus has its metadata; name another file with -o": "{output}：语料的元数据就在此处；请用 -o 另选文件",
    "{output}: is a plan of the corpus; name another file with -o": "{output}：是语料中的一份计划；请用 -o 另选文件",
    "is empty; name a file or folder": "为空；请写出文件或文件夹",
    "{path}: the suffix tells the format; use {formats}": "{path}：格式由扩展名决定；请用 {formats}",
    "{file}: {reason}": "{file}：{reason}",
    "the output cannot be written ({reason})": "无法输出（{reason}）",
    "stopped": "已停止",
    "the memory is used up; take fewer documents at a time": "内存已用完；请减少一次处理的文稿",
    "{message} (see: {command} --help)": "{message}（用法见：{command} --help）",
    "{file}: {reason}; make room, or choose another place": "{file}：{reason}；请清理空间，或另选位置",
}

PROJECT = {
    "{path}: no TOML in UTF-8 ({error})": "{path}：不是 UTF-8 的 TOML（{error}）",
    "{path}: there is no setting {name!r}; {near}": "{path}：没有“{name}”这一设置；{near}",
    "{path}: {name} is {value!r}; give text, or several in a list": "{path}：{name} 为 {value!r}；请给出文字，或文字的列表",
    "{path}: {name} is {value!r}; give text": "{path}：{name} 为 {value!r}；请给出文字",
    "{path}: {name} is {value!r}; give a whole number": "{path}：{name} 为 {value!r}；请给出整数",
    "{path}: {name} is {value!r}; give true or false": "{path}：{name} 为 {value!r}；请给出 true 或 false",
}

SAID = {
    "skipped {file}: {reason}": "未读入 {file}：{reason}",
    "warning {file}: {warning}": "注意 {file}：{warning}",
    "not in the texts: {what} ({n:,} documents; inspect --table left_out)": "未进入正文：{what}（{n:,} 份文稿；见 inspect --table left_out）",
    "named after the file or the subject, for want of a unit: {units}; metadata.csv can name them": (
        "未见单位，以文件名或主题代替：{units}；可在 metadata.csv 中写明"
    ),
    "left out: {n:,} names of places, units and persons ({n_tokens:,} tokens); --names counts them, plananalysis names lists them": (
        "未计入：地名、单位名和人名 {n:,} 个（{n_tokens:,} 处）；--names 可计入，plananalysis names 可列出"
    ),
    "{n:,} rows written to {path}": "{n:,} 行已写入 {path}",
    "{n:,} places written to {files}": "{n:,} 处已写入 {files}",
    "{n:,} edges written to {path}": "{n:,} 条边已写入 {path}",
    "… {n:,} rows; -o FILE writes them all": "……共 {n:,} 行；-o 文件名 可全部写出",
    "no rows ({columns})": "没有行（{columns}）",
    "{n:,} files, {n_same:,} as they were": "{n:,} 个文件，{n_same:,} 个与原来相同",
    "{n:,} {n:document|documents}, {n_units:,} {n_units:unit|units}: open {page}": "{n:,} 份文稿，{n_units:,} 个单位：请打开 {page}",
    "Tables: {tables}   Figures: {figures}   Next: {command}": "表格：{tables}   图：{figures}   下一步：{command}",
    "{n} notebooks copied; next: {command}": "已复制 {n} 个笔记本；下一步：{command}",
}

USAGE = {
    "Invalid value for {hint}: {message}": "{hint} 的值无效：{message}",
    "Invalid value: {message}": "值无效：{message}",
    "Missing argument {hint}.": "缺少参数 {hint}。",
    "Missing option {hint}.": "缺少选项 {hint}。",
    "Missing option {hint}. Choose from: {choices}": "缺少选项 {hint}。可用：{choices}",
    "Missing argument {hint}. Choose from: {choices}": "缺少参数 {hint}。可用：{choices}",
    "No such option {option}.": "没有选项 {option}。",
    "No such option {option}. Did you mean {likely}?": "没有选项 {option}。是否想写 {likely}？",
    "No such option {option}. (Did you mean one of: {likely}?)": "没有选项 {option}。（是否想写其中之一：{likely}？）",
    "No such command {command}.": "没有命令 {command}。",
    "No such command {command}. Did you mean {likely}?": "没有命令 {command}。是否想写 {likely}？",
    "No such command {command}. (Did you mean one of: {likely}?)": "没有命令 {command}。（是否想写其中之一：{likely}？）",
    "Missing command.": "缺少命令。",
    "Got unexpected extra argument ({arguments})": "多出了参数（{arguments}）",
    "Got unexpected extra arguments ({arguments})": "多出了参数（{arguments}）",
    "Option {option} requires an argument.": "选项 {option} 需要一个值。",
    "Option {option} does not take a value.": "选项 {option} 不带值。",
    "{value} is not one of {choices}.": "{value} 不在 {choices} 之中。",
    "{value} is not a valid integer.": "{value} 不是整数。",
    "{value} is not a valid float.": "{value} 不是数。",
    "{value} is not a valid {kind}.": "{value} 不是有效的 {kind}。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "{kind} {name} does not exist.": "{kind} {name} 不存在。",
    "{kind} {name} is a directory.": "{kind} {name} 是文件夹。",
    "{kind} {name} is a file.": "{kind} {name} 是文件。",
    "{kind} {name} is not readable.": "{kind} {name} 无法读取。",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
}
"""What click says of arguments; what a later release says otherwise stays in English."""
