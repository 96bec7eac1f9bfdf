"""Where a shared passage begins and ends: one ordered list of rules, :data:`EDGE_RULES`, applied by stages.

A rule is a function with its reason, an example and a counter-example, which stand behind it. To add one, write it in
a module of this folder and put it into the list of :mod:`plananalysis.reuse.edges.ordered`; a test runs the examples of
all rules, another shows for each what comes out wrong without it.
"""

from plananalysis.reuse.edges.ordered import EDGE_RULES, set_edges, set_span
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved, TextRule

__all__ = ["EDGE_RULES", "EdgeContext", "EdgeRule", "Moved", "TextRule", "set_edges", "set_span"]
