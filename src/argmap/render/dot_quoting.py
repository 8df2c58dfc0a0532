"""Names, values and texts as DOT writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Names need no quotes unless they are words of the language, and neither do numbers.
_NUMBER = re.compile(r"-?(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?)")
_KEYWORDS = frozenset(("node", "edge", "graph", "digraph", "subgraph", "strict"))


def all_quoted(attributes: Mapping[str, str]) -> dict[str, str]:
    return {quoted(name): quoted(value) for name, value in attributes.items()}


def quoted(text: str) -> str:
    """Return plain text as it is written in DOT: nothing in it is markup or means something to Graphviz.

    >>> print(quoted("n1"), quoted("node"), quoted("1.5"), quoted("one two"), quoted('\\\\N "x"'))
    n1 "node" 1.5 "one two" "\\\\N \\"x\\""
    """
    return text if _is_bare(text) else _quoted(_entities(text).replace("\\", "\\\\"))


def listed(attributes: Mapping[str, str]) -> str:
    """Return attributes that are quoted as a list, in the order of their names."""
    return " ".join([f"{name}={value}" for name, value in sorted(attributes.items())])


def escaped_twice(text: str) -> str:
    """Return a text such that it is still plain where Graphviz looks for escapes twice, as in tooltips."""
    return text.replace("\\", "\\\\")


def graph_name(text: str) -> str:
    """Return plain text as the name of a graph, in which Graphviz looks for entities and not for escapes."""
    return text if _is_bare(text) else _quoted(_entities(text).replace("\\", "&#92;"))


def label_of(html: str) -> str:
    """Return what is written as a label: a table in `<>`, or nothing."""
    return html or '""'


def _is_bare(text: str) -> bool:
    if text.isidentifier():
        return text.isascii() and text.lower() not in _KEYWORDS
    return _NUMBER.fullmatch(text) is not None


def _quoted(text: str) -> str:
    """Return a text as DOT writes it, in which backslashes are in pairs."""
    return f'"{text}"' if '"' not in text else '"' + text.replace('"', '\\"') + '"'


def _entities(text: str) -> str:
    # Graphviz reads entities in plain text as well, and 2.43 copies a bare & into the SVG. A line feed
    # behind a backslash would be lost with it.
    return text.replace("&", "&amp;").replace("\n", "&#10;")
