"""Drawings: maps as pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from html import unescape
from os import PathLike
from pathlib import Path

from attrs import evolve, field, frozen

from argmap.files import replace_file
from argmap.maps import ArgumentMap, MapGroup, MapNode, omission_words
from argmap.model import CriticalQuestionRef
from argmap.render.drawing_messages import (
    about_images,
    about_settings,
    about_size,
    shown_format,
)
from argmap.render.engines.engine import EngineError, Rendering
from argmap.render.engines.formats import (
    DEFAULT_DPI,
    Converted,
    LaidOut,
    format_of,
    possible_dpi,
    to_pdf,
    to_png,
)
from argmap.render.engines.svg import (
    map_summary,
    part_descriptions,
    part_titles,
    strip_roles,
    svg_size,
    tidy_svg,
)
from argmap.render.fonts.characters import missing_glyphs
from argmap.render.fonts.glyph_messages import about_engine, about_fonts
from argmap.render.images.placement import NO_IMAGES, Images, place_images
from argmap.render.layout.shelves import split_map
from argmap.render.legibility import text_height
from argmap.render.styles.dark_screens import dark_rules, tint_class
from argmap.render.styles.theme import Theme
from argmap.render.timed_layout import LaidOutMap, draw_placed, lay_out
from argmap.render.typesetting.direction import LEFTWARDS
from argmap.settings import Settings
from argmap.text.counts import counted

_TEXT = re.compile("<text [^<>]*+>((?:[^<]|<(?!/?text))*+)</text>")


@frozen(slots=False)
class Drawing:
    """A map as a picture: its DOT, which a layout engine turns into other formats when asked to.

    `timeout` is in seconds; `refused` are the names of settings that no drawing shows; `notes` say what
    was left out of the map because of its size, and which images are not drawn; `look` is the theme and
    the settings with which it was drawn, and sections are drawn. `images` are those of its nodes: engines
    leave room for them, and the SVG contains them. `folded` is the map with what is drawn inside of nodes
    there; `is_placed` tells whether the DOT has the place of everything, and engines only draw it.
    """

    map: ArgumentMap
    dot: str
    engine: str = "auto"
    timeout: float = 60
    font: str = "Arial"
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = "Argument map"
    look: tuple[Theme, Settings] | None = field(default=None, repr=False)
    images: Images = field(default=NO_IMAGES, repr=False)
    folded: ArgumentMap | None = field(default=None, repr=False)
    is_placed: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.timeout >= 0:
            raise ValueError(f"timeout must be 0 or more, not {self.timeout!r}")

    def svg(self, timeout: float | None = None) -> str:
        """Return the drawing as SVG, which is complete by itself and can be put into a page.

        A layout that takes too long is tried again with cheaper settings, and `messages` says which.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing within `timeout` seconds.
        """
        return self._with(timeout)._svg

    def png(self, dpi: float = DEFAULT_DPI, timeout: float | None = None) -> bytes:
        """Return the drawing as PNG, in as many dots an inch as asked for, or fewer if it were too large.

        Images, and characters that the embedded engine has no glyphs for, are drawn by resvg, which the
        extra `argmap[png]` installs, with the fonts that come with argmap and those of this machine; without
        it the place of images stays empty, and such characters become boxes.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
            ValueError: `dpi` is not more than 0.
        """
        drawing = self._with(timeout)
        return to_png(drawing._shape, dpi, needs_resvg=drawing._needs_resvg)

    def jpg(self, dpi: float = DEFAULT_DPI, timeout: float | None = None) -> bytes:
        """Return the drawing as JPEG, as `png` does; text is less sharp in it.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
            ValueError: `dpi` is not more than 0.
        """
        shape = self._with(timeout)._shape
        return shape.render("jpg", f"-Gdpi={possible_dpi(shape.size, dpi):.3f}")

    def pdf(self, timeout: float | None = None) -> bytes:
        """Return the drawing as PDF of one page, in vectors, with its text as text.

        The embedded engine writes no PDF: it is made of the SVG by typst, which the extra `argmap[pdf]`
        installs, or else by the program `dot` of an installed Graphviz.

        Raises:
            EngineError: there is nothing that writes PDF, or it gave no drawing.
        """
        return self._with(timeout)._pdf.content

    def json(self, timeout: float | None = None) -> str:
        """Return the drawing as JSON of Graphviz: nodes, edges and groups with their places and attributes.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        return self._with(timeout)._shape.render("json").decode()

    def content(self, format: str, dpi: float = DEFAULT_DPI) -> bytes:
        """Return the bytes of a file in a format: svg, png, pdf, dot, json or jpg.

        Raises:
            ValueError: there is no such format.
            EngineError: there is no layout engine, or it gave no drawing.
        """
        match format_of(format=format):
            case "png":
                return self.png(dpi)
            case "jpg":
                return self.jpg(dpi)
            case "pdf":
                return self.pdf()
            case "json":
                return self.json().encode()
            case "dot":
                return self.dot.encode()
            case _:
                return self.svg().encode()

    def save(self, path: str | PathLike[str], format: str | None = None, *, dpi: float = DEFAULT_DPI) -> None:
        """Write the drawing to a file, in the format that its suffix or `format` says.

        A file that is there is replaced at once, when all is drawn, and keeps its permissions.

        Raises:
            ValueError: there is no such format.
            EngineError: there is no layout engine, or it gave no drawing.
            OSError: the file cannot be written.
        """
        target = Path(path)
        replace_file(target, self.content(format_of(target.name, format=format), dpi))

    def text_height(self, width: float = 740) -> float:
        """Return how high a line of the body text is in pixels, where the drawing is so many pixels wide.

        It is the median of the sizes of all texts in boxes; without any it is 0.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
            ValueError: `width` is not more than 0.
        """
        if not width > 0:
            raise ValueError(f"width must be more than 0, not {width!r}")
        return text_height(self._svg, width=width, size=svg_size(self._svg))

    @property
    def messages(self) -> tuple[str, ...]:
        """What went less well than readers may think, as SVG or PNG; nothing if all is well."""
        return self.messages_for("png")

    def messages_for(self, format: str, dpi: float = DEFAULT_DPI) -> tuple[str, ...]:
        """Return what went less well than readers may think of the drawing in a format.

        That is what the engine complained about, cheaper settings of the layout, settings that were not
        used, and what of the drawing a format lacks. For DOT no engine runs.
        """
        notes = (*self.notes, *about_settings(self.refused))
        if format == "dot":
            return (*notes, *self._about_images(format))
        return (*self._layout.messages, *notes, *self._about_format(format, dpi))

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the drawing leaves out of the debate, and which settings would show it, in sentences.

        If it shows more than the settings select, because they select nothing, a sentence says so.
        """
        return self.left_out_as(str)

    def left_out_as(self, remedy: Callable[[str], str]) -> tuple[str, ...]:
        """Return what is left out, with settings called what `remedy` returns for them."""
        shown = self.map.shown_elsewhere
        shown += sum(not isinstance(node.ref, CriticalQuestionRef) for node in self.map.nodes)
        sentences = omission_words(self.map.omissions, shown=shown, remedy=remedy)
        return (*((self.map.fallback,) if self.map.fallback else ()), *sentences)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        try:
            return {"image/svg+xml": self.svg(), "text/plain": repr(self)}
        except EngineError as error:
            return {"text/plain": f"{error}\n\n{self.dot}"}

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        nodes, edges = counted(len(self.map.nodes), "node"), counted(len(self.map.edges), "edge")
        return f"<Drawing of {nodes} and {edges}>"

    def _with(self, timeout: float | None) -> Drawing:
        return self if timeout is None or timeout == self.timeout else evolve(self, timeout=timeout)

    @property
    def _layout(self) -> Rendering:
        return self._laid_out.rendering

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The DOT of the parts of a large map that are laid out one by one; nothing of a small one."""
        from argmap.render.dot import to_dot

        # Who chooses a layout gets it, and nothing else.
        if self.is_placed or self.look is None or "layout" in self.look[1].dot.graph_viz_settings:
            return ()
        parts = split_map(self.folded or self.map)
        return tuple(to_dot(part, *self.look, images=self.images) for part in parts)

    @cached_property
    def _laid_out(self) -> LaidOutMap:
        """The SVG of the engine, and the DOT and the options with which it was drawn in time."""
        shown = self.folded or self.map
        if self.is_placed:
            return draw_placed(self.dot, self.images, engine=self.engine, timeout=self.timeout)
        return lay_out(shown, self.dot, self.sections, self.images, engine=self.engine, timeout=self.timeout)

    @cached_property
    def _svg(self) -> str:
        svg = tidy_svg(
            self._layout.content.decode(),
            titles=part_titles(self.map),
            font=self.font,
            descriptions=part_descriptions(self.map),
            name=self.title,
            summary=map_summary(self.map),
            strips=strip_roles(self.folded or self.map),
            tints=self._tints,
            style=self._style,
            knows_widths=self._layout.engine.name != "embedded",
        )
        return place_images(svg, self._laid_out.dot, self.images) if self.images.known else svg

    @property
    def _style(self) -> tuple[str, str]:
        theme = self.look[0] if self.look else None
        return (theme.name, dark_rules(self.map, theme)) if theme and theme.dark else ("", "")

    @property
    def _tints(self) -> Mapping[str, str]:
        if self.look is None or self.look[0].dark is None:
            return {}
        parts: tuple[MapNode | MapGroup, ...] = (*self.map.nodes, *self.map.groups)
        return {part.id: name for part in parts if (name := tint_class(part))}

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
        """The characters, each once, that the fonts of the engine are known to lack."""
        if self._layout.engine.name != "embedded":
            return ()
        return tuple(missing_glyphs(self._shown_text))

    @property
    def _needs_resvg(self) -> bool:
        """Whether the engine draws less than there is: it has no glyph for it, or sets it the wrong way."""
        if self.images.known or self._missing:
            return True
        return self._layout.engine.name == "embedded" and LEFTWARDS.search(self._shown_text) is not None

    def _about_format(self, format: str, dpi: float) -> Iterator[str]:
        if format != "svg":
            yield from self._about_images(format)
        if format in ("png", "jpg"):
            yield from self._about_glyphs(format)
            yield from about_size(possible_dpi(self._shape.size, dpi), asked=dpi, format=format)
        elif format == "pdf":
            yield from self._pdf.messages

    def _about_glyphs(self, format: str) -> Iterator[str]:
        from argmap.render.engines.converters import has_resvg

        if format == "png" and self._needs_resvg and has_resvg():
            yield from about_fonts(self._shape.typeset.missing, "PNG")
        elif self._missing:
            yield about_engine(self._missing, shown_format(format), has_resvg=has_resvg())

    def _about_images(self, format: str) -> Iterator[str]:
        from argmap.render.engines.converters import has_resvg, has_typst

        if not self.images.known or (format == "png" and has_resvg()) or (format == "pdf" and has_typst()):
            return
        yield about_images(format)

    @cached_property
    def _shown_text(self) -> str:
        return unescape("".join(re.sub("<[^<>]*+>", "", text) for text in _TEXT.findall(self._svg)))
