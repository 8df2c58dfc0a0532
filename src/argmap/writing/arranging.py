"""The arranged form: a debate as lines in an order of their own, whatever the places of things were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import Factory, define, evolve

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    Debate,
    ElementRef,
    Evidence,
    Inference,
    InferenceRef,
    MarkKind,
    Question,
    Ref,
    Relation,
    Statement,
)
from argmap.model.premises import premise_steps
from argmap.model.stated import canonical
from argmap.model.stating.untitled_places import Nesting
from argmap.model.stating.written_relations import with_stated_kind
from argmap.syntax import Kind
from argmap.writing.branches import branches, says
from argmap.writing.line import KINDS, RELATION_MARKERS, Line, heading_of, reference
from argmap.writing.nodes import Node
from argmap.writing.writable.debate_form import Writable

Element = Claim | Evidence | Question | Argument
# What keeps a line from deciding to which section something belongs.
_IN_NO_GROUP: Data = FrozenDict({"isInGroup": False})


def arranged(form: Writable) -> list[Node]:
    """Return the blocks of a debate that can be written.

    Sections come in their order; in each those structures that have no title, then claims, evidence and
    arguments. Each of these is stated once, with what bears on it below its first line.
    """
    model = form.metadata.get("model")
    is_strict = isinstance(model, FrozenDict) and model.get("mode") == "strict"
    return _Arranger(form.debate, form.nesting, form.nothing, is_strict).roots()


@define(eq=False)
class _Arranger:
    debate: Debate
    nesting: Nesting
    # What is left out.
    nothing: frozenset[Ref]
    is_strict: bool
    # By what is stated below something, the relation that its line states.
    above: dict[Ref, Relation] = Factory(dict)
    # The first line of each thing: below it is what bears on that.
    first: dict[Ref, Node] = Factory(dict)
    blocks: defaultdict[str | None, list[Node]] = Factory(lambda: defaultdict(list))

    def roots(self) -> list[Node]:
        self.above = branches(self.debate, self.nesting)
        needed = self.needed()
        # Without an inference a structure goes on with the next one.
        for argument in sorted(self.debate.arguments.values(), key=lambda argument: not argument.inferences):
            if argument.is_untitled and argument.ref in needed:
                self.blocks[argument.section].append(Node(None, structure=list(self.structure(argument))))
        for element in self.debate.elements:
            is_structure = isinstance(element, Argument) and element.is_untitled
            if element.ref in needed and element.ref not in self.nesting.steps and not is_structure:
                self.state(element)
        self.relate()
        roots = self.blocks.pop(None, [])
        for section in self.debate.sections:
            roots.append(Node(heading_of(section)))
            roots += self.blocks.pop(section.id, [])
        return roots

    def needed(self) -> set[Ref]:
        """Return what has lines of its own: all that says something, hosts, and what nothing else names."""
        named: set[Ref] = {ref for argument in self.debate.arguments.values() for ref in argument.step_refs}
        hosts: set[Ref] = set(self.above)
        for relation in self.nesting.relations:
            host, other = self.ends(relation)
            hosts.add(host)
            named.add(ArgumentRef(other.argument) if isinstance(other, InferenceRef) else other)
        return {
            element.ref
            for element in self.debate.elements
            if element.ref not in self.nothing
            and (element.ref in hosts or element.ref not in named or _says_something(element))
        }

    # Lines

    def state(self, element: Element) -> None:
        """Add the lines of an element: to its section, if it is not stated below something."""
        lines = list(_lines(element))
        nodes = [Node(line) for line in lines]
        self.first[element.ref] = nodes[0]
        if element.ref in self.above:
            return
        if isinstance(element, Argument) and element.steps:
            nodes[-1].structure = list(self.structure(element))
        if element.section is not None and element.data.get("isInGroup") is False:
            nodes.append(Node(reference(element.ref)))
        self.blocks[element.section] += nodes

    def structure(self, argument: Argument) -> Iterator[Node]:
        """Yield the steps and inferences of an argument."""
        inferences = {inference.conclusion_index: inference for inference in argument.inferences}
        for place, ref in enumerate(argument.step_refs):
            step = self.debate[ref]
            line = self.mention(ref)
            if step.is_untitled:
                line = next(_lines(step))
            node = Node(evolve(line, marker="(1)"))
            if step.is_untitled:
                self.first[ref] = node
            if place in inferences:
                yield self.inference(argument, inferences[place], line.data)
            yield node

    def inference(self, argument: Argument, inference: Inference, of_conclusion: Data) -> Node:
        """Return the line of an inference, with `uses` where its premises would be others without it."""
        data = inference.data
        conclusions = [inference.conclusion_index for inference in argument.inferences]
        used = premise_steps(data, of_conclusion, index=inference.index, conclusions=conclusions)
        if tuple(argument.step_refs[place] for place in used) != inference.premises:
            places = {
                ref: place for place, ref in enumerate(argument.step_refs[: inference.conclusion_index])
            }
            data = FrozenDict({**data, "uses": tuple(places[ref] + 1 for ref in inference.premises)})
        line = Line(Kind.INFERENCE, "--", rules=inference.rules, data=data, ref=inference.ref)
        self.first[inference.ref] = node = Node(line)
        return node

    def mention(self, ref: ElementRef, marker: str = "") -> Line:
        """Return the line of a reference that does not decide to which section something belongs."""
        line = reference(ref, marker)
        is_in_none = self.debate[ref].data.get("isInGroup") is False
        return evolve(line, data=_IN_NO_GROUP) if is_in_none else line

    # Relations

    def ends(self, relation: Relation) -> tuple[Ref, Ref]:
        """Return below what a relation is written, and what is written there."""
        source, target = relation.source, relation.target
        if self.above.get(source) is relation:
            return target, source
        if self.above.get(target) is relation or self.nesting.is_untitled(source):
            return source, target
        return target, source

    def relate(self) -> None:
        """Write every relation below the first line of one of its ends."""
        for relation in self.nesting.relations:
            host, other = self.ends(relation)
            marker = RELATION_MARKERS[relation.kind][other != relation.source]
            if self.above.get(other) is relation:
                node = self.first[other]
                node.mark(marker)
            else:
                named = ArgumentRef(other.argument) if isinstance(other, InferenceRef) else other
                node = Node(self.mention(named, marker))
            node.tell(with_stated_kind(relation, is_strict=self.is_strict))
            self.first[host].add_below(node)


def _lines(element: Element) -> Iterator[Line]:
    """Yield a line for each wording of an element: the one that counts comes last, with tags and data."""
    chosen = canonical(element.places)
    wordings: dict[tuple[object, ...], Statement] = {}
    for statement in element.places:
        if says(statement):
            wordings.setdefault(_wording(statement), statement)
    if chosen is not None:
        wordings.pop(_wording(chosen), None)
        wordings[_wording(chosen)] = chosen
    marked = {
        mark.target
        for statement in wordings.values()
        for mark in statement.marks
        if mark.kind is MarkKind.TAG
    }
    tags = tuple(tag for tag in element.tags if tag not in marked)
    title = None if element.is_untitled else element.title
    statements = tuple(wordings.values()) or (Statement(element.title, is_reference=True),)
    for statement in statements:
        is_last = statement is statements[-1]
        yield Line(
            KINDS[type(element.ref)],
            title=title,
            text=statement.text,
            marks=statement.marks,
            is_reference=statement.is_reference,
            tags=tags if is_last else (),
            data=element.data if is_last else NO_DATA,
            ref=element.ref,
        )


def _wording(statement: Statement) -> tuple[object, ...]:
    return statement.text, statement.marks, statement.is_reference


def _says_something(element: Element) -> bool:
    has_steps = isinstance(element, Argument) and bool(element.steps)
    return has_steps or bool(element.tags or element.data) or any(says(place) for place in element.places)
