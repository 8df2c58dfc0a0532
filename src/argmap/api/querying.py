"""What of a document or debate a selector selects."""

from __future__ import annotations

from collections.abc import Iterable, Set
from operator import attrgetter, is_
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.checking import check
from argmap.api.documents import Document, settings_of
from argmap.api.evaluating import evaluate
from argmap.data.garbage import paused_collector
from argmap.model import (
    ArgumentRef,
    CriticalQuestionRef,
    Debate,
    FrozenDict,
    InferenceRef,
    Ref,
    SectionRef,
    SourceRef,
    debate_of,
    part_of,
)
from argmap.nearest_keyword import names_nearest

if TYPE_CHECKING:
    from argmap.selectors import Matcher, ThingRef

# The last matcher with what it is for: questions about one debate come one after the other.
_last: list[tuple[Document | Debate, Matcher]] = []
_KNOWN = attrgetter("text", "path", "debate", "diagnostics", "settings", "fence")


@names_nearest
def select(document: Document | Debate, selector: str) -> tuple[ThingRef, ...]:
    r"""Return what a selector selects of a document or debate: references, in the order of the document.

    A selector names kinds (`claims`), titles (`[A]`, `<B>`), tags (`#crux`), states (`:unsupported`), fields
    (`{kind: testimony}`) and words (`"nuclear"`), and follows relations (`[A] <+`, `[A] <<+ evidence`) and
    roles (`<B>.premises`). States that need findings, verdicts or the map have them worked out.

    >>> import argmap
    >>> document = argmap.parse("[A]: a\n  + <B>: b\n    - [C]: c #crux")
    >>> argmap.select(document, "claims:supported"), argmap.select(document, "#crux -> argument")
    ((ClaimRef('A'),), (ArgumentRef('B'),))

    Raises:
        LookupError: a title or section of the selector is not there; the message names the nearest.
        SelectorError: the selector cannot be read; it is a ValueError.
    """
    with paused_collector():
        return matcher_of(document).select(selector)


def matcher_of(document: Document | Debate) -> Matcher:
    """Return what answers selectors about a document or debate; the last one is kept for more questions."""
    from argmap.analysis.selector_facts import surroundings_of
    from argmap.selectors import Matcher

    if _last and _is_same(_last[0][0], document):
        return _last[0][1]
    debate = debate_of(document)
    text = document if isinstance(document, Document) else None
    surroundings = surroundings_of(
        debate,
        find=lambda: (*(text.diagnostics if text else ()), *check(document)),
        evaluate=lambda: evaluate(document),
        show=lambda: _shown(document),
        line=(lambda offset: text.location(offset).line) if text else None,
    )
    matcher = Matcher(debate, surroundings)
    _last[:] = [(document, matcher)]
    return matcher


def _is_same(one: Document | Debate, other: Document | Debate) -> bool:
    """Return whether two say the same because one is the other, or it without its lines."""
    if one is other or not (isinstance(one, Document) and isinstance(other, Document)):
        return one is other
    return all(map(is_, _KNOWN(one), _KNOWN(other)))


def part_selected(document: Document | Debate, selector: str) -> Debate:
    """Return the debate of what a selector selects.

    Raises:
        LookupError: a title or section of the selector is not there; the message names the nearest.
        SelectorError: the selector cannot be read.
    """
    matcher = matcher_of(document)
    return part_with(matcher, matcher.select(selector))


def part_with(matcher: Matcher, refs: Iterable[ThingRef]) -> Debate:
    """Return the debate of some elements with the steps of arguments, and the sections around them."""
    kept = {ref for ref in refs if not isinstance(ref, InferenceRef | SectionRef | SourceRef)}
    steps = {step for ref in kept if isinstance(ref, ArgumentRef) for step in matcher.debate[ref].step_refs}
    part = part_of(matcher.debate, kept | steps)
    around = matcher.things.sections_around(
        {element.section for element in part.elements if element.section is not None}
    )
    sections = tuple(section for section in part.sections if section.id in around)
    # What is expected and selected is about the whole.
    metadata = {key: value for key, value in part.metadata.items() if key not in ("expect", "selection")}
    return evolve(part, sections=sections, metadata=FrozenDict(metadata))


def _shown(document: Document | Debate) -> Set[Ref]:
    from argmap.maps import build_map

    refs = (node.ref for node in build_map(debate_of(document), settings_of(document, None)).nodes)
    return {ref for ref in refs if not isinstance(ref, CriticalQuestionRef)}
