"""Names, values and texts as DOT writes them."""

from __future__ import annotations

from collections.abc import Mapping

import graphviz  # type: ignore[import-untyped]  # it has no types
from graphviz import quoting


def plain_values(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return attributes as plain text: nothing in them is markup or means something to Graphviz."""
    return {name: _plain(value) for name, value in attributes.items()}


def all_quoted(attributes: Mapping[str, str]) -> dict[str, str]:
    return {quoted(name): quoted(value) for name, value in attributes.items()}


def quoted(text: str) -> str:
    """Return plain text as it is written in DOT."""
    # The patterns by which the package decides are slow: most texts are names or several plain words.
    if text.isascii() and text.isidentifier() and text.lower() not in quoting.KEYWORDS:
        return text
    if " " in text and '"' not in text and "\\" not in text:
        return '"' + _entities(text) + '"'
    written: str = quoting.quote(_plain(text))
    return written


def listed(attributes: Mapping[str, str]) -> str:
    """Return attributes that are quoted as a list, in the order of their names."""
    return " ".join([f"{name}={value}" for name, value in sorted(attributes.items())])


def escaped_twice(text: str) -> str:
    """Return a text such that it is still plain where Graphviz looks for escapes twice, as in tooltips."""
    return text.replace("\\", "\\\\")


def graph_name(text: str) -> str:
    """Return plain text as the name of a graph, in which Graphviz looks for entities and not for escapes."""
    escaped: str = graphviz.escape(_entities(text).replace("\\", "&#92;"))
    return escaped


def _plain(text: str) -> str:
    # What `escape` returns is more than a string: it keeps <this> from being taken for markup.
    escaped: str = graphviz.escape(_entities(text))
    return escaped


def _entities(text: str) -> str:
    # Graphviz reads entities in plain text as well, and 2.43 copies a bare & into the SVG. A line feed
    # behind a backslash would be lost with it.
    return text.replace("&", "&amp;").replace("\n", "&#10;")
