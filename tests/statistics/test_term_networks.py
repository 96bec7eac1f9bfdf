"""Networks of terms and groups: edges against counting by hand, communities that were planted, files that others read."""

import itertools
import math
import re
import sys
import warnings

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from scipy.stats import chi2_contingency

import plananalysis as pa
from plananalysis.cli.program import cli

TERMS = ["党建", "支部", "产业", "道路", "振兴"]
TEXTS = {
    "a": "一、党的建设\n抓党建，强支部；兴产业。抓党建促振兴。\n二、产业\n兴产业，修道路。修道路。",
    "b": "一、工作安排\n抓党建，强支部。党建、支部、产业一起抓！修道路兴产业？\n抓党建。",
    "c": "一、产业\n兴产业，修道路；抓党建强支部。振兴。",
}
FACTS = pd.DataFrame(
    {"doc_id": ["a", "b", "c"], "unit": ["甲县", "甲县", "乙县"], "year": [2023, 2024, 2024]}
)


@pytest.fixture(scope="module")
def corpus():
    return pa.corpus_from_texts(TEXTS, FACTS)


def contexts_of(corpus, within):
    """Return every sentence or passage with its document, cut by hand."""
    for row in corpus.passages.itertuples():
        text = TEXTS[row.doc_id][row.start : row.end]
        for piece in re.split(r"(?<=[。；！？\n])", text) if within == "sentence" else [text]:
            if piece.strip():
                yield row.doc_id, piece


def edges_by_hand(corpus, terms, within, keep=lambda doc_id: True):
    """Return for every two terms the contexts that hold both, the documents, and how many hold each."""
    together, docs, alone, n = {}, {}, {}, 0
    for doc_id, piece in contexts_of(corpus, within):
        if not keep(doc_id):
            continue
        n += 1
        held = sorted(term for term in terms if term in piece)
        for term in held:
            alone[term] = alone.get(term, 0) + 1
        for pair in itertools.combinations(held, 2):
            together[pair] = together.get(pair, 0) + 1
            docs.setdefault(pair, set()).add(doc_id)
    return together, docs, alone, n


@pytest.mark.parametrize("within", ["sentence", "passage"])
def test_edges_equal_counting_by_hand(corpus, within):
    found = pa.cooccurrence(corpus, TERMS, within=within, min_n=1)
    together, docs, alone, n = edges_by_hand(corpus, TERMS, within)
    assert {(row.term_a, row.term_b): row.n for row in found.itertuples()} == together
    unit = FACTS.set_index("doc_id")["unit"]
    year = FACTS.set_index("doc_id")["year"]
    for row in found.itertuples():
        held = docs[row.term_a, row.term_b]
        assert (row.n_a, row.n_b, row.n_contexts) == (alone[row.term_a], alone[row.term_b], n)
        assert (row.n_docs, row.n_units) == (len(held), unit[list(held)].nunique())
        assert (row.first_year, row.last_year) == (year[list(held)].min(), year[list(held)].max())


def test_each_year_has_a_network_of_its_own(corpus):
    found = pa.cooccurrence(corpus, TERMS, by="year", min_n=1)
    for label in ("2023", "2024"):
        docs = set(FACTS.loc[FACTS["year"] == int(label), "doc_id"])
        together, _, alone, n = edges_by_hand(corpus, TERMS, "sentence", docs.__contains__)
        rows = found[found["group"] == label]
        assert {(row.term_a, row.term_b): row.n for row in rows.itertuples()} == together
        assert (rows["n_contexts"] == n).all()
        assert [alone[term] for term in rows["term_a"]] == rows["n_a"].tolist()


def test_association_by_formula_and_by_scipy(corpus):
    for row in pa.cooccurrence(corpus, TERMS, min_n=1).itertuples():
        n, a, b, total = row.n, row.n_a, row.n_b, row.n_contexts
        table = np.array([[n, a - n], [b - n, total - a - b + n]])
        g2 = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert abs(row.g2) == pytest.approx(g2, abs=1e-9)
        assert (row.g2 > 0) == (n >= a * b / total)
        assert row.npmi == pytest.approx(math.log(n * total / (a * b)) / -math.log(n / total), abs=1e-12)
        odds = table + 0.5
        middle = math.log(odds[0, 0] * odds[1, 1] / (odds[0, 1] * odds[1, 0]))
        half = 1.959964 * math.sqrt((1 / odds).sum())
        assert (row.lambda_low, row.lambda_high) == pytest.approx((middle - half, middle + half), abs=1e-9)


