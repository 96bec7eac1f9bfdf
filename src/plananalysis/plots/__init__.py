"""Draw finished tables: each function takes a table and ``ax=None``, and returns the Axes.

Nothing is counted or computed here. Chinese text renders on every machine (see :mod:`plananalysis.plots.fonts`),
the user's matplotlib settings stay as they are, and a unit has the same colour in every figure.
"""

from plananalysis.plots.clause_matrix import plot_transmission
from plananalysis.plots.code_bars import plot_codes
from plananalysis.plots.commitment_bars import plot_commitments
from plananalysis.plots.fonts import font_families
from plananalysis.plots.frame_bars import plot_frames
from plananalysis.plots.frequency_bars import plot_frequencies
from plananalysis.plots.keyword_panels import plot_keywords
from plananalysis.plots.likeness import plot_similarity
from plananalysis.plots.networks import plot_citation_network, plot_unit_network
from plananalysis.plots.palette import unit_colours
from plananalysis.plots.part_bars import plot_parts
from plananalysis.plots.rank_slopes import plot_rank_slopes
from plananalysis.plots.rate_bars import plot_rates
from plananalysis.plots.saving import save_figure
from plananalysis.plots.shared_wording import plot_reuse_map, plot_reuse_shares
from plananalysis.plots.slogan_calendar import plot_slogan_calendar
from plananalysis.plots.slogan_heatmap import plot_slogan_heatmap
from plananalysis.plots.style import style
from plananalysis.plots.target_dots import plot_targets
from plananalysis.plots.tau_dots import plot_sensitivity
from plananalysis.plots.theme_bars import plot_theme_differences, plot_theme_panels
from plananalysis.plots.theme_heatmap import plot_theme_heatmap
from plananalysis.plots.theme_strips import plot_theme_flow, theme_colours
from plananalysis.plots.trend_lines import plot_trend
from plananalysis.plots.word_cloud import plot_word_cloud

__all__ = [
    "font_families",
    "plot_citation_network",
    "plot_codes",
    "plot_commitments",
    "plot_frames",
    "plot_frequencies",
    "plot_keywords",
    "plot_parts",
    "plot_rank_slopes",
    "plot_rates",
    "plot_reuse_map",
    "plot_reuse_shares",
    "plot_sensitivity",
    "plot_similarity",
    "plot_slogan_calendar",
    "plot_slogan_heatmap",
    "plot_targets",
    "plot_theme_differences",
    "plot_theme_flow",
    "plot_theme_heatmap",
    "plot_theme_panels",
    "plot_transmission",
    "plot_trend",
    "plot_unit_network",
    "plot_word_cloud",
    "save_figure",
    "style",
    "theme_colours",
    "unit_colours",
]
