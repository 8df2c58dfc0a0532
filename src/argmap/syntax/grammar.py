"""From the grammar to the tables by which its texts are parsed: what Lark is for.

The tables of the grammar as it is lie beside it, so that a parse need neither import Lark nor build them
again; `python -m argmap.syntax.grammar` writes them anew. They name the grammar they were made from: where it
was edited since, they are built when they are first needed.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Never

from argmap.data.grammars.grammar_tables import checksum, tables_as_json
from argmap.data.grammars.numbered_states import numbered_states
from argmap.files import packaged
from argmap.named_tuples import NamedTuple

if TYPE_CHECKING:
    from lark import Lark

_FILE = "argdown.json"
# The end of a text, as Lark names it.
END = "$END"


class Tables(NamedTuple):
    """What Lark makes of the grammar.

    `grammar` is the checksum of its text; `terminals` are priority and regular expression by name;
    `rules` are name, number of values and symbol. `states` begin with that in which a text begins, and hold
    by name of a terminal or symbol: the state that follows (0 or more), or -1 - the rule that is complete.
    `end` is the state in which a text ends.
    """

    grammar: int
    terminals: dict[str, tuple[int, str]]
    rules: list[tuple[str, int, str]]
    states: list[dict[str, int]]
    end: int


@cache
def tables() -> Tables:
    """Return the tables of the grammar."""
    known = Tables(**json.loads(packaged("argmap.syntax", _FILE)))
    return known if known.grammar == checksum(_grammar()) else build_tables()


def build_tables() -> Tables:
    """Return tables built by Lark; the same ones for the same grammar."""
    lark = block_parser()
    parser: Any = lark.parser.parser
    numbered = numbered_states(parser._parse_table, "start")
    return Tables(
        checksum(_grammar()),
        {
            str(terminal.name): (terminal.priority, terminal.pattern.to_regexp())
            for terminal in lark.terminals
        },
        [
            (str(rule.alias or rule.origin.name), len(rule.expansion), str(rule.origin.name))
            for rule in numbered.rules
        ],
        numbered.states,
        numbered.end,
    )


@cache
def block_parser() -> Lark:
    """Return Lark's own parser of blocks, which has no lexer; Lark refuses a grammar with conflicts."""
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        def __init__(self, lexer_conf: object) -> None:
            pass

        def lex(self, *_: object) -> Never:
            raise NotImplementedError("the lexer of blocks is argmap's own")

    return Lark(_grammar(), parser="lalr", lexer=NoLexer, strict=True)


def _grammar() -> str:
    return packaged("argmap.syntax", "argdown.lark").decode()


if __name__ == "__main__":
    Path(__file__).with_name(_FILE).write_text(tables_as_json(build_tables()._asdict()), encoding="utf-8")
