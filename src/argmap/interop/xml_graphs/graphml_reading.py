"""Reads graphs in GraphML as things and ties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from attrs import Factory, define

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.own_data import with_own
from argmap.interop.plain_debates.file_reading import relation_word
from argmap.interop.plain_debates.plain_debate import PlainDebate, PlainThing, ThingKind, Tie, entries
from argmap.interop.plain_debates.plain_inferences import reconstruct
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.xml_graphs.edge_colors import line_color
from argmap.interop.xml_graphs.element_data import KEY, MARK, ElementData
from argmap.interop.xml_graphs.xml_words import xml_of
from argmap.model import RelationKind, Section

_KINDS: Mapping[str, ThingKind] = {"claim": "claim", "evidence": "evidence", "argument": "argument"}
_KNOWN = frozenset({"kind", "title", "text", "tags", "scheme", "data", MARK})
_OF_EDGES = frozenset({"relation", "data", MARK})
_OF_GROUPS = frozenset({"title", "data", MARK})
# The names that argmap gives the nodes of sections that had none before.
_OWN_GROUP = re.compile(r"g-s\d+'*")
# The names of the label of an edge in Gephi, networkx and other programs.
_EDGE_LABELS = ("label", "Edge Label")


def graph_in(text: str, damage: Damage, colors: Mapping[str, RelationKind]) -> PlainDebate:
    """Return the things and ties in a graph; `colors` has the meanings of lines by their colours.

    Raises:
        FormatError: it is not GraphML, or names something that does not exist.
    """
    root = parse_xml(text)
    plain = PlainDebate()
    elements = ElementData(text, damage, plain)
    if root.name != "graphml":
        raise elements.wrong(root, "I402", "root", f"must be graphml, not {root.name[:40]}")
    return _GraphmlReader(elements, damage, plain, colors).read(root)


@define(eq=False)
class _GraphmlReader:
    elements: ElementData
    damage: Damage
    plain: PlainDebate
    colors: Mapping[str, RelationKind]
    groups: dict[str, str] = Factory(dict)
    levels: dict[str | None, int] = Factory(dict)
    premises: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    conclusions: dict[str, str] = Factory(dict)
    # What else edges between arguments and their steps say.
    steps: dict[tuple[str, str | None], dict[str, Value]] = Factory(dict)

    def read(self, root: XmlElement) -> PlainDebate:
        self.elements.read_keys(root)
        edges: list[XmlElement] = []
        # Graphs that are still to be read, last one first, each with the section for it.
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
        self.elements.keep_others(root, frozenset({"key", "graph"}))
        for edge in edges:
            self.edge(edge)
        if self.elements.drawings:
            self.plain.own["drawings"] = FrozenDict(sorted(self.elements.drawings.items()))
        self.keep_steps()
        reconstruct(self.plain, self.premises, self.conclusions)
        return self.plain

    def graph(self, graph: XmlElement) -> None:
        """Read what a graph says about itself."""
        attributes = self.elements.attributes(graph)
        self.plain.extra = self.plain.extra or attributes.get("argmap")
        others = {name: value for name, value in attributes.items() if name != "argmap" and value.strip()}
        if others:
            self.plain.own["graph"] = FrozenDict({**self.graphs(), **others})
        if graph.get("edgedefault", "directed") != "directed":
            self.plain.own["edgedefault"] = graph.get("edgedefault")
        self.elements.keep_others(graph, frozenset({"data", "node", "edge", "hyperedge"}))

    def graphs(self) -> Data:
        own = self.plain.own.get("graph")
        return own if isinstance(own, FrozenDict) else NO_DATA

    def node(self, element: XmlElement, section: str | None) -> None:
        name = element.get("id")
        if not name:
            self.damage.add(self.elements.wrong(element, "I402", "id", "must be there"), "node")
        elif name in self.plain.things or name in self.groups:
            before = self.plain.things.get(name)
            start = before.span.start if before and before.span else 0
            line = str(self.elements.text.count("\n", 0, start) + 1)
            self.damage.add(
                self.elements.wrong(element, "I404", name, f"is there already (line {line})"), f"node {name}"
            )
        elif element.get("yfiles.foldertype") or element.first("graph") is not None:
            self.group(element, name, section)
        else:
            self.plain.things[name] = self.thing(element, name, section)

    def group(self, element: XmlElement, name: str, section: str | None) -> None:
        level = self.levels.get(section, 0) + 1
        attributes = self.elements.attributes(element)
        drawing = self.elements.drawing(element, name, attributes)
        title = collapsed(attributes.get("title") or drawing.label or attributes.get("label", "")) or name
        new = f"s{len(self.plain.sections) + 1}"
        own = self.elements.own(element, attributes, _OF_GROUPS)
        if not _OWN_GROUP.fullmatch(name):
            own = {"id": name, **own}
        data = with_own(KEY, own, self.elements.data(element, attributes))
        self.plain.sections.append(Section(new, title, level, parent=section, data=data))
        self.groups[name] = new
        self.levels[new] = level
        self.plain.keep("group", f"node {name}", "it became a section", "sections", element.span)

    def thing(self, element: XmlElement, name: str, section: str | None) -> PlainThing:
        attributes = self.elements.attributes(element)
        drawing = self.elements.drawing(element, name, attributes)
        kind = attributes.get("kind", "").strip().casefold()
        own = self.elements.own(element, attributes, _KNOWN)
        if kind and kind not in _KINDS:
            own["kind"] = kind
        title = collapsed(attributes.get("title", ""))
        text = attributes.get("text", drawing.label or attributes.get("label", ""))
        mark = attributes.get(MARK, "")
        if drawing.label and drawing.has_new_label(mark):
            # The label was edited: what is visible counts.
            text = _after_title(title, drawing.label) or text
        elif not drawing.has_own_label(mark) and collapsed(drawing.label) not in ("", collapsed(text), title):
            own["label"] = drawing.label
        tags = tuple(dict.fromkeys(tag for tag in re.split(r"[;\s]+", attributes.get("tags", "")) if tag))
        return PlainThing(
            name,
            _KINDS.get(kind, "claim"),
            text,
            title=title or None,
            tags=tags,
            own=FrozenDict(own),
            data=self.elements.data(element, attributes),
            section=section,
            rules=(attributes["scheme"],) if attributes.get("scheme") else (),
            span=element.span,
        )

    def edge(self, element: XmlElement) -> None:
        ends = element.get("source"), element.get("target")
        missing = next((end for end in ends if end not in self.plain.things and end not in self.groups), None)
        if missing is not None:
            words = f"names {missing[:80]!r}, which is not there"
            self.damage.add(self.elements.wrong(element, "I403", "edge", words), f"edge {element.get('id')}")
            return
        attributes = self.elements.attributes(element)
        name = element.get("id") or f"{ends[0]} {ends[1]}"
        drawing = self.elements.drawing(element, name, attributes)
        labels = (attributes.get("relation"), drawing.label, *(attributes.get(name) for name in _EDGE_LABELS))
        word = next((label.strip() for label in labels if label and label.strip()), "")
        own = dict(entries(id=element.get("id"))) | self.elements.own(element, attributes, _OF_EDGES)
        mark = attributes.get(MARK, "")
        if drawing.label and drawing.has_new_label(mark):
            word = drawing.label
        elif not drawing.has_own_label(mark) and drawing.label not in ("", word):
            own["label"] = drawing.label
        self.relate(element, ends, word, own)

    def relate(self, element: XmlElement, ends: tuple[str, str], word: str, own: dict[str, Value]) -> None:
        """Add a relation for an edge, or a step of an argument, or keep the edge as it is."""
        source, target = ends
        kind = relation_word(word) or (None if word else self.colors.get(line_color(element)))
        is_between = all(end in self.plain.things for end in ends)
        attributes = self.elements.attributes(element)
        if is_between and kind is not None:
            self.plain.ties.append(
                Tie(kind, *ends, own=FrozenDict(own), data=self.elements.data(element, attributes))
            )
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
        """Keep what only GraphML says about edges between arguments and steps, in the order of these."""
        for argument in dict.fromkeys((*self.premises, *self.conclusions)):
            for step in (*self.premises.get(argument, ()), self.conclusions.get(argument)):
                own = self.steps.pop((argument, step), None)
                if own:
                    self.plain.append("steps", FrozenDict({"node": step, **own}), thing=argument)


def _after_title(title: str, label: str) -> str:
    """Return the lines of a label after a title, or all of them if they do not begin with it."""
    wanted = title.replace(" ", "")
    lines = label.splitlines()
    length = 0
    for number, line in enumerate(lines):
        length += len("".join(line.split()))
        if length >= len(wanted):
            is_title = "".join("".join(lines[: number + 1]).split()) == wanted
            return collapsed(" ".join(lines[number + 1 :] if is_title else lines))
    return collapsed(label)
