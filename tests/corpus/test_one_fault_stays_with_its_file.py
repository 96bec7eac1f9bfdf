"""Whatever a file holds, it is named with a reason and the others are read."""

import io
import os
import re
import socket
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from plananalysis.corpus.load import load_corpus
from plananalysis.corpus.readers import UnreadableError, limits, read_document
from plananalysis.corpus.readers.guard import guarded
from plananalysis.corpus.readers.numbering import format_number
from plananalysis.errors import InputError

GOOD = "安平市审计局2023年工作要点\n一、总体要求\n坚持依法审计，突出重点领域。\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body, numbering="", method=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        file.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>')
        file.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        )
    return out.getvalue()


def paragraph(inner):
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def page(inner, head='<meta charset="utf-8">'):
    return f"<html><head>{head}</head><body><p>一、坚持依法审计，突出重点。</p>{inner}</body></html>".encode()


def damaged_deflate():
    data = word(paragraph(f"<w:t>{'坚持依法审计，' * 400}</w:t>"), method=zipfile.ZIP_DEFLATED)
    return data[:60] + b"\xff" * 40 + data[100:]


NUMBERED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'

READ_ALL_THE_SAME = {
    "control.html": page("<p>二、抓\x01整\x02改。</p>"),
    "vertical.html": page("<p>二、抓\x0b整改&#11;到位&#1;。</p>"),
    "surrogate.html": page("<p>二、抓&#xD800;整改&#xFFFE;。</p>"),
    "superscript.html": page("<ol><li value='²'>整改</li></ol>"),
    "high.html": page("<ol start='99999999999' type='I'><li>整改</li></ol>"),
    "digits.html": page(f"<ol start='{'9' * 5000}'><li>整改</li></ol>"),
    **{
        f"{name}.html": page("<p>二、整改。</p>", f'<meta charset="{name}">')
        for name in ("foobar", "undefined", "idna", "base64", "punycode", "unicode_escape", "rot13")
    },
    **{
        f"sym{code}.docx": word(paragraph(f'<w:t>整改</w:t><w:sym w:char="{code}"/>'))
        for code in ("ZZZZ", "FFFFFFFF", "D800", "-1", "")
    },
    "start.docx": word(ITEM.format("整改"), NUMBERED.format("9" * 20)),
    "roman.docx": word(ITEM.format("整改"), NUMBERED.format("999999999")),
}
"""Files with a fault that takes nothing from their text."""

