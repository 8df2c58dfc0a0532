"""Lark's LALR parser for this grammar, with a loop of its own.

Lark's loop compares rules and tokens step by step, which takes half of its time; this one walks tables
in which every action is a number (shift) or a tuple (reduce). Mistakes are left to Lark's loop, which can
explain them; the grammar is total, so there should be none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from lark.lexer import LexerThread
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import LALR_Parser

from argmap.syntax.tokens import Token

# How many values a rule takes, what makes one of them, and what it is then.
_Reduction: TypeAlias = tuple[int, Callable[[list[Any]], Any], str]


class TableParser(LALR_Parser):
    """Parses with Lark's tables; plugged into Lark as its LALR parser."""

    def __init__(self, parser_conf: Any, debug: bool = False, strict: bool = False) -> None:
        super().__init__(parser_conf, debug, strict)
        table, callbacks = self._parse_table, parser_conf.callbacks
        self._starts: dict[str, int] = table.start_states
        self._ends: dict[str, int] = table.end_states
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

    def parse(self, lexer: LexerThread, start: str, on_error: Any = None) -> Any:
        """Return what the start rule makes of a text."""
        actions = self._actions
        end_state = self._ends[start]
        states: list[Any] = [self._starts[start]]
        values: list[Any] = []
        for token in (*lexer.lex(None), _END):
            kind = token.type
            while True:
                action = actions[states[-1]].get(kind)
                if action.__class__ is int:
                    states.append(action)
                    values.append(token)
                    break
                if action is None:
                    return super().parse(lexer, start, on_error)
                size, build, origin = action  # type: ignore[misc]  # neither a number nor None
                if size:
                    value = build(values[-size:])
                    del states[-size:], values[-size:]
                else:
                    value = build([])
                states.append(actions[states[-1]][origin])
                values.append(value)
                if states[-1] == end_state and token is _END:
                    return value
        return super().parse(lexer, start, on_error)


_END = Token("$END", 0, 0, "")
