"""A record of the run: versions, options and a hash of every input."""

import os
import platform
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import plananalysis
from plananalysis.corpus.model import Corpus

LIBRARIES = (
    "ahocorasick-rs",
    "charset-normalizer",
    "jieba",
    "jinja2",
    "lxml",
    "matplotlib",
    "numpy",
    "pandas",
    "pyarrow",
    "pydivsufsort",
    "pypdfium2",
    "rapidfuzz",
    "rjieba",
    "scikit-learn",
    "scipy",
    "trafilatura",
    "xlsxwriter",
)


def run_record(corpus: Corpus, options: dict[str, Any]) -> dict[str, Any]:
    """Return what is needed to repeat the run; only ``created`` differs between two runs on the same input.

    Parameters
    ----------
    corpus
        What was analysed.
    options
        Settings of the steps.

    Returns
    -------
    dict
        created (UTC; the environment variable SOURCE_DATE_EPOCH sets it), plananalysis, python, libraries,
        options, corpus (numbers of documents, units, characters; a hash of what was known of them: unit, year, title
        and all metadata), inputs (file, doc_id, sha256, encoding), skipped (file, reason).
    """
    documents = corpus.documents
    columns = ["file", "doc_id", "sha256", "encoding", "n_chars"]
    return {
        "created": _now(),
        "plananalysis": plananalysis.__version__,
        "python": platform.python_version(),
        "libraries": {name: found for name in LIBRARIES if (found := _version(name))},
        "options": options,
        "corpus": {
            "n_documents": len(documents),
            "n_units": int(documents["unit"].nunique()),
            "n_chars": int(documents["n_chars"].sum()),
            "n_excluded": len(corpus.excluded),
            "metadata_sha256": sha256(
                documents.drop(columns="text").to_csv(index=False).encode()
            ).hexdigest(),
        },
        "inputs": documents[columns].astype(object).to_dict("records"),
        "skipped": corpus.skipped.astype(object).to_dict("records"),
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _now() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")
