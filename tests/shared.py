"""The one place that knows where the shared test data lies."""

import os
from functools import cache
from pathlib import Path

import pytest

from plananalysis import Corpus, load_corpus

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def shared_path(*parts: str) -> Path:
    """Return a path below the shared folder; skip the test where it is absent, fail if CI requires it."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        reason = f"shared data not present: {'/'.join(parts)}"
        if os.environ.get("PLANANALYSIS_REQUIRE_SHARED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def shared_corpus(*parts: str) -> Corpus:
    """Return the corpus below the shared folder, loaded once for all tests of a run; skip the test where it is absent."""
    return _loaded(shared_path(*parts))


@cache
def _loaded(folder: Path) -> Corpus:
    return load_corpus(folder)
