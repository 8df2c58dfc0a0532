"""Questions: what a debate is about, and what its positions answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data, check_title
from argmap.equality import equality, value_hash
from argmap.model.claim import Claim, Evidence
from argmap.model.reference import QuestionRef
from argmap.model.sources.source import Source
from argmap.model.stated import StatedProposition, check_stated
from argmap.model.statement import Statement
from argmap.text import Span

# More positions on a question are not compared with each other: they would be too many pairs.
MOST_RIVALS = 100


@frozen(slots=False, repr=False)
class Question(StatedProposition):
    r"""A question, or issue, to which claims and arguments are positions.

    Positions, which `debate.positions` has, are rivals unless it `has_several_answers`; `standard` is the
    proof standard that decides it (a value of the setting `reasoning.standard`), None if its data name none.

    >>> import argmap
    >>> text = "[?Closing]: Close the old town to cars? {several: true}\n  + [Car-free]\n  + [Tolls]"
    >>> debate = argmap.parse(text).debate
    >>> debate.questions["Closing"].has_several_answers, len(debate.positions("[?Closing]"))
    (True, 2)
    """

    __eq__ = equality
    __hash__ = value_hash

    title: str
    statements: tuple[Statement, ...] = ()
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    section: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    is_untitled = False
    _color = "#6a1b9a"

    def __attrs_post_init__(self) -> None:
        check_title("a question", self.title)
        check_stated(self, "statements", self.statements)

    @property
    def ref(self) -> QuestionRef:
        """The reference that names it."""
        return QuestionRef(self.title)

    @property
    def has_several_answers(self) -> bool:
        """Whether its data say with `several` that more than one position may hold."""
        return self.data.get("several") is True

    @property
    def standard(self) -> str | None:
        """The proof standard that its data name."""
        standard = self.data.get("standard")
        return standard if isinstance(standard, str) else None

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "answers", "several" if self.has_several_answers else ""
        yield "standard", self.standard or ""
        yield from super()._facts()


# What may be a line of its own; a question is neither premise nor conclusion, unless by mistake.
Proposition: TypeAlias = Claim | Evidence | Question
