"""The steps of the analysis hold together, and every way to ask gives the same words."""

import inspect
import weakref

import pandas as pd
import pytest
from click.testing import CliRunner
from pandas.testing import assert_frame_equal

import plananalysis as pa
from plananalysis.cli import cli
from plananalysis.pipeline import running
from plananalysis.pipeline.step import Step
from plananalysis.pipeline.steps import STEPS
from plananalysis.report.analysis import TABLES, analyse
from plananalysis.tables import empty

TEXTS = {
    "甲局/1": "甲局工作要点\n一、党建\n坚持“三会一课”，增强“四个意识”。推进渔业养殖，渔业兴县。年底前办好夜校3期。\n",
    "乙局/1": "乙局工作要点\n一、服务\n落实三会一课，深化“放管服”改革。推行“渔港夜校”。\n",
    "丙局/1": "丙局工作要点\n一、产业\n增强四个意识，做强光伏产业，光伏下乡。办好“渔港夜校”。\n",
}
SETTINGS = ("corpus", "by", "stopwords", "names", "min_chars", "lexicon", "register")


@pytest.fixture(scope="module")
def corpus():
    return pa.corpus_from_texts(
        TEXTS, pd.DataFrame({"doc_id": list(TEXTS), "unit": ["甲局", "乙局", "丙局"]})
    )


@pytest.fixture(scope="module")
def everything(corpus):
    return pa.run_steps(corpus)


def test_every_result_has_one_step_and_stands_behind_what_it_needs():
    ready = set(SETTINGS)
    for step in STEPS:
        assert set(step.needs) <= ready, step.name
        assert not set(step.gives) & ready, step.name
        ready |= set(step.gives)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_step_names_exactly_what_its_function_takes(step):
    assert set(inspect.signature(step.function).parameters) == set(step.needs)


@pytest.mark.parametrize("step", [step for step in STEPS if step.by_document], ids=lambda step: step.name)
def test_a_step_that_works_by_document_gives_the_same_rows_in_blocks(step, corpus, everything):
    settings = {**everything, "lexicon": empty("lexicon")}
    blocks = []
    for row in range(len(corpus)):
        block = corpus.subset(corpus.documents["doc_id"].isin([corpus.documents["doc_id"].iloc[row]]))
        needs = {name: block if name == "corpus" else settings[name] for name in step.needs}
        for name in ("themes", "tokens"):
            if name in needs:
                needs[name] = needs[name][needs[name]["doc_id"].isin(block.documents["doc_id"])]
        blocks.append(step.function(**needs))
    whole = everything[step.gives[0]]
    together = pd.concat([block.astype(object) for block in blocks], ignore_index=True)
    assert len(together)
    assert_frame_equal(together, whole.astype(object).reset_index(drop=True))


@pytest.mark.parametrize("name", ["tokens", "keyness_by", "citations", "families", "comparisons"])
def test_a_result_asked_for_alone_is_what_the_whole_gives(name, corpus, everything):
    assert_frame_equal(pa.run_steps(corpus, name)[name], everything[name])


def test_the_report_takes_all_its_tables_from_the_steps(corpus, everything):
    tables = analyse(corpus).tables
    for name in TABLES:
        if name != "passages":
            assert_frame_equal(tables[name], everything[name])


def test_report_command_and_library_count_the_same_words(corpus, everything, tmp_path):
    for doc_id, text in TEXTS.items():
        (tmp_path / "plans" / doc_id).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plans" / f"{doc_id}.txt").write_text(text, encoding="utf-8")
    run = CliRunner().invoke(cli, ["segment", str(tmp_path / "plans"), "-o", str(tmp_path / "tokens.csv")])
    assert run.exit_code == 0, run.output
    written = pd.read_csv(tmp_path / "tokens.csv")
    assert (
        sorted(written["token"])
        == sorted(pa.tokens(corpus)["token"])
        == sorted(everything["tokens"]["token"])
    )
    assert "渔港夜校" in set(written["token"]), "slogans of the corpus itself are whole"


def test_slogans_at_hand_are_not_mined_again(corpus, everything, monkeypatch):
    monkeypatch.setattr("plananalysis.slogans.discovery.mine", None)
    found = pa.tokens(corpus, slogans=everything["slogans"])
    assert_frame_equal(found, everything["tokens"])


def test_a_term_of_ones_own_stands_before_the_slogan_it_equals(corpus):
    own = pd.DataFrame({"term": ["“渔港夜校”"], "kind": ["own"]})
    found = pa.tokens(corpus, lexicon=own)
    assert found.loc[found["kind"] == "own", "token"].tolist() == ["“渔港夜校”"] * 2


def test_a_theme_lexicon_given_is_used_and_not_chosen_again(corpus):
    found = pa.run_steps(corpus, ["themes", "theme_lexicon"], given={"theme_lexicon": "government_work"})
    assert found["theme_lexicon"] == "government_work"
    assert_frame_equal(found["themes"], pa.code_themes(corpus, lexicon="government_work"))


@pytest.mark.parametrize("options", [{"results": "token"}, {"given": {"slogan": None}}])
def test_an_unknown_result_is_refused_with_names_that_come_near(corpus, options):
    with pytest.raises(pa.InputError, match=r"no step gives '(token|slogan)'; near it: .*(tokens|slogans)"):
        pa.run_steps(corpus, **options)


def test_progress_counts_the_steps_that_run(corpus):
    seen = []
    pa.run_steps(corpus, ["tokens"], progress=lambda *said: seen.append(said))
    assert seen == [("slogans", 0, 3), ("names of units", 1, 3), ("words", 2, 3), ("words", 3, 3)]


def test_what_no_step_needs_any_more_is_let_go(corpus, monkeypatch):
    alive = []

    class Big:
        pass

    def first(corpus):
        big = Big()
        alive.append(weakref.ref(big))
        return big

    steps = (
        Step("first", first, ("corpus",), ("big",), False),
        Step("second", lambda big: 1, ("big",), ("one",), False),
        Step("third", lambda one: alive[0]() is None, ("one",), ("gone",), False),
    )
    monkeypatch.setattr(running, "STEPS", steps)
    assert pa.run_steps(corpus, "gone") == {"gone": True}


def test_plans_side_by_side_list_slogans_of_strong_evidence_alone(everything):
    slogans = everything["slogans"]
    strong = set(slogans.loc[slogans["score"] >= 1, "slogan"])
    assert set(everything["strong_occurrences"]["slogan"]) == strong & set(
        everything["occurrences"]["slogan"]
    )
    cells = everything["comparisons"][["shared_slogans", "slogans_a", "slogans_b"]].to_numpy().ravel()
    listed = {name for cell in cells for name in cell.split("｜") if name}
    assert listed
    assert listed <= strong < set(slogans["slogan"])
