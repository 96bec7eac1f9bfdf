"""A step that should change nothing changes nothing: every table of the report, and the data of its page."""

import pandas as pd
import pytest

import digests
from shared import shared_path


@pytest.mark.parametrize(
    "corpus",
    [
        pytest.param(name, marks=[pytest.mark.slow] if name in digests.SLOW else [])
        for name in digests.CORPORA
    ],
)
def test_nothing_moved_that_was_not_meant_to(corpus):
    if corpus != "sample":
        shared_path("corpora", digests.CORPORA[corpus].name)
    now = {name: digests.digest(table) for name, table in digests.results(corpus).items()}
    moved = digests.moved(digests.recorded()[corpus], now)
    assert not moved, "\n".join(
        [
            f"the report on {corpus} says something else:",
            *moved,
            f"the rows: python tests/digests.py diff HEAD {corpus}",
            f"if that is meant: python tests/digests.py accept {corpus}, and say why in the commit",
        ]
    )


def test_a_moved_row_is_found_and_named():
    before = pd.DataFrame({"doc_id": ["甲", "乙"], "share": [0.5, 0.25]})
    now = before.assign(share=[0.5, 0.26])
    said = digests.moved({"shares": digests.digest(before)}, {"shares": digests.digest(now)})
    assert said == ["shares: 2 -> 2 rows, in 乙"]


def test_order_and_names_of_columns_count():
    before = pd.DataFrame({"doc_id": ["甲", "乙"], "n": [1, 1]})
    for now in (before.iloc[::-1], before.rename(columns={"n": "n_docs"}), before.head(1)):
        assert digests.moved({"t": digests.digest(before)}, {"t": digests.digest(now)})


def test_the_last_digits_of_a_number_do_not_count():
    before, now = (pd.DataFrame({"a": ["甲"], "x": [value]}) for value in (1 / 3, 1 / 3 + 1e-13))
    assert digests.digest(before) == digests.digest(now)
