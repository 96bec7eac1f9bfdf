"""Every public function says what it wants: whatever else is handed over for a table is refused in one line.

The functions, their parameters and what these hold are read from the package, so that a new public function is
tried as well. What a message names as the remedy is done here, and must help.
"""

import inspect
import re
import types
import typing
from functools import cache
from itertools import combinations
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from openpyxl import load_workbook

import plananalysis as pa
from plananalysis import tables

TEXTS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "unit": ["甲局", "甲局", "乙局"],
        "year": [2023, 2024, 2024],
        "text": [
            "一、理论学习\n落实“三会一课”，增强“四个意识”（政治意识、大局意识、核心意识、看齐意识），学习《支部工作条例》。\n二、作风建设\n6月底前巩固集中整治成果，防止反弹回潮10次。赴甘肃对接稀土产业。",
            "一、理论学习\n开好三会一课，增强四个意识，学习《支部工作条例》。\n二、作风建设\n6月底前应巩固整治成果，防止反弹回潮20次，主要预期目标是：地区生产总值增长5%。赴甘肃对接稀土产业。",
            "一、理论学习\n三会一课要巩固整治成果，防止反弹回潮，学习《党章》。\n二、服务群众\n年底前走访服务30次，服务企业，做强稀土产业。\n附件 任务分解表\n任务\t牵头单位\t时限\n修水渠\t县水利局\t6月底\n",
        ],
    }
)
ASKED = {
    "a": "a", "b": "b", "unit": "甲局", "target": "甲局", "group": "甲局", "terms": ["学习"], "doc_id": "a",
    "theme": "作风建设", "slogan": "三会一课", "pattern": "学习", "of": "slogan", "indicator": "地区生产总值", "seed": 0, "directory": "no-such-folder", "texts": {"x": "工作要点"},
    "source": "a",
}  # fmt: skip
"""What a function is asked for by name; a new one with another such parameter needs a line here."""

NAMED = {"row", "family"} | set(ASKED)
"""Who asks for one of these can be told that it is not there, where others give an empty table."""


