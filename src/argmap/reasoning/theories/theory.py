"""Statements, steps, conflicts and entailments: all that verdicts depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from attrs import evolve, field, frozen

from argmap.model import InferenceRef, PropositionRef, Ref, Relation
from argmap.named_tuples import NamedTuple


class StatementKind(Enum):
    """What a statement in a theory is made from.

    A gist is the unwritten premise of a sketched argument; its force says that the gist counts for or against
    what the argument is related to. A whole is the unwritten premise of a reconstructed argument that is
    attacked as a whole. A copy is a statement as it follows from what a reductio supposes.
    """

    CLAIM = "claim"
    EVIDENCE = "evidence"
    GIST = "gist"
    FORCE = "force"
    WHOLE = "whole"
    COPY = "copy"

    __hash__ = object.__hash__


class StepKind(Enum):
    """What a step does to its target."""

    PRO = "pro"
    CON = "con"
    UNDERCUT = "undercut"

    __hash__ = object.__hash__


class ReasonedStep(NamedTuple):
    """A step from statements, by number, for or against a statement, or against another step.

    `subject` is what it is made from: an inference, a relation, the sketched argument whose gist gives it
    force, or what establishes its own copy. `weight` counts where reasons are weighed.
    """

    kind: StepKind
    premises: tuple[int, ...]
    target: int
    subject: Ref | Relation
    weight: float = 1.0


@frozen(eq=False, repr=False)
class ArgumentationTheory:
    """The statements and steps of a debate, each known by its number.

    `pros` and `cons` are the written steps for and against each statement, inherited ones included, and
    `undercuts` those against each step. `conflicts` and `entailments` are pairs of statements as written;
    `accepted` and `rejected` statements have their label whatever speaks against them, and `vetoed` steps
    are out, among them `invalid` ones, because their conclusions do not follow. `leaves` has a 1 for each
    statement that is presumed. `standards` are the proof standards of positions on questions that name one,
    and `rival_standards` those by which two of them are compared. `unsupposed` are inferences by reductio
    that are read like any other, because they are too large.
    """

    refs: Sequence[Ref]
    kinds: Sequence[StatementKind]
    steps: Sequence[ReasonedStep]
    pros: Sequence[Sequence[int]]
    cons: Sequence[Sequence[int]]
    undercuts: Mapping[int, Sequence[int]]
    conflicts: Sequence[tuple[int, int]]
    entailments: Sequence[tuple[int, int]]
    leaves: bytearray
    accepted: frozenset[int]
    rejected: frozenset[int]
    vetoed: frozenset[int]
    propositions: Mapping[PropositionRef, int]
    gists: Mapping[str, int]
    force_steps: Mapping[str, int]
    inference_steps: Mapping[InferenceRef, int]
    standards: Mapping[int, str] = field(factory=dict)
    rival_standards: Mapping[frozenset[int], str] = field(factory=dict)
    unsupposed: tuple[InferenceRef, ...] = ()
    invalid: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        """Return how many things of each kind there are."""
        return (
            f"ArgumentationTheory({len(self.refs)} statements, {len(self.steps)} steps, "
            f"{len(self.conflicts)} conflicts, {len(self.entailments)} entailments)"
        )

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.refs)

    def without_standards(self) -> ArgumentationTheory:
        """Return the theory as read by semantics that do not weigh reasons."""
        return evolve(self, standards={}, rival_standards={})

    def is_stipulated(self, statement: int) -> bool:
        """Return whether the author or the caller fixed the label of a statement."""
        return statement in self.accepted or statement in self.rejected
