"""How codes are spread over units, years or parts: a cross table with residuals and a test."""

import numpy as np
import pandas as pd

from plananalysis.codes.sentence_places import sentence_places
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.groups import document_groups, group_labels, groups_in_time
from plananalysis.tables import check, conform, empty

PART = "part"
"""What sentences may be grouped by besides the columns of the documents."""
_LEVELS = ("code", "kind")


def code_shares(
    codes: pd.DataFrame, corpus: Corpus, *, of: str = "code", by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Cross codes with units, years or parts of plans: shares, adjusted residuals, chi-square.

    Parameters
    ----------
    codes
        Table of :func:`plananalysis.code_sentences`.
    corpus
        The documents that it was made of.
    of
        ``code``, or ``kind`` for what the codes belong to (供给型, 环境型, 需求型); a sentence with two codes of a kind counts
        once.
    by
        ``"part"`` for the parts of the plans; else as in :func:`plananalysis.count_features`: ``unit``, ``doc_id``, ``year`` or a metadata column.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per group and code, those that do not meet as well: group; kind; code (empty with ``of="kind"``); n (sentences with the code);
        n_docs; n_sentences (all sentences of the group); share (of these); share_coded (of all codings of the group);
        expected; residual (adjusted); and of the whole table chi2, df, p, cramers_v and min_expected, the same in each row.

    Raises
    ------
    InputError
        If ``of`` is neither, or the documents cannot be grouped so.

    Notes
    -----
    With N codings, R of the group and C of the code: ``expected E = R·C / N``, ``chi2 = Σ (n − E)² / E`` with
    ``(groups − 1)(codes − 1)`` degrees of freedom (Pearson 1900), ``cramers_v = √(chi2 / (N · min(groups − 1, codes − 1)))``,
    ``residual = (n − E) / √(E (1 − R/N) (1 − C/N))``, standard normal if independent: beyond ±1.96 a cell stands out at 5 %,
    but of a hundred cells five do by chance (Haberman 1973; Agresti 2013, 3.3). A sentence with two codes counts twice, and
    sentences of one document are not independent: take p as descriptive, and not at all where min_expected is below 5.

    References
    ----------
    Haberman, S. J. (1973). The analysis of residuals in cross-classified tables. Biometrics 29, 205–220. Agresti, A. (2013).
    Categorical Data Analysis, 3rd ed. Wiley. Cramér, H. (1946). Mathematical Methods of Statistics. Princeton.

    Examples
    --------
    >>> from plananalysis import code_sentences, corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "必须管渠。务必守堤。鼓励联营。", "乙": "鼓励联营。鼓励投工。各村可以投劳。"})
    >>> shares = code_shares(code_sentences(corpus), corpus, by="doc_id")
    >>> shares[["group", "code", "n", "share", "expected", "residual"]].round(2).to_numpy().tolist()
    [['乙', '黑色', 0, 0.0, 1.0, -1.73], ['乙', '灰色', 3, 1.0, 2.0, 1.73], ['甲', '黑色', 2, 0.67, 1.0, 1.73], ['甲', '灰色', 1, 0.33, 2.0, -1.73]]
    """
    check(codes, "coded_sentences", ("doc_id", "passage_id", "start", "kind", "code"))
    check_corpus(corpus)
    if of not in _LEVELS:
        raise InputError("code_shares: of is {of!r}; give 'code' or 'kind'", of=of)
    corpus, codes = in_part(part, corpus, codes)
    columns = ["doc_id", "passage_id"]
    every = pd.DataFrame(((doc, passage) for doc, passage, *_ in sentence_places(corpus)), columns=columns)
    rows = codes[["doc_id", "passage_id", "start", "kind", "code"]]
    if of == "kind":
        rows = rows.assign(code="").drop_duplicates(["doc_id", "start", "kind"])
    labels, names = _labels(rows, corpus, by)
    size = _labels(every, corpus, by)[0].value_counts()
    listed = rows[["kind", "code"]].drop_duplicates().itertuples(index=False, name=None)
    order = _book_order(list(listed))
    groups = [name for name in names if size.get(name, 0)]
    if rows.empty or not groups:
        return empty("code_shares")
    return _crossed(rows.assign(group=labels), groups, order, size)


def _labels(table: pd.DataFrame, corpus: Corpus, by: str | None) -> tuple[pd.Series, list[str]]:
    """Return the group of each row, and all groups in order."""
    if by != PART:
        document_groups(corpus, by, also=(PART,))
        return group_labels(table, corpus, by), groups_in_time(corpus, by)
    group_labels(table, corpus, "doc_id")
    parts = corpus.passages.set_index("passage_id")["part"]
    labels = parts.reindex(pd.Index(table["passage_id"]).astype("str"))
    return pd.Series(labels.to_numpy(), index=table.index, dtype="str"), list(dict.fromkeys(parts))


def _book_order(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return kinds with their codes, those of a shipped book in its order, others as they first occur."""
    from plananalysis.lexicon.code_books import SHIPPED_BOOKS, load_code_book

    shipped = pd.concat([load_code_book(name)[["kind", "code"]] for name in SHIPPED_BOOKS])
    known = list(dict.fromkeys(shipped.itertuples(index=False, name=None)))
    known += list(dict.fromkeys((kind, "") for kind, _ in known))
    rank = {pair: place for place, pair in enumerate(known)}
    return sorted(pairs, key=lambda pair: rank.get(pair, len(rank)))


