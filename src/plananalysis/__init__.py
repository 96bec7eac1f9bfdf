"""Compare Chinese plan documents: slogans, emphasis, similarity and text reuse.

Every public function takes tables and returns a table; every row of a result
carries ``doc_id`` and half-open character offsets into the stored text. The
names below are imported on first use, so that ``import plananalysis`` stays fast.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Corpus": "plananalysis.corpus",
    "corpus_from_texts": "plananalysis.corpus",
    "load_corpus": "plananalysis.corpus",
    "outline": "plananalysis.corpus",
    "InputError": "plananalysis.errors",
}

__all__ = [*_PUBLIC, "__version__"]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'plananalysis' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
