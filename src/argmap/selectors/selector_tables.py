"""From the grammar of selectors to the tables by which they are parsed, with Lark.

The tables of the current grammar are beside it, so that a first selector need neither import Lark nor wait
for them; `python -m argmap.selectors.selector_tables` writes them anew. They name the grammar they were made
from, with what the language calls a tag: where one of them was edited since, they are built when they are
first needed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.data.grammars.grammar_tables import GrammarTables, tables_as_json, tables_beside, tables_of
from argmap.data.grammars.parsing_by_tables import GrammarParser
from argmap.files import packaged

if TYPE_CHECKING:
    from lark import Lark

_FILE = "selectors.json"
_START = "query"


@cache
def selector_parser() -> GrammarParser:
    """Return what parses selectors: `<` is an arrow or a comparison by what is before it."""
    return GrammarParser(selector_tables(), is_contextual=True)


def selector_tables() -> GrammarTables:
    """Return the tables of the grammar."""
    return tables_beside(__package__, _FILE, _grammars()) or build_selector_tables()


def build_selector_tables() -> GrammarTables:
    """Return tables built by Lark, the same ones for the same grammar; it refuses one with conflicts."""
    return tables_of(lark_of_selectors(), _START, _grammars())


def lark_of_selectors() -> Lark:
    """Return the parser that Lark makes of the grammar."""
    from lark import Lark

    return Lark(_grammar(), parser="lalr", start=_START, strict=True, import_paths=[_from_syntax])


def _from_syntax(base_path: str | None, grammar_path: str) -> tuple[object, str]:
    """Return the text of a grammar of the language, with its name, for Lark to import from.

    Raises:
        FileNotFoundError: there is no such grammar.
    """
    from lark.load_grammar import PackageResource

    return PackageResource("argmap.syntax", grammar_path), packaged("argmap.syntax", grammar_path).decode()


def _grammars() -> str:
    """Return the grammar, and of that of the language what is imported from it."""
    language = packaged("argmap.syntax", "argdown.lark").decode()
    return _grammar() + "".join(line for line in language.splitlines() if line.startswith("TAG:"))


def _grammar() -> str:
    return packaged("argmap.selectors", "selectors.lark").decode()


if __name__ == "__main__":
    Path(__file__).with_name(_FILE).write_text(
        tables_as_json(build_selector_tables()._asdict()), encoding="utf-8"
    )
