"""What is shown: the part of a debate that its map draws."""

from argmap.maps.argument_map import ArgumentMap, MapEdge, MapGroup, MapNode, MapStep
from argmap.maps.build import build_map
from argmap.maps.closing import close_groups
from argmap.maps.focus import focus_on
from argmap.maps.parts import MapPart, in_parts
from argmap.maps.questions import with_questions

__all__ = [
    "ArgumentMap",
    "MapEdge",
    "MapGroup",
    "MapNode",
    "MapPart",
    "MapStep",
    "build_map",
    "close_groups",
    "focus_on",
    "in_parts",
    "with_questions",
]
