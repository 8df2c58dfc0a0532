"""The ladder: cheaper and cheaper layouts for maps that take too long."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.named_tuples import NamedTuple

_NOTHING: Mapping[str, str] = {}


class Fallback(NamedTuple):
    """Attributes of the graph that replace its own, the share of the remaining time, and what is lost."""

    attributes: Mapping[str, str] = _NOTHING
    share: float = 1.0
    loss: str = ""


_QUICK = {"nslimit": "0.1", "nslimit1": "0.1", "mclimit": "0.1", "searchsize": "10", "splines": "line"}
_WITHOUT_BOXES = {**_QUICK, "clusterrank": "none", "newrank": "false"}
# More steps for removing overlaps would take minutes with thousands of nodes.
_FORCES = {"layout": "sfdp", "overlap": "prism20", "splines": "line", "clusterrank": "none"}

FALLBACKS = (
    Fallback(share=0.5),
    Fallback(_QUICK, 0.4, "straight edges, and less care for crossings"),
    Fallback(_WITHOUT_BOXES, 0.5, "straight edges, less care for crossings, and no boxes around sections"),
    Fallback(_FORCES, 1.0, "nodes placed by forces instead of rows, and no boxes around sections"),
)


def on_rung(dot: str, rung: Fallback) -> str:
    """Return a DOT text with the attributes of a rung, after those of the text.

    >>> on_rung("digraph {\\n\\tgraph [splines=ortho]\\n}", Fallback({"splines": "line"}))
    'digraph {\\n\\tgraph [splines=ortho]\\n\\tgraph [splines=line]\\n}'
    """
    if not rung.attributes:
        return dot
    said = " ".join(f"{name}={value}" for name, value in rung.attributes.items())
    # Later values win; the first line opens the graph, the second has its attributes.
    lines = dot.split("\n", 2)
    return "\n".join((*lines[:2], f"\tgraph [{said}]", *lines[2:]))
