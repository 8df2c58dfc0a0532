"""What is odd in what a document says, seen as a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain, islice

from attrs import Factory, define

from argmap.model import Argument, Claim, ClaimRef, Debate, Evidence, EvidenceRef, MarkKind, Ref, RelationKind
from argmap.model.stated import canonical
from argmap.reading.contents import Contents
from argmap.text import Diagnostic, Fix, Related, Span, diagnose

# Searching for titles that look alike takes time: in a text of typing errors only so many are looked for.
_NEAREST_AMONG = 1000
_MOST_SEARCHES = 50
_LONGEST_TITLE = 200
_URL = re.compile(r"[a-z][a-z0-9+.-]*://\S+\Z", re.IGNORECASE)
_MOST_PLACES = 10
_SUPPORTS = frozenset({RelationKind.SUPPORT, RelationKind.ENTAILMENT})
_ATTACKS = frozenset({RelationKind.ATTACK, RelationKind.CONTRARIETY})


def find_oddities(debate: Debate, contents: Contents) -> Iterator[Diagnostic]:
    """Yield what is odd: undefined things, titles that look alike, evidence that is concluded, …"""
    yield from _mentions(debate, contents)
    yield from _bracketed(debate, contents)
    yield from _undefined(debate)
    yield from _redefined(debate)
    yield from _look_alike(debate)
    yield from _concluded_evidence(debate)
    yield from _both_ways(debate)
    yield from _odd_titles(debate)


def _odd_titles(debate: Debate) -> Iterator[Diagnostic]:
    for title, argument in debate.arguments.items():
        if "://" in title and argument.span and _URL.match(title):
            yield diagnose("R237", argument.span, title)
    for claim in debate.claims.values():
        if claim.is_untitled and claim.span and (text := claim.text) and text[:2] == "[-" and text[-1] == "]":
            yield diagnose("R241", claim.span, text)


def _mentions(debate: Debate, contents: Contents) -> Iterator[Diagnostic]:
    rooms = _rooms(debate)
    names = _Names()
    for kind, title, span in contents.mentions:
        opening, closing, room = rooms[kind]
        if title not in room:
            near = names.nearest(title, room, "@" + opening, closing)
            yield diagnose("R219", span, f"@{opening}{title}{closing}", near)


def _bracketed(debate: Debate, contents: Contents) -> Iterator[Diagnostic]:
    rooms = _rooms(debate)
    for loose in contents.bracketed:
        opening, closing, room = rooms[loose.kind]
        written = f"{opening}{loose.title}{closing}"
        if loose.colon:
            yield diagnose("R263", loose.span, written, fix=Fix(loose.colon, ":", is_safe=False))
        elif loose.looks_like_a_reference or loose.title in room:
            is_meant = loose.title in room and not loose.is_line and not loose.title.isdecimal()
            start = Span(loose.span.start, loose.span.start, loose.span.path)
            fix = Fix(start, "@", is_safe=False) if is_meant else None
            yield diagnose("R218", loose.span, written, fix=fix)


def _rooms(debate: Debate) -> dict[MarkKind, tuple[str, str, Mapping[str, object]]]:
    return {
        MarkKind.CLAIM_MENTION: ("[", "]", debate.claims),
        MarkKind.EVIDENCE_MENTION: ("[^", "]", debate.evidence),
        MarkKind.ARGUMENT_MENTION: ("<", ">", debate.arguments),
    }


def _undefined(debate: Debate) -> Iterator[Diagnostic]:
    names = _Names()
    stated: dict[str, list[str]] = {}
    elements: Iterable[Claim | Evidence] = chain(debate.claims.values(), debate.evidence.values())
    for element in elements:
        for place in element.statements:
            if place.text or not place.is_reference:
                break
        else:
            if not element.statements:
                continue
            if not stated:
                stated = _stated(debate)
            opening = "[^" if isinstance(element.ref, EvidenceRef) else "["
            near = names.nearest(element.title, stated[opening], opening, "]")
            yield diagnose(
                "R220", element.statements[0].span or Span(0, 0), f"{opening}{element.title}]", near
            )


def _stated(debate: Debate) -> dict[str, list[str]]:
    """Return the titles that were given a text, by the brackets around them."""
    return {
        "[": [one.title for one in debate.claims.values() if one.text is not None and not one.is_untitled],
        "[^": [one.title for one in debate.evidence.values() if one.text is not None],
    }


def _redefined(debate: Debate) -> Iterator[Diagnostic]:
    for element in debate.elements:
        places = element.descriptions if isinstance(element, Argument) else element.statements
        if len(places) > 1 and (counts := canonical(places)) and counts.text and counts.span:
            is_chosen = counts.data is not None and counts.data.get("isCanonical")
            others = [
                one.span
                for one in places
                if not one.is_reference and one.text not in (None, counts.text) and one.span
            ]
            if others and not is_chosen:
                related = [Related(span, "it has another text here") for span in others[:_MOST_PLACES]]
                yield diagnose("R221", counts.span, _named(element.ref), related=related)


@define(eq=False)
class _Names:
    """Finds the titles that authors may have meant."""

    _among: dict[str, list[str]] = Factory(dict)
    _searches: int = 0

    def nearest(self, title: str, known: Iterable[str], opening: str, closing: str) -> str:
        """Return a hint at the title that looks most like one, among those known in its kind of brackets."""
        if self._searches >= _MOST_SEARCHES or len(title) > _LONGEST_TITLE:
            return ""
        self._searches += 1
        if opening not in self._among:
            self._among[opening] = [
                one for one in islice(known, _NEAREST_AMONG) if len(one) <= _LONGEST_TITLE
            ]
        near = get_close_matches(title, self._among[opening], n=1, cutoff=0.75)
        return f"did you mean `{opening}{near[0]}{closing}`?" if near else ""


def _look_alike(debate: Debate) -> Iterator[Diagnostic]:
    rooms: tuple[Mapping[str, Claim | Evidence | Argument], ...] = (
        debate.claims,
        debate.evidence,
        debate.arguments,
    )
    for room in rooms:
        seen: dict[str, str] = {}
        for title, element in room.items():
            first = seen.setdefault(title.casefold(), title)
            if first != title and element.span:
                place = room[first].span
                related = [Related(place, f"`{first}` stands here")] if place else []
                yield diagnose("R222", element.span, title, first, related=related)


def _concluded_evidence(debate: Debate) -> Iterator[Diagnostic]:
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            if isinstance(inference.conclusion, EvidenceRef):
                span = argument.steps[inference.conclusion_index].span
                yield diagnose("R216", span or Span(0, 0), inference.conclusion.title)


def _both_ways(debate: Debate) -> Iterator[Diagnostic]:
    seen: defaultdict[tuple[Ref, Ref], dict[RelationKind, Span]] = defaultdict(dict)
    for relation in debate.relations:
        if relation.is_derived or not relation.spans:
            continue
        kinds = seen[relation.source, relation.target]
        kinds[relation.kind] = relation.spans[0]
        if kinds.keys() & _SUPPORTS and kinds.keys() & _ATTACKS:
            others = _ATTACKS if relation.kind in _SUPPORTS else _SUPPORTS
            related = [Related(span, "the other relation") for kind, span in kinds.items() if kind in others]
            names = (_named(relation.source), _named(relation.target))
            yield diagnose("R223", relation.spans[0], *names, related=related)


def _named(ref: Ref) -> str:
    if isinstance(ref, ClaimRef):
        return f"[{ref.title}]"
    if isinstance(ref, EvidenceRef):
        return f"[^{ref.title}]"
    return f"<{ref[0]}>"
