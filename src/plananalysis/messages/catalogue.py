"""All messages in Chinese by their English templates, and the way from an English text to the Chinese one."""

import re
from functools import cache

from plananalysis.messages.template import CHINESE, filled, pattern

_FORMAT = re.compile(r"\{(\w+):[^{}]*\}")


def tables_of_messages() -> list[dict[str, str]]:
    """Return the tables of all topics."""
    from plananalysis.messages import (
        zh_command_line,
        zh_corpus,
        zh_counting,
        zh_files,
        zh_lexicons,
        zh_plans,
        zh_reading,
        zh_system,
        zh_validation,
        zh_workspace,
    )

    topics = (
        zh_system, zh_files, zh_reading, zh_corpus, zh_lexicons, zh_counting, zh_plans, zh_validation, zh_command_line,
        zh_workspace,
    )  # fmt: skip
    return [table for topic in topics for name, table in vars(topic).items() if name.isupper()]


@cache
def chinese_templates() -> dict[str, str]:
    """Return the Chinese of every English template."""
    return {english: chinese for table in tables_of_messages() for english, chinese in table.items()}


def in_chinese(text: str) -> str:
    """Return in Chinese what stands in a table in English: why a file was skipped, what to know about a document.

    A table keeps texts and no messages, so the template is found by the text. Several that are joined by a semicolon are
    taken one by one; what is not known stays as it is.

    Examples
    --------
    >>> in_chinese("no reader for .xyz"), in_chinese("something new")
    ('不支持 .xyz 格式', 'something new')
    >>> in_chinese("no text; slides, not a document")
    '没有文字；幻灯片，不是文稿'
    """
    pieces = text.split("; ")
    said: list[str] = []
    while pieces:
        # The longest run of pieces that is one message: some have a semicolon themselves.
        for n in range(len(pieces), 0, -1):
            one = _translated("; ".join(pieces[:n]), "reading")
            if one is not None:
                said.append(one)
                del pieces[:n]
                break
        else:
            return text
    return "；".join(said)


def usage_in_chinese(text: str) -> str:
    """Return in Chinese what click says of the arguments; what is not known stays as it is.

    Examples
    --------
    >>> usage_in_chinese("Invalid value for '--by': 'x' is not one of 'a', 'b'.")
    "'--by' 的值无效：'x' 不在 'a', 'b' 之中。"
    """
    return _translated(text, "usage") or text


@cache
def _read_back(topic: str) -> dict[str, str]:
    """Return the templates that texts are compared with, those with the most words of their own first."""
    from plananalysis.messages import zh_command_line, zh_reading, zh_system

    tables: dict[str, tuple[dict[str, str], ...]] = {
        "reading": (
            *(table for name, table in vars(zh_reading).items() if name.isupper()),
            zh_system.SYSTEM,
        ),
        "usage": (zh_command_line.USAGE, zh_command_line.COMMANDS, zh_system.SYSTEM),
    }
    joined = {english: chinese for table in tables[topic] for english, chinese in table.items()}
    return dict(sorted(joined.items(), key=lambda pair: (pair[0].count("{"), -len(pair[0]), pair[0])))


def _translated(text: str, topic: str) -> str | None:
    """Return a single message in Chinese; None if it is not known, or more than one."""
    templates = _read_back(topic)
    if text in templates:
        return templates[text]
    for english, chinese in templates.items():
        form = pattern(english) if "{" in english else None
        found = form.fullmatch(text) if form is not None else None
        if found:
            values = {name: _translated(value, topic) or value for name, value in found.groupdict().items()}
            return filled(_FORMAT.sub(r"{\1}", chinese), values, CHINESE)  # a number has its commas already
    return None
