"""Change one thing in the source, and see whether the tests notice it: which share of such mutants they kill.

``python benchmarks/mutants.py [AREA…] [--sample N] [--seed S]`` draws N mutants (default 40) of each area: the
edges of shared passages, outline, quantities, counts, folding. A mutant is one comparison turned, one sum made a
difference, one number one more, one condition negated, one `and` made `or`, one slice moved, one returned value
dropped. It lives in a process of its own that runs the tests of its area and stops at the first that fails. A mutant that changes
nothing anyone could see (a bound that only saves time) is counted as survived. The exit code is 1 where an area is below
85 %.

The libraries are loaded once; each mutant is a fork of that process, so it runs where there is ``os.fork``.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "plananalysis"
MOST_SECONDS = 180
WANTED = 0.85

AREAS = {
    "edges": (["reuse/edges"], ["tests/reuse/edges", "tests/reuse"]),
    "outline": (
        [
            "corpus/outline.py",
            "corpus/headings.py",
            "corpus/labels.py",
            "corpus/nesting.py",
            "corpus/unnumbered.py",
        ],
        [
            "tests/corpus/test_outline.py",
            "tests/corpus/test_labels.py",
            "tests/corpus/test_headings_set_apart.py",
            "tests/corpus/test_bold_headings.py",
            "tests/corpus/test_breaks.py",
            "tests/corpus/test_partition.py",
            "tests/corpus/test_cases_of_texts.py",
        ],
    ),
    "quantities": (
        ["pledges/quantities.py", "pledges/number_values.py"],
        [
            "tests/test_quantities.py",
            "tests/test_promises.py",
            "tests/test_targets.py",
            "tests/test_commitments.py",
        ],
    ),
    "counts": (["counts.py"], ["tests/test_counts.py", "tests/statistics", "tests/test_common_options.py"]),
    "folding": (
        ["folding.py"],
        ["tests/test_folding.py", "tests/test_both_scripts.py", "tests/segmentation"],
    ),
}
"""What is mutated, and the tests that are to notice, those that are nearest first."""

_TURNED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
"""Each operator and what a mutant has in its place."""


class Mutant(NamedTuple):
    """One change: in which file, which node (in the order of the walk), and what is seen of it."""

    path: Path
    node: int
    line: int
    said: str


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: no annotations, no texts that only explain, no sizes of caches."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = [each for each in node.decorator_list if not isinstance(each, ast.Call)]
        yield node
        yield from _nodes(node)


def _without_annotations(tree: ast.Module) -> ast.Module:
    """Return a module whose annotations are gone, so that no mutant sits in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return tree


def change(node: ast.AST) -> str:
    """Change a node in place, if it is one that mutants are made of, and say how; else return nothing."""
    before = ast.unparse(node) if isinstance(node, ast.expr | ast.Return) else ""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _TURNED:
        node.ops[0] = _TURNED[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in _TURNED:
        node.op = _TURNED[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value += 1
    elif isinstance(node, ast.IfExp):
        node.body, node.orelse = node.orelse, node.body
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        node.value = ast.Constant(None)
    else:
        return ""
    return f"{before} -> {ast.unparse(node)}"


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a file."""
    tree = _without_annotations(ast.parse(path.read_text(encoding="utf-8")))
    found = []
    for number, node in enumerate(_nodes(tree)):
        said = change(copy.deepcopy(node))
        if said and isinstance(node, ast.expr | ast.stmt):
            found.append(Mutant(path, number, node.lineno, said))
    return found


def mutated(mutant: Mutant) -> ast.Module:
    """Return the module with its change."""
    tree = _without_annotations(ast.parse(mutant.path.read_text(encoding="utf-8")))
    for number, node in enumerate(_nodes(tree)):
        if number == mutant.node:
            change(node)
            break
    return ast.fix_missing_locations(tree)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hands out the mutant where its module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        parts = mutant.path.relative_to(ROOT / "src").with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, fullname, path, target=None):
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.mutant.path, loader=self)

    def create_module(self, spec):
        return None

    def exec_module(self, module) -> None:
        exec(compile(mutated(self.mutant), self.mutant.path, "exec"), module.__dict__)


def run(mutant: Mutant, tests: list[str]) -> int:
    """Run the tests on a mutant in a fork, and return the exit code; 0 says that nobody noticed."""
    child = os.fork()
    if child == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        signal.alarm(MOST_SECONDS)
        code = 1
        try:
            import pytest

            sys.meta_path.insert(0, _Finder(mutant))
            options = [
                "-q",
                "-x",
                "--no-header",
                "-p",
                "no:xdist",
                "-m",
                "not slow and not browser and not notebooks",
            ]
            code = int(pytest.main([*options, *tests]))
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Draw mutants, run them, and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of {', '.join(AREAS)}; all by default")
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    for library in (
        "pandas",
        "scipy.stats",
        "scipy.sparse",
        "sklearn.feature_extraction.text",
        "rjieba",
        "pytest",
    ):
        importlib.import_module(library)
    low = False
    for area in given.areas or AREAS:
        places, tests = AREAS[area]
        files = [path for place in places for path in ([SOURCE / place] if place.endswith(".py") else sorted((SOURCE / place).glob("*.py")))]  # fmt: skip
        every = [mutant for path in files for mutant in mutants_of(path)]
        drawn = random.Random(given.seed).sample(every, min(given.sample, len(every)))
        begun, survived = time.monotonic(), []
        for mutant in drawn:
            if run(mutant, tests) == 0:
                survived.append(mutant)
                print(
                    f"  survived {mutant.path.relative_to(SOURCE)}:{mutant.line}: {mutant.said[:150]}",
                    flush=True,
                )
        killed = len(drawn) - len(survived)
        print(f"{area}: {killed} of {len(drawn)} killed ({killed / len(drawn):.0%}), drawn from {len(every)}; {time.monotonic() - begun:.0f} s", flush=True)  # fmt: skip
        low |= killed < WANTED * len(drawn)
    sys.exit(int(low))


if __name__ == "__main__":
    main()
