"""What a map does not show, why, and what would show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from attrs import field, frozen

from argmap.equality import equality, value_hash
from argmap.model import ElementRef
from argmap.representation import representation
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

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    refs: tuple[ElementRef, ...] = field(converter=_refs)
    reason: str
    remedies: tuple[str, ...] = field(default=(), converter=_words)


def omission_words(
    omissions: Iterable[Omission], *, shown: int, remedy: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield a sentence for each reason why a map with so many elements omits others.

    Where more remedies show more of what is omitted for a reason, its sentence says which show how many.
    `remedy` returns the name of a remedy in the place where the sentence is read.

    >>> from argmap.model import ClaimRef
    >>> alone = Omission([ClaimRef("A")], "nothing is connected to", ["--inclusive"])
    >>> print(*omission_words([alone], shown=2))
    1 of 3 elements is not shown because nothing is connected to it; `--inclusive` shows it
    """
    known = tuple(omissions)
    total = shown + sum(len(omission.refs) for omission in known)
    for omission, *more in _by_reason(known):
        number = len(omission.refs) + sum(len(other.refs) for other in more)
        verb, them = agreeing(number, "is", "are"), agreeing(number, "it", "them")
        sentence = (
            f"{number} of {counted(total, 'element')} {verb} not shown because {omission.reason} {them}"
        )
        if not omission.remedies:
            yield sentence
        elif not more:
            yield f"{sentence}; {_remedies(omission, remedy)} {them}"
        else:
            counts = accumulate(len(each.refs) for each in (omission, *more))
            steps = [
                f"{_remedies(each, remedy)} {count if count < number else 'all'} of them"
                for each, count in zip((omission, *more), counts, strict=True)
            ]
            yield f"{sentence}; {', '.join(steps)}"


def _by_reason(omissions: Iterable[Omission]) -> Iterator[list[Omission]]:
    """Yield the omissions of each reason, those together whose remedies each add to those before."""
    open_groups: dict[str, list[Omission]] = {}
    groups: list[list[Omission]] = []
    for omission in omissions:
        group = open_groups.get(omission.reason)
        if group and group[-1].remedies and {*group[-1].remedies} < {*omission.remedies}:
            group.append(omission)
        else:
            groups.append([omission])
            open_groups[omission.reason] = groups[-1]
    yield from groups


def _remedies(omission: Omission, remedy: Callable[[str], str]) -> str:
    names = [f"`{remedy(name)}`" for name in omission.remedies]
    return f"{' and '.join(names)} {agreeing(len(names), 'shows', 'show')}"
