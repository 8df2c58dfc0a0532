"""What structures say of relations, though nobody writes it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import Debate, Ref, RelationKind


def derived_relations(debate: Debate) -> Iterator[tuple[RelationKind, Ref, Ref]]:
    """Yield what follows from structures: premises support their argument, and it its conclusion."""
    for argument in debate.arguments.values():
        conclusions = {inference.conclusion_index for inference in argument.inferences}
        if conclusions:
            for place, ref in enumerate(argument.step_refs):
                if place not in conclusions:
                    yield RelationKind.SUPPORT, ref, argument.ref
            yield RelationKind.SUPPORT, argument.ref, argument.inferences[-1].conclusion
