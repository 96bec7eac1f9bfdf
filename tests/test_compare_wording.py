"""What became of an item: each status by hand, with the counter-example that has another, and what holds both ways."""

import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.compare import compare_plans, compare_years
from plananalysis.compare.common_wording import CommonWordings, common_wording, read_wording
from plananalysis.compare.nodes import Node, read_plan

BOATS = "渔船泊位按长短编号，泊位牌由船主自领，台风前两日清港，空泊位当晚贴榜。"
CANAL = "渠首闸门每旬试启一次，闸工记好水位簿，漏水处三日内补好，冬闲时清淤。"
SCHOOL = "村小午餐由家长轮流尝菜，菜单每周一贴出，剩饭过半就换菜谱。"
TEA = "老茶园改种新苗，头三年不采，采茶工按筐记账，茶青当日收完。"


def node(body: str, part: str = "plan") -> Node:
    return Node("a#0", 1, "", "", 0, len(body), body, "", part)


def years(old: str, new: str) -> pd.DataFrame:
    documents = pd.DataFrame({"doc_id": ["x", "y"], "unit": ["某镇"] * 2, "year": [2023, 2024]})
    return compare_years(corpus_from_texts({"x": old, "y": new}, metadata=documents), "某镇")


def change_of(first: str, second: str, *, heading: str = "管好泊位") -> str:
    """Return what became of an item whose section is the same in both years, beside one that stays."""
    old = f"一、渔港\n（一）{heading}\n{first}\n（二）管好渠首\n{CANAL}\n"
    new = f"一、渔港\n（一）{heading}\n{second}\n（二）管好渠首\n{CANAL}\n"
    found = years(old, new)
    assert found.loc[found["heading_a"] == "管好渠首", "change"].tolist() == ["kept"]
    return "｜".join(found.loc[found["heading_a"] != "管好渠首", "change"])


def test_a_word_or_two_changed_is_kept_and_half_of_it_is_reworded() -> None:
    assert change_of(BOATS, BOATS.replace("由船主自领", "由船东自领")) == "kept"
    half = "渔船泊位按长短编号，泊位牌由船主自领，外来船只另设锚地，夜里有人值守，缆绳每月换新一回。"
    assert change_of(BOATS, half) == "reworded"


def test_the_order_of_the_clauses_makes_no_new_wording() -> None:
    turned = "台风前两日清港，空泊位当晚贴榜，渔船泊位按长短编号，泊位牌由船主自领。"
    assert change_of(BOATS, turned) == "kept"


def test_changed_figures_leave_an_item_kept_and_are_listed() -> None:
    first = "新造渔船泊位120个，装机120万千瓦，疏浚港池4.5万立方米，泊位牌年内发完。"
    second = "新造渔船泊位80个，装机90万千瓦，疏浚港池6万立方米，泊位牌年内发完。"
    found = years(f"一、渔港\n{first}\n二、渠首\n{CANAL}\n", f"一、渔港\n{second}\n二、渠首\n{CANAL}\n")
    row = found.set_index("heading_a").loc["渔港"]
    assert row["change"] == "kept"
    assert row["numbers_changed"] == "120→80｜120万→90万｜4.5万→6万"
    assert found.set_index("heading_a").loc["渠首", "numbers_changed"] == ""


def test_one_subject_in_other_words_is_related_and_no_rewording() -> None:
    first = "中心组每月集中学习，读书班每季举办一期，青年理论学习小组开展研讨。"
    other = "坚持中心组学习制度，举办读书班，用好学习强国，推动青年小组交流。"
    assert change_of(first, other, heading="抓好理论学习") == "related"
    assert change_of(first, first[:15] + other, heading="抓好理论学习") == "reworded"


def test_terms_of_the_genre_are_no_wording() -> None:
    # 16 equal letters of what every report says, against 11 of what none does.
    genre = "深化农业供给侧结构性改革，完善基本公共服务体系，{}"
    assert change_of(genre.format("渔船泊位编号上墙。"), genre.format("渔船夜间进港亮灯。")) != "reworded"
    own = "{}，渔船泊位牌挂在舷窗左上角"
    assert change_of(own.format("按季核查渔船证书"), own.format("港内停船先来后到")) == "reworded"


def test_figures_alone_are_no_wording() -> None:
    first = "渔船保有量达到310艘，渔业产值增长7.2%，渔民人均收入增长6.1%。"
    second = "渔船保有量达到290艘，渔业产值增长5.4%，渔民人均收入增长8%。"
    a, b = node("去年台风多，船主少出海。" + first), node("港池疏浚之后大船也能靠岸。" + second)
    assert CommonWordings([a], [b]).of(a, b).evidence == 0
    c, d = node("去年台风多，船主少出海。" + CANAL), node("港池疏浚之后大船也能靠岸。" + CANAL)
    assert CommonWordings([c], [d]).of(c, d).evidence > 1


