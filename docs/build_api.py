"""Build the API reference from the docstrings: ``python docs/build_api.py [FOLDER]``, by default ``build/api``.

There is a page for each module that offers public names. A warning is an error: a name in ``__all__`` that does not
exist, or a docstring that pdoc cannot read, ends the build.
"""

import re
import sys
import warnings
from pathlib import Path

import plananalysis

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ("plananalysis.tables", "plananalysis.examples", "plananalysis.folding", "plananalysis.io")
"""Modules with something to look up that the top level does not offer."""


def modules() -> list[str]:
    """Return the modules that offer the public names, and those to look things up in."""
    return ["plananalysis", *sorted({*plananalysis._PUBLIC.values(), *BESIDE})]


def build(folder: Path) -> list[Path]:
    """Write the pages and return them."""
    import pdoc
    import pdoc.render

    vars(plananalysis)["__all__"] = []  # its names are imported on first use; their own modules show them
    others = f"!(?!(?:{'|'.join(map(re.escape, modules()))})$)"
    pdoc.render.configure(docformat="numpy", footer_text=f"plananalysis {plananalysis.__version__}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        warnings.filterwarnings("ignore", category=SyntaxWarning, module="jieba")
        pdoc.pdoc(*modules(), others, output_directory=folder)
    return sorted(folder.rglob("*.html"))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "api"
    print(f"{len(build(target))} pages: open {target / 'index.html'}")  # noqa: T201
