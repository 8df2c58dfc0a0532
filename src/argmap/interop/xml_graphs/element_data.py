"""What GraphML says about its elements: in data with keys, in attributes, in drawings and other parts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from attrs import Factory, define, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.json_forms.exact_json import decode
from argmap.interop.json_forms.fitting import is_data
from argmap.interop.plain_debates.file_reading import wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate
from argmap.interop.plain_debates.strict_xml import XmlElement
from argmap.interop.xml_graphs.drawings import YedDrawing, drawing_in
from argmap.interop.xml_graphs.own_attributes import DATA_LABEL
from argmap.interop.xml_graphs.xml_words import xml_of

# The name under which data of the format are kept.
KEY = "graphml"
# The name of the data by which argmap recognises its own drawings.
MARK = "drawn"
_ATTRIBUTES = frozenset({"id", "source", "target", "yfiles.foldertype"})


@frozen
class _DataKey:
    """The name of data, and the default for elements that do not have them."""

    name: str
    domain: str = "all"
    default: str | None = None


@define(eq=False)
class ElementData:
    """Reads what belongs to single elements of a graph; what argmap has no place for goes to `plain`."""

    text: str
    damage: Damage
    plain: PlainDebate
    keys: dict[str, _DataKey] = Factory(dict)
    # The drawings that argmap did not make, by the ids of elements.
    drawings: dict[str, Value] = Factory(dict)

    def read_keys(self, root: XmlElement) -> None:
        """Learn the names and the defaults of data."""
        for key in root.named("key"):
            default = key.first("default")
            words = None if default is None else default.words()
            self.keys[key.get("id")] = _DataKey(key.get("attr.name"), key.get("for", "all"), words)

    def attributes(self, element: XmlElement) -> dict[str, str]:
        """Return the data of an element, including defaults, by the names of their keys."""
        domains = (element.name, "all")
        values = {key.name: key.default for key in self.keys.values() if key.domain in domains}
        for data in element.named("data"):
            key = self.keys.get(data.get("key"), _DataKey(data.get("key")))
            if not data.children:
                values[key.name] = data.words()
        return {name: words for name, words in values.items() if name and words is not None}

    def drawing(self, element: XmlElement, name: str, attributes: Mapping[str, str]) -> YedDrawing:
        """Return the drawing of an element, and keep one that argmap did not make."""
        drawing = drawing_in(element)
        if not drawing.has_own_picture(attributes.get(MARK, "")) and name not in self.drawings:
            self.drawings[name] = drawing.picture
            detail = "how it is drawn is kept as it is"
            subject = f"{element.name} {name}"
            self.plain.keep("drawing", subject, detail, "metadata.graphml.drawings", element.span)
        return drawing

    def own(
        self, element: XmlElement, attributes: Mapping[str, str], known: frozenset[str]
    ) -> dict[str, Value]:
        """Return what only GraphML says about an element: other data, attributes and parts."""
        own: dict[str, Value] = {
            DATA_LABEL if name == "label" else name: value
            for name, value in attributes.items()
            if name not in known and value.strip()
        }
        own |= {f"@{name}": value for name, value in element.attributes.items() if name not in _ATTRIBUTES}
        parts = tuple(xml_of(part) for part in element.children if part.name not in ("data", "graph"))
        return {**own, "parts": parts} if parts else own

    def data(self, element: XmlElement, attributes: Mapping[str, str]) -> Data:
        """Return the data that argmap wrote for an element."""
        words = attributes.get("data", "").strip()
        if not words:
            return NO_DATA
        try:
            value = decode(json.loads(words))
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, FrozenDict) and is_data(value):
            return value
        self.damage.add(self.wrong(element, "I402", "data", "must be a mapping in JSON"), element.get("id"))
        return NO_DATA

    def keep_others(self, element: XmlElement, known: frozenset[str]) -> None:
        """Keep the children of an element that have other names than those that are read, and pictures."""
        for child in element.children:
            is_picture = child.name == "data" and bool(child.children)
            is_empty = not child.words().strip() and not any(
                each.attributes for each in child.walk() if each is not child
            )
            if (child.name not in known or is_picture) and not is_empty:
                self.plain.append("parts", xml_of(child))

    def wrong(self, element: XmlElement, code: str, *words: str) -> FormatError:
        """Return the error for something wrong with an element."""
        return wrong(self.text, code, element.span, *words)