def two_sections(first: str, second: str, third: str) -> str:
    return (
        f"一、渔港管理\n{first}（二）清理港池\n港池每季探深一回，沉网沉缆由潜水员捞起。\n"
        f"二、乡村教育\n（一）办好午餐\n{SCHOOL}\n（二）修好校舍\n{second}{third}"
    )


def test_an_item_that_stands_under_another_section_has_moved_and_one_of_one_subject_has_not() -> None:
    roof = "校舍瓦面入夏前翻修，课桌按身高换新。\n"
    old = two_sections(f"（一）管好泊位\n{BOATS}\n", roof, "")
    moved = years(old, two_sections("", roof, f"（三）管好泊位\n{BOATS}\n"))
    assert moved.set_index("heading_a").loc["管好泊位", "change"] == "moved"
    other = "船只停靠听港长号令，夜里缆绳加双股。\n"
    related = years(old, two_sections("", roof, f"（三）停靠秩序\n{other}"))
    assert related.set_index("heading_a").loc["管好泊位", "change"] in ("related", "left")


def test_what_entered_and_what_left_have_one_side() -> None:
    found = years(f"一、渔港\n{BOATS}\n二、渠首\n{CANAL}\n", f"一、茶园\n{TEA}\n二、渠首\n{CANAL}\n")
    assert found["change"].tolist() == ["left", "kept", "entered"]
    assert found.loc[0, ["passage_b", "part_b", "text_b", "common_run"]].tolist() == [""] * 4
    assert found.loc[2, ["passage_a", "part_a", "text_a", "common_run"]].tolist() == [""] * 4


TURNED = {"entered": "left", "left": "entered"}


@pytest.mark.parametrize(
    "other", [BOATS[:17] + "，缆绳每月换新，夜里有人值守。", TEA, "船只停靠听港长号令。"]
)
def test_the_years_the_other_way_round_say_the_same(other: str) -> None:
    old = f"一、渔港\n（一）泊位\n{BOATS}\n（二）学校\n{SCHOOL}\n二、渠首\n{CANAL}\n"
    new = f"一、港口\n（一）停船\n{other}\n（二）午餐\n{SCHOOL}\n二、渠首\n{CANAL}{TEA}\n"
    columns = ["change", "text_a", "text_b", "similarity", "same_wording", "evidence", "common_run"]
    forth = years(old, new)[columns]
    back = years(new, old)[columns].rename(columns={"text_a": "text_b", "text_b": "text_a"})
    back["change"] = back["change"].replace(TURNED)
    order = ["text_a", "text_b"]
    pd.testing.assert_frame_equal(
        forth.sort_values(order, ignore_index=True), back[columns].sort_values(order, ignore_index=True)
    )


def test_common_letters_by_hand() -> None:
    a, b = node("渔船泊位编号上墙"), node("夜里渔船泊位编号亮灯")
    wordings = CommonWordings([a, b], [])
    common = wordings.of(a, b)
    assert common.run == "渔船泊位编号"
    assert common.share == pytest.approx(12 / 18)
    assert common.share_of_shorter == pytest.approx(6 / 8)
    assert wordings.of(b, a) == common


def test_a_slow_search_finds_the_same_runs() -> None:
    import random

    from plananalysis.compare.common_wording import SHORTEST_RUN, WordWeights

    random.seed(5)
    rarity = WordWeights([])
    for _ in range(60):
        a, b = ("".join(random.choices("渠船港茶", k=40)) for _ in range(2))
        runs = {a[i:j] for i in range(40) for j in range(i + SHORTEST_RUN, 41) if a[i:j] in b}
        found = common_wording(read_wording(a, rarity), read_wording(b, rarity)).run
        longest = max(map(len, runs), default=0)
        assert len(found) == longest
        assert found in runs or not runs


PAST = "一、2023年工作回顾\n（一）泊位\n渔船泊位编号120个，船主领牌，台风前清港。\n"
AHEAD = (
    "二、2024年工作安排\n（一）泊位\n渔船泊位再编号80个，船主领牌，台风前清港。\n（二）茶园\n" + TEA + "\n"
)


