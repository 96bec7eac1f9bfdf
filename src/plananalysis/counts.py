"""Tokens to a labelled document-feature matrix: who uses which term how often, and its TF-IDF weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from plananalysis.common_options import COUNTED_KINDS, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near, warn
from plananalysis.groups import document_groups
from plananalysis.lexicon.taken import Words, as_stopwords
from plananalysis.resources import SHIPPED
from plananalysis.segmentation.kinds import NAMES
from plananalysis.tables import check, conform, given

KINDS = ("word", "slogan", "term", *NAMES, "number", "latin", "placeholder", "punctuation")
"""Kinds of token; a user's lexicon may bring further ones."""


@dataclass(frozen=True, eq=False, repr=False)
class DocumentFeatureMatrix:
    """A sparse matrix with the labels of its rows and columns.

    Attributes
    ----------
    matrix : csr_array, rows by features
        Counts (int64) or weights (float64); its indices are of 32 bits where they fit, as scikit-learn wants them.
    rows : Index of str
        Labels of the rows; its name says what they are (``doc_id``, ``unit``, ``year``, ``section``, ...).
    features : Index of str
        The terms, in code point order; its name is ``term``.
    weighting : str
        ``count``, or the weighting scheme.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, count_features, segment
    >>> corpus = corpus_from_texts({"a": "创新学习", "b": "创新管理"})
    >>> matrix = count_features(segment(corpus), corpus, by="doc_id")
    >>> matrix.shape
    (2, 3)
    >>> int(matrix.to_frame().loc["a", "学习"])
    1
    """

    matrix: sparse.csr_array
    rows: pd.Index
    features: pd.Index
    weighting: str = "count"

    def __post_init__(self) -> None:
        object.__setattr__(self, "matrix", _narrow(self.matrix))

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of rows and features."""
        return len(self.rows), len(self.features)

    def to_frame(self) -> pd.DataFrame:
        """Return the matrix as a dense table, one row per label and one column per term."""
        return pd.DataFrame(self.matrix.toarray(), index=self.rows, columns=self.features)

    def to_long(self) -> pd.DataFrame:
        """Return the matrix as a tidy table: one row for every label and term that stand together.

        Returns
        -------
        DataFrame
            The label, in a column named for what the rows are (``doc_id``, ``unit``, ...); ``term``; ``n``, the
            count, or ``weight`` where the matrix is weighted. Rows stand in the order of the matrix; a label without
            any term has none.

        Examples
        --------
        >>> from plananalysis.examples import spaced_corpus
        >>> corpus, tokens = spaced_corpus({"甲": "创新 建设", "乙": "建设 建设"})
        >>> count_features(tokens, corpus, by="doc_id").to_long()
          doc_id term  n
        0      乙   建设  2
        1      甲   创新  1
        2      甲   建设  1
        """
        matrix = self.matrix
        row = np.repeat(np.arange(len(self.rows)), np.diff(matrix.indptr))
        value = "n" if np.issubdtype(matrix.dtype, np.integer) else "weight"
        columns = (
            (str(self.rows.name or "row"), self.rows[row]),
            ("term", self.features[matrix.indices]),
            (value, matrix.data),
        )
        table = pd.DataFrame({name: np.asarray(values) for name, values in columns})
        return (
            table[table[value] != 0].reset_index(drop=True).astype({name: "str" for name, _ in columns[:2]})
        )

    def __repr__(self) -> str:
        filled = self.matrix.nnz / max(1, len(self.rows) * len(self.features))
        return (
            f"<DocumentFeatureMatrix {len(self.rows):,} {self.rows.name or 'rows'} × {len(self.features):,} terms, "
            f"{self.weighting}, {filled:.1%} filled>"
        )


def count_features(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = False,
    stopwords: Words = SHIPPED,
    min_n: int = 1,
    min_docs: int = 1,
    min_chars: int = 1,
) -> DocumentFeatureMatrix:
    """Count how often each unit, document, year, section or passage uses each term.

    Parameters
    ----------
    tokens : DataFrame
        The tokens table of ``corpus``.
    corpus : Corpus
        Its documents and passages give the rows; those without a token stay, as empty rows.
    by : str, optional
        ``doc_id``, ``unit``, ``year``, ``section`` (labelled by the passage_id of the level-1 passage),
        ``passage``, or any metadata column of the documents. Documents where it is empty share one row. By default
        units, of one unit its years, else documents.
    part : str or sequence of str, optional
        The part of the plans that is counted, or several: greeting, lookback, situation, targets, plan, self, closing,
        annex, other. By default all. The result is that of ``corpus.subset(part=...)`` with its tokens.
    kinds : sequence of str
        Kinds of token that are counted: word, slogan, term, place, unit, person, number, latin, placeholder,
        punctuation, or a kind that a lexicon brought.
    names : bool
        Count places, units and persons as well.
    stopwords : table, name, path or words, optional
        Terms left out: ``"shipped"`` (the lists ``general`` and ``plan``, the default), ``"general"``, ``"plan"``; a
        table of :func:`plananalysis.load_stopwords`; the path of a list; or words. None leaves out none.
    min_n, min_docs : int
        Leave out terms with fewer occurrences, or in fewer documents, in the whole corpus.
    min_chars : int
        Leave out terms with fewer characters.

    Returns
    -------
    DocumentFeatureMatrix
        Rows in the order of the documents (years and other numbers ascending), terms in code point order.

    Raises
    ------
    InputError
        If ``by`` or a kind does not exist, or the tokens come from another corpus.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "创新 建设", "乙": "建设 建设"})
    >>> count_features(tokens, corpus, by="doc_id").to_frame()
    term    创新  建设
    doc_id
    乙         0   2
    甲         1   1
    """
    key = key_of(by)
    check(tokens, "tokens", (key, "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    base, row_of_base, labels, doc_of_base = _rows(corpus, by)
    kept = kept_tokens(tokens, with_names(kinds, names))
    terms = as_category(tokens["token"])
    usable, column_of = usable_terms(terms.categories, stopwords, min_chars)
    column = column_of[terms.codes]
    at = _base_codes(as_category(tokens[key]), doc_of_base.index, key)
    mask = kept & (column >= 0)
    shape = (len(doc_of_base), len(usable))
    fine = _count_pairs(at[mask], column[mask], shape)

    per_doc = fine if base == "doc_id" else _aggregate(fine, doc_of_base.to_numpy(), len(corpus.documents))
    n_docs = np.bincount(per_doc.indices, minlength=shape[1])
    n = np.asarray(fine.sum(axis=0)).ravel()
    wanted = (n >= max(1, min_n)) & (n_docs >= max(1, min_docs))
    if len(tokens) and not wanted.any():
        warn(
            "count_features: of {n_tokens:,} tokens none is left; fewer stopwords, more kinds, or lower "
            "min_n, min_docs and min_chars count more",
            n_tokens=len(tokens),
        )
    matrix = _aggregate(fine[:, wanted], row_of_base, len(labels))
    return DocumentFeatureMatrix(matrix, labels, pd.Index(usable[wanted], dtype="str", name="term"))


def tfidf(
    dfm: DocumentFeatureMatrix, *, scheme: str = "sklearn", tf: str = "count", base: float = 10.0
) -> DocumentFeatureMatrix:
    """Weight counts by how few rows use the term.

    With ``N`` rows of which ``df`` use the term, ``sklearn`` gives ``count · (ln((1 + N) / (1 + df)) + 1)``, each row
    scaled to Euclidean length 1 (the defaults of scikit-learn's ``TfidfTransformer``); ``quanteda`` gives
    ``tf · log_base(N / df)``, not scaled (``dfm_tfidf``).

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counts.
    scheme : str
        ``sklearn`` or ``quanteda``.
    tf : str
        With quanteda's scheme: ``count``, or ``prop`` for the share of the row's tokens.
    base : float
        With quanteda's scheme: base of the logarithm.

    Returns
    -------
    DocumentFeatureMatrix
        float64 weights; empty rows stay empty.

    Raises
    ------
    InputError
        If a scheme does not exist.

    References
    ----------
    Spärck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval.
    Journal of Documentation 28, 11–21.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "创新 建设", "乙": "建设 建设"})
    >>> counts = count_features(tokens, corpus, by="doc_id")
    >>> tfidf(counts, scheme="quanteda").to_frame().round(3)
    term       创新   建设
    doc_id
    乙       0.000  0.0
    甲       0.301  0.0
    """
    check_matrix(dfm)
    if scheme not in ("sklearn", "quanteda"):
        raise InputError("unknown TF-IDF scheme {scheme!r}; use 'sklearn' or 'quanteda'", scheme=scheme)
    if tf not in ("count", "prop"):
        raise InputError("unknown term frequency {tf!r}; use 'count' or 'prop'", tf=tf)
    counts = dfm.matrix.astype(np.float64)
    n_rows = counts.shape[0]
    df = np.bincount(counts.indices[counts.data != 0], minlength=counts.shape[1])
    if scheme == "sklearn":
        idf = np.log((1 + n_rows) / (1 + df)) + 1
        weighted = _scale_columns(counts, idf)
        return DocumentFeatureMatrix(unit_rows(weighted), dfm.rows, dfm.features, "tfidf (sklearn)")
    if tf == "prop":
        counts = _scale_rows(counts, _inverse(np.asarray(counts.sum(axis=1)).ravel()))
    idf = np.log(n_rows / np.maximum(df, 1)) / np.log(base)
    weighted = _scale_columns(counts, idf)
    return DocumentFeatureMatrix(weighted, dfm.rows, dfm.features, f"tfidf (quanteda, {tf}, base {base:g})")


def group_rows(dfm: DocumentFeatureMatrix, corpus: Corpus, *, by: str | None = None) -> DocumentFeatureMatrix:
    """Add up the documents of each unit, year or other group.

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counted by ``doc_id``.
    corpus : Corpus
        The corpus it was counted from.
    by : str
        ``doc_id``, ``unit``, ``year`` or any metadata column.

    Returns
    -------
    DocumentFeatureMatrix
        The same terms; the rows that ``count_features(..., by=by)`` would have.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲1": "创新 建设", "甲2": "建设"}, unit=["甲", "甲"])
    >>> group_rows(count_features(tokens, corpus, by="doc_id"), corpus, by="unit").to_frame()
    term  创新  建设
    unit
    甲      1   2
    """
    check_matrix(dfm, by="doc_id")
    check_corpus(corpus)
    if not np.array_equal(dfm.rows, corpus.documents["doc_id"]):
        raise InputError(
            "dfm: a matrix of this corpus is wanted, one of other documents was given; count it from the corpus"
        )
    codes, labels = document_groups(corpus, by)
    return DocumentFeatureMatrix(
        _aggregate(dfm.matrix, codes, len(labels)), labels, dfm.features, dfm.weighting
    )


def presence(dfm: DocumentFeatureMatrix) -> DocumentFeatureMatrix:
    """Return 1 where a row uses a term; grouped from documents, it counts the documents that hold it.

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counts or weights.

    Returns
    -------
    DocumentFeatureMatrix
        The same rows and terms; int64, 1 or nothing.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "建设 建设"})
    >>> presence(count_features(tokens, corpus, by="doc_id")).to_frame()
    term    建设
    doc_id
    甲        1
    """
    check_matrix(dfm)
    matrix = dfm.matrix.copy()
    matrix.data = (matrix.data != 0).astype(np.int64)
    return DocumentFeatureMatrix(matrix, dfm.rows, dfm.features, "presence")


def describe_rows(dfm: DocumentFeatureMatrix, corpus: Corpus) -> pd.DataFrame:
    """Say what each row of a matrix is: its document, unit, year and heading.

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Any matrix of ``corpus``.
    corpus : Corpus
        The corpus it was counted from.

    Returns
    -------
    DataFrame
        row; doc_id, unit and year where the row belongs to one of each (else empty); heading (of the section or
        passage; the title of a document); n_docs.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "创新 建设", "乙": "建设 建设"})
    >>> describe_rows(count_features(tokens, corpus, by="doc_id"), corpus)[["row", "doc_id", "n_docs"]]
      row doc_id  n_docs
    0   乙      乙       1
    1   甲      甲       1
    """
    check_matrix(dfm)
    check_corpus(corpus)
    by = str(dfm.rows.name)
    base, row_of_base, labels, doc_of_base = _rows(corpus, by)
    documents = corpus.documents
    members = documents.iloc[doc_of_base.to_numpy()][["doc_id", "unit", "year", "title"]].reset_index(
        drop=True
    )
    members["heading"] = (
        corpus.passages["heading"].to_numpy() if base == "passage_id" else members["title"].to_numpy()
    )
    members["at"] = row_of_base
    grouped = members.groupby("at", sort=True)
    distinct = grouped[["doc_id", "unit", "year"]].nunique()
    table = grouped[["doc_id", "unit", "year", "heading"]].first()
    for column in ("doc_id", "unit"):
        table[column] = table[column].where(distinct[column] == 1, "")
    table["year"] = table["year"].where(distinct["year"] == 1)
    if base == "doc_id" and by != "doc_id":
        table["heading"] = ""
    table["n_docs"] = grouped["doc_id"].nunique()
    table = table.reindex(range(len(labels)))
    table["row"] = labels
    wanted = table.set_index("row").loc[dfm.rows].reset_index(names="row")
    return conform(wanted.fillna({"doc_id": "", "unit": "", "heading": "", "n_docs": 0}), "rows")


def key_of(by: str | None) -> str:
    """Return the column of the tokens that says to which row one belongs: its passage or its document.

    Examples
    --------
    >>> key_of("section"), key_of("unit")
    ('passage_id', 'doc_id')
    """
    return "passage_id" if by in ("section", "passage") else "doc_id"


def check_matrix(dfm: object, *, by: str | None = None) -> None:
    """Refuse what is not a document-feature matrix, in one line that says what came and what gives one.

    Parameters
    ----------
    dfm
        What was handed over.
    by
        What its rows have to be; by default anything.

    Examples
    --------
    >>> check_matrix(None)
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: dfm: a DocumentFeatureMatrix is wanted, None was given; count_features(tokens, ...
    """
    call = f"count_features(tokens, corpus{f', by={by!r}' if by else ''})"
    if not isinstance(dfm, DocumentFeatureMatrix):
        raise InputError(
            "dfm: a DocumentFeatureMatrix is wanted, {given} was given; {call} gives it",
            given=given(dfm),
            call=call,
        )
    if by is not None and dfm.rows.name != by:
        raise InputError(
            "dfm: rows by {by} are wanted, rows by {rows} were given; {call} gives it",
            by=by,
            rows=dfm.rows.name,
            call=call,
        )


def unit_rows(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return the matrix with every row scaled to Euclidean length 1; empty rows stay empty."""
    squares = matrix.copy()
    squares.data = squares.data**2
    return _scale_rows(matrix, _inverse(np.sqrt(np.asarray(squares.sum(axis=1)).ravel())))


def row_label(dfm_rows: pd.Index, name: object, what: str = "row") -> str:
    """Return a row's label if it exists; else raise an error that names the near ones."""
    label = str(name)
    if label in dfm_rows:
        return label
    raise InputError("no {what} {label!r}; {near}", what=what, label=label, near=near(label, dfm_rows))


def _rows(corpus: Corpus, by: str | None) -> tuple[str, np.ndarray, pd.Index, pd.Series]:
    """Resolve ``by``: the finest unit to count in, the row of each, the rows' labels, the document of each."""
    doc_ids = pd.Index(corpus.documents["doc_id"])
    if by not in ("section", "passage"):
        codes, labels = document_groups(corpus, by, also=("section", "passage"))
        return "doc_id", codes, labels, pd.Series(np.arange(len(doc_ids)), index=doc_ids)
    passages = corpus.passages
    ids = pd.Index(passages["passage_id"])
    of = pd.Series(doc_ids.get_indexer(passages["doc_id"]), index=ids)
    codes, labels = pd.factorize(passages["section"] if by == "section" else passages["passage_id"])
    return "passage_id", codes, pd.Index(labels, dtype="str", name=by), of


def row_of_each(corpus: Corpus, by: str | None) -> pd.Series:
    """Return the row of a matrix counted by ``by`` that each document (or passage, where these are counted) goes into.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, _ = spaced_corpus({"甲1": "坚持", "甲2": "建设"}, unit=["甲", "甲"])
    >>> row_of_each(corpus, "unit").to_dict()
    {'甲1': 0, '甲2': 0}
    """
    _, row_of_base, _, doc_of_base = _rows(corpus, by)
    return pd.Series(row_of_base, index=doc_of_base.index)


def as_category(values: pd.Series) -> pd.Categorical:
    """Return a column as a categorical; the tokens table holds them as such already."""
    found = values if isinstance(values.dtype, pd.CategoricalDtype) else values.astype("category")
    return found.array


def with_names(kinds: Sequence[str], names: bool) -> tuple[str, ...]:
    """Return kinds of token, with those of names if these are to be counted.

    Examples
    --------
    >>> with_names("word", True)
    ('word', 'place', 'unit', 'person')
    """
    asked = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    return tuple(dict.fromkeys((*asked, *(NAMES if names else ()))))


def kept_tokens(tokens: pd.DataFrame, kinds: Sequence[str]) -> np.ndarray:
    """Return which tokens are of the kinds asked for."""
    asked = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    kind = as_category(tokens["kind"])
    known = list(dict.fromkeys([*KINDS, *sorted(kind.categories)]))
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise InputError("unknown kind of token {unknown!r}; use {known}", unknown=unknown[0], known=known)
    wanted = np.append(np.isin(np.asarray(kind.categories, dtype=object), asked), False)
    return wanted[kind.codes]


def usable_terms(categories: pd.Index, stopwords: Words, min_chars: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the terms in code point order and, for every category code, the term's column or -1."""
    stop = as_stopwords(stopwords)
    names = np.asarray(categories, dtype=object)
    listed = names.tolist()
    good = [i for i, name in enumerate(listed) if name not in stop and len(name) >= min_chars]
    good.sort(key=listed.__getitem__)
    column = np.full(len(names) + 1, -1, dtype=np.int64)
    column[good] = np.arange(len(good))
    return names[good], column


def _base_codes(found: pd.Categorical, known: pd.Index, key: str) -> np.ndarray:
    """Return the position in ``known`` of every token's document or passage."""
    position = known.get_indexer(found.categories)
    at = position[found.codes]
    if len(at) and at.min() < 0:
        stray = found.categories[found.codes[int(np.argmin(at))]]
        raise InputError(
            "the tokens name the {key} {stray!r}, which the corpus lacks; segment this corpus first",
            key=key,
            stray=stray,
        )
    return at


def _count_pairs(row: np.ndarray, column: np.ndarray, shape: tuple[int, int]) -> sparse.csr_array:
    """Count how often each (row, column) occurs."""
    ones = np.ones(len(row), dtype=np.int64)
    return sparse.coo_array((ones, (row, column)), shape=shape).tocsr()


def _narrow(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return the matrix with indices of 32 bits if all of them fit."""
    if matrix.indices.dtype == matrix.indptr.dtype == np.int32:
        return matrix
    if max(matrix.nnz, *matrix.shape) > np.iinfo(np.int32).max:
        return matrix
    parts = matrix.data, matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    narrow = sparse.csr_array(parts, shape=matrix.shape)
    narrow.has_sorted_indices = matrix.has_sorted_indices
    return narrow


def _aggregate(matrix: sparse.csr_array, row_of: np.ndarray, n_rows: int) -> sparse.csr_array:
    """Add up the rows that belong to the same group."""
    if n_rows == matrix.shape[0] and np.array_equal(row_of, np.arange(n_rows)):
        result = matrix.copy()
    else:
        ones = np.ones(len(row_of), dtype=matrix.dtype)
        group = sparse.csr_array((ones, (row_of, np.arange(len(row_of)))), shape=(n_rows, len(row_of)))
        result = group @ matrix
    result.sort_indices()
    return result


def _scale_rows(matrix: sparse.csr_array, factor: np.ndarray) -> sparse.csr_array:
    """Multiply every row by its factor."""
    result = matrix.copy()
    result.data = result.data * np.repeat(factor, np.diff(matrix.indptr))
    return result


def _scale_columns(matrix: sparse.csr_array, factor: np.ndarray) -> sparse.csr_array:
    """Multiply every column by its factor."""
    result = matrix.copy()
    result.data = result.data * factor[matrix.indices]
    return result


def _inverse(values: np.ndarray) -> np.ndarray:
    """Return 1 / value, and 0 where the value is 0."""
    return np.divide(1.0, values, out=np.zeros_like(values, dtype=np.float64), where=values != 0)
