"""What the sentences of a plan begin with and are made of, as adverts and names are not."""

from plananalysis.language.adverbs import EVERYDAY_ADVERBS
from plananalysis.language.verbs import EVERYDAY_VERBS

_LEADING_ADVERBS = (*EVERYDAY_ADVERBS, "严格", "继续")
_ARRANGING_VERBS = tuple("规范 组织 引导 依托 统筹 探索 拓展 发挥".split())

PLAN_OPENINGS = (*EVERYDAY_VERBS, *_LEADING_ADVERBS, *_ARRANGING_VERBS, *"严肃 严厉 严防 鼓励".split())
"""How the sentences of a plan begin, and adverts do not."""

PLAN_WORDS = (
    *EVERYDAY_VERBS,
    *_ARRANGING_VERBS,
    *"提高 持续 扎实 培育 确保 夯实 机关 支部 党员 党组织 党委 党组 制度 责任 机制 精神 群众 干部 活动 工程 行动 任务 体系 方针 自觉 党章 党规 党纪 党的".split(),
)
"""Words that plans are made of; a clause that has one and little of an advert speaks for the plan."""

NEVER_FIRST_IN_NAMES = (
    *EVERYDAY_VERBS,
    *_LEADING_ADVERBS,
    *"贯彻 提高 规范 构建 学习 印发 转发 抓实 确保".split(),
)
"""Words that begin a sentence and no name of an organisation; 组织 is none of them (组织部)."""
