"""Loading: folders, zips, tables and single files; what is skipped; what cannot be used at all."""

import hashlib
import json
import logging
import shutil
import warnings
import zipfile

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus.load import corpus_from_texts, load_corpus
from plananalysis.corpus.sources import document_ids
from plananalysis.errors import InputError
from shared import shared_corpus, shared_path

PLAN = "安平市审计局2023年工作要点\n一、总体要求\n坚持依法审计。\n二、重点任务\n（一）预算审计\n突出重点。\n"


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def tiles(corpus):
    """Check that passages and excluded spans cover every character once."""
    for doc_id, text in corpus.texts():
        spans = [
            (row.start, row.end)
            for table in (corpus.passages, corpus.excluded)
            for row in table.loc[table["doc_id"] == doc_id].itertuples()
        ]
        covered = sorted(span for span in spans if span[0] < span[1])
        assert [a for a, _ in covered] == [0, *[b for _, b in covered[:-1]]]
        assert covered[-1][1] == len(text)
    return True


def test_a_folder(tmp_path):
    write(
        tmp_path,
        {
            "b.txt": PLAN,
            "sub/a.md": PLAN.encode("gbk"),
            "x.txt": PLAN,
            "x.html": f"<p>{PLAN}</p>",
            "pic.jpg": b"\xff\xd8",
            "empty.txt": b"",
            "old.doc": b"\xd0\xcf\x11\xe0rest",
            "results.csv": "text\n甲\n",
            "README.md": "about",
            ".hidden.txt": PLAN,
            "~$b.docx": b"lock",
            "__MACOSX/b.txt": PLAN,
        },
    )
    seen = []
    corpus = load_corpus(tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert corpus.documents["doc_id"].tolist() == ["b", "sub/a", "x.html", "x.txt"]
    assert corpus.documents["file"].tolist() == ["b.txt", "sub/a.md", "x.html", "x.txt"]
    assert corpus.documents["encoding"].tolist() == ["utf-8", "gb2312", "utf-8", "utf-8"]
    assert corpus.documents.loc[1, "sha256"] == hashlib.sha256(PLAN.encode("gbk")).hexdigest()
    assert corpus.documents.loc[0, "text"] == PLAN
    assert corpus.skipped["file"].tolist() == ["empty.txt", "old.doc", "pic.jpg", "results.csv"]
    assert seen[-1] == (8, 8)
    assert tiles(corpus)
    for name in ("documents", "passages", "excluded", "skipped"):
        assert list(getattr(corpus, name).columns)[: len(tables.columns(name))] == tables.columns(name)


def test_a_zip_gives_what_its_folder_gives(tmp_path):
    folder = write(
        tmp_path / "计划", {"甲局.txt": PLAN, "子/乙局.txt": PLAN, "metadata.csv": "file,级别\n甲局,市\n"}
    )
    packed = tmp_path / "p.zip"
    with zipfile.ZipFile(packed, "w") as file:
        for path in sorted(folder.rglob("*.*")):
            file.write(path, f"计划/{path.relative_to(folder).as_posix()}")
        file.writestr("__MACOSX/._甲局.txt", "x")
    a, b = load_corpus(folder), load_corpus(packed)
    pd.testing.assert_frame_equal(a.documents, b.documents)
    pd.testing.assert_frame_equal(a.passages, b.passages)


def test_zip_names_in_gbk_without_the_flag():
    corpus = load_corpus(shared_path("corpora", "encodings", "provinces_gbk_names.zip"))
    assert len(corpus) == 31
    assert corpus.documents["unit"].nunique() == 31
    assert "2025年上海市政府工作报告" in set(corpus.documents["doc_id"])


def test_files_that_differ_by_suffix_keep_it():
    ids = document_ids(["a.txt", "a.txt.md", "a.docx", "b.txt"])
    assert ids == {"a.txt": "a.txt", "a.txt.md": "a.txt.md", "a.docx": "a.docx", "b.txt": "b"}
    assert len(set(document_ids(["a", "a.txt", "a.txt.txt"]).values())) == 3


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "xlsx"])
def test_tables(tmp_path, suffix):
    frame = pd.DataFrame(
        {"id": ["007", "b"], "text": [PLAN, "一、甲\n二、乙"], "单位": ["甲局", None], "级别": ["市", "县"]}
    )
    path = tmp_path / f"t.{suffix}"
    if suffix == "csv":
        frame.to_csv(path, index=False, encoding="gbk")
    elif suffix == "jsonl":
        frame.to_json(path, orient="records", lines=True, force_ascii=False)
    elif suffix == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_excel(path, index=False)
    corpus = load_corpus(path)
    assert corpus.documents["doc_id"].tolist() == ["007", "b"]
    assert corpus.documents["unit"].tolist() == ["甲局", "b"]
    assert corpus.documents["级别"].tolist() == ["市", "县"]
    assert corpus.documents["format"].tolist() == ["table", "table"]
    assert corpus.documents.loc[0, "text"] == PLAN
    assert tiles(corpus)


