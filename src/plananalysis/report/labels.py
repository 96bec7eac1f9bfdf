"""What columns, codes, lexicons and lists are called on the page, in Chinese and English."""

HEADS: dict[str, tuple[str, str]] = {
    "doc_id": ("文档", "document"),
    "unit": ("单位", "unit"),
    "year": ("年份", "year"),
    "title": ("标题", "title"),
    "file": ("文件", "file"),
    "format": ("格式", "format"),
    "encoding": ("编码", "encoding"),
    "n_chars": ("字符数", "characters"),
    "warning": ("提醒", "note"),
    "reason": ("原因", "reason"),
    "start": ("起点", "from"),
    "end": ("终点", "to"),
    "text": ("文字", "text"),
    "slogan": ("提法", "slogan"),
    "kind": ("类型", "kind"),
    "n": ("次数", "count"),
    "n_docs": ("文档数", "documents"),
    "n_units": ("单位数", "units"),
    "quoted_share": ("加引号", "quoted"),
    "status": ("登记情况", "register"),
    "members": ("所指各项", "stands for"),
    "variants": ("其他写法", "other wordings"),
    "group": ("单位", "unit"),
    "theme": ("主题", "theme"),
    "n_passages": ("首要段落数", "main passages"),
    "share": ("占比", "share"),
    "share_low": ("95% 下限", "95% low"),
    "share_high": ("95% 上限", "95% high"),
    "mean_share": ("各单位平均", "mean of all"),
    "difference": ("与平均之差", "above mean"),
    "z": ("z 值", "z"),
    "term": ("词语", "term"),
    "n_target": ("本单位频次", "count here"),
    "n_reference": ("其余频次", "elsewhere"),
    "range": ("文档数", "documents"),
    "log_ratio": ("频率比（log₂）", "log₂ ratio"),
    "g2": ("G²", "G²"),
    "p": ("P 值", "p"),
    "p_adjusted": ("校正 P 值", "adjusted p"),
    "caution": ("P 值慎用", "caution with p"),
    "label": ("单位", "unit"),
    "neighbour": ("相近单位", "nearest"),
    "rank": ("名次", "rank"),
    "similarity": ("相似度", "similarity"),
    "unit_a": ("甲", "A"),
    "unit_b": ("乙", "B"),
    "distinctiveness": ("独特性", "distinctiveness"),
    "family": ("文本族", "family"),
    "wording_of": ("主要写法", "wording of"),
    "earliest": ("最早文档", "earliest"),
    "line": ("行号", "line"),
    "quantity": ("数量", "quantity"),
    "comparison": ("限定", "bound"),
    "deadline": ("时限", "deadline"),
    "frequency": ("频次", "frequency"),
    "body": ("责任主体", "body in charge"),
    "excluded.text": ("不计入的文字", "text left out"),
    "reuse.text": ("共有文字", "shared wording"),
    "reuse.n_chars": ("字数", "letters"),
    "reuse.kind": ("类别", "kind"),
    "families.text": ("代表文字", "wording"),
    "commitments.text": ("句子", "sentence"),
}
"""Heads of columns, short; what a column means is in ``tables.TABLES``. ``table.column`` comes before ``column``."""

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
}

STOPLISTS: dict[str, tuple[str, str]] = {
    "general": ("通用", "general"),
    "plan": ("计划文本", "plan documents"),
}

VALUES: dict[str, tuple[str, str]] = {
    "quoted": ("引号提法", "quoted"),
    "numeric": ("数字略语", "numeric"),
    "recurring": ("反复出现", "recurring"),
    "reuse.formula": ("套语", "formula"),
    "reuse.passage": ("共有段落", "passage"),
    "known": ("已登记", "in the register"),
    "unknown": ("未登记", "not in the register"),
    "local": ("仅一个单位", "one unit only"),
    "few documents": ("文档少", "few documents"),
    "one document": ("只见于一份文档", "one document"),
    "small expected count": ("期望频次小", "small expected count"),
    "at_least": ("不少于", "at least"),
    "at_most": ("不超过", "at most"),
    "about": ("约", "about"),
    "range": ("区间", "range"),
    "exact": ("等于", "exact"),
    "disclaimer": ("免责声明", "disclaimer"),
    "advert": ("广告", "advert"),
    "watermark": ("水印", "watermark"),
    "furniture": ("网页栏目、页码", "page furniture"),
    "glossary": ("名词解释", "glossary"),
    "mojibake": ("乱码", "garbled text"),
    "table": ("表格", "table"),
}
"""What the codes in tables are called."""


def head(table: str, column: str) -> tuple[str, str]:
    """Return the head of a column of ours.

    Examples
    --------
    >>> head("reuse", "n_chars"), head("documents", "n_chars")
    (('字数', 'letters'), ('字符数', 'characters'))
    """
    return HEADS.get(f"{table}.{column}") or HEADS.get(column) or (column, column)


def own_head(column: str) -> tuple[str, str]:
    """Return the head of a column that the corpus brought: its name, or a usual name in Chinese.

    Examples
    --------
    >>> own_head("level"), own_head("备案号"), own_head("z")
    (('级别', 'level'), ('备案号', '备案号'), ('z', 'z'))
    """
    return METADATA.get(column.lower(), column), column
