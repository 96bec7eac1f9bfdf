"""Every rule about Chinese shows itself: its example matches, its counter-example does not."""

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest

import plananalysis.language
from plananalysis.language import Rule, RuleIndex, compiled, index_rules, prefilter


@cache
def tables() -> dict[str, tuple[Rule, ...]]:
    """Return every table of rules in the package, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(plananalysis.language.__path__):
        loaded = importlib.import_module(f"plananalysis.language.{module.name}")
        for name, value in vars(loaded).items():
            if isinstance(value, tuple) and value and all(isinstance(each, Rule) for each in value):
                found[f"{module.name}.{name}"] = value
    return found


@cache
def index_of(name: str) -> RuleIndex:
    """Return the index of a table by its name."""
    return index_rules(tables()[name])


LINES = sorted(
    {
        line.strip()
        for file in sorted((Path(__file__).parents[2] / "corpus").glob("**/*.txt"))
        for line in file.read_text(encoding="utf-8", errors="ignore").split("\n")
        if 0 < len(line.strip()) <= 240
    }
)
RULES = [pytest.param(rule, id=f"{table}-{rule.name}") for table, rules in tables().items() for rule in rules]


@pytest.mark.parametrize("rule", RULES)
def test_the_example_shows_the_rule_and_the_counter_example_its_limit(rule):
    assert re.search(rule.pattern, rule.example), "the example is not matched"
    assert rule.counter_example, "a rule has a counter-example"
    assert not re.search(rule.pattern, rule.counter_example), "the counter-example is matched"
    assert rule.reason.strip(), "a rule has a reason"


@pytest.mark.parametrize("name", tables())
def test_names_are_unique_within_a_table(name):
    names = [rule.name for rule in tables()[name]]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("name", tables())
def test_a_prefilter_lets_every_rule_through(name):
    rules = tables()[name]
    gate = prefilter(rules)
    assert [rule.name for rule in rules if not gate.search(rule.example)] == []


@pytest.mark.parametrize("name", tables())
def test_the_index_of_a_table_lets_every_rule_through(name):
    rules, index = tables()[name], index_of(name)
    assert [rule.name for i, rule in enumerate(rules) if i not in index.possible(rule.example)] == []
    assert all(index.may_match(rule.example) for rule in rules)


@pytest.mark.parametrize("name", tables())
def test_the_index_refuses_no_line_of_the_sample_in_which_a_rule_is_found(name):
    index = index_of(name)
    patterns = [pattern for _, pattern in compiled(tables()[name])]
    for line in LINES:
        possible = index.possible(line)
        refused = [p.pattern for i, p in enumerate(patterns) if i not in possible and p.search(line)]
        assert refused == [], line


def test_compiled_keeps_the_order():
    rules = (Rule("a", "甲", "", "甲", "乙"), Rule("b", "乙", "", "乙", "甲"))
    assert [rule.name for rule, _ in compiled(rules)] == ["a", "b"]
