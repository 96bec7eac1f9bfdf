"""Sorting, grouping and common runs against plain definitions on tiny corpora."""

import itertools
import os
import random
import subprocess
import sys
from collections import defaultdict
from functools import cache

import numpy as np
import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts
from plananalysis.corpus.model import Corpus
from plananalysis.reuse import find_reuse
from plananalysis.reuse.columns import order_of
from plananalysis.reuse.matching import complete
from plananalysis.reuse.seeds import common, grams
from plananalysis.reuse.seeds.fingerprint import Fingerprint, Segments, fingerprint, gram_hashes, whole_grams
from plananalysis.reuse.seeds.grams import equal_groups, find_grams
from plananalysis.reuse.seeds.runs import find_runs
from plananalysis.reuse.seeds.surroundings import Surroundings


def some_corpus(seed: int, *, letters: str = "春夏秋", n_docs: int = 4, most: int = 60) -> Corpus:
    """Return short texts of few letters, so that much is shared, with excluded spans as barriers."""
    rng = random.Random(seed)
    texts = {
        f"d{i}": "".join(rng.choice(letters) for _ in range(rng.randint(5, most))) for i in range(n_docs)
    }
    units = pd.DataFrame({"doc_id": list(texts), "unit": [f"{i % 3}坊" for i in range(n_docs)]})
    plain = corpus_from_texts(texts, units)
    spans = [(doc, at, at + 2, "advert") for doc, text in texts.items() for at in (0, len(text) // 2)]
    return Corpus(plain.documents, plain.passages, tables.from_records(spans, "excluded"), plain.skipped)


def as_text(fp: Fingerprint) -> str:
    return fp.codes.tobytes().decode("utf-16-le")


# Sorting.


@pytest.mark.parametrize("largest", [(0, 0), (3, 5), (1 << 20, 1 << 20), (1 << 40, 1 << 40), (1 << 62, 7)])
@pytest.mark.parametrize("n", [0, 1, 2, 500])
def test_order_of_equals_lexsort(largest, n):
    rng = np.random.default_rng(n)
    keys = [rng.integers(0, most, n, endpoint=True) for most in largest]
    keys.append(rng.integers(0, 3, n))
    assert order_of(*keys).tolist() == np.lexsort(keys[::-1]).tolist()


def test_order_of_keeps_the_order_of_equals():
    assert order_of(np.zeros(9, dtype=np.int64)).tolist() == list(range(9))


def test_order_of_takes_mixed_types():
    keys = [np.asarray([2, 1, 2, 1], dtype=np.int32), np.asarray([9, 7, 8, 7], dtype=np.uint16)]
    assert order_of(*keys).tolist() == [1, 3, 2, 0]


# Segments.


@pytest.mark.parametrize("lengths", [[1], [1, 1, 1], [1] * 600, [300, 1, 1, 257, 2], [5, 1000, 3]])
def test_segments_equal_one_number_per_letter(lengths):
    starts = np.cumsum([1, *(length + 1 for length in lengths[:-1])])
    n_letters = int(starts[-1]) + lengths[-1] + 1
    expected = np.repeat(np.arange(len(lengths)), [length + 1 for length in lengths])
    segments = Segments(starts.astype(np.int64), n_letters)
    assert (
        segments[np.arange(1, n_letters)].tolist() == expected.tolist()
    )  # a barrier goes with what is before
    assert segments[np.asarray([0])].tolist() == [0]
    assert segments[np.asarray([n_letters - 1, 1])].tolist() == [len(lengths) - 1, 0]
    assert segments[np.empty(0, dtype=np.int64)].size == 0


def test_segments_look_up_in_pieces(monkeypatch):
    starts = np.arange(1, 2001, 4)
    whole = Segments(starts, 2001)[np.arange(2001)]
    monkeypatch.setattr(Segments, "_AT_ONCE", 7)
    assert Segments(starts, 2001)[np.arange(2001)].tolist() == whole.tolist()


def test_segments_of_a_corpus_with_excluded_spans():
    fp = fingerprint(some_corpus(1))
    assert fp.starts.size == 8
    for number, (start, end) in enumerate(zip(fp.starts.tolist(), fp.ends.tolist(), strict=True)):
        assert set(fp.segment[np.arange(start, end)].tolist()) == {number}
        assert fp.codes[start - 1] == fp.codes[end] == 0
        assert (fp.codes[start:end] != 0).all()


# Grams.


@pytest.mark.parametrize("step", [1, 3])
@pytest.mark.parametrize("size", [4, 5, 6, 8, 9, 13, 24])
def test_equal_grams_have_equal_hashes_and_others_do_not(size, step):
    fp = fingerprint(some_corpus(2, most=200))
    at = np.flatnonzero(whole_grams(fp.codes, size))[::step]
    text = as_text(fp)
    by_gram = defaultdict(set)
    for position, value in zip(at.tolist(), gram_hashes(fp.codes, size, at).tolist(), strict=True):
        by_gram[text[position : position + size]].add(value)
    assert by_gram
    assert all(len(values) == 1 for values in by_gram.values())
    assert len(set().union(*by_gram.values())) == len(by_gram)


@pytest.mark.parametrize("size", [4, 5, 10])
def test_whole_grams_hold_no_barrier(size):
    fp = fingerprint(some_corpus(3))
    text = as_text(fp)
    pieces = [text[i : i + size] for i in range(len(text))]
    expected = [len(piece) == size and "\0" not in piece for piece in pieces]
    assert whole_grams(fp.codes, size).tolist() == expected


@pytest.mark.parametrize("at_once", [1, 8, 32])
@pytest.mark.parametrize("partition", [1 << 19, 64, 8])
@pytest.mark.parametrize("size", [4, 7])
def test_equal_groups_are_those_of_a_dictionary(monkeypatch, partition, size, at_once):
    monkeypatch.setattr(grams, "_PARTITION", partition)
    monkeypatch.setattr(grams, "_AT_ONCE", at_once)
    monkeypatch.setattr(grams, "_PIECE", 50)
    fp = fingerprint(some_corpus(4, most=300))
    text, whole = as_text(fp), whole_grams(fp.codes, size)
    whole[::17] = False
    by_gram = defaultdict(list)
    for position in np.flatnonzero(whole).tolist():
        by_gram[text[position : position + size]].append(position)
    found = []
    for positions, first in equal_groups(fp.codes, whole, size):
        cuts = np.flatnonzero(first).tolist()
        found += [positions[s:e].tolist() for s, e in itertools.pairwise([*cuts, positions.size])]
    assert sorted(found) == sorted(places for places in by_gram.values() if len(places) > 1)


def test_spread_counts_units():
    fp = fingerprint(some_corpus(5, n_docs=7))
    spread = find_grams(fp, whole_grams(fp.codes, 4), 4).spread
    text = as_text(fp)
    holders = defaultdict(set)
    places = np.flatnonzero(whole_grams(fp.codes, 4))
    units = fp.doc_group[fp.segment_doc[fp.segment[places]]].tolist()
    for position, unit in zip(places.tolist(), units, strict=True):
        holders[text[position : position + 4]].add(unit)
    assert [len(holders[text[i : i + 4]]) for i in places.tolist()] == spread[places].tolist()
    assert max(map(len, holders.values())) == 3


# Runs.


def plain_runs(fp: Fingerprint, least: int, *, within: bool = False) -> set[tuple[int, int, int]]:
    """Return every maximal common run of two places, by comparing each with each."""
    codes, found = fp.codes.tolist(), set()
    places = np.arange(fp.codes.size)
    doc = fp.segment_doc[fp.segment[places]].tolist()
    for a, b in itertools.combinations([i for i in places.tolist() if codes[i]], 2):
        if (doc[a] == doc[b] and not within) or (codes[a - 1] == codes[b - 1] != 0):
            continue
        length = 0
        while codes[a + length] == codes[b + length] != 0:
            length += 1
        if length >= least:
            found.add((a, b, length))
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("within", [False, True])
def test_runs_are_all_common_runs(seed, within):
    fp = fingerprint(some_corpus(seed, letters="春夏秋冬山", most=40))
    equal = find_grams(fp, whole_grams(fp.codes, 4), 4, places=1000, within=within)
    runs = find_runs(fp, equal, long=4, size=4, within=within)
    found = set(zip(runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True))
    assert len(found) == runs.a.size
    assert found == plain_runs(fp, 4, within=within)


def test_runs_between_classes_only():
    fp = fingerprint(some_corpus(7, letters="春夏秋冬山", most=40))
    side = fp.segment_doc % 2 == 0
    equal = find_grams(fp, whole_grams(fp.codes, 4), 4, places=1000)
    runs = find_runs(fp, equal, long=4, size=4, side=side)
    found = set(zip(runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True))
    segment = fp.segment[np.arange(fp.codes.size)]
    assert found == {run for run in plain_runs(fp, 4) if side[segment[run[0]]] != side[segment[run[1]]]}


def test_very_long_runs_are_measured_whole():
    rng = random.Random(1)
    letters = "".join(rng.choice("春夏秋冬山水") for _ in range(6000))
    fp = fingerprint(corpus_from_texts({"a": "甲" + letters + "乙", "b": "丙" + letters + "丁"}))
    runs = find_runs(fp, find_grams(fp, whole_grams(fp.codes, 12), 12), long=12, size=12)
    assert runs.length.tolist() == [6000]


@pytest.mark.parametrize("long", [4, 5, 6, 8, 9, 13])
def test_long_runs_are_all_found(long):
    fp = fingerprint(some_corpus(8, n_docs=5, most=80))
    runs = find_runs(fp, find_grams(fp, whole_grams(fp.codes, 4), 4, places=1000), long=long, size=4)
    found = set(zip(runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True))
    assert plain_runs(fp, long) <= found <= plain_runs(fp, 4)
    # Those that pass with fewer letters end at a barrier on both sides.
    short = [(a, b, length) for a, b, length in found if length < long]
    assert all(fp.codes[a + length] == fp.codes[b + length] == 0 for a, b, length in short)


@cache
def crowded() -> tuple[Fingerprint, set[tuple[int, int, int]]]:
    """Return documents of few letters, and all their common runs."""
    fp = fingerprint(some_corpus(9, letters="春夏秋冬山", n_docs=6, most=400))
    return fp, plain_runs(fp, 4)


@pytest.mark.parametrize("most", [1, 10, 40, 10_000])
@pytest.mark.parametrize("side", [False, True])
def test_of_short_runs_those_in_like_surroundings_are_found(most, side):
    """Surroundings that hold one bit for each of up to 32 of the corpus' places are alike as far as these are equal."""
    fp, every = crowded()
    n_blocks = (fp.codes.size >> 5) + 1
    rng = np.random.default_rng(1)
    signature = rng.integers(0, 1 << 63, (n_blocks, 16), dtype=np.uint64)
    alike = Surroundings(signature, np.zeros(n_blocks, dtype=np.float32))
    classes = fp.segment_doc % 2 == 0 if side else None
    equal = find_grams(fp, whole_grams(fp.codes, 4), 4, places=1000)
    runs = find_runs(fp, equal, long=7, size=4, alike=alike, most=most, side=classes)
    expected, scored = set(), []
    for a, b, length in every:
        if side and classes[fp.segment[np.asarray([a])][0]] == classes[fp.segment[np.asarray([b])][0]]:
            continue
        ends = fp.codes[a + length] == fp.codes[b + length] == 0
        if length >= 7 or (ends and length > 4):
            expected.add((a, b, length))
        else:
            same = int(np.bitwise_count(signature[a >> 5] & signature[b >> 5]).sum())
            scored.append((same, (a, b, length)))
    least = sorted((score for score, _ in scored), reverse=True)[min(most, len(scored)) - 1]
    expected |= {run for score, run in scored if score >= least}
    assert len(expected) > min(most, 20)
    assert set(zip(runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True)) == expected


# Bounds.

PARAGRAPH = "渡口每日寅时开门，酉时闭门，遇大雾由更夫鸣锣示警，船只一律停靠北岸石埠"
LETTERS = (
    "山水田园春秋冬夏东南西北天地人和风雨云雪花草树木江河湖海日月星光村镇城乡路桥车船门窗房屋桌椅书画琴棋"
)


def sharing(n_docs: int, wording: str) -> Corpus:
    rng = random.Random(4)

    def other() -> str:
        return "".join(rng.choice(LETTERS) for _ in range(40)) + "。"

    texts = {f"d{i:03d}": f"{other()}{wording}。{other()}" for i in range(n_docs)}
    units = pd.DataFrame({"doc_id": list(texts), "unit": [f"{i}坊" for i in range(n_docs)], "year": 2001})
    return corpus_from_texts(texts, units)


def few_candidates(monkeypatch, n: int) -> None:
    for module in (common, complete):
        monkeypatch.setattr(module, "FEWEST_CANDIDATES", n)
    monkeypatch.setattr(grams, "FEWEST_PAIRS", 10 * n)
    monkeypatch.setattr(common, "CANDIDATES_PER_LETTER", 0)


def test_dense_sharing_is_bounded_and_one_family_holds_all(monkeypatch):
    n = 120
    corpus = sharing(n, PARAGRAPH)
    few_candidates(monkeypatch, n + 20)
    reuse = find_reuse(corpus, register=[], extend=False)
    assert n - 1 <= len(reuse) <= 2 * n
    largest = reuse[reuse["family"] == reuse["family"].mode()[0]]
    assert set(largest["doc_a"]) | set(largest["doc_b"]) == set(corpus.documents["doc_id"])


def test_crowded_wording_goes_with_the_earliest_document(monkeypatch):
    corpus = sharing(120, PARAGRAPH)
    years = [2001] * 120
    years[77] = 1990
    documents = corpus.documents.assign(year=pd.array(years, dtype="Int64"))
    few_candidates(monkeypatch, 140)
    reuse = find_reuse(
        Corpus(documents, corpus.passages, corpus.excluded, corpus.skipped),
        register=[],
        extend=False,
        min_chars=30,
    )
    whole = reuse[reuse["text_a"] == PARAGRAPH]
    assert len(whole) == 119
    assert ((whole["doc_a"] == "d077") | (whole["doc_b"] == "d077")).all()


def test_what_few_share_is_told_beside_what_all_share(monkeypatch):
    corpus = sharing(120, PARAGRAPH)
    rare = "夜半钟鸣三响方可解缆离岸"
    texts = dict(corpus.texts())
    for doc in ("d003", "d088"):
        texts[doc] += rare + "。"
    few_candidates(monkeypatch, 140)
    reuse = find_reuse(
        corpus_from_texts(texts, corpus.documents[["doc_id", "unit", "year"]]), register=[], extend=False
    )
    assert rare in set(reuse["text_a"])


# The order of things.


def test_order_of_documents_changes_nothing_where_candidates_are_few(monkeypatch):
    corpus = sharing(60, PARAGRAPH)
    few_candidates(monkeypatch, 70)
    shuffled = corpus.documents.sample(frac=1, random_state=3).reset_index(drop=True)
    other = Corpus(shuffled, corpus.passages, corpus.excluded, corpus.skipped)
    pd.testing.assert_frame_equal(find_reuse(corpus), find_reuse(other))


SCRIPT = """
import random, hashlib
from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse import find_reuse, family_members
rng = random.Random(6)
clauses = ["".join(rng.choice({letters!r}) for _ in range(9)) for _ in range(30)]
texts = {{f"d{{i}}": "，".join(rng.sample(clauses, 14)) + "。" for i in range(6)}}
corpus = corpus_from_texts(texts)
reuse = find_reuse(corpus)
assert len(reuse) > 6
print(hashlib.sha256((reuse.to_csv() + family_members(reuse, corpus).to_csv()).encode()).hexdigest())
"""


@pytest.mark.slow
def test_hash_seed_changes_nothing():
    outputs = set()
    for seed in ("0", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(letters=LETTERS)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1


# Bad input.


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"a": PARAGRAPH},
        {"a": "", "b": "", "c": PARAGRAPH},
        {"a": "短文", "b": "短文"},
        {"a": "，。！\n" * 50, "b": "，。！\n" * 50},
        {"a": "一二三四五六七八九", "b": "一二三四五六七八九"},
    ],
    ids=["none", "one", "empty", "two letters", "punctuation", "nine letters"],
)
def test_too_little_gives_an_empty_table(texts):
    reuse = find_reuse(corpus_from_texts(texts))
    assert reuse.empty
    pd.testing.assert_series_equal(reuse.dtypes, tables.empty("reuse").dtypes)


