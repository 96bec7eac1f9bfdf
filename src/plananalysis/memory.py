"""Give memory back to the system between the steps of a long analysis.

What a step frees stays with the allocators of Arrow and of the C library, in pieces that the next step may be unable to
use, so that the peak of a run is the sum of its steps' and not the largest of them.
"""

import ctypes
import sys
from functools import lru_cache


@lru_cache(maxsize=1)
def _trim():
    """Return glibc's ``malloc_trim``, or None where there is none."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):  # another C library
        return None


def give_back() -> None:
    """Return what is free to the system, as far as the allocators can."""
    if "pyarrow" in sys.modules:
        import pyarrow

        pyarrow.default_memory_pool().release_unused()
    trim = _trim()
    if trim is not None:
        trim(0)
