"""A debate as its formulas say it, and what is asked about it in the time allowed."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from attrs import frozen

from argmap.logic import Formula
from argmap.model import Debate, Inference, PropositionRef
from argmap.named_tuples import NamedTuple
from argmap.proving.step_proof import ProofRef, ProofScope
from argmap.proving.written_formulas import formula_refs, meanings_of


class ProofQuestion(NamedTuple):
    """Whether a conclusion follows from premises: of an inference, an argument or a chain.

    `refuted` are the conclusions of reductios on the way: what they refute is supposed and not a premise.
    """

    about: ProofRef
    scope: ProofScope
    premises: tuple[PropositionRef, ...]
    conclusion: PropositionRef
    inference: Inference | None = None
    refuted: tuple[PropositionRef, ...] = ()


@frozen
class TimeAllowed:
    """The moment at which everything is given up, shared by what is still to be asked.

    >>> TimeAllowed.of(10).share(5) <= 2, TimeAllowed.of(1).share(100) > 0.9
    (True, True)
    """

    end: float

    @classmethod
    def of(cls, seconds: float) -> TimeAllowed:
        """Return the time that begins now and takes so many seconds."""
        return cls(monotonic() + seconds)

    def share(self, parts: int) -> float:
        """Return how many seconds one of so many questions may take: its share, at least a second."""
        left = max(self.end - monotonic(), 0.0)
        # Most take hardly any of theirs, and the first may have to load a solver.
        return max(left / max(parts, 1), min(left, 1.0))


@frozen
class FormalDebate:
    """A debate, the formulas of its claims and evidence that can be read, and what letters mean."""

    debate: Debate
    formulas: Mapping[PropositionRef, Formula]
    meanings: Mapping[str, str]
    time: TimeAllowed

    @classmethod
    def of(cls, debate: Debate, seconds: float) -> FormalDebate:
        """Return a debate about which questions are asked for so many seconds."""
        formulas = {ref: reading.formula for ref, reading in formula_refs(debate) if reading.formula}
        return cls(debate, formulas, meanings_of(debate), TimeAllowed.of(seconds))
