"""What claims, evidence, questions and arguments have in common: a title, and where it is stated."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from functools import cached_property

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import Data
from argmap.model.reference import ElementRef
from argmap.model.sources.source import Source
from argmap.model.sources.source_values import names_in
from argmap.model.statement import Role, Statement
from argmap.text.counts import counted
from argmap.text.given_values import check_type, value_in_words


def canonical(statements: tuple[Statement, ...]) -> Statement | None:
    """Return the statement whose text counts: the last definition, or the one marked isCanonical."""
    chosen: Statement | None = None
    is_marked = False
    for statement in statements:
        if not statement.is_reference:
            marks = bool(statement.data and statement.data.get("isCanonical"))
            if marks >= is_marked:
                chosen, is_marked = statement, marks
    return chosen


def check_stated(thing: Stated, name: str, statements: object) -> None:
    """Raise if a field of what is stated holds something of a wrong type; `name` is that of its statements.

    >>> import argmap
    >>> argmap.Claim("Sun", tags=["weather"])
    Traceback (most recent call last):
    TypeError: tags must be a tuple, not a value of type list

    Raises:
        TypeError: a field holds something else.
    """
    # Very many are made: what is right is seen at once.
    fields = ((name, statements, Statement), ("tags", thing.tags, str), ("sources", thing.sources, Source))
    for field, values, kind in fields:
        if not isinstance(values, tuple):
            raise TypeError(f"{field} must be a tuple, not {value_in_words(values)}")
        for value in values:
            if value.__class__ is not kind:
                check_type(f"each of the {field}", value, kind)
    if thing.data.__class__ is not FrozenDict:
        right = "`argmap.model.freeze(data)` makes one"
        raise TypeError(f"data must be a FrozenDict, not {value_in_words(thing.data)}; {right}")


class Stated:
    """What is stated under one title; the base of claims, evidence, questions and arguments."""

    title: str
    tags: tuple[str, ...]
    data: Data
    sources: tuple[Source, ...]

    _color = "gray"

    @property
    @abstractmethod
    def ref(self) -> ElementRef:
        """The reference that names it."""

    @property
    @abstractmethod
    def places(self) -> tuple[Statement, ...]:
        """Where it is stated, described or referred to, in order of the text."""

    @cached_property
    def text(self) -> str | None:
        """What it says: the text of its last definition; None if it is only referred to."""
        statement = canonical(self.places)
        return statement.text if statement else None

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles in which it occurs."""
        return frozenset(statement.role for statement in self.places)

    @property
    def is_implicit(self) -> bool:
        """Whether nobody stated it, and who reconstructed the debate supplied it: `{implicit: true}`."""
        return self.data.get("implicit") is True

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who puts it forward: `{speaker: Name}`, or a list of names."""
        return names_in(self.data.get("speaker"))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.title!r}, {', '.join(self._counts())})"

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from argmap.text.cards import card

        return card(str(self.ref), text=self.text, facts=self._facts(), color=self._color)

    def _counts(self) -> Iterator[str]:
        yield counted(len(self.places), "statement")

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "tags", ", ".join(self.tags)
        yield "speaker", ", ".join(self.speakers)
        yield "implicit", "nobody stated it" if self.is_implicit else ""
        yield "source", "; ".join(source.reference for source in self.sources)


class StatedProposition(Stated):
    """A line of its own, or a step: the base of claims, evidence and questions."""

    statements: tuple[Statement, ...]

    @property
    def places(self) -> tuple[Statement, ...]:
        """Its statements."""
        return self.statements
