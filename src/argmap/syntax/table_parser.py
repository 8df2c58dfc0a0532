"""Lark's LALR parser for this grammar, with a loop of its own.

Lark's loop compares rules and tokens step by step, which takes half of its time; this one walks tables
in which every action is a number (shift) or a tuple (reduce).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import LALR_Parser

from argmap.syntax.tokens import Token

# How many values a rule takes, what makes one of them, and what it is then.
_Reduction: TypeAlias = tuple[int, Callable[[list[Any]], Any], str]


class TableParser(LALR_Parser):
    """Parses with Lark's tables; plugged into Lark as its LALR parser."""

    def __init__(self, parser_conf: Any, debug: bool = False, strict: bool = False) -> None:
        super().__init__(parser_conf, debug, strict)
        table: Any = self._parse_table
        callbacks = parser_conf.callbacks
        self._starts: dict[str, int] = table.start_states
        # Names become plain strings, because Lark's own compare themselves in Python.
        self._actions: dict[int, dict[str, int | _Reduction]] = {
            state: {
                str(name): arg
                if action is Shift
                else (len(arg.expansion), callbacks[arg], str(arg.origin.name))
                for name, (action, arg) in row.items()
            }
            for state, row in table.states.items()
        }
        for end in table.end_states.values():
            # The end of a text is taken like any token, and so ends the loop below.
            self._actions[end] = {_END.type: end}

    def parse(self, lexer: Any, start: str, on_error: object = None) -> Any:
        """Return what the start rule makes of the tokens of a lexer."""
        actions = self._actions
        states: list[Any] = [self._starts[start]]
        values: list[Any] = []
        for token in (*lexer.lex(None), _END):
            kind = token.type
            # The grammar is total: in every state there is an action for whatever the lexer may bring.
            while (action := actions[states[-1]][kind]).__class__ is not int:
                size, build, origin = action  # type: ignore[misc]  # no number, so a reduction
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


_END = Token("$END", 0, 0, "")
