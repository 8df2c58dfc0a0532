"""What a map does not show, why, and what would show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import field, frozen

from argmap.model import ElementRef
from argmap.text.counts import agreeing, counted


def _refs(refs: Iterable[ElementRef]) -> tuple[ElementRef, ...]:
    return tuple(refs)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen
class Omission:
    """Elements that a map does not show, for one reason.

    `reason` is a clause without its object, such as "nothing is connected to"; `remedies` are settings, such
    as `selection.excludeDisconnected: false`, or parameters of `draw`, which together show the elements.
    """

    refs: tuple[ElementRef, ...] = field(converter=_refs)
    reason: str
    remedies: tuple[str, ...] = field(default=(), converter=_words)


def omission_words(
    omissions: Iterable[Omission], *, shown: int, remedy: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield a sentence for each omission of a map that shows so many elements.

    `remedy` returns what a remedy is called where the sentence is read.

    >>> from argmap.model import ClaimRef
    >>> alone = Omission([ClaimRef("A")], "nothing is connected to", ["--inclusive"])
    >>> print(*omission_words([alone], shown=2))
    1 of 3 elements is not shown because nothing is connected to it; `--inclusive` shows it
    """
    known = tuple(omissions)
    total = shown + sum(len(omission.refs) for omission in known)
    for omission in known:
        number = len(omission.refs)
        verb, them = agreeing(number, "is", "are"), agreeing(number, "it", "them")
        sentence = (
            f"{number} of {counted(total, 'element')} {verb} not shown because {omission.reason} {them}"
        )
        names = [f"`{remedy(name)}`" for name in omission.remedies]
        shows = agreeing(len(names), "shows", "show")
        yield f"{sentence}; {' and '.join(names)} {shows} {them}" if names else sentence
