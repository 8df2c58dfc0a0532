"""From the text of a formula to what the rules of the grammar make of it, by tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from argmap.logic.formula_tables import END, FormulaRule, formula_tables
from argmap.text import Span

# What a rule makes of its parts: signs, or what other rules have made.
Maker: TypeAlias = Callable[[list[Any]], object]


class FormulaToken(NamedTuple):
    """A sign as it is written."""

    kind: str
    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it is written."""
        return Span(self.start, self.start + len(self.text))


class UnreadableFormulaError(ValueError):
    """A text that is no formula: what cannot be read, and the kinds of signs that could."""

    def __init__(self, token: FormulaToken, expected: frozenset[str]) -> None:
        super().__init__(f"no formula goes on with {token.text!r}")
        self.token = token
        self.expected = expected


def parse_by(makers: Mapping[str, Maker], text: str) -> object:
    """Return what the makers make of a text, each of the parts of the rule of its name.

    This is how parsers of the LALR kind work (DeRemer 1969): what was read waits in a list, with the states.

    Raises:
        UnreadableFormulaError: the text is no formula.
    """
    tables = formula_tables()
    states, rules = tables.states, tables.rules
    path, values = [0], list[object]()
    for token in _tokens(text):
        while True:
            step = states[path[-1]].get(token.kind)
            if step is None:
                raise UnreadableFormulaError(token, frozenset(states[path[-1]]))
            if step >= 0:
                path.append(step)
                values.append(token)
                break
            rule = rules[-1 - step]
            length = len(rule.parts)
            value = _made(rule, values[-length:], makers)
            del path[-length:], values[-length:]
            path.append(states[path[-1]][rule.symbol])
            values.append(value)
            if path[-1] == tables.end and token.kind == END:
                return value
    raise AssertionError("the last sign is the end of the text")


def _made(rule: FormulaRule, values: list[object], makers: Mapping[str, Maker]) -> object:
    parts: list[Any] = []
    for how, value in zip(rule.parts, values, strict=True):
        if how == "k":
            parts.append(value)
        elif how == "*":
            assert isinstance(value, list), "parts to be taken over are a list"
            # The list of a repetition grows; it is not copied each time.
            parts = [*parts, *value] if parts else value
    if rule.name:
        return makers[rule.name](parts)
    return parts if rule.symbol.startswith("_") else parts[0]


def _tokens(text: str) -> Iterator[FormulaToken]:
    """Yield signs, and at the end what stands for the end; also what cannot be read, of no kind."""
    place = 0
    ignored = formula_tables().ignored
    while place < len(text):
        match = _signs().match(text, place)
        if match is None or not match.lastgroup:
            yield FormulaToken("", text[place], place)
            return
        if match.lastgroup not in ignored:
            yield FormulaToken(match.lastgroup, match[0], place)
        place = match.end()
    yield FormulaToken(END, "", len(text))


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in formula_tables().terminals))
