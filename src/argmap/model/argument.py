"""Arguments and the inferences they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data, check_count, check_share, check_title
from argmap.equality import equality, value_hash
from argmap.model.reference import ArgumentRef, InferenceRef, PropositionRef, check_reference
from argmap.model.schemes.scheme import Scheme
from argmap.model.sources.source import Source
from argmap.model.stated import Stated, check_stated
from argmap.model.statement import Role, Statement
from argmap.representation import representation
from argmap.text import Span
from argmap.text.counts import counted


@frozen
class Inference:
    r"""A step from premises to a conclusion.

    `conclusion_index` is the place of the conclusion among the argument's steps, from 0; `rules`
    are the texts on the inference line. `strength` goes from 0 to 1.

    >>> import argmap
    >>> text = "<Rain>\n\n(1) It rains.\n-- modus ponens {strength: 0.9} --\n(2) [Wet]"
    >>> step = argmap.parse(text).debate["<Rain>#1"]
    >>> step.scheme.name, step.strength, str(step.conclusion)
    ('modus_ponens', 0.9, '[Wet]')
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    argument: str
    index: int
    premises: tuple[PropositionRef, ...]
    conclusion: PropositionRef
    conclusion_index: int
    rules: tuple[str, ...] = ()
    scheme: Scheme | None = None
    warrant: str | None = None
    qualifier: str | None = None
    strength: float | None = None
    data: Data = NO_DATA
    span: Span | None = field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_share("strength", self.strength)
        check_title("an argument", self.argument)
        check_count("index", self.index, least=0)
        check_count("conclusion_index", self.conclusion_index, least=0)
        for ref in self.premises:
            check_reference("a premise", ref)
        check_reference("conclusion", self.conclusion)

    @property
    def ref(self) -> InferenceRef:
        """The reference that names it."""
        return InferenceRef(self.argument, self.index)


@frozen(slots=False, repr=False)
class Argument(Stated):
    r"""One or more inferences that lead to a conclusion, or a sketch of them.

    `descriptions` are the places that describe or refer to it; `steps` are the statements of its
    premise-conclusion structure in their order, empty as long as it is only sketched.

    >>> import argmap
    >>> text = "<Rain>\n\n(1) It rains.\n(2) Rain wets streets.\n----\n(3) The street is wet."
    >>> rain = argmap.parse(text).debate.arguments["Rain"]
    >>> len(rain.premises), rain.is_reconstructed
    (2, True)
    """

    __eq__ = equality
    __hash__ = value_hash

    title: str
    descriptions: tuple[Statement, ...] = ()
    steps: tuple[Statement, ...] = ()
    step_refs: tuple[PropositionRef, ...] = ()
    inferences: tuple[Inference, ...] = ()
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    sources: tuple[Source, ...] = ()
    section: str | None = None
    is_untitled: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    _color = "#b71c1c"

    def __attrs_post_init__(self) -> None:
        if self.title.__class__ is not str:
            check_title("an argument", self.title)
        check_stated(self, "descriptions", self.descriptions)

    @property
    def ref(self) -> ArgumentRef:
        """The reference that names it."""
        return ArgumentRef(self.title)

    @property
    def is_reconstructed(self) -> bool:
        """Whether it has a premise-conclusion structure."""
        return bool(self.inferences)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its descriptions, under the name that they have in claims and evidence."""
        return self.descriptions

    @property
    def places(self) -> tuple[Statement, ...]:
        """Its descriptions."""
        return self.descriptions

    @cached_property
    def premises(self) -> tuple[PropositionRef, ...]:
        """What it takes as given: the steps that no inference of its own leads to."""
        return tuple(
            ref for ref, step in zip(self.step_refs, self.steps, strict=True) if step.role is Role.PREMISE
        )

    @property
    def conclusion(self) -> PropositionRef | None:
        """What it finally concludes; None while it is only sketched."""
        return self.inferences[-1].conclusion if self.inferences else None

    def _counts(self) -> Iterator[str]:
        yield counted(len(self.descriptions), "description")
        if self.inferences:
            yield counted(len(self.premises), "premise")
            yield counted(len(self.inferences), "inference")

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "premises", ", ".join(map(str, self.premises))
        yield "conclusion", str(self.conclusion) if self.conclusion else ""
        yield from super()._facts()
