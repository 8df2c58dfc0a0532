"""From a graph in GraphML to things and ties."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from attrs import Factory, define, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.conversion.own_data import with_own
from argmap.interop.json_forms.exact_json import decode
from argmap.interop.json_forms.fitting import is_data
from argmap.interop.plain_debates.file_reading import relation_word, wrong
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.interop.plain_debates.plain_inferences import reconstruct
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.drawings import YedDrawing, drawing_in
from argmap.interop.xml_graphs.own_attributes import DATA_LABEL
from argmap.interop.xml_graphs.xml_words import xml_of
from argmap.model import RelationKind, Section
from argmap.settings.color_names import read_color

_KINDS: Mapping[str, ThingKind] = {"claim": "claim", "evidence": "evidence", "argument": "argument"}
KEY = "graphml"
# The name of the data by which argmap knows its own drawings.
MARK = "drawn"
_KNOWN = frozenset({"kind", "title", "text", "tags", "scheme", "data", MARK})
_OF_EDGES = frozenset({"relation", "data", MARK})
_OF_GROUPS = frozenset({"title", "data", MARK})
# What the nodes of sections are called where they had no other name before.
_OWN_GROUP = re.compile(r"g-s\d+'*")
# What Gephi, networkx and others call the label of an edge.
_EDGE_LABELS = ("label", "Edge Label")
_ATTRIBUTES = frozenset({"id", "source", "target", "yfiles.foldertype"})


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


@frozen
class _DataKey:
    """What data are called, and what they are where an element does not have them."""

    name: str
    domain: str = "all"
    default: str | None = None


@define(eq=False)
class _GraphmlReader:
    text: str
    damage: Damage
    colors: Mapping[str, RelationKind]
    plain: PlainDebate = Factory(PlainDebate)
    keys: dict[str, _DataKey] = Factory(dict)
    groups: dict[str, str] = Factory(dict)
    levels: dict[str | None, int] = Factory(dict)
    drawings: dict[str, Value] = Factory(dict)
    premises: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    conclusions: dict[str, str] = Factory(dict)
    # What edges between arguments and their steps say besides.
    steps: dict[tuple[str, str | None], dict[str, Value]] = Factory(dict)

    def read(self, root: XmlElement) -> PlainDebate:
        for key in root.named("key"):
            default = key.first("default")
            words = None if default is None else default.words()
            self.keys[key.get("id")] = _DataKey(key.get("attr.name"), key.get("for", "all"), words)
        edges: list[XmlElement] = []
        # Graphs that are still to be read, last one first, each with the section that it is.
        waiting: list[tuple[XmlElement, str | None]] = [
            (graph, None) for graph in reversed(list(root.named("graph")))
        ]
        for graph, _ in waiting[:-1]:
            detail = "its nodes and edges are among those of the first graph"
            self.plain.losses.append(
                Loss(Fate.CHANGED, "graph", f"graph {graph.get('id')[:80]}", detail, span=graph.span)
            )
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
                    self.plain.append("hyperedges", xml_of(child))
                    kept = "metadata.graphml.hyperedges"
                    self.plain.keep("hyperedge", "hyperedge", "it is kept as it is", kept, child.span)
            waiting += reversed(inner)
            self.graph(graph)
        self.whole(root)
        for edge in edges:
            self.edge(edge)
        if self.drawings:
            self.plain.own["drawings"] = FrozenDict(sorted(self.drawings.items()))
        self.keep_steps()
        reconstruct(self.plain, self.premises, self.conclusions)
        return self.plain

    def graph(self, graph: XmlElement) -> None:
        """Read what a graph says of itself."""
        said = self.attributes(graph)
        self.plain.extra = self.plain.extra or said.get("argmap")
        others = {name: value for name, value in said.items() if name != "argmap" and value.strip()}
        if others:
            self.plain.own["graph"] = FrozenDict({**self.graphs(), **others})
        if graph.get("edgedefault", "directed") != "directed":
            self.plain.own["edgedefault"] = graph.get("edgedefault")
        self.beside(graph, frozenset({"data", "node", "edge", "hyperedge"}))

    def graphs(self) -> Data:
        own = self.plain.own.get("graph")
        return own if isinstance(own, FrozenDict) else NO_DATA

    def whole(self, root: XmlElement) -> None:
        """Read what a file says beside its graphs."""
        self.beside(root, frozenset({"key", "graph"}))

    def beside(self, element: XmlElement, known: frozenset[str]) -> None:
        for child in element.children:
            is_picture = child.name == "data" and bool(child.children)
            says_nothing = not child.words().strip() and not any(
                each.attributes for each in child.walk() if each is not child
            )
            if (child.name not in known or is_picture) and not says_nothing:
                self.plain.append("parts", xml_of(child))

    def attributes(self, element: XmlElement) -> dict[str, str]:
        """Return the data of an element by the names of their keys, with those that are the default."""
        domains = (element.name, "all")
        said = {key.name: key.default for key in self.keys.values() if key.domain in domains}
        for data in element.named("data"):
            key = self.keys.get(data.get("key"), _DataKey(data.get("key")))
            if not data.children:
                said[key.name] = data.words()
        return {name: words for name, words in said.items() if name and words is not None}

    def drawing(self, element: XmlElement, name: str, said: Mapping[str, str]) -> YedDrawing:
        """Return what is drawn of an element, and keep what argmap did not draw."""
        drawing = drawing_in(element)
        if not drawing.has_own_picture(said.get(MARK, "")) and name not in self.drawings:
            self.drawings[name] = drawing.picture
            detail = "how it is drawn is kept as it is"
            subject = f"{element.name} {name}"
            self.plain.keep("drawing", subject, detail, "metadata.graphml.drawings", element.span)
        return drawing

    def own(self, element: XmlElement, said: Mapping[str, str], known: frozenset[str]) -> dict[str, Value]:
        """Return what only GraphML says of an element: other data, attributes and parts."""
        own: dict[str, Value] = {
            DATA_LABEL if name == "label" else name: value
            for name, value in said.items()
            if name not in known and value.strip()
        }
        own |= {f"@{name}": value for name, value in element.attributes.items() if name not in _ATTRIBUTES}
        parts = tuple(xml_of(part) for part in element.children if part.name not in ("data", "graph"))
        return {**own, "parts": parts} if parts else own

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
        said = self.attributes(element)
        drawing = self.drawing(element, name, said)
        title = collapsed(said.get("title") or drawing.label or said.get("label", "")) or name
        new = f"s{len(self.plain.sections) + 1}"
        own = self.own(element, said, _OF_GROUPS)
        if not _OWN_GROUP.fullmatch(name):
            own = {"id": name, **own}
        data = with_own(KEY, own, self.data(element, said))
        self.plain.sections.append(Section(new, title, level, parent=section, data=data))
        self.groups[name] = new
        self.levels[new] = level
        self.plain.keep("group", f"node {name}", "it became a section", "sections", element.span)

    def thing(self, element: XmlElement, name: str, section: str | None) -> PlainThing:
        said = self.attributes(element)
        drawing = self.drawing(element, name, said)
        kind = said.get("kind", "").strip().casefold()
        own = self.own(element, said, _KNOWN)
        if kind and kind not in _KINDS:
            own["kind"] = kind
        title = collapsed(said.get("title", ""))
        text = said.get("text", drawing.label or said.get("label", ""))
        mark = said.get(MARK, "")
        if drawing.label and drawing.has_new_label(mark):
            # The label was edited: what is visible counts.
            text = _behind(title, drawing.label) or text
        elif not drawing.has_own_label(mark) and collapsed(drawing.label) not in ("", collapsed(text), title):
            own["label"] = drawing.label
        tags = tuple(dict.fromkeys(tag for tag in re.split(r"[;\s]+", said.get("tags", "")) if tag))
        return PlainThing(
            name,
            _KINDS.get(kind, "claim"),
            text,
            title=title or None,
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
        name = element.get("id") or f"{ends[0]} {ends[1]}"
        drawing = self.drawing(element, name, said)
        labels = (said.get("relation"), drawing.label, *(said.get(name) for name in _EDGE_LABELS))
        word = next((label.strip() for label in labels if label and label.strip()), "")
        own = dict(entries(id=element.get("id"))) | self.own(element, said, _OF_EDGES)
        mark = said.get(MARK, "")
        if drawing.label and drawing.has_new_label(mark):
            word = drawing.label
        elif not drawing.has_own_label(mark) and drawing.label not in ("", word):
            own["label"] = drawing.label
        self.bearing(element, ends, word, own)

    def bearing(self, element: XmlElement, ends: tuple[str, str], word: str, own: dict[str, Value]) -> None:
        """Read what the source of an edge is for its target."""
        source, target = ends
        kind = relation_word(word) or (None if word else self.colors.get(_color(element)))
        is_between = all(end in self.plain.things for end in ends)
        said = self.attributes(element)
        if is_between and kind is not None:
            self.plain.ties.append(Tie(kind, *ends, own=FrozenDict(own), data=self.data(element, said)))
        elif is_between and word == "premise" and self.plain.things[target].kind == "argument":
            self.premises[target].append(source)
            self.steps.setdefault((target, source), own)
        elif is_between and word == "conclusion" and source not in self.conclusions:
            self.conclusions[source] = target
            self.steps.setdefault((source, target), own)
        else:
            name = element.get("id") or f"{source} {target}"
            entry = entries(source=source, target=target, label=word)
            self.plain.append("edges", FrozenDict({**own, **entry}))
            self.plain.keep(
                "edge", f"edge {name}", "it is kept as it is", "metadata.graphml.edges", element.span
            )

    def keep_steps(self) -> None:
        """Keep what only GraphML says of edges between arguments and steps, in the order of these."""
        for argument in dict.fromkeys((*self.premises, *self.conclusions)):
            for step in (*self.premises.get(argument, ()), self.conclusions.get(argument)):
                own = self.steps.pop((argument, step), None)
                if own:
                    self.plain.append("steps", FrozenDict({"node": step, **own}), thing=argument)

    def wrong(self, element: XmlElement, code: str, *words: str) -> FormatError:
        return wrong(self.text, code, element.span, *words)


def _behind(title: str, label: str) -> str:
    """Return what a label says in the lines behind a title; all of it if its first lines are no title."""
    wanted = title.replace(" ", "")
    lines = label.splitlines()
    length = 0
    for number, line in enumerate(lines):
        length += len("".join(line.split()))
        if length >= len(wanted):
            is_title = "".join("".join(lines[: number + 1]).split()) == wanted
            return collapsed(" ".join(lines[number + 1 :] if is_title else lines))
    return collapsed(label)


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
                f"{pair!r} is not a colour and a relation; write, for example, red=attack,green=support"
            )
        meanings[color.casefold()] = kind
    return meanings
