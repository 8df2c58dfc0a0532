"""Below which line another one was: those that are still open, and what they have to do with it."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum

from attrs import Factory, define

from argmap.model import ArgumentRef, Debate, InferenceRef, Ref, Relation, RelationKind
from argmap.text import Span
from argmap.writing.line import LIST_MARKER, RELATION_MARKERS
from argmap.writing.nodes import Node


class Attachment(Enum):
    """Below what a line goes that can be below several: an item of a list below nothing, or deepest.

    What bears on something is below the innermost line that names it, or below the outermost one.
    """

    FLAT = "flat"
    DEEP = "deep"
    OUTER = "outer"


@define(eq=False)
class OpenLine:
    """A line that others can be below; `inference` is that of which it is the conclusion.

    `place` counts the places of what it is about, `rank` the relations, by the first that the line states:
    -1 if it has none. Both count in the order in which lines are complete, inner ones before outer ones.
    """

    node: Node
    ref: Ref
    span: Span | None = None
    inference: InferenceRef | None = None
    place: int = -1
    rank: int = -1

    def ends_before(self, other: OpenLine) -> bool:
        """Return whether nothing speaks against this line being complete before another is."""
        in_order = self.ref != other.ref or min(self.place, other.place) < 0 or self.place < other.place
        return in_order and (min(self.rank, other.rank) < 0 or self.rank < other.rank)


@define(eq=False)
class OpenLines:
    """The line that came last in a text, and those it is below; each is one level below the one before."""

    debate: Debate
    attachment: Attachment
    lines: list[OpenLine] = Factory(list)
    _related: defaultdict[Span, list[Relation]] = Factory(lambda: defaultdict(list))
    _ranks: dict[Span, int] = Factory(dict)
    _places: dict[tuple[Ref, Span], int] = Factory(dict)
    # The inferences by the places of their conclusions.
    _concluded: dict[Span | None, InferenceRef] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        for rank, relation in enumerate(self.debate.relations):
            for span in relation.spans:
                self._related[span].append(relation)
            if relation.spans:
                self._ranks[relation.spans[0]] = rank
        for argument in self.debate.arguments.values():
            for inference in argument.inferences:
                self._concluded[argument.steps[inference.conclusion_index].span] = inference.ref
        for element in self.debate.elements:
            for place, statement in enumerate(element.places):
                if statement.span:
                    self._places[element.ref, statement.span] = place

    def begin(self, node: Node, span: Span | None = None, *, is_step: bool = False) -> None:
        """Close all lines, and open that of a node at the margin, unless it is a heading."""
        self.lines = [] if node.ref is None else [self._opened(node, node.ref, span, is_step=is_step)]

    def add_relation(self, node: Node, span: Span | None, *, is_derived: bool) -> bool:
        """Put a node below an open line to which it is related, with the operator; return whether it can be.

        What `is_derived` may be below an argument whose structure says already how they are related.
        """
        assert node.ref is not None, "it is about something"
        new = self._opened(node, node.ref, span)
        host = self._host(new)
        if host is None and is_derived:
            host = self._host_with_structure(new)
        if host is None:
            return False
        index, operator = host
        node.mark(operator)
        self._put(new, index)
        return True

    def add_item(self, node: Node, span: Span | None) -> bool:
        """Put an item of a list below the innermost open line that fits; return whether there is one."""
        assert node.ref is not None, "it is about something"
        node.mark(LIST_MARKER)
        new = self._opened(node, node.ref, span)
        if self.attachment is Attachment.DEEP:
            for index in reversed(range(len(self.lines))):
                if self._fits(index, new):
                    self._put(new, index)
                    return True
        return False

    def _opened(self, node: Node, ref: Ref, span: Span | None, *, is_step: bool = False) -> OpenLine:
        """Return an open line, with all that is known of when it is complete."""
        if span is None:
            return OpenLine(node, ref)
        return OpenLine(
            node,
            ref,
            span,
            inference=self._concluded.get(span) if is_step else None,
            place=self._places.get((ref, span), -1),
            rank=self._ranks.get(span, -1),
        )

    def _put(self, new: OpenLine, index: int) -> None:
        self.lines[index].node.add_below(new.node)
        del self.lines[index + 1 :]
        self.lines.append(new)

    def _fits(self, index: int, new: OpenLine) -> bool:
        """Return whether a line can be below the open one at an index."""
        return all(new.ends_before(above) for above in self.lines[: index + 1]) and all(
            done.ends_before(new) for done in self.lines[index + 1 :]
        )

    # Relations

    def _host(self, new: OpenLine) -> tuple[int, str] | None:
        """Return what a line is below, and its operator; None if no open line fits."""
        relations = self._related.get(new.span, ()) if new.span else ()
        indexes = range(len(self.lines))
        for is_exact in (True, False):
            for relation in relations:
                for index in indexes if self.attachment is Attachment.OUTER else reversed(indexes):
                    operator = self._operator(new.ref, self.lines[index], relation, is_exact=is_exact)
                    if operator and self._fits(index, new):
                        return index, operator
        return None

    def _operator(self, ref: Ref, above: OpenLine, relation: Relation, *, is_exact: bool) -> str | None:
        below, up = RELATION_MARKERS[relation.kind]
        if self._acts_as(ref, relation.source, is_exact=is_exact) and _is_hit_as(
            above.ref, above.inference, relation, is_exact=is_exact
        ):
            return below
        if self._acts_as(above.ref, relation.source, is_exact=is_exact) and _is_hit_as(
            ref, None, relation, is_exact=is_exact
        ):
            return up
        is_between = {ref, above.ref} == {relation.source, relation.target}
        return below if relation.kind.is_symmetric and is_between else None

    def _acts_as(self, ref: Ref, source: Ref, *, is_exact: bool) -> bool:
        """Return whether what something does is done by `source`: arguments act by their conclusions."""
        if ref == source:
            return True
        return not is_exact and isinstance(ref, ArgumentRef) and self._conclusion(ref) == source

    def _conclusion(self, ref: ArgumentRef) -> Ref | None:
        return self.debate.arguments[ref.title].conclusion

    def _host_with_structure(self, new: OpenLine) -> tuple[int, str] | None:
        """Return a place below an argument, where a line says what its structure says anyway."""
        for index in reversed(range(len(self.lines))):
            above = self.lines[index].ref
            if isinstance(above, ArgumentRef) and self._fits(index, new):
                if self._conclusion(above) == new.ref:
                    return index, RELATION_MARKERS[RelationKind.SUPPORT][1]
                return index, RELATION_MARKERS[RelationKind.ATTACK][0]
        return None


def _is_hit_as(ref: Ref, inference: InferenceRef | None, relation: Relation, *, is_exact: bool) -> bool:
    """Return whether what bears on something bears on a relation's target: undercuts hit inferences."""
    target = relation.target
    if isinstance(target, InferenceRef):
        is_own = target in (ref, inference)
        return is_own or (not is_exact and ref == ArgumentRef(target.argument))
    return ref == target and (relation.kind is not RelationKind.UNDERCUT or inference is None)
