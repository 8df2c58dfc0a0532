"""The part of a debate that its map shows.

`focus`, `parts` and `questions` are loaded only when they are needed: loading takes as long as a small map.
"""

from argmap.maps.argument_map import (
    ArgumentMap,
    MapEdge,
    MapGroup,
    MapNode,
    MapRemark,
    MapStep,
    MapStrip,
    MapStub,
)
from argmap.maps.build import build_argdown_map, build_map
from argmap.maps.closed_groups import close_groups
from argmap.maps.omission import Omission, omission_words

__all__ = [
    "ArgumentMap",
    "MapEdge",
    "MapGroup",
    "MapNode",
    "MapRemark",
    "MapStep",
    "MapStrip",
    "MapStub",
    "Omission",
    "build_argdown_map",
    "build_map",
    "close_groups",
    "omission_words",
]
