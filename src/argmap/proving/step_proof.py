"""Whether a conclusion follows from premises, by their formulas, and what else is to be said of the step."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from argmap.model import ArgumentRef, InferenceRef, PropositionRef, RelationKind

# An inference; an argument as a whole; an argument with all that its premises rest on.
ProofRef: TypeAlias = InferenceRef | ArgumentRef


class ProofStatus(Enum):
    """What was found: that it holds, that it does not, or neither in the time allowed."""

    VALID = "valid"
    INVALID = "invalid"
    NOT_DECIDED = "not decided"
    NOT_FORMALIZED = "not formalized"


class ProofScope(Enum):
    """What a proof is about: an inference, an argument from its premises, or what it rests on in all."""

    INFERENCE = "inference"
    ARGUMENT = "argument"
    CHAIN = "chain"


@frozen
class StepProof:
    """Whether a conclusion follows from premises.

    `case` is one in which the premises are true and the conclusion is false, in words, one per line; it is
    empty unless the step is invalid. `reason` says why it was not decided, and `seconds` how long it took; a
    step that is not `formalized` lacks a formula that can be read.

    Of valid steps: `needed` are the smallest sets of premises from which the conclusion follows, none if they
    are not known or there are more than 40 premises; premises in none of them are `idle`; `unstated` are
    premises that nobody stated and that are in all of them. `same_as` are premises that say what the
    conclusion says. `is_consistent` is None if it is not known whether all premises can be true. `rule` is
    what the step is called, `form` the form that it has, if that has a name, and `is_rule_met` whether they
    agree, None if that cannot be said.
    """

    about: ProofRef
    scope: ProofScope
    premises: tuple[PropositionRef, ...]
    conclusion: PropositionRef
    status: ProofStatus
    case: tuple[str, ...] = ()
    reason: str = ""
    seconds: float = field(default=0.0, eq=False)
    not_formalized: tuple[PropositionRef, ...] = ()
    is_consistent: bool | None = None
    needed: tuple[tuple[PropositionRef, ...], ...] = ()
    idle: tuple[PropositionRef, ...] = ()
    unstated: tuple[PropositionRef, ...] = ()
    same_as: tuple[PropositionRef, ...] = ()
    rule: str | None = None
    form: str | None = None
    is_rule_met: bool | None = None
    is_reductio: bool = False

    @property
    def is_fallacy(self) -> bool:
        """Whether it has the form of a known fallacy."""
        return self.status is ProofStatus.INVALID and self.form is not None

    def as_dict(self) -> dict[str, object]:
        """Return the proof as data for JSON."""
        return {
            "about": str(self.about),
            "scope": self.scope.value,
            "premises": list(map(str, self.premises)),
            "conclusion": str(self.conclusion),
            "status": self.status.value,
            "counterModel": list(self.case),
            "reason": self.reason,
            "seconds": round(self.seconds, 3) if self.status is ProofStatus.NOT_DECIDED else None,
            "notFormalized": list(map(str, self.not_formalized)),
            "consistent": self.is_consistent,
            "needed": [list(map(str, premises)) for premises in self.needed],
            "idle": list(map(str, self.idle)),
            "unstated": list(map(str, self.unstated)),
            "sameAs": list(map(str, self.same_as)),
            "rule": self.rule,
            "form": self.form,
            "ruleMet": self.is_rule_met,
        }


@frozen
class RelationProof:
    """Whether a relation between claims holds by their formulas, drawn or not.

    `case` is one that refutes it, in words; a relation that is not drawn is only listed if it holds.
    """

    kind: RelationKind
    source: PropositionRef
    target: PropositionRef
    status: ProofStatus
    is_drawn: bool = True
    case: tuple[str, ...] = ()
    reason: str = ""

    @property
    def words(self) -> str:
        """What the relation says.

        >>> from argmap.model import ClaimRef
        >>> relation = RelationKind.ENTAILMENT, ClaimRef("A"), ClaimRef("B")
        >>> RelationProof(*relation, ProofStatus.VALID).words
        '[A] entails [B]'
        """
        return f"{self.source} {self.kind.verb} {self.target}"

    def as_dict(self) -> dict[str, object]:
        """Return the relation as data for JSON."""
        return {
            "relation": self.kind.value,
            "source": str(self.source),
            "target": str(self.target),
            "status": self.status.value,
            "drawn": self.is_drawn,
            "counterModel": list(self.case),
            "reason": self.reason,
        }
