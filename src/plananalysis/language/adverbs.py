"""Adverbs of office Chinese, each in one group; the sets below the groups are named for what they serve.

A word belongs to the first group that fits it. To add one, put it into its group: every set that is made of the group
has it then.
"""

from plananalysis.language.particles import JOINING_PARTICLES
from plananalysis.language.verbs import ROUTINE_VERBS

EVERYDAY_ADVERBS = tuple("进一步 持续 切实 全面 深入 扎实 积极 认真 大力 充分".split())
"""With which plans begin their sentences, and adverts do not."""

EXTENT = frozenset((*EVERYDAY_ADVERBS, *"不断 更加 更好 努力 着力 加快 奋力 有效 及时".split()))
"""How much or how fast; plans put them before any verb, so they do not tell one wording from another."""

DURATION = frozenset("继续 始终".split())
"""For how long."""

MODAL = frozenset("也 都 必须 应 应当 还 再 能 会 可 来 去 同时".split())
"""That it must, can or will be done, and that something else is done besides."""

MANNER = frozenset("带头 自觉 坚决 牢固 牢牢 主动 严格 深刻".split())
"""In which manner; with their verb they make a wording of its own: 牢固树立."""

ATTITUDE = frozenset("率先 真正 忠诚 始终不渝 准确 模范".split())
"""With which attitude."""

RESOLVE = frozenset("坚定不移 毫不动摇".split())
"""With which resolve; four characters, as headings have them."""

METHOD = frozenset("高度 稳步 有序 重点 广泛 统筹 系统 精准 科学 合理 依法 常态化".split())
"""By which method or in which order."""

STYLE = frozenset("从严 从紧 分类 分层 分级 集中 精心 驰而不息 持之以恒 坚持不懈 旗帜鲜明 一体 协同".split())
"""How a heading says that its task is gone about."""

GROUPS = (EXTENT, DURATION, MODAL, MANNER, ATTITUDE, RESOLVE, METHOD, STYLE)

BEFORE_ROUTINE_VERBS = EXTENT | MANNER | METHOD
"""Adverbs that lead to a slogan and belong to no slogan."""

LEFT_OUT_OF_FRAMES = EXTENT | DURATION | MODAL | JOINING_PARTICLES
"""What does not tell a frame from another: 进一步增强 is the frame 增强."""

KEPT_IN_FRAMES = MANNER | ATTITUDE | RESOLVE | {"坚定", "坚持"}
"""What makes a frame of its own: 坚决维护 is not 维护."""

BEFORE_LEADING_VERBS = (
    ((EXTENT | MANNER | METHOD) - ROUTINE_VERBS) | DURATION | RESOLVE | STYLE | {"常态化", "加快"}
)
"""What a heading may say before the verb it leads with; 统筹 is such a verb itself."""
