"""Maps in which everything already has its place, so that engines only draw it."""

from __future__ import annotations

from argmap.named_tuples import NamedTuple
from argmap.render.engines.engine import Rendering, render_dot
from argmap.render.images.placement import Images, color_places

# Options with which Graphviz draws what already has its place.
PLACED = ("-Kneato", "-n2")


class LaidOutMap(NamedTuple):
    """A laid out map as SVG, and the DOT and the options of the engine that it was made with."""

    rendering: Rendering
    dot: str
    options: tuple[str, ...] = ()


def draw_placed(dot: str, images: Images, *, engine: str, timeout: float) -> LaidOutMap:
    """Return the drawing of a map in which everything already has its place.

    Raises:
        EngineError: there is no layout engine, or it gave no drawing within `timeout` seconds.
    """
    shown = color_places(dot, images) if images.known else dot
    rendering = render_dot(shown, output="svg", engine=engine, timeout=timeout, options=PLACED)
    return LaidOutMap(rendering, dot, PLACED)
