"""What all tests and doctests share: compiled modules are kept, and doctests that run whole programs are slow."""

import getpass
import os
import sys
import tempfile
from pathlib import Path

import pytest

WHOLE_PROGRAMS = {"plananalysis.report.verify.verify_report", "plananalysis.report.write.build_report"}
"""Doctests that compute and draw a whole report; tests of that kind are marked where they stand."""


def pytest_configure(config: pytest.Config) -> None:
    """Let the command line speak English, in which tests quote it, and keep compiled modules."""
    if any(os.environ.get(name, "").startswith("zh") for name in ("LC_ALL", "LC_MESSAGES", "LANG")):
        os.environ["LC_ALL"] = "C.UTF-8"
    _keep_compiled()


def _keep_compiled() -> None:
    """Keep compiled modules in a folder of the user's where none are to be written beside the sources.

    Else every process of the run, and every program that a test starts, compiles the package and rewrites the tests
    anew, which takes longer than most tests.
    """
    if not sys.dont_write_bytecode or sys.pycache_prefix:
        return
    folder = Path(tempfile.gettempdir(), f"plananalysis-bytecode-{getpass.getuser()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and (folder.stat().st_uid != os.getuid() or folder.stat().st_mode & 0o077):
        return  # somebody else's: what lies there is not to be run
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the doctests that run whole programs."""
    for item in items:
        if item.name in WHOLE_PROGRAMS:
            item.add_marker(pytest.mark.slow)
