"""Claims that cannot all be true, by their formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model import PropositionRef
from argmap.proving.asking import absurdity, are_consistent, needed_premises
from argmap.proving.formal_debate import FormalDebate


def incompatible_sets(
    refs: Iterable[PropositionRef], formal: FormalDebate, seconds: float
) -> Iterator[tuple[PropositionRef, ...]]:
    """Yield the smallest sets of claims with formulas that cannot all be true, if there are any.

    >>> import argmap
    >>> text = "[A]: a {formula: p}\\n\\n[B]: b {formula: q}\\n\\n[C]: c {formula: not p}"
    >>> formal = FormalDebate.of(argmap.parse(text).debate, 5)
    >>> [list(map(str, refs)) for refs in incompatible_sets(formal.formulas, formal, 5)]
    [['[A]', '[C]']]
    """
    known = [ref for ref in dict.fromkeys(refs) if ref in formal.formulas]
    if len(known) < 2:
        return
    formulas = [formal.formulas[ref] for ref in known]
    if are_consistent(formulas, seconds / 2) is not False:
        return
    for places in needed_premises(formulas, absurdity(formulas[0]), seconds / 2):
        yield tuple(known[place] for place in places)
