"""Layouts within a time limit: section by section or as a whole, with cheaper settings when time runs out."""

from __future__ import annotations

import time
from collections.abc import Sequence

from argmap.maps import ArgumentMap
from argmap.named_tuples import NamedTuple
from argmap.render.drawing_messages import about_rung, too_large
from argmap.render.engines.engine import EngineError, EngineTimeoutError, Rendering, render_dot
from argmap.render.engines.placed_drawing import PLACED, LaidOutMap
from argmap.render.images.placement import Images, color_places
from argmap.render.layout.box_skeletons import skeleton_of
from argmap.render.layout.fallbacks import FALLBACKS, on_rung
from argmap.render.layout.layered.sides import leaves_upwards
from argmap.render.layout.shelves import place_sections

# In larger maps nobody reads headings without zooming in, and time is short.
_MOST_NODES = 150


def lay_out(
    argument_map: ArgumentMap,
    dot: str,
    sections: Sequence[str],
    images: Images,
    *,
    engine: str,
    timeout: float,
) -> LaidOutMap:
    """Return the layout of a map; `sections` are its parts that are laid out one by one.

    Raises:
        EngineError: there is no layout engine, or it gave no drawing within `timeout` seconds.
    """
    ends = time.monotonic() + timeout
    runs = _Runs(argument_map, dot, sections, images, engine)
    for number, rung in enumerate(FALLBACKS):
        left = max(ends - time.monotonic(), 0.001) * rung.share
        try:
            if sections and not rung.attributes and (placed := runs.in_sections(left)):
                return placed
            if not rung.attributes and (finished := runs.finished(left)):
                return finished
            whole = on_rung(dot, rung)
            rendering = runs.run(whole, "svg", left)
        except EngineTimeoutError as error:
            if number == len(FALLBACKS) - 1:
                raise too_large(error, argument_map, timeout) from None
        else:
            messages = (*about_rung(rung, timeout), *rendering.messages)
            return LaidOutMap(rendering._replace(messages=messages), whole)
    raise AssertionError("the ladder has a last rung")


class _Runs(NamedTuple):
    """What is needed for each run of the engine."""

    map: ArgumentMap
    dot: str
    sections: Sequence[str]
    images: Images
    engine: str

    def in_sections(self, limit: float) -> LaidOutMap | None:
        """Return a layout section by section, None if the engine cannot do that.

        Raises:
            EngineTimeoutError: it took more than `limit` seconds.
        """
        ends = time.monotonic() + limit

        def run(dot: str, output: str, options: tuple[str, ...] = ()) -> Rendering:
            return self.run(dot, output, max(ends - time.monotonic(), 0.001), options)

        try:
            placed = place_sections(
                self.dot, self.map, self.sections, lay_out=lambda dot: run(dot, "json0").content
            )
            return LaidOutMap(run(placed, "svg", PLACED), placed, PLACED)
        except EngineTimeoutError:
            raise
        except EngineError:
            return None

    def finished(self, limit: float) -> LaidOutMap | None:
        """Return the layout with our own routes and headings, None if the engine's are better.

        Raises:
            EngineTimeoutError: it took more than `limit` seconds.
        """
        has_headings = any(not group.is_closed for group in self.map.groups)
        if len(self.map.nodes) > _MOST_NODES or not (has_headings or leaves_upwards(self.dot)):
            return None
        # Maps that are laid out as trees, and large ones, do not need it.
        from argmap.render.layout.layered.finish import finished

        ends = time.monotonic() + limit
        try:
            layout = self.run(skeleton_of(self.dot), "json0", limit)
            placed = finished(self.dot, self.map, layout.content)
            if placed is None:
                return None
            rendering = self.run(placed, "svg", max(ends - time.monotonic(), 0.001), PLACED)
        except EngineTimeoutError:
            raise
        except (EngineError, ValueError, KeyError):
            # The existing layout is also readable.
            return None
        messages = tuple(dict.fromkeys((*layout.messages, *rendering.messages)))
        return LaidOutMap(rendering._replace(messages=messages), placed, PLACED)

    def run(self, dot: str, output: str, timeout: float, options: tuple[str, ...] = ()) -> Rendering:
        """Return what the engine makes of a DOT text, with room for images."""
        if output == "svg" and self.images.known:
            dot = color_places(dot, self.images)
        return render_dot(dot, output=output, engine=self.engine, timeout=timeout, options=options)
