"""What recognisers look at: the text of a file and its obvious features, each worked out at most once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import frozen

_NOTHING: Mapping[str, object] = MappingProxyType({})
# Comments and processing instructions before the root; a declared type is skipped here, and refused later.
_BEFORE_ROOT = re.compile(
    r"\s*+(?:<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<![^>\[]*+(?:\[[^\]]*+\])?[^>]*+>)", re.DOTALL
)
_ROOT = re.compile(r"\s*+<(?:[\w.-]++:)?([\w.-]++)")


@frozen(slots=False)
class FileContent:
    """The text of a file, and its obvious features.

    >>> FileContent('{"nodes": []}').json, FileContent("<?xml version='1.0'?><map/>").root
    ({'nodes': []}, 'map')
    """

    text: str

    @cached_property
    def first(self) -> str:
        """The first character that is not white space; empty if there is none."""
        return self.text.lstrip("\ufeff \t\r\n")[:1]

    @cached_property
    def json(self) -> Mapping[str, object]:
        """The mapping that the text is in JSON; an empty one if it is not a mapping."""
        if self.first != "{":
            return _NOTHING
        try:
            value = json.loads(self.text)
        except (ValueError, RecursionError):
            return _NOTHING
        return value if isinstance(value, dict) else _NOTHING

    @cached_property
    def root(self) -> str:
        """The name of the root of an XML text, without its prefix; empty if it is not XML."""
        if self.first != "<":
            return ""
        place = len(self.text) - len(self.text.lstrip("\ufeff"))
        while before := _BEFORE_ROOT.match(self.text, place):
            place = before.end()
        root = _ROOT.match(self.text, place)
        return root[1] if root else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, trimmed at their ends, without empty ones and comments that begin with `#` or `%`."""
        lines = (line.rstrip() for line in self.text.removeprefix("\ufeff").splitlines())
        return tuple(line for line in lines if line.strip() and line.lstrip()[0] not in "#%")
