"""Propositions: what can be premise or conclusion, argued for or put forward as given."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data, check_share, check_title
from argmap.equality import equality, value_hash
from argmap.model.reference import ClaimRef, EvidenceRef
from argmap.model.sources.source import Source
from argmap.model.stated import StatedProposition, check_stated
from argmap.model.statement import Statement
from argmap.text import Span


@frozen(slots=False, repr=False)
class Claim(StatedProposition):
    """A proposition that can be argued for and against: all statements under one title.

    Tags are the union of the statements' tags and data their merge, later ones winning.

    >>> import argmap
    >>> sun = argmap.parse("[Sun]: It shines. #weather {since: 8}").debate.claims["Sun"]
    >>> sun.text, sun.tags, sun.data["since"]
    ('It shines. #weather', ('weather',), 8)
    """

    __eq__ = equality
    __hash__ = value_hash

    title: str
    statements: tuple[Statement, ...] = ()
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    section: str | None = None
    is_untitled: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    _color = "#2e7d32"

    def __attrs_post_init__(self) -> None:
        # Very many are made: what is right is seen at once.
        if self.title.__class__ is not str:
            check_title("a claim", self.title)
        check_stated(self, "statements", self.statements)

    @property
    def ref(self) -> ClaimRef:
        """The reference that names it."""
        return ClaimRef(self.title)


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


@frozen(slots=False, repr=False)
class Evidence(StatedProposition):
    """Something put forward as given: it rests on sources rather than on an argument.

    `kind` is a value of `EvidenceKind` or the author's own word; `reliability` goes from 0 to 1;
    `locator` is a page, paragraph or time in the source.

    >>> import argmap
    >>> text = "[^Survey]: Half agree. {source: Meier 2020, kind: statistic, locator: 12}"
    >>> survey = argmap.parse(text).debate.evidence["Survey"]
    >>> survey.kind, survey.sources[0].cite(survey.locator)
    ('statistic', 'Meier 2020, p. 12')
    """

    __eq__ = equality
    __hash__ = value_hash

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
    _color = "#b8860b"

    def __attrs_post_init__(self) -> None:
        check_title("evidence", self.title)
        check_stated(self, "statements", self.statements)
        check_share("reliability", self.reliability)

    @property
    def ref(self) -> EvidenceRef:
        """The reference that names it."""
        return EvidenceRef(self.title)

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "kind", self.kind or ""
        yield from super()._facts()
        yield "locator", self.locator or ""
        yield "reliability", "" if self.reliability is None else f"{self.reliability:g}"
        yield "quote", self.quote or ""
