"""What is proved in a debate: its steps, its arguments and its relations, by the formulas of claims."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from argmap.model import Debate, resolve
from argmap.model.debate import Named
from argmap.proving.glossary import GlossaryEntry
from argmap.proving.step_proof import ProofScope, ProofStatus, RelationProof, StepProof
from argmap.text.counts import counted

_COUNTED = (ProofStatus.VALID, ProofStatus.INVALID, ProofStatus.NOT_DECIDED)


@frozen(slots=False, repr=False)
class Proofs:
    r"""Which steps of a debate are valid, judged by the formulas of their premises and conclusions.

    `steps` are inferences, in order of the debate, each argument behind its inferences if it has several,
    then what arguments rest on in all. `relations` are those between claims, in debates that are read
    strictly: what is drawn, then what follows and is not drawn. `glossary` has the letters.

    >>> import argmap
    >>> text = "<A>\n\n(1) a {formula: p}\n(2) b {formula: p -> q}\n----\n(3) [C]: c {formula: q}"
    >>> proofs = argmap.prove(argmap.parse(text))
    >>> proofs, proofs["<A>#1"].status.value
    (Proofs(1 valid, 0 invalid, 0 not decided), 'valid')
    """

    debate: Debate = field(eq=False)
    steps: tuple[StepProof, ...] = ()
    relations: tuple[RelationProof, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether no step is invalid and no relation fails; what is undecided counts as neither."""
        return ProofStatus.INVALID not in self._statuses

    @property
    def is_complete(self) -> bool:
        """Whether everything that has formulas was decided in the time allowed."""
        return ProofStatus.NOT_DECIDED not in self._statuses

    @property
    def _statuses(self) -> frozenset[ProofStatus]:
        relations = (relation.status for relation in self.relations)
        return frozenset((*(step.status for step in self.steps), *relations))

    def __getitem__(self, thing: Named) -> StepProof:
        """Return the proof of an inference, or of an argument: of its only inference, or from its premises.

        Raises:
            LookupError: there is no such thing, or it is neither an inference nor an argument with formulas.
            TypeError: it is neither a reference nor a title.
        """
        ref = resolve(self.debate, thing)
        for step in self.steps:
            if step.about == ref and step.scope is not ProofScope.CHAIN:
                return step
        for step in self.steps:
            if step.scope is ProofScope.INFERENCE and str(step.about) == f"{ref}#1":
                return step
        raise KeyError(f"{ref} has no premises and conclusion with formulas")

    def __iter__(self) -> Iterator[StepProof]:
        """Yield the proofs of steps."""
        return iter(self.steps)

    def __len__(self) -> int:
        """Return how many steps were looked at."""
        return len(self.steps)

    def __bool__(self) -> bool:
        """Return True: a debate without formulas has proofs, too, none."""
        return True

    def text(self) -> str:
        """Return the proofs in words, as `argmap prove` writes them."""
        from argmap.proving.proof_lines import proof_lines

        return "".join(f"{line}\n" for line in proof_lines(self.debate, self.steps, self.relations))

    def as_dict(self) -> dict[str, object]:
        """Return the proofs as data for JSON."""
        return {
            "version": 1,
            "valid": self.is_valid,
            "complete": self.is_complete,
            "steps": [step.as_dict() for step in self.steps],
            "relations": [relation.as_dict() for relation in self.relations],
            "letters": [entry.as_dict() for entry in self.glossary],
        }

    @property
    def summary(self) -> str:
        """How many steps are valid, invalid and not decided, in words.

        >>> import argmap
        >>> argmap.prove(argmap.parse("[A]: a")).summary
        'no steps with formulas'
        """
        if not self.steps:
            return "no steps with formulas"
        statuses = [*_COUNTED]
        if self._count(ProofStatus.NOT_FORMALIZED):
            statuses.append(ProofStatus.NOT_FORMALIZED)
        counts = ", ".join(f"{self._count(status)} {status.value}" for status in statuses)
        return f"{counted(len(self.steps), 'step')}: {counts}"

    def _count(self, status: ProofStatus) -> int:
        return sum(step.status is status for step in self.steps)

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from html import escape

        return f"<pre>{escape(self.text() or self.summary)}</pre>"

    def __repr__(self) -> str:
        """Return how many steps are valid, invalid and not decided."""
        return f"Proofs({', '.join(f'{self._count(status)} {status.value}' for status in _COUNTED)})"
