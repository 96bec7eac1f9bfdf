"""Annexes that explain terms, in every way in which they are set out; terms and texts are invented."""

import pytest

from plananalysis import find_glossary
from plananalysis.corpus import corpus_from_texts

ENTRIES = (
    ("三色渠", "依水色分为红渠、黄渠、蓝渠的灌溉网络，由县渠务局统一调度。"),
    ("10种渔具", "拖网、围网、刺网等国家允许使用的捕捞工具，其中：拖网只准在外海使用。"),
    ("渠长制", "县、乡、村三级各设渠长的制度。2023年起在全县推行，“1名渠长管1条渠”。"),
    ("渠水指数保险", "依照水位指数赔付的保险：水位低于警戒线即赔。"),
    ("即时配水", "用户申请后一小时内放水的服务，是渠务改革的内容之一。"),
    ("码头+驿站", "码头与驿站合建的模式。"),
)
TERMS = [term for term, _ in ENTRIES]
REPORT = (
    "渠岸县政府工作报告\n一、2024年工作回顾\n"
    + "全县上下同心协力，渠网建设提速，渔业稳步增长，各乡居民收入继续增加。\n" * 20
    + "二、2025年重点工作\n"
    + "坚持以渠网为抓手，全年整修支渠三十条，新建码头两座，方便群众出行。\n" * 20
)
HAN = "一二三四五六"


