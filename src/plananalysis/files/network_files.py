"""Tables of edges as networks for Gephi, Ucinet, Pajek and others: .graphml .gexf .net."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.errors import InputError
from plananalysis.files.cell_text import plain
from plananalysis.files.replacing import replacing
from plananalysis.messages.said_often import reason_of
from plananalysis.tables import check, listed

NETWORKS = (".graphml", ".gexf", ".net")
"""Suffixes of networks: GraphML (Gephi, yEd, R), GEXF (Gephi), Pajek (also Ucinet)."""
_UNDATED = 'lastmodifieddate="2000-01-01"'
"""The same bytes on every run."""


class Ends(NamedTuple):
    """Columns that hold the two ends of an edge, whether it has a direction, and what it weighs."""

    source: str
    target: str
    directed: bool
    weight: str


KNOWN_ENDS = (
    Ends("term_a", "term_b", False, "n"),
    Ends("unit", "from_unit", True, "n_letters"),
    Ends("group", "slogan", False, "n"),
    Ends("group", "title", False, "n"),
    Ends("group", "term", False, "n"),
    Ends("a", "b", False, "cosine"),
)
"""Tables that are lists of edges: of terms, of borrowing, of groups with slogans, titles and terms, of similarity."""
_SIDES = {"group": "group", "slogan": "slogan", "title": "title", "term": "term"}
"""Of networks of two kinds of nodes what either is."""


def networkx() -> Any:
    """Return networkx, or say how it is installed.

    Raises
    ------
    InputError
        If it is not installed.
    """
    try:
        import networkx as found
    except ImportError:
        raise InputError(
            "networks need networkx, which is not installed: pip install 'plananalysis[networks]'"
        ) from None
    return found


def write_network(edges: pd.DataFrame, path: str | Path, *, nodes: pd.DataFrame | None = None) -> Path:
    """Write a table of edges as a network, in the format that the suffix of its file asks for.

    ``.graphml`` and ``.gexf`` open in Gephi, yEd, R (igraph) and networkx, ``.net`` in Pajek and Ucinet. All columns of the table
    go with the edges, the weight under the name ``weight``; Pajek holds the weight alone. It needs networkx:
    ``pip install 'plananalysis[networks]'``.

    Parameters
    ----------
    edges
        A table of :func:`plananalysis.cooccurrence`, :func:`plananalysis.affiliations`, :func:`plananalysis.slogan_counts`,
        :func:`plananalysis.citation_counts`, :func:`plananalysis.similarity` or the report's ``borrowing``; edges of several groups
        (years) stand beside each other, each with its ``group``.
    path
        The file.
    nodes
        What is known of the nodes: a table with ``term`` or ``node`` and any columns, such as :func:`plananalysis.communities`; each
        goes with the node of that name.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If the table is none of edges, has no rows, the suffix is none of these, or networkx is not installed.

    Examples
    --------
    >>> import tempfile, networkx
    >>> edges = pd.DataFrame({"group": ["甲县", "乙县"], "title": ["党章", "党章"], "n": [2, 1], "first_year": [2023, 2024]})
    >>> graph = networkx.read_graphml(write_network(edges, Path(tempfile.mkdtemp()) / "t.graphml"))
    >>> sorted(data["label"] for _, data in graph.nodes(data=True)), graph["group 甲县"]["title 党章"]["weight"]
    (['乙县', '党章', '甲县'], 2)
    """
    check(edges, "edges", ())
    ends, facts = ends_of(edges), _facts(nodes)
    path = Path(path)
    if path.suffix.lower() not in NETWORKS:
        raise InputError(
            "{path}: cannot tell the format of a network from the suffix; use {networks}",
            path=path,
            networks=NETWORKS,
        )
    if edges.empty:
        raise InputError(
            "{path}: the network has no edges, so there is nothing to write; lower min_n or ask for more "
            "terms",
            path=path,
        )
    graph = _built(edges, ends, facts, bare=path.suffix.lower() == ".net")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as new:
            new.write_bytes(_encoded(graph, path.suffix.lower()))
    except OSError as error:
        raise InputError(
            "{path}: cannot be written ({reason}); close it elsewhere or choose another place",
            path=path,
            reason=reason_of(error),
        ) from error
    return path


def ends_of(edges: pd.DataFrame) -> Ends:
    """Return which columns hold the ends of the edges.

    Raises
    ------
    InputError
        If the table is none of edges.

    Examples
    --------
    >>> ends_of(pd.DataFrame(columns=["slogan", "group", "n"]))[:2]
    ('group', 'slogan')
    """
    for ends in KNOWN_ENDS:
        if {ends.source, ends.target} <= set(edges.columns):
            return ends
    known = ", ".join(f"{ends.source} and {ends.target}" for ends in KNOWN_ENDS)
    raise InputError(
        "edges: a table of edges is wanted, with two columns of ends ({known}); it has {columns}; "
        "cooccurrence(corpus) gives it",
        known=known,
        columns=listed(edges.columns),
    )


def _facts(nodes: pd.DataFrame | None) -> dict[str, dict[str, Any]]:
    """Return what is known of each node, by its name."""
    if nodes is None:
        return {}
    check(nodes, "nodes", ())
    key = next((name for name in ("node", "term") if name in nodes.columns), None)
    if key is None:
        raise InputError(
            "nodes: a table is wanted with the column node or term; it has {columns}; "
            "communities(cooccurrence) gives it",
            columns=listed(nodes.columns),
        )
    rows = nodes.drop_duplicates(key)
    return {
        str(row[key]): _plain({n: v for n, v in row.items() if n != key}) for row in rows.to_dict("records")
    }


def _built(edges: pd.DataFrame, ends: Ends, facts: dict[str, dict[str, Any]], *, bare: bool) -> Any:
    """Return the network; nodes of two kinds have their kind before their name, so that none are taken for one."""
    nx = networkx()
    graph = nx.MultiDiGraph() if ends.directed else nx.MultiGraph()
    two_mode = ends.source in _SIDES
    weights = [name for name in (ends.weight, "n") if name in edges.columns][:1]
    rest = [name for name in edges.columns if name not in (ends.source, ends.target)]
    sides = []
    for side, column in enumerate((ends.source, ends.target)):
        kind = _SIDES.get(column, "")
        labels = [plain(str(name)) for name in edges[column]]
        names = [f"{kind} {label}" if two_mode else label for label in labels]
        for name, label in zip(names, labels, strict=True):
            own = (
                {}
                if bare
                else {
                    "label": label,
                    **({"kind": kind, "bipartite": side} if two_mode else {}),
                    **facts.get(label, {}),
                }
            )
            graph.add_node(name, **own)
        sides.append(names)
    for number, (one, other, row) in enumerate(zip(*sides, edges[rest].to_dict("records"), strict=True)):
        weight = {"weight": _cell(row[weights[0]])} if weights else {}
        own = {} if bare else _plain({name: value for name, value in row.items() if name != "weight"})
        graph.add_edge(one, other, key=number, **{**own, **weight})
    # Of one edge between two nodes at most, programs take the network for what it is.
    simple = nx.DiGraph(graph) if ends.directed else nx.Graph(graph)
    return simple if simple.number_of_edges() == graph.number_of_edges() else graph


def _plain(row: dict[Any, Any]) -> dict[str, Any]:
    """Return the cells that have a value as Python's own."""
    return {
        str(name): _cell(value)
        for name, value in row.items()
        if pd.api.types.is_scalar(value) and not pd.isna(value)
    }


def _cell(value: Any) -> Any:
    own = value.item() if hasattr(value, "item") else value
    return own if isinstance(own, bool | int | float) else plain(str(own))


def _encoded(graph: Any, suffix: str) -> bytes:
    """Return the bytes of the file."""
    from io import BytesIO

    nx, buffer = networkx(), BytesIO()
    if suffix == ".graphml":
        nx.write_graphml_xml(graph, buffer, named_key_ids=True)
        return buffer.getvalue()
    if suffix == ".gexf":
        nx.write_gexf(graph, buffer)
        return re.sub(rb'lastmodifieddate="[^"]*"', _UNDATED.encode(), buffer.getvalue())
    nx.write_pajek(graph, buffer, encoding="UTF-8")
    return b"\xef\xbb\xbf" + buffer.getvalue()  # by this mark Pajek knows Chinese letters
