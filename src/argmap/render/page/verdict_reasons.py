"""Why the nodes of a map have their verdicts, in words."""

from __future__ import annotations

from argmap.maps import ArgumentMap
from argmap.model import CriticalQuestionRef
from argmap.render.page.drawn_debate import DrawnDebate
from argmap.text.visible import visible

# Few want to know more at once; those who do can follow the links.
_DEPTH = 3
# The total number of elements that are examined and points that are shown.
_MOST_WORK = 200_000
_LEFT_OUT = "This debate is too large for a page to explain each verdict; `argmap why` explains this one."


def reasons_in(argument_map: ArgumentMap, drawn: DrawnDebate | None) -> dict[str, str]:
    """Return why nodes have their verdicts, by id: one line per point, indented below what it explains.

    In very large debates only the first nodes are explained; the others name the command that does it.
    """
    if drawn is None or drawn.evaluation is None:
        return {}
    from argmap.reasoning.explaining.verdict_explanations import explanations

    ids = {
        node.ref: node.id
        for node in argument_map.nodes
        if node.verdict is not None and not isinstance(node.ref, CriticalQuestionRef)
    }
    reasons = {
        ids[ref]: "\n".join(visible(line) for line in explanation.text(_DEPTH).split("\n"))
        for ref, explanation in zip(
            ids, explanations(drawn.evaluation, ids, most_work=_MOST_WORK), strict=False
        )
    }
    # Some ways to evaluate have no reasons that could be given.
    return dict.fromkeys(ids.values(), _LEFT_OUT) | reasons if reasons else {}
