"""From the relations that are sketched to those that hold: the derivations, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from argmap.data import NO_DATA, Data, FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    ClaimRef,
    EvidenceRef,
    Inference,
    Origin,
    PropositionRef,
    QuestionRef,
    Ref,
    Relation,
    RelationKind,
)
from argmap.model.stating.written_relations import stated_kind
from argmap.named_tuples import NamedTuple
from argmap.settings import Settings
from argmap.text import Span

_STATEMENTS = (ClaimRef, EvidenceRef, QuestionRef)
# Read for each relation, and Python 3.11 takes ten times as long to find them in their enum.
_SUPPORT, _ATTACK, _UNDERCUT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.UNDERCUT
_SKETCHED, _DERIVED = Origin.SKETCHED, Origin.DERIVED
_Key = tuple[RelationKind, Ref, Ref]


class SketchedLine(NamedTuple):
    """A line that writes a relation, where its operator is, and what its data say of the relation."""

    kind: RelationKind
    source: Ref
    target: Ref
    span: Span
    mark: Span
    data: Data | None = None


class _SketchedRelations:
    """The relations that were written, each once, in the order in which their lines were complete."""

    def __init__(self, lines: Iterable[SketchedLine]) -> None:
        self.found: dict[_Key, list[Span]] = {}
        # What lines say of the relation that they write.
        self.data: dict[Span, Data] = {}
        # Lines that say of which kind their relation is, whatever the operator says in strict texts.
        self.stated: set[Span] = set()
        # Where the operators are in those lines.
        self.marks: dict[Span, Span] = {}
        for line in lines:
            self._add(*line)

    def _add(
        self, kind: RelationKind, source: Ref, target: Ref, span: Span, mark: Span, data: Data | None
    ) -> None:
        """Take in a relation, its line and its operator there; what is written twice has two places."""
        self.marks[span] = mark
        if data and (stated := stated_kind(kind, source, target, data)):
            kind = stated
            data = FrozenDict({key: value for key, value in data.items() if key != "kind"})
            self.stated.add(span)
        key = (kind, source, target)
        if kind.is_symmetric and (kind, target, source) in self.found:
            key = (kind, target, source)
        self.found.setdefault(key, []).append(span)
        if data:
            self.data[span] = data


def settle(
    lines: Iterable[SketchedLine],
    arguments: Mapping[str, Argument],
    settings: Settings,
    dropped: Mapping[Ref, Ref],
) -> tuple[Relation, ...]:
    """Return the relations of lines as they hold, then those that follow from premises and conclusions.

    `lines` are in the order in which they were complete; `dropped` are inferences without a conclusion, with
    what relations to them bear on instead.
    """
    sketch = _SketchedRelations(lines)
    found = _retargeted(sketch.found, dropped)
    if settings.model.transform_argument_relations:
        found = _moved_to_conclusions(found, arguments, sketch.data)
    if settings.model.mode == "strict":
        found = _strict(found, sketch.stated)
    found = _without_redundant(found, arguments, sketch.data)
    relations = [
        Relation(
            kind,
            source,
            target,
            _SKETCHED,
            tuple(spans),
            data,
            tuple([sketch.marks[span] for span in spans]),
        )
        for (kind, source, target), lines in found.items()
        for data, spans in _by_data(lines, sketch.data)
    ]
    if sketch.data or sketch.stated:
        # What differs in its data or its kind only can have other lines between.
        ranks = {span: rank for rank, span in enumerate(sketch.marks)}
        relations.sort(key=lambda relation: ranks[relation.spans[0]])
    return (*relations, *_derived(found, arguments.values()))


def _by_data(spans: list[Span], written: Mapping[Span, Data]) -> Iterable[tuple[Data, list[Span]]]:
    """Yield lines that write a relation by what they say of it; those that say nothing with the first."""
    if not written:
        return ((NO_DATA, spans),)
    lines: dict[Data, list[Span]] = {}
    for span in spans:
        if span in written:
            lines.setdefault(written[span], []).append(span)
    if len(lines) < 2:
        return ((next(iter(lines), NO_DATA), spans),)
    first = next(iter(lines))
    lines[first] = [span for span in spans if written.get(span, first) == first]
    return lines.items()


def _retargeted(found: dict[_Key, list[Span]], dropped: Mapping[Ref, Ref]) -> dict[_Key, list[Span]]:
    """Let relations of an inference without a conclusion be those of its argument."""
    if not dropped:
        return found
    result: dict[_Key, list[Span]] = {}
    for (kind, source, target), spans in found.items():
        key = (kind, dropped.get(source, source), dropped.get(target, target))
        result.setdefault(key, []).extend(spans)
    return result


def _moved_to_conclusions(
    found: dict[_Key, list[Span]], arguments: Mapping[str, Argument], written: Mapping[Span, Data]
) -> dict[_Key, list[Span]]:
    """Let a reconstructed argument act by its conclusion, and be undercut at its last inference.

    That it supports its own conclusion need not be said, unless more is said of it.
    """
    last: dict[Ref, Inference] = {
        argument.ref: argument.inferences[-1] for argument in arguments.values() if argument.inferences
    }
    if not last:
        return found
    result: dict[_Key, list[Span]] = {}
    for (kind, source, target), spans in found.items():
        if own := last.get(source):
            if own.conclusion != target:
                source = own.conclusion
            elif kind is _SUPPORT and written.keys().isdisjoint(spans):
                continue
        if kind is _UNDERCUT and (undercut := last.get(target)):
            target = undercut.ref
        result.setdefault((kind, source, target), []).extend(spans)
    return result


def _strict(found: dict[_Key, list[Span]], stated: Container[Span]) -> dict[_Key, list[Span]]:
    """Between claims, let support be entailment and attack contrariety, which has no direction.

    Where the kind is stated, it stays.
    """
    result: dict[_Key, list[Span]] = {}
    parted = ((key, part) for key, spans in found.items() for part in _parted(spans, stated) if part)
    for (kind, source, target), spans in parted:
        if spans[0] in stated:
            result.setdefault((kind, source, target), []).extend(spans)
            continue
        if isinstance(source, _STATEMENTS) and isinstance(target, _STATEMENTS):
            if kind is _SUPPORT:
                kind = RelationKind.ENTAILMENT
            elif kind is _ATTACK:
                kind = RelationKind.CONTRARIETY
                if (kind, target, source) in result:
                    result[kind, target, source].extend(spans)
                    continue
        result.setdefault((kind, source, target), []).extend(spans)
    return result


def _parted(spans: list[Span], stated: Container[Span]) -> tuple[list[Span], list[Span]]:
    return [span for span in spans if span in stated], [span for span in spans if span not in stated]


def _without_redundant(
    found: dict[_Key, list[Span]], arguments: Mapping[str, Argument], written: Mapping[Span, Data]
) -> dict[_Key, list[Span]]:
    """Leave out attacks on an argument by what attacks one of its premises anyway.

    An attack of which more is said stays.
    """
    of_statements = [
        (source, target)
        for kind, source, target in found
        if kind is _ATTACK and isinstance(target, ArgumentRef) and not isinstance(source, ArgumentRef)
    ]
    if not of_statements:
        return found
    attacked: defaultdict[Ref, set[Ref]] = defaultdict(set)
    for kind, source, target in found:
        if kind is _ATTACK:
            attacked[source].add(target)
        elif kind.is_symmetric:
            attacked[source].add(target)
            attacked[target].add(source)
    redundant = {
        (_ATTACK, source, target)
        for source, target in of_statements
        if not attacked[source].isdisjoint(_premises(arguments[target.title]))
        and written.keys().isdisjoint(found[_ATTACK, source, target])
    }
    return {key: spans for key, spans in found.items() if key not in redundant} if redundant else found


def _premises(argument: Argument) -> list[PropositionRef]:
    """Return what an argument takes as given, nothing if it has no inferences; the answer is not kept."""
    if not argument.inferences:
        return []
    conclusions = {inference.conclusion_index for inference in argument.inferences}
    return [ref for index, ref in enumerate(argument.step_refs) if index not in conclusions]


def _derived(found: dict[_Key, list[Span]], arguments: Iterable[Argument]) -> list[Relation]:
    """Premises support their argument, and it supports its conclusion, unless an author said so."""
    derived: dict[_Key, None] = {}
    for argument in arguments:
        if argument.inferences:
            ref = argument.ref
            for premise in _premises(argument):
                derived[_SUPPORT, premise, ref] = None
            derived[_SUPPORT, ref, argument.inferences[-1].conclusion] = None
    return [Relation(*key, _DERIVED) for key in derived if key not in found]
