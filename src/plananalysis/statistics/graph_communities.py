"""Communities of a network of terms, and how far they would be found again."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError, warn
from plananalysis.files.network_files import networkx

WEIGHTS = ("n", "npmi", "lambda", "g2")
STABLE = 0.75
"""A community whose nodes have this stability or more is taken for one (Hennig 2007)."""


class _Graph(NamedTuple):
    """Edges of one group: nodes by number, weights, and the counts that are resampled."""

    names: np.ndarray
    one: np.ndarray
    other: np.ndarray
    weight: np.ndarray
    n: np.ndarray


def communities(
    edges: pd.DataFrame, *, weight: str = "n", resolution: float = 1.0, n_runs: int = 100, seed: int = 0
) -> pd.DataFrame:
    """Find which terms keep company with each other, and how sure that is.

    It needs networkx: ``pip install 'plananalysis[networks]'``.

    Parameters
    ----------
    edges
        Table of :func:`cooccurrence`.
    weight
        What an edge weighs: ``n``, ``npmi``, ``lambda`` or ``g2``; edges that weigh nothing or less take no part.
    resolution
        More gives smaller communities.
    n_runs
        Times that the search is repeated, each with another seed and with the occurrences of the edges drawn anew; 0 leaves
        ``stability`` and ``rand`` empty.
    seed
        The same seed gives the same communities.

    Returns
    -------
    DataFrame
        One row per group and term: group; term; community (1 is the largest); degree (edges of the term); strength (their
        weight); stability (mean, over the runs, of how far the term's community is the same: shared members by all members of both, 0 to 1;
        .75 and more is stable); modularity (of the whole, with the weights); rand (mean adjusted Rand index of the runs with the communities
        given). In the order of groups and communities, the strongest term first.

    Raises
    ------
    InputError
        If networkx is not installed, or an option is none of these.

    Warns
    -----
    PlanWarning
        If no edge takes part.

    Notes
    -----
    Communities maximise modularity by Louvain's method (Blondel et al. 2008). A run draws as many occurrences as there are from all edges in
    proportion to ``n`` (a bootstrap of occurrences), and weighs each edge by what it got. Stability is the Jaccard index of Hennig
    (2007), taken for each term; the Rand index is adjusted for chance (Hubert & Arabie 1985).

    References
    ----------
    Blondel, V. et al. (2008). Fast unfolding of communities in large networks. Journal of Statistical Mechanics, P10008.
    Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis 52, 258–271.
    Hubert, L. & Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193–218.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, cooccurrence
    >>> text = "抓党建，强支部。" * 5 + "兴产业，修道路。" * 5 + "抓党建，兴产业。"
    >>> edges = cooccurrence(corpus_from_texts({"甲": text}), ["党建", "支部", "产业", "道路"], min_n=1)
    >>> found = communities(edges, n_runs=20)
    >>> found.groupby("community")["term"].agg("".join).tolist(), bool((found["stability"] > 0.9).all())
    (['产业道路', '党建支部'], True)
    """
    tables.check(
        edges,
        "cooccurrence",
        ("group", "term_a", "term_b", "n", *([] if weight == "n" else [weight] if weight in WEIGHTS else [])),
    )
    if weight not in WEIGHTS:
        raise InputError("weight is {weight!r}; give one of {weights}", weight=weight, weights=WEIGHTS)
    if n_runs < 0 or not resolution > 0:
        raise InputError("n_runs must be 0 or more and resolution above 0")
    networkx()
    frames = []
    for group, rows in edges.groupby("group", sort=False):
        used = rows[rows[weight] > 0]
        if len(used):
            frames.append(_of_group(_graph(used, weight), resolution, n_runs, seed).assign(group=str(group)))
    if not frames:
        if len(edges):
            warn("communities: no edge has a {weight} above 0; use another weight", weight=weight)
        return tables.empty("communities")
    return tables.conform(pd.concat(frames, ignore_index=True), "communities")


def _graph(rows: pd.DataFrame, weight: str) -> _Graph:
    names = np.array(sorted({*rows["term_a"], *rows["term_b"]}), dtype=object)
    one, other = (pd.Index(names).get_indexer(pd.Index(rows[side])) for side in ("term_a", "term_b"))
    return _Graph(names, one, other, rows[weight].to_numpy(np.float64), rows["n"].to_numpy(np.float64))


def _of_group(graph: _Graph, resolution: float, n_runs: int, seed: int) -> pd.DataFrame:
    """Return the communities of one network with their stability."""
    from sklearn.metrics import adjusted_rand_score

    nx = networkx()
    found = _partition(graph, graph.weight, resolution, seed)
    random = np.random.default_rng(seed)
    share = graph.n / graph.n.sum()
    again = [
        _partition(
            graph,
            graph.weight * random.multinomial(int(graph.n.sum()), share) / graph.n,
            resolution,
            seed + run,
        )
        for run in range(1, n_runs + 1)
    ]
    sides = np.concatenate([graph.one, graph.other])
    strength = np.bincount(sides, weights=np.tile(graph.weight, 2), minlength=len(graph.names))
    members = [set(np.flatnonzero(found == number).tolist()) for number in np.unique(found)]
    modularity = nx.community.modularity(
        _built(graph, graph.weight), members, weight="weight", resolution=resolution
    )
    table = pd.DataFrame(
        {
            "term": graph.names,
            "community": found,
            "degree": np.bincount(sides, minlength=len(graph.names)),
            "strength": strength,
            "stability": np.mean([_same_company(found, each) for each in again], axis=0) if again else np.nan,
            "modularity": float(modularity),
            "rand": float(np.mean([adjusted_rand_score(found, each) for each in again])) if again else np.nan,
        }
    )
    order = np.lexsort((table["term"], -np.round(table["strength"], 12), table["community"]))
    return table.iloc[order]


def _built(graph: _Graph, weight: np.ndarray) -> "object":
    """Return the network with the edges that weigh something."""
    made = networkx().Graph()
    made.add_nodes_from(range(len(graph.names)))
    kept = weight > 0
    made.add_weighted_edges_from(
        zip(graph.one[kept].tolist(), graph.other[kept].tolist(), weight[kept].tolist(), strict=True)
    )
    return made


def _partition(graph: _Graph, weight: np.ndarray, resolution: float, seed: int) -> np.ndarray:
    """Return the number of every node's community, the largest first, of like size the one with the first name."""
    found = networkx().community.louvain_communities(
        _built(graph, weight), weight="weight", resolution=resolution, seed=seed
    )
    numbers = np.zeros(len(graph.names), dtype=np.int64)
    for number, nodes in enumerate(sorted(found, key=lambda each: (-len(each), min(each))), start=1):
        numbers[list(nodes)] = number
    return numbers


def _same_company(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return for every node how far its communities in two partitions are the same: shared by all members."""
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    common = table[one, other]
    return common / (table.sum(axis=1)[one] + table.sum(axis=0)[other] - common)
