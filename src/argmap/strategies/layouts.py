"""The same text, written less tidily."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from argmap.syntax.operators import OPERATOR

_INDENT = re.compile(r"\A *")
# What begins an element, and the blank behind it.
_BEGINNING = re.compile(rf"\A( *(?:{OPERATOR}|\*|\([0-9]+\)|[0-9]+\.|\#+|\[[^\]]*\]:|<[^>]*>:)) (?=\S)")


@st.composite
def untidy(draw: DrawFn, text: str) -> str:
    """Return layouts of a text that say the same: wider indentation, more spaces.

    The text is one in canonical layout without data over several lines.

    >>> from hypothesis import find
    >>> find(untidy("[A]: x\\n  + [B]: y\\n"), lambda found: "    +" in found)
    '[A]: x\\n    + [B]: y\\n'
    """
    factor = draw(st.integers(1, 3))
    lines: list[str] = []
    is_in_comment = False
    for line in text.split("\n"):
        if is_in_comment:
            lines.append(line)
            is_in_comment = "*/" not in line
            continue
        is_in_comment = line.count("/*") > line.count("*/")
        indent = _INDENT.match(line)
        width = indent.end() if indent else 0
        blanks = draw(st.sampled_from(("", "", "", " ", "\t", "   "))) if line and not is_in_comment else ""
        if draw(st.booleans()):
            line = _BEGINNING.sub(r"\1   ", line)
        lines.append(" " * (width * (factor - 1)) + line + blanks)
        if not line:
            lines += [""] * draw(st.integers(0, 2))
    return "\n".join(lines)
