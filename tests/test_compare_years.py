"""One unit's plans of two years."""

import pandas as pd
import pytest

from plananalysis import InputError, corpus_from_texts
from plananalysis.compare import compare_years
from plananalysis.compare.heading_verbs import leading_verb
from plananalysis.tables import columns

OLD = """一、加强思想建设
（一）推进理论学习。中心组每月集中学习，读书班每季举办一期，青年理论学习小组开展研讨。
（二）落实意识形态责任。每半年研判一次意识形态形势，管好网络阵地，及时回应网络舆情。
（三）开展志愿服务。党员到社区报到，在职党员参加志愿服务，设立党员先锋岗。
二、加强作风建设
（一）纠治四风。整治形式主义、官僚主义，落实中央八项规定精神，为基层减负。
（二）联系党外人士。定期听取党外知识分子和无党派人士的意见，办好联谊交友活动。
"""
NEW = """一、强化思想建设
（一）深化理论学习。坚持中心组学习制度，举办读书班，用好学习强国，推动青年小组交流。
（二）落实意识形态责任。每半年研判一次意识形态形势，管好网络阵地，及时回应网络舆情。
二、改进作风建设
（一）纠治四风。坚决整治形式主义、官僚主义，锲而不舍落实中央八项规定精神，开会少一些、短一些。
（二）开展志愿服务。在职党员到社区报到，开展志愿服务，党员先锋岗亮身份。
（三）帮助青年成长。为年轻干部配导师，开展传帮带，组织青年干部到基层一线锻炼。
"""
DOCUMENTS = pd.DataFrame({"doc_id": ["x", "y"], "unit": ["某局", "某局"], "year": [2023, 2024]})


def corpus_of(documents: pd.DataFrame = DOCUMENTS):
    texts = dict(zip(documents["doc_id"], [OLD, NEW, NEW], strict=False))
    return corpus_from_texts(texts, metadata=documents)


@pytest.fixture(scope="module")
def changes() -> pd.DataFrame:
    return compare_years(corpus_of(), "某局")


def test_status_of_every_item(changes: pd.DataFrame) -> None:
    change = {row.heading_a or row.heading_b: row.change for row in changes.itertuples()}
    assert change == {
        "推进理论学习": "related",
        "落实意识形态责任": "kept",
        "开展志愿服务": "moved",
        "纠治四风": "reworded",
        "联系党外人士": "left",
        "帮助青年成长": "entered",
    }
    assert list(changes.columns) == columns("year_comparison")


def test_verbs_wording_and_passages(changes: pd.DataFrame) -> None:
    row = changes.set_index("heading_a").loc["推进理论学习"]
    assert (row["verb_a"], row["verb_b"], row["verb_changed"]) == ("推进", "深化", True)
    kept = changes.set_index("heading_a").loc["落实意识形态责任"]
    assert kept["same_wording"] == 1.0
    assert kept["text_a"] == kept["text_b"]
    assert not kept["verb_changed"]
    moved = changes.set_index("heading_a").loc["开展志愿服务"]
    assert (moved["section_a"], moved["section_b"]) == ("加强思想建设", "改进作风建设")
    left = changes.set_index("heading_a").loc["联系党外人士"]
    assert (left["passage_b"], left["text_b"], left["similarity"]) == ("", "", 0.0)


def test_years_the_other_way_round_and_named() -> None:
    back = compare_years(corpus_of(), "某局", 2024, 2023)
    assert dict(zip(back["heading_a"], back["change"], strict=True))["帮助青年成长"] == "left"
    forth = compare_years(corpus_of(), "某局", year_b=2024)
    pd.testing.assert_frame_equal(forth, compare_years(corpus_of(), "某局"))


def test_bad_units_and_years() -> None:
    corpus = corpus_of()
    with pytest.raises(InputError, match="near it: 某局"):
        compare_years(corpus, "局")
    with pytest.raises(InputError, match="no plan of 2020; its years: 2023, 2024"):
        compare_years(corpus, "某局", 2020, 2024)
    with pytest.raises(InputError, match="needs plans of two years; its years: 2023, 2024"):
        compare_years(corpus, "某局", 2023, 2023)
    with pytest.raises(InputError, match="needs plans of two years"):
        compare_years(corpus, "某局", 2024)
    several = pd.DataFrame({"doc_id": ["x", "y", "z"], "unit": ["某局"] * 3, "year": [2023, 2024, 2024]})
    with pytest.raises(InputError, match=r"several plans of 2024 \(y, z\)"):
        compare_years(corpus_of(several), "某局")


@pytest.mark.parametrize(
    ("heading", "verb"),
    [
        ("推进平安建设", "推进"),
        ("深入推进平安建设", "推进"),
        ("驰而不息纠治四风", "纠治"),
        ("大力发展特色产业", "发展"),
        ("做优特色产业", "做优"),
        ("“三会一课”制度", ""),
        ("青年工作", ""),
        ("", ""),
    ],
)
def test_leading_verb(heading: str, verb: str) -> None:
    assert leading_verb(heading) == verb
