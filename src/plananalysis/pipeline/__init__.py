"""The analysis as a list of steps, run whole or in part; words and slogans exactly as everything counts them."""

from plananalysis.pipeline.running import run_steps, steps_for, tokens
from plananalysis.pipeline.step import Progress, Step
from plananalysis.pipeline.steps import STEPS

__all__ = ["STEPS", "Progress", "Step", "run_steps", "steps_for", "tokens"]
