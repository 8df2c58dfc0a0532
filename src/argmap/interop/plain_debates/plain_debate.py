"""The content of most formats: things with words, each under an id, and ties between them."""

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

    Its `title` was given by people, if it has one; `own` is what only the format says about it, and `data`
    what any format might. An argument with the ids of premises and of a conclusion is reconstructed.
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
        """Whether it is an argument whose premises and conclusion are known."""
        return self.kind == "argument" and bool(self.premises) and self.conclusion is not None


@frozen
class Tie:
    """A relation of a thing to another, by their ids; `own` is what only the format says about it."""

    kind: RelationKind
    source: str
    target: str
    own: Data = NO_DATA
    data: Data = NO_DATA


@define(eq=False)
class PlainDebate:
    """Things and ties in order of the file, what belongs to none of them, and losses.

    `own` is what only the format says about the whole; `extra` is what argmap wrote beside it.
    """

    things: dict[str, PlainThing] = Factory(dict)
    ties: list[Tie] = Factory(list)
    sections: list[Section] = Factory(list)
    metadata: dict[str, Value] = Factory(dict)
    own: dict[str, Value] = Factory(dict)
    losses: list[Loss] = Factory(list)
    extra: str | None = None
    # Lists of further facts about things, or about the whole, by their word.
    lists: defaultdict[str | None, defaultdict[str, list[Value]]] = Factory(
        lambda: defaultdict(lambda: defaultdict(list))
    )

    def keep(self, feature: str, subject: str, detail: str, kept: str, span: Span | None = None) -> None:
        """Report that something is kept aside."""
        self.losses.append(Loss(Fate.ASIDE, feature, subject, detail, kept, span))

    def change(self, feature: str, subject: str, detail: str, span: Span | None = None) -> None:
        """Report that something is expressed differently."""
        self.losses.append(Loss(Fate.CHANGED, feature, subject, detail, span=span))

    def drop(self, feature: str, subject: str, detail: str, span: Span | None = None) -> None:
        """Report that something is left out."""
        self.losses.append(Loss(Fate.DROPPED, feature, subject, detail, span=span))

    def append(self, word: str, value: Value, *, thing: str | None = None) -> None:
        """Keep, under a word, one more fact that only the format says about a thing, or about the whole."""
        self.lists[thing][word].append(value)

    def listed(self, thing: str | None) -> dict[str, Value]:
        """Return what was kept about a thing, or about the whole."""
        return {word: tuple(values) for word, values in self.lists.get(thing, {}).items()}


def entries(**values: Value) -> Data:
    """Return entries without those that are None or empty."""
    return FrozenDict({name: value for name, value in values.items() if value not in (None, "", (), NO_DATA)})
