"""Why the nodes of a map have their verdicts, in words."""

from __future__ import annotations

from argmap.maps import ArgumentMap
from argmap.model import CriticalQuestionRef
from argmap.render.page.drawn_debate import DrawnDebate
from argmap.text.visible import visible

# Deeper than that few want to know at once; who does follows the links.
_DEPTH = 3
# Elements that are looked at and points that are told, in all.
_MOST_WORK = 200_000
_LEFT_OUT = "This debate is too large for a page to explain each verdict; `argmap why` explains this one."


def reasons_in(argument_map: ArgumentMap, drawn: DrawnDebate | None) -> dict[str, str]:
    """Return why nodes with a verdict have it, by id: one line a point, indented below what it explains.

    In very large debates it is said of the first nodes only; the others name the command that says it.
    """
    if drawn is None or drawn.evaluation is None:
        return {}
    from argmap.reasoning.explaining.told_verdicts import explanations

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
    # Some ways to evaluate have no reasons that could be said.
    return dict.fromkeys(ids.values(), _LEFT_OUT) | reasons if reasons else {}
