"""Speakers that are written otherwise than the frontmatter declares them."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.data import FrozenDict
from argmap.model import Debate
from argmap.reading.data_places import DataPlaces
from argmap.text import Diagnostic, Span, diagnose
from argmap.text.nearest import only_near


def odd_speakers(debate: Debate, places: DataPlaces) -> Iterator[Diagnostic]:
    """Yield the names of speakers that are not declared, but nearly so."""
    declared = debate.metadata.get("speakers")
    if not isinstance(declared, FrozenDict) or not declared:
        return
    names = tuple(declared)
    for element in debate.elements:
        for name in element.speakers if element.data else ():
            if name in declared or (near := only_near(name, names)) is None:
                continue
            values = (places.value(where, "speaker") for where in reversed(element.places))
            place = next((value for value in values if value is not None), None)
            yield diagnose("R297", place or element.span or Span(0, 0), name, near)
