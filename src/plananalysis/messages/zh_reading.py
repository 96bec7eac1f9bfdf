"""Why a file was not read, and what a reader should know about a text, in Chinese."""

REFUSED = {
    "empty file": "空文件",
    "no text": "没有文字",
    "no text ({doc_id})": "没有文字（{doc_id}）",
    "files without suffix": "无扩展名的文件",
    "no reader for {suffix}": "不支持 {suffix} 格式",
    "not a text file, whatever its suffix {suffix} says": "扩展名为 {suffix}，但不是文本文件",
    "not a readable text": "文本无法读取",
    "not text in UTF-8, UTF-16, GB18030, GBK or Big5; save it as UTF-8": (
        "不是 UTF-8、UTF-16、GB18030、GBK 或 Big5 编码的文字，请另存为 UTF-8"
    ),
    "a table among documents; load it by its own path": "文稿中的表格文件，请单独载入",
    "not a readable {suffix} table": "{suffix} 表格无法读取",
    "not a readable {suffix} table ({first})": "{suffix} 表格无法读取（{first}）",
    "slides, not a document": "幻灯片，不是文稿",
    "a zip inside the corpus; unpack it": "语料中的压缩包，请先解压",
    "an archive; unpack it": "压缩包，请先解压",
    "not a readable zip archive; make it anew": "压缩包无法读取，请重新打包",
    "password-protected in the zip; make it without a password": "压缩包内的文件有密码，请去掉密码后重新打包",
    "damaged in the zip": "压缩包内的文件已损坏",
    "stands twice in the zip; the last one is read": "压缩包内重名，只读入最后一个",
    "password-protected; save it without a password": "文件有密码，请去掉密码后另存",
    "a link that leads nowhere": "链接失效",
    "open in another program; close it there": "正在其他程序中打开，请先关闭",
    "a folder, not a file": "是文件夹，不是文件",
    "{kind}, not a file": "是{kind}，不是普通文件",
    "a folder": "文件夹",
    "a pipe": "管道",
    "a socket": "套接字",
    "a device": "设备",
    "a disk": "磁盘",
    "not a file": "不是普通文件",
}

DAMAGED = {
    "a damaged Word file; open it in Word and save it again": "Word 文件已损坏，请用 Word 打开后另存",
    "a damaged PDF; get it anew or print it to PDF again": "PDF 文件已损坏，请重新获取或重新打印为 PDF",
    "a damaged PDF; none of its pages can be read": "PDF 文件已损坏，没有一页可读；请重新获取或重新打印为 PDF",
    "a damaged web page; save it anew": "网页文件已损坏，请重新保存",
    "a damaged saved web page; save it anew": "另存的网页已损坏，请重新保存",
    "a damaged picture; scan it anew": "图片已损坏，请重新扫描",
    "a damaged file; open it in Word or WPS and save it as .docx": "文件已损坏，请用 Word 或 WPS 打开后另存为 .docx",
    "a damaged OFD file; get it anew or save it as .pdf": "OFD 文件已损坏，请重新获取或另存为 .pdf",
    "a damaged workbook; open it in Excel and save it again": "工作簿已损坏，请用 Excel 打开后另存",
    "{damaged} (it has no body)": "{damaged}（没有正文部分）",
    "{damaged} (it has no part {part})": "{damaged}（缺少部分 {part}）",
    "a table of OpenDocument; save it as .xlsx": "OpenDocument 表格，请另存为 .xlsx",
    "a binary workbook; save it as .xlsx": "二进制工作簿，请另存为 .xlsx",
    "no web page in it": "其中没有网页",
    "an embedded part ({name}) could not be read: {reason}": "嵌入的文档（{name}）无法读取：{reason}",
    "embedded too deep": "嵌入文档层数过多",
    "{what}; {remedy}": "{what}，{remedy}",
    "a legacy Word or WPS file": "旧版 Word 或 WPS 文件",
    "a rich text file": "RTF 文件",
    "an OpenDocument file": "OpenDocument 文件",
    "save it as .docx, or install LibreOffice, which reads it": "请另存为 .docx，或安装 LibreOffice 后直接读入",
    "{what} that LibreOffice cannot read; save it as .docx": "{what}，LibreOffice 无法读取，请另存为 .docx",
    "LibreOffice takes more than {seconds} s for it; save it as .docx": "LibreOffice 转换超过 {seconds} 秒，请另存为 .docx",
}

