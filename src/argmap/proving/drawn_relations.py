"""Relations between claims: whether those that are drawn hold, and which hold that are not drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from argmap.logic import Formula
from argmap.logic.letters import signature
from argmap.model import ClaimRef, Debate, EvidenceRef, PropositionRef, Relation, RelationKind
from argmap.proving.asking import FormulaAnswer, case_words, follows, negation
from argmap.proving.formal_debate import FormalDebate
from argmap.proving.step_proof import ProofStatus, RelationProof

_KINDS = (RelationKind.ENTAILMENT, RelationKind.CONTRARIETY, RelationKind.CONTRADICTION)
# Of more pairs nobody would read what follows.
_MOST_PAIRS = 300
_ENTAILS = RelationKind.ENTAILMENT


def proved_relations(formal: FormalDebate) -> tuple[RelationProof, ...]:
    """Return the relations of a debate that is read strictly, and those that follow and are not drawn."""
    drawn = [relation for relation in formal.debate.relations if _is_provable(relation, formal)]
    pairs = list(islice(_pairs(formal, drawn), _MOST_PAIRS))
    left = len(drawn) + len(pairs)
    found: list[RelationProof] = []
    for relation in drawn:
        found.append(_proof_of(relation, formal, formal.time.share(left)))
        left -= 1
    following: list[RelationProof] = []
    for first, second in pairs:
        following += _following(first, second, formal, formal.time.share(left) / 4)
        left -= 1
    return (*found, *_not_transitive(found, following))


def _is_provable(relation: Relation, formal: FormalDebate) -> bool:
    if relation.kind not in _KINDS or relation.is_derived:
        return False
    return relation.source in formal.formulas and relation.target in formal.formulas


def _proof_of(relation: Relation, formal: FormalDebate, seconds: float) -> RelationProof:
    source, target = relation.source, relation.target
    assert isinstance(source, ClaimRef | EvidenceRef), "it has a formula"
    assert isinstance(target, ClaimRef | EvidenceRef), "it has a formula"
    first, second = formal.formulas[source], formal.formulas[target]
    answer = _holds(relation.kind, first, second, seconds)
    case: tuple[str, ...] = ()
    if answer.follows is False:
        case = case_words(answer, formal.meanings, (first, second))
    return RelationProof(
        relation.kind, source, target, _STATUSES[answer.follows], case=case, reason=answer.reason
    )


_STATUSES = {True: ProofStatus.VALID, False: ProofStatus.INVALID, None: ProofStatus.NOT_DECIDED}


def _holds(kind: RelationKind, first: Formula, second: Formula, seconds: float) -> FormulaAnswer:
    if kind is _ENTAILS:
        return follows([first], second, seconds)
    excluded = follows([first], negation(second), seconds)
    if kind is RelationKind.CONTRARIETY or excluded.follows is not True:
        return excluded
    return follows([negation(second)], first, seconds)


def _pairs(formal: FormalDebate, drawn: list[Relation]) -> Iterator[tuple[PropositionRef, PropositionRef]]:
    """Yield pairs that have letters in common and are not related, as claims or as premise and conclusion."""
    related = {frozenset((relation.source, relation.target)) for relation in drawn}
    related |= set(_in_steps(formal.debate))
    by_letter: defaultdict[str, list[PropositionRef]] = defaultdict(list)
    for ref in sorted(formal.formulas, key=str):
        for letter in signature(formal.formulas[ref]):
            by_letter[letter.name].append(ref)
    pairs = {pair for refs in by_letter.values() for pair in islice(combinations(refs, 2), 4 * _MOST_PAIRS)}
    for first, second in sorted(pairs, key=lambda pair: (str(pair[0]), str(pair[1]))):
        if frozenset((first, second)) not in related:
            yield first, second


def _in_steps(debate: Debate) -> Iterator[frozenset[PropositionRef]]:
    for argument in debate.arguments.values():
        for inference in argument.inferences:
            yield from (frozenset((premise, inference.conclusion)) for premise in inference.premises)


def _following(
    first: PropositionRef, second: PropositionRef, formal: FormalDebate, seconds: float
) -> Iterator[RelationProof]:
    """Yield the strongest relation that holds between two claims; of both directions the second as well."""
    one, other = formal.formulas[first], formal.formulas[second]
    for kind, source, target in (
        (RelationKind.CONTRADICTION, first, second),
        (RelationKind.CONTRARIETY, first, second),
        (_ENTAILS, first, second),
        (_ENTAILS, second, first),
    ):
        formulas = (one, other) if source == first else (other, one)
        if _holds(kind, *formulas, seconds).follows is True and not _is_trivial(kind, *formulas, seconds):
            yield RelationProof(kind, source, target, ProofStatus.VALID, is_drawn=False)
            if kind is not _ENTAILS:
                return


def _is_trivial(kind: RelationKind, first: Formula, second: Formula, seconds: float) -> bool:
    """Return whether a relation holds only because one of both is always or never true."""
    ends = (negation(first), second) if kind is _ENTAILS else (negation(first), negation(second))
    return any(follows([], end, seconds).follows is not False for end in ends)


def _not_transitive(drawn: list[RelationProof], following: list[RelationProof]) -> Iterator[RelationProof]:
    """Yield what follows without entailments that two others give, by a claim between them."""
    entailed: defaultdict[PropositionRef, set[PropositionRef]] = defaultdict(set)
    for relation in (*drawn, *following):
        if relation.kind is _ENTAILS and relation.status is ProofStatus.VALID:
            entailed[relation.source].add(relation.target)
    for relation in following:
        between = entailed[relation.source] if relation.kind is _ENTAILS else set()
        is_indirect = any(
            relation.target in entailed[middle] and relation.source not in entailed[middle]
            for middle in between
            if middle not in (relation.source, relation.target) and middle not in entailed[relation.target]
        )
        if not is_indirect:
            yield relation
