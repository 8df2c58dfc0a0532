"""What can be wrong with the text of a formula."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.text import Span


class FormulaProblemKind(Enum):
    """Kinds of problems; each has its own remedy.

    A formula with a free variable or an idle quantifier has a meaning, if rarely the intended one: it
    is still read. With any other problem there is no formula.
    """

    UNREADABLE = "unreadable"
    FUNCTION = "function"
    VARIABLE = "variable"
    JUXTAPOSITION = "juxtaposition"
    TWO_USES = "two uses"
    FREE_VARIABLE = "free variable"
    IDLE_QUANTIFIER = "idle quantifier"

    @property
    def is_error(self) -> bool:
        """Whether it prevents the text from being a formula."""
        return self not in (FormulaProblemKind.FREE_VARIABLE, FormulaProblemKind.IDLE_QUANTIFIER)


@frozen
class FormulaProblem:
    """What is wrong with a formula, where in its text, and what to do about it."""

    kind: FormulaProblemKind
    message: str
    span: Span
    hint: str
