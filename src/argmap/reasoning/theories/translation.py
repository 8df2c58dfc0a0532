"""Turns debates into theories: elements and relations become statements and steps."""

from __future__ import annotations

from attrs import define, field

from argmap.data.values import share
from argmap.model import (
    ArgumentRef,
    ClaimRef,
    Debate,
    ElementRef,
    EvidenceRef,
    HasDebate,
    InferenceRef,
    PropositionRef,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
    debate_of,
)
from argmap.model.stating.joined_relations import joined_relations
from argmap.reasoning.theories.reductio import suppose
from argmap.reasoning.theories.repeated_attacks import repeats_attack
from argmap.reasoning.theories.rival_positions import rival_positions
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.theories.theory import ArgumentationTheory, StatementKind, StepKind
from argmap.reasoning.theories.theory_draft import TheoryDraft
from argmap.settings.tables import PRESUMPTIONS
from argmap.text.given_values import check_switches, check_type
from argmap.text.nearest import check_choice

_PRO, _CON, _UNDERCUT = StepKind.PRO, StepKind.CON, StepKind.UNDERCUT


def theory_of(
    debate: HasDebate | Debate,
    *,
    stipulated: Stipulations | None = None,
    presumption: str = "leaves",
    copies: bool = True,
) -> ArgumentationTheory:
    r"""Return the theory of a debate, in document order.

    Only what is written counts: derived relations repeat inferences, and tags, sections and colours mean
    nothing. `presumption` is `leaves`, `evidence` or `none`. Without `copies`, a reductio is read like any
    other inference.

    >>> import argmap
    >>> theory_of(argmap.parse("[A]: a\n  + <B>: b\n  - [C]: c").debate)
    ArgumentationTheory(4 statements, 3 steps, 0 conflicts, 0 entailments)
    """
    debate = debate_of(debate)
    check_choice("presumption", presumption, PRESUMPTIONS)
    check_switches(copies=copies)
    given = Stipulations() if stipulated is None else stipulated
    check_type("stipulated", given, Stipulations)
    translation = _Translation(debate=debate, stipulated=given, repeated=repeats_attack(debate))
    translation.statements()
    translation.inferences()
    for relation in joined_relations(debate.relations):
        if not relation.is_derived and not translation.is_repeated(relation):
            translation.relation(relation)
    translation.rivals()
    translation.inherit()
    translation.stipulate()
    if copies:
        translation.unsupposed = suppose(translation, debate)
    return translation.theory(presumption)


@define(eq=False)
class _Translation(TheoryDraft):
    """Builds the theory of a debate."""

    debate: Debate = field(kw_only=True)
    stipulated: Stipulations = field(kw_only=True)
    repeated: frozenset[tuple[Ref, Ref]] = frozenset()

    def is_repeated(self, relation: Relation) -> bool:
        """Return whether an attack repeats another, whatever its data add."""
        if not self.repeated or relation.kind is not RelationKind.ATTACK:
            return False
        return (relation.source, relation.target) in self.repeated

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
        """Add what a relation amounts to."""
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
                        if ref in self.stipulated.invalid:
                            self.invalid.add(self.inference_steps[ref])
                elif isinstance(ref, ArgumentRef):
                    if ref.title in self.gists:
                        numbers.add(self.gists[ref.title])
                elif ref in self.propositions:
                    numbers.add(self.propositions[ref])

    def _attacked_as_a_whole(self) -> set[Ref]:
        refs: set[Ref] = {ref for ref in self.stipulated.rejected if isinstance(ref, ArgumentRef)}
        for relation in self.debate.relations:
            if relation.is_derived or self.is_repeated(relation):
                continue
            if relation.kind is RelationKind.ATTACK:
                refs.add(relation.target)
            elif relation.kind.is_symmetric:
                refs.update((relation.source, relation.target))
        return refs

    def _source(self, ref: Ref) -> int | None:
        """Return the statement from which a relation of something starts."""
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
        if start == end and not isinstance(source, ClaimRef | EvidenceRef):
            # That an argument supports its conclusion repeats its inference, whatever its data add.
            return
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
        """Return the gist of a sketched argument; support of a reconstructed one repeats a premise."""
        return self.gists.get(ref.title) if ref.title in self.forces else None

    def _weight(self, relation: Relation) -> float:
        """Return the weight of a relation as a reason: its strength, or else that of its source."""
        source, weight = relation.source, relation.strength
        if weight is not None:
            return weight
        if isinstance(source, EvidenceRef):
            weight = self.debate.evidence[source.title].reliability
        elif isinstance(source, ArgumentRef) and source.title in self.forces:
            weight = share(self.debate.arguments[source.title].data.get("strength"))
        return 1.0 if weight is None else weight
