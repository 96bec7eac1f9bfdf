"""The measures against hand arithmetic, and the method against passages planted in a small corpus."""

import json
import math
import random
import subprocess
import sys

import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.errors import InputError
from plananalysis.reuse import evaluate, find_reuse, plant_reuse
from shared import shared_path

NAMES = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]


def cases(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=NAMES)


def overall(gold: pd.DataFrame, predicted: pd.DataFrame) -> dict:
    return evaluate(gold, predicted).iloc[0].to_dict()


def test_exact_detection_scores_one():
    gold = cases(("a", 0, 10, "b", 5, 15))
    assert overall(gold, gold)["plagdet"] == 1


def test_half_found_twice_by_hand():
    gold = cases(("a", 0, 100, "b", 0, 100))
    predicted = cases(("b", 0, 50, "a", 0, 50), ("a", 50, 150, "b", 50, 150))
    scores = overall(gold, predicted)
    assert scores["recall"] == 1
    assert scores["precision"] == pytest.approx((1 + 0.5) / 2)
    assert scores["granularity"] == 2
    assert scores["plagdet"] == pytest.approx(2 * 0.75 / 1.75 / math.log2(3))


def test_one_side_alone_does_not_count():
    scores = overall(cases(("a", 0, 10, "b", 0, 10)), cases(("a", 0, 10, "b", 20, 30)))
    assert (scores["precision"], scores["recall"], scores["plagdet"]) == (0, 0, 0)


def test_levels_have_rows_of_their_own():
    gold = cases(("a", 0, 10, "b", 0, 10), ("a", 20, 30, "b", 20, 30)).assign(
        level=["light", "heavy"], relation=["direct", "sibling"]
    )
    table = evaluate(gold, gold.iloc[:1]).set_index("level")
    assert table.loc["light", "recall"] == 1
    assert table.loc["heavy/sib", "recall"] == 0


def test_nothing_predicted_or_known():
    none = cases()
    assert overall(none, none)["plagdet"] == 0
    assert overall(cases(("a", 0, 1, "b", 0, 1)), none)["recall"] == 0


def test_equals_the_reference_scorer(tmp_path):
    script = shared_path("bench", "score_reuse.py")
    rng = random.Random(9)

    def some(n: int) -> pd.DataFrame:
        rows = []
        for _ in range(n):
            a, b = rng.sample("abcd", 2)
            s, t = rng.randrange(200), rng.randrange(200)
            rows.append((a, s, s + rng.randint(1, 60), b, t, t + rng.randint(1, 60)))
        return cases(*rows)

    gold, predicted = some(40).assign(level="light"), some(60)
    for name, table in (("gold", gold), ("predicted", predicted)):
        table.to_json(tmp_path / f"{name}.jsonl", orient="records", lines=True)
    command = [sys.executable, script, tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl", "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = overall(gold, predicted)
    for measure in ("plagdet", "precision", "recall", "granularity"):
        assert ours[measure] == pytest.approx(reference[measure], abs=1e-12)


@pytest.fixture(scope="module")
def babble():
    """Twelve documents of random clauses, so that nothing is shared but what is planted."""
    rng = random.Random(1)
    han = (
        "山水田园春秋冬夏东南西北天地人和风雨云雪花草树木江河湖海日月星光村镇城乡路桥车船门窗房屋桌椅书画琴棋"
    )
    han += (
        "衣食住行米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果父母兄弟姐妹朋友老师学生工人农民商店医院市场学校公园车站机场"
    )
    texts = {}
    for number in range(12):
        sentences = []
        for _ in range(25):
            clauses = [
                "".join(rng.choice(han) for _ in range(rng.randint(6, 12))) for _ in range(rng.randint(2, 4))
            ]
            sentences.append("，".join(clauses) + "。")
        texts[f"plan_{number:02d}"] = "".join(sentences)
    return corpus_from_texts(texts)


def test_planted_offsets_are_true(babble):
    planted, truth = plant_reuse(babble, seed=3, n=12)
    before = dict(babble.texts())
    for row in truth[truth["level"] == "verbatim"].itertuples():
        source = planted.text(row.doc_a)[row.start_a : row.end_a]
        assert source == planted.text(row.doc_b)[row.start_b : row.end_b]
        assert source in before[row.doc_a]


def test_planting_depends_on_the_seed_only(babble):
    first, truth = plant_reuse(babble, seed=3)
    again, same = plant_reuse(babble, seed=3)
    assert dict(first.texts()) == dict(again.texts())
    pd.testing.assert_frame_equal(truth, same)
    assert not truth.equals(plant_reuse(babble, seed=4)[1])


def test_planted_passages_are_recovered(babble):
    planted, truth = plant_reuse(babble, seed=3, n=16)
    table = evaluate(truth, find_reuse(planted, min_chars=30, register=[], extend=False)).set_index("level")
    assert table.loc["all", "precision"] > 0.97
    assert table.loc["verbatim", "recall"] > 0.99
    assert table.loc["light", "recall"] > 0.97
    assert table.loc["medium", "recall"] > 0.95
    assert table.loc["all", "granularity"] <= 1.1


def test_planting_needs_two_documents():
    with pytest.raises(InputError, match="two documents"):
        plant_reuse(corpus_from_texts({"a": "只有一份。"}), seed=1)
