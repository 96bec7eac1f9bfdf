"""The one place that knows where the shared test data lies."""

import os
from pathlib import Path

import pytest

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