def broken(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


LAYOUTS = {
    "figures": lambda n, t, e: f"{n}.{t}：{e}",
    "figures and 指": lambda n, t, e: f"{n}、“{t}”：指{e}",
    "figures and quotation": lambda n, t, e: f"{n}．“{t}”指{e}",
    "figures and 是指": lambda n, t, e: f"{n}.{t}是指{e}",
    "figures and 即": lambda n, t, e: f"{n}.“{t}”，即{e}",
    "square over two lines": lambda n, t, e: f"［{n}］{t}：\n{e}",
    "square": lambda n, t, e: f"[{n}] {t}: {e}",
    "square and dash": lambda n, t, e: f"【{n}】{t}——{e}",
    "number alone": lambda n, t, e: f"[{n}]\n{t}\n{e}",
    "round": lambda n, t, e: f"（{n}）{t}：{e}",
    "note": lambda n, t, e: f"注{n}：{t}，指{e}",
    "note with blank": lambda n, t, e: f"注释{n} {t}：{e}",
    "ring": lambda n, t, e: f"{'①②③④⑤⑥'[n - 1]}{t}：{e}",
    "han": lambda n, t, e: f"{HAN[n - 1]}、{t}：{e}",
    "blank": lambda n, t, e: f"{n} {t}：{e}",
    "sign": lambda n, t, e: f"※{t}：{e}",
    "two lines": lambda n, t, e: f"{n}.{t}\n{e}",
    "two lines, no number": lambda n, t, e: f"“{t}”\n指{e}",
    "no number": lambda n, t, e: f"{t}：{e}",
    "no number and 是指": lambda n, t, e: f"“{t}”是指{e}",
    "table": lambda n, t, e: f"{n}\t{t}\t{e}",
    "table without numbers": lambda n, t, e: f"{t}\t{e}",
    "wide blanks": lambda n, t, e: f"{n}　{t}　{e}",
    "page": lambda n, t, e: f"{n}.{t}（见报告第{n}页第3行）：{e}",
    "bold": lambda n, t, e: f"**{t}**：{e}",
    "paragraphs": lambda n, t, e: f"\n　　{n}．{t}：{e}\n",
    "broken figures": lambda n, t, e: broken(f"{n}.{t}：{e}", 22),
    "broken square": lambda n, t, e: broken(f"[{n}]“{t}”，是指{e}", 20),
    "broken, no number": lambda n, t, e: broken(f"{t}：{e}", 24),
}
HEADS = {
    "table": "序号\t名词\t解释\n",
    "table without numbers": "名词\t释义\n",
    "wide blanks": "序号　名词　解释\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_annex_is_read_in_its_layout(layout):
    entries = [LAYOUTS[layout](n, term, said) for n, (term, said) in enumerate(ENTRIES, start=1)]
    text = f"{REPORT}附件\n有关名词解释\n{HEADS.get(layout, '')}" + "\n".join(entries) + "\n"
    corpus = corpus_from_texts({"渠岸": text})
    found = find_glossary(corpus)
    assert found["term"].tolist() == TERMS
    for (_, said), row in zip(ENTRIES, found.itertuples(), strict=True):
        assert "".join(row.explanation.split()).endswith("".join(said.split()))
        assert text[row.start : row.end].endswith(row.explanation[-8:])
    assert corpus.excluded["reason"].tolist() == ["glossary"]


@pytest.mark.parametrize(
    "title",
    [
        "名词解释",
        "【名词解释】",
        "附件2：《政府工作报告》名词术语注释",
        "渠岸县2025年政府工作报告有关用语说明",
        "名词解释（按出现先后排序）",
        "部分新名词和专业术语的解释：",
        "注  释",
    ],
)
def test_the_title_of_an_annex_has_many_wordings(title):
    text = f"{REPORT}{title}\n1.双渠：东渠、西渠。\n2.三灯：红灯、黄灯、绿灯。\n"
    assert find_glossary(corpus_from_texts({"渠岸": text}))["term"].tolist() == ["双渠", "三灯"]


def test_numbered_notes_at_the_end_need_no_title():
    text = f"{REPORT}[1] 双渠：东渠、西渠。\n[2] 三灯：红灯、黄灯、绿灯。\n[3] 渠长：管渠的人。\n"
    corpus = corpus_from_texts({"渠岸": text})
    assert find_glossary(corpus)["term"].tolist() == ["双渠", "三灯", "渠长"]
    plan = f"{REPORT}（1）修渠：东渠、西渠。\n（2）点灯：红灯、黄灯。\n（3）治水：治东水。\n"
    assert corpus_from_texts({"渠岸": plan}).excluded.empty


def test_groups_of_entries_and_what_follows_the_annex_are_no_entries():
    text = (
        f"{REPORT}名词解释\n一、农业类\n1.双渠：东渠、西渠。\n2.三灯：红灯、黄灯、绿灯。\n二、工业类\n3.灯塔：示范的工厂。\n"
        "各位代表：现在请审议报告。\n渠岸县人民政府办公室\n2025年1月8日\n责任编辑：李四\n打印\n关闭\n"
    )
    corpus = corpus_from_texts({"渠岸": text})
    found = find_glossary(corpus)
    assert found["term"].tolist() == ["双渠", "三灯", "灯塔"]
    assert [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == [
        "1.双渠：东渠、西渠。",
        "2.三灯：红灯、黄灯、绿灯。",
        "3.灯塔：示范的工厂。",
    ]
    shown = [text[a:b].strip() for a, b in zip(corpus.excluded["start"], corpus.excluded["end"], strict=True)]
    assert shown[-1] == "责任编辑：李四\n打印\n关闭"


@pytest.mark.parametrize(
    "line", ["各位代表：请审议。", "1：红渠。", "指基于渠网：新的服务。", "其中：红渠最长。", "一是：红渠。"]
)
def test_what_is_no_term_is_none(line):
    text = f"{REPORT}名词解释\n双渠：东渠、西渠。\n{line}\n三灯：红灯、黄灯、绿灯。\n"
    assert set(find_glossary(corpus_from_texts({"渠岸": text}))["term"]) <= {"双渠", "三灯"}


@pytest.mark.parametrize(
    ("text", "term", "members"),
    [
        ("“渠长+警长”，是指渠长与警长一同巡渠的办法。", "渠长+警长", ""),
        ("推行“渠长+警长”工作法（指渠长与警长一同巡渠的办法）。", "渠长+警长工作法", ""),
        ("推行“一渠一策”，即依各渠水情拟定方案。", "一渠一策", ""),
        ("守住“两条线”，即安全线、潮位线，确保行船。", "两条线", "安全线｜潮位线"),
        ("巩固“两普”（普及用水和普及节水）。", "两普", "普及用水｜普及节水"),
        ("开展“六护”（护“岸、堤、桥、闸、泵、灯”）行动。", "六护", "岸｜堤｜桥｜闸｜泵｜灯"),
    ],
)
def test_a_term_explained_where_it_is_used(text, term, members):
    (row,) = find_glossary(corpus_from_texts({"渠岸": text})).itertuples()
    assert (row.term, row.members) == (term, members)


@pytest.mark.parametrize(
    "text",
    [
        "编制“十五五”规划指导文件，协同办好活动，合力打造样板。",
        "发布“三色”指数，引领“三色”指标体系建设，覆盖城乡各地。",
        "“两渠”即将完工，“两渠”是否通水，由各乡决定。",
    ],
)
def test_words_that_begin_as_an_explanation_does_explain_nothing(text):
    assert find_glossary(corpus_from_texts({"渠岸": text})).empty


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("四级三类", "建立覆盖县、乡、村、组，包含总规和专规的渠网规划体系。"),
        ("双挂钩贷款", "将贷款利率与水量、水质等指标挂钩。"),
        (
            "6个渠务专项",
            "县委会议提出，要实施修渠行动，推进清淤、护岸、补灯、植树、养鱼和通航等6个渠务专项。",
        ),
        ("一渠一策行动", "指导推动各乡和渠务站按照“先东后西、先干后支”的思路，各拟一策。"),
    ],
)
def test_a_sentence_is_not_taken_for_a_list(term, said):
    text = f"{REPORT}名词解释\n1.{term}：{said}\n2.三灯：红灯、黄灯、绿灯。\n"
    found = find_glossary(corpus_from_texts({"渠岸": text}))
    assert found["members"].tolist() == ["", "红灯｜黄灯｜绿灯"]
