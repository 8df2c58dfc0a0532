"""What is odd in what a document says, seen as a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from argmap.model import (
    Argument,
    Claim,
    Debate,
    EvidenceRef,
    MarkKind,
    Ref,
    RelationKind,
    Statement,
)
from argmap.model.debate import Element
from argmap.model.stated import canonical
from argmap.reading.element_reader import ElementReader
from argmap.reading.mistakes.near_titles import NearTitles, looks
from argmap.text import Diagnostic, Fix, Related, Span, diagnose

_URL = r"(?i:[a-z][a-z0-9+.-]*://\S+\Z)"
_MOST_PLACES = 10
# By what a mark mentions: the brackets around titles, and the titles that there are.
_Namespaces: TypeAlias = Mapping[MarkKind, tuple[str, str, Mapping[str, object]]]
_SUPPORTS = frozenset({RelationKind.SUPPORT, RelationKind.ENTAILMENT})
_ATTACKS = frozenset({RelationKind.ATTACK, RelationKind.CONTRARIETY})


def odd_titles_in_texts(debate: Debate, contents: ElementReader) -> Iterator[Diagnostic]:
    """Yield what texts mention that is nowhere, and titles in them that may be meant as references."""
    namespaces = _namespaces(debate)
    yield from _mentions(namespaces, contents)
    yield from _bracketed(namespaces, contents)


def odd_structure(debate: Debate) -> Iterator[Diagnostic]:
    """Yield what is odd whatever the words of texts are: undefined things, evidence that is concluded, …"""
    alike = list(_look_alike(debate))
    yield from _undefined(debate, {title for titles, _ in alike for title in titles})
    yield from (diagnostic for _, diagnostic in alike)
    yield from _concluded_evidence(debate)
    yield from _both_ways(debate)
    yield from _odd_titles(debate)


def odd_wording(elements: Iterable[Element]) -> Iterator[Diagnostic]:
    """Yield what is odd about the texts of single elements: several, or what looks like a title."""
    for element in elements:
        places = element.places
        if len(places) > 1:
            yield from _redefined(element, places)
        if places and (text := places[0].text) and text[:2] == "[-" and isinstance(element, Claim):
            yield from _odd_text(element)


def _odd_titles(debate: Debate) -> Iterator[Diagnostic]:
    for title, argument in debate.arguments.items():
        if "://" in title and argument.span and re.match(_URL, title):
            yield diagnose("R237", argument.span, title)
        elif title[:1] == "^" and argument.span:
            yield diagnose("R246", argument.span, title)


def _odd_text(claim: Claim) -> Iterator[Diagnostic]:
    if claim.is_untitled and claim.span and (text := claim.text) and text[:2] == "[-" and text[-1] == "]":
        yield diagnose("R241", claim.span, text)


def _mentions(namespaces: _Namespaces, contents: ElementReader) -> Iterator[Diagnostic]:
    known: dict[MarkKind, NearTitles] = {}
    for kind, title, span in contents.mentions:
        opening, closing, titles = namespaces[kind]
        if title not in titles:
            if kind not in known:
                known[kind] = NearTitles(list(titles))
            near = known[kind].nearest(title)
            hint = f"did you mean `@{opening}{near}{closing}`?" if near is not None else ""
            yield diagnose("R219", span, f"@{opening}{title}{closing}", hint)


def _bracketed(namespaces: _Namespaces, contents: ElementReader) -> Iterator[Diagnostic]:
    for loose in contents.bracketed:
        opening, closing, titles = namespaces[loose.kind]
        written = f"{opening}{loose.title}{closing}"
        if loose.colon:
            yield diagnose("R263", loose.span, written, fix=Fix(loose.colon, ":", is_safe=False))
        elif loose.is_related and (loose.looks_like_a_reference or loose.title in titles):
            yield diagnose("S137", loose.span, written)
        elif loose.looks_like_a_reference or loose.title in titles:
            is_meant = loose.title in titles and not loose.is_line and not loose.title.isdecimal()
            start = Span(loose.span.start, loose.span.start, loose.span.path)
            fix = Fix(start, "@", is_safe=False) if is_meant else None
            hint = (
                f"write `@{written}` to mention it, or `{written}:` at the beginning of a line to define it"
            )
            yield diagnose("R218", loose.span, written, hint, fix=fix)
        elif loose.is_last and any(map(str.isalpha, loose.title)):
            hint = f"insert a blank line above to begin with it, or write `@{written}` to mention it"
            yield diagnose("R218", loose.span, written, hint)


def _namespaces(debate: Debate) -> _Namespaces:
    return {
        MarkKind.CLAIM_MENTION: ("[", "]", debate.claims),
        MarkKind.EVIDENCE_MENTION: ("[^", "]", debate.evidence),
        MarkKind.QUESTION_MENTION: ("[?", "]", debate.questions),
        MarkKind.ARGUMENT_MENTION: ("<", ">", debate.arguments),
    }


def _undefined(debate: Debate, alike: set[Ref]) -> Iterator[Diagnostic]:
    """Yield references to what is stated nowhere; an argument need not be, unless its title is a slip."""
    known: dict[type[Ref], NearTitles] = {}
    for element in debate.elements:
        places = element.places
        if (
            not places
            or not places[0].is_reference
            or any(not place.is_reference or place.text for place in places)
        ):
            continue
        is_argument = isinstance(element, Argument)
        if element.ref in alike or (isinstance(element, Argument) and element.steps):
            continue
        kind = type(element.ref)
        if kind not in known:
            known[kind] = NearTitles(_stated_titles(debate, kind))
        span, written = places[0].span or Span(0, 0), str(element.ref)
        if (slip := known[kind].slip(element.title)) is not None:
            yield diagnose("R244", span, written, written.replace(element.title, slip))
        elif not is_argument:
            near = known[kind].nearest(element.title)
            hint = f"did you mean `{written.replace(element.title, near)}`?" if near is not None else ""
            yield diagnose("R220", span, written, hint)


def _stated_titles(debate: Debate, kind: type[Ref]) -> list[str]:
    """Return the titles of things of a kind that were given a text or steps."""
    return [
        element.title
        for element in debate.elements
        if isinstance(element.ref, kind)
        and (element.text is not None or (isinstance(element, Argument) and element.steps))
        and not (isinstance(element, Claim | Argument) and element.is_untitled)
    ]


def _redefined(element: Element, places: tuple[Statement, ...]) -> Iterator[Diagnostic]:
    if (counts := canonical(places)) and counts.text and counts.span:
        is_chosen = counts.data is not None and counts.data.get("isCanonical")
        others = [
            place.span
            for place in places
            if not place.is_reference and place.text not in (None, counts.text) and place.span
        ]
        if others and not is_chosen:
            related = [Related(span, "it has another text here") for span in others[:_MOST_PLACES]]
            yield diagnose("R221", counts.span, str(element.ref), related=related)


def _look_alike(debate: Debate) -> Iterator[tuple[tuple[Ref, Ref], Diagnostic]]:
    """Yield titles that readers would take for one, each with the finding about them."""
    namespaces: tuple[Mapping[str, Element], ...] = (
        debate.claims,
        debate.evidence,
        debate.questions,
        debate.arguments,
    )
    for titles in namespaces:
        seen: dict[str, str] = {}
        for title, element in titles.items():
            first = seen.setdefault(looks(title), title)
            if first != title and element.span:
                place = titles[first].span
                related = [Related(place, f"`{first}` stands here")] if place else []
                code = "R222" if first.casefold() == title.casefold() else "R245"
                finding = diagnose(code, element.span, title, first, related=related)
                yield (titles[first].ref, element.ref), finding


def _concluded_evidence(debate: Debate) -> Iterator[Diagnostic]:
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            if isinstance(inference.conclusion, EvidenceRef):
                span = argument.steps[inference.conclusion_index].span
                yield diagnose("R216", span or Span(0, 0), inference.conclusion.title)


def _both_ways(debate: Debate) -> Iterator[Diagnostic]:
    seen: defaultdict[tuple[Ref, Ref], dict[RelationKind, Span]] = defaultdict(dict)
    written = [relation for relation in debate.relations if relation.spans and not relation.is_derived]
    # In most debates nothing is, and to see that by titles takes half the time.
    by_titles: dict[tuple[str, str], bool] = {}
    if all(
        by_titles.setdefault((relation.source.title, relation.target.title), is_attack) is is_attack
        for relation in written
        for is_attack in [relation.kind in _ATTACKS]
    ):
        return
    for relation in written:
        kinds = seen[relation.source, relation.target]
        kinds[relation.kind] = relation.spans[0]
        if kinds.keys() & _SUPPORTS and kinds.keys() & _ATTACKS:
            others = _ATTACKS if relation.kind in _SUPPORTS else _SUPPORTS
            related = [Related(span, "the other relation") for kind, span in kinds.items() if kind in others]
            names = (str(relation.source), str(relation.target))
            yield diagnose("R223", relation.spans[0], *names, related=related)
