"""Ten mistakes that researchers make on the command line: each ends in one helpful line in the language of the user."""

import errno
import io
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import plananalysis as pa
from plananalysis.cli import main
from plananalysis.cli.spoken import asked_for, of_the_system
from plananalysis.files import replacing

LANGUAGES = ("zh", "en")
PLAN = (
    "{unit}2024年工作要点\n一、总体要求\n深入开展“两学一做”，坚持稳中求进，推动各项工作再上台阶。\n"
    "二、主要任务\n加快建设{n}个产业园区，完成投资{n}0亿元。\n"
)


@pytest.fixture
def plans(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path("plans")
    folder.mkdir()
    for n, unit in enumerate(("甲县", "乙县"), start=3):
        (folder / f"{unit}.txt").write_text(PLAN.format(unit=unit, n=n), encoding="utf-8")
    return folder


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


def line_of(capsys, lang, *arguments, code=2, alone=True):
    """Run a command and return the one line that it says; of a report the last, behind what the corpus does not allow."""
    with pytest.raises(SystemExit) as ended:
        main(["--lang", lang, *map(str, arguments)])
    said = capsys.readouterr()
    assert ended.value.code == code, said.err
    assert "Traceback" not in said.err
    lines = [line for line in said.err.splitlines() if line.startswith("plananalysis: ")]
    assert len(lines) == 1 or not alone, said.err
    return lines[-1].removeprefix("plananalysis: ")


def zipped(folder: Path) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return data.getvalue()


def test_1_the_wrong_folder(plans, lang, capsys):
    Path("code").mkdir()
    Path("code", "run.py").write_text("x", encoding="utf-8")
    said = line_of(capsys, lang, "slogans", "code")
    assert {
        "zh": "1 个文件中没有可读的文稿（首个：run.py，不支持 .py 格式）",
        "en": "first: run.py, no reader for .py",
    }[lang] in said
    assert ".docx" in said
    said = line_of(capsys, lang, "slogans", "plan")
    assert (
        said
        == {
            "zh": "plan：没有这个文件或文件夹；相近的有：plans",
            "en": "plan: no such file or folder; near it: plans",
        }[lang]
    )


def test_2_a_unit_or_a_group_misspelt(plans, lang, capsys):
    said = line_of(capsys, lang, "compare", plans, "甲市", "乙县")
    assert (
        said
        == {"zh": "没有文稿或单位“甲市”；相近的有：甲县", "en": "no document or unit '甲市'; near it: 甲县"}[
            lang
        ]
    )
    said = line_of(capsys, lang, "keyness", plans, "--target", "丙县")
    assert "丙县" in said
    assert "甲县" in said
    said = line_of(capsys, lang, "slogans", plans, "--by", "unti")
    assert {"zh": "不能按“unti”分组；相近的有：unit", "en": "cannot group by 'unti'; near it: unit"}[
        lang
    ] in said


def test_3_a_table_that_is_open_in_excel(plans, lang, capsys, monkeypatch):
    Path("t.xlsx").write_bytes(b"old")
    Path("~$t.xlsx").write_bytes(b"")

    def held(self, target):
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    with monkeypatch.context() as patched:  # Windows refuses to replace what Excel holds
        patched.setattr(Path, "replace", held)
        said = line_of(capsys, lang, "outline", plans, "-o", "t.xlsx")
    assert {
        "zh": "正在其他程序（如 Excel）中打开（旁有 ~$t.xlsx）；请先关闭",
        "en": "open in another program (~$t.xlsx lies beside it); close it",
    }[lang] in said
    assert Path("t.xlsx").read_bytes() == b"old"
    Path("~$t.xlsx").unlink()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        said = line_of(capsys, lang, "outline", plans, "-o", "t.xlsx")
    assert {"zh": "没有权限", "en": "Permission denied"}[lang] in said
    assert sorted(path.name for path in Path().iterdir()) == ["plans", "t.xlsx"]


def test_3_metadata_that_are_open_in_excel(plans, lang, capsys, monkeypatch):
    pa.write_table(pa.load_corpus(plans).documents[["file"]].assign(region="东部"), plans / "metadata.xlsx")
    (plans / "~$metadata.xlsx").write_bytes(b"")
    opened = Path.open

    def held(self, *arguments, **options):
        if self.name == "metadata.xlsx":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(SystemExit) as ended:
        main(["--lang", lang, "outline", str(plans)])
    said = capsys.readouterr().err
    assert ended.value.code == 0
    assert {
        "zh": "未读入 metadata.xlsx：正在其他程序中打开，请先关闭",
        "en": "skipped metadata.xlsx: open in another program; close it there",
    }[lang] in said


def test_4_a_corpus_zipped_twice(plans, lang, capsys):
    with zipfile.ZipFile("twice.zip", "w") as archive:
        archive.writestr("plans.zip", zipped(plans))
    said = line_of(capsys, lang, "slogans", "twice.zip")
    assert {
        "zh": "压缩了两次；请解压一次，再指定其中的 plans.zip",
        "en": "is zipped twice; unpack it once, and name the plans.zip in it",
    }[lang] in said
    Path("folder").mkdir()
    Path("folder", "plans.zip").write_bytes(zipped(plans))
    said = line_of(capsys, lang, "slogans", "folder")
    assert {"zh": "请直接指定 folder/plans.zip", "en": "name folder/plans.zip itself"}[lang] in said.replace(
        "\\", "/"
    )
    assert len(pa.load_corpus(Path("folder", "plans.zip"))) == 2


def test_5_a_table_in_gbk_is_read(plans, lang, capsys):
    Path("texts.csv").write_bytes("编号,单位,正文\n甲,甲县,开展“两学一做”。\n".encode("gbk"))
    (plans / "metadata.csv").write_bytes("file,unit,region\n甲县.txt,甲县,东部\n".encode("gbk"))
    Path("words.csv").write_bytes("word\n推动\n".encode("gbk"))
    assert pa.load_corpus("texts.csv").documents["unit"].tolist() == ["甲县"]
    assert pa.load_corpus(plans).documents["region"].tolist()[-1] == "东部"
    assert pa.load_stopwords("words.csv")["word"].tolist() == ["推动"]
    Path("broken.csv").write_bytes("编号,单位,正文\n甲,甲县,开展".encode("gbk") + bytes(range(128, 256)) * 20)
    said = line_of(capsys, lang, "slogans", "broken.csv")
    assert {"zh": "请另存为 UTF-8", "en": "save it as UTF-8"}[lang] in said


@pytest.mark.parametrize("content", ["", "\n\n", "# 备注\n", "word\n", "\ufeff"])
def test_6_an_empty_list_of_stopwords(content, plans, lang, capsys):
    name = "none.csv" if "word" in content else "none.txt"
    Path(name).write_text(content, encoding="utf-8")
    said = line_of(capsys, lang, "keywords", plans, "--stopwords", name)
    assert {
        "zh": f"{name}：停用词表为空；请每行写一个词",
        "en": f"{name}: the stopword list is empty; write a word a line",
    }[lang] in said


def test_7_a_lexicon_with_tabs(plans, lang, capsys):
    Path("terms.csv").write_text("term\tkind\n产业园区\tplace\n", encoding="utf-8")
    said = line_of(capsys, lang, "segment", plans, "--lexicon", "terms.csv", "-o", "t.csv", code=0)
    assert {
        "zh": "terms.csv：各格以制表符分隔；已照此读取",
        "en": "terms.csv: its cells are parted by tabs; it is read so",
    }[lang] == said
    assert "产业园区" in pa.read_table("t.csv")["token"].tolist()
    Path("terms.txt").write_text("两山\t3\n产业园区\t工业\n", encoding="utf-8")
    said = line_of(capsys, lang, "segment", plans, "--lexicon", "terms.txt")
    assert {
        "zh": "terms.txt：第 2 行含制表符；请每行写一个词",
        "en": "terms.txt: row 2 holds a tab; write one term a line",
    }[lang] in said


def test_7_what_is_a_table_is_read_as_one_whatever_its_suffix(plans):
    Path("terms.txt").write_text("词\t类\n产业园区\tplace\n两山\t\n", encoding="utf-8")
    assert pa.load_lexicon("terms.txt")["term"].tolist() == ["产业园区", "两山"]
    Path("terms.tsv").write_text("term,kind\n产业园区,place\n", encoding="utf-8")
    assert pa.load_lexicon("terms.tsv")["kind"].tolist() == ["place"]
    Path("one.csv").write_text("term\n两山，理念\n", encoding="utf-8")
    assert pa.load_lexicon("one.csv")["term"].tolist() == ["两山，理念"]


def test_8_output_onto_input(plans, lang, capsys):
    Path("texts.csv").write_text("doc_id,text\n甲,开展工作。\n", encoding="utf-8")
    before = Path("texts.csv").read_bytes()
    said = line_of(capsys, lang, "slogans", "texts.csv", "-o", "texts.csv")
    assert {
        "zh": "此命令要读取它；请用 -o 另选位置",
        "en": "is read by this command; name another place with -o",
    }[lang] in said
    assert Path("texts.csv").read_bytes() == before
    said = line_of(capsys, lang, "slogans", plans, "-o", plans / "metadata.csv")
    assert {"zh": "语料的元数据就在此处", "en": "is where the corpus has its metadata"}[lang] in said


@pytest.fixture(scope="module")
def old_results(tmp_path_factory):
    """Return a folder of results: its record, and what it lists."""
    folder = tmp_path_factory.mktemp("old") / "report"
    (folder / "tables").mkdir(parents=True)
    files = {"index.html": "<p>", "METHODS.md": "# 方法", "tables/slogans.csv": ""}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    pa.write_table(pa.tables.empty("slogans"), folder / "tables" / "slogans.csv")
    (folder / "run.json").write_text('{"plananalysis": "0", "files": ["index.html", "METHODS.md", "run.json", "tables/slogans.csv"]}', encoding="utf-8")  # fmt: skip
    return folder


def test_9_an_old_folder_of_results_as_a_corpus(old_results, lang, capsys):
    wanted = {
        "zh": "其中是 plananalysis 的报告，没有计划文稿；请指定存放文稿的文件夹",
        "en": "holds a report of plananalysis and no plans; name the folder of the plans",
    }[lang]
    assert wanted in line_of(capsys, lang, "slogans", old_results)
    assert wanted in line_of(capsys, lang, "slogans", old_results / "tables")
    said = line_of(capsys, lang, "slogans", old_results / "tables" / "slogans.csv")
    assert {"zh": "是结果表 slogans，不是语料", "en": "is the table slogans of results and no corpus"}[
        lang
    ] in said


def test_9_plans_in_the_folder_of_a_report_are_read(old_results):
    (old_results / "more").mkdir()
    (old_results / "more" / "a.txt").write_text("甲县2024年工作要点\n一、开展工作。\n", encoding="utf-8")
    assert pa.load_corpus(old_results / "more").documents["file"].tolist() == ["a.txt"]
    assert pa.load_corpus(old_results).documents["file"].tolist() == ["more/a.txt"]


def test_10_no_room_for_a_table_or_a_report(plans, lang, capsys, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(replacing.shutil, "copymode", full)
    Path("t.csv").write_text("old", encoding="utf-8")
    said = line_of(capsys, lang, "outline", plans, "-o", "t.csv")
    assert (
        said
        == {
            "zh": "t.csv：无法写入（磁盘空间不足）；请清理空间，或另选位置",
            "en": "t.csv: cannot be written (No space left on device); make room, or choose another place",
        }[lang]
    )
    assert Path("t.csv").read_text(encoding="utf-8") == "old"
    monkeypatch.setattr("plananalysis.files.staging._reserved", full)
    said = line_of(capsys, lang, "report", plans, "-o", "report", alone=False)
    assert {
        "zh": "report：无法写入（磁盘空间不足）；请清理空间，或用 -o 另选文件夹",
        "en": "report: cannot be written (No space left on device); make room, or",
    }[lang] in said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.parquet"])
def test_10_a_limit_on_files_that_the_system_sets(name, plans, lang):
    limit = (1024, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    done = subprocess.run(
        [sys.executable, "-m", "plananalysis", "--lang", lang, "segment", plans, "-o", name],
        capture_output=True, timeout=300, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
        env={**os.environ, "PYTHONPATH": str(Path(pa.__file__).parents[1])},
    )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 2
    assert {"zh": "请清理空间", "en": "make room"}[lang] in said
    assert "Traceback" not in said
    assert sorted(path.name for path in Path().iterdir()) == ["plans"]


@pytest.mark.parametrize(
    ("arguments", "zh"),
    [
        (["slogns", "plans"], "没有命令 'slogns'"),
        (["slogans"], "缺少参数 'CORPUS'"),
        (["slogans", "plans", "--nope"], "没有选项 '--nope'"),
        (["slogans", "plans", "more"], "多出了参数（more）"),
        (["slogans", "plans", "-o", "t.pdf"], "格式由扩展名决定"),
        (["slogans", "plans", "-o", ""], "为空；请写出文件或文件夹"),
        (["inspect", "plans", "--table", "x"], "'x' 不在"),
        (["kwic", "plans", "x", "--width", "-1"], "不在范围"),
        (["slogans", "plans", "--context", "5"], "--context 须与 --occurrences 同用"),
    ],
)
def test_what_is_wrong_with_the_arguments_is_said_in_chinese_too(arguments, zh, plans, capsys):
    said = line_of(capsys, "zh", *arguments)
    assert zh in said
    assert "（用法见：plananalysis" in said


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a language besides")
def test_the_language_is_that_of_the_locale(variables, language, plans, capsys, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert of_the_system() == language
    with pytest.raises(SystemExit):
        main(["slogans", "nowhere"])
    assert {"zh": "没有这个文件", "en": "no such file"}[language] in capsys.readouterr().err


def test_a_terminal_that_has_no_chinese_is_spoken_to_in_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.GBK")
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="gbk"))
    assert of_the_system() == "zh"
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    assert of_the_system() == "en"


def test_the_language_may_stand_anywhere(plans, capsys):
    for arguments in (
        ["slogans", "nowhere", "--lang=zh"],
        ["slogans", "--lang", "zh", "nowhere"],
        ["--lang", "zh", "slogans", "nowhere"],
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        assert "没有这个文件" in capsys.readouterr().err
    assert asked_for(["kwic", "plans", "--", "--lang", "zh"]) is None
    assert asked_for(["slogans", "--lang"]) is None


def test_skipped_files_and_warnings_are_said_in_the_language(plans, lang, capsys):
    (plans / "slides.pptx").write_bytes(b"PK")
    (plans / "又一份.txt").write_bytes((plans / "甲县.txt").read_bytes())
    with pytest.raises(SystemExit):
        main(["--lang", lang, "outline", str(plans), "-o", "t.csv"])
    said = capsys.readouterr().err
    wanted = {
        "zh": [
            "未读入 slides.pptx：幻灯片，不是文稿",
            "注意 甲县.txt：与 又一份.txt 正文相同，两份均计入统计",
            "行已写入 t.csv",
        ],
        "en": [
            "skipped slides.pptx: slides, not a document",
            "warning 甲县.txt: the same text as 又一份.txt",
            "rows written to t.csv",
        ],
    }[lang]
    for line in wanted:
        assert line in said


def test_the_library_speaks_english_unless_it_is_asked(plans, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(pa.InputError) as refused:
        pa.load_corpus("nowhere")
    assert str(refused.value) == "nowhere: no such file or folder"
    assert refused.value.said("zh") == "nowhere：没有这个文件或文件夹"
