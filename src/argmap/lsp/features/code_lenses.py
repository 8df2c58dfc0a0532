"""How many elements support and attack what is defined in a text."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.api.documents import Document
from argmap.data.garbage import paused_collector
from argmap.lsp.features.argument_hierarchy import relations_to
from argmap.lsp.features.named_places import homes
from argmap.model import Debate, ElementRef
from argmap.text import Span


@frozen
class Lens:
    """What is shown above a definition: how many elements support and attack what it defines."""

    span: Span
    ref: ElementRef
    supporters: int
    attackers: int

    @property
    def words(self) -> str:
        """The numbers in words.

        >>> from argmap.model import ClaimRef
        >>> Lens(Span(0, 3), ClaimRef("A"), 1, 2).words
        '1 support · 2 attacks'
        """
        return f"{_counted(self.supporters, 'support')} · {_counted(self.attackers, 'attack')}"


def lenses(document: Document) -> tuple[Lens, ...]:
    r"""Return the lenses of a document's own text: one for each definition with supporters or attackers.

    >>> import argmap
    >>> [lens.words for lens in lenses(argmap.parse("[A]: a\n  + [B]: b\n  - <C>: c\n    _ <D>"))]
    ['1 support · 1 attack', '0 supports · 1 attack']
    """
    with paused_collector():
        return tuple(_lenses(document))


def _lenses(document: Document) -> Iterator[Lens]:
    for place, ref in homes(document, Span(0, len(document.text))):
        supporters, attackers = numbers_of_bearers(document.debate, ref)
        if supporters or attackers:
            yield Lens(place.span, ref, supporters, attackers)


def numbers_of_bearers(debate: Debate, ref: ElementRef) -> tuple[int, int]:
    """Return how many elements support something, and how many attack, undercut or contradict it.

    >>> import argmap
    >>> numbers_of_bearers(argmap.parse("[A]: a\\n  + [B]: b\\n  + <C>: c").debate, argmap.ClaimRef("A"))
    (2, 0)
    """
    supporters: set[ElementRef] = set()
    attackers: set[ElementRef] = set()
    for other, relation in relations_to(debate, ref):
        (supporters if relation.kind.is_supporting else attackers).add(other)
    return len(supporters), len(attackers)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
