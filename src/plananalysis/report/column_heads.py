"""What columns of several sections, lexicons and lists are called on the page, in Chinese and English."""

HEADS: dict[str, tuple[str, str]] = {
    "doc_id": ("文档", "document"),
    "unit": ("单位", "unit"),
    "year": ("年份", "year"),
    "title": ("标题", "title"),
    "file": ("文件", "file"),
    "n_chars": ("字符数", "characters"),
    "text": ("文字", "text"),
    "slogan": ("提法", "slogan"),
    "kind": ("类型", "kind"),
    "n": ("次数", "count"),
    "n_docs": ("文档数", "documents"),
    "n_units": ("单位数", "units"),
    "group": ("{group}", "{group}"),
    "z": ("z 值", "z"),
    "term": ("词语", "term"),
    "similarity": ("相似度", "similarity"),
    "family": ("文本族", "family"),
    "wording_of": ("主要写法", "wording of"),
}
"""Heads of columns that several sections have, short; what a column means is in ``tables.TABLES``."""

METADATA: dict[str, str] = {
    "type": "类型",
    "genre": "文种",
    "level": "级别",
    "region": "地区",
    "area": "地区",
    "province": "省份",
    "city": "城市",
    "county": "区县",
    "department": "部门",
    "sector": "行业",
    "field": "领域",
    "date": "日期",
    "source": "来源",
    "url": "网址",
    "author": "作者",
    "note": "备注",
    "notes": "备注",
    "remark": "备注",
}
"""Chinese heads of columns that corpora often bring with them; any other keeps its own name."""

LEXICONS: dict[str, tuple[str, str]] = {
    "party_building": ("党建", "party building"),
    "government_work": ("政府工作", "government work"),
    "own": ("自备", "of your own"),
}

STOPLISTS: dict[str, tuple[str, str]] = {
    "general": ("通用", "general"),
    "plan": ("计划文本", "plan documents"),
}


def own_head(column: str) -> tuple[str, str]:
    """Return the head of a column that the corpus brought: its name, or a usual name in Chinese.

    Examples
    --------
    >>> own_head("level"), own_head("备案号"), own_head("z")
    (('级别', 'level'), ('备案号', '备案号'), ('z', 'z'))
    """
    return METADATA.get(column.lower(), column), column
