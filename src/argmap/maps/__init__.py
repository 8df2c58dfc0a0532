"""What is shown: the part of a debate that its map draws."""

from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup, MapNode

__all__ = ["ArgumentMap", "MapEdge", "MapGroup", "MapNode"]
