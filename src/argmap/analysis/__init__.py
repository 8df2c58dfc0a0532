"""What follows from a debate: queries and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.text.names_on_access import names_on_access

if TYPE_CHECKING:
    from argmap.analysis.checks import check_debate, judge
    from argmap.analysis.citations import Citation, Cited, sources_used
    from argmap.analysis.critical_questions import Answer, ChecklistItem, Status, checklist
    from argmap.analysis.debate_statistics import Statistics, statistics
    from argmap.analysis.dependence import Dependence, source_dependence
    from argmap.analysis.graph import Edge, Graph
    from argmap.analysis.network import MissingNetworkxError, articulation_points, centrality, evidence_cut
    from argmap.analysis.network_facts import GraphFacts, ThesisFacts, graph_facts
    from argmap.analysis.queries import (
        ancestors,
        cycles,
        depth,
        depths,
        descendants,
        grounds,
        islands,
        leaves,
        roots,
    )
    from argmap.analysis.reason_balance import Balance, balance

__all__ = [
    "Answer",
    "Balance",
    "ChecklistItem",
    "Citation",
    "Cited",
    "Dependence",
    "Edge",
    "Graph",
    "GraphFacts",
    "MissingNetworkxError",
    "Statistics",
    "Status",
    "ThesisFacts",
    "ancestors",
    "articulation_points",
    "balance",
    "centrality",
    "check_debate",
    "checklist",
    "cycles",
    "depth",
    "depths",
    "descendants",
    "evidence_cut",
    "graph_facts",
    "grounds",
    "islands",
    "judge",
    "leaves",
    "roots",
    "source_dependence",
    "sources_used",
    "statistics",
]

# A map needs little of it, and must not wait for the rest.
__getattr__ = names_on_access(
    __name__,
    {
        "argmap.analysis.reason_balance": (
            "Balance",
            "balance",
        ),
        "argmap.analysis.checks": (
            "check_debate",
            "judge",
        ),
        "argmap.analysis.citations": (
            "Citation",
            "Cited",
            "sources_used",
        ),
        "argmap.analysis.critical_questions": (
            "Answer",
            "ChecklistItem",
            "Status",
            "checklist",
        ),
        "argmap.analysis.dependence": (
            "Dependence",
            "source_dependence",
        ),
        "argmap.analysis.graph": (
            "Edge",
            "Graph",
        ),
        "argmap.analysis.network_facts": (
            "GraphFacts",
            "ThesisFacts",
            "graph_facts",
        ),
        "argmap.analysis.network": (
            "MissingNetworkxError",
            "articulation_points",
            "centrality",
            "evidence_cut",
        ),
        "argmap.analysis.queries": (
            "ancestors",
            "cycles",
            "depth",
            "depths",
            "descendants",
            "grounds",
            "islands",
            "leaves",
            "roots",
        ),
        "argmap.analysis.debate_statistics": (
            "Statistics",
            "statistics",
        ),
    },
)
