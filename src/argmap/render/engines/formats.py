"""Formats: what a drawing can be saved as, and how it gets there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from argmap.named_tuples import NamedTuple
from argmap.render.engines.engine import Engine, EngineError, find_engines, render_dot, wanted_engine
from argmap.render.fonts.glyph_messages import about_fonts
from argmap.text.given_values import check_number
from argmap.text.nearest import check_choice

if TYPE_CHECKING:
    from argmap.render.fonts.text_runs import Typeset

FORMATS = ("svg", "png", "pdf", "dot", "json", "jpg", "mermaid", "html")
DEFAULT_DPI = 144
_SUFFIXES = {
    ".gv": "dot",
    ".jpeg": "jpg",
    ".mmd": "mermaid",
    ".htm": "html",
    **{f".{name}": name for name in FORMATS},
}
_POINTS_PER_INCH = 72
# Larger pictures cost gigabytes of memory, and few programs open them.
_MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 16_000


@frozen(slots=False, eq=False, repr=False)
class LaidOut:
    """A drawing after layout: its DOT, its SVG with its size in points, and the engine.

    `timeout` is the limit, in seconds, for each further step; `options` are those of its layout; `font` is
    the font that is wanted for its texts.
    """

    dot: str
    svg: str
    size: tuple[float, float]
    engine: Engine
    timeout: float
    options: tuple[str, ...] = ()
    font: str = "Arial"

    @cached_property
    def typeset(self) -> Typeset:
        """The SVG with its texts set in fonts of argmap and of this machine."""
        from argmap.render.fonts.text_runs import typeset

        return typeset(self.svg, self.font)

    def render(self, output: str, *options: str) -> bytes:
        """Return the drawing in a format that its engine writes.

        Raises:
            EngineError: it gave no drawing.
        """
        name = self.engine.executable
        said = (*self.options, *options)
        return render_dot(self.dot, output=output, engine=name, timeout=self.timeout, options=said).content


class Converted(NamedTuple):
    """A drawing in a format, and what was lost on the way there."""

    content: bytes
    messages: tuple[str, ...] = ()


def format_of(name: str | None = None, *, format: str | None = None) -> str:
    """Return the format that a word names, or else the suffix of a file's name.

    >>> format_of("map.jpeg"), format_of("map.txt", format="dot")
    ('jpg', 'dot')

    Raises:
        ValueError: there is no such format.
    """
    if format is not None:
        check_choice("format", format, FORMATS)
        return format
    suffix = "." + (name or "").rpartition(".")[2].lower()
    if suffix not in _SUFFIXES:
        raise ValueError(
            f"cannot save a drawing as a file called {name!r}; write one of {', '.join(FORMATS)}"
        )
    return _SUFFIXES[suffix]


def check_dpi(dpi: object) -> None:
    """Raise if something is no resolution.

    Raises:
        TypeError: it is no number.
        ValueError: it is not more than 0.
    """
    check_number("dpi", dpi, above=0)


def possible_dpi(size: tuple[float, float], dpi: float) -> float:
    """Return the resolution at which programs can still open a drawing of this size, in points.

    >>> possible_dpi((72, 72), 144)
    144.0

    Raises:
        ValueError: `dpi` is not more than 0.
    """
    check_dpi(dpi)
    width, height = (max(1.0, side / _POINTS_PER_INCH) for side in size)
    most = min(_LONGEST_SIDE / max(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
    return float(min(dpi, most))


def to_png(shape: LaidOut, dpi: float, *, needs_resvg: bool) -> bytes:
    """Return a drawing as PNG, drawn by resvg where that is better, if possible.

    Raises:
        EngineError: it gave no drawing.
    """
    possible = possible_dpi(shape.size, dpi)
    from argmap.render.engines.converters import has_resvg, svg_to_png

    if needs_resvg and has_resvg():
        ready = shape.typeset
        return svg_to_png(ready.svg, dpi=possible, fonts=ready.fonts, timeout=shape.timeout)
    return shape.render("png", f"-Gdpi={possible:.3f}")


def to_pdf(shape: LaidOut, *, engine: str, has_images: bool = False) -> Converted:
    """Return a drawing as PDF, by its own engine, by typst, or by the system's `dot`.

    With images, typst is preferred, which paints them.

    Raises:
        EngineError: none of them is installed, or it gave no drawing.
    """
    from argmap.render.engines.converters import has_typst, svg_to_pdf

    if shape.engine.name != "embedded" and not (has_images and has_typst()):
        return Converted(shape.render("pdf"))
    if has_typst():
        ready = shape.typeset
        pdf = svg_to_pdf(ready.svg, size=shape.size, fonts=ready.fonts, timeout=shape.timeout)
        return Converted(pdf, tuple(_lost_by_typst(shape)))
    # An engine that was asked for by name is never replaced by another.
    system = next(find_engines("system"), None) if wanted_engine(engine) == "auto" else None
    if system is None:
        raise EngineError(
            'the embedded engine writes no PDF: type `pip install "argmap[pdf]"`, or install Graphviz '
            '(https://graphviz.org/download/) and use engine="system", or save as SVG'
        )
    return Converted(
        _by(system, shape),
        (
            "the PDF was laid out by the system's dot, because the embedded engine writes none, and may "
            'differ from the SVG: type `pip install "argmap[pdf]"` for one that does not',
        ),
    )


def _lost_by_typst(shape: LaidOut) -> list[str]:
    from argmap.render.engines.converters import LONGEST_PAGE

    lost: list[str] = [*about_fonts(shape.typeset.missing, "PDF")]
    if re.search("<a [^<>]*?href=", shape.svg):
        lost.append('a PDF by typst has no links: save as SVG, or use engine="system"')
    if max(shape.size) > LONGEST_PAGE:
        lost.append(
            f"the map is longer than a page of PDF can be, {LONGEST_PAGE} points, and was made smaller"
        )
    return lost


def _by(engine: Engine, shape: LaidOut) -> bytes:
    return evolve(shape, engine=engine).render("pdf")
