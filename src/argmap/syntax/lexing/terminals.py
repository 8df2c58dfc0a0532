"""The terminals of the grammar, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.syntax.tokens import BLANK, DEFINITIONS, MARKERS, REFERENCES


class Terminals:
    """Holds what begins lines, titles, texts, tags and rules, by the names of terminals with priority.

    What begins the first line of a block differs from what begins the others: a definition marks a line that
    is below another one.
    """

    def __init__(self, terminals: Mapping[str, tuple[int, str]]) -> None:
        def alternatives(names: frozenset[str]) -> str:
            ordered = sorted(names, key=lambda name: (-terminals[name][0], name))
            return "|".join(f"(?P<{name}>{terminals[name][1]})" for name in ordered)

        self.block_start = re.compile(f"{BLANK}(?:{alternatives(MARKERS)})")
        self.line_start = re.compile(f"{BLANK}(?:{alternatives(MARKERS | DEFINITIONS)})")
        self.title = re.compile(alternatives(DEFINITIONS | REFERENCES))
        self.text = re.compile(terminals["TEXT"][1])
        self.tag = re.compile(terminals["TAG"][1])
        self.rule = re.compile(terminals["RULE"][1])
