"""Public functions keep their names, whatever the modules that hold them are called."""

import subprocess
import sys


def test_functions_are_not_hidden_by_modules_of_the_same_name():
    code = """
import importlib
import plananalysis as pa
for name in ("keywords", "keyness", "similarity", "dispersion", "collocations", "concordance"):
    module = importlib.import_module(f"plananalysis.{name}")
    for _ in range(2):
        assert getattr(pa, name) is getattr(module, name), name
from plananalysis import keyness, similarity
from plananalysis.keyness import keyness as same
assert callable(similarity) and keyness is same
"""
    subprocess.run([sys.executable, "-c", code], check=True)
