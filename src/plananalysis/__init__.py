"""Compare Chinese plan documents: slogans, emphasis, similarity and text reuse.

Every public function takes tables and returns a table; a row that speaks of a place
carries ``doc_id`` and half-open character offsets into the stored text. The
names below are imported on first use, so that ``import plananalysis`` stays fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# For editors and type checkers, which do not run __getattr__; a test keeps this list and _PUBLIC alike.
if TYPE_CHECKING:
    from plananalysis.citations import citation_counts as citation_counts
    from plananalysis.citations import citation_matrix as citation_matrix
    from plananalysis.citations import find_citations as find_citations
    from plananalysis.codes import code_sentences as code_sentences
    from plananalysis.codes import code_shares as code_shares
    from plananalysis.codes import pmc_index as pmc_index
    from plananalysis.codes import pmc_items as pmc_items
    from plananalysis.compare import compare_plans as compare_plans
    from plananalysis.compare import compare_years as compare_years
    from plananalysis.compare import find_gaps as find_gaps
    from plananalysis.corpus import Corpus as Corpus
    from plananalysis.corpus import Document as Document
    from plananalysis.corpus import corpus_from_texts as corpus_from_texts
    from plananalysis.corpus import load_corpus as load_corpus
    from plananalysis.corpus import parts as parts
    from plananalysis.corpus.inspection import inspect_corpus as inspect_corpus
    from plananalysis.corpus.outline import outline as outline
    from plananalysis.counts import DocumentFeatureMatrix as DocumentFeatureMatrix
    from plananalysis.counts import count_features as count_features
    from plananalysis.counts import describe_rows as describe_rows
    from plananalysis.counts import group_rows as group_rows
    from plananalysis.counts import presence as presence
    from plananalysis.counts import tfidf as tfidf
    from plananalysis.errors import InputError as InputError
    from plananalysis.errors import PlanWarning as PlanWarning
    from plananalysis.files.io import read_table as read_table
    from plananalysis.files.io import write_table as write_table
    from plananalysis.files.network_files import write_network as write_network
    from plananalysis.fulfilment import find_fulfilment as find_fulfilment
    from plananalysis.groups import count_by as count_by
    from plananalysis.groups import groups_of as groups_of
    from plananalysis.in_context import with_context as with_context
    from plananalysis.lexicon import combine_lexicons as combine_lexicons
    from plananalysis.lexicon import division_codes as division_codes
    from plananalysis.lexicon import gazetteer as gazetteer
    from plananalysis.lexicon import genre_frequencies as genre_frequencies
    from plananalysis.lexicon import load_code_book as load_code_book
    from plananalysis.lexicon import load_lexicon as load_lexicon
    from plananalysis.lexicon import load_register as load_register
    from plananalysis.lexicon import load_stopwords as load_stopwords
    from plananalysis.lexicon import load_theme_lexicon as load_theme_lexicon
    from plananalysis.lexicon import register_lexicon as register_lexicon
    from plananalysis.lexicon import slogan_register as slogan_register
    from plananalysis.panels import panel as panel
    from plananalysis.panels import panel_codebook as panel_codebook
    from plananalysis.pipeline import Step as Step
    from plananalysis.pipeline import run_steps as run_steps
    from plananalysis.pipeline import steps_for as steps_for
    from plananalysis.pipeline import tokens as tokens
    from plananalysis.pledges import commitment_shares as commitment_shares
    from plananalysis.pledges import find_commitments as find_commitments
    from plananalysis.pledges import find_targets as find_targets
    from plananalysis.pledges import find_tasks as find_tasks
    from plananalysis.pledges import load_indicators as load_indicators
    from plananalysis.pledges import target_gaps as target_gaps
    from plananalysis.pledges import targets_wide as targets_wide
    from plananalysis.plots import font_families as font_families
    from plananalysis.plots import plot_citation_network as plot_citation_network
    from plananalysis.plots import plot_codes as plot_codes
    from plananalysis.plots import plot_commitments as plot_commitments
    from plananalysis.plots import plot_frames as plot_frames
    from plananalysis.plots import plot_frequencies as plot_frequencies
    from plananalysis.plots import plot_keywords as plot_keywords
    from plananalysis.plots import plot_parts as plot_parts
    from plananalysis.plots import plot_rank_slopes as plot_rank_slopes
    from plananalysis.plots import plot_rates as plot_rates
    from plananalysis.plots import plot_reuse_map as plot_reuse_map
    from plananalysis.plots import plot_reuse_shares as plot_reuse_shares
    from plananalysis.plots import plot_sensitivity as plot_sensitivity
    from plananalysis.plots import plot_similarity as plot_similarity
    from plananalysis.plots import plot_slogan_calendar as plot_slogan_calendar
    from plananalysis.plots import plot_slogan_heatmap as plot_slogan_heatmap
    from plananalysis.plots import plot_targets as plot_targets
    from plananalysis.plots import plot_theme_differences as plot_theme_differences
    from plananalysis.plots import plot_theme_flow as plot_theme_flow
    from plananalysis.plots import plot_theme_heatmap as plot_theme_heatmap
    from plananalysis.plots import plot_theme_panels as plot_theme_panels
    from plananalysis.plots import plot_transmission as plot_transmission
    from plananalysis.plots import plot_trend as plot_trend
    from plananalysis.plots import plot_unit_network as plot_unit_network
    from plananalysis.plots import plot_word_cloud as plot_word_cloud
    from plananalysis.plots import save_figure as save_figure
    from plananalysis.plots import unit_colours as unit_colours
    from plananalysis.plots.style import fonts as fonts
    from plananalysis.report import build_report as build_report
    from plananalysis.report import verify_report as verify_report
    from plananalysis.report.works import citation as citation
    from plananalysis.resources import copy_notebooks as copy_notebooks
    from plananalysis.resources import copy_sample as copy_sample
    from plananalysis.resources import sample_path as sample_path
    from plananalysis.reuse import borrowing_matrix as borrowing_matrix
    from plananalysis.reuse import collate as collate
    from plananalysis.reuse import family_members as family_members
    from plananalysis.reuse import find_reuse as find_reuse
    from plananalysis.reuse import plant_reuse as plant_reuse
    from plananalysis.reuse import reuse_families as reuse_families
    from plananalysis.reuse import reuse_shares as reuse_shares
    from plananalysis.segmentation import segment as segment
    from plananalysis.segmentation.cut import cut as cut
    from plananalysis.slogans import find_glossary as find_glossary
    from plananalysis.slogans import find_slogans as find_slogans
    from plananalysis.slogans import slogan_counts as slogan_counts
    from plananalysis.slogans import slogan_frames as slogan_frames
    from plananalysis.slogans import slogan_lexicon as slogan_lexicon
    from plananalysis.slogans import slogan_occurrences as slogan_occurrences
    from plananalysis.slogans import slogan_signals as slogan_signals
    from plananalysis.statistics.affiliations import affiliations as affiliations
    from plananalysis.statistics.changes import term_changes as term_changes
    from plananalysis.statistics.collocations import collocations as collocations
    from plananalysis.statistics.concordance import concordance as concordance
    from plananalysis.statistics.cooccurrences import cooccurrence as cooccurrence
    from plananalysis.statistics.dispersion import dispersion as dispersion
    from plananalysis.statistics.frequencies import frequencies as frequencies
    from plananalysis.statistics.graph_communities import communities as communities
    from plananalysis.statistics.keyness import compare_counts as compare_counts
    from plananalysis.statistics.keyness import keyness as keyness
    from plananalysis.statistics.keyness import keyness_by as keyness_by
    from plananalysis.statistics.keywords import keywords as keywords
    from plananalysis.statistics.name_counts import name_counts as name_counts
    from plananalysis.statistics.similarity import cluster_order as cluster_order
    from plananalysis.statistics.similarity import nearest as nearest
    from plananalysis.statistics.similarity import similarity as similarity
    from plananalysis.statistics.similarity import similarity_matrix as similarity_matrix
    from plananalysis.statistics.terms import find_terms as find_terms
    from plananalysis.statistics.terms import with_terms as with_terms
    from plananalysis.statistics.trends import term_trend as term_trend
    from plananalysis.themes import code_paragraphs as code_paragraphs
    from plananalysis.themes import code_themes as code_themes
    from plananalysis.themes import find_topics as find_topics
    from plananalysis.themes import main_themes as main_themes
    from plananalysis.themes import suggest_lexicon as suggest_lexicon
    from plananalysis.themes import theme_emphasis as theme_emphasis
    from plananalysis.themes import theme_evidence as theme_evidence
    from plananalysis.themes import theme_flow as theme_flow
    from plananalysis.themes import theme_passages as theme_passages
    from plananalysis.themes import topic_shares as topic_shares
    from plananalysis.transmitted import dyads as dyads
    from plananalysis.transmitted import transmission as transmission
    from plananalysis.transmitted import transmission_counts as transmission_counts
    from plananalysis.validation import agreement as agreement
    from plananalysis.validation import describe_agreement as describe_agreement
    from plananalysis.validation import describe_sensitivity as describe_sensitivity
    from plananalysis.validation import draw_sample as draw_sample
    from plananalysis.validation import read_coding as read_coding
    from plananalysis.validation import sensitivity as sensitivity
    from plananalysis.validation import write_coding as write_coding
    from plananalysis.views import show_family as show_family
    from plananalysis.views import show_outline as show_outline
    from plananalysis.views import show_pair as show_pair
    from plananalysis.views import show_places as show_places
    from plananalysis.widgets import choose as choose
    from plananalysis.workspace import clear_workspace as clear_workspace
    from plananalysis.workspace import query_reuse as query_reuse
    from plananalysis.workspace import store_corpus as store_corpus
    from plananalysis.workspace import workspace_contents as workspace_contents

__version__ = "0.1.0"

_PUBLIC = {
    "Corpus": "plananalysis.corpus",
    "Document": "plananalysis.corpus",
    "corpus_from_texts": "plananalysis.corpus",
    "load_corpus": "plananalysis.corpus",
    "outline": "plananalysis.corpus.outline",
    "parts": "plananalysis.corpus",
    "combine_lexicons": "plananalysis.lexicon",
    "division_codes": "plananalysis.lexicon",
    "gazetteer": "plananalysis.lexicon",
    "genre_frequencies": "plananalysis.lexicon",
    "load_lexicon": "plananalysis.lexicon",
    "load_register": "plananalysis.lexicon",
    "load_stopwords": "plananalysis.lexicon",
    "register_lexicon": "plananalysis.lexicon",
    "slogan_register": "plananalysis.lexicon",
    "Step": "plananalysis.pipeline",
    "run_steps": "plananalysis.pipeline",
    "steps_for": "plananalysis.pipeline",
    "tokens": "plananalysis.pipeline",
    "cut": "plananalysis.segmentation.cut",
    "segment": "plananalysis.segmentation",
    "build_report": "plananalysis.report",
    "verify_report": "plananalysis.report",
    "citation": "plananalysis.report.works",
    "font_families": "plananalysis.plots",
    "fonts": "plananalysis.plots.style",
    "plot_frequencies": "plananalysis.plots",
    "plot_keywords": "plananalysis.plots",
    "plot_parts": "plananalysis.plots",
    "plot_sensitivity": "plananalysis.plots",
    "plot_similarity": "plananalysis.plots",
    "plot_slogan_calendar": "plananalysis.plots",
    "plot_slogan_heatmap": "plananalysis.plots",
    "save_figure": "plananalysis.plots",
    "unit_colours": "plananalysis.plots",
    "panel": "plananalysis.panels",
    "panel_codebook": "plananalysis.panels",
    "write_network": "plananalysis.files.network_files",
    "count_by": "plananalysis.groups",
    "groups_of": "plananalysis.groups",
    "with_context": "plananalysis.in_context",
    "DocumentFeatureMatrix": "plananalysis.counts",
    "count_features": "plananalysis.counts",
    "describe_rows": "plananalysis.counts",
    "group_rows": "plananalysis.counts",
    "presence": "plananalysis.counts",
    "tfidf": "plananalysis.counts",
    "keywords": "plananalysis.statistics.keywords",
    "find_terms": "plananalysis.statistics.terms",
    "with_terms": "plananalysis.statistics.terms",
    "name_counts": "plananalysis.statistics.name_counts",
    "cluster_order": "plananalysis.statistics.similarity",
    "nearest": "plananalysis.statistics.similarity",
    "similarity": "plananalysis.statistics.similarity",
    "similarity_matrix": "plananalysis.statistics.similarity",
    "communities": "plananalysis.statistics.graph_communities",
    "compare_counts": "plananalysis.statistics.keyness",
    "keyness": "plananalysis.statistics.keyness",
    "keyness_by": "plananalysis.statistics.keyness",
    "collocations": "plananalysis.statistics.collocations",
    "concordance": "plananalysis.statistics.concordance",
    "cooccurrence": "plananalysis.statistics.cooccurrences",
    "dispersion": "plananalysis.statistics.dispersion",
    "frequencies": "plananalysis.statistics.frequencies",
    "term_trend": "plananalysis.statistics.trends",
    "affiliations": "plananalysis.statistics.affiliations",
    "term_changes": "plananalysis.statistics.changes",
    "find_slogans": "plananalysis.slogans",
    "slogan_occurrences": "plananalysis.slogans",
    "slogan_frames": "plananalysis.slogans",
    "slogan_counts": "plananalysis.slogans",
    "slogan_lexicon": "plananalysis.slogans",
    "slogan_signals": "plananalysis.slogans",
    "find_citations": "plananalysis.citations",
    "citation_counts": "plananalysis.citations",
    "citation_matrix": "plananalysis.citations",
    "find_glossary": "plananalysis.slogans",
    "inspect_corpus": "plananalysis.corpus.inspection",
    "read_table": "plananalysis.files.io",
    "write_table": "plananalysis.files.io",
    "copy_notebooks": "plananalysis.resources",
    "copy_sample": "plananalysis.resources",
    "sample_path": "plananalysis.resources",
    "commitment_shares": "plananalysis.pledges",
    "find_commitments": "plananalysis.pledges",
    "find_targets": "plananalysis.pledges",
    "find_fulfilment": "plananalysis.fulfilment",
    "find_tasks": "plananalysis.pledges",
    "load_indicators": "plananalysis.pledges",
    "target_gaps": "plananalysis.pledges",
    "targets_wide": "plananalysis.pledges",
    "plot_commitments": "plananalysis.plots",
    "family_members": "plananalysis.reuse",
    "find_reuse": "plananalysis.reuse",
    "reuse_families": "plananalysis.reuse",
    "borrowing_matrix": "plananalysis.reuse",
    "collate": "plananalysis.reuse",
    "plant_reuse": "plananalysis.reuse",
    "reuse_shares": "plananalysis.reuse",
    "clear_workspace": "plananalysis.workspace",
    "query_reuse": "plananalysis.workspace",
    "store_corpus": "plananalysis.workspace",
    "workspace_contents": "plananalysis.workspace",
    "code_sentences": "plananalysis.codes",
    "code_shares": "plananalysis.codes",
    "load_code_book": "plananalysis.lexicon",
    "pmc_index": "plananalysis.codes",
    "pmc_items": "plananalysis.codes",
    "plot_codes": "plananalysis.plots",
    "load_theme_lexicon": "plananalysis.lexicon",
    "code_paragraphs": "plananalysis.themes",
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
    "plot_targets": "plananalysis.plots",
    "find_gaps": "plananalysis.compare",
    "transmission": "plananalysis.transmitted",
    "transmission_counts": "plananalysis.transmitted",
    "dyads": "plananalysis.transmitted",
    "plot_theme_differences": "plananalysis.plots",
    "plot_theme_flow": "plananalysis.plots",
    "plot_theme_heatmap": "plananalysis.plots",
    "plot_theme_panels": "plananalysis.plots",
    "plot_frames": "plananalysis.plots",
    "plot_reuse_map": "plananalysis.plots",
    "plot_reuse_shares": "plananalysis.plots",
    "plot_rank_slopes": "plananalysis.plots",
    "plot_rates": "plananalysis.plots",
    "plot_transmission": "plananalysis.plots",
    "plot_trend": "plananalysis.plots",
    "plot_unit_network": "plananalysis.plots",
    "plot_word_cloud": "plananalysis.plots",
    "plot_citation_network": "plananalysis.plots",
    "agreement": "plananalysis.validation",
    "describe_agreement": "plananalysis.validation",
    "describe_sensitivity": "plananalysis.validation",
    "draw_sample": "plananalysis.validation",
    "read_coding": "plananalysis.validation",
    "sensitivity": "plananalysis.validation",
    "write_coding": "plananalysis.validation",
    "choose": "plananalysis.widgets",
    "show_family": "plananalysis.views",
    "show_outline": "plananalysis.views",
    "show_pair": "plananalysis.views",
    "show_places": "plananalysis.views",
    "InputError": "plananalysis.errors",
    "PlanWarning": "plananalysis.errors",
}

__all__ = [*_PUBLIC, "__version__"]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'plananalysis' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
