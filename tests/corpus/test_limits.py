"""How much of one file is read at most can be set, by name, for a call, a command or every run."""

import io
import re
import zipfile
from pathlib import Path

import pytest

import plananalysis as pa
from plananalysis.cli import main
from plananalysis.corpus.readers import UnreadableError, limits, read_document
from plananalysis.corpus.readers.archive import open_archive, read_entry
from shared import ROOT

LONG = "甲县2024年工作要点\n一、总体要求\n" + "开展工作。" * 3000


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv(limits.VARIABLE, raising=False)
    (tmp_path / "short.txt").write_text("乙县2024年工作要点\n一、开展工作。\n", encoding="utf-8")
    (tmp_path / "long.txt").write_text(LONG, encoding="utf-8")
    return tmp_path


def skipped(corpus):
    return dict(corpus.skipped[["file", "reason"]].itertuples(index=False))


def test_the_defaults_let_every_plan_through(folder):
    assert skipped(pa.load_corpus(folder)) == {}


def test_a_call_sets_them_for_itself_alone(folder):
    assert skipped(pa.load_corpus(folder, limits={"characters": 1000})) == {
        "long.txt": "too long (15,019 characters, at most 1,000 are read); split it"
    }
    assert skipped(pa.load_corpus(folder)) == {}
    with pytest.raises(ZeroDivisionError), limits.in_force({"pages": 1}):
        raise ZeroDivisionError
    assert limits.most("pages") == limits.LIMITS["pages"].default


def test_the_environment_sets_them_for_every_run_and_a_call_goes_before_it(folder, monkeypatch):
    monkeypatch.setenv(limits.VARIABLE, "characters=1000 seconds=30")
    assert set(skipped(pa.load_corpus(folder))) == {"long.txt"}
    assert skipped(pa.load_corpus(folder, limits={"characters": 20_000})) == {}


def test_the_command_line_sets_them(folder, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["outline", str(folder), "--limit", "characters=1000", "--limit", "pages=3"])
    assert ended.value.code == 0
    assert "skipped long.txt: too long" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"page": 3}, "limits: there is no limit 'page'; near it: pages"),
        ({"pages": 0}, "limits: pages is 0; give a number above 0"),
        ({"pages": -1}, "limits: pages is -1; give a number above 0"),
        ({"pages": True}, "limits: pages is True; give a number above 0"),
        ({"pages": "many"}, "limits: pages is 'many'; give a number above 0"),
        ({"seconds": float("inf")}, "limits: seconds is inf; give a number above 0"),
    ],
)
def test_what_is_no_limit_is_refused(given, said, folder):
    with pytest.raises(pa.InputError, match=re.escape(said)):
        pa.load_corpus(folder, limits=given)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("pages", "--limit: 'pages' is no limit; write it like seconds=300"),
        ("pages=x", "--limit: 'pages=x' is no limit; write it like seconds=300"),
        ("page=3", "--limit: there is no limit 'page'; near it: pages, parts, pixels, mb_unpacked"),
        ("pages=nan", "--limit: pages is nan; give a number above 0"),
    ],
)
def test_what_is_no_limit_is_refused_on_the_command_line(word, said, folder, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["outline", str(folder), "--limit", word])
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"plananalysis: {said}\n"


def test_a_variable_that_is_no_limit_is_named(folder, monkeypatch):
    monkeypatch.setenv(limits.VARIABLE, "pages=many")
    with pytest.raises(pa.InputError, match=f"{limits.VARIABLE}: 'pages=many' is no limit"):
        pa.load_corpus(folder)


def page(body):
    return f"<html><body>{body}</body></html>".encode()


SMALL = {
    "mb": ("a.txt", b"x" * 2_000, 0.001, "too large"),
    "elements": ("a.html", page("<p>党建。</p>" * 30), 20, "too many elements"),
    "attributes": (
        "a.html",
        page(f"<p {' '.join(f'a{n}=1' for n in range(40))}>党建。</p>"),
        5,
        "too many attributes",
    ),
    "depth": ("a.html", page("<div>" * 30 + "党建。" + "</div>" * 30), 20, "nested more than 20 deep"),
    "characters": ("a.txt", "党建。".encode() * 9, 10, "too long"),
}


@pytest.mark.parametrize("name", SMALL)
def test_each_limit_is_the_one_that_holds(name):
    file, data, value, said = SMALL[name]
    read_document(file, data)
    with limits.in_force({name: value}), pytest.raises(UnreadableError, match=said):
        read_document(file, data)


def test_parts_of_a_saved_page_and_sheets_of_a_workbook(tmp_path):
    parts = "".join(f"--b\nContent-Type: text/html\n\n<p>党建{n}。</p>\n" for n in range(9))
    data = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n{parts}--b--\n".encode()
    read_document("a.mht", data)
    with limits.in_force({"parts": 5}), pytest.raises(UnreadableError, match="too many parts"):
        read_document("a.mht", data)


def test_pages_of_a_scan(tmp_path):
    image = pytest.importorskip("PIL.Image")
    frames = [image.new("1", (20, 20)) for _ in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    with (
        limits.in_force({"pages": 2}),
        pytest.raises(UnreadableError, match=r"too many pages|a picture of text"),
    ):
        read_document("a.tiff", out.getvalue())


def test_a_part_that_unpacks_to_far_more_than_it_takes_up_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("zeros", bytes(20_000_000))
        file.writestr("few", bytes(5_000_000))
        file.writestr("text", ("开展工作。" * 700_000).encode())
    archive = open_archive(out.getvalue())
    infos = {info.filename: info for info in archive.infolist()}
    with pytest.raises(UnreadableError, match="times its size"):
        read_entry(archive, infos["zeros"])
    assert len(read_entry(archive, infos["few"])) == 5_000_000
    with limits.in_force({"ratio": 2000}):
        assert len(read_entry(archive, infos["zeros"])) == 20_000_000


def test_a_list_number_beyond_the_limit_is_written_in_digits():
    from plananalysis.corpus.readers.numbering import format_number

    assert format_number(300, "upperRoman") == "CCC"
    with limits.in_force({"list_number": 200}):
        assert format_number(300, "upperRoman") == "300"


def test_seconds_for_a_file():
    def read():
        while True:
            limits.tick()

    from plananalysis.corpus.readers.guard import guarded

    with limits.in_force({"seconds": 0.01}), pytest.raises(UnreadableError, match="takes more than"):
        guarded(read, "")


def test_every_limit_is_in_force_somewhere_and_stands_in_docstring_and_guide():
    source = "".join(p.read_text(encoding="utf-8") for p in Path(limits.__file__).parent.glob("*.py"))
    guide = (ROOT / "docs" / "guide" / "corpus.md").read_text(encoding="utf-8")
    for name, limit in limits.LIMITS.items():
        used = [f'most("{name}")', f'most_bytes("{name}")', f'values["{name}"]']
        assert any(call in source for call in used) or (name == "mb" and "most_bytes()" in source), name
        assert f"``{name}``" in pa.load_corpus.__doc__, name
        assert f"| `{name}` | {limit.default:,.0f} |" in guide, name
