"""Rules about the sketch of a debate and its reconstruction: what one shows and the other does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.analysis.context import START, Found, Subject
from argmap.analysis.graph import as_element
from argmap.model import Argument, ArgumentRef, PropositionRef, Ref, Relation, RelationKind
from argmap.text import Related, diagnose


def not_reconstructed(subject: Subject) -> Iterator[Found]:
    """Yield the sketched relations with an argument that none of its premises bears out.

    What supports an argument is or supports one of its premises; what attacks it attacks one of them
    (see G. Betz, Theorie dialektischer Strukturen, 2010, on how a sketch is grounded).
    """
    for relation in subject.debate.relations:
        if relation.is_derived or relation.kind is RelationKind.UNDERCUT:
            continue
        for source, target in _ends(relation):
            if isinstance(target, ArgumentRef) and subject.debate[target].is_reconstructed:
                argument = subject.debate[target]
                if not _is_borne_out(subject, relation.kind, source, argument):
                    verb = "supports" if relation.kind.is_supporting else "attacks"
                    words = (subject.named(source), verb, argument.title)
                    place = relation.spans[0] if relation.spans else START
                    yield Found(argument.ref, diagnose("C311", place, *words))


def _ends(relation: Relation) -> Iterator[tuple[Ref, Ref]]:
    yield relation.source, relation.target
    if relation.kind.is_symmetric:
        yield relation.target, relation.source


def _is_borne_out(subject: Subject, kind: RelationKind, source: Ref, argument: Argument) -> bool:
    if kind.is_supporting:
        if source in argument.premises:
            return True
        others = subject.graph.supporting
    else:
        others = subject.graph.attacking
    end = as_element(source)
    return any(end in tuple(others(premise)) for premise in argument.premises)


def not_sketched(subject: Subject) -> Iterator[Found]:
    """Yield what follows for two arguments of the sketch that the sketch does not show.

    One of them concludes what the other starts from, so it supports it; both are drawn in the sketch,
    below something else, but no relation is between them.
    """
    debate = subject.debate
    conclusions: defaultdict[PropositionRef, list[Argument]] = defaultdict(list)
    drawn = [
        argument
        for argument in debate.arguments.values()
        if argument.is_reconstructed and _is_drawn(argument)
    ]
    for argument in drawn:
        if argument.conclusion:
            conclusions[argument.conclusion].append(argument)
    sketched = {
        (relation.source, relation.target) for relation in debate.relations if not relation.is_derived
    }
    for argument in drawn:
        for premise in argument.premises:
            others = [one for one in conclusions.get(premise, ()) if one is not argument]
            if not others or (premise, argument.ref) in sketched:
                continue
            first = min(others, key=lambda other: other.title)
            if (first.ref, argument.ref) not in sketched:
                related = [Related(first.span, "it is concluded here")] if first.span else []
                words = (first.title, argument.title, subject.named(premise))
                found = diagnose("C312", argument.span or START, *words, related=related)
                yield Found(argument.ref, found)


def _is_drawn(argument: Argument) -> bool:
    """Return whether an argument stands below something, and not only where it is reconstructed."""
    return any(not description.is_top_level for description in argument.descriptions)
