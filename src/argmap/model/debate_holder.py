"""What is a debate or has one, as a document does."""

from __future__ import annotations

from typing import Protocol

from argmap.model.debate import Debate
from argmap.text.given_values import value_in_words


class HasDebate(Protocol):
    """What has a debate, as a document does."""

    @property
    def debate(self) -> Debate:
        """All that is said."""
        ...


def debate_of(thing: HasDebate | Debate) -> Debate:
    """Return a debate, or that of a document.

    Raises:
        TypeError: it is neither.
    """
    debate = thing if isinstance(thing, Debate) else getattr(thing, "debate", None)
    if not isinstance(debate, Debate):
        raise TypeError(
            f"a Document or a Debate is needed, not {value_in_words(thing)}; "
            "`argmap.parse(text)` and `argmap.load(path)` make documents"
        )
    return debate
