"""What arguments rest on: the premises of an argument, and those from which others argue for these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.data.strong_components import strong_components
from argmap.model import Argument, Debate, PropositionRef
from argmap.named_tuples import NamedTuple


class RestingArgument(NamedTuple):
    """An argument with all propositions on which it rests in the end, in the order of their titles.

    `through` are those that are argued for on the way, and its conclusion.
    """

    argument: Argument
    premises: tuple[PropositionRef, ...]
    through: frozenset[PropositionRef]


def chains_of(debate: Debate, formalized: Mapping[PropositionRef, object]) -> Iterator[RestingArgument]:
    """Yield the arguments some premises of which other arguments argue for, with what these rest on.

    An argument counts if all its premises and its conclusion are formalized. What several arguments lead to
    rests on the premises of all of them; what argues in a circle for itself is a premise. Arguments that
    others go on from are not listed: the chain of those has them in it.

    >>> import argmap
    >>> text = "<A>\\n\\n(1) [P]\\n----\\n(2) [Q]\\n\\n<B>\\n\\n(1) [Q]\\n----\\n(2) [R]"
    >>> debate = argmap.parse(text).debate
    >>> [(chain.argument.title, chain.premises) for chain in chains_of(debate, {**dict.fromkeys(map(
    ...     lambda claim: claim.ref, debate.claims.values()))})]
    [('B', (ClaimRef('P'),))]
    """
    arguments = [argument for argument in debate.arguments.values() if _is_formal(argument, formalized)]
    leading: defaultdict[PropositionRef, set[PropositionRef]] = defaultdict(set)
    for argument in arguments:
        assert argument.conclusion is not None, "it is formalized"
        leading[argument.conclusion].update(argument.premises)
    ways = {ref: tuple(sorted(premises, key=str)) for ref, premises in leading.items()}
    circular = {
        ref
        for component in strong_components(ways, ways)
        for ref in component
        if len(component) > 1 or ref in leading[ref]
    }
    ways = {ref: premises for ref, premises in ways.items() if ref not in circular}
    gone_on: set[PropositionRef] = {premise for argument in arguments for premise in argument.premises}
    for argument in arguments:
        conclusion = argument.conclusion
        assert conclusion is not None, "it is formalized"
        if conclusion in gone_on and conclusion not in circular:
            continue
        if any(premise in ways for premise in argument.premises):
            ends, through = _ends(argument.premises, ways)
            yield RestingArgument(argument, tuple(sorted(ends, key=str)), frozenset({*through, conclusion}))


def _is_formal(argument: Argument, formalized: Mapping[PropositionRef, object]) -> bool:
    if argument.conclusion is None:
        return False
    return all(ref in formalized for ref in (*argument.premises, argument.conclusion))


def _ends(
    starts: tuple[PropositionRef, ...], ways: Mapping[PropositionRef, tuple[PropositionRef, ...]]
) -> tuple[set[PropositionRef], set[PropositionRef]]:
    """Return what is reached at last, where no way leads on, and what is reached before."""
    reached: set[PropositionRef] = set()
    ends: set[PropositionRef] = set()
    waiting = list(starts)
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            if ref in ways:
                waiting += ways[ref]
            else:
                ends.add(ref)
    return ends, reached - ends
