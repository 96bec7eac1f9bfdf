"""Compare the cutter with jieba 0.42.1 on random soups, a million tokens and more; print every kind of soup.

usage: python benchmarks/fuzz_segmentation.py [SEED] [TOKENS]
"""

import random
import sys
import warnings

import plananalysis as pa

SIGNS = [
    "-",
    ".",
    "_",
    "+",
    "%",
    "&",
    "#",
    "--",
    "..",
    "C",
    "T",
    "AT",
    "c",
    "5",
    "0",
    "1.5",
    "年",
    "月",
    "B",
    "超",
    "股",
    "X",
    "光",
    "A",
]
BLANKS = [" ", "\r\n", "\r", "\n", "\t", "　", "\x1c", "\u200b", "\ufeff"]
OTHERS = list("１２．％ａＺ–—٣①㈠Ⅱ℃²½éüñ，。、“”《》…·😀👍🏽")


def oracle():
    """Return a tokenizer of jieba's with its shipped dictionary."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def soups(dice: random.Random, words: list[str]) -> dict:
    """Return a maker of texts for every kind of soup."""
    mixed = [word for word in words if any(map(str.isascii, word))]
    twice = [word for word in words if len(word) == 2 and word[0] == word[1]]

    def pick(*pools: list[str]) -> str:
        return "".join(dice.choice(dice.choice(pools)) for _ in range(120))

    def rare() -> list[str]:
        ranges = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF), (0x80, 0xFFFF)]
        return [chr(dice.randrange(*dice.choice(ranges))) for _ in range(60)]

    return {
        "dictionary": lambda: pick(words),
        "dictionary and ASCII": lambda: pick(words, mixed, SIGNS),
        "ASCII": lambda: pick(SIGNS, list("aZ09.%+#&_-")),
        "digits": lambda: pick(list("0123456789..%-年")),
        "rare Han": lambda: pick(rare(), words),
        "any character": lambda: pick(rare()),
        "blanks and signs": lambda: pick(words, BLANKS, OTHERS, SIGNS),
        "repeated characters": lambda: pick(twice, [word[0] for word in twice], SIGNS),
    }


def main() -> None:
    """Fuzz every kind of soup for its share of the tokens."""
    seed, wanted = (int(value) for value in (sys.argv[1:] + ["1", "1500000"][len(sys.argv) - 1 :]))
    tokenizer = oracle()
    words = sorted(word for word, n in tokenizer.FREQ.items() if n)
    kinds = soups(random.Random(seed), words)
    all_tokens = all_wrong = 0
    for name, make in kinds.items():
        tokens = texts = wrong = 0
        while tokens < wanted / len(kinds):
            text = make()
            expected = tokenizer.lcut(text)
            if pa.cut(text) != expected:
                wrong += 1
                if wrong <= 3:
                    print("differs:", repr(text))
            texts, tokens = texts + 1, tokens + len(expected)
        print(f"{name:24}{texts:8,} texts {tokens:10,} tokens {wrong:4} differ")
        all_tokens, all_wrong = all_tokens + tokens, all_wrong + wrong
    print(f"{all_tokens:,} tokens, {all_wrong} texts differ")
    sys.exit(all_wrong > 0)


if __name__ == "__main__":
    main()