def test_a_term_inside_a_longer_one_has_no_company_of_its_own():
    corpus = pa.corpus_from_texts({"a": "推进乡村全面振兴，抓产业。振兴产业。"})
    found = pa.cooccurrence(corpus, ["乡村全面振兴", "全面振兴", "振兴", "产业"], min_n=1)
    pairs = {frozenset((row.term_a, row.term_b)): row.n for row in found.itertuples()}
    assert pairs == {frozenset(("乡村全面振兴", "产业")): 1, frozenset(("产业", "振兴")): 1}


def test_by_default_the_slogans_of_the_corpus_are_linked():
    text = "落实“三会一课”，增强“四个意识”。" * 3
    found = pa.cooccurrence(pa.corpus_from_texts({"a": text, "b": text}))
    assert {(row.term_a, row.term_b, row.n) for row in found.itertuples()} == {("三会一课", "四个意识", 6)}
    slogans = pa.find_slogans(pa.corpus_from_texts({"a": text, "b": text}))
    own = pa.cooccurrence(pa.corpus_from_texts({"a": text, "b": text}), slogans)
    assert ("三会一课", "四个意识") in set(zip(own["term_a"], own["term_b"], strict=True))


def test_a_part_of_the_plans_and_the_order_of_the_files(corpus):
    turned = pa.corpus_from_texts(dict(reversed(TEXTS.items())), FACTS)
    pd.testing.assert_frame_equal(
        pa.cooccurrence(corpus, TERMS, min_n=1), pa.cooccurrence(turned, TERMS[::-1], min_n=1)
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: pa.cooccurrence(c, TERMS, within="page"), "within is 'page'; give 'sentence' or 'passage'"),
        (lambda c: pa.cooccurrence(c, []), "terms: no term is given"),
        (lambda c: pa.cooccurrence(c, ["党建", " "]), "or an empty one"),
        (lambda c: pa.cooccurrence(c, TERMS, by="colour"), "cannot group by 'colour'; use one of .*all"),
        (lambda c: pa.cooccurrence(c, pd.DataFrame({"term": ["党建"]})), "lacks the column slogan"),
        (lambda c: pa.affiliations(c, "themes"), "of is 'themes'"),
        (lambda c: pa.communities(pa.cooccurrence(c, TERMS), weight="n_docs"), "weight is 'n_docs'; give one of n,"),
        (lambda c: pa.communities(pa.cooccurrence(c, TERMS), n_runs=-1), "n_runs must be 0 or more"),
        (lambda c: pa.write_network(pa.cooccurrence(c, TERMS), "a.csv"), "use .graphml, .gexf, .net"),
        (lambda c: pa.write_network(c.documents, "a.gexf"), "a table of edges is wanted, with two columns of ends .*; it has doc_id"),
        (lambda c: pa.write_network(pa.cooccurrence(c, TERMS).iloc[:0], "a.gexf"), "the network has no edges"),
        (lambda c: pa.write_network(pa.cooccurrence(c, TERMS), "a.gexf", nodes=pd.DataFrame({"n": [1]})), "nodes: a table is wanted with the column node or term; it has n;"),
    ],
)  # fmt: skip
def test_what_makes_no_network_is_refused_in_one_line(corpus, call, message):
    with pytest.raises(pa.InputError, match=message) as refused:
        call(corpus)
    assert "\n" not in str(refused.value)


def test_a_network_without_edges_says_why(corpus):
    with pytest.warns(pa.PlanWarning, match="no two terms stand together in 9 sentences; lower min_n"):
        found = pa.cooccurrence(corpus, TERMS, min_n=9)
    assert found.empty
    with pytest.warns(pa.PlanWarning, match="the plans have no citations"):
        assert pa.affiliations(corpus, "citations").empty
    assert pa.communities(found).empty


def planted(n_groups, size, *, between):
    """Return edges of groups whose terms all meet ten times, and terms of different groups ``between`` times."""
    rows = []
    names = [f"{'甲乙丙丁'[group]}{member}" for group in range(n_groups) for member in range(size)]
    for one, other in itertools.combinations(names, 2):
        n = 10 if one[0] == other[0] else between
        if n:
            rows.append(
                {
                    "group": "all",
                    "term_a": one,
                    "term_b": other,
                    "n": n,
                    "npmi": 0.1,
                    "lambda": 1.0,
                    "g2": 1.0,
                }
            )
    return pd.DataFrame(rows)


