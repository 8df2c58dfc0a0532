"""Names, values and texts as they are written in DOT."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Neither numbers nor names need quotes, unless they are words of the language.
_NUMBER = re.compile(r"-?(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?)")
_KEYWORDS = frozenset(("node", "edge", "graph", "digraph", "subgraph", "strict"))


def all_quoted(attributes: Mapping[str, str]) -> dict[str, str]:
    return {quoted(name): quoted(value) for name, value in attributes.items()}


def quoted(text: str) -> str:
    """Return plain text as it is written in DOT: nothing in it is markup or has a meaning to Graphviz.

    >>> print(quoted("n1"), quoted("node"), quoted("1.5"), quoted("one two"), quoted('\\\\N "x"'))
    n1 "node" 1.5 "one two" "\\\\N \\"x\\""
    """
    return text if _is_bare(text) else _quoted(_entities(text).replace("\\", "\\\\"))


def listed(attributes: Mapping[str, str]) -> str:
    """Return quoted attributes as a list, in the order of their names."""
    return " ".join([f"{name}={value}" for name, value in sorted(attributes.items())])


def escaped_twice(text: str) -> str:
    """Return a text that stays plain where Graphviz looks for escapes twice, as in tooltips."""
    return text.replace("\\", "\\\\")


def graph_name(text: str) -> str:
    """Return plain text as the name of a graph, where Graphviz looks for entities but not for escapes."""
    return text if _is_bare(text) else _quoted(_entities(text).replace("\\", "&#92;"))


def label_of(html: str) -> str:
    """Return the text of a label: a table in `<>`, or an empty string."""
    return html or '""'


def _is_bare(text: str) -> bool:
    if text.isidentifier():
        return text.isascii() and text.lower() not in _KEYWORDS
    return _NUMBER.fullmatch(text) is not None


def _quoted(text: str) -> str:
    """Return a text as it is written in DOT; backslashes must come in pairs."""
    return f'"{text}"' if '"' not in text else '"' + text.replace('"', '\\"') + '"'


def _entities(text: str) -> str:
    # Graphviz also reads entities in plain text, and 2.43 copies a bare & into the SVG. A line feed after a
    # backslash would be lost together with it.
    return text.replace("&", "&amp;").replace("\n", "&#10;")
