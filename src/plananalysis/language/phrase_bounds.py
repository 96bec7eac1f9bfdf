"""Words that a phrase does not begin or end with: what stops behind one, or starts with one, was cut out of a sentence."""

from plananalysis.language.adverbs import DURATION, EXTENT, MANNER
from plananalysis.language.verbs import CLOSING_VERBS, NOMINAL_VERBS, ROUTINE_VERBS

STRUCTURAL = frozenset("的 地 得 了 着 之 所 等 等等 于 中".split())
CONJUNCTIONS = frozenset("和 与 及 并 而 或 且 但 则 以及 并且 或者 同时".split())
PREPOSITIONS = frozenset("在 从 向 由 对 为 使 用 给 被 将 按照 根据 通过 针对 关于".split())
PRONOUNS = frozenset("其 其中 该 此 这 那 各 每 一个 有关".split())
DEGREES = frozenset("就 才 只 很 更 最 较 再 又 还 也 都 不断 切实 进一步".split())
AUXILIARIES = frozenset("是 要 会 可 能 包括 进行".split())
COUNTERS = frozenset("个 项 条 种 次 名 年 月".split())
BOUND = STRUCTURAL | CONJUNCTIONS | PREPOSITIONS | PRONOUNS | DEGREES | AUXILIARIES | COUNTERS
"""Words with something of the same phrase on both sides."""

SUFFIXES = frozenset(
    "过 内 上 下 里 外 后 前 间 时 们 者 性 化 型 级 类 日 元 亿元 万元 人 出 来 去 起 起来 至 到".split()
)
"""What follows something and begins nothing."""
PERSONS = frozenset("它 他 她 我 我们 他们 大家 某 所有 一些 这些 那些".split())
OPENERS = frozenset(
    "还有 仍有 尚有 仍然 依然 指 是指 从而 因此 由于 已 曾 正 非常 十分 往 对于 随着 为了 如 例如".split()
)
"""What begins a sentence and no phrase."""
NOT_FIRST = BOUND | SUFFIXES | PERSONS | OPENERS
FIRST_OF_TERMS = frozenset("可 最 更 更加 进一步 一个 过".split())
"""Of these, what terms begin with too: 可再生能源, 最低生活保障."""
REGIONS = frozenset("东部 西部 中部 南部 北部 东西部 两岸 沿海 沿边 灾后 稳中".split())
"""Words of place and time that terms begin with: 西部开渠 is one, 以下渠道 is none."""
TAKEN_FOR_ADVERBS = frozenset("互动 更新 并举 至上 进步 同步 立法 向往".split())
"""Nouns and verbs that the dictionary takes for adverbs: a phrase may end with them."""

TELLING = frozenset("了 着".split())
"""With one of these inside, words tell what has happened and name nothing: 修了一批渠."""
HOW = EXTENT | DURATION | MANNER | frozenset("广泛 妥善 逐步 抓紧 着重 大胆 正确".split())
"""How or how far something is done: with a verb behind it and nothing else it is said of anything (逐步修复)."""
LEADING_TO = frozenset("在 对 把 将 向 从 由 使 让 作为 随着 按照".split())
"""Prepositions and the like that lead to something: with one of these inside, words are a piece of a sentence (渠道向山区延)."""
DISTRIBUTIVE = frozenset("各项 各级 各类 各地 各种 各个".split())
"""What speaks of all the things of a kind and names none."""
SOME = frozenset("一几若0123456789")
"""How numbers and quantities begin that say how many there are in a sentence: 一批渠道, 若干渠道."""

ATTRIBUTES = frozenset(
    "相关 各项 各级 各类 各地 新 大 近 约 达 超 第 一批 高质量 高水平 高标准 常态化".split()
)
"""What calls for a noun or a number."""
CALLING = frozenset("不 没 有 以 让 把 按 成为 具有 存在 达到 突破 新增 增长 同比 下降".split())
"""What calls for an object or a number."""
DIRECTIONS = frozenset("上来 下来 下去 出来 上去".split())
"""Which way a verb before them goes."""
MANNERS = frozenset("严格 牢固 牢牢".split())
_PREDICATIVE = frozenset("努力 及时 奋力 更加 更好 有效".split())
NOT_LAST = (
    BOUND
    | ATTRIBUTES
    | CALLING
    | MANNERS
    | DIRECTIONS
    | (EXTENT - _PREDICATIVE)
    | (ROUTINE_VERBS - NOMINAL_VERBS - frozenset(CLOSING_VERBS))
)
"""All-purpose verbs call for their object, unless they are nouns too (家风培育) or say the result (责任压实)."""
