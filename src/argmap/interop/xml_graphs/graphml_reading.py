"""From a graph in GraphML to things and ties."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.format_error import FormatError
from argmap.interop.json_forms.exact_json import decode
from argmap.interop.json_forms.fitting import is_data
from argmap.interop.plain_debates.file_reading import relation_word, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.interop.plain_debates.plain_inferences import reconstruct
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.model import RelationKind, Section
from argmap.settings.color_names import read_color

_KINDS: Mapping[str, ThingKind] = {"claim": "claim", "evidence": "evidence", "argument": "argument"}
_KNOWN = frozenset({"kind", "title", "text", "tags", "scheme", "data", "relation", "argmap"})
_LABELS = {"node": "NodeLabel", "edge": "EdgeLabel"}


def graph_in(text: str, damage: Damage, colors: Mapping[str, RelationKind]) -> PlainDebate:
    """Return the things and ties in a graph; `colors` say what lines of a colour mean.

    Raises:
        FormatError: it is no GraphML, or names what is not there.
    """
    root = parse_xml(text)
    reader = _GraphmlReader(text, damage, colors)
    if root.name != "graphml":
        raise reader.wrong(root, "I402", "root", f"must be graphml, not {root.name[:40]}")
    return reader.read(root)


@define(eq=False)
class _GraphmlReader:
    text: str
    damage: Damage
    colors: Mapping[str, RelationKind]
    plain: PlainDebate = Factory(PlainDebate)
    keys: dict[str, str] = Factory(dict)
    groups: dict[str, str] = Factory(dict)
    levels: dict[str | None, int] = Factory(dict)
    premises: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    conclusions: dict[str, str] = Factory(dict)

    def read(self, root: XmlElement) -> PlainDebate:
        for key in root.named("key"):
            self.keys[key.get("id")] = key.get("attr.name")
        edges: list[XmlElement] = []
        # Graphs that are still to be read, last one first, each with the section that it is.
        waiting: list[tuple[XmlElement, str | None]] = [
            (graph, None) for graph in reversed(list(root.named("graph")))
        ]
        while waiting:
            graph, section = waiting.pop()
            inner: list[tuple[XmlElement, str | None]] = []
            for child in graph.children:
                if child.name == "node":
                    self.node(child, section)
                    within = self.groups.get(child.get("id"), section)
                    inner += [(each, within) for each in child.named("graph")]
                elif child.name == "edge":
                    edges.append(child)
                elif child.name == "hyperedge":
                    self.plain.drop("hyperedge", "hyperedge", "it is left out", child.span)
            waiting += reversed(inner)
            extra = self.attributes(graph).get("argmap")
            self.plain.extra = self.plain.extra or extra
        for edge in edges:
            self.edge(edge)
        reconstruct(self.plain, self.premises, self.conclusions)
        return self.plain

    def attributes(self, element: XmlElement) -> dict[str, str]:
        """Return the data of an element by the names of their keys."""
        named = ((self.keys.get(data.get("key"), data.get("key")), data) for data in element.named("data"))
        return {name: data.words() for name, data in named if name}

    def label(self, element: XmlElement) -> str:
        """Return the first label that an editor drew on an element."""
        for data in element.named("data"):
            for part in data.walk():
                if part.name == _LABELS[element.name] and part.words().strip():
                    return part.words().strip()
        return ""

    def node(self, element: XmlElement, section: str | None) -> None:
        name = element.get("id")
        if not name:
            self.damage.add(self.wrong(element, "I402", "id", "must be there"), "node")
        elif name in self.plain.things or name in self.groups:
            before = self.plain.things.get(name)
            start = before.span.start if before and before.span else 0
            line = str(self.text.count("\n", 0, start) + 1)
            self.damage.add(
                self.wrong(element, "I404", name, f"is there already (line {line})"), f"node {name}"
            )
        elif element.get("yfiles.foldertype") or element.first("graph") is not None:
            self.group(element, name, section)
        else:
            self.plain.things[name] = self.thing(element, name, section)

    def group(self, element: XmlElement, name: str, section: str | None) -> None:
        level = self.levels.get(section, 0) + 1
        title = collapsed(self.attributes(element).get("title") or self.label(element)) or name
        new = f"s{len(self.plain.sections) + 1}"
        self.plain.sections.append(Section(new, title, level, parent=section))
        self.groups[name] = new
        self.levels[new] = level
        self.plain.keep("group", f"node {name}", "it became a section", "sections", element.span)

    def thing(self, element: XmlElement, name: str, section: str | None) -> PlainThing:
        said = self.attributes(element)
        kind = said.get("kind", "").strip().casefold()
        own = {key: value for key, value in said.items() if key not in _KNOWN and value.strip()}
        if kind and kind not in _KINDS:
            own["kind"] = kind
        tags = tuple(dict.fromkeys(tag for tag in re.split(r"[;\s]+", said.get("tags", "")) if tag))
        return PlainThing(
            name,
            _KINDS.get(kind, "claim"),
            said["text"] if "text" in said else self.label(element),
            title=collapsed(said.get("title", "")) or None,
            tags=tags,
            own=FrozenDict(own),
            data=self.data(element, said),
            section=section,
            rules=(said["scheme"],) if said.get("scheme") else (),
            span=element.span,
        )

    def data(self, element: XmlElement, said: Mapping[str, str]) -> Data:
        words = said.get("data", "").strip()
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

    def edge(self, element: XmlElement) -> None:
        ends = element.get("source"), element.get("target")
        missing = next((end for end in ends if end not in self.plain.things and end not in self.groups), None)
        if missing is not None:
            words = f"names {missing[:80]!r}, which is not there"
            self.damage.add(self.wrong(element, "I403", "edge", words), f"edge {element.get('id')}")
            return
        said = self.attributes(element)
        word = (said.get("relation") or self.label(element)).strip()
        kind = relation_word(word) or (None if word else self.colors.get(_color(element)))
        is_between = all(end in self.plain.things for end in ends)
        if is_between and kind is not None:
            own = entries(id=element.get("id"))
            self.plain.ties.append(Tie(kind, *ends, own=own, data=self.data(element, said)))
        elif is_between and word == "premise" and self.plain.things[ends[1]].kind == "argument":
            self.premises[ends[1]].append(ends[0])
        elif is_between and word == "conclusion" and ends[0] not in self.conclusions:
            self.conclusions[ends[0]] = ends[1]
        else:
            name = element.get("id") or f"{ends[0]} {ends[1]}"
            self.plain.append(
                "edges", entries(id=element.get("id"), source=ends[0], target=ends[1], label=word)
            )
            self.plain.keep(
                "edge", f"edge {name}", "it is kept as it is", "metadata.graphml.edges", element.span
            )

    def wrong(self, element: XmlElement, code: str, *words: str) -> FormatError:
        return wrong(self.text, code, element.span, *words)


def _color(element: XmlElement) -> str:
    """Return the colour of the line of an edge, empty if it has none."""
    styles: Iterator[XmlElement] = (part for part in element.walk() if part.name == "LineStyle")
    return next((read_color(style.get("color")) or "" for style in styles), "").casefold()


def colors_of(words: str) -> dict[str, RelationKind]:
    """Return what lines of a colour mean, as in `red=attack,green=support`.

    Raises:
        ValueError: a colour or a word for a relation is not known.
    """
    meanings: dict[str, RelationKind] = {}
    for pair in filter(None, (pair.strip() for pair in words.split(","))):
        name, _, word = pair.partition("=")
        color, kind = read_color(name.strip()), relation_word(word)
        if color is None or kind is None:
            raise ValueError(
                f"{pair!r} is no colour and relation; write, for example, red=attack,green=support"
            )
        meanings[color.casefold()] = kind
    return meanings
