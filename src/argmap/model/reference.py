"""How things name each other."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

# Named tuples: small, hashed a great deal, and made in thousands. The first field tells the
# kinds apart, because tuples of equal content would otherwise be equal.


class ClaimRef(NamedTuple):
    """Names a claim by its title."""

    title: str
    room: str = "claim"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.title!r})"


class EvidenceRef(NamedTuple):
    """Names a piece of evidence by its title, without the `^` of the markup."""

    title: str
    room: str = "evidence"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.title!r})"


class ArgumentRef(NamedTuple):
    """Names an argument by its title."""

    title: str
    room: str = "argument"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.title!r})"


class InferenceRef(NamedTuple):
    """Names an inference: the argument's title, and its place there, counted from 0."""

    argument: str
    place: int
    room: str = "inference"

    def __repr__(self) -> str:
        return f"InferenceRef({self.argument!r}, {self.place})"


class QuestionRef(NamedTuple):
    """Names a critical question about an inference: argument and place of that, and its own name."""

    argument: str
    place: int
    title: str
    room: str = "question"

    def __repr__(self) -> str:
        return f"QuestionRef({self.argument!r}, {self.place}, {self.title!r})"


PropositionRef: TypeAlias = ClaimRef | EvidenceRef
ElementRef: TypeAlias = ClaimRef | EvidenceRef | ArgumentRef
Ref: TypeAlias = ClaimRef | EvidenceRef | ArgumentRef | InferenceRef
