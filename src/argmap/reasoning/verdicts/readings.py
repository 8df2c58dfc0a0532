"""Verdicts under readings that treat elements as arguments and supports as attacks, or ignore supports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.data.frozen_dict import FrozenDict
from argmap.model import ArgumentRef, Debate, ElementRef, InferenceRef, QuestionRef, Ref
from argmap.reasoning.attack_graph import AttackGraph
from argmap.reasoning.bipolar import SupportReading, attacks_by_reading
from argmap.reasoning.deadline import Deadline, NotDecidedError
from argmap.reasoning.framework import Framework
from argmap.reasoning.label import Label
from argmap.reasoning.positions.labellings import labellings
from argmap.reasoning.positions.overview import overview
from argmap.reasoning.theories.rival_positions import rival_positions
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.stipulations import Stipulations
from argmap.reasoning.verdicts.positional import Agreed
from argmap.reasoning.verdicts.question_verdicts import decisive
from argmap.reasoning.verdicts.verdict import Basis, Verdict

_BASES = {Label.IN: Basis.PRESUMED, Label.OUT: Basis.REFUTED, Label.UNDECIDED: Basis.OPEN}

# No more attacks than this are made from supports: n supporters and n attackers may give n² of them.
_MOST_ATTACKS = 4_000_000
# The clock is checked after so many.
_PAUSE = 10_000


def verdicts_by_reading(
    debate: Debate, stipulated: Stipulations, reading: str, semantics: str, deadline: Deadline
) -> Agreed:
    """Return the verdicts on a debate whose elements attack each other according to a reading.

    An undercut attacks the argument, what excludes something attacks it and is attacked by it, and so do
    rival positions on a question. What nothing attacks is in; an inference has the label of its argument.
    """
    try:
        refs, graph = _graph(debate, stipulated, reading, deadline)
    except (TooLargeError, NotDecidedError):
        return _nothing_known(debate, stipulated)
    view = overview(graph, semantics, deadline=deadline)
    if not view.has_labellings:
        nothing = Verdict(Label.UNDECIDED, Basis.OPEN)
        return Agreed(FrozenDict(dict.fromkeys(_all(debate), nothing)), has_positions=False)
    numbers = {ref: number for number, ref in enumerate(refs)}
    unknown = frozenset(ref for ref in _all(debate) if numbers[_element(ref)] in view.unknown)
    verdicts = FrozenDict(
        (
            ref,
            _verdict(
                ref,
                Label.UNDECIDED if ref in unknown else view.labels[numbers[_element(ref)]],
                stipulated,
                is_possible=numbers[_element(ref)] in view.possible,
                is_unknown=ref in unknown,
            ),
        )
        for ref in _all(debate)
    )
    return Agreed(verdicts, unknown)


def positions_by_reading(
    debate: Debate, stipulated: Stipulations, reading: str, semantics: str, deadline: Deadline
) -> Iterator[FrozenDict[Ref, Verdict]]:
    """Yield the verdicts of each position under a reading, until time is over."""
    try:
        refs, graph = _graph(debate, stipulated, reading, deadline)
    except (TooLargeError, NotDecidedError):
        return
    numbers = {ref: number for number, ref in enumerate(refs)}
    try:
        for labels in labellings(graph, semantics, deadline=deadline):
            yield FrozenDict(
                (
                    ref,
                    _verdict(
                        ref,
                        labels[numbers[_element(ref)]],
                        stipulated,
                        is_possible=labels[numbers[_element(ref)]] is Label.IN,
                    ),
                )
                for ref in _all(debate)
            )
    except NotDecidedError:
        return


def _nothing_known(debate: Debate, stipulated: Stipulations) -> Agreed:
    """Return verdicts in which nothing but what is stipulated is known."""
    fixed = stipulated.accepted | stipulated.rejected
    unknown = frozenset(ref for ref in _all(debate) if ref not in fixed)

    def verdict(ref: Ref) -> Verdict:
        if ref in unknown:
            return Verdict(Label.UNDECIDED, Basis.UNKNOWN)
        label = Label.IN if ref in stipulated.accepted else Label.OUT
        return _verdict(ref, label, stipulated, is_possible=label is Label.IN)

    return Agreed(FrozenDict((ref, verdict(ref)) for ref in _all(debate)), unknown)


def _reduced(
    written: Framework[ElementRef],
    supports: Iterable[tuple[ElementRef, ElementRef]],
    reading: str,
    deadline: Deadline,
) -> Iterable[tuple[ElementRef, ElementRef]]:
    """Return the attacks of a reading, each once.

    Raises:
        TooLargeError: there are too many to wait for.
        NotDecidedError: the deadline has passed.
    """
    attacks: dict[tuple[ElementRef, ElementRef], None] = {}
    most = _MOST_ATTACKS + len(written.attacks)
    every = attacks_by_reading(written, supports, SupportReading(reading))
    for number, attack in enumerate(every, start=1):
        attacks[attack] = None
        if not number % _PAUSE:
            deadline.check()
        if len(attacks) > most:
            raise TooLargeError
    return attacks


def _graph(
    debate: Debate, stipulated: Stipulations, reading: str, deadline: Deadline
) -> tuple[list[ElementRef | None], AttackGraph]:
    elements = [element.ref for element in debate if not isinstance(element.ref, QuestionRef)]
    known = set(elements)
    attacks: list[tuple[ElementRef, ElementRef]] = []
    supports: list[tuple[ElementRef, ElementRef]] = []
    for relation in debate.relations:
        source, target = _element(relation.source), _element(relation.target)
        if source not in known or target not in known:
            continue
        if relation.kind.is_supporting:
            supports.append((source, target))
            continue
        attacks.append((source, target))
        if relation.kind.is_symmetric:
            attacks.append((target, source))
    places: dict[ElementRef, int] = {ref: number for number, ref in enumerate(elements)}
    for first, second in rival_positions(debate, lambda ref: places.get(decisive(debate, ref))).conflicts:
        attacks += [(elements[first], elements[second]), (elements[second], elements[first])]
    reduced = _reduced(Framework.of(elements, attacks), supports, reading, deadline)
    accepted = {_element(ref) for ref in stipulated.accepted}
    rejected = {_element(ref) for ref in stipulated.rejected}
    # None stands for an unattacked argument that attacks everything rejected.
    arguments: list[ElementRef | None] = [*elements, None]
    pairs: list[tuple[ElementRef | None, ElementRef]] = [
        (source, target) for source, target in reduced if target not in accepted
    ]
    pairs += [(None, ref) for ref in elements if ref in rejected]
    numbers = {ref: number for number, ref in enumerate(arguments)}
    return arguments, AttackGraph.of(
        len(arguments), [(numbers[source], numbers[target]) for source, target in pairs]
    )


def _element(ref: Ref) -> ElementRef:
    return ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref


def _all(debate: Debate) -> Iterable[Ref]:
    for element in debate:
        if not isinstance(element.ref, QuestionRef):
            yield element.ref
        if isinstance(element.ref, ArgumentRef):
            yield from (inference.ref for inference in debate.arguments[element.title].inferences)


def _verdict(
    ref: Ref, label: Label, stipulated: Stipulations, *, is_possible: bool, is_unknown: bool = False
) -> Verdict:
    basis = Basis.UNKNOWN if is_unknown else _BASES[label]
    if ref in stipulated.accepted:
        basis = Basis.ACCEPTED
    elif ref in stipulated.rejected:
        basis = Basis.REJECTED
    return Verdict(label, basis, is_possible=is_possible)
