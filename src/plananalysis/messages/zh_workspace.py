"""What is said about workspaces, in which a corpus is stored, in Chinese."""

WORKSPACE = {
    "{folder}: another run is writing to this workspace; wait for it, or use another folder": (
        "{folder}：另一次运行正在写入此工作区；请等待，或换一个文件夹"
    ),
    "{folder}: this file system has no locks; see to it that only one run writes to the workspace": (
        "{folder}：此文件系统不支持文件锁；请确保只有一次运行写入该工作区"
    ),
    "{path}: a file of the workspace is missing; store the corpus again, which makes it anew": (
        "{path}：工作区缺少此文件；请重新存入语料，缺失部分会重做"
    ),
    "{path}: the file is damaged (it is not as it was written); store the corpus again, which makes it anew": (
        "{path}：文件已损坏（与写入时不符）；请重新存入语料，损坏部分会重做"
    ),
    "{folder}: the workspace is of another version ({found}, this is {own}); clear it with plananalysis workspace {folder} --clear and store the corpus again": (
        "{folder}：工作区属于另一版本（{found}，本程序为 {own}）；请用 plananalysis workspace {folder} --clear 清空后重新存入语料"
    ),
    "{path}: the record of the workspace is damaged; clear it with plananalysis workspace {folder} --clear and store the corpus again": (
        "{path}：工作区的记录已损坏；请用 plananalysis workspace {folder} --clear 清空后重新存入语料"
    ),
    "{path}: {file} changed while it was read; store the corpus again when nothing writes to it": (
        "{path}：{file} 在读取时发生了变化；请在无程序写入时重新存入语料"
    ),
    "{workspace}: a damaged file held {n:a document that is|documents that are} not in this corpus: {missing}; store their corpus again": (
        "{workspace}：损坏的文件中有 {n} 篇文稿不在本语料中：{missing}；请重新存入其所在语料"
    ),
    "the name of the folder is empty; give one for the workspace": "文件夹名为空；请给出工作区的文件夹",
    "{folder}: is a file; name a folder for the workspace": "{folder}：这是一个文件；请指定工作区的文件夹",
    "{folder}: holds {other}, which is of no workspace; name a new folder or an empty one": (
        "{folder}：其中的 {other} 不属于工作区；请指定新的或空的文件夹"
    ),
    "{corpus}: no readable document (first: {file}, {reason})": "{corpus}：没有可读的文稿（首个：{file}，{reason}）",
    "{corpus}: no readable document": "{corpus}：没有可读的文稿",
    "max_letters: a whole number above 0 is wanted, not {given!r}": "max_letters：应为正整数，不能是 {given}",
    "{folder}: no workspace; plananalysis store CORPUS --workspace {folder} makes one": (
        "{folder}：没有工作区；可用 plananalysis store CORPUS --workspace {folder} 建立"
    ),
    "query_reuse: {n:,} stored documents share wording with the query; the {n_read:,} that share most were compared (max_letters={max_letters:,})": (
        "query_reuse：有 {n:,} 篇已存文稿与所查文稿有共同文字；已比对其中最多的 {n_read:,} 篇（max_letters={max_letters:,}）"
    ),
    "{folder}: {n_docs:,} documents of {n_units:,} units, {n_letters:,} letters; {size:,.1f} MB, version {version}": (
        "{folder}：{n_docs:,} 篇文稿，{n_units:,} 个单位，{n_letters:,} 字；{size:,.1f} MB，版本 {version}"
    ),
    "{folder}: {n:,} {n:file|files} removed": "{folder}：已删除 {n:,} 个文件",
    "--workspace compares a new plan with the stored ones: give --query FILE, without --between, --within or --families": (
        "--workspace 用于将新计划与已存文稿比对：请给出 --query FILE，且不要加 --between、--within 或 --families"
    ),
    "{done}; {summary}": "{done}；{summary}",
    "new {n:,}": "新增 {n:,}",
    "changed {n:,}": "已更新 {n:,}",
    "unchanged {n:,}": "未变 {n:,}",
    "removed {n:,}": "已移除 {n:,}",
    "skipped {n:,}": "已跳过 {n:,}",
}
