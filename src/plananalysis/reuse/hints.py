"""Find the single runs around which two documents are alike.

A heavily reworded passage may leave one run only that few documents hold, and such runs meet by chance in millions. So
the rarer groups of three letters around each run are held against each other: every stretch of :data:`BLOCK` letters
has a signature, one bit of :data:`BITS` for each such group in it and in its two neighbours, and the runs whose
signatures have most bits in common, beyond those that chance gives them, are worth a look.
"""

import numpy as np

from plananalysis.reuse.candidates import Runs
from plananalysis.reuse.common import heaviest
from plananalysis.reuse.fingerprint import Fingerprint
from plananalysis.reuse.surprisal import LetterModel, triple_counts

BLOCK_BITS = 5
BLOCK = 1 << BLOCK_BITS
BITS = 1024
RARER = 0.75
"""Share of all places whose group of three letters is rare enough to tell."""

_SAMPLED = 97
_BLOCKS_AT_ONCE = 1 << 12
_RUNS_AT_ONCE = 1 << 15


def most_alike(fp: Fingerprint, model: LetterModel, runs: Runs, most: int) -> Runs:
    """Return the runs around which the documents have most in common, at most so many."""
    if runs.a.size <= most:
        return runs
    signatures = _signatures(fp.codes, model)
    filled = np.bitwise_count(signatures).sum(axis=1).astype(np.float32)
    common = np.empty(runs.a.size, dtype=np.float32)
    for start in range(0, runs.a.size, _RUNS_AT_ONCE):
        part = slice(start, start + _RUNS_AT_ONCE)
        a, b = runs.a[part] >> BLOCK_BITS, runs.b[part] >> BLOCK_BITS
        chance = filled[a] * filled[b] / BITS
        common[part] = np.bitwise_count(signatures[a] & signatures[b]).sum(axis=1) - chance
    return runs.take(heaviest(common, most))


def _signatures(codes: np.ndarray, model: LetterModel) -> np.ndarray:
    """Return the signature of every block with its two neighbours, a row of 64-bit words each."""
    rare_below = np.quantile(triple_counts(model, codes, np.arange(2, codes.size, _SAMPLED))[0], RARER)
    n_blocks = (codes.size >> BLOCK_BITS) + 1
    signatures = np.zeros((n_blocks, BITS // 64), dtype=np.uint64)
    for first in range(0, n_blocks, _BLOCKS_AT_ONCE):
        blocks = min(_BLOCKS_AT_ONCE, n_blocks - first)
        at = np.arange(max(2, first << BLOCK_BITS), min((first + blocks) << BLOCK_BITS, codes.size))
        counts, cells = triple_counts(model, codes, at)
        rare = (counts <= rare_below) & (codes[at] != 0) & (codes[at - 1] != 0) & (codes[at - 2] != 0)
        bits = np.zeros((blocks, BITS), dtype=bool)
        bits[(at[rare] >> BLOCK_BITS) - first, cells[rare] % BITS] = True
        signatures[first : first + blocks] = np.packbits(bits, axis=1).view(np.uint64)
    before = np.zeros_like(signatures[0])
    for first in range(0, n_blocks, _BLOCKS_AT_ONCE):
        own = signatures[first : first + _BLOCKS_AT_ONCE].copy()
        after = signatures[first + own.shape[0] : first + own.shape[0] + 1]
        rows = np.concatenate([before[None], own, after if after.size else before[None] * 0])
        signatures[first : first + own.shape[0]] = rows[:-2] | rows[1:-1] | rows[2:]
        before = own[-1]
    return signatures
