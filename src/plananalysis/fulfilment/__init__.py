"""Promise and account: what a unit's plan of last year promised, and what its look-back of this year reports of it."""

from plananalysis.fulfilment.promise_accounts import find_fulfilment

__all__ = ["find_fulfilment"]
