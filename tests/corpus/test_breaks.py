"""Texts whose line ends were lost, and texts in traditional characters: outline, title and unit as printed."""

import pytest

from plananalysis import corpus_from_texts, outline
from plananalysis.corpus.breaks import broken_lines

FLAT = (
    "安平市水务局2024年工作要点 2024年全市水务工作的总体要求是：坚持节水优先，增长2.5%。一、加强政治建设（一）抓好学习。"
    "坚持每月集中学习一次，做到三点：学得深、记得牢、用得活。（二）抓好整改。对照清单逐项销号，一、二季度完成。"
    "二、推进业务工作（一）修建水库。1.加固堤坝。投入1.5万元。2.更新设备。购置水泵十台。（二）数字化 完成二十座泵站改造。"
    "三、强化保障。落实责任，严格考核，确保各项任务按期完成。"
)
LABELS = ["一、", "（一）", "（二）", "二、", "（一）", "1.", "2.", "（二）", "三、"]


def tiles(corpus):
    """Say whether passages and excluded spans cover every text exactly once."""
    for doc_id, text in corpus.texts():
        spans = [
            span
            for table in (corpus.passages, corpus.excluded)
            for span in table.loc[table["doc_id"] == doc_id, ["start", "end"]].itertuples(
                index=False, name=None
            )
        ]
        spans.sort()
        if [a for a, _ in spans] != [0, *[b for _, b in spans][:-1]] or spans[-1][1] != len(text):
            return False
    return True


@pytest.mark.parametrize("text", [FLAT, FLAT + "\n", "\n\n" + FLAT, FLAT.replace(" ", "\u3000\u3000")])
def test_a_text_on_one_line_has_its_outline(text):
    corpus = corpus_from_texts({"a": text})
    found = outline(corpus)
    assert found["label"].tolist() == LABELS
    assert found["level"].tolist() == [1, 2, 2, 1, 2, 3, 3, 2, 1]
    assert found["heading"].tolist()[:2] == ["加强政治建设", "抓好学习"]
    assert found["heading"].tolist()[-2:] == ["数字化", "强化保障"]
    assert set(found["line"]) == {text.index("安") + 1}
    assert all(text[row.start :].startswith(row.label) for row in found.itertuples())
    assert corpus.documents.loc[0, ["title", "unit"]].tolist() == [
        "安平市水务局2024年工作要点",
        "安平市水务局",
    ]
    assert tiles(corpus)


def test_a_long_paragraph_among_others_is_not_broken():
    paragraph = "会议提出四点要求：一、提高认识。二、压实责任。" + "各单位要把任务落到实处，按月通报。" * 12
    text = "\n".join(
        ["工作要点", "一、总体要求", "围绕中心。" * 40, paragraph, "二、主要任务", "抓好落实。" * 40]
    )
    assert broken_lines(text)[0] == text.split("\n")
    assert outline(corpus_from_texts({"a": text}))["heading"].tolist() == ["总体要求", "主要任务"]


def test_running_text_on_one_line_has_no_outline():
    text = "坚持节水优先，增长2.5%，一、二、三产业协调发展。2024年投入1.5万元（其中市级1万元）。" * 20
    assert outline(corpus_from_texts({"a": text})).empty


def test_a_plan_in_traditional_characters():
    text = (
        "紅川市檔案館2024年工作要點\n一、加強領導\n堅持每月集中學習一次，人人參加。\n第一節 組織建設\n健全制度，明確責任。\n"
        "第二節 後續工作\n按季度通報。\n二、關於保障\n落實經費，嚴格考核。\n本文僅供學習參考，請勿轉載！"
    )
    corpus = corpus_from_texts({"a": text})
    assert corpus.documents.loc[0, ["title", "unit"]].tolist() == [
        "紅川市檔案館2024年工作要點",
        "紅川市檔案館",
    ]
    found = outline(corpus)
    assert found["label"].tolist() == ["一、", "第一節", "第二節", "二、"]
    assert found["heading"].tolist() == ["加強領導", "組織建設", "後續工作", "關於保障"]
    assert found["path"].tolist()[1] == "一/第一節"
    span = corpus.excluded.iloc[0]
    assert text[span["start"] : span["end"]] == "本文僅供學習參考，請勿轉載！"
    assert tiles(corpus)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "一、",
        "（",
        "关注公众号 ",
        "坚持节水优先，抓好落实。",
        "1.一、（一）第一章、①关注公众号",
        "啊\n",
        "名词解释\n",
        "\u3000",
    ],
)
def test_long_and_strange_texts_take_no_longer_than_their_length(piece):
    text = "一、学习。" + piece * (150_000 // len(piece))
    assert tiles(corpus_from_texts({"a": text}))
