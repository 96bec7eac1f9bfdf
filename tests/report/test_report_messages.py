"""Whatever a reader says of a file is said in Chinese on the Chinese page."""

import re
from pathlib import Path

import pytest

import plananalysis.corpus.readers as readers
from plananalysis.messages.catalogue import in_chinese

SOURCES = sorted(Path(readers.__file__).parent.glob("*.py"))
PLAIN = [
    message
    for path in SOURCES
    for message in re.findall(r'UnreadableError\(\s*"([^"]+)"', path.read_text(encoding="utf-8"))
    if "{" not in message  # tests/messages has those with values
]


@pytest.mark.parametrize("message", sorted({*PLAIN, *readers._SAVE_AS.values()}))
def test_every_reason_is_known(message):
    assert re.search(r"[\u4e00-\u9fff]", in_chinese(message)), message


def test_numbers_are_kept():
    said = "mojibake from line 3, character 16 of that line: 45,818 of 50,834 characters are wrongly decoded and left out"
    assert in_chinese(said + "; get the file anew").startswith(
        "自第 3 行第 16 个字符起为乱码：50,834 个字符中有 45,818 个"
    )
    assert in_chinese(said + "; get the file anew; the same text as a.txt; both are counted").endswith(
        "；与 a.txt 正文相同，两份均计入统计"
    )
    assert in_chinese("2 bytes or characters could not be decoded (�), the first in line 7").endswith(
        "第 7 行"
    )
