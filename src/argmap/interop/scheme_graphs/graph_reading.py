"""Reads scheme graphs as debates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import Factory, define, evolve

from argmap.data import Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.interop.conversion.conversions import ReadingOptions
from argmap.interop.conversion.foreign_text import collapsed
from argmap.interop.conversion.own_data import with_own
from argmap.interop.scheme_graphs.beside.restored_things import Restored, restored
from argmap.interop.scheme_graphs.dialogues.dialogue_reading import dialogue_of
from argmap.interop.scheme_graphs.graph_index import GraphIndex
from argmap.interop.scheme_graphs.graph_inferences import reconstructed
from argmap.interop.scheme_graphs.graph_titles import GraphTitles, natural_titles
from argmap.interop.scheme_graphs.kept_aside import KeptAside, kept_aside
from argmap.interop.scheme_graphs.scheme_graph import STEPS, GraphNode, GraphNodeKind, SchemeGraph
from argmap.interop.scheme_graphs.scheme_words import kept_words, named_scheme
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Element,
    Evidence,
    EvidenceRef,
    InferenceRef,
    Origin,
    Question,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.model.sources.source_values import source_of
from argmap.model.stating.derived_relations import derived_relations


def read_graph(
    graph: SchemeGraph,
    key: str,
    options: ReadingOptions | None = None,
    *,
    titles: GraphTitles | None = None,
) -> tuple[Debate, tuple[Loss, ...]]:
    """Return the debate that a scheme graph shows, and what is kept aside or expressed differently.

    What the format with that name says about things is in their data under `key`. `titles` are the titles to
    give them.

    >>> nodes = (GraphNode("1", GraphNodeKind.PROPOSITION, "It rains."),)
    >>> read_graph(SchemeGraph(nodes), "aif")[0].claims["It rains."].data["aif"]["id"]
    '1'
    """
    options = options or ReadingOptions()
    index = GraphIndex.of(graph)
    back = restored(graph, index, titles or natural_titles(index, options.titles))
    reader = _GraphReader(index, key, back.titles, back)
    reader.read()
    aside = kept_aside(graph, index, key, reader.names)
    spoken = dialogue_of(graph, index, key, reader.names, options)
    debate = reader.debate(aside, spoken.metadata, spoken.speakers)
    losses = (*back.losses, *reader.losses, *spoken.losses, *aside.losses)
    return debate, losses


_KINDS: Mapping[type, Callable[..., Element]] = {
    ClaimRef: Claim,
    EvidenceRef: Evidence,
    QuestionRef: Question,
    ArgumentRef: Argument,
}


@define(eq=False)
class _GraphReader:
    index: GraphIndex
    key: str
    titles: GraphTitles
    back: Restored
    # The names of nodes in the debate, for dialogues: references as in the markup.
    names: dict[str, str] = Factory(dict)
    elements: dict[Ref, Element] = Factory(dict)
    relations: list[Relation] = Factory(list)
    losses: list[Loss] = Factory(list)

    def read(self) -> None:
        for node in self.index.nodes.values():
            if node.id in self.index.claims:
                self.claim(node)
        for node in self.index.nodes.values():
            if node.kind in STEPS:
                self.step(node)
        self.relations += self.back.relations

    # Propositions

    def claim(self, node: GraphNode) -> None:
        element = self.back.elements.get(node.id) or self.plain_claim(node)
        self.elements[element.ref] = element
        self.names[node.id] = str(element.ref)
        if node.kind is GraphNodeKind.LOCUTION:
            detail = "it is an end of a step, so it is a claim, too"
            subject = f"node {node.id}"
            self.losses.append(Loss(Fate.ASIDE, "locution as claim", subject, detail, "claims", node.span))

    def plain_claim(self, node: GraphNode) -> Element:
        title = self.titles.claims[node.id]
        text = collapsed(node.text)
        if "\n" in node.text.strip() or "\r" in node.text.strip():
            self.change("line breaks", node, "its text is in one line")
        elif text != node.text:
            self.change("white space", node, "its text has single spaces")
        data: Data = self.own(node, {} if node.scheme is None else {"scheme": node.scheme})
        sources = () if node.source is None else (source_of(node.source),)
        if node.source is not None:
            data = FrozenDict({**data, "source": node.source})
        if node.speaker is not None:
            data = FrozenDict({**data, "speaker": node.speaker})
        place = Statement(
            title,
            text or None,
            is_reference=not text,
            is_top_level=True,
            tags=node.tags,
            data=data or None,
        )
        kind = _KINDS[type(self.ref(node.id))]
        others = (collapsed(words) for words in node.wordings)
        wordings = tuple(Statement(title, words, is_top_level=True) for words in others if words != text)
        return kind(title, (*wordings, place), tags=node.tags, data=data, sources=sources)

    def change(self, feature: str, node: GraphNode, detail: str) -> None:
        self.losses.append(Loss(Fate.CHANGED, feature, f"node {node.id}", detail, span=node.span))

    def own(self, node: GraphNode, more: dict[str, Value]) -> Data:
        """Return the data for a node: its id, if that is not the title, and all that has no field."""
        return with_own(self.key, {"id": node.id, **more, **node.data})

    def ref(self, name: str) -> Ref:
        """Return the reference to a proposition."""
        element = self.back.elements.get(name)
        if element is not None:
            return element.ref
        return self.titles.refs.get(name) or ClaimRef(self.titles.claims[name])

    def propositions(self, ids: list[str]) -> list[Ref]:
        return [self.ref(name) for name in ids if name in self.index.claims]

    # Steps

    def step(self, node: GraphNode) -> None:
        if node.id in self.back.units:
            element = self.back.elements.get(node.id)
            if element is not None:
                self.elements[element.ref] = element
            self.names[node.id] = self.back.names[node.id]
            if isinstance(element, Argument) and not element.inferences:
                self.relate_sketch(node, element.ref)
        elif self.index.is_attack(node.id):
            self.attack(node)
        elif self.index.is_inference(node.id):
            self.inference(node)
        else:
            self.sketch(node)

    def targets(self, name: str) -> list[Ref]:
        """Return the targets of a step: a proposition, an argument, or each part of one that was split."""
        if name in self.index.claims:
            return [self.ref(name)]
        if name in self.back.targets:
            refs = self.back.targets[name]
            return [ArgumentRef(ref.title) if isinstance(ref, InferenceRef) else ref for ref in refs]
        return [ArgumentRef(title) for title in self.titles.arguments.get(name, ())]

    def undercut_targets(self, name: str) -> list[Ref]:
        if name in self.back.targets:
            return list(self.back.targets[name])
        refs = self.targets(name)
        return [InferenceRef(ref.title, 0) if self.index.is_inference(name) else ref for ref in refs]

    def attack(self, node: GraphNode) -> None:
        scheme = named_scheme(node)
        more: dict[str, Value] = {**kept_words(node, scheme), **({"scheme": scheme} if scheme else {})}
        data = self.own(node, more)
        source, target = self.ref(self.index.before[node.id][0]), self.index.behind[node.id][0]
        is_claim = target in self.index.claims
        kind = RelationKind.ATTACK if is_claim else RelationKind.UNDERCUT
        refs = self.targets(target) if is_claim else self.undercut_targets(target)
        for ref in refs:
            self.relations.append(Relation(kind, source, ref, data=data))
            self.names.setdefault(node.id, f"{source} {'-' if is_claim else '_'} {ref}")

    def inference(self, node: GraphNode) -> None:
        premises = self.propositions(self.index.before[node.id])
        conclusions = self.propositions(self.index.behind[node.id])
        scheme = named_scheme(node)
        own = kept_words(node, scheme)
        for number, conclusion in enumerate(conclusions):
            title = self.titles.arguments[node.id][number]
            part: dict[str, Value] = {"part": number + 1} if number else {}
            data = self.own(node, {**part, **own})
            argument = reconstructed(title, premises, conclusion, scheme, data, fulfils=node.fulfils)
            self.elements[argument.ref] = argument
        self.names[node.id] = str(ArgumentRef(self.titles.arguments[node.id][0]))
        if len(conclusions) > 1:
            self.change("split", node, f"its {len(conclusions)} conclusions became arguments")

    def sketch(self, node: GraphNode) -> None:
        (title,) = self.titles.arguments[node.id]
        scheme = named_scheme(node)
        is_conflict = node.kind is GraphNodeKind.CONFLICT
        more: dict[str, Value] = {"type": "CA"} if is_conflict else {}
        more |= kept_words(node, scheme) | ({"scheme": scheme} if scheme else {})
        data = self.own(node, more)
        place = Statement(title, None, Role.TOP_LEVEL, is_reference=True, is_top_level=True, data=data)
        argument = Argument(title, (place,), data=data)
        self.elements[argument.ref] = argument
        self.names[node.id] = str(argument.ref)
        if is_conflict:
            self.change("reified", node, "the attack became an argument")
        self.relate_sketch(node, argument.ref)

    def relate_sketch(self, node: GraphNode, argument: Ref) -> None:
        """Add the relations that edges from and to a sketched argument express."""
        is_conflict = node.kind is GraphNodeKind.CONFLICT
        for ref in self.propositions(self.index.before.get(node.id, [])):
            self.relate(RelationKind.SUPPORT, ref, argument)
        for name in self.index.behind.get(node.id, ()):
            if not is_conflict:
                for ref in self.targets(name):
                    self.relate(RelationKind.SUPPORT, argument, ref)
                if self.index.is_inference(name):
                    self.change("widened", node, "support of an inference became support of its argument")
            elif name in self.index.claims:
                self.relate(RelationKind.ATTACK, argument, self.ref(name))
            else:
                for ref in self.undercut_targets(name):
                    self.relate(RelationKind.UNDERCUT, argument, ref)

    def relate(self, kind: RelationKind, source: Ref, target: Ref) -> None:
        self.relations.append(Relation(kind, source, target))

    # All together

    def debate(self, aside: KeptAside, dialogue: Data, speakers: dict[str, str]) -> Debate:
        elements = [self.completed(element, aside, speakers) for element in self.elements.values()]
        metadata = {**aside.metadata, **dialogue, **self.back.metadata}
        written = tuple(dict.fromkeys(self.relations))
        debate = Debate(
            claims=FrozenDict({each.title: each for each in elements if isinstance(each, Claim)}),
            evidence=FrozenDict({each.title: each for each in elements if isinstance(each, Evidence)}),
            questions=FrozenDict({each.title: each for each in elements if isinstance(each, Question)}),
            arguments=FrozenDict({each.title: each for each in elements if isinstance(each, Argument)}),
            relations=written,
            tags=tuple(dict.fromkeys(tag for each in elements for tag in each.tags)),
            metadata=FrozenDict(metadata),
        )
        debate = evolve(debate, **self.back.fields)
        known = {(relation.kind, relation.source, relation.target) for relation in written}
        derived = (Relation(*ends, Origin.DERIVED) for ends in derived_relations(debate) if ends not in known)
        return evolve(debate, relations=(*written, *dict.fromkeys(derived)))

    def completed(self, element: Element, aside: KeptAside, speakers: dict[str, str]) -> Element:
        """Return an element with what else the graph says about it: what it rephrases, and who says it."""
        name = str(element.ref)
        more: dict[str, Value] = {}
        if name in aside.rephrases:
            more["rephrases"] = aside.rephrases[name]
        if name in speakers and "speaker" not in element.data:
            more["speaker"] = speakers[name]
        if not more or not isinstance(element, Claim) or self.back.has(element):
            return element
        data = FrozenDict({**element.data, **more})
        places = tuple(evolve(place, data=data) for place in element.statements)
        return evolve(element, data=data, statements=places)