def relations(old: str, new: str) -> set[tuple[str, str, str]]:
    table = compare_plans(
        corpus_from_texts({"a": "甲镇2024年工作报告\n" + old, "b": "乙镇2024年工作报告\n" + new}), "a", "b"
    )
    paired = table[(table["element"] == "item") & ~table["relation"].str.startswith("only")]
    return {(row.part_a, row.part_b, row.heading_a) for row in paired.itertuples()}


def test_a_look_back_answers_a_look_back_and_a_plan_a_plan() -> None:
    assert relations(PAST + AHEAD, PAST + AHEAD) >= {
        ("lookback", "lookback", "泊位"),
        ("plan", "plan", "泊位"),
    }
    assert all(a == b for a, b, _ in relations(PAST + AHEAD, PAST + AHEAD))


def test_a_look_back_stands_alone_where_the_other_plan_has_none() -> None:
    found = relations(PAST + AHEAD, AHEAD)
    assert {part for part, _, _ in found} == {"plan"}
    assert {part for _, part, _ in found} == {"plan"}


def test_a_review_and_a_plan_are_compared_all_the_same() -> None:
    assert relations(PAST, AHEAD) == {("lookback", "plan", "泊位")}


def test_prose_answers_numbered_items_one_by_one() -> None:
    items = (
        f"一、渔港与学校\n（一）泊位\n{BOATS}\n（二）午餐\n{SCHOOL}\n（三）茶园\n{TEA}\n二、渠首\n{CANAL}\n"
    )
    lines = f"一、渔港与学校\n{BOATS}\n{SCHOOL}\n{TEA}\n二、渠首\n{CANAL}\n"
    one_line = f"一、渔港与学校\n{BOATS}{SCHOOL}{TEA}\n二、渠首\n{CANAL}\n"
    for prose in (lines, one_line):
        table = compare_plans(corpus_from_texts({"a": items, "b": prose}), "a", "b")
        assert set(table["relation"]) == {"pair"}
        answered = table[table["element"] == "item"].set_index("heading_a")["heading_b"]
        assert [answered[name][:4] for name in ("泊位", "午餐", "茶园")] == [
            "渔船泊位",
            "村小午餐",
            "老茶园改",
        ]


def test_an_item_of_long_prose_answers_a_section_with_items_sentence_by_sentence() -> None:
    more = "晒场不许停车，秋收前划好位子。晒谷灯夜里十点关，电费由晒户分摊。"
    prose = (BOATS + SCHOOL + TEA + more) * 2
    a = f"一、全镇工作\n（一）渔港与学校\n{prose}\n（二）渠首\n{CANAL}\n"
    b = f"一、渔港与学校\n（一）泊位\n{BOATS}\n（二）午餐\n{SCHOOL}\n二、渠首\n（一）闸门\n{CANAL}\n（二）茶园\n{TEA}\n"
    table = compare_plans(corpus_from_texts({"a": a, "b": b}), "a", "b")
    sections = table[(table["element"] == "section") & (table["heading_a"] == "渔港与学校")]
    assert sections.iloc[0]["heading_b"] == "渔港与学校"
    items = table[(table["element"] == "item") & ~table["relation"].str.startswith("only")]
    answered = set(zip(items["heading_a"].str[:4], items["heading_b"], strict=True))
    assert {("渔船泊位", "泊位"), ("村小午餐", "午餐"), ("老茶园改", "茶园")} <= answered
    same = corpus_from_texts({"a": a, "b": a})
    assert compare_plans(same, "a", "b").query("element == 'item'")["heading_a"].tolist() == [
        "渔港与学校",
        "渠首",
    ]


def test_prose_that_prose_answers_stays_whole() -> None:
    prose = f"一、渔港与学校\n{BOATS}\n{SCHOOL}\n二、渠首\n（一）闸门\n{CANAL}\n（二）茶园\n{TEA}\n"
    corpus = corpus_from_texts({"a": prose, "b": prose})
    items = compare_plans(corpus, "a", "b").query("element == 'item'")
    assert items["heading_a"].tolist() == ["渔港与学校", "闸门", "茶园"]


def test_long_prose_under_a_heading_is_a_section_of_paragraphs() -> None:
    long = "\n".join([BOATS * 4, CANAL * 4, SCHOOL * 4])
    plan = read_plan(
        corpus_from_texts({"a": f"一、全镇工作\n（一）渔港与学校\n{long}\n（二）茶园\n{TEA}\n"}), "a"
    )
    assert [section.heading for section in plan.sections] == ["全镇工作", "渔港与学校"]
    assert [item.body[:4] for item in plan.items] == ["渔船泊位", "渠首闸门", "村小午餐", "老茶园改"]
    assert {item.section for item in plan.items} == {"渔港与学校", "全镇工作"}
