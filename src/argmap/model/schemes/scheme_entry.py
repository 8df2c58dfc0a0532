"""What is known of a pattern of reasoning: its premises, its conclusion, what to ask."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation


class Attacks(Enum):
    """What an unwelcome answer to a critical question speaks against."""

    PREMISE = "premise"
    INFERENCE = "inference"
    CONCLUSION = "conclusion"


@frozen
class PremiseRole:
    """What a premise does in a scheme, and what it says there."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    name: str
    text: str


@frozen
class CriticalQuestion:
    """What to ask about an inference of a scheme; `premise` is the role it asks about, if it is one.

    Critical questions are those of A. Hastings (1963) and D. Walton (1996): an inference of the scheme
    is accepted until one of them is asked and not answered.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    name: str
    text: str
    attacks: Attacks
    premise: str | None = None


@frozen
class SchemeEntry:
    """A scheme as a catalogue describes it.

    `synonyms` are other names that an inference may use for it, `literature` the works that
    describe it.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    name: str
    title: str
    group: str = ""
    premises: tuple[PremiseRole, ...] = ()
    conclusion: str = ""
    questions: tuple[CriticalQuestion, ...] = ()
    literature: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    is_deductive: bool = False

    def question(self, name: str) -> CriticalQuestion | None:
        """Return the critical question of that name, None if there is none.

        >>> from argmap.model import scheme_catalogue
        >>> scheme_catalogue()["sign"].question("strength").premise
        'link'
        """
        return next((question for question in self.questions if question.name == name), None)
