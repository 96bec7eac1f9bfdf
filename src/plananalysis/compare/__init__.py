"""Two plans side by side, and two years of one unit: what answers what, what is new, and what is gone."""

from plananalysis.compare.gaps import find_gaps
from plananalysis.compare.plans import compare_plans, find_plan
from plananalysis.compare.years import compare_years

__all__ = ["compare_plans", "compare_years", "find_gaps", "find_plan"]
