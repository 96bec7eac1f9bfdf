"""The verb that a heading leads with: 深化 in 持续深化模范机关建设."""

from plananalysis.folding import QUOTES
from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.wordlists import ADVERBS, PARTICLES, ROUTINE_VERBS

_ADVERBS = (ADVERBS - ROUTINE_VERBS) | frozenset(
    "从严 从紧 常态化 分类 分层 分级 集中 精心 继续 始终 驰而不息 持之以恒 坚持不懈 坚定不移 毫不动摇 旗帜鲜明 一体 协同 加快".split()
)

_VERBS = ROUTINE_VERBS | frozenset(
    "纠治 整治 治理 涵养 织密 精简 规范 改进 改善 教育 监督 关心 关爱 服务 引领 净化 压减 盘活 壮大 稳定 防范 化解 守护 培养 改革 管理 "
    "打击 查处 修复 补齐 扩大 拓宽 丰富 繁荣 凝聚 指导 督促 调整 完成 选树 选派 安排 编制 制定 出台 争取 回应 兜牢 统一 革新 创新".split()
)

_RESULTS = frozenset("牢实好紧严稳住到成准透深强优大旺活亮细足密清高快富")
"""A verb's result, by which a verb is known that the dictionary lacks: 抓实, 做优, 盯紧."""

_BEFORE_RESULTS = frozenset("做抓守办建打压织盯用配搞管扛落筑夯扎树育选把念唱讲走稳补拧站")


def leading_verb(heading: str) -> str:
    """Return the verb that a heading leads with, passing over adverbs; empty if it leads with none.

    Examples
    --------
    >>> leading_verb("深入推进平安建设"), leading_verb("持续改进作风"), leading_verb("做优特色产业"), leading_verb("青年工作")
    ('推进', '改进', '做优', '')
    """
    rest = heading.strip()
    while rest and rest[0] not in QUOTES:
        adverb = next((rest[:n] for n in (4, 3, 2) if rest[:n] in _ADVERBS | PARTICLES), "")
        if not adverb or len(adverb) == len(rest):
            break
        rest = rest[len(adverb) :]
    if not rest or rest[0] in QUOTES:
        return ""
    first = rest[:2]
    if first in _VERBS or (first[:1] in _BEFORE_RESULTS and first[1:] in _RESULTS):
        return first
    word, tag = tagged(rest)[0]
    return word if len(word) > 1 and tag in ("v", "vi", "vd") else ""
