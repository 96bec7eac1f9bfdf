"""Strands: steps that need no result of the others, run in processes of their own while this process runs the rest."""

import os
import signal
import threading
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError
from plananalysis.memory import give_back
from plananalysis.pipeline.step import Step

LARGE = 300_000
"""Characters of a corpus from which on it is worth starting processes: one takes about two seconds until it is ready."""

Found = tuple[dict[str, Any], list[Warning]]
"""Results by name, and the warnings that were given meanwhile."""


def check_jobs(n_jobs: object) -> None:
    """Refuse what is no number of processes.

    Raises
    ------
    InputError
        If it is neither None nor a whole number of at least 1, nor -1.
    """
    if n_jobs is None or (
        isinstance(n_jobs, int) and not isinstance(n_jobs, bool) and (n_jobs > 0 or n_jobs == -1)
    ):
        return
    raise InputError(
        "n_jobs: a number of processes is wanted, -1 for one on each core, not {given!r}", given=n_jobs
    )


def n_processes(n_jobs: int | None, corpus: Corpus) -> int:
    """Return how many processes work: by default one on each core for a large corpus, and this one alone for others.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> n_processes(None, corpus_from_texts({"a": "党建"})), n_processes(3, corpus_from_texts({"a": "党建"}))
    (1, 3)
    """
    if n_jobs is not None and n_jobs > 0:
        return n_jobs
    if n_jobs is None and int(corpus.documents["n_chars"].sum()) < LARGE:
        return 1
    from joblib import cpu_count

    return int(cpu_count())


def apart(steps: Sequence[Step], at_hand: Collection[str]) -> dict[str, list[Step]]:
    """Return the strands that can run by themselves: the steps of each, all of whose needs it gives or are at hand.

    If these are all steps, the last strand is left to the calling process.

    Examples
    --------
    >>> steps = [
    ...     Step("a", len, ("corpus",), ("one",), False, "first"),
    ...     Step("b", len, ("one",), ("two",), False, "first"),
    ...     Step("c", len, ("one",), ("three",), False, "second"),
    ...     Step("d", len, ("two",), ("four",), False),
    ... ]
    >>> {name: [step.name for step in strand] for name, strand in apart(steps, ["corpus"]).items()}
    {'first': ['a', 'b']}
    """
    strands: dict[str, list[Step]] = {}
    for step in steps:
        if step.strand:
            strands.setdefault(step.strand, []).append(step)
    free = {
        name: strand
        for name, strand in strands.items()
        if {need for step in strand for need in step.needs}
        <= {*at_hand, *(result for step in strand for result in step.gives)}
    }
    if free and sum(map(len, free.values())) == len(steps):
        free.popitem()
    return free


def run_strand(steps: Sequence[Step], at_hand: Mapping[str, Any], wanted: Collection[str]) -> Found:
    """Run the steps of a strand one after the other and return the results that are wanted of it."""
    results = dict(at_hand)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        for step in steps:
            give_back()
            results.update(new_results(step, results))
    new = {name: result for name, result in results.items() if name in wanted and name not in at_hand}
    return new, [each.message for each in said if isinstance(each.message, Warning)]


def new_results(step: Step, at_hand: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step gives, by name, but for what is at hand already: what the caller gave stays."""
    found = step.function(**{name: at_hand[name] for name in step.needs})
    results = (found,) if len(step.gives) == 1 else found
    return {name: result for name, result in zip(step.gives, results, strict=True) if name not in at_hand}


@contextmanager
def processes(n: int) -> Iterator[Any]:
    """Provide so many processes that wait for work; they end with the block, at once if an error leaves it."""
    from joblib.externals.loky import ProcessPoolExecutor

    pool = ProcessPoolExecutor(max_workers=n)
    with warnings.catch_warnings():
        # One that has taken up much memory is replaced by another once its work is done.
        warnings.filterwarnings("ignore", message="A worker stopped while some jobs")
        try:
            with _deaf_to_interrupts():
                pool.submit(os.getpid)  # starts them
            yield pool
        finally:
            pool.shutdown(wait=True, kill_workers=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that are started within the block ignore Ctrl-C: this process hears it, and ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def collected(future: Any) -> dict[str, Any]:
    """Return the results of a strand when it is done, and give its warnings.

    Raises
    ------
    InputError
        If its process was ended from outside.
    """
    from joblib.externals.loky.process_executor import BrokenProcessPool

    try:
        results, said = future.result()
    except BrokenProcessPool as error:
        raise InputError(
            "a process that worked on the corpus was ended from outside, most often because the memory is used up; "
            "n_jobs=1 (--jobs 1) takes less"
        ) from error
    for each in said:
        warnings.warn(each, stacklevel=4)
    return dict(results)
