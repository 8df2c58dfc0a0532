"""Sixty classical patterns are decided as logicians have decided them."""

import pytest
from tests.logic.patterns import Pattern, patterns

from argmap.logic import Validity, decide, describe, form_of, has_form, is_fallacy, is_true


def test_there_are_thirty_of_each() -> None:
    assert [pattern.is_valid for pattern in patterns()].count(True) == 30
    assert [pattern.is_valid for pattern in patterns()].count(False) == 30


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.title)
def test_a_pattern_is_decided(pattern: Pattern) -> None:
    decision = decide(pattern.premises, pattern.conclusion, timeout=None)
    assert decision.outcome is (Validity.VALID if pattern.is_valid else Validity.INVALID)
    if decision.counter_model is not None:
        assert all(is_true(premise, decision.counter_model) for premise in pattern.premises)
        assert not is_true(pattern.conclusion, decision.counter_model)
        assert describe(decision.counter_model, {}, [*pattern.premises, pattern.conclusion])


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.title)
def test_a_pattern_has_its_name_and_no_rule_names_a_fallacy(pattern: Pattern) -> None:
    name = form_of(pattern.premises, pattern.conclusion)
    assert name == pattern.form
    assert name is None or is_fallacy(name) is not pattern.is_valid
    assert name is None or has_form(name, pattern.premises, pattern.conclusion)
