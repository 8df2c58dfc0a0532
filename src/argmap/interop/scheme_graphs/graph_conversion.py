"""Reading and writing formats that are scheme graphs: what their modules share."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from argmap.data.garbage import paused_collector
from argmap.interop.conversion.conversion_report import Direction, Loss, Report, counts_of
from argmap.interop.conversion.conversions import Reading, ReadingOptions, WritingOptions
from argmap.interop.scheme_graphs.graph_reading import read_graph
from argmap.interop.scheme_graphs.graph_writing import Derivation, as_it_is, write_graph
from argmap.interop.scheme_graphs.rephrased_claims import with_rephrased_claims_joined
from argmap.interop.scheme_graphs.scheme_graph import GraphNodeKind, SchemeGraph
from argmap.model import Debate, HasDebate, debate_of


def graph_reading(
    graph: SchemeGraph, damage: Iterable[Loss], name: str, options: ReadingOptions, *, key: str = ""
) -> Reading:
    """Return the reading of a graph from a format.

    What only the format says is in data under `key`, by default the name of the format.
    """
    joined: tuple[Loss, ...] = ()
    if options.choices.get("rephrase") == "wordings":
        graph, joined = with_rephrased_claims_joined(graph)
    with paused_collector():
        debate, losses = read_graph(graph, key or name, options)
    report = Report(name, Direction.READ, _counts(graph, debate), (*damage, *joined, *losses))
    return Reading(debate, report, name)


def graph_writing(
    document: HasDebate | Debate,
    name: str,
    options: WritingOptions,
    *,
    key: str = "",
    also: Collection[str] = (),
    kinds: Collection[GraphNodeKind] = tuple(GraphNodeKind),
    derived: Derivation = as_it_is,
) -> tuple[SchemeGraph, Report]:
    """Return the graph that shows a debate, and the report on writing it."""
    debate = debate_of(document)
    with paused_collector():
        graph, losses = write_graph(
            debate, key or name, extras=options.extras, also=also, kinds=kinds, derived=derived
        )
    return graph, Report(name, Direction.WRITTEN, _counts(graph, debate), losses)


def _counts(graph: SchemeGraph, debate: Debate) -> dict[str, int]:
    return {"nodes": len(graph.nodes), "edges": len(graph.edges), **counts_of(debate)}