def test_planted_communities_are_found_and_stable():
    found = pa.communities(planted(3, 6, between=1), n_runs=30)
    assert found.groupby("community")["term"].agg(
        lambda terms: len({term[0] for term in terms})
    ).tolist() == [1, 1, 1]
    assert (found["stability"] > 0.95).all()
    assert (found["rand"] > 0.95).all()
    graph = nx.Graph()
    graph.add_weighted_edges_from(planted(3, 6, between=1)[["term_a", "term_b", "n"]].to_numpy().tolist())
    parts = [set(rows["term"]) for _, rows in found.groupby("community")]
    assert found["modularity"].iloc[0] == pytest.approx(nx.community.modularity(graph, parts))
    degree = dict(graph.degree(weight="weight"))
    assert found.set_index("term")["strength"].to_dict() == degree


def test_what_is_one_lump_has_communities_that_are_not_found_again():
    lump = planted(1, 14, between=0).assign(n=1)
    found = pa.communities(lump, n_runs=40)
    assert found["stability"].mean() < 0.75
    assert found["rand"].iloc[0] < 0.5


def test_the_same_seed_gives_the_same_communities_in_whatever_order_the_edges_stand():
    edges = planted(3, 5, between=2)
    one = pa.communities(edges, seed=3, n_runs=10)
    pd.testing.assert_frame_equal(
        one, pa.communities(edges.sample(frac=1, random_state=1), seed=3, n_runs=10)
    )
    bare = pa.communities(edges, n_runs=0)
    assert bare["stability"].isna().all()


def test_affiliations_count_places_documents_and_years():
    texts = {
        "a": "学习《党章》《准则》，落实“三会一课”。",
        "b": "学习《党章》《党章》。",
        "c": "学习《准则》，开好“三会一课”。",
    }
    corpus = pa.corpus_from_texts(texts, FACTS)
    found = pa.affiliations(corpus, "citations").set_index(["group", "term"])
    assert found.loc[("甲县", "党章"), ["n", "n_docs", "first_year", "last_year"]].tolist() == [
        3,
        2,
        2023,
        2024,
    ]
    assert found.loc[("乙县", "准则"), ["n", "n_docs", "first_year", "last_year"]].tolist() == [
        1,
        1,
        2024,
        2024,
    ]
    assert len(found) == 3
    used = pa.affiliations(corpus, "slogans")
    assert used[["group", "term", "kind"]].to_numpy().tolist() == [
        ["乙县", "三会一课", "slogan"],
        ["甲县", "三会一课", "slogan"],
    ]


READ = {
    ".graphml": nx.read_graphml,
    ".gexf": nx.read_gexf,
    ".net": lambda path: nx.read_pajek(path, encoding="utf-8-sig"),
}


@pytest.mark.parametrize("suffix", READ)
def test_files_open_in_networkx_with_chinese_names_and_weights(corpus, tmp_path, suffix):
    edges = pa.cooccurrence(corpus, TERMS, min_n=1)
    file = pa.write_table(edges, tmp_path / f"net{suffix}")
    graph = READ[suffix](file)
    assert graph.number_of_edges() == len(edges)
    data = {frozenset(pair[:2]): pair[-1] for pair in graph.edges(data=True)}
    for row in edges.itertuples():
        assert data[frozenset((row.term_a, row.term_b))]["weight"] == row.n
        if suffix != ".net":
            held = data[frozenset((row.term_a, row.term_b))]
            assert (held["first_year"], held["last_year"], held["n_docs"]) == (
                row.first_year,
                row.last_year,
                row.n_docs,
            )
            assert held["npmi"] == pytest.approx(row.npmi)
    assert set(graph.nodes) == {*edges["term_a"], *edges["term_b"]}
    if suffix != ".net":
        assert all(facts["label"] == name for name, facts in graph.nodes(data=True))


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_years_stand_beside_each_other_and_nodes_keep_what_is_known_of_them(corpus, tmp_path, suffix):
    edges = pa.cooccurrence(corpus, TERMS, by="year", min_n=1)
    company = pa.communities(pa.cooccurrence(corpus, TERMS, min_n=1), n_runs=5)
    graph = READ[suffix](pa.write_network(edges, tmp_path / f"net{suffix}", nodes=company))
    assert graph.number_of_edges() == len(edges)
    assert {facts["group"] for *_, facts in graph.edges(data=True)} == {"2023", "2024"}
    known = company.set_index("term")
    for name, facts in graph.nodes(data=True):
        assert facts["community"] == known.loc[name, "community"]
        assert facts["stability"] == pytest.approx(known.loc[name, "stability"])


