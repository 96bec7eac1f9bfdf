"""Give memory back to the system between the steps of a long analysis.

What a step frees stays with the allocators of Arrow and of the C library, in pieces that the next step may be unable to
use, so that the peak of a run is the sum of its steps' and not the largest of them.
"""

import ctypes
import gc
import sys
from functools import lru_cache
from mmap import PAGESIZE
from pathlib import Path

_LARGE = 350_000_000
"""Bytes from which on a process is worth giving memory back of."""


@lru_cache(maxsize=1)
def _trim():
    """Return glibc's ``malloc_trim``, or None where there is none."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):  # another C library
        return None


def _resident() -> int:
    """Return how many bytes of memory the process holds, 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * PAGESIZE


def give_back() -> None:
    """Return what is free to the system, as far as the allocators can, if the process has grown large.

    In a small process this would cost more time than the memory is worth: what is given back is soon asked for again.
    """
    if _resident() < _LARGE:
        return
    if "pyarrow" in sys.modules:
        import pyarrow

        pyarrow.default_memory_pool().release_unused()
    trim = _trim()
    if trim is not None:
        trim(0)


def few_searches_for_cycles() -> None:
    """Let Python look for cycles of objects that nothing holds any more a hundred times less often than it does.

    Loading libraries and a run make millions of small objects and hardly a cycle among them: looking for cycles finds
    nothing and takes a tenth of the time.
    """
    gc.set_threshold(200_000, 50, 1_000)
