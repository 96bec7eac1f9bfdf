"""Punctuation by what it does: parts of a list, clauses, sentences, and what encloses."""

LIST_MARKS = "、·（）()“”‘’「」『』"
"""Marks between or around the parts of a list, and around quotations within a clause."""

CLAUSE_MARKS = "，,；;：:—…【】"
"""Marks between clauses."""

SENTENCE_MARKS = "。！？!?\n\r\f"
"""Marks between sentences, ends of lines and pages included."""

BRACKETS = {
    "“": "”",
    "《": "》",
    "（": "）",
    "(": ")",
    "‘": "’",
    "「": "」",
    "『": "』",
    "<": ">",
    "【": "】",
}
"""Opening marks and what closes them."""

CLOSING_MARKS = '”’」』）)"'
"""Marks that close what was opened, and stand behind the stop of a sentence within: 提出“管好渠。”"""
