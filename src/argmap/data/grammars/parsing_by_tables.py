"""From a text to what the rules of a grammar make of it, by tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import Factory, frozen

from argmap.data.grammars.grammar_tables import GrammarRule, GrammarTables
from argmap.named_tuples import NamedTuple
from argmap.text import Span

# What a rule makes of its parts: signs, or what other rules have made.
Maker: TypeAlias = Callable[[list[Any]], object]
# The end of a text, as Lark names it.
_END = "$END"


class GrammarToken(NamedTuple):
    """A sign as it is written."""

    kind: str
    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it is written."""
        return Span(self.start, self.start + len(self.text))


class UnreadableTextError(ValueError):
    """A text that the grammar has not: what cannot be read, and the kinds of signs that could."""

    def __init__(self, token: GrammarToken, expected: frozenset[str]) -> None:
        super().__init__(f"no text of the grammar goes on with {token.text!r}")
        self.token = token
        self.expected = expected


@frozen(eq=False)
class GrammarParser:
    """A parser of the LALR kind (DeRemer 1969) by its tables: what was read waits in a list, with the states.

    With `is_contextual` only those signs are looked for that can be read next, otherwise all of them.
    """

    tables: GrammarTables
    is_contextual: bool = False
    # By the kinds of signs that can be read next.
    _patterns: dict[frozenset[str], re.Pattern[str]] = Factory(dict)

    def parse(self, text: str, makers: Mapping[str, Maker]) -> object:
        """Return what the makers make of a text, each of the parts of the rule of its name.

        Raises:
            UnreadableTextError: the grammar has no such text.
        """
        states, rules = self.tables.states, self.tables.rules
        path, values = [0], list[object]()
        place = 0
        while True:
            token = self._token(text, place, states[path[-1]])
            place = token.start + len(token.text)
            while True:
                step = states[path[-1]].get(token.kind)
                if step is None:
                    raise UnreadableTextError(token, frozenset(states[path[-1]]))
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
                if path[-1] == self.tables.end and token.kind == _END:
                    return value

    def _token(self, text: str, place: int, state: Mapping[str, int]) -> GrammarToken:
        """Return the next sign, what stands for the end, or what cannot be read, of no kind."""
        match = self._signs(state).match
        ignored = self.tables.ignored
        while place < len(text):
            sign = match(text, place)
            if sign is None or not sign.lastgroup:
                return GrammarToken("", text[place], place)
            if sign.lastgroup not in ignored:
                return GrammarToken(sign.lastgroup, sign[0], place)
            place = sign.end()
        return GrammarToken(_END, "", len(text))

    def _signs(self, state: Mapping[str, int]) -> re.Pattern[str]:
        wanted = frozenset(state) if self.is_contextual else frozenset[str]()
        pattern = self._patterns.get(wanted)
        if pattern is None:
            wanted_or_ignored = wanted.union(self.tables.ignored)
            pattern = self._patterns[wanted] = re.compile(
                "|".join(
                    f"(?P<{name}>{written})"
                    for name, written in self.tables.terminals
                    if not self.is_contextual or name in wanted_or_ignored
                )
            )
        return pattern


def _made(rule: GrammarRule, values: list[object], makers: Mapping[str, Maker]) -> object:
    parts: list[Any] = []
    for how, value in zip(rule.parts, values, strict=True):
        if how == "k":
            parts.append(value)
        elif how == "*":
            assert isinstance(value, list), "parts to be taken over are a list"
            # The list of a repetition grows; it is not copied each time.
            if parts:
                parts.extend(value)
            else:
                parts = value
    if rule.name:
        return makers[rule.name](parts)
    return parts if rule.symbol.startswith("_") else parts[0]
