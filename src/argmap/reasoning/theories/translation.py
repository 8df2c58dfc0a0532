"""From a debate to its theory: what is written, as statements and steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import Factory, define

from argmap.data.values import share
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    Debate,
    ElementRef,
    EvidenceRef,
    InferenceRef,
    PropositionRef,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
)
from argmap.reasoning.theories.reductio import suppose
from argmap.reasoning.theories.rival_positions import rival_positions
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.theories.theory import ArgumentationTheory, ReasonedStep, StatementKind, StepKind

_PRO, _CON, _UNDERCUT = StepKind.PRO, StepKind.CON, StepKind.UNDERCUT


def theory_of(
    debate: Debate,
    *,
    stipulated: Stipulations | None = None,
    presumption: str = "leaves",
    copies: bool = True,
) -> ArgumentationTheory:
    r"""Return the theory of a debate, in document order.

    Only what is written counts: derived relations repeat inferences, and tags, sections and colours say
    nothing. `presumption` is `leaves`, `evidence` or `none`. Without `copies` a reductio is read like any
    other inference.

    >>> import argmap
    >>> theory_of(argmap.parse("[A]: a\n  + <B>: b\n  - [C]: c").debate)
    ArgumentationTheory(4 statements, 3 steps, 0 conflicts, 0 entailments)
    """
    translation = _Translation(debate, stipulated or Stipulations())
    translation.statements()
    translation.inferences()
    for relation in debate.relations:
        if not relation.is_derived:
            translation.relation(relation)
    translation.rivals()
    translation.inherit()
    translation.stipulate()
    if copies:
        translation.unsupposed = suppose(translation, debate)
    return translation.theory(presumption)


@define(eq=False)
class _Translation:
    """A theory that is being made."""

    debate: Debate
    stipulated: Stipulations
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
    propositions: dict[PropositionRef, int] = Factory(dict)
    gists: dict[str, int] = Factory(dict)
    forces: dict[str, int] = Factory(dict)
    force_steps: dict[str, int] = Factory(dict)
    inference_steps: dict[InferenceRef, int] = Factory(dict)
    standards: Mapping[int, str] = Factory(dict)
    rival_standards: Mapping[frozenset[int], str] = Factory(dict)
    unsupposed: tuple[InferenceRef, ...] = ()

    def statements(self) -> None:
        """Add claims, evidence, and what arguments leave unwritten."""
        for claim in self.debate.claims.values():
            self.propositions[claim.ref] = self.add(StatementKind.CLAIM, claim.ref)
        for evidence in self.debate.evidence.values():
            self.propositions[evidence.ref] = self.add(StatementKind.EVIDENCE, evidence.ref)
        attacked = self._attacked_as_a_whole()
        for title, argument in self.debate.arguments.items():
            if not argument.inferences:
                gist = self.add(StatementKind.GIST, argument.ref)
                force = self.add(StatementKind.FORCE, argument.ref)
                self.gists[title], self.forces[title] = gist, force
                self.force_steps[title] = self.step(_PRO, (gist,), force, argument.ref)
            elif argument.ref in attacked:
                self.gists[title] = self.add(StatementKind.WHOLE, argument.ref)

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
        if kind is _PRO:
            self.pros[target].append(number)
        elif kind is _CON:
            self.cons[target].append(number)
        else:
            self.undercuts[target].append(number)
        return number

    def inferences(self) -> None:
        """Add a linked step for each inference."""
        for title, argument in self.debate.arguments.items():
            last = len(argument.inferences) - 1
            for place, inference in enumerate(argument.inferences):
                target = self.propositions.get(inference.conclusion)
                if target is None:
                    continue
                known = (self.propositions.get(ref) for ref in dict.fromkeys(inference.premises))
                premises = tuple(number for number in known if number is not None)
                if place == last and title in self.gists:
                    premises += (self.gists[title],)
                weight = 1.0 if inference.strength is None else inference.strength
                ref = InferenceRef(title, place)
                self.inference_steps[ref] = self.step(_PRO, premises, target, ref, weight)

    def relation(self, relation: Relation) -> None:
        """Add what a relation comes to."""
        kind, source, target = relation.kind, relation.source, relation.target
        if isinstance(source, QuestionRef) or isinstance(target, QuestionRef):
            return
        if kind.is_symmetric:
            self._exclusion(relation)
        elif isinstance(source, ClaimRef | EvidenceRef) and kind is RelationKind.ENTAILMENT:
            self._entailment(relation, source, target)
        elif kind.is_supporting:
            self._support(relation, source, target)
        elif kind is RelationKind.UNDERCUT:
            self._undercut(relation, source, target)
        else:
            self._attack(relation, source, target)

    def rivals(self) -> None:
        """Let positions on a question exclude each other unless several can hold, and note its standard."""
        rivals = rival_positions(self.debate, self._position)
        written = set(map(frozenset, self.conflicts)) if rivals.conflicts else set()
        self.conflicts += [pair for pair in rivals.conflicts if frozenset(pair) not in written]
        self.standards, self.rival_standards = rivals.standards, rivals.rival_standards

    def _position(self, ref: ElementRef) -> int | None:
        """Return the statement by which something answers a question."""
        if isinstance(ref, ArgumentRef):
            return self._gist(ref) if ref.title in self.forces else self._source(ref)
        return self.propositions.get(ref)

    def _entailment(self, relation: Relation, source: PropositionRef, target: Ref) -> None:
        if not isinstance(target, ClaimRef | EvidenceRef):
            self._support(relation, source, target)
            return
        start, end = self.propositions.get(source), self.propositions.get(target)
        if start is not None and end is not None and start != end:
            self.entailments.append((start, end))

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

    def stipulate(self) -> None:
        """Fix what is accepted and rejected."""
        for refs, numbers in (
            (self.stipulated.accepted, self.accepted),
            (self.stipulated.rejected, self.rejected),
        ):
            for ref in refs:
                if isinstance(ref, InferenceRef):
                    if ref in self.inference_steps:
                        self.vetoed.add(self.inference_steps[ref])
                elif isinstance(ref, ArgumentRef):
                    if ref.title in self.gists:
                        numbers.add(self.gists[ref.title])
                elif ref in self.propositions:
                    numbers.add(self.propositions[ref])

    def theory(self, presumption: str) -> ArgumentationTheory:
        """Return what was made."""
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
            propositions=self.propositions,
            gists=self.gists,
            force_steps=self.force_steps,
            inference_steps=self.inference_steps,
            standards=self.standards,
            rival_standards=self.rival_standards,
            unsupposed=self.unsupposed,
        )

    def _attacked_as_a_whole(self) -> set[Ref]:
        refs: set[Ref] = {ref for ref in self.stipulated.rejected if isinstance(ref, ArgumentRef)}
        for relation in self.debate.relations:
            if relation.is_derived:
                continue
            if relation.kind is RelationKind.ATTACK:
                refs.add(relation.target)
            elif relation.kind.is_symmetric:
                refs.update((relation.source, relation.target))
        return refs

    def _source(self, ref: Ref) -> int | None:
        """Return the statement that what starts from something starts from."""
        if isinstance(ref, ClaimRef | EvidenceRef):
            return self.propositions.get(ref)
        argument = self.debate.arguments.get(ref.title)
        if argument is None:
            return None
        if not argument.inferences:
            return self.forces[ref.title]
        place = ref.place if isinstance(ref, InferenceRef) else -1
        if place >= len(argument.inferences):
            return None
        return self.propositions.get(argument.inferences[place].conclusion)

    def _support(self, relation: Relation, source: Ref, target: Ref) -> None:
        start = self._source(source)
        if isinstance(target, InferenceRef):
            return
        end = self._gist(target) if isinstance(target, ArgumentRef) else self.propositions.get(target)
        if start is not None and end is not None:
            self.step(_PRO, (start,), end, relation, self._weight(relation))

    def _attack(self, relation: Relation, source: Ref, target: Ref) -> None:
        start = self._source(source)
        if start is None:
            return
        if isinstance(target, InferenceRef):
            self._undercut(relation, source, target)
            return
        end = self._attackable(target)
        if end is not None:
            self.step(_CON, (start,), end, relation, self._weight(relation))

    def _undercut(self, relation: Relation, source: Ref, target: Ref) -> None:
        if isinstance(target, ClaimRef | EvidenceRef):
            self._attack(relation, source, target)
            return
        start = self._source(source)
        if isinstance(target, InferenceRef):
            step = self.inference_steps.get(target)
        else:
            argument = self.debate.arguments.get(target.title)
            if argument is None:
                return
            last = len(argument.inferences) - 1
            step = (
                self.inference_steps.get(InferenceRef(target.title, last))
                if last >= 0
                else self.force_steps[target.title]
            )
        if start is not None and step is not None:
            self.step(_UNDERCUT, (start,), step, relation, self._weight(relation))

    def _exclusion(self, relation: Relation) -> None:
        first, second = relation.source, relation.target
        if isinstance(first, ClaimRef | EvidenceRef) and isinstance(second, ClaimRef | EvidenceRef):
            one, other = self.propositions.get(first), self.propositions.get(second)
            if one is None or other is None:
                return
            self.conflicts.append((one, other))
            if relation.kind is RelationKind.CONTRADICTION and one != other:
                self.contradictions.append((one, other))
            return
        self._attack(relation, first, second)
        if first != second:
            self._attack(relation, second, first)

    def _attackable(self, ref: PropositionRef | ArgumentRef) -> int | None:
        return self.gists.get(ref.title) if isinstance(ref, ArgumentRef) else self.propositions.get(ref)

    def _gist(self, ref: ArgumentRef) -> int | None:
        """Return the gist of a sketched argument: support of a reconstructed one repeats a premise."""
        return self.gists.get(ref.title) if ref.title in self.forces else None

    def _weight(self, relation: Relation) -> float:
        """Return what a relation weighs as a reason: its strength, or as much as what it starts from."""
        source, weight = relation.source, relation.strength
        if weight is not None:
            return weight
        if isinstance(source, EvidenceRef):
            weight = self.debate.evidence[source.title].reliability
        elif isinstance(source, ArgumentRef) and source.title in self.forces:
            weight = share(self.debate.arguments[source.title].data.get("strength"))
        return 1.0 if weight is None else weight

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
