"""Which evidence rests on which source."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from argmap.analysis.context import SourceKey, identity
from argmap.model import Debate, Element, ElementRef, Evidence, HasDebate, Source, debate_of


@frozen
class Citation:
    """Something that rests on a source: its name, what it says, and its place in the source."""

    ref: ElementRef
    text: str | None = None
    locator: str | None = None
    quote: str | None = None
    kind: str | None = None


@frozen
class Cited:
    """A source, and what rests on it in order of the debate; nothing does if it is unused."""

    source: Source
    citations: tuple[Citation, ...] = ()


def sources_used(debate: HasDebate | Debate) -> tuple[Cited, ...]:
    """Return the sources of a debate, each with what rests on it.

    Declared sources come first, in their order; those that only an element describes come as they are
    named. Evidence comes before claims and arguments.

    >>> import argmap
    >>> [cited] = sources_used(argmap.parse("[^E]: It rained. {source: Diary, locator: 12}").debate)
    >>> cited.source.title, cited.citations[0].locator
    ('Diary', '12')
    """
    debate = debate_of(debate)
    sources: dict[SourceKey, Source] = {identity(source): source for source in debate.sources.values()}
    citations: dict[SourceKey, list[Citation]] = {key: [] for key in sources}
    namespaces: tuple[Mapping[str, Element], ...] = (debate.evidence, debate.claims, debate.arguments)
    for element in (one for elements in namespaces for one in elements.values()):
        for source in dict.fromkeys(element.sources):
            sources.setdefault(identity(source), source)
            citations.setdefault(identity(source), []).append(_citation(element))
    return tuple(Cited(source, tuple(citations[key])) for key, source in sources.items())


def _citation(element: Element) -> Citation:
    if isinstance(element, Evidence):
        return Citation(element.ref, element.text, element.locator, element.quote, element.kind)
    return Citation(element.ref, element.text)
