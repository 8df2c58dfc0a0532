"""What most formats have: things with words, each under an id, and what they have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, TypeAlias

from attrs import Factory, define, field, frozen

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.interop.conversion.conversion_report import Fate, Loss
from argmap.model import Mark, RelationKind, Section, Source
from argmap.text import Span

ThingKind: TypeAlias = Literal["claim", "evidence", "argument"]


@frozen
class PlainThing:
    """A claim, piece of evidence or argument.

    Its `title` is that which people gave it, if they gave one; `own` is what only the format says of it, and
    `data` what any format might. An argument with premises and a conclusion, by their ids, is reconstructed.
    """

    id: str
    kind: ThingKind = "claim"
    text: str = ""
    marks: tuple[Mark, ...] = ()
    title: str | None = None
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    evidence_kind: str | None = None
    quote: str | None = None
    own: Data = NO_DATA
    data: Data = NO_DATA
    section: str | None = None
    premises: tuple[str, ...] = ()
    conclusion: str | None = None
    rules: tuple[str, ...] = ()
    strength: float | None = None
    warrant: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def is_inference(self) -> bool:
        """Whether it is an argument of which premises and conclusion are known."""
        return self.kind == "argument" and bool(self.premises) and self.conclusion is not None


@frozen
class Tie:
    """What a thing has to do with another, by their ids; `own` is what only the format says of it."""

    kind: RelationKind
    source: str
    target: str
    own: Data = NO_DATA
    data: Data = NO_DATA


@define(eq=False)
class PlainDebate:
    """Things and ties in order of the file, what belongs to none of them, and what is not as in the file.

    `own` is what only the format says of the whole; `extra` is what argmap wrote beside it.
    """

    things: dict[str, PlainThing] = Factory(dict)
    ties: list[Tie] = Factory(list)
    sections: list[Section] = Factory(list)
    metadata: dict[str, Value] = Factory(dict)
    own: dict[str, Value] = Factory(dict)
    losses: list[Loss] = Factory(list)
    extra: str | None = None
    # What is said of things, or of none, one after another, by the word for it.
    lists: defaultdict[str | None, defaultdict[str, list[Value]]] = Factory(
        lambda: defaultdict(lambda: defaultdict(list))
    )

    def keep(self, feature: str, subject: str, detail: str, kept: str, span: Span | None = None) -> None:
        """Report that something is kept aside."""
        self.losses.append(Loss(Fate.ASIDE, feature, subject, detail, kept, span))

    def change(self, feature: str, subject: str, detail: str, span: Span | None = None) -> None:
        """Report that something is said otherwise."""
        self.losses.append(Loss(Fate.CHANGED, feature, subject, detail, span=span))

    def drop(self, feature: str, subject: str, detail: str, span: Span | None = None) -> None:
        """Report that something is left out."""
        self.losses.append(Loss(Fate.DROPPED, feature, subject, detail, span=span))

    def append(self, word: str, value: Value, *, thing: str | None = None) -> None:
        """Keep one more of what only the format says of a thing, or of none, under a word."""
        self.lists[thing][word].append(value)

    def listed(self, thing: str | None) -> dict[str, Value]:
        """Return what was kept of a thing, or of none."""
        return {word: tuple(values) for word, values in self.lists.get(thing, {}).items()}


def entries(**values: Value) -> Data:
    """Return what a format says without what is None, empty or nothing."""
    return FrozenDict({name: value for name, value in values.items() if value not in (None, "", (), NO_DATA)})
