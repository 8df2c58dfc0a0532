"""From the grammar of formulas to the tables by which they are parsed: what Lark is for here.

The tables of the grammar as it is lie beside it, so that a first formula need neither import Lark nor wait
for them; `python -m argmap.logic.formula_tables` writes them anew. They name the grammar they were made from:
where it was edited since, they are built when they are first needed.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from argmap.data.parse_tables import checksum, numbered_states, tables_as_json

_FILE = "formulas.json"
START = "formula"
# The end of a text, as Lark names it.
END = "$END"


class FormulaRule(NamedTuple):
    """What is made of the parts of a rule, and for which symbol it stands then.

    `parts` says of each part whether it is kept (k), left out (-) or a list of parts to be taken over (*).
    Without a `name` a single part stays what it is, and several become a list.
    """

    symbol: str
    name: str
    parts: str


class FormulaTables(NamedTuple):
    """What Lark makes of the grammar.

    `grammar` is the checksum of its text; `terminals` are name and regular expression, in the order in which
    they are tried; `ignored` are those that say nothing. `states` begin with that in which a text begins, and
    hold by name of a terminal or symbol: the state that follows (0 or more), or -1 - the rule that is
    complete. `end` is the state in which a text ends.
    """

    grammar: int
    terminals: list[tuple[str, str]]
    ignored: list[str]
    rules: list[FormulaRule]
    states: list[dict[str, int]]
    end: int


@cache
def formula_tables() -> FormulaTables:
    """Return the tables of the grammar."""
    known = FormulaTables(**json.loads(files(__package__).joinpath(_FILE).read_bytes()))
    if known.grammar != checksum(_grammar()):
        return build_formula_tables()
    return known._replace(rules=[FormulaRule(*rule) for rule in known.rules])


def build_formula_tables() -> FormulaTables:
    """Return tables built by Lark, the same ones for the same grammar; it refuses one with conflicts."""
    from lark import Lark

    lark = Lark(_grammar(), parser="lalr", lexer="basic", start=START, strict=True)
    parser: Any = lark.parser.parser
    numbered = numbered_states(parser._parse_table, START)
    # In strict mode no two of the same priority match the same text.
    terminals = sorted(lark.terminals, key=lambda terminal: (-terminal.priority, str(terminal.name)))
    return FormulaTables(
        checksum(_grammar()),
        [(str(terminal.name), terminal.pattern.to_regexp()) for terminal in terminals],
        sorted(map(str, lark.ignore_tokens)),
        [_rule(rule) for rule in numbered.rules],
        numbered.states,
        numbered.end,
    )


def _rule(rule: Any) -> FormulaRule:
    parts = "".join(
        "-" if symbol.is_term and symbol.filter_out else "*" if symbol.name.startswith("_") else "k"
        for symbol in rule.expansion
    )
    symbol = str(rule.origin.name)
    is_kept = rule.options.expand1 or symbol.startswith("_")
    return FormulaRule(symbol, str(rule.alias or ("" if is_kept else symbol)), parts)


def _grammar() -> str:
    return files(__package__).joinpath("formulas.lark").read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(str(files(__package__).joinpath(_FILE))).write_text(
        tables_as_json(build_formula_tables()._asdict()), encoding="utf-8"
    )
