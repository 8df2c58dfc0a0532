"""Relations and sections of a debate that are made when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from argmap.data.frozen_dict import FrozenDict
    from argmap.data.values import Data
    from argmap.model.argument import Argument
    from argmap.model.claim import Claim, Evidence
    from argmap.model.question import Question
    from argmap.model.sources.source import Source

_LAZY = frozenset({"relations", "sections"})
OriginT = TypeVar("OriginT", covariant=True)


class PartMaker(Protocol[OriginT]):
    """Makes the relations and sections of a debate, which may never be asked for.

    `origin` is the debate from which it makes them, which has other places and words.
    """

    @property
    def origin(self) -> OriginT: ...

    def part(self, name: str) -> object:
        """Return a part by the name of its field."""


class LazyParts:
    """A debate whose relations and sections may be made later: the base of the class itself."""

    @classmethod
    def of_parts(
        cls,
        parts: PartMaker[Self],
        *,
        claims: FrozenDict[str, Claim],
        evidence: FrozenDict[str, Evidence],
        questions: FrozenDict[str, Question],
        arguments: FrozenDict[str, Argument],
        sources: FrozenDict[str, Source],
        tags: tuple[str, ...],
        metadata: Data,
    ) -> Self:
        """Return a debate whose relations and sections are made when they are first asked for."""
        debate = cls.__new__(cls)
        debate.__dict__.update(
            claims=claims,
            evidence=evidence,
            questions=questions,
            arguments=arguments,
            sources=sources,
            tags=tags,
            metadata=metadata,
            _parts=parts,
        )
        return debate

    @property
    def parts(self) -> PartMaker[Self] | None:
        """What makes its relations and sections; None if they were given from the start."""
        parts: PartMaker[Self] | None = self.__dict__.get("_parts")
        return parts

    @property
    def unmoved(self) -> Self:
        """The debate with its earlier places and words; nothing has to be made for it."""
        return self.parts.origin if self.parts else self

    if not TYPE_CHECKING:
        # Only missing attributes are looked for here; with this, a type checker would accept any name.
        def __getattr__(self, name: str) -> object:
            parts = self.__dict__.get("_parts")
            if parts is None or name not in _LAZY:
                return object.__getattribute__(self, name)
            part = self.__dict__[name] = parts.part(name)
            return part

    def __getstate__(self) -> dict[str, object]:
        for name in _LAZY:
            getattr(self, name)
        return {name: value for name, value in self.__dict__.items() if name != "_parts"}
