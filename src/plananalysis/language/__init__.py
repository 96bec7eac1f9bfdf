"""What is Chinese and not algorithm: word lists with names, and rules with their reason and examples.

A list or a rule stands here once; algorithms import it. The modules are named after what they hold: numerals,
measures, organisations, places, verbs, adverbs, particles, and the wordings of kinds of text. To add an expression, put
it into its list; to add a rule, give it a reason, an example and a counter-example: one test runs all of them.
"""

from plananalysis.language.rules import Rule, RuleIndex, any_of, compiled, ending, index_rules, prefilter

__all__ = ["Rule", "RuleIndex", "any_of", "compiled", "ending", "index_rules", "prefilter"]
