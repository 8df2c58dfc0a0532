"""What a debate holds, for functions that its class calls and that cannot import it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from argmap.model.argument import Argument
from argmap.model.claim import Claim, Evidence
from argmap.model.question import Question
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.model.sources.source import Source


class Contents(Protocol):
    """Claims, evidence, questions, arguments and sources by title or key, relations and sections in order."""

    @property
    def claims(self) -> Mapping[str, Claim]: ...
    @property
    def evidence(self) -> Mapping[str, Evidence]: ...
    @property
    def questions(self) -> Mapping[str, Question]: ...
    @property
    def arguments(self) -> Mapping[str, Argument]: ...
    @property
    def relations(self) -> tuple[Relation, ...]: ...
    @property
    def sections(self) -> tuple[Section, ...]: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def elements(self) -> Iterator[Claim | Evidence | Question | Argument]: ...
