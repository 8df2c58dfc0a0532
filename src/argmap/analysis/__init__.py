"""What follows: questions to a debate, and checks of it."""

from argmap.analysis.checks import check_debate, judge
from argmap.analysis.citations import Citation, Cited, sources_used
from argmap.analysis.critical_questions import Answer, ChecklistItem, Status, checklist
from argmap.analysis.graph import Edge, Graph
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
from argmap.analysis.statistics import Statistics, statistics

__all__ = [
    "Answer",
    "ChecklistItem",
    "Citation",
    "Cited",
    "Edge",
    "Graph",
    "Statistics",
    "Status",
    "ancestors",
    "check_debate",
    "checklist",
    "cycles",
    "depth",
    "depths",
    "descendants",
    "grounds",
    "islands",
    "judge",
    "leaves",
    "roots",
    "sources_used",
    "statistics",
]