def test_a_single_file(tmp_path):
    write(tmp_path, {"a.txt": PLAN})
    assert load_corpus(tmp_path / "a.txt").documents["doc_id"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("files", "path", "message"),
    [
        ({}, "missing", "no such file or folder"),
        ({}, ".", "the folder is empty"),
        ({"a.jpg": b"\xff"}, ".", "no readable document among 1 files"),
        ({"a.csv": "text\n甲\n"}, ".", "only tables; load one by its own path, such as a.csv"),
        ({"a.csv": "title,body\n甲,乙\n"}, "a.csv", "no column `text`; it has title, body"),
        ({"a.csv": "id,text\n1,甲\n1,乙\n"}, "a.csv", "id 1 stands in more than one row"),
        ({"a.csv": "id,text\n1,\n"}, "a.csv", "no row has text"),
        ({"a.xlsx": b"rubbish"}, "a.xlsx", "not a readable xlsx table"),
        ({"a.zip": b"rubbish"}, "a.zip", "not a readable zip"),
        ({"a.exe": b"MZ"}, "a.exe", "no reader for .exe"),
        ({"a.doc": b"\xd0\xcf\x11\xe0"}, "a.doc", "save it as .docx"),
        ({"a.txt": b""}, "a.txt", "empty file"),
    ],
)
def test_unusable_input_says_what_to_do_in_one_line(tmp_path, files, path, message):
    write(tmp_path, files)
    with pytest.raises(InputError, match=message) as caught:
        load_corpus(tmp_path / path)
    assert "\n" not in str(caught.value)


def test_half_mojibake_is_loaded_with_a_warning_that_names_the_line(tmp_path, caplog):
    good = "安平市2023年工作要点\n一、总体要求\n坚持依法审计，突出重点。\n"
    broken = ("二、重点任务：坚持依法审计，突出重点领域。" * 3).encode().decode("gb18030", "replace")
    write(tmp_path, {"a.txt": good + broken})
    with caplog.at_level(logging.WARNING):
        corpus = load_corpus(tmp_path)
    assert corpus.documents.loc[0, "warning"].startswith("mojibake from line 4, character ")
    assert "a.txt: mojibake from line 4" in caplog.text
    row = corpus.excluded.loc[corpus.excluded["reason"] == "mojibake"].iloc[0]
    assert len(good) <= row["start"] <= len(good) + 3
    assert tiles(corpus)


def test_encodings_all_load():
    corpus = shared_corpus("corpora", "encodings")
    assert len(corpus) == 8
    assert corpus.skipped["file"].tolist() == ["provinces_gbk_names.zip"]
    assert (corpus.documents["warning"] != "").sum() == 1
    assert tiles(corpus)


def test_texts_at_hand_and_nothing_at_all():
    corpus = corpus_from_texts({"b": PLAN, "a": "甲"})
    assert corpus.documents["doc_id"].tolist() == ["a", "b"]
    assert tiles(corpus)
    nothing = corpus_from_texts({})
    assert len(nothing) == 0
    assert list(nothing.documents.columns) == tables.columns("documents")
    assert list(nothing.passages.columns) == tables.columns("passages")


