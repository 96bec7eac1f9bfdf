"""The methods in sentences that a paper can quote, in Chinese and English, with versions and settings."""

from typing import Any

from plananalysis.report.analysis import Analysis
from plananalysis.report.group_names import names_of
from plananalysis.report.sections import SECTIONS
from plananalysis.report.settings import in_words
from plananalysis.report.words import Pair, named
from plananalysis.report.works import citation, references


def methods(analysis: Analysis) -> list[Pair]:
    """Return the paragraphs of the methods, one for each section that has a method of its own.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    list of (Chinese, English)
    """
    names = names_of(analysis)
    said = [named(section.methods(analysis), names) for section in SECTIONS if section.methods]
    return [pair for pair in said if pair[0]]


def methods_file(analysis: Analysis, record: dict[str, Any]) -> str:
    """Return ``METHODS.md``: the paragraphs in both languages, what they cite, then versions and settings.

    Parameters
    ----------
    analysis
        The finished tables.
    record
        The record of the run.
    """
    paragraphs = methods(analysis)
    libraries = ", ".join(f"{name} {number}" for name, number in record["libraries"].items())
    settings = "\n".join(f"- `{name}`: {in_words(value)}" for name, value in record["options"].items())
    cited = [f"- {reference}" for reference in references(en for _, en in paragraphs)]
    return "\n\n".join(
        [
            "# 方法 Methods",
            *(zh for zh, _ in paragraphs),
            *(en for _, en in paragraphs),
            *(["## 参考文献 References", "\n".join(cited)] if cited else []),
            "## 引用本程序 Citing the program",
            f"```bibtex\n{citation()}\n```",
            "## 版本与设置 Versions and settings",
            f"plananalysis {record['plananalysis']}, Python {record['python']}, {libraries}",
            settings,
            "每个输入文件的哈希见 run.json。 `run.json` holds a hash of every input.",
        ]
    )