def _holds(annotation: object, kind: type) -> bool:
    """Tell whether a parameter holds the kind and nothing else, but perhaps nothing at all."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return set(typing.get_args(annotation)) == {kind, type(None)}
    return annotation is kind


FUNCTIONS = {name: getattr(pa, name) for name in pa.__all__ if inspect.isfunction(getattr(pa, name))}
KINDS = (pd.DataFrame, pa.Corpus, pa.DocumentFeatureMatrix)
HELD = {
    name: {
        parameter.name: kind
        for parameter in inspect.signature(function).parameters.values()
        for kind in KINDS
        if _holds(parameter.annotation, kind)
    }
    for name, function in FUNCTIONS.items()
}
PAIRS = [(name, parameter) for name, held in HELD.items() for parameter in held]
WRONG = {
    "nothing": None,
    "a text": "plans/",
    "a path": Path("plans"),
    "a number": 3,
    "a list": [1, 2],
    "a table of something else": pd.DataFrame({"nonsense": [1]}),
    "a table of nothing": pd.DataFrame(),
    "a corpus": pa.corpus_from_texts({"x": "工作要点"}),
}
FREE = {(name, "matrix", "a table of nothing") for name in ("cluster_order", "plot_unit_network")}
"""A matrix of nothing is square."""
FREE |= {("write_table", "frame", wrong) for wrong in ("a table of something else", "a table of nothing")}

KEEPS_ALL = {"with_context"}
"""What gives back the table it was given, with all its columns, and more."""

WRITE = {"write_network", "write_coding"}
"""What writes a file of a kind of its own, and refuses the name of another."""

LONG = {
    "build_report",
    "verify_report",
    "write_table",
    *WRITE,
    "term_changes",
    "find_fulfilment",
    "sensitivity",
}
"""What works long, takes any table, or needs more text than there is here, is tried whole by tests of its own."""


@cache
def given(call: str) -> object:
    """Return what a call gives that is written as the messages write it, with the names of tables for arguments."""
    names = {
        name: given(tables.GIVEN_BY[name]) for name in re.findall(r"\w+", call) if _is_argument(name, call)
    }
    return eval(call, {"count_features": pa.count_features} | FUNCTIONS | names | _world() | ASKED)  # noqa: S307


def _is_argument(name: str, call: str) -> bool:
    return name in tables.GIVEN_BY and not re.search(rf"\b{name}\(", call) and "." not in call


@cache
def _world() -> dict[str, object]:
    corpus = pa.load_corpus(TEXTS)
    dfm = pa.count_features(pa.segment(corpus), corpus)
    counts = pa.slogan_counts(pa.slogan_occurrences(corpus, pa.find_slogans(corpus)), corpus, by="doc_id")
    table = counts.assign(doc_id=counts["group"], start=0, end=1)
    return {"corpus": corpus, "dfm": dfm, "matrix": pa.similarity_matrix(dfm), "table": table}


@cache
def fitting(name: str) -> dict[str, object]:
    """Return arguments with which a function does its work, those that its own messages advise."""
    required = inspect.signature(FUNCTIONS[name]).parameters.values()
    arguments = {p.name: ASKED[p.name] for p in required if p.default is p.empty and p.name in ASKED}
    for parameter, kind in HELD[name].items():
        advised = _world()["corpus"] if kind is pa.Corpus else _advised(name, parameter, arguments)
        arguments |= {} if advised is None else {parameter: advised}
    return arguments


def _advised(name: str, parameter: str, known: dict[str, object]) -> object:
    """Return what the message about something wrong advises to hand over, once the parameters before it fit."""
    found = re.search(r"; ([^;]+) gives it$", _refusal(name, known, parameter, "a table of something else"))
    return given(found.group(1)) if found else _world().get(parameter)


def _refusal(name: str, known: dict[str, object], parameter: str, wrong: str) -> str:
    """Return the message with which a function refuses something."""
    others = {p: None for p in HELD[name] if p not in known}
    with pytest.raises(pa.InputError) as refused:
        call(name, known | others | {parameter: WRONG[wrong]})
    return str(refused.value)


def call(name: str, arguments: dict[str, object]) -> object:
    """Call a function with its arguments by name, those that a star takes by place."""
    parameters = inspect.signature(FUNCTIONS[name]).parameters.values()
    starred = [p.name for p in parameters if p.kind is p.VAR_POSITIONAL]
    rest = [arguments[each] for each in starred if each in arguments]
    try:
        return FUNCTIONS[name](*rest, **{k: v for k, v in arguments.items() if k not in starred})
    finally:
        plt.close("all")


def _fits(name: str, parameter: str, wrong: str) -> bool:
    """Tell whether what is wrong elsewhere is right here."""
    kind, value = HELD[name][parameter], WRONG[wrong]
    optional = inspect.signature(FUNCTIONS[name]).parameters[parameter].default is None
    return (kind is pa.Corpus and wrong == "a corpus") or (value is None and optional)


@pytest.fixture(scope="session", autouse=True)
def _a_list_of_terms(tmp_path_factory):
    """Write the file that a message speaks of as ``path``."""
    path = tmp_path_factory.mktemp("lists") / "terms.txt"
    path.write_text("揭榜挂帅\n", encoding="utf-8")
    ASKED["path"] = path
    sample = pa.draw_sample(_world()["table"], _world()["corpus"])
    ASKED["paths"] = pa.write_coding(sample, path.with_name("coding.xlsx"))
    for file in ASKED["paths"]:
        book = load_workbook(file)
        sheet = book["编码 coding"]
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, sheet.max_column, "yes" if row % 3 else "no")
        book.save(file)


@pytest.mark.parametrize(
    ("name", "parameter", "wrong"),
    [
        (name, parameter, wrong)
        for name, parameter in PAIRS
        for wrong in WRONG
        if not _fits(name, parameter, wrong) and (name, parameter, wrong) not in FREE
    ],
)
def test_what_is_no_such_table_or_corpus_is_refused_in_one_line(name, parameter, wrong):
    message = _refusal(name, fitting(name), parameter, wrong)
    assert "\n" not in message
    came = "it has none" if wrong == "a table of nothing" else "nonsense"
    wanted = tables.given(WRONG[wrong]) if not isinstance(WRONG[wrong], pd.DataFrame) else came
    assert wanted in message or tables.given(WRONG[wrong]) in message


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, held in HELD.items() if held and name not in LONG])
def test_what_the_messages_advise_is_taken(name):
    result = call(name, fitting(name))
    assert result is not None
    assert not isinstance(result, pd.DataFrame) or len(result), "the texts of this test give every table rows"


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        (name, one, other)
        for name, held in HELD.items()
        for one, other in combinations(held, 2)
        if held[one] is not held[other]
    ],
)
def test_two_arguments_in_each_others_place_are_refused(name, one, other):
    right = fitting(name)
    with pytest.raises(pa.InputError, match="was given") as refused:
        call(name, right | {one: right[other], other: right[one]})
    assert "in each other's place?" in str(refused.value) or pa.DocumentFeatureMatrix in HELD[name].values()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "parameter"), [pair for pair in PAIRS if HELD[pair[0]][pair[1]] is pd.DataFrame]
)
def test_the_columns_asked_for_are_all_that_is_used(name, parameter):
    right = fitting(name)
    if parameter not in right or parameter == "matrix" or name in ("panel_codebook", "agreement", *WRITE):
        pytest.skip(
            "any table will do, or a square one, or it is told of, or written, with what columns it has"
        )
    message = _refusal(name, right, parameter, "a table of something else")
    asked = re.search(r"lacks the columns? ([^;]+);", message).group(1).split(", ")
    table = right[parameter]
    whole, lean = call(name, right), call(name, right | {parameter: table[asked]})
    if isinstance(whole, pd.DataFrame):
        shown = whole[lean.columns] if name in KEEPS_ALL else whole
        pd.testing.assert_frame_equal(lean, shown)
    for column in asked:
        with pytest.raises(pa.InputError, match=f"lacks the column {column};"):
            call(name, right | {parameter: table.drop(columns=column)})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "parameter"), [pair for pair in PAIRS if HELD[pair[0]][pair[1]] is pd.DataFrame]
)
def test_a_table_without_rows_gives_none(name, parameter):
    right = fitting(name)
    if parameter not in right:
        pytest.skip("any table will do")
    nothing = right[parameter].iloc[:0]
    if parameter == "matrix":
        nothing = nothing.iloc[:, :0]
    asks = NAMED & set(inspect.signature(FUNCTIONS[name]).parameters)
    try:
        result = call(name, right | {parameter: nothing})
    except pa.InputError:
        assert asks or name in WRITE
        return
    if isinstance(result, pd.DataFrame):
        whole = call(name, right)
        assert result.columns.name == whole.columns.name
        if whole.columns.name is not None:
            return  # columns that are themselves found in the texts
        assert result.columns.tolist() == whole.columns.tolist()
        assert result.dtypes.astype(str).tolist() == whole.dtypes.astype(str).tolist()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "parameter"), [pair for pair in PAIRS if HELD[pair[0]][pair[1]] is pa.Corpus]
)
def test_a_corpus_without_documents_gives_an_answer_without_rows(name, parameter):
    right = fitting(name)
    nothing = _world()["corpus"].subset(lambda documents: documents["doc_id"] == "")
    bare = {
        key: nothing if key == parameter else value.iloc[:0] if isinstance(value, pd.DataFrame) else value
        for key, value in right.items()
    }
    if "dfm" in bare:
        bare["dfm"] = pa.count_features(tables.empty("tokens"), nothing, by="doc_id")
    asks = NAMED & set(inspect.signature(FUNCTIONS[name]).parameters)
    try:
        result = call(name, bare)
    except pa.InputError:
        assert asks or name in LONG
        return
    assert not isinstance(result, pd.DataFrame) or result.empty


@pytest.mark.parametrize("name", tables.GIVEN_BY)
def test_every_table_is_given_by_the_call_that_its_messages_name(name):
    table = given(tables.GIVEN_BY[name])
    if isinstance(table, pd.DataFrame) and name != "borrowing":
        assert table.columns.tolist()[: len(tables.columns(name))] == tables.columns(name)
