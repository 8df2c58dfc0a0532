"""Where propositions serve as premises and conclusions, and which relations authors wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from argmap.model import Argument, ArgumentRef, Origin, PropositionRef, Ref, Relation, Role
from argmap.named_tuples import NamedTuple


class Usage(NamedTuple):
    """The use of propositions in arguments: which take each as a premise, and which conclude it.

    An argument is listed once for every such step; `steps` are all propositions that occur
    in them, intermediary conclusions included.
    """

    premises: Mapping[PropositionRef, list[ArgumentRef]]
    conclusions: Mapping[PropositionRef, list[ArgumentRef]]
    steps: frozenset[PropositionRef]

    def uses(self, ref: PropositionRef) -> bool:
        """Return whether an argument has it as a premise or as its main conclusion."""
        return ref in self.premises or ref in self.conclusions


def find_usage(arguments: Iterable[Argument]) -> Usage:
    """Return how the arguments use propositions."""
    premises: defaultdict[PropositionRef, list[ArgumentRef]] = defaultdict(list)
    conclusions: defaultdict[PropositionRef, list[ArgumentRef]] = defaultdict(list)
    steps: set[PropositionRef] = set()
    for argument in arguments:
        if not argument.steps:
            continue
        user = argument.ref
        steps.update(argument.step_refs)
        for ref, step in zip(argument.step_refs, argument.steps, strict=True):
            if step.role is Role.PREMISE:
                premises[ref].append(user)
            elif step.role is Role.MAIN_CONCLUSION:
                conclusions[ref].append(user)
    return Usage(dict(premises), dict(conclusions), frozenset(steps))


def index_sketched(relations: Iterable[Relation]) -> Mapping[Ref, list[Relation]]:
    """Return the relations that an author wrote, under each of their ends."""
    found: defaultdict[Ref, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.origin is Origin.SKETCHED:
            for end in dict.fromkeys((relation.source, relation.target)):
                found[end].append(relation)
    return dict(found)
