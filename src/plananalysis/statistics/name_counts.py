"""The names that counts of words leave out: which places, units and persons each group names, and how often."""

import numpy as np
import pandas as pd

from plananalysis.common_options import LISTED_MIN_N, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import as_category
from plananalysis.errors import InputError
from plananalysis.groups import groups_of
from plananalysis.lexicon.place_names import gazetteer
from plananalysis.segmentation.kinds import NAMES
from plananalysis.segmentation.proper_names import joins_a_place
from plananalysis.tables import LIST_SEPARATOR, check, conform, empty


def name_counts(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    kind: str | None = None,
    min_n: int = LISTED_MIN_N,
) -> pd.DataFrame:
    """Count the places, units and persons that each group names: what keywords and keyness leave out.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    by : str
        ``unit``, ``doc_id``, ``year`` or any metadata column.
    part
        As in :func:`plananalysis.count_features`.
    kind : {"place", "unit", "person"}, optional
        Names of this kind; by default all.
    min_n : int
        Occurrences a name needs in the group.

    Returns
    -------
    DataFrame
        group; name, as it stands in the text, a place with its rank as one (兰州新区); kind; n; n_docs; for places of
        the gazetteer full_name (of several that share the short form those in the group's own years are not told
        apart: all, joined by ｜), level and within, the province. Groups in the order of the documents, names by
        falling n.

    Raises
    ------
    InputError
        If ``by`` or the kind does not exist.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, segment
    >>> corpus = corpus_from_texts({"a": "甘肃、青海两省共建，兰州到西宁提速，兰州新区扩容，兰州港开工。"})
    >>> name_counts(segment(corpus), corpus, by="doc_id")[["name", "kind", "n", "full_name", "within"]]
      name   kind  n full_name within
    0   兰州  place  2       兰州市     甘肃
    """
    check(tokens, "tokens", ("doc_id", "start", "end", "token", "kind"))
    check_corpus(corpus)
    if kind is not None and kind not in NAMES:
        raise InputError("no kind of name {kind!r}; use {names}", kind=kind, names=NAMES)
    corpus, tokens = in_part(part, corpus, tokens)
    found = _mentions(tokens, (kind,) if kind else NAMES)
    if found.empty:
        return empty("name_counts")
    groups = groups_of(corpus, by)
    found["group"] = groups.reindex(found["doc_id"]).to_numpy()
    counted = found.groupby(["group", "kind", "name"], sort=False, observed=True)["doc_id"]
    table = counted.agg(n="size", n_docs="nunique").reset_index()
    table = table[table["n"] >= min_n].merge(_known(table["name"]), on="name", how="left")
    place = table["kind"] == "place"
    for column in ("full_name", "level", "within"):
        table[column] = table[column].where(place, "").fillna("")
    order = pd.Index(groups.unique()).get_indexer(table["group"])
    return conform(table.iloc[np.lexsort((table["name"], -table["n"], order))], "name_counts")


def _mentions(tokens: pd.DataFrame, kinds: tuple[str, ...]) -> pd.DataFrame:
    """Return doc_id, name and kind of every name; a rank, or the rest of a unit's name, joins the token before it."""
    kind = as_category(tokens["kind"])
    wanted = np.append(np.isin(np.asarray(kind.categories, dtype=object), kinds), False)[kind.codes]
    rows = tokens[wanted]
    table = pd.DataFrame(
        {
            "doc_id": rows["doc_id"].astype("str").to_numpy(),
            "name": rows["token"].astype("str").to_numpy(),
            "kind": rows["kind"].astype("str").to_numpy(),
        }
    )
    start, end = rows["start"].to_numpy(), rows["end"].to_numpy()
    same = table["doc_id"].eq(table["doc_id"].shift()) & table["kind"].eq(table["kind"].shift())
    touches = same.to_numpy() & np.append(False, start[1:] == end[:-1])
    joins = [
        bool(here) and (sort == "unit" or joins_a_place(before, name))
        for here, sort, before, name in zip(
            touches, table["kind"], table["name"].shift(fill_value=""), table["name"], strict=True
        )
    ]
    run = np.cumsum(~np.array(joins, dtype=bool))
    whole = table.groupby(run, sort=False)
    return pd.DataFrame(
        {"doc_id": whole["doc_id"].first(), "name": whole["name"].sum(), "kind": whole["kind"].first()}
    )


def _known(names: pd.Series) -> pd.DataFrame:
    """Return full name, level and province of those names that the gazetteer has; the largest level first."""
    places = gazetteer()
    ranks = {"country": 0, "province": 1, "city": 2, "county": 3}
    both = pd.concat(
        [places.assign(form=places["name"]), places.assign(form=places["short"])], ignore_index=True
    )
    both = both[both["form"].isin(names)]
    both["rank"] = both["level"].map(ranks)
    highest = both[both["rank"] == both.groupby("form")["rank"].transform("min")]
    current = highest.sort_values("last_year", ascending=False, kind="stable", na_position="last")
    grouped = current.groupby("form", sort=False)
    joined = {
        column: grouped[column].agg(lambda values: LIST_SEPARATOR.join(dict.fromkeys(v for v in values if v)))
        for column in ("within", "level")
    }
    latest = current[
        current["last_year"].fillna(9999)
        == current.groupby("form")["last_year"].transform("max").fillna(9999)
    ]
    full = latest.groupby("form", sort=False)["name"].agg(
        lambda names: LIST_SEPARATOR.join(dict.fromkeys(names))
    )
    return pd.DataFrame({"full_name": full, **joined}).rename_axis("name").reset_index()
