"""Every rule about Chinese shows itself: its example matches, its counter-example does not."""

import importlib
import pkgutil
import re

import pytest

import plananalysis.language
from plananalysis.language import Rule, compiled, prefilter


def tables() -> dict[str, tuple[Rule, ...]]:
    """Return every table of rules in the package, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(plananalysis.language.__path__):
        loaded = importlib.import_module(f"plananalysis.language.{module.name}")
        for name, value in vars(loaded).items():
            if isinstance(value, tuple) and value and all(isinstance(each, Rule) for each in value):
                found[f"{module.name}.{name}"] = value
    return found


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


def test_compiled_keeps_the_order():
    rules = (Rule("a", "甲", "", "甲", "乙"), Rule("b", "乙", "", "乙", "甲"))
    assert [rule.name for rule, _ in compiled(rules)] == ["a", "b"]
