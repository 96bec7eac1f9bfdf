"""Measures: the units and measure words that make a number something to be counted."""

from types import MappingProxyType

from plananalysis.language.rules import any_of

UNITS = tuple(
    "个百分点 百分点 平方公里 平方千米 平方米 立方米 标准立方米 千瓦时 万千瓦 亿千瓦时 兆瓦时 吉瓦时 兆瓦 吉瓦 千瓦 公里 千米 海里 公顷 公斤 毫克 "
    "微克 标准箱 标箱 蒸吨 TEU MWh GWh MW GW kW EFLOPS PFLOPS GB TB PB % ％ ‰ 美元 人民币 欧元 港元 元 亩 吨 斤 克 米 升 倍 平方 立方".split()
)
"""Units of measurement and money."""

COUNTED = tuple(
    "自然村 人次 亩次 户次 件次 车次 班次 批次 台（套） 台(套) 台/套 台套 套（间） 套(间) 间（套） 间(套) 课时 学时 学分 标段 床位 时段 项 件 批 套 所 座 栋 幢 辆 艘 架 列 册 篇 "
    "份 幅 首 株 棵 片 块 段 类 堂 宗 款 趟 枚 颗 粒 盏 眼 根 副 尾 羽 箱 师 站 题 笔".split()
)
"""Measure words that begin no common word."""

PERIODS = tuple("方面 月 工作日 自然日 小时 学期 年头 星期 季度 五年".split())
"""What 个 counts that is no quantity: a length of time, which is a deadline, and the aspects of a matter."""

BEGINS_WORDS = MappingProxyType({
    "个": PERIODS,
    "家": tuple("庭 园 长 乡 风 属".split()),
    "户": tuple("籍 外 口 均".split()),
    "人": tuple("口 民 大 均 士 类 心 工 居".split()),
    "名": tuple("列 单 义 录".split()),
    "位": tuple("居 于 列 置 次".split()),
    "条": ("例",),
    "次": tuple("会议 全会 全体 党代会 代表 工业 区域 产业 年".split()),
    "期": tuple("工程 项目 建设 间 货 末 待 望 限 专项".split()),
    "场": tuple("所 地 馆 景".split()),
    "轮": tuple("换 训 岗".split()),
    "处": tuple("理 置 级 于 室 长".split()),
    "间": tuple("接 隔".split()),
    "张": tuple("家 掖".split()),
    "方": tuple("案 面 式 向 针 便 法 程 可 能 圆".split()),
    "字": tuple("会 路 架 绣 军".split()),
    "台": tuple("账 阶".split()),
    "班": tuple("子 组 列".split()),
    "支": tuple("部 持 撑 出 付 委".split()),
    "部": tuple("门 分 署 委 长 级 队".split()),
    "本": tuple("级 地 土 市 省 年 科 系统".split()),
    "只": tuple("要 有 跑".split()),
    "头": tuple("部 雁".split()),
    "道": tuple("路 德".split()),
    "种": tuple("植 业 子 养".split()),
    "门": ("类",),
    "节": tuple("约 能 点".split()),
    "例": tuple("会 行".split()),
    "起": tuple("来 到 步 草 点".split()),
    "组": tuple("织 建 成 团".split()),
    "对": tuple("口 接 标 外 于 党".split()),
    "层": tuple("次 级 面".split()),
    "课": tuple("题 程".split()),
})  # fmt: skip
"""Measure words that are the first character of common words, with what then follows: 三家 counts, 三家庭 does not."""

EVENTS = tuple("次 期 场 轮 遍 堂 批 题 课 节 回".split())
"""What is held so many times."""

EVENT_BEGINS_WORDS = MappingProxyType({
    "次": tuple("会议 全会".split()),
    "期": tuple("工程 项目 间 待 望".split()),
    "场": BEGINS_WORDS["场"],
    "轮": BEGINS_WORDS["轮"],
})  # fmt: skip
"""The same for events, where a verb of holding or a period stands before them."""


LENGTHS_OF_TIME = tuple("工作日 小时 分钟 日 天 周 月 年".split())
"""Units of time that a deadline is counted by, and an amount as well."""

DURATIONS = (*LENGTHS_OF_TIME, *"岁 周岁 秒 分 点 个月 季度 年度 个工作日 度 级".split())
"""Units of time, and of grades, which bound an amount as they do a date."""

PER = tuple(
    "人次 平方米 立方米 千瓦时 平方公里 万元 公斤 千克 公里 千瓦 公顷 小时 克 米 人 吨 日 天 年 月 亩 户 次 升 个 件".split()
)
"""What an amount is counted by, behind a stroke: 元/人."""

COUNTS = ("人", "人次", "名")
"""What counts people."""

ALL_MEASURES = (*UNITS, *COUNTED, *BEGINS_WORDS)
"""Every unit and measure word, whatever may follow it."""


def measure(word: str, following: tuple[str, ...] = ()) -> str:
    """Return an expression for a measure word where none of some words follows it.

    Examples
    --------
    >>> measure("条", ("例",)), measure("座")
    ('条(?!例)', '座')
    """
    return f"{any_of([word])[3:-1]}(?!{'|'.join(following)})" if following else any_of([word])[3:-1]


def measures() -> str:
    """Return the alternatives of an expression for every unit and measure word, longer ones first.

    Examples
    --------
    >>> import re
    >>> found = re.compile(rf"[0-9](?:{measures()})")
    >>> [bool(found.search(text)) for text in ("新建3座", "3家企业", "3家庭", "每克0.5分/克")]
    [True, True, False, True]
    """
    words = dict.fromkeys((*UNITS, *COUNTED), ()) | dict(BEGINS_WORDS)
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join([*(measure(word, words[word]) for word in ordered), "[分厘](?=/)"])


def events() -> str:
    """Return the alternatives of an expression for every word for an event.

    Examples
    --------
    >>> import re
    >>> [bool(re.search(rf"一(?:{events()})", text)) for text in ("每月一次", "第一次会议", "每季一课")]
    [True, False, True]
    """
    return "|".join(measure(word, EVENT_BEGINS_WORDS.get(word, ())) for word in EVENTS)


CONVERTED = MappingProxyType({
    "斤": ("吨", 0.0005), "公斤": ("吨", 0.001), "千克": ("吨", 0.001), "公顷": ("亩", 15.0), "平方公里": ("亩", 1500.0),
    "千米": ("公里", 1.0), "名": ("人", 1.0), "人次": ("人次", 1.0), "％": ("%", 1.0), "百分点": ("个百分点", 1.0),
})  # fmt: skip
"""Units that are one quantity with another, and how many of it one of them is."""


def in_common_unit(value: float, unit: str) -> tuple[float, str]:
    """Return a value in the unit in which values of one quantity are compared.

    Examples
    --------
    >>> in_common_unit(880e8, "斤"), in_common_unit(3, "座")
    ((44000000.0, '吨'), (3, '座'))
    """
    common, factor = CONVERTED.get(unit, (unit, 1.0))
    return (value if factor == 1.0 else value * factor), common
