"""What a parser generator makes of a grammar, written the same way every time beside the grammar."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from argmap.data.grammars.numbered_states import numbered_states
from argmap.files import packaged
from argmap.named_tuples import NamedTuple


class GrammarRule(NamedTuple):
    """What is made of the parts of a rule, and for which symbol it stands then.

    `parts` says of each part whether it is kept (k), left out (-) or a list of parts to be taken over (*).
    Without a `name` a single part stays what it is, and several become a list.
    """

    symbol: str
    name: str
    parts: str


class GrammarTables(NamedTuple):
    """What Lark makes of a grammar.

    `grammar` is the checksum of its text; `terminals` are name and regular expression, in the order in which
    they are tried; `ignored` are those that say nothing. `states` begin with that in which a text begins, and
    hold by name of a terminal or symbol: the state that follows (0 or more), or -1 - the rule that is
    complete. `end` is the state in which a text ends.
    """

    grammar: int
    terminals: list[tuple[str, str]]
    ignored: list[str]
    rules: list[GrammarRule]
    states: list[dict[str, int]]
    end: int


def tables_beside(package: str, file: str, grammar: str) -> GrammarTables | None:
    """Return the tables in a file of a package, None if they were made from another text of the grammar."""
    known = GrammarTables(**json.loads(packaged(package, file)))
    if known.grammar != checksum(grammar):
        return None
    return known._replace(rules=[GrammarRule(*rule) for rule in known.rules])


def tables_of(lark: Any, start: str, grammar: str) -> GrammarTables:
    """Return the tables of a parser of Lark, the same ones for the same grammar.

    `start` is the symbol of a text, `grammar` all the text that the parser was made from.
    """
    numbered = numbered_states(lark.parser.parser._parse_table, start)
    # Of terminals that match at the same place, Lark takes the first in this order.
    terminals = sorted(
        lark.terminals,
        key=lambda each: (-each.priority, -each.pattern.max_width, -len(each.pattern.value), str(each.name)),
    )
    return GrammarTables(
        checksum(grammar),
        [(str(terminal.name), terminal.pattern.to_regexp()) for terminal in terminals],
        sorted(map(str, lark.ignore_tokens)),
        [_rule(rule) for rule in numbered.rules],
        numbered.states,
        numbered.end,
    )


def _rule(rule: Any) -> GrammarRule:
    parts = "".join(
        "-" if symbol.is_term and symbol.filter_out else "*" if symbol.name.startswith("_") else "k"
        for symbol in rule.expansion
    )
    symbol = str(rule.origin.name)
    is_kept = rule.options.expand1 or symbol.startswith("_")
    return GrammarRule(symbol, str(rule.alias or ("" if is_kept else symbol)), parts)


def checksum(grammar: str) -> int:
    """Return the number by which tables know the text of the grammar that they were made from."""
    return crc32(grammar.encode())


def tables_as_json(tables: Mapping[str, object]) -> str:
    """Return tables as they are kept beside their grammar, an entry of a list on a line.

    >>> print(tables_as_json({"grammar": 7, "ends": ["a", "b"]}), end="")
    {
     "grammar": 7,
     "ends": [
      "a",
      "b"
     ]
    }
    """
    lines = [
        f' "{name}": [\n  ' + ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "\n ]"
        if isinstance(value, list)
        else f' "{name}": {json.dumps(value, ensure_ascii=False)}'
        for name, value in tables.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"
