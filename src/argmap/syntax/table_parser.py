"""The loop of an LALR parser over the grammar's tables.

Lark's own loop compares rules and tokens step by step, which takes half of its time; this one walks tables
in which every action is a number (shift) or a tuple (reduce).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from argmap.syntax.grammar import END, Tables
from argmap.syntax.tokens import Token

# How many values a rule takes, what makes one of them, and what it is then.
_Reduction: TypeAlias = tuple[int, Callable[[list[Any]], Any], str]


class TableParser:
    """Parses by tables; `builder` has a method for each rule, which makes one value of several."""

    def __init__(self, made: Tables, builder: object) -> None:
        reductions = [(size, getattr(builder, name), origin) for name, size, origin in made.rules]
        self._actions: list[dict[str, int | _Reduction]] = [
            {name: action if action >= 0 else reductions[-1 - action] for name, action in row.items()}
            for row in made.states
        ]
        # The end of a text is taken like any token, and so ends the loop below.
        self._actions[made.end][END] = made.end

    def parse(self, tokens: list[Token]) -> Any:
        """Return what the rule `start` makes of tokens."""
        actions = self._actions
        states: list[Any] = [0]
        values: list[Any] = []
        for token in (*tokens, _END):
            kind = token.type
            # The grammar is total: in every state there is an action for whatever the lexer may bring.
            while (action := actions[states[-1]][kind]).__class__ is not int:
                size, build, origin = action  # no number, so a reduction
                if size:
                    value = build(values[-size:])
                    del states[-size:], values[-size:]
                else:
                    value = build([])
                states.append(actions[states[-1]][origin])
                values.append(value)
            states.append(action)
            values.append(token)
        return values[-2]


_END = Token(END, 0, 0, "")