@pytest.mark.parametrize("suffix", READ)
def test_networks_of_two_kinds_keep_them_apart_also_where_a_unit_is_called_like_a_title(tmp_path, suffix):
    edges = pd.DataFrame(
        {
            "group": ["党章", "甲 县"],
            "term": ["党章", "党章"],
            "kind": "title",
            "n": [2, 3],
            "first_year": [2023, None],
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = READ[suffix](pa.write_network(edges, tmp_path / f"net{suffix}"))
    assert graph.number_of_nodes() == 3
    if suffix != ".net":
        kinds = {(facts["label"], facts["kind"], facts["bipartite"]) for _, facts in graph.nodes(data=True)}
        assert kinds == {("党章", "group", 0), ("党章", "term", 1), ("甲 县", "group", 0)}


def test_borrowing_keeps_its_direction_and_counts_serve_as_edges(tmp_path):
    borrowing = pd.DataFrame({"unit": ["甲县", "乙县"], "from_unit": ["乙县", "甲县"], "n_letters": [20, 30]})
    graph = nx.read_graphml(pa.write_table(borrowing, tmp_path / "b.graphml"))
    assert graph.is_directed()
    assert (graph["甲县"]["乙县"]["weight"], graph["乙县"]["甲县"]["weight"]) == (20, 30)
    counts = pd.DataFrame({"slogan": ["三会一课"], "group": ["甲县"], "n": [4], "n_docs": [1]})
    assert nx.read_gexf(pa.write_table(counts, tmp_path / "s.gexf")).number_of_edges() == 1


@pytest.mark.parametrize("suffix", READ)
def test_networks_are_the_same_bytes_on_every_run(corpus, tmp_path, suffix):
    edges = pa.cooccurrence(corpus, TERMS, min_n=1)
    one, other = (pa.write_network(edges, tmp_path / f"{name}{suffix}").read_bytes() for name in "ab")
    assert one == other
    assert suffix != ".gexf" or b'lastmodifieddate="2000-01-01"' in one


def test_names_with_letters_that_no_file_holds_are_written_without_them(tmp_path):
    edges = pd.DataFrame({"a": ["甲\x00<县>"], "b": ["乙&县"], "cosine": [0.5]})
    graph = nx.read_graphml(pa.write_network(edges, tmp_path / "n.graphml"))
    assert set(graph.nodes) == {"甲<县>", "乙&县"}


def test_without_networkx_the_message_says_how_it_is_installed(corpus, tmp_path, monkeypatch):
    edges = pa.cooccurrence(corpus, TERMS, min_n=1)
    monkeypatch.setitem(sys.modules, "networkx", None)
    for call in (lambda: pa.communities(edges), lambda: pa.write_network(edges, tmp_path / "n.gexf")):
        with pytest.raises(pa.InputError, match=r"pip install 'plananalysis\[networks\]'"):
            call()


def test_the_commands_write_networks(tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    for doc_id, text in TEXTS.items():
        (folder / f"{doc_id}.txt").write_text(text, encoding="utf-8")
    asked = [
        "cooccurrence",
        str(folder),
        *TERMS,
        "--min-n",
        "1",
        "-o",
        str(tmp_path / "n.gexf"),
        "--communities",
        str(tmp_path / "c.csv"),
    ]
    done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 0, done.output
    graph, company = nx.read_gexf(tmp_path / "n.gexf"), pa.read_table(tmp_path / "c.csv")
    assert dict(graph.nodes(data="community")) == company.set_index("term")["community"].to_dict()
    (folder / "d.txt").write_text("学习《党章》。", encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["affiliations", str(folder), "--of", "citations", "-o", str(tmp_path / "a.graphml")]
    )
    assert done.exit_code == 0, done.output
    assert nx.read_graphml(tmp_path / "a.graphml").number_of_edges() == 1
    refused = CliRunner().invoke(cli, ["affiliations", str(folder), "-o", str(tmp_path / "a.pdf")])
    assert refused.exit_code == 2
