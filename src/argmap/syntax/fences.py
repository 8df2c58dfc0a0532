"""The marks of a fence around a whole text, as it is copied from a page in Markdown."""

from __future__ import annotations

import re

from argmap.syntax.tree import Range

_OPENING = re.compile(r"\s*+(?P<marks>`{3,}+|~{3,}+)[ \t]*+\{?\.?argdown[\w-]*+[^`\n]*+(?=\n|\Z)")


def fences_of(text: str) -> tuple[Range, ...]:
    """Return the lines that open and close a fence of Argdown around a whole text; none if there is none."""
    opening = _OPENING.match(text)
    if not opening:
        return ()
    fences = [(opening.start("marks"), opening.end())]
    end = len(text.rstrip())
    line = text.rfind("\n", 0, end) + 1
    last = text[line:end].lstrip()
    if line > opening.end() and last.startswith(opening["marks"]) and not last.strip(last[0]):
        fences.append((end - len(last), end))
    return tuple(fences)
