"""Schemes that AIF files name by their numbers in AIFdb."""

from __future__ import annotations

from attrs import evolve

from argmap.data import FrozenDict
from argmap.interop.scheme_graphs.scheme_graph import GraphNodeKind, SchemeGraph

# Schemes of inferences in the corpora of AIFdb; defaults do not name one.
_SCHEMES = {
    "1": "Analogy",
    "4": "CauseToEffect",
    "6": "Commitment",
    "7": "CorrelationToCause",
    "14": "Example",
    "15": "ExpertOpinion",
    "16": "FalsificationOfHypothesis",
    "17": "FearAppeal",
    "19": "Ignorance",
    "20": "InconsistentCommitment",
    "23": "PopularOpinion",
    "25": "PopularPractice",
    "26": "PositionToKnow",
    "28": "PracticalReasoning",
    "30": "Sign",
    "31": "VerbalClassification",
    "35": "ModusPonens",
    "61": "EstablishedRule",
    "62": "ExceptionalCase",
    "160": "ArgumentFromAuthority",
}


def with_fulfilled_schemes(graph: SchemeGraph) -> SchemeGraph:
    """Return a graph whose inferences have the schemes that `schemefulfillments` name by known numbers.

    >>> from argmap.interop.scheme_graphs.scheme_graph import GraphNode
    >>> rows = (FrozenDict({"nodeID": "2", "schemeID": "14"}),)
    >>> node = GraphNode("2", GraphNodeKind.INFERENCE)
    >>> graph = SchemeGraph((node,), data=FrozenDict({"schemefulfillments": rows}))
    >>> with_fulfilled_schemes(graph).nodes[0].fulfils
    'Example'
    """
    rows = graph.data.get("schemefulfillments")
    named = {
        str(row.get("nodeID")): scheme
        for row in (rows if isinstance(rows, tuple) else ())
        if isinstance(row, FrozenDict) and (scheme := _SCHEMES.get(str(row.get("schemeID"))))
    }
    if not named:
        return graph
    return evolve(
        graph,
        nodes=(
            evolve(node, fulfils=named.get(node.id)) if node.kind is GraphNodeKind.INFERENCE else node
            for node in graph.nodes
        ),
    )