def test_a_zip_with_the_same_name_twice(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("x/a.txt", "一、旧")
        archive.writestr("x/a.txt", "一、新")
        archive.writestr("x/b.txt", "二、另")
    corpus = load_corpus(tmp_path / "a.zip")
    assert corpus.documents[["doc_id", "text"]].to_numpy().tolist() == [["a", "一、新"], ["b", "二、另"]]
    assert corpus.skipped["file"].tolist() == ["a.txt"]


def test_half_characters_in_a_table_are_replaced(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "一、学习\\ud800。"}\n', encoding="utf-8")
    assert load_corpus(tmp_path / "a.jsonl").documents.loc[0, "text"] == "一、学习\ufffd。"


def test_half_characters_in_texts_at_hand_become_replacement_characters():
    corpus = corpus_from_texts({"a": "一、学习\ud800。"})
    assert corpus.text("a") == "一、学习\ufffd。"


def test_two_keys_that_are_one_doc_id_are_refused():
    with pytest.raises(InputError, match="two keys are the same doc_id"):
        corpus_from_texts({1: "一、学习", "1": "二、调研"})


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_error_in_a_jsonl_names_its_line(tmp_path, end, encoding):
    rows = ['{"id": "甲", "text": "一、学习和调研的要点"}', "", '{"id": "乙", "text": }']
    (tmp_path / "a.jsonl").write_bytes((end.join(rows) + end).encode(encoding))
    with pytest.raises(InputError, match="line 3, character 21: Expecting value") as error:
        load_corpus(tmp_path / "a.jsonl")
    assert "\n" not in str(error.value)


def test_a_jsonl_reads_alike_in_every_encoding(tmp_path):
    row = '{"id": "甲", "text": "一、学习和调研的要点。\\r\\n二、整改落实到人\u2028三、公开"}\n'
    found = []
    for encoding in ("utf-8", "gb18030", "utf-8-sig", "utf-16"):
        (tmp_path / "a.jsonl").write_bytes(row.replace("\u2028", "\\u2028").encode(encoding))
        found.append(load_corpus(tmp_path / "a.jsonl").text("甲"))
    assert set(found) == {"一、学习和调研的要点。\n二、整改落实到人\n三、公开"}
    (tmp_path / "a.jsonl").write_text(row, encoding="utf-8")
    assert load_corpus(tmp_path / "a.jsonl").text("甲") == found[0]


@pytest.mark.parametrize("zipped", [False, True])
def test_a_report_of_ours_is_no_part_of_the_corpus_but_what_stands_beside_it_is(zipped, tmp_path):
    plans = tmp_path / "plans"
    report = plans / "plans-report"
    (report / "tables").mkdir(parents=True)
    (plans / "a.txt").write_text("甲局2024年工作要点\n一、学习。\n", encoding="utf-8")
    (report / "notes.txt").write_text("乙局2024年工作要点\n一、节庆。\n", encoding="utf-8")
    for name in ("index.html", "METHODS.md", "tables/a.csv"):
        (report / name).write_text("<p>一、学习。</p>", encoding="utf-8")
    record = {"plananalysis": "0.1.0", "files": ["METHODS.md", "index.html", "run.json", "tables/a.csv"]}
    (report / "run.json").write_text(json.dumps(record), encoding="utf-8")
    if zipped:
        shutil.make_archive(str(tmp_path / "all"), "zip", tmp_path, "plans")
    corpus = load_corpus(tmp_path / "all.zip" if zipped else plans)
    assert corpus.documents["file"].tolist() == ["a.txt", "plans-report/notes.txt"]
    assert corpus.skipped.empty
    (report / "notes.txt").unlink()
    shutil.make_archive(str(tmp_path / "report"), "zip", plans, "plans-report")
    for given in (report, tmp_path / "report.zip"):
        with pytest.raises(InputError, match="holds a report of plananalysis and no plans"):
            load_corpus(given)
