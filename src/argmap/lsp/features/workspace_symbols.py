"""Searching a debate, by a selector or by some letters of a name."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.api.documents import Document
from argmap.api.querying import select
from argmap.lsp.features.named_places import home, line_of
from argmap.lsp.features.shape.document_symbols import SymbolKind
from argmap.model import Debate, Element, ElementRef, InferenceRef, SectionRef, SourceRef
from argmap.selectors import SelectorError
from argmap.selectors.fields import folded
from argmap.text import Span
from argmap.text.shortening import shortened

# What selectors begin with if they are more than the name of a kind.
_SIGNS = frozenset('[<#:"{(!*+-_~>')
_LONGEST = 80
_KINDS = {
    "claim": SymbolKind.CLAIM,
    "evidence": SymbolKind.EVIDENCE,
    "question": SymbolKind.QUESTION,
    "argument": SymbolKind.ARGUMENT,
    "section": SymbolKind.SECTION,
}


@frozen
class SymbolMatch:
    """Something in a debate that a search found; the lower its `rank`, the better it fits.

    `container` is the title of the section that it is in.
    """

    rank: int
    name: str
    kind: SymbolKind
    span: Span
    container: str = ""


def matching_symbols(document: Document, query: str) -> tuple[SymbolMatch, ...]:
    r"""Return what a query selects in a document, best first; equally good matches are in document order.

    A query that begins with a sign is a selector, and selects nothing as long as it cannot be read; otherwise
    the letters of the query have to be in a title, or in the text of what has none, in their order.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.\n  + <Sunny forecast>: They said so. #crux")
    >>> [match.name for match in matching_symbols(document, "sun")]
    ['[Sun]', '<Sunny forecast>']
    >>> [match.name for match in matching_symbols(document, "#crux")]
    ['<Sunny forecast>']
    """
    query = query.strip()
    if query[:1] in _SIGNS and query:
        return tuple(_selected(document, query))
    return tuple(sorted(_alike(document, folded(query)), key=_rank))


def _rank(match: SymbolMatch) -> int:
    return match.rank


def _selected(document: Document, selector: str) -> Iterator[SymbolMatch]:
    try:
        refs = select(document, selector)
    except (LookupError, SelectorError):
        # It may be half written, or about another text.
        return
    titles = _section_titles(document.debate)
    for ref in refs:
        if isinstance(ref, SectionRef):
            yield from (match for match in _sections(document) if match.name == f"# {ref.title}")
        elif isinstance(ref, InferenceRef):
            inference = document.debate[ref]
            if inference.span:
                yield SymbolMatch(0, str(ref), SymbolKind.ARGUMENT, inference.span)
        elif not isinstance(ref, SourceRef):
            yield from _element(document, document.debate[ref], 0, titles)


def _alike(document: Document, letters: str) -> Iterator[SymbolMatch]:
    titles = _section_titles(document.debate)
    for element in document.debate:
        rank = likeness(letters, folded(_words(element)))
        if rank is not None:
            yield from _element(document, element, rank, titles)
    for match in _sections(document):
        rank = likeness(letters, folded(match.name.removeprefix("# ")))
        if rank is not None:
            yield SymbolMatch(rank, match.name, match.kind, match.span)


def likeness(letters: str, name: str) -> int | None:
    """Return how well letters fit a name, 0 being best; None if they are not in it in their order.

    >>> [likeness("sun", name) for name in ("sun", "sunny", "the sun", "missung", "so unlike", "moon")]
    [0, 1, 2, 3, 4, None]
    """
    if name == letters:
        return 0
    if name.startswith(letters):
        return 1
    place = name.find(letters)
    if place >= 0:
        return 2 if f" {letters}" in name else 3
    place = -1
    for letter in letters.replace(" ", ""):
        place = name.find(letter, place + 1)
        if place < 0:
            return None
    return 4


def _words(element: Element) -> str:
    return (element.text or element.title) if element.is_untitled else element.title


def _element(
    document: Document, element: Element, rank: int, titles: dict[str, str]
) -> Iterator[SymbolMatch]:
    ref: ElementRef = element.ref
    place = None if element.is_untitled else home(document, ref)
    span = place.span if place else line_of(document, ref)
    if span is not None:
        words = " ".join(_words(element).split())
        name = words if element.is_untitled else str(ref)
        container = titles.get(element.section or "", "")
        yield SymbolMatch(rank, shortened(name, _LONGEST), _KINDS[ref.kind], span, container)


def _sections(document: Document) -> Iterator[SymbolMatch]:
    for section in document.debate.sections:
        if section.span:
            yield SymbolMatch(0, f"# {section.title}", SymbolKind.SECTION, section.span)


def _section_titles(debate: Debate) -> dict[str, str]:
    return {section.id: section.title for section in debate.sections}
