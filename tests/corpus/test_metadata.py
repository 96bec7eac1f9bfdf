"""Unit, year and title: from the user's table first, else from the document itself and its path."""

import logging

import pandas as pd
import pytest

from plananalysis.corpus.load import corpus_from_texts, load_corpus
from plananalysis.corpus.naming import guess
from plananalysis.errors import InputError
from shared import shared_path


@pytest.mark.parametrize(
    ("text", "path", "title", "year", "unit"),
    [
        ("安平市审计局\n2023年工作要点\n\n一、总体要求", "a.txt", "安平市审计局2023年工作要点", 2023, "安平市审计局"),
        ("2023年工作要点\n一、", "安平市审计局/2023年工作要点.txt", "2023年工作要点", 2023, "安平市审计局"),
        ("要点\n一、", "安平市/市场监管局/2022.txt", "要点", 2022, "安平市市场监管局"),
        ("政 府 工 作 报 告\n——2012年2月29日在安平区第三届人民代表大会第六次会议上", "x.txt", "政府工作报告", 2012, "安平区"),
        ("2025年宁夏政府工作报告\n（2025年1月14日）", "x.txt", "2025年宁夏政府工作报告", 2025, "宁夏回族自治区"),
        ("1993年政府工作报告\n国务院总理", "x.txt", "1993年政府工作报告", 1993, "国务院"),
        ("上海市人民政府２０２４年工作要点", "x.txt", "上海市人民政府2024年工作要点", 2024, "上海市"),
        ("安平县国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要", "x.txt", None, 2021, "安平县"),
        ("柳河镇中心小学二○二三年工作计划", "x.txt", None, 2023, "柳河镇中心小学"),
        ("安平县2023年计划执行情况与2024年计划草案的报告", "x.txt", None, 2024, "安平县"),
        ("安平县教育局关于印发\n《2024年工作要点》的通知", "x.txt", "安平县教育局关于印发《2024年工作要点》的通知", 2024, "安平县教育局"),
        ("安平师院2020—2022年规划", "x.txt", None, 2020, None),
        ("区域协调发展工作要点\n一、", "20240115.txt", "区域协调发展工作要点", 2024, ""),
        ("没有题目的一段话，直接就是正文。", "笔记.txt", "笔记", None, ""),
    ],
)  # fmt: skip
def test_guess(text, path, title, year, unit):
    found = guess(text, [], path)
    assert found.year == year
    assert title is None or found.title == title
    assert unit is None or found.unit == unit


def test_an_advert_is_no_title():
    text = "购买资料请加微信领取年度工作总结\n安平市2023年工作要点\n一、"
    assert guess(text, [(0, text.index("\n"))], "a.txt").title == "安平市2023年工作要点"


def test_general_words_shared_by_plans_of_one_year_are_told_apart():
    texts = {
        "001_x": "市直机关2020年工作要点",
        "002_y": "市直机关2020年工作要点",
        "003_z": "安平市2020年工作要点",
    }
    assert list(corpus_from_texts(texts).documents["unit"]) == [
        "市直机关（001）",
        "市直机关（002）",
        "安平市",
    ]
    texts["002_y"] = "市直机关2021年工作要点"
    assert list(corpus_from_texts(texts).documents["unit"]) == ["市直机关", "市直机关", "安平市"]


def test_without_any_name_the_unit_is_the_last_part_of_the_doc_id():
    assert corpus_from_texts({"甲/乙": "一段文字。"}).documents.loc[0, "unit"] == "乙"


def test_metadata_wins_keeps_columns_and_leaves_gaps_to_the_document():
    metadata = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "unit": ["甲局", None],
            "year": ["2019年", ""],
            "级别": ["市", "县"],
            "format": [1, 2],
        }
    )
    documents = corpus_from_texts(
        {"a": "安平市2023年工作要点", "b": "安平县2024年工作要点"}, metadata
    ).documents
    assert documents["unit"].tolist() == ["甲局", "安平县"]
    assert documents["year"].tolist() == [2019, 2024]
    assert documents["级别"].tolist() == ["市", "县"]
    assert documents["metadata_format"].tolist() == [1, 2]


