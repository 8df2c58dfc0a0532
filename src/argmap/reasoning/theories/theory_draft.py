"""A theory that is being built: statements, steps and everything else, added in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import Factory, define

from argmap.model import InferenceRef, PropositionRef, Ref, Relation
from argmap.reasoning.theories.theory import ArgumentationTheory, ReasonedStep, StatementKind, StepKind


@define(eq=False)
class TheoryDraft:
    """The parts of a theory, as far as they are known."""

    refs: list[Ref] = Factory(list)
    kinds: list[StatementKind] = Factory(list)
    steps: list[ReasonedStep] = Factory(list)
    pros: list[list[int]] = Factory(list)
    cons: list[list[int]] = Factory(list)
    undercuts: defaultdict[int, list[int]] = Factory(lambda: defaultdict(list))
    conflicts: list[tuple[int, int]] = Factory(list)
    contradictions: list[tuple[int, int]] = Factory(list)
    entailments: list[tuple[int, int]] = Factory(list)
    inherited: set[tuple[int, int]] = Factory(set)
    accepted: set[int] = Factory(set)
    rejected: set[int] = Factory(set)
    vetoed: set[int] = Factory(set)
    invalid: set[int] = Factory(set)
    propositions: dict[PropositionRef, int] = Factory(dict)
    gists: dict[str, int] = Factory(dict)
    forces: dict[str, int] = Factory(dict)
    force_steps: dict[str, int] = Factory(dict)
    inference_steps: dict[InferenceRef, int] = Factory(dict)
    standards: Mapping[int, str] = Factory(dict)
    rival_standards: Mapping[frozenset[int], str] = Factory(dict)
    unsupposed: tuple[InferenceRef, ...] = ()

    def add(self, kind: StatementKind, ref: Ref) -> int:
        """Add a statement; return its number."""
        self.refs.append(ref)
        self.kinds.append(kind)
        self.pros.append([])
        self.cons.append([])
        return len(self.refs) - 1

    def step(
        self,
        kind: StepKind,
        premises: tuple[int, ...],
        target: int,
        subject: Ref | Relation,
        weight: float = 1.0,
    ) -> int:
        """Add a step; return its number."""
        number = len(self.steps)
        self.steps.append(ReasonedStep(kind, premises, target, subject, weight))
        if kind is StepKind.PRO:
            self.pros[target].append(number)
        elif kind is StepKind.CON:
            self.cons[target].append(number)
        else:
            self.undercuts[target].append(number)
        return number

    def inherit(self) -> None:
        """Let what speaks against a statement speak for what contradicts it."""
        for first, second in self.contradictions:
            for losing, gaining in ((first, second), (second, first)):
                for number in self.cons[losing]:
                    if gaining not in self.steps[number].premises and (number, gaining) not in self.inherited:
                        self.inherited.add((number, gaining))
        # What is inherited is not passed on: only written steps against a statement count.
        for number, gaining in sorted(self.inherited):
            self.pros[gaining].append(number)

    def theory(self, presumption: str) -> ArgumentationTheory:
        """Return the finished theory."""
        return ArgumentationTheory(
            refs=self.refs,
            kinds=self.kinds,
            steps=self.steps,
            pros=self.pros,
            cons=self.cons,
            undercuts=dict(self.undercuts),
            conflicts=self.conflicts,
            entailments=self.entailments,
            leaves=self._leaves(presumption),
            accepted=frozenset(self.accepted),
            rejected=frozenset(self.rejected),
            vetoed=frozenset(self.vetoed),
            invalid=frozenset(self.invalid),
            propositions=self.propositions,
            gists=self.gists,
            force_steps=self.force_steps,
            inference_steps=self.inference_steps,
            standards=self.standards,
            rival_standards=self.rival_standards,
            unsupposed=self.unsupposed,
        )

    def _leaves(self, presumption: str) -> bytearray:
        leaves = bytearray(len(self.refs))
        entailed = {target for _, target in self.entailments}
        inherited = self.inherited
        for number, kind in enumerate(self.kinds):
            if kind is StatementKind.WHOLE:
                leaves[number] = 1
            elif kind is StatementKind.EVIDENCE:
                leaves[number] = presumption != "none"
            elif kind in (StatementKind.CLAIM, StatementKind.GIST) and presumption == "leaves":
                is_argued = any((step, number) not in inherited for step in self.pros[number])
                leaves[number] = not is_argued and number not in entailed
        return leaves
