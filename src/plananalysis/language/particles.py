"""Particles and other small words that hold a sentence together."""

JOINING_PARTICLES = frozenset("以 并 和 与 及 地 得 将 要".split())
"""Those that stand between an adverb and its verb or join two verbs: 进一步地增强, 并落实."""

PARTICLES = JOINING_PARTICLES | frozenset("的 等 为 在 了 中 上 下 是 对 把".split())

COORDINATING = frozenset("和 与 及 以及".split())
"""Those with half of a phrase on either side: what always stands behind one of them is the second half of something."""

HALVING = COORDINATING | frozenset("的 地 得".split())
"""Those and what makes an attribute of the words before it: what always stands before one of these is no whole phrase."""
