"""Where the keys of a JSON or TOML text stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argmap.text import Span

Path = tuple[str, ...]

_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
  | (?P<string> \"\"\"(?:\\.|[^\\])*?\"\"\" | '''.*?''' | "(?:\\.|[^"\\])*" | '[^']*' )
  | (?P<word> [\w+-]+ )
  | (?P<mark> [\[\]{}=:,.] )
  | (?P<newline> \n )
    """,
    re.VERBOSE | re.DOTALL,
)


def json_places(text: str) -> Mapping[Path, Span]:
    """Return the spans of the keys of a JSON text, by their paths; the items of lists have that of the list.

    >>> json_places('{"map": {"addTags": 3}}')[("map", "addTags")]
    Span(start=9, end=18, path=None)
    """
    found: dict[Path, Span] = {}
    # What is open: the path of each mapping, and that of each list.
    open_ones: list[tuple[str, Path]] = []
    here: Path = ()
    last: tuple[str, Span] | None = None
    for kind, said, span in _tokens(text):
        if kind == "string":
            last = (_plain(said), span)
        elif said in ("{", "["):
            open_ones.append((said, here))
        elif said in ("}", "]") and open_ones:
            here = open_ones.pop()[1]
        elif said == ":" and last and open_ones:
            here = (*open_ones[-1][1], last[0])
            found.setdefault(here, last[1])
    return found


def toml_places(text: str) -> Mapping[Path, Span]:
    """Return the spans of the keys of a TOML text, by their paths; the items of lists have that of the list.

    >>> toml_places("[map]\\naddTags = 3")[("map", "addTags")]
    Span(start=6, end=13, path=None)
    """
    found: dict[Path, Span] = {}
    table: Path = ()
    key: list[tuple[str, Span]] = []
    # What is open: a bracket, and the path of what stands in it.
    open_ones: list[tuple[str, Path]] = []
    in_value = False
    is_header = False
    for kind, said, span in _tokens(text):
        if kind == "newline" and not open_ones:
            if is_header:
                table = _noted(found, (), key)
            key, in_value, is_header = [], False, False
        elif kind in ("word", "string") and not in_value:
            key.append((_plain(said), span))
        elif said == "=":
            here = _noted(found, open_ones[-1][1] if open_ones else table, key)
            key, in_value = [], True
            last = here
        elif said == "[" and not in_value:
            is_header = True
        elif said in ("{", "[") and in_value:
            open_ones.append((said, last))
            in_value = said == "["
        elif said in ("}", "]") and open_ones:
            open_ones.pop()
            in_value = True
        elif said == "," and open_ones:
            in_value = open_ones[-1][0] == "["
            last = open_ones[-1][1]
            key = []
    if is_header:
        _noted(found, (), key)
    return found


def _noted(found: dict[Path, Span], above: Path, key: list[tuple[str, Span]]) -> Path:
    for name, span in key:
        above = (*above, name)
        found.setdefault(above, span)
    return above


def _tokens(text: str) -> Iterator[tuple[str, str, Span]]:
    for token in _TOKEN.finditer(text):
        if token.lastgroup != "comment":
            yield token.lastgroup or "", token[0], Span(*token.span())


def _plain(said: str) -> str:
    return said[1:-1] if said[:1] in ("'", '"') else said
