"""Tokens of the grammar, and what they are made of."""

from __future__ import annotations

import re

from argmap.syntax.operators import OPERATOR_TERMINALS

LIST_MARKERS = frozenset({"BULLET", "ENUMERATOR"})
MARKERS = OPERATOR_TERMINALS | LIST_MARKERS | {"INFERENCE_START", "HEADING", "NUMBER"}
_TITLED = ("CLAIM", "EVIDENCE", "QUESTION", "ARGUMENT")
DEFINITIONS = frozenset(f"{kind}_DEFINITION" for kind in _TITLED)
REFERENCES = frozenset(f"{kind}_REFERENCE" for kind in _TITLED)
DEFINITION_OF = {name: name.replace("REFERENCE", "DEFINITION") for name in REFERENCES}

# Stands for every character of a comment, so that what is around it keeps its offset.
MASK = "\ufdd0"
BLANKS = " \t" + MASK
SPACE = BLANKS + "\n"
BLANK = rf"[ \t{MASK}]*"
BLANK_LINE_END = re.compile(rf"{BLANK}(?:\n|\Z)")


class Token:
    """A terminal's name and where it was found in a text; lighter than Lark's own token."""

    __slots__ = ("end_pos", "start_pos", "text", "type")

    # Lark reads these off the last token when a text ends.
    line = column = end_line = end_column = None

    def __init__(self, kind: str, start: int, end: int, text: str) -> None:
        self.type = kind
        self.start_pos = start
        self.end_pos = end
        self.text = text

    @property
    def value(self) -> str:
        """What is written there, which counts of few tokens."""
        return self.text[self.start_pos : self.end_pos]
