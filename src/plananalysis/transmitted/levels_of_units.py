"""The level of government of each document: as the metadata say, else as the name of its unit does."""

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.language.levels import LEVEL_RULES, LEVELS
from plananalysis.language.rules import compiled
from plananalysis.lexicon.divisions import code_of

COLUMN = "level"
"""The column of the metadata that says of which level a document is (国家级, 省级, 市级, 县级, 乡级, or the English words)."""

_OF_CODE = ((10_000, "province"), (100, "city"), (1, "county"))
"""A code of a division that is divisible by so much is one of such."""


def level_of(name: str) -> str:
    """Return the level that a name or a word of the metadata says; empty if it says none.

    Examples
    --------
    >>> [level_of(name) for name in ("国务院西部地区开发办", "浙江省市场监管局", "广西", "市财政局", "南京市鼓楼区", "县级", "经开区管委会")]
    ['national', 'province', 'province', 'city', 'county', 'county', '']
    """
    name = name.strip()
    if name.lower() in LEVELS:
        return name.lower()
    for rule, pattern in compiled(LEVEL_RULES):
        if pattern.search(name):
            return rule.kind
    code = code_of(name)
    return next((level for size, level in _OF_CODE if code is not None and code % size == 0), "")


def document_levels(corpus: Corpus) -> pd.Series:
    """Return the level of each document by its doc_id; empty where neither metadata nor unit say it."""
    documents = corpus.documents
    named = documents["unit"].fillna("").map(level_of)
    if COLUMN in documents.columns:
        given = documents[COLUMN].fillna("").astype(str)
        named = given.map(level_of).where(given.str.strip() != "", named)
    return pd.Series(named.tolist(), index=documents["doc_id"].tolist(), dtype="str")


def rank(level: str) -> int:
    """Return the place of a level from the highest, 0 for the national one.

    Examples
    --------
    >>> rank("province") < rank("county")
    True
    """
    return LEVELS.index(level)
