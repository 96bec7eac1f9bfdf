"""Small sound files of every kind that is read, to be damaged by the tests of the readers."""

import io
import zipfile
from collections.abc import Callable

from plananalysis.corpus.readers import TABLE_SUFFIXES, read_document
from plananalysis.corpus.readers.reading import suffix_of
from plananalysis.corpus.readers.table import read_rows

PLAN = "安平市审计局2023年工作要点\n一、总体要求\n坚持依法审计，突出重点领域。\n二、重点任务\n（一）预算审计\n压减支出百分之五。\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = f"""<html><head><meta charset="utf-8"><title>某网</title></head><body>
<div><a href="/">首页</a> | <a href="/b">要闻</a></div><h1>安平市审计局2023年工作要点</h1>
<div id="zoom"><p><a name="_Toc1">一、总体要求</a></p><ol start="3" type="I"><li value="4">坚持依法审计，突出重点领域。</li></ol>
<table><tr><td rowspan="2">任务</td><td colspan="2">时限</td></tr><tr><td>六月底</td></tr></table>
<p>{"压减支出百分之五，做好各项工作。" * 4}</p><p>附件：<a href="a.doc">分解表</a></p>
<script>createPageHTML(3,0,"t1","html");</script></div></body></html>"""


def zipped(parts: dict[str, str]) -> bytes:
    """Return a zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def word() -> bytes:
    """Return a Word file with a list, a table, notes, a comment, and an embedded page."""

    def relations(*rows: tuple[str, str]) -> str:
        inner = "".join(
            f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(rows)
        )
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'

    body = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体要求</w:t>'
        '<w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>'
        '<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:sym w:char="2022"/></w:r></w:p>'
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc>'
        '<w:tc><w:p><w:r><w:t>时限</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:altChunk r:id="r3"/>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {"document": f"<w:body>{body}</w:body>", "numbering": numbering}
    parts["footnotes"] = (
        '<w:footnote w:id="2"><w:p><w:r><w:t>两园：指两个产业园。</w:t></w:r></w:p></w:footnote>'
    )
    parts["comments"] = '<w:comment w:id="1"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>'
    return zipped(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(
                ("numbering", "numbering.xml"),
                ("footnotes", "footnotes.xml"),
                ("comments", "comments.xml"),
                ("aFChunk", "chunk.html"),
            ),
            "word/chunk.html": PAGE,
        }
        | {
            f"word/{name}.xml": f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{name}>'
            for name, inner in parts.items()
        }
    )


def printed() -> bytes:
    """Return a .pdf of two pages with a ruled table."""
    from printing import print_pdf

    rules = [((0.1, y), (0.9, y)) for y in (0.2, 0.3, 0.4)] + [((x, 0.2), (x, 0.4)) for x in (0.1, 0.5, 0.9)]
    page = [(0.1, 0.9 - 0.06 * i, line) for i, line in enumerate(PLAN.splitlines())]
    return print_pdf([[*page, (0.12, 0.35, "任务"), (0.52, 0.35, "时限")], page], rules=rules)


def workbook() -> bytes:
    """Return a workbook with two sheets and merged cells."""
    import openpyxl

    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("乙")):
        for row in (["工作要点汇总"], ["id", "单位", "正文"], [1, "甲县", PLAN], [2, None, PLAN]):
            sheet.append(row)
        sheet.merge_cells("B3:B4")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fixed_pages() -> bytes:
    """Return an .ofd of one page."""
    space = 'xmlns:o="http://www.ofdspec.org/2016"'
    texts = "".join(
        f'<o:TextObject Boundary="20 {30 + 9 * n} 160 5" Size="5" CTM="1 0 0 1 0 0"><o:TextCode X="0" Y="5" '
        f'DeltaX="g 20 5">{line}</o:TextCode></o:TextObject>'
        for n, line in enumerate(PLAN.splitlines())
    )
    path = (
        '<o:PathObject Boundary="0 0 9 9"><o:AbbreviatedData>M 0 0 L 100 0</o:AbbreviatedData></o:PathObject>'
    )
    return zipped(
        {
            "OFD.xml": f"<o:OFD {space}><o:DocBody><o:DocRoot>D/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
            "D/Document.xml": f'<o:Document {space}><o:Pages><o:Page BaseLoc="P.xml"/></o:Pages></o:Document>',
            "D/P.xml": f"<o:Page {space}><o:Content><o:Layer>{texts}{path}</o:Layer></o:Content></o:Page>",
        }
    )


SEEDS: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: PLAN.encode(),
    "b.txt": lambda: PLAN.encode("gbk"),
    "c.md": lambda: PLAN.encode("utf-16"),
    "d.html": lambda: PAGE.encode(),
    "e.htm": lambda: PAGE.replace("utf-8", "gb2312").encode("gbk"),
    "f.mht": lambda: b'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n' + PAGE.encode(),
    "g.docx": word,
    "l.ofd": fixed_pages,
    "h.pdf": printed,
    "i.csv": lambda: f'id,单位,正文\n1,甲县,"{PLAN}"\n'.encode("gbk"),
    "j.jsonl": lambda: b'{"id": "1", "text": "a"}\n{"id": 2, "text": "b\\ud800"}\n',
    "k.xlsx": workbook,
}
"""A sound file of every kind, by a name with its suffix."""


def read_any(name: str, data: bytes) -> str:
    """Return the text of a document, or all that stands in a table."""
    if suffix_of(name) in TABLE_SUFFIXES:
        cells = read_rows(name, data).frame.to_numpy(dtype=object).ravel()
        return "".join(map(str, cells)).encode("utf-8", "replace").decode()
    return read_document(name, data).text
