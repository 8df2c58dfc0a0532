"""Rules about the sketch of a debate and its reconstruction: what one shows and the other does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.analysis.context import START, CheckContext, CheckFinding
from argmap.analysis.graph import as_element
from argmap.model import Argument, ArgumentRef, PropositionRef, Ref, Relation, RelationKind
from argmap.text import Related, diagnose


def not_reconstructed(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield the sketched relations with an argument that none of its premises bears out.

    What supports an argument is or supports one of its premises; what attacks it attacks one of them
    (see G. Betz, Theorie dialektischer Strukturen, 2010, on how a sketch is grounded).
    """
    for relation in context.debate.relations:
        if relation.is_derived or relation.kind is RelationKind.UNDERCUT:
            continue
        for source, target in _ends(relation):
            if isinstance(target, ArgumentRef) and context.debate[target].is_reconstructed:
                argument = context.debate[target]
                if not _is_borne_out(context, relation.kind, source, argument):
                    verb = "supports" if relation.kind.is_supporting else "attacks"
                    words = (context.named(source), verb, argument.title)
                    place = relation.spans[0] if relation.spans else START
                    yield CheckFinding(argument.ref, diagnose("C311", place, *words))


def _ends(relation: Relation) -> Iterator[tuple[Ref, Ref]]:
    yield relation.source, relation.target
    if relation.kind.is_symmetric:
        yield relation.target, relation.source


def _is_borne_out(context: CheckContext, kind: RelationKind, source: Ref, argument: Argument) -> bool:
    if kind.is_supporting:
        if source in argument.premises:
            return True
        others = context.graph.supporting
    else:
        others = context.graph.attacking
    end = as_element(source)
    return any(end in tuple(others(premise)) for premise in argument.premises)


def not_sketched(context: CheckContext) -> Iterator[CheckFinding]:
    """Yield what follows for two arguments of the sketch that the sketch does not show.

    One of them concludes what the other starts from, so it supports it; both are drawn in the sketch,
    below something else, but no relation is between them.
    """
    debate = context.debate
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
                words = (first.title, argument.title, context.named(premise))
                found = diagnose("C312", argument.span or START, *words, related=related)
                yield CheckFinding(argument.ref, found)


def _is_drawn(argument: Argument) -> bool:
    """Return whether an argument is below something, and not only where it is reconstructed."""
    return any(not description.is_top_level for description in argument.descriptions)
