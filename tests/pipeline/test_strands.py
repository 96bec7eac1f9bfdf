"""Steps in processes of their own give what they give in one, and nothing of them stays behind."""

import os
import signal
import time
import warnings
from contextlib import suppress

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.pipeline import running
from plananalysis.pipeline.step import Step
from plananalysis.pipeline.steps import STEPS
from plananalysis.pipeline.strands import LARGE, apart, n_processes

TEXTS = {
    "甲局/1": "甲局2024年工作要点\n一、渡口\n坚持“三会一课”，增强“四个意识”。疏浚渠道30公里，由各坊轮流照看渡口石阶。年底前办好夜校3期。\n",
    "乙局/1": "乙局2024年工作要点\n一、服务\n落实三会一课，深化“放管服”改革。由各坊轮流照看渡口石阶，推行“渔港夜校”。\n",
    "丙局/1": "丙局2024年工作要点\n一、产业\n增强四个意识，做强光伏产业，光伏下乡。6月底前办好“渔港夜校”5期。\n",
}
SETTINGS = {"corpus", "by", "stopwords", "lexicon", "register"}


@pytest.fixture(scope="module")
def corpus():
    facts = pd.DataFrame({"doc_id": list(TEXTS), "unit": ["甲局", "乙局", "丙局"], "year": 2024})
    return pa.corpus_from_texts(TEXTS, facts)


def gone(process: int) -> bool:
    """Say whether a process ends within some seconds."""
    for _ in range(100):
        with suppress(ProcessLookupError):
            os.kill(process, 0)
            time.sleep(0.1)
            continue
        return True
    return False


def test_every_strand_of_the_analysis_can_run_by_itself():
    strands = {step.strand for step in STEPS} - {""}
    assert set(apart(STEPS, SETTINGS)) == strands
    assert len(strands) > 1


def test_a_strand_that_needs_what_another_gives_stays_here():
    steps = [step._replace(needs=("tokens",)) if step.name == "reuse" else step for step in STEPS]
    assert "wording" not in apart(steps, SETTINGS)
    assert "wording" in apart(steps, {*SETTINGS, "tokens"})


def test_the_results_are_the_same_for_any_number_of_processes(corpus):
    alone, *others = (pa.run_steps(corpus, n_jobs=n) for n in (1, 2, 4))
    for found in others:
        assert list(found) == list(alone)
        for name, result in alone.items():
            if isinstance(result, pd.DataFrame):
                pd.testing.assert_frame_equal(found[name], result)
            elif name != "counts":
                assert found[name] == result


@pytest.mark.slow
def test_a_report_is_the_same_bytes_for_any_number_of_processes(corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for n in (1, 2):
        pa.build_report(corpus, tmp_path / str(n), n_jobs=n)
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*") if path.is_file())
    assert len(files) > 50
    for file in files:
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes(), file


def test_what_is_given_is_not_computed_in_another_process_either(corpus):
    found = pa.run_steps(
        corpus, ["themes", "theme_lexicon", "terms"], given={"theme_lexicon": "government_work"}, n_jobs=2
    )
    assert found["theme_lexicon"] == "government_work"
    pd.testing.assert_frame_equal(found["themes"], pa.code_themes(corpus, lexicon="government_work"))


def test_a_small_corpus_stays_in_one_process_and_a_large_one_takes_all_cores(corpus):
    large = pa.corpus_from_texts({"甲": "修渠。" * (LARGE // 3)})
    assert n_processes(None, corpus) == 1
    assert n_processes(None, large) == n_processes(-1, corpus) >= 1
    assert n_processes(3, corpus) == 3


@pytest.mark.parametrize("n_jobs", [0, -2, 1.5, "2", True])
def test_what_is_no_number_of_processes_is_refused(corpus, n_jobs):
    with pytest.raises(pa.InputError, match="n_jobs: a number of processes is wanted"):
        pa.run_steps(corpus, "terms", n_jobs=n_jobs)


def steps_with(beside, here) -> tuple[Step, ...]:
    """Return a step of a strand and one of this process."""
    return (
        Step("beside", beside, ("corpus",), ("a",), False, "strand"),
        Step("here", here, ("corpus",), ("b",), False),
    )


def test_work_is_done_in_another_process_that_ends_with_it(corpus, monkeypatch):
    monkeypatch.setattr(running, "STEPS", steps_with(lambda corpus: os.getpid(), lambda corpus: os.getpid()))
    seen = []
    found = pa.run_steps(corpus, n_jobs=2, progress=lambda *said: seen.append(said))
    assert found["b"] == os.getpid() != found["a"]
    assert gone(found["a"])
    assert seen == [("here", 0, 2), ("beside", 1, 2), ("here", 2, 2)]


def test_an_error_in_another_process_is_the_error_here(corpus, monkeypatch):
    def wrong(corpus):
        raise pa.InputError("{path}: no such file", path="甲.csv")

    monkeypatch.setattr(running, "STEPS", steps_with(wrong, lambda corpus: 1))
    with pytest.raises(pa.InputError, match="no such file") as caught:
        pa.run_steps(corpus, n_jobs=2)
    assert caught.value.said("zh") == "甲.csv：没有这个文件"


def test_an_error_here_ends_the_other_process_at_once(corpus, monkeypatch, tmp_path):
    noted = tmp_path / "process"

    def long(corpus):
        noted.write_text(str(os.getpid()))
        time.sleep(600)

    def wrong(corpus):
        while not (noted.exists() and noted.read_text()):
            time.sleep(0.05)
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "STEPS", steps_with(long, wrong))
    with pytest.raises(KeyboardInterrupt):
        pa.run_steps(corpus, n_jobs=2)
    assert gone(int(noted.read_text()))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_a_process_that_is_killed_is_told_of_in_one_line(corpus, monkeypatch):
    killed = steps_with(lambda corpus: os.kill(os.getpid(), signal.SIGKILL), lambda corpus: 1)
    monkeypatch.setattr(running, "STEPS", killed)
    with pytest.raises(pa.InputError, match=r"ended from outside.*--jobs 1") as caught:
        pa.run_steps(corpus, n_jobs=2)
    assert "进程" in caught.value.said("zh")


def test_warnings_of_another_process_are_given_here(corpus, monkeypatch):
    def warned(corpus):
        warnings.warn(pa.PlanWarning("{path}: no such file", path="甲.csv"), stacklevel=1)
        return 1

    monkeypatch.setattr(running, "STEPS", steps_with(warned, lambda corpus: 1))
    with pytest.warns(pa.PlanWarning, match="no such file"):
        assert pa.run_steps(corpus, n_jobs=2) == {"a": 1, "b": 1}
