"""Records of the page travel packed, and come back as they were; the script's own way back is tried in the browser."""

import json

from hypothesis import given
from hypothesis import strategies as st

from plananalysis.report.context import records
from plananalysis.report.packing import packed

CELLS = st.tuples(
    st.sampled_from(["promised before", "kept", None]),
    st.integers(0, 9_999),
    st.integers(0, 9_999),
    st.one_of(st.none(), st.integers(0, 9_999)),
    st.text("甲乙丙", max_size=3),
)
COLUMNS = ["status", "start_a", "end_a", "end_b", "heading"]


def unpacked(table):
    """Return the rows of packed records as they were: the plain way back."""
    rows = [list(row) for row in table["rows"]]
    for row in rows:
        for start, end in table.get("spans", []):
            row[end] += row[start]
        for column, words in table.get("words", {}).items():
            row[int(column)] = None if row[int(column)] is None else words[row[int(column)]]
    return rows


@given(st.lists(CELLS, max_size=60))
def test_what_was_packed_comes_back(rows):
    table = records(COLUMNS, rows)
    found = json.loads(json.dumps(packed({"deep": [table]})))["deep"][0]
    assert unpacked(found) == [list(row) for row in rows]
    assert found["columns"] == COLUMNS


def test_strings_that_return_are_numbers_and_others_stay():
    table = packed(records(["kind", "text"], [["passage", f"第{n}条"] for n in range(100)]))
    assert table["words"] == {"0": ["passage"]}
    assert table["rows"][7] == [0, "第7条"]


def test_what_has_the_names_of_records_and_is_none_stays_as_it_is():
    matrix = {"columns": ["a", "b"], "rows": ["x"], "start": 3}
    assert packed({"frames": matrix}) == {"frames": matrix}