def _crossed(
    rows: pd.DataFrame, groups: list[str], order: list[tuple[str, str]], size: pd.Series
) -> pd.DataFrame:
    """Return the cross table in rows."""
    cells = rows.groupby(["group", "kind", "code"])["doc_id"].agg(["size", "nunique"])
    at = pd.MultiIndex.from_tuples([(group, *pair) for group in groups for pair in order])
    counts = cells.reindex(at).fillna(0).to_numpy()
    observed = counts[:, 0].reshape(len(groups), len(order))
    told = crossing(observed)
    whole = [told[name] for name in ("chi2", "df", "p", "cramers_v", "min_expected")]
    of_group = np.repeat(observed.sum(axis=1), len(order))
    sentences = np.repeat(size.reindex(groups).to_numpy(dtype=np.int64), len(order))
    table = pd.DataFrame(
        {
            "group": [label for label, *_ in at],
            "kind": [kind for _, kind, _ in at],
            "code": [code for *_, code in at],
            "n": counts[:, 0].astype(np.int64),
            "n_docs": counts[:, 1].astype(np.int64),
            "n_sentences": sentences,
            "share": counts[:, 0] / sentences,
            "share_coded": np.divide(
                counts[:, 0], of_group, out=np.full(len(at), np.nan), where=of_group > 0
            ),
            "expected": told["expected"].ravel(),
            "residual": told["residual"].ravel(),
        }
    )
    names = ("chi2", "df", "p", "cramers_v", "min_expected")
    return conform(table.assign(**dict(zip(names, whole, strict=True))), "code_shares")


def crossing(observed: np.ndarray) -> dict:
    """Return expected counts, adjusted residuals and the chi-square test of a table; rows and columns of zeros take no part.

    Examples
    --------
    >>> told = crossing(np.array([[2, 1], [0, 3]]))
    >>> round(told["chi2"], 3), told["df"], told["residual"].round(2).tolist()
    (3.0, 1, [[1.73, -1.73], [-1.73, 1.73]])
    """
    from scipy.stats import chi2 as distribution

    total = observed.sum()
    row, column = observed.sum(axis=1, keepdims=True), observed.sum(axis=0, keepdims=True)
    expected = row * column / total if total else np.zeros(observed.shape)
    n_rows, n_columns = int((row > 0).sum()), int((column > 0).sum())
    df = max(0, n_rows - 1) * max(0, n_columns - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        residual = (observed - expected) / np.sqrt(expected * (1 - row / total) * (1 - column / total))
        value = float(np.nansum((observed - expected) ** 2 / expected))
    told = df > 0
    smaller = min(n_rows, n_columns) - 1
    return {
        "expected": expected,
        "residual": np.where(np.isfinite(residual) & told, residual, np.nan),
        "chi2": value if told else np.nan,
        "df": df,
        "p": float(distribution.sf(value, df)) if told else np.nan,
        "cramers_v": float(np.sqrt(value / (total * smaller))) if told else np.nan,
        "min_expected": float(expected[expected > 0].min(initial=np.inf)) if told else np.nan,
    }
