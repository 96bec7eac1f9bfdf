"""Particles and other small words that hold a sentence together."""

PARTICLES = frozenset("的 和 与 及 等 为 在 了 以 并 地 得 中 上 下 是 对 将 把 要".split())

JOINING_PARTICLES = frozenset("以 并 和 与 及 地 得 将 要".split())
"""Those that stand between an adverb and its verb or join two verbs: 进一步地增强, 并落实."""
