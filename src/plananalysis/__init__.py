"""Compare Chinese plan documents: slogans, emphasis, similarity and text reuse.

Every public function takes tables and returns a table; a row that speaks of a place
carries ``doc_id`` and half-open character offsets into the stored text. The
names below are imported on first use, so that ``import plananalysis`` stays fast.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Corpus": "plananalysis.corpus",
    "Document": "plananalysis.corpus",
    "corpus_from_texts": "plananalysis.corpus",
    "load_corpus": "plananalysis.corpus",
    "outline": "plananalysis.corpus",
    "parts": "plananalysis.corpus",
    "combine_lexicons": "plananalysis.lexicon",
    "load_lexicon": "plananalysis.lexicon",
    "load_register": "plananalysis.lexicon",
    "load_stopwords": "plananalysis.lexicon",
    "register_lexicon": "plananalysis.lexicon",
    "slogan_register": "plananalysis.lexicon",
    "Step": "plananalysis.pipeline",
    "run_steps": "plananalysis.pipeline",
    "steps_for": "plananalysis.pipeline",
    "tokens": "plananalysis.pipeline",
    "cut": "plananalysis.segmentation",
    "segment": "plananalysis.segmentation",
    "build_report": "plananalysis.report",
    "font_families": "plananalysis.plots",
    "plot_frequencies": "plananalysis.plots",
    "plot_keywords": "plananalysis.plots",
    "plot_similarity": "plananalysis.plots",
    "plot_slogan_heatmap": "plananalysis.plots",
    "save_figure": "plananalysis.plots",
    "unit_colours": "plananalysis.plots",
    "count_by": "plananalysis.groups",
    "DocumentFeatureMatrix": "plananalysis.counts",
    "count_features": "plananalysis.counts",
    "describe_rows": "plananalysis.counts",
    "group_rows": "plananalysis.counts",
    "presence": "plananalysis.counts",
    "tfidf": "plananalysis.counts",
    "keywords": "plananalysis.statistics.keywords",
    "cluster_order": "plananalysis.statistics.similarity",
    "nearest": "plananalysis.statistics.similarity",
    "similarity": "plananalysis.statistics.similarity",
    "similarity_matrix": "plananalysis.statistics.similarity",
    "compare_counts": "plananalysis.statistics.keyness",
    "keyness": "plananalysis.statistics.keyness",
    "keyness_by": "plananalysis.statistics.keyness",
    "collocations": "plananalysis.statistics.collocations",
    "concordance": "plananalysis.statistics.concordance",
    "dispersion": "plananalysis.statistics.dispersion",
    "term_trend": "plananalysis.statistics.trends",
    "find_slogans": "plananalysis.slogans",
    "slogan_occurrences": "plananalysis.slogans",
    "slogan_frames": "plananalysis.slogans",
    "slogan_counts": "plananalysis.slogans",
    "slogan_lexicon": "plananalysis.slogans",
    "find_citations": "plananalysis.citations",
    "citation_counts": "plananalysis.citations",
    "citation_matrix": "plananalysis.citations",
    "find_glossary": "plananalysis.slogans",
    "inspect_corpus": "plananalysis.corpus.inspection",
    "read_table": "plananalysis.files.io",
    "write_table": "plananalysis.files.io",
    "copy_notebooks": "plananalysis.resources",
    "sample_path": "plananalysis.resources",
    "commitment_shares": "plananalysis.pledges",
    "find_commitments": "plananalysis.pledges",
    "plot_commitments": "plananalysis.plots",
    "family_members": "plananalysis.reuse",
    "find_reuse": "plananalysis.reuse",
    "reuse_families": "plananalysis.reuse",
    "borrowing_matrix": "plananalysis.reuse",
    "collate": "plananalysis.reuse",
    "plant_reuse": "plananalysis.reuse",
    "reuse_shares": "plananalysis.reuse",
    "load_theme_lexicon": "plananalysis.lexicon",
    "code_themes": "plananalysis.themes",
    "find_topics": "plananalysis.themes",
    "main_themes": "plananalysis.themes",
    "suggest_lexicon": "plananalysis.themes",
    "theme_emphasis": "plananalysis.themes",
    "theme_evidence": "plananalysis.themes",
    "theme_flow": "plananalysis.themes",
    "theme_passages": "plananalysis.themes",
    "topic_shares": "plananalysis.themes",
    "compare_plans": "plananalysis.compare",
    "compare_years": "plananalysis.compare",
    "plot_theme_differences": "plananalysis.plots",
    "plot_theme_flow": "plananalysis.plots",
    "plot_theme_heatmap": "plananalysis.plots",
    "plot_theme_panels": "plananalysis.plots",
    "plot_frames": "plananalysis.plots",
    "plot_reuse_map": "plananalysis.plots",
    "plot_reuse_shares": "plananalysis.plots",
    "plot_unit_network": "plananalysis.plots",
    "plot_citation_network": "plananalysis.plots",
    "choose": "plananalysis.widgets",
    "show_family": "plananalysis.views",
    "show_outline": "plananalysis.views",
    "show_pair": "plananalysis.views",
    "show_places": "plananalysis.views",
    "InputError": "plananalysis.errors",
}

__all__ = [*_PUBLIC, "__version__"]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'plananalysis' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
