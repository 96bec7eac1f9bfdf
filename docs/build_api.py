"""Build the API reference from the docstrings: ``python docs/build_api.py [FOLDER]``, by default ``build/api``.

There is a page for each module that offers public names. A warning is an error: a name in ``__all__`` that does not
exist, or a docstring that pdoc cannot read, ends the build.
"""

import inspect
import re
import sys
import warnings
from importlib import import_module
from pathlib import Path

import plananalysis

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ("plananalysis.tables", "plananalysis.examples", "plananalysis.folding")
"""Modules with something to look up that the top level does not offer."""


def modules() -> list[str]:
    """Return the modules that offer the public names, and those to look things up in."""
    return ["plananalysis", *sorted({*plananalysis._PUBLIC.values(), *BESIDE})]


def contents() -> str:
    """Return the front page: every public name with its first line, by module, each linked to its page."""
    parts = [
        str(plananalysis.__doc__),
        "Every public name, by module; all are also names of `plananalysis` itself.",
    ]
    for module in modules()[1:]:
        page = f"{module.replace('.', '/')}.html"
        parts.append(f"## `{module}`\n\n{_first_line(import_module(module))}\n")
        names = [name for name in plananalysis._PUBLIC if plananalysis._PUBLIC[name] == module]
        lines = [f"- [`{name}`]({page}#{name}): {_first_line(getattr(plananalysis, name))}" for name in names]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _shown_by_package(module: str) -> bool:
    """Say whether pdoc shows a module with its package: the package offers a name that is also the module's."""
    package, _, name = module.rpartition(".")
    return package in modules()[1:] and name in import_module(package).__all__


def build(folder: Path) -> list[Path]:
    """Write the pages and return them."""
    import pdoc
    import pdoc.render

    front = vars(plananalysis)
    front["__doc__"] = contents()
    front["__all__"] = []  # these names are imported on first use; their own modules show them
    others = f"!(?!(?:{'|'.join(map(re.escape, modules()))})$)"
    pdoc.render.configure(docformat="numpy", footer_text=f"plananalysis {plananalysis.__version__}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        warnings.filterwarnings("ignore", category=SyntaxWarning, module="jieba")
        shown = [module for module in modules() if not _shown_by_package(module)]
        pdoc.pdoc(*shown, others, output_directory=folder)
    return sorted(folder.rglob("*.html"))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "api"
    print(f"{len(build(target))} pages: open {target / 'index.html'}")  # noqa: T201
