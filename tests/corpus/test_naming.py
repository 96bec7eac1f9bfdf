"""Whose plan it is and of which year, told from the text alone, and where each was found."""

import pytest

from plananalysis.corpus.load import corpus_from_texts, load_corpus
from plananalysis.corpus.naming import SOURCES
from shared import shared_corpus, shared_path

BODY = """一、抓好粮食生产。全年播种面积稳定在四十万亩以上，推广良种良法配套技术，确保颗粒归仓。
二、办好民生实事。新增公办园学位六百个，改造农村危桥十四座，让群众看得见、摸得着。"""

KINDS = "要点 计划 安排 方案 报告 规划 纲要 分工表 分解表 任务书 责任清单 台账 一览表 时间表 任务清单 项目表 责任状 推进表 施工图 路线图 任务分工".split()


def named(text: str, doc_id: str = "a") -> tuple:
    """Return unit, year and title of a text, with "" for what is missing."""
    row = corpus_from_texts({doc_id: text}).documents.fillna({"year": 0}).iloc[0]
    return row["unit"], row["year"], row["title"]


def sources(text: str) -> tuple[str, str]:
    row = corpus_from_texts({"a": text}).documents.iloc[0]
    return row["unit_source"], row["year_source"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_is_one_whatever_kind_of_plan_it_names(kind):
    title = f"柳河县2025年重点工作{kind}"
    table = "序号\n工作任务\n责任单位\n1"
    assert named(f"{title}\n{table}\n{BODY}") == ("柳河县", 2025, title)


@pytest.mark.parametrize("head", ["工作任务", "目标任务", "重点任务", "措施", "责任分工"])
def test_the_head_of_a_column_is_no_title(head):
    assert named(f"{head}\n{BODY}")[2] == "a"


@pytest.mark.parametrize(
    ("lines", "unit", "year", "title"),
    [
        ("２０２４ 年 工 作 要 点", "a", 2024, "2024年工作要点"),
        ("2 0 2 5 年 全 县 工 作 安 排", "县", 2025, "2025年全县工作安排"),
        ("柳 河 县 人 民 政 府\n２０２４ 年 政 府 工 作 报 告", "柳河县", 2024, "柳河县人民政府2024年政府工作报告"),
        ("柳河县 2025 年 工 作 要 点", "柳河县", 2025, "柳河县2025年工作要点"),
        ("柳河县权责清单（2024版）", "柳河县", 2024, "柳河县权责清单（2024版）"),
        ("柳河县教育局2024工作要点", "柳河县教育局", 2024, "柳河县教育局2024工作要点"),
        ("附件1：\n柳河县２０２５年责任清单（第一批）", "柳河县", 2025, "柳河县2025年责任清单（第一批）"),
        ("中共柳河县委 柳河县人民政府\n2025年工作要点", "柳河县", 2025, None),
        ("2024年中华人民共和国国务院政府工作报告", "国务院", 2024, None),
        ("中华人民共和国水利部2024年工作要点", "水利部", 2024, None),
        ("《柳河县2025年工作要点》", "柳河县", 2025, "柳河县2025年工作要点"),
    ],
)  # fmt: skip
def test_title_lines(lines, unit, year, title):
    found = named(f"{lines}\n{BODY}")
    assert found[:2] == (unit, year)
    assert title in (None, found[2])


@pytest.mark.parametrize(
    ("lines", "unit", "title"),
    [
        ("关于印发《柳河县2025年分解表》的通知\n各乡镇：", "柳河县", "柳河县2025年分解表"),
        ("关于印发柳河县2025年工作要点的通知\n各乡镇：", "柳河县", "柳河县2025年工作要点"),
        ("柳河县教育局转发《2025年全市工作安排》的通知\n各校：", "柳河县教育局", "柳河县教育局转发《2025年全市工作安排》的通知"),
        ("柳河县水利局\n关于下达2025年任务书的通知\n各站：\n柳河县水利局2025年任务书", "柳河县水利局", None),
        ("柳河县水利局关于印发《2025年责任清单》的通知\n各站：\n2025年责任清单", "柳河县水利局", "2025年责任清单"),
    ],
)  # fmt: skip
def test_a_notice_names_the_plan_that_it_passes_on(lines, unit, title):
    found = named(f"{lines}\n{BODY}")
    assert found[:2] == (unit, 2025)
    assert title in (None, found[2])


@pytest.mark.parametrize(
    ("text", "unit", "year", "source"),
    [
        ("工作要点\n{}\n柳河县水利局\n2024年3月5日", "柳河县水利局", 2024, ("signature", "signature")),
        ("工作要点\n{}\n　　柳 河 县 水 利 局\n　　２０２４ 年 ３ 月 ５ 日", "柳河县水利局", 2024, ("signature", "signature")),
        ("工作要点\n{}\n柳河县水利局　　二〇二四年三月五日\n（此件公开发布）", "柳河县水利局", 2024, ("signature", "signature")),
        ("镇政发〔2024〕7号\n全镇工作要点\n{}\n柳河镇人民政府", "柳河镇", 2024, ("signature", "number")),
        ("柳河镇人民政府文件\n柳政发[2024]7号\n工作要点\n{}", "柳河镇", 2024, ("signature", "number")),
        ("工作要点\n{}\n抄送：县委办公室。\n柳河县水利局　2024年3月6日印发", "柳河县水利局", 2024, ("signature", "signature")),
        ("工作台账\n填报单位：柳河县水利局　填报时间：2025年1月\n{}", "柳河县水利局", 2025, ("page", "page")),
        ("发布日期：2024-03-05 来源：县水利局 浏览次数：33\n柳河县水利局工作要点\n{}", "柳河县水利局", 2024, ("title", "page")),
        ("成文日期：2024年2月18日\n发布日期：2025年1月20日\n柳河县工作要点\n{}", "柳河县", 2024, ("title", "page")),
        ("政府工作报告\n（2024年1月9日在柳河县第十八届人民代表大会第三次会议上）\n{}", "柳河县", 2024, ("text", "text")),
    ],
)  # fmt: skip
def test_what_stands_around_a_plan_names_unit_and_year(text, unit, year, source):
    text = text.format(BODY)
    assert named(text)[:2] == (unit, year)
    assert sources(text) == source


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("为做好2025年全县水利工作，现提出以下工作思路，请各单位结合实际认真抓好贯彻落实。", 2025),
        ("2023年，全县水利系统攻坚克难，各项工作取得了新的成效，得到了上级部门充分肯定。", 2024),
    ],
)
def test_the_first_sentence_may_name_the_year_to_come_but_not_the_one_reviewed(opening, year):
    assert named(f"工作思路\n{opening}\n{BODY}\n柳河县水利局\n2024年12月30日")[1] == year


