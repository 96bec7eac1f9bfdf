"""What the rankings of a report, and the choices that they depend on, are called in figures and sentences."""

RANKING_NAMES: dict[str, tuple[str, str]] = {
    "slogan_use": ("各组提法使用率", "slogans per 10,000 characters"),
    "slogans": ("最常用的提法", "most used slogans"),
    "themes": ("各组主题占比", "share of each theme"),
    "keywords": ("各组关键词", "keywords of each group"),
    "neighbours": ("各组的相近者", "nearest of each group"),
}
"""Rankings by name, in Chinese and English."""
CHOICE_NAMES: dict[str, tuple[str, str]] = {
    "characters": ("按字计率", "per character"),
    "tokens": ("按词计率", "per token"),
    "occurrences": ("按次数", "plain occurrences"),
    "plan_part": ("仅工作安排", "plan part only"),
    "without_formula": ("去掉套语", "without formula"),
    "no_stopwords": ("不设停用词", "no stopwords"),
    "with_names": ("计入专名", "names counted"),
    "without_group": ("去掉一组", "one group left out"),
    "without_document": ("去掉一个文档", "one document left out"),
}
"""Choices by name, in Chinese and English."""
