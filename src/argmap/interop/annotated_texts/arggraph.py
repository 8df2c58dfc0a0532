"""The arggraph XML of the microtext corpora: units of discourse, and how they are related.

A. Peldszus, M. Stede, "An annotated corpus of argumentative microtexts" (2015).
"""

from __future__ import annotations

from collections import defaultdict

from attrs import Factory, define

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import Reading, ReadingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.plain_debates.strict_xml import XmlElement, parse_xml
from argmap.interop.scheme_graphs.graph_conversion import graph_reading
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import spelled
from argmap.model import Debate
from argmap.text import diagnose

NAME = "arggraph"
SUFFIXES = (".xml",)
_TYPES = {
    "sup": (GraphNodeKind.INFERENCE, None),
    "exa": (GraphNodeKind.INFERENCE, "example"),
    "reb": (GraphNodeKind.CONFLICT, None),
    "und": (GraphNodeKind.CONFLICT, None),
}
_PARTS = ("edu", "joint", "adu", "edge")


def recognise(content: FileContent) -> bool:
    """Return whether the root of an XML text is `arggraph`.

    >>> recognise(FileContent("<arggraph/>"))
    True
    """
    return content.root == "arggraph"


def loads(text: str) -> Debate:
    """Return the debate in an annotated text.

    >>> edu, adu = '<edu id="e1">It rains.</edu>', '<adu id="a1" type="pro"/>'
    >>> edge = '<edge id="s1" src="e1" trg="a1" type="seg"/>'
    >>> loads(f'<arggraph id="x">{edu}{adu}{edge}</arggraph>').claims["a1"].text
    'It rains.'

    Raises:
        FormatError: the text is not arggraph; its diagnostic says where and why.
    """
    return read(text).debate


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an annotated text, with a report.

    Raises:
        FormatError: the text is not arggraph.
    """
    options = options or ReadingOptions()
    reader = _ArggraphReader(text, Damage(options.is_lenient))
    graph = reader.graph(parse_xml(text))
    # People wrote these ids, so they are the titles.
    named = ReadingOptions("ids", options.is_lenient, options.choices)
    return graph_reading(graph, (*reader.damage.losses, *reader.losses), NAME, named)


@define(eq=False)
class _ArggraphReader:
    text: str
    damage: Damage
    parts: dict[str, XmlElement] = Factory(dict)
    # The adu or joint that each unit is in.
    inside: defaultdict[str, list[str]] = Factory(lambda: defaultdict(list))
    losses: list[Loss] = Factory(list)
    # What units of discourse have besides their text, by the adu or joint that they are in.
    units: defaultdict[str, list[Data]] = Factory(lambda: defaultdict(list))

    def graph(self, root: XmlElement) -> SchemeGraph:
        if root.name != "arggraph":
            raise self.wrong(root, "I402", root.name, "must be arggraph")
        for element in root.children:
            self.part(element)
        relations = [each for each in root.named("edge") if self.is_sound(each)]
        words = self.words(root)
        nodes = [self.unit(each, words) for each in root.named("adu") if self.is_first(each)]
        nodes += [self.step(each) for each in relations if each.get("type") in _TYPES]
        known = {node.id for node in nodes}
        edges: list[GraphEdge] = []
        for each in relations:
            pairs = self.pairs(each)
            if all(name in known for pair in pairs for name in pair):
                edges += (GraphEdge(f"{each.get('id')}.{n}", *pair) for n, pair in enumerate(pairs, 1))
            else:
                error = self.wrong(
                    each, "I403", "edge", "names something that is neither a unit nor a relation"
                )
                self.damage.add(error, f"edge {each.get('id')}")
        own: dict[str, Value] = {name: value for name, value in root.attributes.items() if value}
        loose = self.loose(root)
        if loose:
            own["edus"] = loose
        return SchemeGraph(nodes, edges, data=FrozenDict(own))

    def part(self, element: XmlElement) -> None:
        name = element.get("id")
        if element.name not in _PARTS or not name:
            why = "must have an id" if element.name in _PARTS else f"must be one of {', '.join(_PARTS)}"
            self.damage.add(self.wrong(element, "I402", element.name, why), element.name)
        elif name in self.parts:
            self.damage.add(
                self.wrong(element, "I404", "id", f"names {name[:80]}, which is there already"), name
            )
        else:
            self.parts[name] = element

    def is_first(self, element: XmlElement) -> bool:
        return self.parts.get(element.get("id")) is element

    def is_sound(self, edge: XmlElement) -> bool:
        """Return whether an edge has a type and ends that exist; note what units of discourse are part of."""
        if not self.is_first(edge):
            return False
        subject, kind = f"edge {edge.get('id')}", edge.get("type")
        if kind not in (*_TYPES, "add", "seg"):
            error = self.wrong(edge, "I402", "type", f"cannot be {kind[:50]!r}")
            self.damage.add(error, subject)
            return False
        missing = [end for end in (edge.get("src"), edge.get("trg")) if end not in self.parts]
        if missing:
            error = self.wrong(edge, "I403", "edge", f"names {missing[0][:80]}, which is not there")
            self.damage.add(error, subject)
            return False
        if kind == "seg":
            self.inside[edge.get("src")].append(edge.get("trg"))
        return kind != "seg"

    def words(self, root: XmlElement) -> dict[str, str]:
        """Return the text of each unit of argument: that of its units of discourse, in order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for edu in root.named("edu"):
            around = self.inside.get(edu.get("id"), [])
            joints = [adu for name in around for adu in self.inside.get(name, [])]
            for name in dict.fromkeys((*around, *joints)):
                found[name].append(edu.words().strip())
                if others := _others(edu, "id"):
                    self.units[name].append(FrozenDict({"id": edu.get("id"), **others}))
        return {name: " ".join(filter(None, pieces)) for name, pieces in found.items()}

    def loose(self, root: XmlElement) -> tuple[Value, ...]:
        """Return the units of discourse that are not part of a unit of argument."""
        found: list[Value] = []
        for edu in root.named("edu"):
            if edu.get("id") not in self.inside:
                found.append(
                    FrozenDict({"id": edu.get("id"), "text": edu.words().strip(), **_others(edu, "id")})
                )
                subject = f"edu {edu.get('id')}"
                self.losses.append(
                    Loss(Fate.ASIDE, "edu", subject, "it is in no claim", "metadata.arggraph.edus", edu.span)
                )
        return tuple(found)

    def unit(self, adu: XmlElement, words: dict[str, str]) -> GraphNode:
        name, kind = adu.get("id"), adu.get("type")
        data: dict[str, Value] = {"type": kind} if kind else {}
        data |= _others(adu, "id", "type")
        units = tuple(self.units.get(name, ()))
        if units:
            data["edus"] = units
        text = words.get(name, "")
        return GraphNode(name, GraphNodeKind.PROPOSITION, text, data=FrozenDict(data), span=adu.span)

    def step(self, edge: XmlElement) -> GraphNode:
        kind, scheme = _TYPES[edge.get("type")]
        data = FrozenDict(_others(edge, "id", "src", "trg", "type"))
        return GraphNode(edge.get("id"), kind, spelled(scheme, kind), scheme, data=data, span=edge.span)

    def pairs(self, edge: XmlElement) -> list[tuple[str, str]]:
        """Return the edges of the graph that an edge of the file stands for."""
        name, source, target = (edge.get(word) for word in ("id", "src", "trg"))
        return [(source, target)] if edge.get("type") == "add" else [(source, name), (name, target)]

    def wrong(self, element: XmlElement, code: str, *words: str) -> FormatError:
        return FormatError(self.text, diagnose(code, element.span, *words))


def _others(element: XmlElement, *known: str) -> dict[str, Value]:
    """Return the attributes of an element that are kept nowhere else."""
    return {name: value for name, value in element.attributes.items() if name not in known}
