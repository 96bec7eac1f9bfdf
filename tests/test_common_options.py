"""Options that several functions take: one default, one meaning; and parts of plans in every count."""

import inspect
import re
import warnings
from functools import cache

import pandas as pd
import pytest
from click.testing import CliRunner

import plananalysis as pa
from plananalysis.cli.program import COMMANDS, cli, main
from plananalysis.common_options import DEPARTURES, OPTIONS, in_part
from shared import ROOT

TEXTS = {
    "甲": "二、今年工作安排\n（一）支部建设。落实“三会一课”，增强“四个意识”，学习《支部工作条例》，地区生产总值增长5%。6月底前走访服务10次，要巩固整治成果，防止反弹回潮，持续为基层减负松绑。在甘肃、与甘肃共建，做强稀土产业、延伸稀土产业、集聚稀土产业。",
    "乙": "二、今年工作安排\n（一）支部建设。落实“三会一课”，学习《党章》《支部工作条例》。年底前走访服务20次，应巩固集中整治成果，防止反弹回潮，持续为基层减负松绑。",
}
REVIEW = "县政府工作报告\n一、去年工作回顾\n（一）办学。开展“三会一课”8次，学习《党章》，{}修建学校，纠治“四风”，修建学校，举办党课，推进渠岸两侧道路硬化和绿化亮化工程建设全面完工。办职业教育、促职业教育、兴职业教育。\n"
ANNEX = "附件\n任务\t牵头单位\t时限\n修水渠\t县水利局\t6月底\n"
METADATA = pd.DataFrame(
    {
        "doc_id": ["甲23", "甲24", "乙24"],
        "unit": ["甲县", "甲县", "乙县"],
        "year": [2023, 2024, 2024],
    }
)
FUNCTIONS = {name: getattr(pa, name) for name in pa.__all__ if inspect.isfunction(getattr(pa, name))}
PARAMETERS = {name: inspect.signature(function).parameters for name, function in FUNCTIONS.items()}
TAKERS = [(name, option) for name, taken in PARAMETERS.items() for option in taken if option in OPTIONS]
IN_PARTS = [name for name, taken in PARAMETERS.items() if "part" in taken]
WHOLE = {
    "groups_of": "names the group of each document",
    "outline": "lists the headings, each with its passage, which says the part",
    "parts": "lists the parts",
    "inspect_corpus": "shows what was read",
    "describe_rows": "names the rows of a matrix, which was counted of some part",
    "group_rows": "adds up the rows of a matrix",
    "nearest": "compares the rows of a matrix",
    "with_context": "shows the places of a table",
    "show_pair": "shows one row of a table",
    "plant_reuse": "makes a corpus for tests",
    "suggest_lexicon": "tells the genre, which is that of the whole text",
    "verify_report": "computes a report anew, with the parts that it was made of",
    "dyads": "sets tables beside each other, which were made of some part",
    "find_fulfilment": "sets the plan beside the look-back, and so chooses the parts itself",
}
"""What takes a corpus and counts nothing of it."""
ASKED = {
    "terms": "学习", "target": "甲县", "pattern": "学习", "theme": "思想建设", "a": "甲24", "b": "乙24", "unit": "甲县", "of": "slogan", "source": "甲24",
}  # fmt: skip


@cache
def corpus() -> pa.Corpus:
    texts = {
        "甲23": REVIEW.format("到甘肃看学校，") + TEXTS["甲"],
        "甲24": REVIEW.format("新设“渔港夜校”，请甘肃来人，") + TEXTS["甲"] + "\n" + ANNEX,
        "乙24": REVIEW.format("") + TEXTS["乙"],
    }
    return pa.corpus_from_texts(texts, METADATA)


@cache
def table_of(name: str) -> pd.DataFrame:
    whole = corpus()
    if name in ("table", "occurrences"):
        return pa.slogan_occurrences(whole, table_of("slogans"))
    made = {
        "tokens": pa.tokens,
        "slogans": pa.find_slogans,
        "citations": pa.find_citations,
        "themes": lambda whole: pa.code_themes(whole, lexicon="party_building"),
        "commitments": pa.find_commitments,
        "reuse": pa.find_reuse,
        "codes": pa.code_sentences,
    }
    return made[name](whole)


def arguments(name: str) -> dict[str, object]:
    """Return what a function takes besides the corpus, tables of the whole corpus among it."""
    needed = [
        each for each, taken in PARAMETERS[name].items() if taken.default is taken.empty and each != "corpus"
    ]
    return {each: ASKED[each] if each in ASKED else table_of(each) for each in needed}


@cache
def result_of_all(name: str) -> object:
    return FUNCTIONS[name](**arguments(name), corpus=corpus())


