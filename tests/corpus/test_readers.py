"""Reading by suffix: text, HTML, PDF, and files that are no documents."""

import pytest

from plananalysis.corpus.readers import UnreadableError, read_document
from printing import print_pdf

PAGE = """<html><head><meta charset="gb2312"><title>某网</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/b">政务公开</a></li></ul></div>
<div id="content"><h1>安平市审计局2023年工作要点</h1>
<h2>一、总体要求</h2><p>坚持依法审计，突出重点领域，
做好全年各项工作，推动审计整改见到实效，为全市发展大局提供有力保障。</p>
<h2>二、重点任务</h2><ol style="list-style-type: cjk-ideographic"><li>加强预算执行审计，规范资金使用。</li>
<li><p>加强经济责任审计，督促干部履职。</p></li></ol>
<table><tr><th>项目</th><th>时限</th></tr><tr><td>预算审计</td><td>六月底</td></tr></table>
<p>三、工作保障<br>建强审计队伍，提升能力水平。</p></div>
<div class="footer"><p>版权所有 网站地图</p></div><script>var a = "脚本";</script></body></html>"""


def test_markdown_and_text():
    assert read_document("A.TXT", "一、甲".encode("utf-16"))[:4] == (
        "一、甲",
        "txt",
        "utf-16-le with BOM",
        "",
    )
    assert read_document("x/a.md", "# 题".encode()).format == "md"


def test_html_keeps_the_main_text_in_order():
    reading = read_document("a.html", PAGE.encode("gbk"))
    assert (reading.format, reading.encoding) == ("html", "gb2312")
    assert reading.text.split("\n") == [
        "安平市审计局2023年工作要点",
        "一、总体要求",
        "坚持依法审计，突出重点领域，做好全年各项工作，推动审计整改见到实效，为全市发展大局提供有力保障。",
        "二、重点任务",
        "一、加强预算执行审计，规范资金使用。",
        "二、加强经济责任审计，督促干部履职。",
        "项目\t时限",
        "预算审计\t六月底",
        "三、工作保障",
        "建强审计队伍，提升能力水平。",
    ]


def test_html_without_main_text_falls_back_and_doc_can_be_html():
    assert read_document("a.htm", "<p>一、学习</p><div>短</div>".encode()).text == "一、学习\n短"
    assert (
        read_document("a.doc", b"<html><body><p>\xd2\xbb\xa1\xa2\xd1\xa7\xcf\xb0</p></body></html>").text
        == "一、学习"
    )
    with pytest.raises(UnreadableError, match="no text"):
        read_document("a.html", b"<html><head><title>x</title></head><body></body></html>")


SITE = """<html><head><title>甲市档案馆2024年工作要点_甲市人民政府</title></head><body><form id="aspnetForm">
<div class="top"><a href="#">无障碍</a> | <a href="#">登录</a></div>
<ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul>
<div class="article"><h1>甲市档案馆2024年工作要点</h1><div>发布时间：2024-02-03 来源：市档案馆</div>
<div id="zoom"><h2>一、总体要求</h2><p>全年围绕中心工作，抓好馆藏扫描和查阅服务。</p>
<h2>二、重点任务</h2><p>查阅时间压缩三成。</p><p><a href="#">三、工作保障</a></p></div>
<div>上一篇：<a href="#">关于放假的通知</a></div></div>
<div class="footer"><p>主办：甲市人民政府办公室 承办：市大数据中心</p></div></form></body></html>"""


def test_html_of_a_government_site_keeps_title_and_every_heading():
    """The page's own heading stands above the text's block, menus are links, everything is in one form."""
    assert read_document("a.html", SITE.encode()).text.split("\n") == [
        "甲市档案馆2024年工作要点",
        "一、总体要求",
        "全年围绕中心工作，抓好馆藏扫描和查阅服务。",
        "二、重点任务",
        "查阅时间压缩三成。",
        "三、工作保障",
    ]


def test_html_without_blocks_keeps_headings_between_paragraphs():
    page = "<body><h2>一、学习</h2><p>坚持每月一次集中学习，人人都要参加。</p><h2>二、调研</h2><ol><li>甲</li></ol></body>"
    assert read_document("a.html", page.encode()).text.split("\n")[::2] == ["一、学习", "二、调研"]


def test_pdf_lines_become_paragraphs():
    full = "坚持依法审计突出重点领域做好全年各项工作推动整改"
    data = print_pdf(
        [
            [
                (0.3, 0.85, "安平市审计局工作要点"),
                (0.157, 0.75, "一、总体要求"),
                (0.157, 0.70, full[:22]),
                (0.1, 0.65, full),
                (0.1, 0.60, "见到实效。"),
                (0.157, 0.55, full[:22]),
                (0.1, 0.50, full),
                (0.45, 0.05, "— 1 —"),
            ],
            [(0.1, 0.85, "接着上一页。"), (0.157, 0.80, "二、保障"), (0.45, 0.05, "— 2 —")],
        ]
    )
    reading = read_document("a.pdf", data)
    assert reading.format == "pdf"
    assert reading.text.split("\n") == [
        "安平市审计局工作要点",
        "一、总体要求",
        full[:22] + full + "见到实效。",
        full[:22] + full + "接着上一页。",
        "— 1 —",
        "二、保障",
        "— 2 —",
    ]


def test_pdf_without_text_and_damaged():
    with pytest.raises(UnreadableError, match="no text"):
        read_document("scan.pdf", print_pdf([[]]))
    with pytest.raises(UnreadableError, match="damaged PDF"):
        read_document("a.pdf", b"%PDF-1.4 nothing")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.gif", b"GIF89a", "no reader for .gif"),
        ("a", b"x", "no reader for files without suffix"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\n", "no text"),
        ("a.txt", b"PK\x03\x04rest", "not a text file"),
        ("a.zip", b"PK\x03\x04", "unpack"),
        ("a.txt", bytes(range(256)) * 9, "save it as UTF-8"),
    ],
)
def test_unreadable_files_say_why(name, data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_document(name, data)


def test_html_laid_out_in_tables():
    page = """<html><body><table><tr><td><a href="/">首页</a></td><td><a href="/b">要闻</a></td></tr></table>
<table><tr><td align=center><b>安平市教育局2024年工作要点</b></td></tr><tr><td><font>　　一、总体要求<br>
　　坚持立德树人，办好人民满意的教育，全年新建学校三所。<br>　　二、主要任务<br>　　（一）办好学校。按季通报。</font></td></tr>
<tr><td align=right>安平市教育局<br>2024年3月1日</td></tr></table>
<table><tr><td>指标</td><td>数值</td></tr><tr><td>学校</td><td>三所</td></tr></table></body></html>"""
    lines = [line.strip() for line in read_document("a.html", page.encode()).text.split("\n")]
    assert lines[:7] == [
        "安平市教育局2024年工作要点",
        "一、总体要求",
        "坚持立德树人，办好人民满意的教育，全年新建学校三所。",
        "二、主要任务",
        "（一）办好学校。按季通报。",
        "安平市教育局",
        "2024年3月1日",
    ]
