"""What is shown: the part of a debate that its map draws."""

from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.build import build_map
from argmap.maps.closing import close_groups

__all__ = ["ArgumentMap", "MapEdge", "MapGroup", "MapNode", "build_map", "close_groups"]
