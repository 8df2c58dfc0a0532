"""Builds the tables for parsing formulas from their grammar, with Lark.

The tables of the current grammar are beside it, so that a first formula need neither import Lark nor wait
for them; `python -m argmap.logic.formula_tables` writes them again. They name the grammar that they were made
from: if it has been edited since, they are built when they are first needed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from argmap.data.grammars.grammar_tables import GrammarTables, tables_as_json, tables_beside, tables_of
from argmap.data.grammars.parsing_by_tables import GrammarParser
from argmap.files import packaged

_FILE = "formulas.json"
_START = "formula"


@cache
def formula_parser() -> GrammarParser:
    """Return what parses formulas."""
    return GrammarParser(formula_tables())


def formula_tables() -> GrammarTables:
    """Return the tables of the grammar."""
    return tables_beside(__package__, _FILE, _grammar()) or build_formula_tables()


def build_formula_tables() -> GrammarTables:
    """Return tables built by Lark, always the same for a grammar; Lark refuses a grammar with conflicts."""
    from lark import Lark

    return tables_of(
        Lark(_grammar(), parser="lalr", lexer="basic", start=_START, strict=True), _START, _grammar()
    )


def _grammar() -> str:
    return packaged("argmap.logic", "formulas.lark").decode()


if __name__ == "__main__":
    Path(__file__).with_name(_FILE).write_text(
        tables_as_json(build_formula_tables()._asdict()), encoding="utf-8"
    )
