"""Maps that are drawn in layers: some arguments in full, in whose steps edges end."""

from attrs import evolve
from tests.render.layout.tree.maps import maps

from argmap.maps import ArgumentMap, MapNode, MapStep
from argmap.model import ArgumentRef

_STEPS = (
    MapStep("s1", 1, "P", "A premise that is said in a few words."),
    MapStep("s2", 2, None, "Another premise."),
    MapStep("i1", None, None, "a rule"),
    MapStep("s3", 3, "C", "So it is.", is_conclusion=True),
)


def with_steps(view: ArgumentMap) -> ArgumentMap:
    """Return a map in which every node says something, and has steps if edges end in them."""
    opened = {edge.target for edge in view.edges if edge.target_step}
    return evolve(view, nodes=tuple(_said(node, node.id in opened) for node in view.nodes))


def _said(node: MapNode, is_open: bool) -> MapNode:
    if is_open:
        return evolve(node, ref=ArgumentRef(node.ref.title), label_title=f"Argument {node.id}", steps=_STEPS)
    return evolve(node, label_title=f"Claim {node.id}", label_text="It is said. " * (len(node.id) % 3 + 1))


drawable_maps = maps(12).map(with_steps)
