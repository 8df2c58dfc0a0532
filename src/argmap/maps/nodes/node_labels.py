"""The texts of nodes in a map."""

from __future__ import annotations

from argmap.model import Argument, Element, Mark
from argmap.model.stated import canonical
from argmap.named_tuples import NamedTuple
from argmap.settings.settings import MapSettings


class NodeLabel(NamedTuple):
    """Title and text of a node, None where it says nothing; the marks belong to the text."""

    title: str | None = None
    text: str | None = None
    marks: tuple[Mark, ...] = ()


def label(element: Element, settings: MapSettings) -> NodeLabel:
    """Return the title and the text of an element's node."""
    is_argument = isinstance(element, Argument)
    mode = settings.argument_label_mode if is_argument else settings.statement_label_mode
    if is_argument and settings.detail == "title" and mode != "none":
        mode = "title"
    if mode == "none":
        return NodeLabel()
    if mode == "title":
        return NodeLabel(title=element.title)
    defined = canonical(element.descriptions if isinstance(element, Argument) else element.statements)
    if defined is None or not defined.text:
        return NodeLabel(title=element.title)
    has_title = mode == "hide-untitled" and not element.is_untitled
    return NodeLabel(element.title if has_title else None, defined.text, defined.marks)
