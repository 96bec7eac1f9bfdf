"""The Word reader: what Word prints, in reading order, once."""

import io
import zipfile

import docx
import pytest

from plananalysis.corpus.readers import UnreadableError, read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body, *, numbering="", styles=""):
    """Make the smallest .docx that has this body, these lists and styles."""

    def part(root, inner):
        return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inner}</w:{root}>'

    def relation(number, kind, target):
        return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'

    def relations(*rows):
        inner = "".join(relation(n, *row) for n, row in enumerate(rows))
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        file.writestr(
            "word/_rels/document.xml.rels",
            relations(("numbering", "numbering.xml"), ("styles", "styles.xml")),
        )
        file.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        file.writestr("word/numbering.xml", part("numbering", numbering))
        file.writestr("word/styles.xml", part("styles", styles))
    return out.getvalue()


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(text, num=None, level=0, style=None, inner=""):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def level(depth, fmt, text, extra="", start=1):
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number, *levels, extra=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number, of, extra=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


PLAN_LIST = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
) + num(1, 0)


def lines(*args, **kwargs):
    return read_document("a.docx", package(*args, **kwargs)).text.split("\n")


def test_numbers_of_a_plan_are_printed():
    body = (
        p("总体要求", 1)
        + p("重点任务", 1)
        + p("强基础", 1, 1)
        + p("建台账", 1, 2)
        + p("细项", 1, 3)
        + p("抓落实", 1, 2)
        + p("转作风", 1, 1)
        + p("重新起头", 1, 2)
        + p("正文")
        + p("保障", 1)
        + p("再起头", 1, 1)
    )
    assert lines(body, numbering=PLAN_LIST) == [
        "一、总体要求", "二、重点任务", "（一）强基础", "1.建台账", "①细项", "2.抓落实", "（二）转作风", "1.重新起头",
        "正文", "三、保障", "（一）再起头",
    ]  # fmt: skip


def test_a_level_that_never_restarts_goes_on_across_parents():
    numbering = abstract(
        0,
        level(0, "japaneseCounting", "%1、"),
        level(1, "japaneseCounting", "（%2）", '<w:lvlRestart w:val="0"/>'),
    ) + num(1, 0)
    body = p("甲", 1) + p("子", 1, 1) + p("乙", 1) + p("丑", 1, 1)
    assert lines(body, numbering=numbering) == ["一、甲", "（一）子", "二、乙", "（二）丑"]


def test_start_override_restarts_and_lists_of_one_definition_count_on():
    numbering = (
        abstract(0, level(0, "decimal", "%1."))
        + num(1, 0)
        + num(2, 0)
        + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    )
    body = p("a", 1) + p("b", 2) + p("c", 3) + p("d", 3)
    assert lines(body, numbering=numbering) == ["1.a", "2.b", "5.c", "6.d"]


def test_numbering_comes_from_styles_and_can_be_switched_off():
    numbering = abstract(
        0,
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    ) + num(1, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        p("目录里的一行", style="T1")
        + p("总则", style="H1")
        + p("附则", style="Own")
        + p("条文", 1, 1)
        + p("无号", 0, style="H1")
    )
    assert lines(body, numbering=numbering, styles=styles) == [
        "第一章 总则",
        "第二章 附则",
        "2.1 条文",
        "无号",
    ]


@pytest.mark.parametrize(
    ("fmt", "start", "label"),
    [
        ("ideographTraditional", 2, "乙"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("lowerLetter", 27, "aa"),
        ("upperRoman", 14, "XIV"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("chineseCounting", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("decimalZero", 3, "03"),
        ("none", 3, ""),
    ],
)
def test_number_formats(fmt, start, label):
    numbering = abstract(0, level(0, fmt, "%1、", start=start)) + num(1, 0)
    assert lines(p("甲", 1), numbering=numbering) == [f"{label}、甲"]


def test_tables_are_rows_with_tabs_and_a_frame_is_plain_lines():
    def table(*rows):
        return (
            "<w:tbl>"
            + "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows)
            + "</w:tbl>"
        )

    body = (
        p("表前")
        + table([p("任务"), p("时限")], [p("审计") + p("整改"), p("六月")])
        + table([p("框内一") + p("框内二")])
        + p("表后")
    )
    assert lines(body) == ["表前", "任务\t时限", "审计 整改\t六月", "框内一", "框内二", "表后"]


def test_text_boxes_come_once_after_their_paragraph():
    box = "<w:txbxContent>" + p("框中文字") + "</w:txbxContent>"
    inner = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p("锚点", inner=inner) + p("后文")) == ["锚点", "框中文字", "后文"]


def test_tracked_changes_soft_breaks_and_hidden_text():
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('新')}</w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    breaks = '<w:r><w:br/><w:t>次行</w:t><w:tab/><w:t>后</w:t><w:br w:type="page"/></w:r>'
    assert lines(p("文", inner=deleted + inserted + hidden + breaks)) == ["文新", "次行\t后"]
    merged = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前半')}</w:p>" + p("后半")
    assert lines(merged) == ["前半后半"]


def test_a_document_of_python_docx():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_paragraph("安平市2023年工作要点")
    document.add_paragraph("加强学习", style="List Number")
    document.add_paragraph("改进作风", style="List Number")
    document.add_table(1, 2).rows[0].cells[1].text = "右"
    out = io.BytesIO()
    document.save(out)
    assert (
        read_document("a.docx", out.getvalue()).text == "安平市2023年工作要点\n1.加强学习\n2.改进作风\n\t右"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b"PK\x03\x04 nothing", "damaged"),
        (package(p("甲"))[:300], "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "legacy Word"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (package(p("")), "no text"),
    ],
    ids=[
        "empty",
        "nothing",
        "cut off",
        "legacy",
        "password",
        "no text",
    ],  # a zip holds the time, and a name may not
)
def test_bad_files_say_why(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_document("a.docx", data)
