"""Facts of the graph of a debate, as `argmap stats` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.analysis import GraphFacts, ThesisFacts
    from argmap.model import ElementRef

_MOST_NAMES = 5


def graph_lines(facts: GraphFacts) -> Iterator[str]:
    """Yield what is central, what holds a debate together, and what each thesis hangs on."""
    if facts.central:
        shares = (f"{ref} {share:.2f}" for ref, share in facts.central)
        yield f"most central: {', '.join(shares)}"
    if facts.articulation_points:
        yield f"would fall apart without any of: {_names(facts.articulation_points)}"
    for thesis in facts.theses:
        yield f"{thesis.thesis}: {thesis.pros} for, {thesis.cons} against"
        yield from (f"  {line}" for line in _hanging(thesis))


def _hanging(thesis: ThesisFacts) -> Iterator[str]:
    if thesis.cut:
        yield f"cut off from all evidence without: {_names(thesis.cut)}"
    if thesis.source:
        name = thesis.source.source.key or thesis.source.source.reference
        yield f"{thesis.source.share:.0%} of what it rests on cites {name}"
        if thesis.source.wholly:
            yield f"rests on nothing else: {_names(thesis.source.wholly)}"


def _names(refs: Iterable[ElementRef]) -> str:
    names = [str(ref) for ref in refs]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def graph_cells(facts: GraphFacts) -> dict[str, object]:
    """Return the facts as plain values, elements by their titles as the markup writes them."""
    return {
        "central": [{"element": str(ref), "centrality": round(share, 6)} for ref, share in facts.central],
        "articulation_points": [str(ref) for ref in facts.articulation_points],
        "theses": [_thesis_cells(thesis) for thesis in facts.theses],
    }


def _thesis_cells(thesis: ThesisFacts) -> dict[str, object]:
    dependence = thesis.source
    return {
        "thesis": str(thesis.thesis),
        "pros": thesis.pros,
        "cons": thesis.cons,
        "cut": [str(ref) for ref in thesis.cut],
        "source": dependence
        and {
            "source": dependence.source.key or dependence.source.reference,
            "share": round(dependence.share, 6),
            "grounds": [str(ref) for ref in dependence.grounds],
            "wholly": [str(ref) for ref in dependence.wholly],
        },
    }
