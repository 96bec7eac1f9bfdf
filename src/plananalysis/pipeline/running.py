"""Run the steps of the analysis, all or those that the wanted results need, in their order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from plananalysis.common_options import LISTED_MIN_CHARS, Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near
from plananalysis.groups import grouping
from plananalysis.lexicon.taken import Words, as_lexicon, as_register, as_stopwords
from plananalysis.memory import give_back
from plananalysis.pipeline.step import Progress, Step
from plananalysis.pipeline.steps import STEPS
from plananalysis.pipeline.strands import (
    apart,
    check_jobs,
    collected,
    n_processes,
    new_results,
    processes,
    run_strand,
)
from plananalysis.resources import SHIPPED
from plananalysis.tables import check, empty


def run_steps(
    corpus: Corpus,
    results: str | Sequence[str] | None = None,
    *,
    by: str | None = None,
    stopwords: Words = SHIPPED,
    names: bool = False,
    min_chars: int = LISTED_MIN_CHARS,
    lexicon: Words = None,
    register: Words = None,
    given: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    part: Part = None,
    n_jobs: int | None = None,
) -> dict[str, Any]:
    """Compute results exactly as the report does: those asked for and what they need, each once.

    Parameters
    ----------
    corpus
        The loaded corpus.
    results
        Names of results (see :func:`steps_for`): ``"tokens"``, ``["occurrences", "reuse"]``; by default all of them.
    by
        What is grouped and compared: ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one
        unit its years, else documents.
    stopwords
        Left out of keywords, keyness and similarity; as in :func:`plananalysis.count_features`.
    names
        Whether these count places, units and persons as well.
    min_chars
        Characters of a term that is listed as keyword, keyness or change; as in :func:`plananalysis.keywords`.
    lexicon
        Your own terms, kept in one piece besides the slogans; as in :func:`plananalysis.segment`.
    register
        Known slogans; as in :func:`plananalysis.find_slogans`.
    given
        Results at hand, by name; the steps that give nothing else are left out. ``{"theme_lexicon": "my.yaml"}``
        takes a theme lexicon of your own.
    progress
        Called with (what, done, total) before each step and at the end.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.
    n_jobs
        Processes at work, -1 for one on each core; by default that for a corpus of more than 300,000 characters, and the
        calling process alone for a smaller one. The results are the same for any number of them.

    Returns
    -------
    dict of str to DataFrame
        The results asked for, by name, in the order in which they are computed. All are tables but ``counts`` (a
        :class:`plananalysis.DocumentFeatureMatrix`), ``clustered`` and ``unit_names`` (lists) and ``theme_lexicon`` (a name).

    Raises
    ------
    InputError
        If there is no such result, or a setting cannot be used.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "一、坚持“三会一课”。", "乙": "一、落实三会一课。"})
    >>> found = run_steps(corpus, ["tokens", "occurrences"])
    >>> list(found)
    ['occurrences', 'tokens']
    >>> found["occurrences"][["doc_id", "slogan", "frame"]]
      doc_id slogan frame
    0      乙   三会一课    落实
    1      甲   三会一课    坚持
    """
    check_corpus(corpus)
    check_jobs(n_jobs)
    corpus = corpus_part(part, corpus)
    given = given or {}
    steps = steps_for(results, given=given)
    at_hand = {
        "corpus": corpus,
        "by": grouping(corpus, by),
        "stopwords": as_stopwords(stopwords),
        "names": names,
        "min_chars": min_chars,
        "lexicon": empty("lexicon") if lexicon is None else as_lexicon(lexicon, extend=False),
        "register": as_register(register),
        **given,
    }
    known = [name for step in STEPS for name in step.gives]
    wanted = known if results is None else [results] if isinstance(results, str) else list(results)
    n = n_processes(n_jobs, corpus)
    strands = apart(steps, at_hand) if n > 1 else {}
    if strands:
        _run_beside(steps, strands, at_hand, wanted, n_beside=n - 1, progress=progress)
    else:
        _run_in_turn(steps, at_hand, wanted, progress)
    if progress and steps:
        progress(steps[-1].name, len(steps), len(steps))
    return {name: at_hand[name] for name in known if name in wanted}


def steps_for(results: str | Iterable[str] | None = None, *, given: Iterable[str] = ()) -> list[Step]:
    """Return the steps that some results need, in their order.

    Parameters
    ----------
    results
        Names of results; by default all, and so all steps.
    given
        Results that need not be computed.

    Returns
    -------
    list of Step
        Each with its name, the function, what it needs and gives, and whether it works document by document.

    Raises
    ------
    InputError
        If no step gives such a result.

    Examples
    --------
    >>> [step.name for step in steps_for("tokens")]
    ['slogans', 'names of units', 'words']
    >>> [step.name for step in steps_for("tokens", given=["slogans"])]
    ['names of units', 'words']
    >>> [name for step in steps_for() for name in step.gives][:4]
    ['outline', 'parts', 'slogans', 'occurrences']
    """
    known, at_hand = [name for step in STEPS for name in step.gives], set(given)
    asked = known if results is None else [results] if isinstance(results, str) else list(results)
    for name in [*asked, *at_hand]:
        if name not in known:
            raise InputError("no step gives {name!r}; {near}", name=name, near=near(str(name), known))
    missing, chosen = set(asked) - at_hand, []
    for step in reversed(STEPS):
        if missing & set(step.gives):
            chosen.append(step)
            missing = (missing | set(step.needs)) - set(step.gives) - at_hand
    return chosen[::-1]


def tokens(
    corpus: Corpus,
    *,
    slogans: pd.DataFrame | None = None,
    lexicon: Words = None,
    register: Words = None,
    progress: Progress | None = None,
    part: Part = None,
) -> pd.DataFrame:
    """Split a corpus into words and slogans, exactly as report, commands and notebooks count them.

    The slogans of the corpus itself, those of the register and your own terms stay in one piece; of terms that are
    equal when folded, your own stand first. :func:`plananalysis.segment` is the same without the slogans of the
    corpus.

    Parameters
    ----------
    corpus
        The loaded corpus.
    slogans
        Table of :func:`plananalysis.find_slogans`, if at hand; by default it is computed.
    lexicon
        Your own terms; as in :func:`plananalysis.segment`.
    register
        Known slogans; as in :func:`plananalysis.find_slogans`.
    progress
        Called with (what, done, total).
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        doc_id, passage_id, start, end, token, kind; as in :func:`plananalysis.segment`.

    Raises
    ------
    InputError
        If lexicon or register cannot be used.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, segment
    >>> corpus = corpus_from_texts({"a": "推行“渔港夜校”。", "b": "办好“渔港夜校”。"})
    >>> tokens(corpus, lexicon=["办好"])["token"].tolist()
    ['推行', '“', '渔港夜校', '”', '。', '办好', '“', '渔港夜校', '”', '。']
    >>> segment(corpus)["token"].tolist()[:6]
    ['推行', '“', '渔港', '夜校', '”', '。']
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    if slogans is not None:
        check(slogans, "slogans", ("slogan", "kind", "score", "status"))
    given = {} if slogans is None else {"slogans": slogans}
    found = run_steps(corpus, "tokens", lexicon=lexicon, register=register, given=given, progress=progress)
    return found["tokens"]