def test_ten_letters_are_found_in_a_longer_document():
    texts = {"a": "夜半钟鸣三响解缆离岸", "b": f"{PARAGRAPH}。夜半钟鸣三响解缆离岸。"}
    (row,) = find_reuse(corpus_from_texts(texts), register=[], extend=False).itertuples()
    assert (row.text_a, row.n_letters, row.similarity) == (texts["a"], 10, 1)


def test_many_identical_documents_are_one_family():
    text = f"{PARAGRAPH}。夜半钟鸣三响方可解缆离岸。"
    reuse = find_reuse(corpus_from_texts({f"d{i:02d}": text for i in range(40)}), register=[], extend=False)
    assert len(reuse) == 40 * 39 // 2
    assert set(reuse["family"]) == {0}
    assert (reuse["text_a"] == text[:-1]).all()


def test_sentence_repeated_within_one_document_stays_bounded():
    sentence = "渡口的石阶每日清扫两次并撒上细沙。"
    texts = {"a": sentence * 3000, "b": sentence * 3000, "c": f"前面的话。{sentence}后面的话。"}
    reuse = find_reuse(corpus_from_texts(texts), register=[], extend=False)
    assert {("a", "b"), ("a", "c"), ("b", "c")} <= set(zip(reuse["doc_a"], reuse["doc_b"], strict=True))
    assert len(reuse) <= 40
    within = find_reuse(corpus_from_texts({"a": sentence * 3000}), register=[], extend=False, within=True)
    assert 1 <= len(within) <= 40


def test_one_letter_repeated_stays_bounded():
    reuse = find_reuse(corpus_from_texts({"a": "山" * 20_000, "b": "山" * 15_000}), register=[], extend=False)
    assert 1 <= len(reuse) <= 10