def test_files_are_joined_with_or_without_suffix_and_folder(tmp_path, caplog):
    (tmp_path / "子").mkdir()
    for name in ("甲.txt", "乙.txt", "子/丙.txt"):
        (tmp_path / name).write_text("一、总体要求", encoding="utf-8")
    rows = "文件名,单位,年份\n甲,甲局,2021\n乙.txt,乙局,2022\n丙.txt,丙局,2023\n丁.txt,丁局,2024\n"
    (tmp_path / "metadata.csv").write_text(rows, encoding="gbk")
    with caplog.at_level(logging.WARNING):
        corpus = load_corpus(tmp_path)
    assert dict(zip(corpus.documents["doc_id"], corpus.documents["unit"], strict=True)) == {
        "甲": "甲局", "乙": "乙局", "子/丙": "丙局",
    }  # fmt: skip
    assert [r.getMessage() for r in caplog.records] == ["metadata.csv: no such document: 丁.txt"]
    assert corpus.skipped["file"].tolist() == ["丁.txt"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("file,unit\n甲,一\n甲.txt,二\n", "two different rows for 甲.txt"),
        ("name,unit\n甲,一\n", "no column `file`"),
    ],
)
def test_a_metadata_table_that_cannot_be_joined(tmp_path, rows, message):
    (tmp_path / "甲.txt").write_text("一、", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        load_corpus(tmp_path)


def test_provinces_without_their_metadata():
    """Guesses from file name and text, and from the text alone, against the table that comes with the files."""
    folder = shared_path("corpora", "provinces_2025")
    truth = pd.read_csv(folder / "metadata.csv")
    documents = load_corpus(folder).documents.set_index("file")
    hits = 0
    for row in truth.itertuples():
        text = documents.loc[row.file, "text"]
        assert guess(text, [], row.file)[1:3] == (row.year, row.unit)
        hits += guess(text.partition("\n")[2], [], "x.docx")[1:3] == (row.year, row.unit)
    assert hits >= 0.9 * len(truth)


def test_cells_of_a_jsonl_may_be_lists(tmp_path):
    rows = '{"id": "007", "text": "一、学习。", "tags": ["a"]}\n{"id": "008", "text": "二、调研。", "tags": []}\n'
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    documents = load_corpus(tmp_path / "a.jsonl").documents
    assert documents["doc_id"].tolist() == ["007", "008"]
    assert documents["tags"].tolist() == [["a"], []]


def test_a_decimal_item_is_no_title():
    assert guess("第一章 总体要求\n1.1 思想建设\n2.1.1 每月一次", [], "a.txt").title == "a"


@pytest.mark.parametrize(
    "text",
    [
        "健全完善工作机制，推动任务落实。我代表市委部署要求，抓好学习，持续深化整改。\n细化措施，压实责任。",
        "坚持问题导向，抓好支部建设。我代表市委对违纪行为从严查处，久久为功。",
        "抓好日常管理，推动年轻干部成长。\n出台制度，到2020年全面覆盖各支部，按《2019年度考核办法》评价。",
    ],
)
def test_running_text_without_a_title_names_no_unit_and_no_year(text):
    assert guess(text, [], "d1.txt") == ("d1", None, "", False, "", "")


def test_a_speaker_names_the_unit_that_is_spoken_for():
    text = (
        "各位代表：\n现在，我代表安平县人民政府，向大会报告政府工作，请予审议，并请各位委员提出意见和建议。"
    )
    assert guess(text, [], "x.txt").unit == "安平县"


def test_a_metadata_table_whose_rows_end_in_a_comma(tmp_path):
    (tmp_path / "甲.txt").write_text("一、总体要求", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("file,unit\n甲.txt,甲局,\n", encoding="utf-8")
    assert load_corpus(tmp_path).documents.loc[0, "unit"] == "甲局"


def test_a_metadata_table_with_more_cells_than_headings(tmp_path):
    (tmp_path / "甲.txt").write_text("一、总体要求", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("file,unit\n甲.txt,甲,乙局\n", encoding="utf-8")
    skipped = load_corpus(tmp_path).skipped
    assert skipped["file"].tolist() == ["metadata.csv"]
    assert "more cells than headings" in skipped.loc[0, "reason"]


def test_a_unit_broken_over_lines_in_its_cell_is_one_line(tmp_path):
    (tmp_path / "甲.txt").write_text("一、总体要求", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text('file,unit\n甲.txt,"甲市\n乙局"\n', encoding="utf-8")
    assert load_corpus(tmp_path).documents.loc[0, "unit"] == "甲市 乙局"


@pytest.mark.parametrize(
    "cell",
    [
        "二〇二三",
        "２０２３",
        "2023-01-01",
        "2023.0",
        "2023/1/5",
        "2023年3月",
        "2023-03-01 00:00:00",
        "\u200b2023",
        "2023年度",
    ],
)
def test_a_year_is_read_however_it_is_written(cell, tmp_path):
    (tmp_path / "甲.txt").write_text("一、总体要求", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(f"file,year\n甲.txt,{cell}\n", encoding="utf-8")
    assert load_corpus(tmp_path).documents.loc[0, "year"] == 2023


def test_what_is_no_year_is_named(tmp_path, caplog):
    rows = "file,year\n"
    for number, cell in enumerate(("23", "99999", "2023-2024", "二十三", "2023-13-01")):
        (tmp_path / f"{number}.txt").write_text("一、总体要求", encoding="utf-8")
        rows += f"{number}.txt,{cell}\n"
    (tmp_path / "metadata.csv").write_text(rows, encoding="utf-8")
    assert load_corpus(tmp_path).documents["year"].isna().all()
    assert "metadata.csv: 23, 99999, 2023-2024, 二十三, 2023-13-01 are no years" in caplog.text


@pytest.mark.parametrize("cell", ["\u200b", "\ufeff \u2060", "\xad", ""])
def test_characters_that_nobody_sees_are_no_unit(cell, tmp_path):
    (tmp_path / "a.txt").write_text("甲县2024年工作要点\n一、总体要求", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(f"file,unit\na.txt,{cell}\n", encoding="utf-8")
    assert load_corpus(tmp_path).documents.loc[0, "unit"] == "甲县"


def test_characters_that_nobody_sees_make_no_second_unit():
    texts = {"a": "甲\u200b县\ufeff2024年工作要点\n一、总体要求", "b": "甲县2023年工作要点\n一、总体要求"}
    assert corpus_from_texts(texts).documents["unit"].tolist() == ["甲县", "甲县"]
    rows = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲县\u200b", "甲县"]})
    assert corpus_from_texts({"a": "一、", "b": "二、"}, rows).documents["unit"].tolist() == ["甲县", "甲县"]
