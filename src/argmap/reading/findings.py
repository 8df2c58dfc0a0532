"""What is odd in what a document says, seen as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from argmap.model import Argument, ClaimRef, Debate, EvidenceRef, MarkKind, Ref, RelationKind
from argmap.model.claim import canonical
from argmap.reading.walk import Walk
from argmap.text import Diagnostic, Span, diagnose

_NEAREST_AMONG = 2000


def find_oddities(debate: Debate, walk: Walk) -> Iterator[Diagnostic]:
    """Yield what is odd: undefined things, titles that look alike, evidence that is concluded, …"""
    yield from _mentions(debate, walk)
    yield from _bracketed(debate, walk)
    yield from _undefined(debate)
    yield from _redefined(debate)
    yield from _look_alike(debate)
    yield from _concluded_evidence(debate)
    yield from _both_ways(debate)


def _mentions(debate: Debate, walk: Walk) -> Iterator[Diagnostic]:
    rooms = _rooms(debate)
    for kind, title, span in walk.contents.mentions:
        opening, closing, room = rooms[kind]
        if title not in room:
            near = _nearest(title, room, "@" + opening, closing)
            yield diagnose("R219", span, f"@{opening}{title}{closing}", near)


def _bracketed(debate: Debate, walk: Walk) -> Iterator[Diagnostic]:
    rooms = _rooms(debate)
    for kind, title, span, looks_like_a_reference in walk.contents.bracketed:
        opening, closing, room = rooms[kind]
        if looks_like_a_reference or title in room:
            yield diagnose("R218", span, f"{opening}{title}{closing}")


def _rooms(debate: Debate) -> dict[MarkKind, tuple[str, str, Mapping[str, object]]]:
    return {
        MarkKind.CLAIM_MENTION: ("[", "]", debate.claims),
        MarkKind.EVIDENCE_MENTION: ("[^", "]", debate.evidence),
        MarkKind.ARGUMENT_MENTION: ("<", ">", debate.arguments),
    }


def _undefined(debate: Debate) -> Iterator[Diagnostic]:
    for element in debate.elements:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        if (
            isinstance(element, Argument)
            or not places
            or any(one.text or not one.is_reference for one in places)
        ):
            continue
        opening = "[^" if isinstance(element.ref, EvidenceRef) else "["
        room = debate.evidence if isinstance(element.ref, EvidenceRef) else debate.claims
        others = {title: None for title, one in room.items() if one.text is not None and not one.is_untitled}
        near = _nearest(element.title, others, opening, "]")
        yield diagnose("R220", places[0].span or Span(0, 0), f"{opening}{element.title}]", near)


def _redefined(debate: Debate) -> Iterator[Diagnostic]:
    for element in debate.elements:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        if len(places) > 1 and (counts := canonical(places)) and counts.text and counts.span:
            is_chosen = counts.data is not None and counts.data.get("isCanonical")
            if not is_chosen and any(
                one.text not in (None, counts.text) for one in places if not one.is_reference
            ):
                yield diagnose("R221", counts.span, _named(element.ref))


def _nearest(title: str, room: Mapping[str, object], opening: str, closing: str) -> str:
    near = get_close_matches(title, list(room)[:_NEAREST_AMONG], n=1, cutoff=0.75)
    return f"did you mean `{opening}{near[0]}{closing}`?" if near else ""


def _look_alike(debate: Debate) -> Iterator[Diagnostic]:
    for room in (debate.claims, debate.evidence, debate.arguments):
        seen: dict[str, str] = {}
        for title, element in room.items():
            first = seen.setdefault(title.casefold(), title)
            if first != title and element.span:
                yield diagnose("R222", element.span, title, first)


def _concluded_evidence(debate: Debate) -> Iterator[Diagnostic]:
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            if isinstance(inference.conclusion, EvidenceRef):
                span = argument.steps[inference.conclusion_index].span
                yield diagnose("R216", span or Span(0, 0), inference.conclusion.title)


def _both_ways(debate: Debate) -> Iterator[Diagnostic]:
    seen: defaultdict[tuple[Ref, Ref], set[RelationKind]] = defaultdict(set)
    for relation in debate.relations:
        if relation.is_derived or not relation.spans:
            continue
        kinds = seen[relation.source, relation.target]
        kinds.add(relation.kind)
        supports = kinds & {RelationKind.SUPPORT, RelationKind.ENTAILMENT}
        if supports and kinds & {RelationKind.ATTACK, RelationKind.CONTRARIETY}:
            yield diagnose("R223", relation.spans[0], _named(relation.source), _named(relation.target))


def _named(ref: Ref) -> str:
    if isinstance(ref, ClaimRef):
        return f"[{ref.title}]"
    if isinstance(ref, EvidenceRef):
        return f"[^{ref.title}]"
    return f"<{ref[0]}>"
