"""Where keys and values are in a JSON or TOML text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from attrs import Factory, define

from argmap.data.locations import Locations, Path, Recorder
from argmap.text import Span

# What is never closed goes on to the end, so that nothing is looked at twice.
_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]*+ )
  | (?P<string> \"{3}(?:\\.|(?!\"{3})[^\\])*+(?:\"{3,5}|\\?\Z) | '{3}(?:(?!'{3}).)*+(?:'{3,5}|\Z)
              | "(?:\\.|[^"\\\n])*+"? | '[^'\n]*+'? )
  | (?P<word> [^\s\[\]{}=:,.\#"']++ )
  | (?P<mark> [\[\]{}=:,.] )
  | (?P<newline> \n )
    """,
    re.VERBOSE | re.DOTALL,
)


def json_locations(text: str) -> Locations:
    """Return where the keys and values of a JSON text are.

    >>> json_locations('{"map": {"addTags": 3}}')[("map", "addTags")].key
    Span(start=9, end=18, path=None)
    """
    recorder = Recorder()
    scalar: Span | None = None
    for kind, token, span in _tokens(text):
        if kind in ("string", "word") or token == ".":
            scalar = Span(scalar.start if scalar else span.start, span.end)
        elif token == ":" and scalar and recorder.awaits_key:
            recorder.key((_plain(text[scalar.start : scalar.end]),), scalar)
            scalar = None
        elif token in ("{", "["):
            recorder.open(span.start, is_mapping=token == "{")
        elif token in (",", "}", "]"):
            if scalar and not recorder.awaits_key:
                recorder.value(scalar)
            scalar = None
            if token != "," and recorder.depth:
                recorder.close(span.end)
    return recorder.locations


def toml_locations(text: str) -> Locations:
    """Return where the keys and values of a TOML text are; a table is where its header is.

    >>> toml_locations("[map]\\naddTags = 3")[("map", "addTags")].value
    Span(start=16, end=17, path=None)
    """
    reader = _TomlReader()
    for kind, token, span in _tokens(text):
        reader.take(kind, token, span)
    reader.end_line(len(text))
    return reader.recorder.locations


@define(eq=False)
class _TomlReader:
    """Reads a TOML text token by token."""

    recorder: Recorder = Factory(Recorder)
    # The table in which lines are, with the places of items in lists of tables.
    table: Path = ()
    lists: dict[Path, int] = Factory(dict)
    # The dotted key that is being read; the value; how many brackets of a header are open.
    keys: list[tuple[str, Span]] = Factory(list)
    scalar: Span | None = None
    header: int = 0
    in_value: bool = False

    def take(self, kind: str, token: str, span: Span) -> None:
        """Read a token."""
        if kind == "newline":
            if self.recorder.depth <= 1:
                self.end_line(span.start)
        elif not self.in_value and kind in ("word", "string"):
            self.keys.append((_plain(token), span))
        elif not self.in_value and token == "[" and not self.keys:
            self.header += 1
        elif not self.in_value and token == "=" and self.keys:
            self._key(span)
        elif self.in_value and token in ("{", "["):
            self.recorder.open(span.start, is_mapping=token == "{")
            self.in_value = token == "["
        elif token in (",", "}", "]") and self.recorder.depth > 1:
            self._value()
            if token != ",":
                self.recorder.close(span.end)
            self.in_value = token != "," or not self.recorder.is_in_mapping
        elif self.in_value:
            self.scalar = Span(self.scalar.start if self.scalar else span.start, span.end)

    def end_line(self, end: int) -> None:
        """End a line that is not inside a bracket."""
        if self.header and self.keys:
            self._open_table()
        else:
            self._value()
        self.keys, self.header, self.in_value = [], 0, False
        while self.recorder.depth:
            self.recorder.close(end)

    def _key(self, span: Span) -> None:
        if not self.recorder.depth:
            self.recorder.open(span.start, is_mapping=True, path=self.table)
        for count in range(1, len(self.keys)):
            # A table that is only named on the way to its values.
            above, at = tuple(name for name, _ in self.keys[:count]), self.keys[count - 1][1]
            self.recorder.implied(above, at)
        self.recorder.key(tuple(name for name, _ in self.keys), self.keys[-1][1])
        self.keys, self.in_value = [], True

    def _value(self) -> None:
        if self.scalar:
            self.recorder.value(self.scalar)
        self.scalar, self.keys = None, []

    def _open_table(self) -> None:
        path: Path = ()
        for number, (name, span) in enumerate(self.keys, start=1):
            path = (*path, name)
            self.recorder.declared(path, span)
            if number == len(self.keys) and self.header > 1:
                self.lists[path] = self.lists.get(path, -1) + 1
            if path in self.lists:
                path = (*path, self.lists[path])
                self.recorder.declared(path, span)
        self.table = path


def _tokens(text: str) -> Iterator[tuple[str, str, Span]]:
    for token in _TOKEN.finditer(text):
        if token.lastgroup != "comment":
            yield token.lastgroup or "", token[0], Span(*token.span())


def _plain(written: str) -> str:
    """Return what a key says."""
    if written[:1] == '"':
        try:
            return str(json.loads(written))
        except ValueError:
            return written[1:-1]
    return written[1:-1] if written[:1] == "'" else written
