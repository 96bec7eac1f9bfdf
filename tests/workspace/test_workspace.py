"""A stored corpus answers as the corpus itself does, keeps what did not change, and is whole whatever happens to it."""

import errno
import os
import random
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli.program import main
from plananalysis.errors import InputError, PlanWarning
from plananalysis.reuse.seeds.fingerprint import GRAM
from plananalysis.workspace import gram_places, offered, record, sealed_files, writer_lock
from plananalysis.workspace.gram_places import Places, groups_of, letters_of, look_up, places_of
from plananalysis.workspace.sealed_files import Seal
from shared import ROOT, shared_corpus

PLACE = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
SHARED = "入秋以后逐段查看渠岸，发现渗漏当日填补，填补处插竹签为记，次年春分复查一遍"
LETTERS = (
    "山水田园春秋冬夏东南西北天地人和风雨云雪花草树木江河湖海日月星光村镇城乡路桥车船门窗房屋桌椅书画琴棋"
    "衣食住行米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果父母兄弟姐妹朋友老师学生工人农民商店医院市场学校公园车站机场"
)


def babble(rng: random.Random, n: int) -> str:
    """Return clauses of everyday characters in no order."""
    return "，".join("".join(rng.choices(LETTERS, k=12)) for _ in range(n // 12)) + "。"


def made_up(n: int, size: int, seed: int = 0) -> dict[str, str]:
    """Return texts of which every tenth holds one passage."""
    rng = random.Random(seed)
    return {
        f"第{i:04}号": babble(rng, size // 2)
        + (SHARED + "。" if i % 10 == 0 else "")
        + babble(rng, size // 2)
        for i in range(n)
    }


def without(corpus: pa.Corpus, doc_id: str) -> tuple[pa.Corpus, pa.Corpus]:
    """Return a corpus less one document, and that document."""
    own = corpus.documents["doc_id"] == doc_id
    return corpus.subset(~own), corpus.subset(own)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three plans."""
    place = tmp_path / "plans"
    place.mkdir()
    for unit, rest in (
        ("甲县", SHARED),
        ("乙县", "开闸放水由坊正登记用水时辰"),
        ("丙县", "月底张榜公布账目"),
    ):
        (place / f"{unit}.txt").write_text(f"{unit}2024年工作要点\n一、水利\n{rest}。\n", encoding="utf-8")
    return place


@pytest.fixture
def new_plan(tmp_path: Path) -> Path:
    """Return a new plan that takes a passage over."""
    path = tmp_path / "丁县.txt"
    path.write_text(f"丁县2025年工作要点\n一、渠道\n{SHARED}。\n", encoding="utf-8")
    return path


def stored_names(workspace: Path) -> set[str]:
    return {path.name for path in workspace.glob("*.parquet")}


@pytest.mark.parametrize("doc_id", ["2024-市财政局", "2025-枫屿县人民政府"])
def test_the_rows_are_those_of_the_whole_corpus_value_by_value(doc_id, tmp_path):
    corpus = pa.load_corpus(pa.sample_path())
    rest, new = without(corpus, doc_id)
    pa.store_corpus(rest, tmp_path / "w")
    found = pa.query_reuse(new, tmp_path / "w")
    assert len(found) > 10
    pd.testing.assert_frame_equal(found, pa.find_reuse(corpus, query=doc_id))


@pytest.mark.slow
def test_the_rows_of_a_real_corpus_are_those_of_the_whole(tmp_path):
    corpus = shared_corpus("corpora", "provinces_2025")
    doc_id = corpus.documents["doc_id"].iloc[7]
    rest, new = without(corpus, doc_id)
    pa.store_corpus(rest, tmp_path / "w")
    expected = pa.find_reuse(corpus, query=doc_id)
    found = pa.query_reuse(new, tmp_path / "w", max_letters=10_000_000)
    pd.testing.assert_frame_equal(found, expected)


def test_of_many_documents_those_that_share_something_are_chosen_by_their_grams(tmp_path):
    corpus = pa.corpus_from_texts(made_up(400, 1000))
    new = pa.corpus_from_texts(
        {"新": babble(random.Random(7), 400) + SHARED + "。" + babble(random.Random(8), 400)}
    )
    pa.store_corpus(corpus, tmp_path / "w")
    found = pa.query_reuse(new, tmp_path / "w", max_letters=60_000)
    whole = pa.find_reuse(corpus, query=new)
    assert len(whole) >= 40
    assert set(map(tuple, found[PLACE].to_numpy())) == set(map(tuple, whole[PLACE].to_numpy()))
    merged = found.merge(whole, on=PLACE)
    assert (merged["kind_x"] == merged["kind_y"]).all()
    assert (merged["similarity_x"] == merged["similarity_y"]).all()


def test_it_is_said_if_not_all_that_share_something_are_read(tmp_path):
    corpus = pa.corpus_from_texts(made_up(400, 1000))
    pa.store_corpus(corpus, tmp_path / "w")
    with pytest.warns(
        PlanWarning, match=r"40 stored documents share wording .* the 5 that share most"
    ) as said:
        found = pa.query_reuse(pa.corpus_from_texts({"新": SHARED}), tmp_path / "w", max_letters=6_000)
    assert found["doc_b"].nunique() == 5
    assert "40 篇已存文稿" in said[0].message.said("zh")


def test_stored_places_are_those_that_a_slow_search_finds(tmp_path, monkeypatch):
    monkeypatch.setattr(gram_places, "ROWS_TOGETHER", 50)
    monkeypatch.setattr(gram_places, "PART_ROWS", 3000)
    texts = made_up(30, 300)
    for start in range(0, 30, 10):
        some = dict(list(texts.items())[start : start + 10])
        pa.store_corpus(pa.corpus_from_texts(some), tmp_path)
    held = record.read_record(tmp_path)
    assert len(held.generations) < 3
    query = letters_of(pa.corpus_from_texts({"新": SHARED + babble(random.Random(1), 50)}))
    wanted = np.unique(places_of(query, np.zeros(1, dtype=np.int64)).gram)
    found = [part for generation in held.generations for part in look_up(tmp_path, generation, wanted)]
    names = pd.concat(
        pd.read_parquet(tmp_path / block.catalogue.file)[["doc", "doc_id"]] for block in held.blocks
    ).set_index("doc")["doc_id"]
    places = {
        (int(wanted[gram]), names[doc], letter)
        for part in found
        for gram, doc, letter in zip(*(column.tolist() for column in part), strict=True)
    }
    slow = set()
    for doc_id, text in texts.items():
        own = places_of(letters_of(pa.corpus_from_texts({doc_id: text})), np.zeros(1, dtype=np.int64))
        for gram, _, letter in zip(*(column.tolist() for column in own), strict=True):
            if gram in set(wanted.tolist()):
                slow.add((gram, doc_id, letter))
    assert places == slow
    assert len(slow) >= len(SHARED) - GRAM


def test_a_gram_that_fills_several_row_groups_is_found_in_all_of_them():
    part = Seal("grams", 0, "", "", 40, [5, 7, 7, 7, 9])
    assert groups_of(part, np.array([7])).tolist() == [0, 1, 2, 3]
    assert groups_of(part, np.array([8])).tolist() == [3]
    assert groups_of(part, np.array([4, 9])).tolist() == [3, 4]


def test_of_a_gram_the_first_places_in_a_document_are_kept_in_order():
    fp = letters_of(pa.corpus_from_texts({"a": "渠岸渠岸渠岸渠岸渠岸渠岸渠岸"}))
    places = places_of(fp, np.array([3]))
    assert places.doc.tolist() == [3] * places.doc.size
    assert sorted(places.letter.tolist()) == [0, 1, 2, 3, 4, 5, 6, 7]
    assert isinstance(places, Places)


def test_only_what_changed_is_read_again(folder, tmp_path, monkeypatch):
    workspace = tmp_path / "w"
    assert set(pa.store_corpus(folder, workspace)["status"]) == {"new"}
    before = stored_names(workspace)
    read: list[str] = []
    load = offered.load_sources
    monkeypatch.setattr(
        offered,
        "load_sources",
        lambda path, sources, *a, **k: read.extend(s.file for s in sources) or load(path, sources, *a, **k),
    )
    (folder / "戊县.txt").write_text("戊县2024年工作要点\n一、水利\n修闸一座。\n", encoding="utf-8")
    (folder / "乙县.txt").write_text("乙县2024年工作要点\n一、水利\n修桥一座。\n", encoding="utf-8")
    (folder / "丙县.txt").unlink()
    status = pa.store_corpus(folder, workspace).set_index("doc_id")["status"].to_dict()
    assert status == {"丙县": "removed", "乙县": "changed", "戊县": "new", "甲县": "unchanged"}
    assert sorted(read) == ["乙县.txt", "戊县.txt"]
    assert {name for name in before if name.startswith("texts")} <= stored_names(workspace)
    found = pa.query_reuse(
        pa.corpus_from_texts({"新": "开闸放水由坊正登记用水时辰，月底张榜公布账目。"}), workspace
    )
    assert found.empty, "what was replaced or removed is not found any more"


def test_a_renamed_unit_is_read_again_and_nothing_else(folder, tmp_path):
    workspace = tmp_path / "w"
    table = pd.DataFrame({"file": ["甲县.txt", "乙县.txt"], "unit": ["甲县水利局", "乙县水利局"]})
    table.to_csv(folder / "metadata.csv", index=False)
    pa.store_corpus(folder, workspace)
    table.assign(unit=["甲县水务局", "乙县水利局"]).to_csv(folder / "metadata.csv", index=False)
    status = pa.store_corpus(folder, workspace).set_index("doc_id")["status"].to_dict()
    assert status == {"丙县": "unchanged", "乙县": "unchanged", "甲县": "changed"}


def test_documents_of_another_place_stay(folder, tmp_path):
    pa.store_corpus(folder, tmp_path / "w")
    status = pa.store_corpus(pa.corpus_from_texts({"己县": SHARED}), tmp_path / "w")
    assert status[["doc_id", "status"]].to_numpy().tolist() == [["己县", "new"]]
    found = pa.query_reuse(pa.corpus_from_texts({"新": SHARED}), tmp_path / "w")
    assert set(found["doc_b"]) == {"己县", "甲县"}


def test_a_corpus_in_blocks_answers_as_one_in_a_single_block(folder, new_plan, tmp_path, monkeypatch):
    whole = pa.store_corpus(folder, tmp_path / "one")
    monkeypatch.setattr(offered, "BLOCK_FILES", 1)
    parts = pa.store_corpus(folder, tmp_path / "many")
    pd.testing.assert_frame_equal(whole, parts)
    assert len(record.read_record(tmp_path / "many").blocks) == 3
    pd.testing.assert_frame_equal(
        pa.query_reuse(new_plan, tmp_path / "one"), pa.query_reuse(new_plan, tmp_path / "many")
    )


def test_files_that_cannot_be_read_are_named_and_the_rest_is_stored(folder, tmp_path):
    (folder / "坏.docx").write_bytes(b"no document")
    status = pa.store_corpus(folder, tmp_path / "w").set_index("file")
    assert status.loc["坏.docx", "status"] == "skipped"
    assert status.loc["坏.docx", "reason"]
    assert (status["status"] == "new").sum() == 3


def test_a_folder_without_a_readable_document_is_refused(tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "坏.docx").write_bytes(b"no document")
    with pytest.raises(InputError, match="no readable document"):
        pa.store_corpus(tmp_path / "plans", tmp_path / "w")


def test_pages_of_one_text_are_stored_as_one_document(tmp_path):
    place = tmp_path / "plans"
    place.mkdir()
    pages = (
        ("t1", "createPageHTML(2, 0, 't1', 'html')", SHARED),
        ("t1_1", "createPageHTML(2, 1, 't1', 'html')", "闸门每年上油两次"),
    )
    for name, script, text in pages:
        (place / f"{name}.html").write_text(
            f"<html><body><h1>甲县2024年工作要点</h1><p>{text}。</p><script>{script}</script></body></html>",
            encoding="utf-8",
        )
    expected = pa.load_corpus(place).documents["doc_id"].tolist()
    pa.store_corpus(place, tmp_path / "w")
    again = pa.store_corpus(place, tmp_path / "w")
    stored = again[again["status"] == "unchanged"]
    assert stored["doc_id"].tolist() == expected


def test_a_name_that_is_stored_already_is_refused(folder, tmp_path):
    pa.store_corpus(folder, tmp_path / "w")
    with pytest.raises(InputError, match="甲县: both the corpus and the query have a document of this name"):
        pa.query_reuse(pa.corpus_from_texts({"甲县": SHARED}), tmp_path / "w")


@pytest.mark.parametrize("kind", ["catalogue", "texts", "grams"])
@pytest.mark.parametrize("how", ["truncated", "altered", "missing", "emptied"])
def test_damage_is_seen_named_and_made_good(kind, how, folder, new_plan, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    whole = pa.query_reuse(new_plan, workspace)
    (file,) = workspace.glob(f"{kind}-*")
    data = file.read_bytes()
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(
            {"truncated": data[:-20], "emptied": b"", "altered": data[:-12] + b"x" + data[-11:]}[how]
        )
    contents = pa.workspace_contents(workspace).set_index("file")["status"]
    assert contents[file.name] == ("missing" if how == "missing" else "damaged")
    if kind != "grams":
        with pytest.raises(InputError, match=f"{file.name}: .*store the corpus again") as refused:
            pa.query_reuse(new_plan, workspace)
        assert "重新存入语料" in refused.value.said("zh")
    pa.store_corpus(folder, workspace)
    assert set(pa.workspace_contents(workspace)["status"]) == {"whole"}
    pd.testing.assert_frame_equal(pa.query_reuse(new_plan, workspace), whole)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["catalogue", "texts", "grams"])
def test_no_altered_byte_gives_another_answer(kind, folder, new_plan, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(pa.corpus_from_texts(made_up(60, 300)), workspace)
    asked = {"max_letters": 3_000}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = pa.query_reuse(new_plan, workspace, **asked)
        (file,) = workspace.glob(f"{kind}-*")
        data = bytearray(file.read_bytes())
        rng = random.Random(3)
        for place in rng.sample(range(len(data)), 60):
            data[place] ^= 0x55
            file.write_bytes(data)
            try:
                found = pa.query_reuse(new_plan, workspace, **asked)
            except InputError as error:
                assert file.name in str(error)
            else:
                assert found.equals(whole)
            data[place] ^= 0x55


def test_documents_that_damage_took_and_no_corpus_offers_are_named(folder, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(pa.corpus_from_texts({"己县": SHARED}), workspace)
    next(workspace.glob("texts-*")).unlink()
    with pytest.warns(PlanWarning, match="a document that is not in this corpus: 己县"):
        pa.store_corpus(folder, workspace)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"plananalysis": "x"}'])
def test_a_damaged_record_is_refused_and_can_be_cleared(data, folder, tmp_path):
    pa.store_corpus(folder, tmp_path / "w")
    (tmp_path / "w" / record.RECORD_FILE).write_bytes(data)
    for ask in (
        lambda: pa.query_reuse(folder, tmp_path / "w"),
        lambda: pa.store_corpus(folder, tmp_path / "w"),
    ):
        with pytest.raises(InputError, match="the record of the workspace is damaged; clear it"):
            ask()
    pa.clear_workspace(tmp_path / "w")
    assert set(pa.store_corpus(folder, tmp_path / "w")["status"]) == {"new"}


def test_an_altered_record_is_seen(folder, tmp_path):
    pa.store_corpus(folder, tmp_path / "w")
    path = tmp_path / "w" / record.RECORD_FILE
    path.write_text(path.read_text().replace('"workspace": [3,', '"workspace": [4,'))
    with pytest.raises(InputError, match="the record of the workspace is damaged"):
        pa.workspace_contents(tmp_path / "w")


def test_another_version_is_not_read(folder, tmp_path, monkeypatch):
    pa.store_corpus(folder, tmp_path / "w")
    monkeypatch.setattr(record, "FORMAT", 99)
    for ask in (pa.workspace_contents, lambda place: pa.store_corpus(folder, place)):
        with pytest.raises(InputError, match=r"of another version .*--clear") as refused:
            ask(tmp_path / "w")
        assert "另一版本" in refused.value.said("zh")
    pa.clear_workspace(tmp_path / "w")
    assert set(pa.store_corpus(folder, tmp_path / "w")["status"]) == {"new"}


HOLD = """
import sys, time
from pathlib import Path
from plananalysis.workspace.writer_lock import only_writer
with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_run_at_a_time_writes_and_a_killed_one_keeps_nobody_out(folder, new_plan, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert other.stdout.readline()
    with pytest.raises(InputError, match="another run is writing to this workspace"):
        pa.store_corpus(folder, workspace)
    with pytest.raises(InputError, match="another run is writing to this workspace"):
        pa.clear_workspace(workspace)
    assert len(pa.query_reuse(new_plan, workspace)), "who only reads need not wait"
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert set(pa.store_corpus(folder, workspace)["status"]) == {"unchanged"}


def test_where_files_cannot_be_locked_it_is_said(folder, tmp_path, monkeypatch):
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.warns(PlanWarning, match="this file system has no locks"):
        pa.store_corpus(folder, tmp_path / "w")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_is_full_or_read_only_leaves_what_was_there(
    code, folder, new_plan, tmp_path, monkeypatch
):
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    whole, before = pa.query_reuse(new_plan, workspace), sorted(workspace.iterdir())
    (folder / "戊县.txt").write_text("戊县2024年工作要点\n一、水利\n修闸一座。\n", encoding="utf-8")
    calls = iter(range(100))
    for fails_at in range(4):  # catalogue, texts, grams, record
        calls = iter(range(100))

        def refuse(_: int, fails_at: int = fails_at, calls=calls) -> None:
            if next(calls) == fails_at:
                raise OSError(code, os.strerror(code))

        with monkeypatch.context() as patch:
            patch.setattr(sealed_files.os, "fsync", refuse)
            with pytest.raises(InputError, match="cannot be written"):
                pa.store_corpus(folder, workspace)
        assert set(pa.workspace_contents(workspace)["status"]) <= {"whole", "not needed any more"}
        pd.testing.assert_frame_equal(pa.query_reuse(new_plan, workspace), whole)
        pa.clear_workspace(workspace)
        (folder / "戊县.txt").rename(tmp_path / "戊县.txt")
        pa.store_corpus(folder, workspace)
        (tmp_path / "戊县.txt").rename(folder / "戊县.txt")
        assert len(list(workspace.iterdir())) == len(before)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused_and_can_be_asked(folder, new_plan, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    workspace.chmod(0o500)
    try:
        assert len(pa.query_reuse(new_plan, workspace))
        (folder / "戊县.txt").write_text("戊县2024年工作要点\n修闸一座。\n", encoding="utf-8")
        with pytest.raises(InputError, match="cannot be written"):
            pa.store_corpus(folder, workspace)
    finally:
        workspace.chmod(0o700)


def test_a_file_that_changes_while_it_is_read_is_named(folder, tmp_path, monkeypatch):
    content = offered._content

    def then_changed(source: offered.Source) -> tuple[str, int]:
        result = content(source)
        if source.file == "乙县.txt":
            (folder / source.file).write_text("乙县2024年工作要点\n一、水利\n改了。\n", encoding="utf-8")
        return result

    monkeypatch.setattr(offered, "_content", then_changed)
    with pytest.raises(InputError, match=r"乙县\.txt changed while it was read") as refused:
        pa.store_corpus(folder, tmp_path / "w")
    assert "读取时发生了变化" in refused.value.said("zh")


def test_what_a_killed_run_left_is_removed_by_the_next(folder, tmp_path):
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    (workspace / "grams-000000000000.parquet").write_bytes(b"half")
    (workspace / ".0123456789ab.part.json").write_bytes(b"half")
    assert "not needed any more" in set(pa.workspace_contents(workspace)["status"])
    pa.store_corpus(folder, workspace)
    assert set(pa.workspace_contents(workspace)["status"]) == {"whole"}
    assert not list(workspace.glob(".*.json"))


def test_a_folder_of_something_else_is_left_alone(folder, tmp_path):
    with pytest.raises(InputError, match="which is of no workspace"):
        pa.store_corpus(folder, folder)
    with pytest.raises(InputError, match="no workspace"):
        pa.clear_workspace(folder)
    assert len(list(folder.iterdir())) == 3
    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    (workspace / "notes.parquet").write_bytes(b"mine")
    pa.clear_workspace(workspace)
    assert (workspace / "notes.parquet").exists()


@pytest.mark.parametrize(
    ("workspace", "said"),
    [("", "is empty"), ("plans/甲县.txt", "is a file"), ("plans/甲县.txt/w", "cannot be written")],
)
def test_what_is_no_folder_is_refused(workspace, said, folder, tmp_path):
    with pytest.raises(InputError, match=said):
        pa.store_corpus(folder, tmp_path / workspace if workspace else "")


@pytest.mark.parametrize("wrong", [0, -1, 2.5, "many", True])
def test_max_letters_is_a_whole_number(wrong, folder, tmp_path):
    with pytest.raises(InputError, match="max_letters: a whole number above 0"):
        pa.query_reuse(folder, tmp_path, max_letters=wrong)


def test_its_files_open_in_pandas_and_arrow(folder, tmp_path):
    import pyarrow.parquet as pq

    pa.store_corpus(folder, tmp_path / "w")
    texts = pd.read_parquet(next((tmp_path / "w").glob("texts-*")))
    corpus = pa.load_corpus(folder)
    assert dict(zip(texts["doc_id"], texts["text"], strict=True)) == dict(corpus.texts())
    grams = pq.read_table(next((tmp_path / "w").glob("grams-*"))).to_pandas()
    assert grams["gram"].is_monotonic_increasing
    catalogue = pd.read_parquet(next((tmp_path / "w").glob("catalogue-*")))
    assert sorted(catalogue["unit"]) == ["丙县", "乙县", "甲县"]


def test_the_commands_store_ask_show_and_clear(folder, new_plan, tmp_path, capsys):
    workspace, out = str(tmp_path / "w"), str(tmp_path / "t.csv")

    def run(*words: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main([*words])
        said = capsys.readouterr()
        assert ended.value.code == 0, said.err
        return said.out + said.err

    assert "new 3; " in run("store", str(folder), "--workspace", workspace)
    assert "未变 3" in run("store", str(folder), "--workspace", workspace, "--lang", "zh")
    run("reuse", "--query", str(new_plan), "--workspace", workspace, "-o", out)
    assert pa.read_table(out)["doc_b"].iloc[0] == "甲县"
    assert "3 documents of 3 units" in run("workspace", workspace)
    assert "4 files removed" in run("workspace", workspace, "--clear")
    run("reuse", str(folder), "--query", str(new_plan), "--workspace", workspace, "-o", out)
    assert pa.read_table(out)["doc_b"].iloc[0] == "甲县", "with a corpus it is stored first"


@pytest.mark.parametrize(
    "words",
    [["reuse"], ["reuse", "--workspace", "w"], ["reuse", "--workspace", "w", "--query", "q.txt", "--within"]],
)
def test_a_query_needs_what_it_asks_for(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_run_that_replaces_files_meanwhile_does_not_stop_a_query(folder, new_plan, tmp_path, monkeypatch):
    from plananalysis.workspace import asking

    workspace = tmp_path / "w"
    pa.store_corpus(folder, workspace)
    old = record.read_record(workspace)
    (folder / "甲县.txt").write_text(f"甲县2024年工作要点\n一、水利\n{SHARED}。又补。\n", encoding="utf-8")
    for name in ("乙县", "丙县"):
        (folder / f"{name}.txt").write_text(f"{name}2024年工作要点\n一、水利\n改。\n", encoding="utf-8")
    pa.store_corpus(folder, workspace)
    records = iter([old, old])
    read = asking.read_record
    monkeypatch.setattr(asking, "read_record", lambda place: next(records, None) or read(place))
    assert pa.query_reuse(new_plan, workspace)["text_b"].str.contains("水利\n").tolist()[0]


def test_the_lock_stays_so_that_it_cannot_be_taken_twice(folder, tmp_path):
    pa.store_corpus(folder, tmp_path / "w")
    assert (tmp_path / "w" / writer_lock.LOCK).exists()
