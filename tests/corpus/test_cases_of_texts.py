"""Small texts of the kinds that shared/cases/README.md lists: what is read of them, and what takes no part."""

import pytest

from plananalysis import concordance, corpus_from_texts, find_citations, find_glossary, load_corpus, outline
from shared import shared_path

BODY = "一、主要目标\n全县完成渠网整修三十处，新增灌溉面积两万亩，让各乡群众用上放心水。\n二、重点任务\n（一）修渠护岸。全年整修干渠十条，新建码头两座，方便群众出行。\n"


def plan(text, title="2008年甲县人民政府工作要点"):
    return corpus_from_texts({"甲": f"{title}\n{BODY}{text}"})


def excluded(corpus, doc_id="甲"):
    rows = corpus.excluded[corpus.excluded["doc_id"] == doc_id]
    return [
        (reason, corpus.text(doc_id)[a:b].strip())
        for reason, a, b in zip(rows["reason"], rows["start"], rows["end"], strict=True)
    ]


@pytest.mark.parametrize("title", ["区域合作协定", "渠网建设五年规划（草案）", "渠务条例"])
def test_a_title_that_a_link_broke_is_no_heading_and_is_cited(title):
    corpus = plan(
        f"（二）落实协定。落实《\n{title}\n》，推动两地渠网连通。\n（三）疏浚航道。全年清淤二十公里。\n"
    )
    assert outline(corpus)["heading"].tolist() == ["主要目标", "重点任务", "修渠护岸", "落实协定", "疏浚航道"]
    assert find_citations(corpus)["title"].tolist() == [title]


@pytest.mark.parametrize("address", ["各位代表！", "同志们！", "各位委员：", "各位代表，"])
def test_what_is_said_to_the_audience_ends_the_last_item(address):
    corpus = plan(f"（二）疏浚航道。全年清淤二十公里。\n{address}让我们团结一心，为建设美好甲县努力奋斗！\n")
    last = corpus.passages.iloc[-1]
    assert corpus.text("甲")[last.start : last.end].startswith(address)
    assert last.path != "二/（二）"


def test_four_above_enterprises_in_an_annex_that_page_furniture_ends():
    text = (
        "名词解释\n1.“四上”企业：\n现阶段统计中的规模以上企业。\n［2］一降三减：\n全年能耗下降，煤、油、气减量。\n"
        "责任编辑：王五\n打印\n关闭\n"
    ).replace("［2］", "2.")
    corpus = plan(text)
    assert find_glossary(corpus)["term"].tolist() == ["四上企业", "一降三减"]
    assert [reason for reason, _ in excluded(corpus)] == ["glossary", "furniture"]


@pytest.mark.parametrize("title", ["政 府 工 作 报 告", "工 作 要 点", "２０２４ 年 工 作 计 划"])
def test_a_letter_spaced_title_is_the_title(title):
    corpus = corpus_from_texts({"甲": f"{title}\n{BODY}"})
    assert corpus.excluded.empty
    assert corpus.documents["title"].iloc[0] in ("".join(title.split()), "2024年工作计划")


def test_what_closes_every_plan_word_for_word_is_excluded_whatever_it_says():
    close = "晨光里读渠\n每日一篇，与你同行\n下期再会"
    texts = {
        name: f"2025年{name}县工作要点\n{BODY.replace('全县', name + '县')}{close}\n"
        for name in "甲乙丙丁戊己"
    }
    corpus = corpus_from_texts(texts)
    assert [excluded(corpus, name) for name in texts] == [[("furniture", close)]] * 6


@pytest.mark.parametrize(
    "lines",
    [
        ["全屏", "加大", "还原", "减小"],
        ["首页 > 要闻"],
        ["本报记者 张三 摄"],
        ["登录后查看全文"],
        ["敬请标明来源"],
        ["文章系网友上传"],
        ["登录后阅读全部内容"],
        ["转载请标明出处"],
        ["（此件公开发布）"],
    ],
)
def test_controls_captions_and_notices_on_lines_of_their_own_are_not_counted(lines):
    corpus = plan("\n".join(["（二）疏浚航道。全年清淤二十公里。", *lines]) + "\n")
    assert (
        "".join(text for _, text in excluded(corpus)).split() == "".join(lines).split()
        or [line for _, text in excluded(corpus) for line in text.split("\n")] == lines
    )


def test_a_year_in_full_width_or_chinese_digits_in_a_table(tmp_path):
    rows = [
        "单位,年份,正文",
        *(f"甲县,{year},{BODY.split(chr(10))[1]}" for year in ("２０２４", "二〇二四年", "2024年度")),
    ]
    (tmp_path / "plans.csv").write_text("\n".join(rows), encoding="utf-8")
    assert load_corpus(tmp_path / "plans.csv").documents["year"].tolist() == [2024] * 3


def test_the_shared_table_in_gbk_behind_a_mark_has_units_and_years():
    documents = load_corpus(shared_path("cases", "csv_bom_then_gbk.csv")).documents
    assert documents["unit"].tolist() == ["云岭县", "沙洲县"]
    assert documents["year"].tolist() == [2024, 2025]


def test_the_shared_folder_in_full_width_digits_has_its_year():
    documents = load_corpus(shared_path("cases", "fullwidth")).documents
    assert documents[["unit", "year"]].values.tolist() == [["云岭县", 2024]]


def test_the_shared_titles_name_unit_and_year_and_no_cell_is_a_signature():
    corpus = load_corpus(shared_path("cases", "titles"))
    documents = corpus.documents
    assert documents["unit"].tolist() == ["临溪县"] * 3
    assert documents["year"].tolist() == [2025] * 3
    assert [title.removeprefix("临溪县2025年") for title in documents["title"]] == [
        "重点工作分工表",
        "度民生实事项目清单",
        "粮食生产工作任务分解表",
    ]
    assert corpus.excluded.empty


@pytest.mark.parametrize("kind", ["责任清单", "任务书", "台账", "一览表", "分工方案", "任务分解表"])
def test_further_kinds_of_title(kind, tmp_path):
    (tmp_path / "a.txt").write_text(f"白石县2026年水利工作{kind}\n一、修渠\n整修干渠。\n", encoding="utf-8")
    (document,) = load_corpus(tmp_path).documents.itertuples()
    assert (document.unit, document.year, document.title) == ("白石县", 2026, f"白石县2026年水利工作{kind}")


def test_traditional_script_is_found_by_simplified_words():
    corpus = load_corpus(shared_path("cases", "traditional"))
    assert len(concordance(corpus, "维护国家安全")) == 3
    assert corpus.documents["year"].tolist() == [2024] * 3
