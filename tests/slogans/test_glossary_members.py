"""What terms stand for, read from annexes and from the text, by hand."""

from plananalysis.corpus import corpus_from_texts
from plananalysis.slogans import find_glossary
from plananalysis.slogans.listed import split_members


def test_members_are_read_from_annex_and_text():
    text = (
        "港务处工作要点\n落实“双岗双灯”。增强“三种意识”（安全意识、潮汐意识、节俭意识）。\n守住“两条线”，即安全线、潮位线。\n"
        "“四个一批”（另行通知）。\n"
        "名词解释\n1.双岗双灯：甲岗、乙岗，红灯、绿灯。\n2.三色码头：红码头、黄码头和蓝码头。\n3.潮汐课堂：在退潮时上的课。\n"
    )
    entries = find_glossary(corpus_from_texts({"港": text}))
    members = dict(zip(entries["term"], entries["members"], strict=True))
    assert members["三种意识"] == "安全意识｜潮汐意识｜节俭意识"
    assert members["两条线"] == "安全线｜潮位线"
    assert members["三色码头"] == "红码头｜黄码头｜蓝码头"
    assert members["潮汐课堂"] == ""
    assert "四个一批" not in members
    assert set(entries["found_in"]) == {"annex", "text"}
    for start, end, said in entries[["start", "end", "explanation"]].itertuples(index=False):
        assert said in text[start:end]


def test_a_split_must_yield_the_number_announced():
    assert split_members("安全、潮汐、节俭", 3) == ["安全", "潮汐", "节俭"]
    assert split_members("安全、潮汐", 3) == []
    assert split_members("一是防火，二是防潮。", 2) == ["防火", "防潮"]


def test_members_of_other_shapes_of_explanation():
    text = (
        "港务处工作要点\n落实“双灯双岗”（红灯绿灯、甲岗乙岗）。推行“三联”：联船、联港、联户。办好“五个一”工程，包括一堂课、一本书、一次访、"
        "一面墙、一台戏。用好“六个一批”（责任单位：港务处、渔政站）。\n"
        + "维护码头，疏浚航道，整修缆绳。\n"
        * 6
        + "名词解释\n"
        "①三色码头\n红码头、黄码头、蓝码头。\n②“四心”驿站\n热心、细心、耐心、贴心。\n③潮汐课堂：在退潮时上的课。\n"
    )
    entries = find_glossary(corpus_from_texts({"港": text}))
    members = dict(zip(entries["term"], entries["members"], strict=True))
    assert members == {
        "双灯双岗": "红灯绿灯｜甲岗乙岗",
        "三联": "联船｜联港｜联户",
        "五个一": "一堂课｜一本书｜一次访｜一面墙｜一台戏",
        "三色码头": "红码头｜黄码头｜蓝码头",
        "四心驿站": "热心｜细心｜耐心｜贴心",
        "潮汐课堂": "",
    }
