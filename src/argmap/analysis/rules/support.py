"""Rules about how reasons hang together."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.analysis.graph import Edge, Graph
from argmap.analysis.queries import cycles, islands
from argmap.model import (
    Argument,
    ArgumentRef,
    ClaimRef,
    ElementRef,
    EvidenceRef,
    MarkKind,
    RelationKind,
    Role,
)
from argmap.model.premises import premise_names
from argmap.text import Related, Span, diagnose

_MOST_STEPS = 12
_MENTIONS = {
    MarkKind.CLAIM_MENTION: ClaimRef,
    MarkKind.EVIDENCE_MENTION: EvidenceRef,
    MarkKind.ARGUMENT_MENTION: ArgumentRef,
}


def begging_the_question(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the arguments whose conclusion is one of their premises."""
    for argument in context.debate.arguments.values():
        if argument.inferences and argument.conclusion in argument.premises:
            last = argument.inferences[-1]
            place = argument.steps[last.conclusion_index].span or START
            first = argument.steps[argument.step_refs.index(last.conclusion)].span
            related = [Related(first, "it is a premise here")] if first else []
            yield CheckFinding(argument.ref, diagnose("C302", place, argument.title, related=related))


def unsupported_premises(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the claims that a reconstructed argument starts from, with nothing that supports them.

    Only in debates that rest on evidence somewhere: others are not meant to prove anything.
    """
    debate = context.debate
    if not any(one.ref in context.graph.outgoing for one in debate.evidence.values()):
        return
    premises = {ref for argument in debate.arguments.values() for ref in argument.premises}
    for claim in debate.claims.values():
        if (
            claim.ref in premises
            and claim.text is not None
            and not claim.sources
            and not any(True for _ in context.graph.supporting(claim.ref))
        ):
            place = next(
                (statement.span for statement in claim.statements if statement.role is Role.PREMISE),
                claim.span,
            )
            yield CheckFinding(claim.ref, diagnose("C308", place or START, context.named(claim.ref)))


def circular_reasoning(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the circles in which claims and arguments support each other.

    An argument that concludes one of its own premises is left to another rule.
    """
    begging = {
        (argument.conclusion, argument.ref)
        for argument in context.debate.arguments.values()
        if argument.conclusion in argument.premises
    }
    graph = context.graph
    if begging:
        incoming = {
            ref: [edge for edge in edges if (edge.source, edge.target) not in begging]
            for ref, edges in graph.incoming.items()
        }
        outgoing = {
            ref: [edge for edge in edges if (edge.source, edge.target) not in begging]
            for ref, edges in graph.outgoing.items()
        }
        graph = Graph(graph.nodes, incoming, outgoing)
    for circle in cycles(graph):
        steps = [context.named(ref) for ref in (*circle[:_MOST_STEPS], circle[0])]
        if len(circle) > _MOST_STEPS:
            steps.insert(-1, "…")
        related = [Related(context.place(ref), "it leads on here") for ref in circle[1:_MOST_STEPS]]
        yield CheckFinding(
            circle[0], diagnose("C309", context.place(circle[0]), " → ".join(steps), related=related)
        )


def unused_steps(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the steps of an argument above its conclusion that no inference uses."""
    for argument in context.debate.arguments.values():
        if not argument.inferences or _misnames_steps(argument):
            continue
        used = {ref for inference in argument.inferences for ref in inference.premises}
        last = argument.inferences[-1].conclusion_index
        for step, ref in zip(argument.steps[:last], argument.step_refs, strict=False):
            if ref not in used:
                yield CheckFinding(argument.ref, diagnose("C310", step.span or START, argument.title))


def _misnames_steps(argument: Argument) -> bool:
    """Return whether an inference names steps that do not exist, which reading reports."""
    conclusions = [inference.conclusion_index for inference in argument.inferences]
    for index, inference in enumerate(argument.inferences):
        conclusion = argument.steps[inference.conclusion_index].data
        names = premise_names(inference.data, conclusion, index=index, conclusions=conclusions)
        if names and None in names.steps:
            return True
    return False


def unconnected_parts(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the parts of a debate that no relation and no mention connects to its main part.

    The main part has more than half of all elements; without one, the text is a collection of several
    debates. Statements without a title that stand alone are prose, and no part of any.
    """
    found = islands(_with_mentions(context))
    parts = [part for part in found if len(part) > 1 or not _is_prose(context, part[0])]
    main = max(parts, key=len, default=())
    if 2 * len(main) <= sum(map(len, parts)):
        return
    for part in parts:
        if part is main:
            continue
        first = min(part, key=lambda ref: _reading_order(context.place(ref)))
        words = context.named(first) + (f" and {len(part) - 1} more" if len(part) > 1 else "")
        yield CheckFinding(first, diagnose("C316", context.place(first), words))


def _reading_order(place: Span) -> tuple[str, Span]:
    return place.path or "", place


def _is_prose(context: CheckContext, ref: ElementRef) -> bool:
    element = context.debate[ref]
    return element.is_untitled and not isinstance(element, Argument)


def _with_mentions(context: CheckContext) -> Graph:
    """Return the graph with an edge for every mention as well."""
    debate, graph = context.debate, context.graph
    outgoing = {ref: list(edges) for ref, edges in graph.outgoing.items()}
    incoming = {ref: list(edges) for ref, edges in graph.incoming.items()}
    known = frozenset(graph.nodes)
    for element in debate.elements:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        for mark in (mark for place in places for mark in place.marks):
            other = _MENTIONS[mark.kind](mark.target or "") if mark.kind in _MENTIONS else None
            if other in known:
                edge = Edge(element.ref, other, RelationKind.SUPPORT)
                outgoing.setdefault(edge.source, []).append(edge)
                incoming.setdefault(edge.target, []).append(edge)
    return Graph(graph.nodes, incoming, outgoing)
