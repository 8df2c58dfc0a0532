"""Maps with what layout engines make of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Self

from attrs import evolve, field, frozen

from argmap.equality import equality, value_hash
from argmap.maps import ArgumentMap
from argmap.render.engines.engine import Rendering
from argmap.render.engines.formats import Converted, LaidOut, to_pdf
from argmap.render.engines.placed_drawing import LaidOutMap, draw_placed
from argmap.render.engines.svg import svg_size
from argmap.render.finished_svg import finished_svg
from argmap.render.fonts.characters import drawn_text, missing_glyphs
from argmap.render.images.placement import NO_IMAGES, Images, place_images
from argmap.render.styles.theme import Theme
from argmap.render.typesetting.direction import LEFTWARDS
from argmap.settings import Settings
from argmap.text.given_values import check_number

if TYPE_CHECKING:
    from argmap.render.page.drawn_debate import DrawnDebate


@frozen(slots=False, repr=False)
class DrawnMap:
    """A map with its DOT, and with what an engine makes of that, worked out when first needed.

    `Drawing` describes the fields.
    """

    __eq__ = equality
    __hash__ = value_hash

    map: ArgumentMap
    dot: str
    engine: str = "auto"
    timeout: float = 60
    font: str = "Arial"
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = "Argument map"
    look: tuple[Theme, Settings] | None = None
    images: Images = NO_IMAGES
    folded: ArgumentMap | None = None
    is_placed: bool = False
    summary: str | None = None
    subtitle: str = ""
    drawn: DrawnDebate | None = field(default=None, eq=False)
    in_dark: Callable[[], DrawnMap] | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        check_number("timeout", self.timeout, least=0)

    def _with(self, timeout: float | None) -> Self:
        return self if timeout is None or timeout == self.timeout else evolve(self, timeout=timeout)

    @cached_property
    def _dark(self) -> DrawnMap | None:
        return self.in_dark() if self.in_dark else None

    @property
    def _layout(self) -> Rendering:
        return self._laid_out.rendering

    @cached_property
    def _laid_out(self) -> LaidOutMap:
        """The SVG of the engine, and the DOT and the options with which it was drawn in time."""
        if self.is_placed:
            return draw_placed(self.dot, self.images, engine=self.engine, timeout=self.timeout)
        # Trees need none of this.
        from argmap.render.dot import part_dots
        from argmap.render.timed_layout import lay_out

        shown = self.folded or self.map
        parts = part_dots(self.dot, shown, *self.look, self.images) if self.look else ()
        return lay_out(shown, self.dot, parts, self.images, engine=self.engine, timeout=self.timeout)

    @cached_property
    def _svg(self) -> str:
        rendering = self._layout
        svg = finished_svg(
            rendering.content.decode(),
            self.map,
            self.folded or self.map,
            theme=self.look[0] if self.look else None,
            font=self.font,
            name=self.title,
            summary=self.summary,
            knows_widths=rendering.engine.name != "embedded",
        )
        return place_images(svg, self._laid_out.dot, self.images) if self.images.known else svg

    @cached_property
    def _shape(self) -> LaidOut:
        laid, size = self._laid_out, svg_size(self._svg)
        engine = laid.rendering.engine
        return LaidOut(laid.dot, self._svg, size, engine, self.timeout, laid.options, self.font)

    @cached_property
    def _pdf(self) -> Converted:
        return to_pdf(self._shape, engine=self.engine, has_images=bool(self.images.known))

    @cached_property
    def _missing(self) -> tuple[str, ...]:
        """The distinct characters that the fonts of the engine are known to lack."""
        if self._layout.engine.name != "embedded":
            return ()
        return tuple(missing_glyphs(self._shown_text))

    @property
    def _needs_resvg(self) -> bool:
        """Whether the engine draws less than there is: it has no glyph for it, or sets it the wrong way."""
        if self.images.known or self._missing:
            return True
        return self._layout.engine.name == "embedded" and LEFTWARDS.search(self._shown_text) is not None

    @cached_property
    def _shown_text(self) -> str:
        return drawn_text(self._svg)
