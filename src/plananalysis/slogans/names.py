"""What a quoted word is the name of: “1262”预警叫应机制, 爱国卫生“7个专项行动”."""

from typing import NamedTuple

import numpy as np

from plananalysis.slogans.numeric import alternates, is_numeric
from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.quoted import Quotations
from plananalysis.slogans.stream import Stream
from plananalysis.slogans.wordlists import ADVERBS, ROUTINE_VERBS

_REACH = 14
_LONGEST = 24
_CONTEXTS = 3
_NOMINAL = ("n", "vn", "nz", "an", "j", "l", "eng", "b", "nt", "ns", "nr", "nrt", "ng", "vi", "zg", "f")
_HEADS = tuple(
    "行动 计划 工程 机制 模式 体系 政策 平台 项目 改革 试点 品牌 制度 工作法 经验 措施 方案 服务 产业 企业 园区 基地 走廊 规划 矩阵 队伍 "
    "场所 市场 管理 监管 清单 贷款 产品 热线 空间 先行区 综合体 教育 学校 教师 互动 协同 贯通 共建 融合 联动 共享 安置 培育 创建 治理 整治 调研 竞赛 课程 "
    "课堂 网络 系统 联盟 集群 格局 布局 战略 战役 攻坚战 中心 文件 专班 窗口 指南 条例 办法 条 基金 大赛 论坛 大会 专项 党支部 机关 岗 队 站 员 链 圈 区 "
    "带 港 城 村 园 库 榜 奖 日 月 年 周 节 季 店 厂 法 制 权 证 码 卡 券".split()
)
"""How the name of a programme, an institution or an event ends."""
_OUTSIDE = ("p", "c", "u", "m", "r", "x", "y")
_NOT_IN_NAME = (ROUTINE_VERBS | ADVERBS) - {"发展", "建设"} | frozenset(
    "是 是指 指 即 为 包括 组建 等 等等 等方面 方面 以来 期间 中 上 下 内 后 前 间 里 外 成果 要求 精神 为主 为 情况 问题 会议".split()
)


class Names(NamedTuple):
    """Quoted words with the nouns around them."""

    places: np.ndarray
    lengths: np.ndarray
    bare: list[str]
    """The quoted word of each."""


def _head(text: str) -> int:
    """Return how many characters from the beginning are nouns that may belong to a name."""
    size = best = 0
    nominal = True
    for word, tag in tagged(text):
        if tag[:1] in _OUTSIDE or (word in _NOT_IN_NAME and word not in _HEADS):
            break
        size += len(word)
        nominal &= tag in _NOMINAL
        if word.endswith(_HEADS) and (nominal or len(word) > 1):
            best = size
    return best


def _modifier(text: str) -> int:
    """Return how many characters from the end are nouns that may belong to a name."""
    words: list[tuple[str, str]] = []
    for word, tag in reversed(tagged(text)):
        if tag[:1] in _OUTSIDE or word in _NOT_IN_NAME or len(word) < 2:
            break
        words.append((word, tag))
    while words and words[-1][1][:1] in ("v", "d", "a") and words[-1][1] not in _NOMINAL:
        words.pop()
    return sum(len(word) for word, _ in words)


def full_names(stream: Stream, quotations: Quotations, starts: np.ndarray) -> Names:
    """Return quoted words with the nouns that follow and precede them directly.

    For each word the first few contexts are looked at; with a noun on both sides, the name with and without what
    precedes is given.
    """
    seen: dict[str, int] = {}
    rows: list[tuple[int, int, str]] = []
    edge = stream.edge
    for place, length in zip(quotations.places.tolist(), quotations.lengths.tolist(), strict=True):
        bare = stream.text[place : place + length]
        if seen.setdefault(bare, 0) >= (_CONTEXTS if length > 4 else 10 * _CONTEXTS) or length > 12:
            continue
        seen[bare] += 1
        end = place + length
        after = np.flatnonzero(edge[end : end + _REACH] | stream.opens[end : end + _REACH])
        right = _head(stream.text[end : end + (int(after[0]) if len(after) else _REACH)])
        right -= next((i for i in range(right) if starts[end + right - i]), right)
        begin = max(place - _REACH, 0)
        before = np.flatnonzero(edge[begin:place] | stream.closes[begin:place])
        left_from = begin + int(before[-1]) + 1 if len(before) else begin
        while left_from < place and not starts[left_from]:
            left_from += 1
        left = _modifier(stream.text[left_from:place]) if is_numeric(bare) and not alternates(bare) else 0
        for a, b in ((left, right), (0, right)) if left else ((0, right),):
            if a + b and length + a + b <= _LONGEST and (length > 1 or not bare.isdigit()):
                rows.append((place - a, length + a + b, bare))
    rows.sort()
    return Names(
        np.asarray([row[0] for row in rows], dtype=np.int64),
        np.asarray([row[1] for row in rows], dtype=np.int64),
        [row[2] for row in rows],
    )
