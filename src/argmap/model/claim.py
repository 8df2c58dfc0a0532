"""Propositions: what can be premise or conclusion, argued for or put forward as given."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from attrs import field, frozen

from argmap.model.reference import ClaimRef, EvidenceRef
from argmap.model.source import Source
from argmap.model.statement import Role, Statement
from argmap.model.values import NO_DATA, Data
from argmap.text import Span


def canonical(statements: tuple[Statement, ...]) -> Statement | None:
    """Return the statement whose text counts: the last definition, or the one marked isCanonical."""
    definitions = [one for one in statements if not one.is_reference]
    marked = [one for one in definitions if one.data and one.data.get("isCanonical")]
    chosen = marked or definitions
    return chosen[-1] if chosen else None


@frozen(slots=False)
class Claim:
    """A proposition that can be argued for and against: all statements under one title.

    Tags are the union of the statements' tags and data their merge, later ones winning.
    """

    title: str
    statements: tuple[Statement, ...] = ()
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    section: str | None = None
    is_untitled: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def ref(self) -> ClaimRef:
        """The reference that names it."""
        return ClaimRef(self.title)

    @cached_property
    def text(self) -> str | None:
        """What it says: the text of its last definition; None if it is only referred to."""
        found = canonical(self.statements)
        return found.text if found else None

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles in which it occurs."""
        return frozenset(one.role for one in self.statements)


class EvidenceKind(Enum):
    """The kinds of evidence that have a name; other words are kept as they are."""

    OBSERVATION = "observation"
    EXPERIMENT = "experiment"
    STATISTIC = "statistic"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    EXPERT_OPINION = "expert-opinion"
    LAW = "law"
    PRECEDENT = "precedent"
    EVENT = "event"
    EXAMPLE = "example"
    COMMON_KNOWLEDGE = "common-knowledge"


@frozen(slots=False)
class Evidence:
    """Something put forward as given: it rests on sources rather than on an argument.

    `kind` is a value of `EvidenceKind` or the author's own word; `reliability` goes from 0 to 1;
    `locator` is a page, paragraph or time in the source.
    """

    title: str
    statements: tuple[Statement, ...] = ()
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    kind: str | None = None
    quote: str | None = None
    locator: str | None = None
    reliability: float | None = None
    section: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    is_untitled = False

    @property
    def ref(self) -> EvidenceRef:
        """The reference that names it."""
        return EvidenceRef(self.title)

    @cached_property
    def text(self) -> str | None:
        """What it says: the text of its last definition; None if it is only referred to."""
        found = canonical(self.statements)
        return found.text if found else None

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles in which it occurs."""
        return frozenset(one.role for one in self.statements)
