"""What the page says of themes, shared wording, verbs, citations and any two units, from texts to data."""

import pandas as pd
import pytest
from invented import named

import plananalysis
from plananalysis.report import pairs
from plananalysis.report.analysis import analyse
from plananalysis.report.findings import findings
from plananalysis.report.methods import methods
from plananalysis.report.page import render_page
from plananalysis.report.payload import page_data

SAME = "全年举办业务培训15期，每季度通报一次进度，由办公室负责落实"
TEXTS = {
    "甲": f"甲县工作要点\n一、抓好党建\n增强“四个意识”。学习《中国共产党章程》。\n二、抓好培训\n{SAME}。\n",
    "乙": f"乙县工作要点\n一、抓好党建\n树牢“四个意识”。遵守《中国共产党章程》。\n二、抓好培训\n{SAME}。\n",
    "丙": "丙县工作要点\n一、渔业养殖\n增强“四个意识”。养殖对虾，养殖海带，渔业兴县。\n二、茶叶种植\n种茶富民。\n",
}


@pytest.fixture(scope="module")
def analysis():
    return analyse(plananalysis.corpus_from_texts(TEXTS))


@pytest.fixture(scope="module")
def data(analysis):
    return page_data(analysis)[0]


def test_shared_wording_stands_where_it_says(data):
    found = data["sections"]["reuse"]
    texts = [doc["text"] for doc in named(data["docs"])]
    first = named(found["pairs"])[0]
    for side in "ab":
        assert SAME in texts[first[f"doc_{side}"]][first[f"start_{side}"] : first[f"end_{side}"]]
    assert [row["pair"] for row in named(data["tables"]["reuse"])] == list(range(len(found["pairs"]["rows"])))
    for share in named(found["shares"]):
        assert share["formula"] + share["passage"] + share["own"] == pytest.approx(1, abs=0.001)
    assert found["strips"]["rows"]
    for span in named(found["strips"]):
        assert 0 <= span["start"] < span["end"] <= len(texts[span["doc"]])


def test_who_strengthens_and_who_establishes(data):
    found = data["sections"]["slogans"]
    entry = next(one for one in found["frames"] if one["slogan"] == "四个意识")
    counts = {
        (verb, group): entry["counts"][i][j]
        for i, verb in enumerate(entry["verbs"])
        for j, group in enumerate(entry["groups"])
    }
    assert (counts["增强", "甲县"], counts["树牢", "乙县"], counts["增强", "乙县"]) == (1, 1, 0)
    at = [one["slogan"] for one in named(found["slogans"])].index("四个意识")
    places = [place for place in named(found["places"]) if place["slogan"] == at]
    assert [place["verb"] for place in places] == ["增强", "树牢", "增强"]
    for place in places:
        before = named(data["docs"])[place["doc"]]["text"][: place["start"]].rstrip("“")
        assert before.endswith(place["verb"])


def test_citations_and_commitments_lead_to_their_places(data):
    texts = [doc["text"] for doc in named(data["docs"])]
    cited = data["sections"]["citations"]
    assert cited["titles"] == ["中国共产党章程"]
    places = named(cited["places"])
    assert len(places) == 2
    for place in places:
        assert texts[place["doc"]][place["start"] : place["end"]] == "《中国共产党章程》"
    table = data["tables"]["commitments"]
    shown = [column["name"] for column in table["columns"] if not column.get("hidden")]
    assert not {"doc", "start", "end"} & set(shown)
    assert table["rows"]
    for row in named(table):
        assert texts[row["doc"]][row["start"] : row["end"]] == row["text"]


@pytest.mark.slow
def test_a_row_says_of_which_year_it_is_where_there_are_years():
    text = "甲县工作要点\n一、抓好党建\n{SAME}。\n二、抓好培训\n全年培训{n}期。\n"
    for units, first in ((["甲县", "甲县"], ["group"]), (["甲县", "乙县"], ["unit", "year"])):
        facts = pd.DataFrame({"doc_id": ["b", "a"], "unit": units, "year": [2023, 2024]})
        texts = {doc: text.format(SAME=SAME, n=n) for doc, n in (("a", 12), ("b", 15))}
        found = page_data(analyse(plananalysis.corpus_from_texts(texts, facts)))[0]
        shown = [column["name"] for column in found["tables"]["commitments"]["columns"]]
        assert shown[: len(first)] == first
        assert found["tables"]["commitments"]["columns"][len(first) - 1]["head"][0] == "年份"
        years = {str(row[first[-1]]) for row in named(found["tables"]["commitments"])}
        assert years == {"2023", "2024"}
        drawn = (
            [named(found["docs"])[doc]["id"] for doc in found["sections"]["parts"]["documents"]]
            if "parts" in found["sections"]
            else []
        )
        assert drawn in ([], ["b", "a"]) or units[0] != units[1]


def test_of_one_year_no_column_says_the_first_and_the_last(data):
    slogans = [column["name"] for column in data["tables"]["slogans"]["columns"]]
    assert not {"first_year", "last_year"} & set(slogans)


def test_compared_items_lead_to_their_passages(data):
    found = data["sections"]["compare"]
    plans, docs = named(found["plans"]), named(data["docs"])
    rows = [row for row in named(found["rows"]) if row["start_a"] is not None]
    assert rows
    for row in rows:
        text = docs[plans[row["plans"]]["a"]]["text"]
        assert row["heading_a"][:2] in text[row["start_a"] : row["end_a"]]


def test_findings_link_to_sections_of_the_page_and_are_those_that_three_short_plans_carry(analysis):
    found = findings(analysis)
    assert [one.link for one in found] == ["slogans"]
    html = render_page(analysis)
    for one in found:
        assert f'<section id="{one.link}">' in html
    assert "rows of the table slogan_counts" in html


def test_a_unit_is_not_said_to_stress_its_own_name():
    from plananalysis.report.emphasised import named_in

    assert named_in("甘肃", "甘肃省")
    assert named_in("甘肃省", "甘肃")
    assert not named_in("渔业", "甘肃省")


def test_methods_name_the_version_in_both_languages(analysis):
    for side in (0, 1):
        assert plananalysis.__version__ in " ".join(pair[side] for pair in methods(analysis))


def test_pairs_beyond_the_limit_keep_some_of_every_two_documents(monkeypatch):
    import pandas as pd

    monkeypatch.setattr(pairs, "PAIRS_EACH", 1)
    table = pd.DataFrame({"doc_a": ["a"] * 5 + ["b"], "doc_b": ["b"] * 5 + ["c"]})
    table = table.assign(start_a=0, end_a=9, start_b=0, end_b=9, kind="passage")
    assert list(pairs.pick_pairs(table, 4).index) == [0, 1, 2, 5]


def test_pairs_that_cover_more_of_a_text_come_before_more_of_the_same(monkeypatch):
    import pandas as pd

    monkeypatch.setattr(pairs, "PAIRS_EACH", 1)
    table = pd.DataFrame({"doc_a": ["a"] * 4, "doc_b": ["b"] * 4, "start_a": [0, 0, 0, 50]})
    table = table.assign(end_a=table["start_a"] + 9, start_b=table["start_a"], end_b=table["start_a"] + 9)
    table = table.assign(kind="formula")
    assert list(pairs.pick_pairs(table, 2).index) == [0, 3]


def test_no_clustering_is_claimed_where_none_was_made(analysis):
    claims = "".join(chinese for chinese, _ in methods(analysis))
    assert "聚类" in claims
    unclustered = analysis._replace(tree=analysis.tree.head(0))
    assert "聚类" not in "".join(chinese for chinese, _ in methods(unclustered))
