"""The loop of an LALR parser over the grammar's tables.

Lark's own loop compares rules and tokens step by step, which takes half of its time; this one walks tables
in which every action is the state that follows (shift) or a tuple (reduce).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from argmap.syntax.grammar import END, Tables
from argmap.syntax.tokens import Token

# Where the values of a rule begin, counted from the last one; what makes one of them; and what it is then.
_Reduction: TypeAlias = tuple[int, Callable[[list[Any]], Any], str]
# By the name of a terminal or symbol: the state that follows is itself a row.
_Row: TypeAlias = "dict[str, _Row | _Reduction]"


class TableParser:
    """Parses by tables; `builder` has a method for each rule, which makes one value of several."""

    def __init__(self, made: Tables, builder: object) -> None:
        reductions = [(-size, getattr(builder, name), origin) for name, size, origin in made.rules]
        rows: list[_Row] = [{} for _ in made.states]
        for row, state in zip(rows, made.states, strict=True):
            for name, action in state.items():
                row[name] = rows[action] if action >= 0 else reductions[-1 - action]
        # The end of a text is taken like any token, and so ends the loop below.
        rows[made.end][END] = rows[made.end]
        self._first = rows[0]

    def parse(self, tokens: list[Token]) -> Any:
        """Return what the rule `start` makes of tokens."""
        row: Any = self._first
        rows = [row]
        values: list[Any] = []
        for token in (*tokens, _END):
            kind = token.type
            # The grammar is total: in every state there is an action for whatever the lexer may bring.
            while (action := row[kind]).__class__ is tuple:
                first, build, origin = action
                if first:
                    value = build(values[first:])
                    del rows[first:], values[first:]
                else:
                    value = build([])
                row = rows[-1][origin]
                rows.append(row)
                values.append(value)
            row = action
            rows.append(row)
            values.append(token)
        return values[-2]


_END = Token(END, 0, 0, "")