@pytest.mark.parametrize(
    "around",
    [
        "{}\n版权所有：柳河县 Copyright 2019-2026",
        "{}\n今天是2026年3月5日 星期四",
        "2026年03月05日 星期四\n{}",
        "{}\n上一篇：2019年工作总结",
        "{}\n更新日期：2026年1月3日",
        "{}\n2026年3月5日访问",
    ],
)
def test_a_year_of_the_web_page_is_not_the_plans(around):
    assert named(around.format(f"柳河县工作要点\n{BODY}"))[1] == 0


def test_a_cell_of_a_table_is_no_signature():
    assert named(f"工作要点\n{BODY}\n人社局")[0] == "a"


def test_every_source_is_one_of_those_that_are_listed():
    corpus = shared_corpus("corpora", "provinces_2025")
    assert set(corpus.documents["unit_source"]) == {"metadata"}
    assert {*corpus.documents["unit_source"], *corpus.documents["year_source"]} <= set(SOURCES)


def test_what_metadata_gives_is_marked_and_the_rest_is_told():
    rows = [{"id": "a", "text": f"柳河县2025年工作要点\n{BODY}", "unit": "柳河"}]
    row = corpus_from_texts(rows).documents.iloc[0]
    assert (row["unit"], row["unit_source"]) == ("柳河", "metadata")
    assert (row["year"], row["year_source"]) == (2025, "title")


def test_reports_of_the_state_council_from_the_text_alone():
    texts = shared_corpus("corpora", "state_council_2003_2012").texts()
    documents = corpus_from_texts({f"d{i}": text for i, (_, text) in enumerate(texts)}).documents
    assert set(documents["unit"]) == {"国务院"}
    assert documents["year"].tolist() == [*range(2003, 2013)]
    assert set(documents["unit_source"]) == set(documents["year_source"]) == {"title"}


def test_titles_of_the_cases():
    documents = load_corpus(shared_path("cases", "titles")).documents
    assert set(documents["unit"]) == {"临溪县"}
    assert set(documents["year"]) == {2025}
    assert set(documents["unit_source"]) == {"title"}
    assert documents["title"].str.startswith("临溪县2025年").all()


def test_full_width_digits_in_a_folder():
    row = load_corpus(shared_path("cases", "fullwidth")).documents.iloc[0]
    assert (row["unit"], row["year"]) == ("云岭县", 2024)
    assert (row["unit_source"], row["year_source"]) == ("file", "path")