def _run_in_turn(
    steps: Sequence[Step], at_hand: dict[str, Any], wanted: Sequence[str], progress: Progress | None
) -> None:
    """Run the steps one after the other and put their results to what is at hand."""
    for number, step in enumerate(steps):
        give_back()  # what the step before has freed, so that the steps' peaks do not add up
        if progress:
            progress(step.name, number, len(steps))
        at_hand.update(new_results(step, at_hand))
        _forget(at_hand, wanted, steps[number + 1 :])


def _run_beside(
    steps: Sequence[Step],
    strands: Mapping[str, Sequence[Step]],
    at_hand: dict[str, Any],
    wanted: Sequence[str],
    *,
    n_beside: int,
    progress: Progress | None,
) -> None:
    """Run strands in processes beside this one, which runs the other steps, and put the results to what is at hand."""
    strand_of = {result: name for name, strand in strands.items() for step in strand for result in step.gives}
    here = [step for step in steps if not any(result in strand_of for result in step.gives)]
    kept = set(wanted).union(*(step.needs for step in here))
    tell = progress or (lambda what, done, total: None)
    done = 0
    with processes(min(n_beside, len(strands))) as pool:
        running = {
            name: pool.submit(run_strand, strand, _needed(strand, at_hand), kept)
            for name, strand in strands.items()
        }
        for number, step in enumerate([*here, None]):
            needs = strand_of if step is None else step.needs
            for name in dict.fromkeys(strand_of[need] for need in needs if need in strand_of):
                if name in running:
                    tell(strands[name][-1].name, done, len(steps))
                    at_hand.update(collected(running.pop(name)))
                    done += len(strands[name])
            if step is not None:
                give_back()
                tell(step.name, done, len(steps))
                at_hand.update(new_results(step, at_hand))
                _forget(at_hand, wanted, here[number + 1 :])
                done += 1


def _needed(steps: Iterable[Step], at_hand: Mapping[str, Any]) -> dict[str, Any]:
    """Return what steps need of what is at hand, and what they would give but is at hand already."""
    names = {name for step in steps for name in (*step.needs, *step.gives)}
    return {name: value for name, value in at_hand.items() if name in names}


def _forget(at_hand: dict[str, Any], wanted: Iterable[str], to_come: Iterable[Step]) -> None:
    """Drop what no step to come needs and nobody asked for: it would only take memory."""
    kept = set(wanted).union(*(step.needs for step in to_come))
    for name in set(at_hand) - kept:
        del at_hand[name]
