"""Files of other programs: through LibreOffice where it is there, .ofd by its own XML, else a line that says what to do."""

import io
import sys
import zipfile

import docx
import pytest

from plananalysis.corpus.readers import UnreadableError, office, read_document
from plananalysis.corpus.readers.ofd import _deltas

PLAN = ["安平市审计局2023年工作要点", "一、突出重点抓审计。"]
OLD_WORD = b"\xd0\xcf\x11\xe0" + bytes(600)


def word():
    document = docx.Document()
    for line in PLAN:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def converter(tmp_path, monkeypatch):
    """Put a program in LibreOffice's place that makes a known .docx of whatever it is given."""
    (tmp_path / "made.docx").write_bytes(word())
    program = tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        "source = pathlib.Path(sys.argv[-1])\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "if b'hopeless' not in source.read_bytes():\n"
        f"    shutil.copy({str(tmp_path / 'made.docx')!r}, out / (source.stem + '.docx'))\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PLANANALYSIS_SOFFICE", str(program))


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.doc", OLD_WORD, "doc"),
        ("a.wps", OLD_WORD, "doc"),
        ("a.docx", OLD_WORD, "doc"),
        ("a.rtf", b"{\\rtf1 x}", "rtf"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.odt", b"PK\x03\x04", "odt"),
    ],
    ids=["doc", "wps", "doc named docx", "rtf", "rtf named doc", "odt"],
)
@pytest.mark.usefixtures("converter")
def test_files_of_older_programs_are_read_through_libreoffice(name, data, form):
    found = read_document(name, data)
    assert (found.text.split("\n"), found.format) == (PLAN, form)


@pytest.mark.usefixtures("converter")
def test_what_libreoffice_cannot_read_is_refused():
    with pytest.raises(UnreadableError, match="LibreOffice cannot read"):
        read_document("a.doc", OLD_WORD + b"hopeless")


def test_a_conversion_that_does_not_end_is_ended(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 & wait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PLANANALYSIS_SOFFICE", str(program))
    monkeypatch.setattr(office, "_SECONDS", 0.3)
    with pytest.raises(UnreadableError, match="takes more than"):
        read_document("a.doc", OLD_WORD)


def test_without_libreoffice_a_line_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PLANANALYSIS_SOFFICE", "no-such-program")
    for name, data in (
        ("a.doc", OLD_WORD),
        ("a.rtf", b"{\\rtf1 x}"),
        ("a.odt", b"PK\x03\x04"),
        ("a.wps", OLD_WORD),
    ):
        with pytest.raises(
            UnreadableError, match=r"save it as \.docx, or install LibreOffice, which reads it"
        ):
            read_document(name, data)


def test_a_file_is_read_by_what_it_holds_not_by_its_suffix():
    assert read_document("a.doc", word()).text.split("\n") == PLAN
    assert read_document("a.wps", word()).format == "docx"


def test_a_protected_word_file_says_so():
    with pytest.raises(UnreadableError, match="password-protected"):
        read_document("a.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"))


def ofd(objects, *, pages=1):
    namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    page = (
        f"<ofd:Page {namespace}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content>"
        f"<ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(pages))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(
            "OFD.xml",
            f"<ofd:OFD {namespace}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        file.writestr(
            "Doc_0/Document.xml", f"<ofd:Document {namespace}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        )
        for n in range(pages):
            file.writestr(f"Doc_0/Pages/Page_{n}/Content.xml", page)
    return out.getvalue()


def text_object(x, y, text, *, size=5, extra=""):
    return (
        f'<ofd:TextObject Boundary="{x} {y} 160 {size}" Size="{size}" {extra}><ofd:TextCode X="0" Y="{size}" '
        f'DeltaX="g {len(text)} {size}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def test_an_ofd_is_read_like_a_printed_page():
    full = "坚持依法审计突出重点领域做好全年各项工作推动整改"
    objects = [text_object(60, 30, PLAN[0])]
    for n, line in enumerate((full[:28], full, "见到实效。", "二、建强队伍。")):
        objects.append(text_object(30 if n in (0, 3) else 20, 50 + 9 * n, line))
    objects.append(text_object(60, 150, "内部使用", extra='CTM="0.7 0.7 -0.7 0.7 0 0"'))
    found = read_document("a.ofd", ofd("".join(objects)))
    assert found.format == "ofd"
    assert found.text.split("\n") == [PLAN[0], full[:28] + full + "见到实效。", "二、建强队伍。", "内部使用"]
    assert [span.reason for span in found.spans] == ["watermark"]


def test_steps_between_characters_may_be_repeated_but_not_without_end():
    assert _deltas("4 g 2 5.5 4", 9) == [4.0, 5.5, 5.5, 4.0]
    assert len(_deltas("g 999999999 1", 9)) <= 10_000


def test_an_ofd_of_pictures_and_a_damaged_one_say_so():
    with pytest.raises(UnreadableError, match="no text layer"):
        read_document("a.ofd", ofd("<ofd:ImageObject/>"))
    with pytest.raises(UnreadableError, match="damaged OFD"):
        read_document("a.ofd", b"PK\x03\x04")