def standing_in(table: pd.DataFrame, parts: list[str]) -> pd.DataFrame:
    """Return the rows whose every place lies in a passage of these parts, looked up one by one."""
    kept = corpus().passages[corpus().passages["part"].isin(parts)]

    def inside(doc_id: str, start: int) -> bool:
        return ((kept["doc_id"] == doc_id) & (kept["start"] <= start) & (start < kept["end"])).any()

    if "start" in table.columns:
        rows = [inside(row.doc_id, row.start) for row in table.itertuples()]
    elif "start_a" in table.columns:
        rows = [
            inside(row.doc_a, row.start_a) and inside(row.doc_b, row.start_b) for row in table.itertuples()
        ]
    else:
        rows = table["passage_id"].isin(kept["passage_id"])
    return table[rows].reset_index(drop=True)


def same(one: object, other: object) -> None:
    """Assert that two results are equal, whatever they are."""
    if isinstance(one, pd.DataFrame):
        plain = [
            frame.astype(dict.fromkeys(frame.select_dtypes("category"), "str")) for frame in (one, other)
        ]
        pd.testing.assert_frame_equal(*plain)
    elif isinstance(one, pa.DocumentFeatureMatrix):
        pd.testing.assert_frame_equal(one.to_frame(), other.to_frame())
    elif isinstance(one, dict):
        assert list(one) == list(other)
        for name in one:
            same(one[name], other[name])
    else:
        assert str(one) == str(other)


@pytest.mark.parametrize(("name", "option"), TAKERS)
def test_an_option_has_one_default_wherever_it_is_taken(name, option):
    default = PARAMETERS[name][option].default
    if (name, option) in DEPARTURES:
        assert default != OPTIONS[option].default
    elif default is not inspect.Parameter.empty:
        assert default == OPTIONS[option].default


def test_departures_are_of_options_that_are_taken():
    assert set(DEPARTURES) <= set(TAKERS)


def test_what_three_functions_take_is_described_with_the_options():
    own = {
        "ax",
        "colours",
        "top",
        "value",
        "order",
        "label",
        "width",
        "most",
        "panels_across",
        "correction",
        "prior",
        "threshold",
        "slogans",
        "seed",
        "given",
        "n",
    }
    own |= {"corpus", "directory", "kind"}
    taken = [p for parameters in PARAMETERS.values() for p in parameters.values()]
    optional = [p.name for p in taken if p.default is not p.empty]
    often = {name for name in optional if optional.count(name) >= 3}
    assert often - set(OPTIONS) <= own


@pytest.mark.parametrize("name", sorted({name for name, _ in TAKERS}))
def test_a_docstring_names_every_common_option_that_the_function_takes(name):
    described = inspect.getdoc(FUNCTIONS[name]).partition("Parameters\n---")[2].partition("Returns\n---")[0]
    heads = re.findall(r"^\S.*$", described, re.MULTILINE)
    named = {each.strip("*") for head in heads for each in re.split(r"[,\s]+", head.partition(" : ")[0])}
    assert {option for each, option in TAKERS if each == name} <= named


def test_the_guide_lists_the_options_as_the_code_describes_them():
    guide = (ROOT / "docs" / "guide" / "README.md").read_text(encoding="utf-8")
    for name, option in OPTIONS.items():
        assert f"| `{name}` |" in guide
        assert option.en in guide


def test_stopwords_are_left_out_of_every_count_unless_they_are_asked_for():
    tokens = table_of("tokens")
    for name in ("count_features", "collocations", "keyness_by"):
        by_default = FUNCTIONS[name](tokens, corpus())
        terms = (
            by_default.features
            if name == "count_features"
            else by_default[["first", "second"] if name == "collocations" else ["term"]].to_numpy().ravel()
        )
        assert not set(terms) & set(pa.load_stopwords()["word"])
    assert "落实" in pa.count_features(tokens, corpus(), stopwords=None).features


ALL_IN_PLAN = (
    "find_glossary",
    "find_tasks",
    "find_targets",
    "term_changes",
    "sensitivity",
    "code_sentences",
    "transmission",
)
ALL_IN_PLAN_COMMANDS = ("tasks", "glossary", "targets", "sensitivity", "codes", "transmission")
"""What finds nothing in these texts outside the parts that are asked for, or compares ranks that do not move."""


def test_whatever_reads_or_counts_a_corpus_can_be_asked_for_a_part():
    takes = {name for name, taken in PARAMETERS.items() if "corpus" in taken}
    assert takes - set(IN_PARTS) == set(WHOLE)


