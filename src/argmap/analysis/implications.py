"""What follows from what is accepted, step by step, until something is both accepted and rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from argmap.model import Debate, Inference, PropositionRef, RelationKind
from argmap.model.reference import ClaimRef, EvidenceRef
from argmap.named_tuples import NamedTuple


class Literal(NamedTuple):
    """A proposition that is accepted or rejected."""

    ref: PropositionRef
    is_accepted: bool = True

    @property
    def opposite(self) -> Literal:
        """The same proposition the other way round."""
        return Literal(self.ref, not self.is_accepted)


class Implication(NamedTuple):
    """What cannot all be false: if all literals but one are, that one must be true; and why."""

    literals: tuple[Literal, ...]
    reason: str

    @property
    def is_excluding(self) -> bool:
        """Whether it says only that some things are not all true."""
        return not any(literal.is_accepted for literal in self.literals)


class Search(NamedTuple):
    """The steps to a contradiction, none if there is none, and all literals that were looked at.

    `work` is how many times a clause was looked at.
    """

    steps: tuple[Derivation, ...]
    reached: tuple[Literal, ...]
    work: int


class Derivation(NamedTuple):
    """A literal and the literals from which it follows; none if it is accepted to begin with."""

    literal: Literal
    because: tuple[Literal, ...]
    reason: str


@frozen(eq=False)
class Theory:
    """The clauses of a debate: what entails, excludes and infers what."""

    clauses: tuple[Implication, ...]
    by_literal: dict[Literal, list[int]]

    @classmethod
    def of(cls, debate: Debate, more: Iterable[Implication] = ()) -> Theory:
        """Return the clauses of a debate that is read strictly, and more that are known otherwise."""
        clauses = (*_clauses(debate), *more)
        by_literal: defaultdict[Literal, list[int]] = defaultdict(list)
        for number, clause in enumerate(clauses):
            for literal in clause.literals:
                by_literal[literal].append(number)
        return cls(clauses, dict(by_literal))

    def contradiction(self, accepted: Iterable[PropositionRef], *, most: int = 1_000_000) -> Search:
        """Return the steps from what is accepted to a contradiction.

        The last literal is the opposite of one before it.

        This is unit propagation (W. Dowling and J. Gallier, Linear-time algorithms for testing the
        satisfiability of propositional Horn formulae, 1984): linear, and without proof by cases.
        It ends after `most` looks at clauses.
        """
        steps: dict[Literal, Derivation] = {}
        missing: dict[int, int] = {}
        waiting = [Derivation(Literal(ref), (), "accepted") for ref in accepted]
        place = 0
        work = 0
        while place < len(waiting) and work < most:
            step = waiting[place]
            place += 1
            literal = step.literal
            if literal in steps:
                continue
            steps[literal] = step
            if literal.opposite in steps:
                return Search(_proof(steps, literal), tuple(steps), work)
            work += 1
            for number in self.by_literal.get(literal.opposite, ()):
                work += 1
                clause = self.clauses[number]
                missing[number] = missing.get(number, len(clause.literals)) - 1
                if missing[number] <= 1:
                    waiting += _forced(clause, steps)
        return Search((), tuple(steps), work)


def _forced(clause: Implication, steps: dict[Literal, Derivation]) -> Iterator[Derivation]:
    left = [literal for literal in clause.literals if literal.opposite not in steps]
    if len(left) == 1 and left[0] not in steps:
        others = tuple(literal.opposite for literal in clause.literals if literal != left[0])
        yield Derivation(left[0], others, clause.reason)
    elif not left:
        # All are false: the last of them is forced against what is known.
        last = clause.literals[-1]
        yield Derivation(last, tuple(literal.opposite for literal in clause.literals[:-1]), clause.reason)


def _proof(steps: dict[Literal, Derivation], last: Literal) -> tuple[Derivation, ...]:
    """Return what is needed for a literal and its opposite, each step after those it follows from."""
    needed: dict[Literal, None] = {}
    waiting = [(last, False), (last.opposite, False)]
    while waiting:
        literal, is_done = waiting.pop()
        if literal in needed:
            continue
        if is_done:
            needed[literal] = None
            continue
        waiting.append((literal, True))
        waiting += [(one, False) for one in reversed(steps[literal].because) if one not in needed]
    return tuple(steps[literal] for literal in needed)


def _clauses(debate: Debate) -> Iterator[Implication]:
    for relation in debate.relations:
        source, target = relation.source, relation.target
        if not isinstance(source, ClaimRef | EvidenceRef) or not isinstance(target, ClaimRef | EvidenceRef):
            continue
        if source == target:
            continue
        if relation.kind is RelationKind.ENTAILMENT:
            yield Implication((Literal(source, False), Literal(target)), "entailed")
        elif relation.kind in (RelationKind.CONTRARIETY, RelationKind.CONTRADICTION):
            yield Implication((Literal(source, False), Literal(target, False)), "excluded")
            if relation.kind is RelationKind.CONTRADICTION:
                yield Implication((Literal(source), Literal(target)), "the only alternative")
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            if inference.scheme and inference.scheme.is_known and not inference.scheme.is_deductive:
                continue
            premises = dict.fromkeys(
                premise for premise in inference.premises if premise != inference.conclusion
            )
            if premises and inference.conclusion not in inference.premises and not _discharges(inference):
                literals = tuple(Literal(premise, False) for premise in premises)
                yield Implication((*literals, Literal(inference.conclusion)), f"by {argument.ref}")


def _discharges(inference: Inference) -> bool:
    """Return whether an inference gives up an assumption, so that its conclusion holds without it."""
    return inference.scheme is not None and inference.scheme.name == "reductio"