SKIPPED = {
    "deflate.docx": (damaged_deflate(), "damaged"),
    "nothing.docx": (b"PK\x03\x04", "damaged Word file"),
    "notxml.docx": (word("<w:p>"), "damaged Word file"),
    "deep.html": (b"<div>" * 5000 + "深".encode(), "nested"),
    "deep.docx": (word("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "damaged|nested"),
    "tags.html": (b"<b>" * (limits.most("elements") + 1), "too many elements"),
    "damaged.pdf": (b"%PDF-1.7\n" + bytes(range(256)), "damaged PDF"),
    "nothing.mht": (b"MIME-Version: 1.0\n\n", "no web page"),
    "long.txt": ("长" * (limits.most("characters") + 1)).encode(),
    "other.txt": (b"PK\x03\x04", "not a text file"),
}
SKIPPED["long.txt"] = (SKIPPED["long.txt"], "too long")


def corpus_of(folder, files):
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return load_corpus(folder)


def test_a_fault_that_takes_nothing_from_the_text_is_no_reason_to_skip(tmp_path):
    corpus = corpus_of(tmp_path, READ_ALL_THE_SAME)
    assert corpus.skipped.empty
    texts = dict(corpus.texts())
    assert texts.pop("good") == GOOD
    assert len(texts) == len(READ_ALL_THE_SAME)
    assert all("整改" in text for name, text in texts.items() if name not in ("control", "surrogate"))
    assert texts["control"].endswith("二、抓整改。")


def test_files_that_cannot_be_read_are_skipped_with_a_reason_and_the_others_read(tmp_path):
    begun = time.process_time()
    corpus = corpus_of(tmp_path, {name: data for name, (data, _) in SKIPPED.items()})
    assert corpus.documents["doc_id"].tolist() == ["good"]
    reasons = dict(corpus.skipped.itertuples(index=False))
    assert set(reasons) == set(SKIPPED)
    for name, (_, reason) in SKIPPED.items():
        assert re.search(reason, reasons[name]), (name, reasons[name])
        assert "\n" not in reasons[name]
        assert "Error" not in reasons[name]
    assert time.process_time() - begun < 30


def test_what_is_no_file_is_skipped_and_never_waited_for(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "not-there")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "folder.docx").mkdir()
    with socket.socket(socket.AF_UNIX) as end:
        here = os.open(tmp_path, os.O_RDONLY)
        end.bind(f"/proc/self/fd/{here}/socket.txt")
        corpus = load_corpus(tmp_path)
        os.close(here)
    assert dict(corpus.skipped.itertuples(index=False)) == {
        "pipe.txt": "a pipe, not a file",
        "zero.txt": "a device, not a file",
        "nowhere.txt": "a link that leads nowhere",
        "round.txt": "a link that leads nowhere",
        "folder.docx": "a folder, not a file",
        "socket.txt": "a socket, not a file",
    }
    with pytest.raises(InputError, match="a pipe, not a file"):
        load_corpus(tmp_path / "pipe.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_and_a_folder_without_permission_are_skipped(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "closed.txt").touch(mode=0)
    assert load_corpus(tmp_path).skipped["reason"].tolist() == ["Permission denied"] * 2


def test_names_in_gbk_as_unzip_leaves_them_are_decoded(tmp_path):
    raw = os.fsencode(tmp_path) + b"/" + "安平市计划".encode("gbk")
    Path(os.fsdecode(raw)).mkdir()
    Path(os.fsdecode(raw + "/审计局2023年工作要点.txt".encode("gbk"))).write_bytes(GOOD.encode())
    corpus = load_corpus(tmp_path)
    assert corpus.documents["file"].tolist() == ["安平市计划/审计局2023年工作要点.txt"]
    corpus.documents.to_csv(tmp_path / "documents.csv")


def zipped(files, change=lambda data: data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return change(out.getvalue())


def test_an_entry_of_a_later_zip_version_does_not_close_the_archive(tmp_path):
    def later(data):
        at = data.index(b"PK\x01\x02")
        return data[: at + 6] + b"\x41" + data[at + 7 :]

    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": GOOD, "b.txt": GOOD + "二、整改。"}, later))
    assert load_corpus(path).documents["doc_id"].tolist() == ["a", "b"]


def test_an_entry_without_a_name_is_skipped(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": GOOD, "Q": b"rest"}, lambda data: data.replace(b"Q", b"\0")))
    corpus = load_corpus(path)
    assert corpus.documents["doc_id"].tolist() == ["a"]
    assert len(corpus.skipped) == 1


def test_a_file_that_grows_without_end_when_unpacked_is_skipped():
    size = limits.most_bytes("mb_unpacked") + 1_000_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(bytes(1_000_000))
    assert len(out.getvalue()) < 500_000
    with pytest.raises(UnreadableError, match="too large"):
        read_document("bomb.docx", out.getvalue())


def test_entities_are_not_expanded():
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e0 "笑">{inner}]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&e11;</w:t>'
            "</w:r></w:p></w:body></w:document>",
        )
    with pytest.raises(UnreadableError):
        read_document("laughs.docx", out.getvalue())


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError(), "too large"),
        (RecursionError(), "nested too deep"),
        (RuntimeError("File is encrypted, password required"), "password-protected"),
        (OverflowError(), "damaged here"),
        (zlib.error(), "damaged here"),
        (LookupError("unknown encoding"), "damaged here"),
        (UnreadableError("its own"), "its own"),
    ],
)
def test_every_error_of_a_reader_becomes_a_reason(error, reason):
    def read():
        raise error

    with pytest.raises(UnreadableError, match=reason):
        guarded(read, "damaged here")


def test_reading_that_takes_too_long_is_ended():
    def read():
        with limits.time_limit(0.01):
            while True:
                limits.tick()

    with pytest.raises(UnreadableError, match="takes more than"):
        guarded(read, "")
    limits.tick()


def test_a_number_that_no_list_reaches_is_written_in_digits():
    assert format_number(3999, "upperRoman") == "MMMCMXCIX"
    assert {
        format_number(10**9, style) for style in ("upperRoman", "lowerLetter", "chineseCounting", "i")
    } == {"1000000000"}


def test_the_same_text_and_the_same_plan_twice_are_noted(tmp_path):
    corpus = corpus_of(tmp_path, {"good2.txt": GOOD.encode(), "good3.txt": (GOOD + "二、整改。").encode()})
    warnings = dict(zip(corpus.documents["doc_id"], corpus.documents["warning"], strict=True))
    assert warnings == {
        "good": "",
        "good2": "the same text as good.txt; both are counted",
        "good3": "the same unit, year and title as good.txt; both are counted",
    }


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f'a{n}="{n}"' for n in range(100_000)),
        " ".join(f'a{n}="<>"' for n in range(100_000)),
        "".join(f'a{n}="{n}"' for n in range(2_000)),
        "a " * 100_000,
    ],
)
def test_an_element_with_thousands_of_attributes_is_refused_at_once(attributes):
    with pytest.raises(UnreadableError, match="too many attributes"):
        read_document("a.html", f"<html><p {attributes}>一、学习。</p>".encode())


def test_long_values_of_attributes_are_no_attributes():
    picture = f'<img src="data:image/png;base64,{"QUJD" * 5000}"><svg><path d="{"M 1 2 " * 5000}"/></svg>'
    assert read_document("a.html", f"<html>{picture}<p>一、学习。</p>".encode()).text == "一、学习。"
