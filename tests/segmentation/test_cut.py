"""The words are exactly those of jieba 0.42.1, the oracle here."""

import importlib
import random
import re
import subprocess
import sys
import warnings

import pytest

from plananalysis.segmentation import cut
from shared import shared_path


@pytest.fixture(scope="module")
def oracle():
    """A tokenizer of jieba's own making."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019-2023年完成v1.2.3版，增长5.5%-6.2%",
        "新增1.5km管网、3.5T卡车和PM2.5监测",
        "AT&T.1.5秦阿Q.1.5与小S.2.5",
        "C-1 C--1 AT-T a_b a..b 1.2.3.4 3.5_b",
        "一一一Z.0国#0一Z+00X#0中%0",
        "㐀人丽𠀀𪚥在鿿列",
        "四个意识\r\n三会一课\t　XX局",
        "lone \ud800 surrogate",
        "😀👍🏽中国é-ü",
    ],
)
def test_equals_jieba_on_what_rjieba_cuts_otherwise(oracle, text):
    assert cut(text) == oracle.lcut(text)


def test_words_rejoin():
    text = "到2025年底-2026年初，㐀建成1.5km管网。\r\n"
    assert "".join(cut(text)) == text


@pytest.mark.slow
def test_fuzz_of_a_hundred_thousand_tokens(oracle):
    """Soups of dictionary words, ASCII, rare Han, full-width forms, emoji and blanks."""
    dice = random.Random(20)
    words = sorted(word for word, n in oracle.FREQ.items() if n)
    mixed = [word for word in words if not word.isalpha() or any(map(str.isascii, word))]
    signs = [
        "-",
        ".",
        "_",
        "+",
        "%",
        "&",
        "#",
        "--",
        "C",
        "T",
        "5",
        "1.5",
        "年",
        " ",
        "\r\n",
        "\r",
        "　",
        "😀",
        "é",
        "５",
    ]

    def rare():
        low, high = dice.choice([(0x3400, 0x4DBF), (0x9F00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F)])
        return chr(dice.randrange(low, high))

    tokens = 0
    while tokens < 100_000:
        pick = dice.choices([words, mixed, signs, None], [4, 2, 5, 1], k=300)
        text = "".join(dice.choice(pool) if pool else rare() for pool in pick)
        expected = oracle.lcut(text)
        assert cut(text) == expected, text
        tokens += len(expected)


def test_equals_jieba_on_real_plans(oracle):
    for path in sorted(shared_path("corpora", "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert cut(text) == oracle.lcut(text), path.name


@pytest.mark.slow
def test_words_added_to_the_default_segmenters_change_nothing():
    code = (
        "import rjieba, plananalysis; rjieba.add_word('落实三会一课', 99999, 'n');"
        "assert plananalysis.cut('落实三会一课制度') == ['落实', '三会', '一课', '制度']"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.slow
def test_import_and_fallback_are_silent():
    code = (
        "import sys, plananalysis; assert 'jieba' not in sys.modules and 'rjieba' not in sys.modules;"
        "plananalysis.cut('2019-2023年'); assert 'jieba' not in sys.modules;"
        "plananalysis.cut('1.5km'); assert 'jieba' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-W", "default", "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_characters_three_times_over_are_those_that_an_expression_finds():
    module = importlib.import_module("plananalysis.segmentation.cut")
    chance = random.Random(5)
    for _ in range(300):
        text = "".join(chance.choices("天哈a1\n㐀", k=chance.randint(0, 30)))
        expected = [match.start() for match in re.finditer("(?=([\u4e00-\u9fd5])\\1\\1)", text)]
        assert [start for start, _ in module._threefold(text)] == expected
