"""The reasons for and against a claim, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from argmap.analysis.outlines.bearers import Bearer, Bearers
from argmap.interop.debate_reports.numbered_sources import NumberedSources
from argmap.interop.debate_reports.sentences import in_a_line
from argmap.model import Debate, ElementRef, Inference, RelationKind

_UNDERCUT = "undercut by "


def reason_table(
    ref: ElementRef, debate: Debate, bearers: Bearers, sources: NumberedSources
) -> Iterator[str]:
    """Yield the lines of a table of reasons for and against something, with undercuts below their reasons.

    Nothing is yielded if nothing supports or attacks it.
    """
    sides: tuple[list[str], list[str]] = ([], [])
    for bearer in bearers.bearing_on(ref):
        reason = _reason(bearer, debate, sources)
        if bearer.kind is None or not reason:
            continue
        cells = sides[0 if bearer.kind.is_supporting else 1]
        cells.append(f"{_UNDERCUT}{reason}" if bearer.kind is RelationKind.UNDERCUT else reason)
        undercuts = (_reason(other, debate, sources) for other in bearers.undercutting(bearer.ref))
        cells += (f"↳ {_UNDERCUT}{undercut}" for undercut in undercuts if undercut)
    if any(sides):
        yield from ("| for | against |", "| --- | --- |")
        yield from (f"| {pro} | {con} |" for pro, con in zip_longest(*sides, fillvalue=""))


def _reason(bearer: Bearer, debate: Debate, sources: NumberedSources) -> str:
    """Return in words what supports or attacks something, empty if the debate does not contain it."""
    if bearer.ref not in debate:
        return ""
    element = debate[bearer.ref]
    return "" if isinstance(element, Inference) else in_a_line(element, sources.citation(element))
