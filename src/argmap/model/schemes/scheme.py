"""Patterns of reasoning."""

from __future__ import annotations

from attrs import field, frozen

from argmap.equality import equality, value_hash
from argmap.model.schemes.scheme_entry import CriticalQuestion, PremiseRole, SchemeEntry
from argmap.representation import representation


@frozen
class Scheme:
    """An argumentation scheme that an inference names.

    `name` is its name in the catalogue, such as `expert_opinion`, or the author's own if it is not
    `is_known`. `own` is its description in a file of the author's. Everything else is in the catalogue,
    which is read when it is first needed.

    >>> Scheme("expert_opinion", is_known=True).critical_questions[3].name
    'trustworthiness'
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    name: str
    is_known: bool = False
    own: SchemeEntry | None = field(default=None, repr=False)

    @property
    def entry(self) -> SchemeEntry | None:
        """What the catalogue or the author's file says about it; None if neither has it."""
        if self.own is not None or not self.is_known:
            return self.own
        from argmap.model.schemes.scheme_files import scheme_catalogue

        return scheme_catalogue().get(self.name)

    @property
    def title(self) -> str:
        """What people call it."""
        return self.entry.title if self.entry else self.name

    @property
    def premises(self) -> tuple[PremiseRole, ...]:
        """The roles of its premises."""
        return self.entry.premises if self.entry else ()

    @property
    def critical_questions(self) -> tuple[CriticalQuestion, ...]:
        """What to ask before a conclusion of this pattern is accepted."""
        return self.entry.questions if self.entry else ()

    @property
    def is_deductive(self) -> bool:
        """Whether it is valid: the conclusion cannot be false if the premises are true."""
        return self.entry is not None and self.entry.is_deductive