@pytest.mark.slow
@pytest.mark.parametrize("parts", ["plan", ["plan", "annex"]])
@pytest.mark.parametrize(
    "name",
    [name for name in IN_PARTS if name not in ("build_report", "show_places")],
)
def test_a_part_of_every_count_is_the_count_of_that_part(name, parts):
    wanted = [parts] if isinstance(parts, str) else parts
    chosen = corpus().subset(part=parts)
    given = arguments(name)
    restricted = {
        key: standing_in(value, wanted) if isinstance(value, pd.DataFrame) and key != "slogans" else value
        for key, value in given.items()
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pa.PlanWarning)
        part, subset = (
            FUNCTIONS[name](**given, corpus=corpus(), part=parts),
            FUNCTIONS[name](**restricted, corpus=chosen),
        )
        whole = result_of_all(name)
    same(part, subset)
    if name not in ALL_IN_PLAN and (
        name,
        parts,
    ) != (
        "find_commitments",
        ["plan", "annex"],
    ):
        with pytest.raises(AssertionError):
            same(part, whole)


@pytest.mark.parametrize("name", IN_PARTS)
def test_a_part_that_no_plan_has_is_refused_with_the_near_names(name, tmp_path):
    given = {"directory": tmp_path / "report"} if name == "build_report" else arguments(name)
    with pytest.raises(pa.InputError, match="no part 'plans'; near it: plan, "):
        FUNCTIONS[name](**given, corpus=corpus(), part="plans")


@pytest.mark.parametrize("wrong", [3, [], ["plan", "goals"], ""])
def test_what_names_no_part_is_refused_in_one_line(wrong):
    with pytest.raises(pa.InputError) as refused:
        pa.find_slogans(corpus(), part=wrong)
    assert "targets" in str(refused.value) and "\n" not in str(refused.value)


def test_a_part_that_no_document_has_warns_and_names_those_there_are():
    with pytest.warns(
        pa.PlanWarning, match="no document has the part closing; there are other, lookback, plan"
    ):
        assert pa.find_citations(corpus(), part="closing").empty


def test_a_table_without_places_cannot_be_asked_for_a_part():
    counts = pa.count_by(table_of("occurrences"), corpus(), of="slogan", by="doc_id").rename(
        columns={"group": "doc_id"}
    )
    with pytest.raises(pa.InputError, match="of no row where it stands"):
        in_part("plan", corpus(), counts)


def test_a_part_of_a_table_without_rows_is_a_table_without_rows():
    nothing = table_of("reuse").iloc[:0]
    assert in_part("plan", corpus(), nothing)[1].columns.tolist() == nothing.columns.tolist()


def test_words_of_the_look_back_are_no_keywords_of_the_plan():
    tokens, plan = table_of("tokens"), "plan"
    assert "学校" in pa.count_features(tokens, corpus()).features
    assert "学校" not in pa.count_features(tokens, corpus(), part=plan).features
    assert set(pa.concordance(corpus(), "学校", part="lookback")["passage_id"]) <= set(
        corpus().passages.query("part == 'lookback'")["passage_id"]
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("plans")
    for doc_id, text in corpus().texts():
        (place / f"{doc_id}.txt").write_text(text, encoding="utf-8")
    METADATA.rename(columns={"doc_id": "file"}).to_csv(place / "metadata.csv", index=False)
    return place


MORE = {
    "keyness": ["--target", "甲县"],
    "kwic": ["学习"],
    "compare": ["甲24", "乙24"],
    "inspect": ["--table", "passages"],
    "frequencies": ["学习"],
    "transmission": ["--source", "甲24"],
    "panel": ["--measure", "terms", "--term", "学习"],
}
OF_A_CORPUS = [
    each
    for each in COMMANDS
    if each.name not in ("validate", "verify", "sample", "notebooks", "completion", "store", "workspace")
]


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [each for each in OF_A_CORPUS if each.name != "report"], ids=lambda each: each.name
)
def test_every_command_reads_only_the_part_that_is_asked_for(command, folder, tmp_path):
    asked = [command.name, str(folder), *MORE.get(command.name, []), "-o", str(tmp_path / "t.csv")]
    tables = []
    for extra in (["--part", "plan"], []):
        result = CliRunner().invoke(cli, asked + extra, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        tables.append(pa.read_table(tmp_path / "t.csv"))
    part, whole = tables
    assert part.columns.tolist() == whole.columns.tolist()
    if "passage_id" in part.columns:
        kept = corpus().passages.query("part == 'plan'")["passage_id"]
        assert set(part["passage_id"]) <= set(kept)
    assert command.name in ALL_IN_PLAN_COMMANDS or not part.equals(whole)


@pytest.mark.parametrize("command", OF_A_CORPUS, ids=lambda each: each.name)
def test_every_command_refuses_an_unknown_part_before_it_reads(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command.name, "no-such-folder", *MORE.get(command.name, []), "--part", "plans"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert (
        said.startswith("plananalysis: a plan has no part 'plans'; near it: plan, ") and said.count("\n") == 1
    )
