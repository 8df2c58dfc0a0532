"""Files of AIF with any nodes, and edges between any of them."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from argmap.interop.scheme_graphs.aif_json import graph_json
from argmap.interop.scheme_graphs.scheme_graph import GraphEdge, GraphNode, GraphNodeKind, SchemeGraph


@st.composite
def graphs(draw: st.DrawFn, *, most: int = 8) -> SchemeGraph:
    """Graphs of any nodes, with edges between any of them."""
    texts = st.sampled_from(["It rains.", "It rains.", "", "RA", "Ann : so", "[A] -> <b>", "two\nlines"])
    schemes = st.sampled_from([None, None, "ExpertOpinion", "Default Inference", "Asserting"])
    kinds = draw(st.lists(st.sampled_from(GraphNodeKind), max_size=most))
    nodes = [GraphNode(f"n{place}", kind, draw(texts), draw(schemes)) for place, kind in enumerate(kinds)]
    names = st.sampled_from([node.id for node in nodes]) if nodes else st.nothing()
    ends = draw(st.lists(st.tuples(names, names), max_size=2 * most)) if nodes else []
    return SchemeGraph(nodes, [GraphEdge(str(place), *pair) for place, pair in enumerate(ends)])


def text_of(graph: SchemeGraph) -> str:
    return json.dumps(graph_json(graph))
