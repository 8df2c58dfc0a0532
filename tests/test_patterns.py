"""Regular expressions take time that grows with the text as it does, whatever the text: each is attacked.

Steps are counted, not seconds, so that a busy machine fails no test.
"""

from __future__ import annotations

import re

import pytest

from argmap.formatting.wrapping import closable

from .fuzz.attacks import attacks
from .fuzz.machine import Machine, TooManySteps
from .fuzz.patterns import Pattern, missed, patterns

PATTERNS = patterns()
# Longer than all that is repeated only so often, and then four times as long.
_LENGTH = 16
# Four times the text are four times the steps, and a little for what is paid once.
_MOST = 4.6
_PAID_ONCE = 100
# Patterns that are slow where a bracket is never closed, and what is done before they meet such a text.
_PREPARED = {"formatting/wrapping.py": closable}
# What remembers that a bracket is never closed is tried with long texts, in `test_hostile.py`.
_GUARDED = "syntax/atoms.py"


def slow(pattern: Pattern) -> str | None:
    """Return a text on which a pattern takes more than linear work, None if there is none."""
    machine = Machine(pattern.pattern, pattern.flags)
    prepared = _PREPARED.get(pattern.path, str)
    for made_of, attack in attacks(pattern.pattern, pattern.flags).items():
        try:
            few = machine.steps(prepared(attack(_LENGTH)), pattern.mode, limit=100_000)
            machine.steps(prepared(attack(4 * _LENGTH)), pattern.mode, limit=int(_MOST * few) + _PAID_ONCE)
        except TooManySteps:
            return f"{made_of!r} of {pattern.path}:{pattern.line}"
    return None


@pytest.mark.parametrize(
    "pattern", [pytest.param(one, id=f"{one.path}:{one.line}") for one in PATTERNS if one.path != _GUARDED]
)
def test_a_pattern_takes_linear_time(pattern: Pattern) -> None:
    assert slow(pattern) is None


def test_all_patterns_of_the_source_are_attacked() -> None:
    assert missed() == []


@pytest.mark.parametrize(
    ("pattern", "mode"),
    [
        (r"(a+)+b", "match"),
        (r"(a|aa)+$", "match"),
        (r"(?:[ \t]+[^\n]*\n|[ \t]*\n)+?---", "match"),
        (r"={3,}[^\n]*?={3,}$", "match"),
        (r"\s*x?\s*", "fullmatch"),
        (r"\s+$", "search"),
        (r"<[^>]*>", "search"),
        (r"<!--.*?-->", "search"),
    ],
)
def test_a_pattern_that_is_slow_is_found(pattern: str, mode: str) -> None:
    assert slow(Pattern("", 0, pattern, 0, mode))


@pytest.mark.parametrize("pattern", PATTERNS, ids=[f"{one.path}:{one.line}" for one in PATTERNS])
def test_steps_are_counted_of_the_pattern_that_it_is(pattern: Pattern) -> None:
    machine, compiled = Machine(pattern.pattern, pattern.flags), re.compile(pattern.pattern, pattern.flags)
    texts = [attack(2) for attack in attacks(pattern.pattern, pattern.flags).values()]
    assert [machine.end(text) for text in texts] == [
        found and found.end() for found in map(compiled.match, texts)
    ]
