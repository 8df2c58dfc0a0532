"""Ids of edges: writing renumbers edges, so ids that do more than count are reported."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Fate, Loss, Report
from argmap.interop.conversion.conversions import Reading
from argmap.interop.conversion.own_data import own_data
from argmap.interop.scheme_graphs.free_ids import FreeIds
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge
from argmap.text.counts import counted


def with_edge_ids_reported(reading: Reading, edges: Iterable[GraphEdge], key: str) -> Reading:
    """Return the reading of a graph whose report says whether ids of its edges are not kept.

    Metadata under `key` keep the ids of edges that say something themselves.

    >>> from argmap.interop.conversion.conversion_report import Direction
    >>> from argmap.model import Debate
    >>> plain = Reading(Debate(), Report("aif", Direction.READ), "aif")
    >>> with_edge_ids_reported(plain, [GraphEdge("1", "a", "b")], "aif").report.losses
    ()
    >>> with_edge_ids_reported(plain, [GraphEdge("100", "a", "b")], "aif").report.losses[0].subject
    'edge 100'
    """
    kept = _kept_ids(reading, key)
    free = FreeIds(set(kept))
    renumbered = [
        edge
        for place, edge in enumerate(edges, start=1)
        # Something without an id is called by its place.
        if edge.id not in kept and free.next() != edge.id != str(place)
    ]
    if not renumbered:
        return reading
    first = renumbered[0]
    number = counted(len(renumbered), "edge gets another id", "edges get other ids")
    detail = f"{number} when written"
    loss = Loss(Fate.ASIDE, "edge ids", f"edge {first.id}", detail, span=first.span)
    report: Report = evolve(reading.report, losses=(*reading.report.losses, loss))
    return evolve(reading, report=report)


def _kept_ids(reading: Reading, key: str) -> set[str]:
    own = own_data(reading.debate.metadata, key)
    lists = (own.get(word) for word in ("edges", "edgeData"))
    rows = (row for rows in lists if isinstance(rows, tuple) for row in rows)
    return {str(row["id"]) for row in rows if isinstance(row, FrozenDict) and "id" in row}
