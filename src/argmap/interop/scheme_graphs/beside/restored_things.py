"""Extras that argmap wrote beside a scheme graph, as far as they are still valid when it is read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.foreign_titles import taken_by
from argmap.interop.json_forms.exact_json import decode
from argmap.interop.scheme_graphs.beside.written_extras import visible
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.graph_titles import GraphTitles
from argmap.interop.scheme_graphs.scheme_graph import STEPS, GraphNode, SchemeGraph
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Element,
    Evidence,
    InferenceRef,
    Question,
    Ref,
    Relation,
    Section,
    Source,
    Statement,
)


@define(eq=False, slots=False)
class Restored:
    """What extras say.

    `elements` are by node; `units` are nodes that extras account for, and `targets` what relations to such
    nodes mean.
    """

    titles: GraphTitles
    elements: dict[str, Element] = Factory(dict)
    relations: list[Relation] = Factory(list)
    units: set[str] = Factory(set)
    targets: dict[str, tuple[Ref, ...]] = Factory(dict)
    names: dict[str, str] = Factory(dict)
    metadata: Data = FrozenDict()
    fields: dict[str, Any] = Factory(dict)
    losses: list[Loss] = Factory(list)

    def has(self, element: Element) -> bool:
        """Return whether an element comes from an extra, so that a graph adds nothing to it."""
        return element.ref in self.refs

    @cached_property
    def refs(self) -> frozenset[Ref]:
        """The references to the elements, made once all have been read."""
        return frozenset(each.ref for each in self.elements.values())


def restored(graph: SchemeGraph, index: GraphIndex, titles: GraphTitles) -> Restored:
    """Return what the extras of a graph say, as far as they are still valid."""
    back = Restored(titles)
    if graph.extra is None and all(node.extra is None for node in graph.nodes):
        return back
    reader = _ExtraReader(index, back)
    reader.read_elements(graph.nodes)
    reader.rename()
    reader.read_relations()
    reader.read_whole(graph.extra)
    return back


@define(eq=False)
class _ExtraReader:
    index: GraphIndex
    back: Restored
    titles: dict[str, str] = Factory(dict)
    relations: list[tuple[GraphNode, Relation]] = Factory(list)
    changed: dict[str, Element] = Factory(dict)

    def read_elements(self, nodes: Iterable[GraphNode]) -> None:
        for node in nodes:
            if node.extra is None:
                continue
            thing = _decoded(node.extra)
            if isinstance(thing, Relation) and node.kind in STEPS:
                if self.is_as_seen(node, [node.id]):
                    self.relations.append((node, thing))
            elif isinstance(thing, Claim | Evidence | Question | Argument):
                self.element(node, thing)
            else:
                self.edited(node, "what is kept beside it cannot be read")

    def element(self, node: GraphNode, thing: Element) -> None:
        assert isinstance(node.extra, dict)
        ids = node.extra.get("nodes", [node.id])
        is_known = isinstance(ids, list) and all(
            isinstance(each, str) and each in self.index.nodes for each in ids
        )
        fits = is_known and node.id in ids and _suits(thing, node, self.index)
        if fits and self.is_as_seen(node, ids):
            self.back.elements[node.id] = thing
            if node.kind in STEPS:
                self.back.units.update(ids)
                for place, name in enumerate(ids):
                    self.target(thing, name, place)
        elif fits and node.kind not in STEPS and not isinstance(thing, Argument):
            self.back.elements[node.id] = _reworded(thing, node.text)
        else:
            self.edited(node, "what is kept beside it is about something else")

    def target(self, thing: Element, name: str, place: int) -> None:
        self.back.names[name] = str(thing.ref)
        is_inference = isinstance(thing, Argument) and place < len(thing.inferences)
        self.back.targets[name] = (InferenceRef(thing.title, place) if is_inference else thing.ref,)

    def is_as_seen(self, node: GraphNode, ids: list[str]) -> bool:
        assert isinstance(node.extra, dict)
        if node.extra.get("seen") == visible(self.index, ids):
            return True
        self.edited(node, "it was edited elsewhere, so what was kept beside it counts no more")
        return False

    def edited(self, node: GraphNode, detail: str) -> None:
        self.back.losses.append(
            Loss(Fate.CHANGED, "edited elsewhere", f"node {node.id}", detail, span=node.span)
        )

    def rename(self) -> None:
        """Give things without an extra titles that differ from those of things with one."""
        self._check_unique()
        elements = self.back.elements.values()
        of_claims = taken_by({each.title for each in elements if isinstance(each, Claim)}, "Claim")
        of_arguments = taken_by({each.title for each in elements if isinstance(each, Argument)}, "Argument")
        claims = {
            name: title if name in self.back.elements else of_claims.unique(title)
            for name, title in self.back.titles.claims.items()
        }
        arguments = {
            name: titles if name in self.back.units else tuple(map(of_arguments.unique, titles))
            for name, titles in self.back.titles.arguments.items()
        }
        self.back.titles = GraphTitles(claims, arguments)

    def _check_unique(self) -> None:
        """Leave out extras with a title that another has: somebody has copied a node."""
        seen: set[Ref] = set()
        for name, element in list(self.back.elements.items()):
            if element.ref in seen:
                del self.back.elements[name]
                self.edited(self.index.nodes[name], "another node has the same title")
                self.back.units.discard(name)
                self.back.targets.pop(name, None)
            seen.add(element.ref)

    def read_relations(self) -> None:
        known = self.known()
        for node, relation in self.relations:
            if _is_known(relation.source, known) and _is_known(relation.target, known):
                self.back.relations.append(relation)
                self.back.units.add(node.id)
                self.back.names[node.id] = str(relation)
                self.back.targets[node.id] = ()
            else:
                self.edited(node, "one end of the relation is not there any more")
        for name, element in list(self.back.elements.items()):
            if isinstance(element, Argument) and not set(element.step_refs) <= known.keys():
                del self.back.elements[name]
                self.back.units.discard(name)
                self.edited(self.index.nodes[name], "a step of it is not there any more")

    def known(self) -> dict[Ref, int]:
        """Return everything that exists, with the number of its inferences."""
        known: dict[Ref, int] = {
            ClaimRef(title): 0
            for name, title in self.back.titles.claims.items()
            if name not in self.back.elements
        }
        for name, titles in self.back.titles.arguments.items():
            if name not in self.back.units:
                parts = 1 if self.index.is_inference(name) else 0
                known.update({ArgumentRef(title): parts for title in titles})
        for element in self.back.elements.values():
            known[element.ref] = len(element.inferences) if isinstance(element, Argument) else 0
        return known

    def read_whole(self, extra: object) -> None:
        if not isinstance(extra, dict):
            return
        try:
            sections = decode(extra.get("sections", []))
            sources = decode(extra.get("sources", {}))
            metadata = decode(extra.get("metadata", {}))
        except ValueError:
            sections = sources = metadata = None
        if _are(sections, Section) and isinstance(sources, FrozenDict) and isinstance(metadata, FrozenDict):
            ids = [section.id for section in sections]
            is_sound = len(set(ids)) == len(ids) and _are(tuple(sources.values()), Source)
            if is_sound and all(_is_above(section, ids) for section in sections):
                self.back.fields = {"sections": sections, "sources": sources}
                self.back.metadata = metadata
                self.forget_sections(set(ids))
                return
        self.back.losses.append(
            Loss(Fate.CHANGED, "edited elsewhere", "debate", "what is kept beside the graph cannot be read")
        )
        self.forget_sections(set())

    def forget_sections(self, ids: set[str]) -> None:
        for name, element in self.back.elements.items():
            if element.section is not None and element.section not in ids:
                self.back.elements[name] = evolve(element, section=None)


def _is_above(section: Section, ids: list[str]) -> bool:
    return section.parent is None or section.parent in ids[: ids.index(section.id)]


def _are(things: object, kind: type) -> bool:
    return isinstance(things, tuple) and all(isinstance(each, kind) for each in things)


def _decoded(extra: object) -> object:
    if not isinstance(extra, dict):
        return None
    try:
        return decode(extra.get("what"))
    except (ValueError, TypeError):
        return None


def _suits(thing: Element, node: GraphNode, index: GraphIndex) -> bool:
    if isinstance(thing, Argument):
        fits = len(thing.steps) == len(thing.step_refs) and all(
            0 <= each.conclusion_index < len(thing.steps) and each.argument == thing.title
            for each in thing.inferences
        )
        return fits and all(each.index == place for place, each in enumerate(thing.inferences))
    return node.id in index.claims


def _is_known(ref: Ref, known: Mapping[Ref, int]) -> bool:
    if isinstance(ref, InferenceRef):
        return 0 <= ref.place < known.get(ArgumentRef(ref.argument), 0)
    return ref in known


def _reworded(thing: Claim | Evidence | Question, text: str) -> Claim | Evidence | Question:
    new = collapsed(text)
    place = Statement(thing.title, new or None, is_reference=not new, is_top_level=True)
    return evolve(thing, statements=(place,))
