"""Why a file was not read, and what a reader should know about a text, in Chinese."""

import re

_REASONS: tuple[tuple[str, str], ...] = (
    (
        r"a legacy Word or WPS file; save it as \.docx, or install LibreOffice, which reads it",
        "旧版 Word 或 WPS 文件，请另存为 .docx，或安装 LibreOffice 后直接读入",
    ),
    (
        r"a rich text file; save it as \.docx, or install LibreOffice, which reads it",
        "RTF 文件，请另存为 .docx，或安装 LibreOffice 后直接读入",
    ),
    (
        r"an OpenDocument file; save it as \.docx, or install LibreOffice, which reads it",
        "OpenDocument 文件，请另存为 .docx，或安装 LibreOffice 后直接读入",
    ),
    (r".* that LibreOffice cannot read; save it as \.docx", "LibreOffice 无法读取，请另存为 .docx"),
    (
        r"LibreOffice takes more than (\d+) s for it; save it as \.docx",
        r"LibreOffice 转换超过 \1 秒，请另存为 .docx",
    ),
    (r"a damaged OFD file.*", "OFD 文件已损坏，请重新获取或另存为 .pdf"),
    (
        r"a damaged file; open it in Word or WPS and save it as \.docx",
        "文件已损坏，请用 Word 或 WPS 打开后另存为 .docx",
    ),
    (r"a damaged workbook.*", "工作簿已损坏，请用 Excel 打开后另存"),
    (r"slides, not a document", "幻灯片，不是文稿"),
    (r"a zip inside the corpus; unpack it", "语料中的压缩包，请先解压"),
    (r"an archive; unpack it", "压缩包，请先解压"),
    (r"not a readable zip archive.*", "压缩包无法读取，请重新打包"),
    (r"password-protected in the zip.*", "压缩包内的文件有密码，请去掉密码后重新打包"),
    (r"damaged in the zip", "压缩包内的文件已损坏"),
    (r"password-protected; save it without a password", "文件有密码，请去掉密码后另存"),
    (r"a damaged Word file.*", "Word 文件已损坏，请用 Word 打开后另存"),
    (r"a damaged PDF.*", "PDF 文件已损坏，请重新获取或重新打印为 PDF"),
    (r"a damaged saved web page.*", "另存的网页已损坏，请重新保存"),
    (r"a damaged web page.*", "网页文件已损坏，请重新保存"),
    (
        r"cut at ([\d,]+) characters, as much as a cell of Excel holds; get the text from its source",
        r"文字在第 \1 个字符处被截断（Excel 单元格上限），请从来源重新获取",
    ),
    (r"pages? ([\d–, ]+) damaged and not read", r"第 \1 页损坏，未读入"),
    (
        r"pages? ([\d–, ]+) without text layer \(scans\) and not read; pip install 'plananalysis\[ocr\]' reads them",
        r"第 \1 页没有文字层（扫描件），未读入；安装 plananalysis[ocr] 后可识别",
    ),
    (
        r"pages? ([\d–, ]+) with a text layer that is no readable text; pip install 'plananalysis\[ocr\]' reads them",
        r"第 \1 页的文字层不可读；安装 plananalysis[ocr] 后可识别",
    ),
    (
        r"pages? ([\d–, ]+) recognised from pictures, mean confidence ([\d.]+)",
        r"第 \1 页由图像识别，平均置信度 \2",
    ),
    (r"pages? ([\d–, ]+) not recognised \(.*\)", r"第 \1 页识别失败，未读入"),
    (r"a scan that cannot be recognised: .*", "扫描件，识别失败"),
    (r"the text recognised from pictures, mean confidence ([\d.]+)", r"全文由图像识别，平均置信度 \1"),
    (r"a picture of text; .*", "图片；安装 plananalysis[ocr] 后可识别"),
    (r"a picture without readable text", "图片中没有可识别的文字"),
    (r"a damaged picture.*", "图片已损坏，请重新扫描"),
    (r"too large a picture.*", "图片过大"),
    (r"too large a sheet.*", "工作表过大，不是文稿表格"),
    (r"too many pages.*", "页数过多"),
    (r"too many sheets.*", "工作表过多"),
    (r"no web page in it", "其中没有网页"),
    (r"not a readable text", "文本无法读取"),
    (r"too large for the memory of this computer", "文件过大，本机内存不足"),
    (r"too large \(([\d,]+) MB.*", r"文件过大（\1 MB）"),
    (r"too long \(([\d,]+) characters.*", r"文本过长（\1 个字符），请拆分"),
    (r"too many elements.*", "元素过多，不是文稿"),
    (r"too many parts.*", "组成部分过多，不是文稿"),
    (r"takes more than (\d+) s to read.*", r"\1 秒内未能读完，文件已损坏或不是文稿"),
    (r"its elements are nested.*", "元素嵌套过深，文件已损坏或不是文稿"),
    (r"embedded too deep", "嵌入文档层数过多"),
    (r"stands twice in the zip; the last one is read", "压缩包内重名，只读入最后一个"),
    (r"a link that leads nowhere", "链接失效"),
    (r"a (?:pipe|socket|device|disk), not a file|not a file", "不是普通文件"),
    (r"a folder, not a file", "是文件夹，不是文件"),
    (r"Permission denied", "没有读取权限"),
    (r"page (\d+) of (\S+), read there", r"是 \2 的第 \1 页，已并入该文档"),
    (
        r"the text goes on: page (\d+) of (\d+) \((\S+)\) is not there; save it beside this one",
        r"正文未完：缺第 \1 页（共 \2 页，\3），请存到同一文件夹",
    ),
    (r"the same text as (.+); both are counted", r"与 \1 正文相同，两份均计入统计"),
    (
        r"the same unit, year and title as (.+); both are counted",
        r"与 \1 单位、年份、标题相同，两份均计入统计",
    ),
    (r"an embedded part \((.*)\) could not be read: [^;]*(?:; [^;]*)?", r"嵌入的文档（\1）无法读取"),
    (r"no text layer.*", "没有文字层（可能是扫描件），请先做文字识别"),
    (r"empty file", "空文件"),
    (r"no text", "没有文字"),
    (r"no reader for files without suffix", "没有扩展名，无法判断格式"),
    (r"no reader for (\S+)", r"不支持 \1 格式"),
    (r"not a text file, whatever its suffix (\S+) says", r"扩展名为 \1，但不是文本文件"),
    (
        r"not text in UTF-8.*",
        "不是 UTF-8、UTF-16、GB18030、GBK 或 Big5 编码的文字，请另存为 UTF-8",
    ),
    (r"a table among documents; load it by its own path", "文稿中的表格文件，请单独载入"),
    (r"not a readable (\S+) table .*", r"\1 表格无法读取"),
    (
        r"mojibake from line ([\d,]+), character ([\d,]+) of that line: ([\d,]+) of ([\d,]+) characters are wrongly decoded and left out; get the file anew",
        r"自第 \1 行第 \2 个字符起为乱码：\4 个字符中有 \3 个解码错误，不参与统计；请重新获取该文件",
    ),
    (
        r"([\d,]+) bytes or characters could not be decoded \(.\), the first in line ([\d,]+)",
        r"\1 处无法解码（�），最先见于第 \2 行",
    ),
)


def in_chinese(message: str) -> str:
    """Return a message about a file in Chinese, or as it is if none is known; several joined by ; one by one.

    Examples
    --------
    >>> in_chinese("no reader for .xyz"), in_chinese("something new")
    ('不支持 .xyz 格式', 'something new')
    >>> in_chinese("no text; slides, not a document")
    '没有文字；幻灯片，不是文稿'
    """
    pieces = message.split("; ")
    said: list[str] = []
    while pieces:
        # The longest run of pieces that is one message: some have a semicolon themselves.
        for n in range(len(pieces), 0, -1):
            one = _one_in_chinese("; ".join(pieces[:n]))
            if one is not None:
                said.append(one)
                del pieces[:n]
                break
        else:
            return message
    return "；".join(said)


def _one_in_chinese(message: str) -> str | None:
    """Return a single message in Chinese; None if it is not known, or more than one."""
    for pattern, chinese in _REASONS:
        found = re.fullmatch(pattern, message, flags=re.DOTALL)
        if found:
            return found.expand(chinese)
    return None
