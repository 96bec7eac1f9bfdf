"""A block that opens or closes nearly all documents word for word is furniture, whatever it says."""

import pytest

from plananalysis.corpus.cleaning import find_excluded

NAMES = "甲乙丙丁戊己"
BLOCKS = [
    ["本作品采用某种许可", "在注明作者的条件下可以自由使用", "详见协议正文"],
    ["晨露文摘每日与您相伴", "收录各地文章三千篇", "明天见"],
    ["风起于青萍之末", "浪成于微澜之间", "行胜于言。"],
]


def plan(name: str) -> list[str]:
    """Return a plan whose lines no other one has."""
    return [
        f"{name}县2024年工作要点",
        f"一、抓好{name}地粮食生产。推广良种{name}号配套技术，确保颗粒归仓、应收尽收。",
        f"二、办好民生实事。新增{name}类学位，改造{name}字号危桥，让群众看得见、摸得着。",
    ]


def furniture(texts: dict[str, list[str]]) -> dict[str, list[str]]:
    joined = {name: "\n".join(lines) for name, lines in texts.items()}
    found: dict[str, list[str]] = {name: [] for name in texts}
    for row in find_excluded(joined).itertuples():
        found[row.doc_id] += joined[row.doc_id][row.start : row.end].strip().split("\n")
    return found


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_that_closes_all_documents_is_excluded(block):
    assert furniture({name: [*plan(name), *block] for name in NAMES}) == dict.fromkeys(NAMES, block)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_that_opens_all_documents_is_excluded(block):
    assert furniture({name: [*block, *plan(name)] for name in NAMES}) == dict.fromkeys(NAMES, block)


def test_one_document_in_six_may_be_without_it():
    texts = {name: [*plan(name), *(BLOCKS[1] if name != "丙" else [])] for name in NAMES}
    assert furniture(texts) == {name: BLOCKS[1] if name != "丙" else [] for name in NAMES}


@pytest.mark.parametrize("least", [2, 3])
def test_few_documents_tell_nothing(least):
    assert not any(furniture({name: [*plan(name), *BLOCKS[2]] for name in NAMES[:least]}).values())


def test_a_block_that_half_of_the_documents_have_is_kept():
    texts = {name: [*plan(name), *(BLOCKS[2] if name in "甲乙丙" else [])] for name in NAMES}
    assert not any(furniture(texts).values())


def test_what_a_plan_has_by_its_form_is_kept_at_its_head():
    opening = ["政府工作报告", "各位代表："]
    assert not any(furniture({name: [*opening, *plan(name)] for name in NAMES}).values())


def test_shared_words_within_the_text_are_no_block():
    shared = ["三、加强领导", "各单位要健全机制、压实责任，确保各项任务落到实处、见到实效。"]
    assert not any(
        furniture({name: [*plan(name), *shared, f"四、{name}事{name}办。"] for name in NAMES}).values()
    )


def test_numbered_lines_are_never_taken():
    shared = ["三、加强领导。各单位要健全机制、压实责任，确保各项任务落到实处、见到实效。"]
    assert not any(furniture({name: [*plan(name), *shared] for name in NAMES}).values())


def test_copies_of_one_document_are_no_furniture():
    assert not any(furniture(dict.fromkeys(NAMES, plan("甲"))).values())
