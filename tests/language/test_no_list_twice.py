"""No list of Chinese words stands twice in the package: what two lists share is a group that both are made of."""

import ast
import re
from itertools import combinations
from pathlib import Path

import plananalysis

PACKAGE = Path(plananalysis.__file__).parent
MANY = 8
"""Words that two lists share, from which on they are one list written twice, if they are half of the shorter one."""
SHARE = 0.75
HAN = re.compile("[\u3400-\u9fff]")
ALTERNATIVES = re.compile(r"[\u3400-\u9fff]+(?:\|[\u3400-\u9fff]+)+")


def words_of(node: ast.AST) -> set[str]:
    """Return the words that a literal lists: elements of a collection, parts of a split string, alternatives."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
        return {word for found in ALTERNATIVES.findall(node.value) for word in found.split("|")}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        text = node.func.value
        return (
            set(text.value.split())
            if isinstance(text, ast.Constant) and isinstance(text.value, str)
            else set()
        )
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return {
            each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)
        }
    return set()


def lists_of(source: str) -> list[tuple[int, frozenset[str]]]:
    """Return the lines and the words of all lists of Chinese words in a module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        words = frozenset(word for word in words_of(node) if HAN.search(word))
        if len(words) >= MANY:
            found.append((node.lineno, words))
    return found


def twice(lists: list[tuple[str, frozenset[str]]]) -> list[str]:
    """Return a line for every two lists that share many words."""
    return [
        f"{place} and {other_place} share {' '.join(sorted(one & other))}"
        for (place, one), (other_place, other) in combinations(lists, 2)
        if len(one & other) >= MANY and len(one & other) >= SHARE * min(len(one), len(other))
    ]


def test_no_list_of_words_stands_twice_in_the_package():
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    lists = [
        (f"{path.relative_to(PACKAGE)}:{line}", words)
        for path, source in sources.items()
        if HAN.search(source)
        for line, words in lists_of(source)
    ]
    assert len(lists) > 20
    assert twice(lists) == [], "make both of one group in language/"


def test_a_list_written_twice_is_found_whatever_its_form():
    split = 'A = "甲局 乙局 丙局 丁局 戊局 己局 庚局 辛局".split()'
    literal = 'B = ("甲局", "乙局", "丙局", "丁局", "戊局", "己局", "庚局", "辛局", "壬局")'
    alternatives = 'C = r"(?:甲局|乙局|丙局|丁局|戊局|己局|庚局|辛局)$"'
    lists = [
        (name, words)
        for name, source in zip("ABC", (split, literal, alternatives), strict=True)
        for _, words in lists_of(source)
    ]
    assert [name for name, _ in lists] == ["A", "B", "C"]
    assert len(twice(lists)) == 3
    assert twice([lists[0], ("D", frozenset("子局 丑局 寅局 卯局 辰局 巳局 午局 甲局".split()))]) == []
