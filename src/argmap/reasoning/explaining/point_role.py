"""The role of a point in an explanation, and the form in which points are kept."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.model import Debate, Ref, Relation
from argmap.reasoning.label import Label
from argmap.reasoning.verdicts.verdict import Basis
from argmap.text import Span


class PointRole(Enum):
    """The part that a point plays for what it explains.

    >>> PointRole("failed_reason").is_of_step, PointRole.RIVAL.is_of_step
    (True, False)
    """

    REASON = "reason"
    ENTAILED_BY = "entailed_by"
    ANSWERED = "answered"
    RIVAL_DOWN = "rival_down"
    OBJECTION = "objection"
    EXCLUDED_BY = "excluded_by"
    FAILED_REASON = "failed_reason"
    FAILED_ENTAILMENT = "failed_entailment"
    OUTWEIGHED = "outweighed"
    FOR = "for"
    AGAINST = "against"
    RIVAL = "rival"
    INFERENCE = "inference"
    PREMISE = "premise"
    UNDERCUT_ANSWERED = "undercut_answered"
    UNDERCUT_BY = "undercut_by"
    PREMISE_DOWN = "premise_down"
    PREMISE_OPEN = "premise_open"
    UNDERCUT_OPEN = "undercut_open"
    ACCEPTED = "accepted"
    POSITION = "position"

    __hash__ = object.__hash__

    @property
    def is_of_step(self) -> bool:
        """Whether its subject is an inference or a relation, and not an element."""
        return self not in _OF_ELEMENTS


_OF_ELEMENTS = (
    PointRole.ENTAILED_BY,
    PointRole.RIVAL_DOWN,
    PointRole.EXCLUDED_BY,
    PointRole.FAILED_ENTAILMENT,
    PointRole.RIVAL,
    PointRole.PREMISE,
    PointRole.PREMISE_DOWN,
    PointRole.PREMISE_OPEN,
    PointRole.ACCEPTED,
    PointRole.POSITION,
)


@frozen
class ExplanationLine:
    """A point as it is kept: flat, with its depth from 1, so that explanations can be of any depth.

    `shown_at` is where the same thing is explained above: the number of a line from 1, or 0 for the subject
    of the whole explanation. `circle` has the names on the way from there back to it, if it ends a circle. An
    aside is not what leaves the point above it undecided, but would count if it had another label.
    What is supposed has its label under the supposition of a reductio, whatever its verdict is.
    """

    role: PointRole
    subject: Ref | Relation
    depth: int
    label: Label
    basis: Basis | None = None
    shown_at: int | None = None
    circle: tuple[str, ...] = ()
    is_aside: bool = False
    is_supposed: bool = False


def name_of_subject(subject: Ref | Relation) -> str:
    """Return the name of an inference or element; for a relation, that of its source."""
    return str(subject.source if isinstance(subject, Relation) else subject)


def span_of(debate: Debate, subject: Ref | Relation) -> Span | None:
    """Return where an element, inference or relation is written first."""
    if isinstance(subject, Relation):
        return next(iter(subject.spans), None)
    return debate[subject].span