LIMITS = {
    "too large for the memory of this computer": "文件过大，本机内存不足",
    "too large ({size:,.0f} MB, at most {most:,.0f} are read)": "文件过大（{size:,.0f} MB，至多读 {most:,.0f} MB）",
    "too long ({n:,} characters, at most {most:,} are read); split it": "文本过长（{n:,} 个字符，至多读 {most:,} 个），请拆分",
    "too many elements ({n:,}, at most {most:,} are read)": "元素过多（{n:,} 个，至多读 {most:,} 个），不是文稿",
    "unpacks to {times:,.0f} times its size (at most {most:,} times is read); it is damaged or no document": (
        "解压后为原大小的 {times:,.0f} 倍（至多读 {most:,} 倍），文件已损坏或不是文稿"
    ),
    "too many parts (at most {most:,} are read)": "组成部分过多（至多读 {most:,} 个），不是文稿",
    "too many pages ({n:,}, at most {most:,} are read)": "页数过多（{n:,} 页，至多读 {most:,} 页）",
    "too many pages (at most {most:,} are read)": "页数过多（至多读 {most:,} 页）",
    "too many sheets (at most {most} are read)": "工作表过多（至多读 {most} 个）",
    "too large a sheet ({rows:,} rows, {columns:,} columns)": "工作表过大（{rows:,} 行、{columns:,} 列），不是文稿表格",
    "too large a picture ({width:,} × {height:,} pixels)": "图片过大（{width:,} × {height:,} 像素）",
    "takes more than {seconds:.0f} s to read; it is damaged or no document": "{seconds:.0f} 秒内未能读完，文件已损坏或不是文稿",
    "its elements are nested more than {most} deep": "元素嵌套超过 {most} 层，文件已损坏或不是文稿",
    "its elements are nested too deep; it is damaged or no document": "元素嵌套过深，文件已损坏或不是文稿",
    "an element with too many attributes; it is damaged or no document": "网页元素属性过多，文件已损坏或并非文稿",
}

PAGES = {
    "page {numbers}": "第 {numbers} 页",
    "pages {numbers}": "第 {numbers} 页",
    "the text": "全文",
    "{pages} damaged and not read": "{pages}损坏，未读入",
    "{pages} without text layer (scans) and not read; {install}": "{pages}没有文字层（扫描件），未读入；{install}",
    "{pages} with a text layer that is no readable text; {install}": "{pages}的文字层不可读；{install}",
    "pip install 'plananalysis[ocr]' reads them": "安装 plananalysis[ocr] 后可识别",
    "{what} recognised from pictures, mean confidence {confidence:.3f}": "{what}由图像识别，平均置信度 {confidence:.3f}",
    "{pages} not recognised ({reasons})": "{pages}识别失败，未读入（{reasons}）",
    "no text layer (a scan); {install}": "没有文字层（扫描件）；{install}",
    "no text layer (a scan); save its pages as .pdf or .png": "没有文字层（扫描件），请把各页另存为 .pdf 或 .png",
    "a picture of text; {install}": "图片；{install}",
    "a picture without readable text": "图片中没有可识别的文字",
    "a scan that cannot be recognised: {reason}": "扫描件，识别失败：{reason}",
    "it cannot be drawn": "无法绘出页面",
    "the recogniser ended on it": "识别程序意外结束",
    "the recogniser took more than {seconds:.0f} s": "识别超过 {seconds:.0f} 秒",
    "the recogniser failed ({error})": "识别出错（{error}）",
    "the recogniser cannot be started": "识别程序无法启动",
    "the recogniser was ended": "识别程序已被终止",
}

WARNED = {
    "page {number} of {file}, read there": "是 {file} 的第 {number} 页，已并入该文档",
    "the text goes on: page {number} of {n} ({file}) is not there; save it beside this one": (
        "正文未完：缺第 {number} 页（共 {n} 页，{file}），请存到同一文件夹"
    ),
    "the same text as {file}; both are counted": "与 {file} 正文相同，两份均计入统计",
    "the same unit, year and title as {file}; both are counted": "与 {file} 单位、年份、标题相同，两份均计入统计",
    "mojibake from line {line}, character {column} of that line: {broken:,} of {n_chars:,} characters are wrongly decoded and left out; get the file anew": (
        "自第 {line} 行第 {column} 个字符起为乱码：{n_chars:,} 个字符中有 {broken:,} 个解码错误，不参与统计；请重新获取该文件"
    ),
    "{broken:,} bytes or characters could not be decoded (�), the first in line {line}": (
        "{broken:,} 处无法解码（�），最先见于第 {line} 行"
    ),
    "cut at {n_chars:,} characters, as much as a cell of Excel holds; get the text from its source": (
        "文字在第 {n_chars:,} 个字符处被截断（Excel 单元格上限），请从来源重新获取"
    ),
    "listed in {name}, but there is no such file": "{name} 中列出，但没有这个文件",
}

KINDS = {
    "comment": "批注",
    "deleted text": "修订中删除的文字",
    "hidden text": "隐藏文字",
    "running head": "页眉页脚",
    "table of contents": "目录",
    "picture": "图片",
    "attachment": "附件",
    "embedded chunk": "嵌入的文件",
    "link": "链接",
    "around the text": "正文周围的文字",
    "frame": "框架",
    "further page": "后续页面",
    "further sheet": "其他工作表",
    "page without text": "无文字层的页",
    "seal": "印章",
    "uncertain line": "存疑的行",
}
"""What the table ``left_out`` counts: what a file has and its text has not."""
