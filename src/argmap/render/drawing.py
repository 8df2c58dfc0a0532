"""Drawings: maps as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.files import replace_file
from argmap.maps import omission_words
from argmap.maps.parts import has_parts
from argmap.model import CriticalQuestionRef, Debate, HasDebate
from argmap.render.drawing_messages import (
    about_colors,
    about_glyphs,
    about_settings,
    about_size,
    images_not_in,
)
from argmap.render.drawn_map import DrawnMap
from argmap.render.engines.engine import EngineError
from argmap.render.engines.formats import DEFAULT_DPI, check_dpi, format_of, possible_dpi, to_png
from argmap.render.engines.svg import svg_size
from argmap.render.legibility import SmallText, small_text, text_height
from argmap.render.styles.theme import load_theme
from argmap.text.counts import counted
from argmap.text.given_text import given_path
from argmap.text.given_values import check_callable, check_number, check_type

if TYPE_CHECKING:
    import graphviz  # type: ignore[import-untyped]  # it has no types

    from argmap.render.page.page_options import PageOptions


class Drawing(DrawnMap):
    """A map as a picture: its DOT, which a layout engine turns into other formats when asked to.

    `timeout` is in seconds; `refused` are the names of settings that no drawing shows; `notes` say what was
    left out of the map because of its size, and which images were not drawn; `look` is the theme and the
    settings with which it was drawn. `images` are those of its nodes: engines leave room for them, and the
    SVG contains them. `folded` is the map with what is drawn inside nodes there; `is_placed` says whether the
    DOT has the place of everything, so that engines only draw it. `summary` describes the drawing to those
    who cannot see it, if it does not do so itself. `drawn` is the debate whose map it shows, if that is
    known, and `in_dark` draws the same for dark screens.
    """

    def svg(self, timeout: float | None = None) -> str:
        """Return the drawing as SVG, which is self-contained and can be put into a page.

        A layout that takes too long is tried again with cheaper settings, and `messages` says which.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing within `timeout` seconds.
        """
        return self._with(timeout)._svg

    def png(self, dpi: float = DEFAULT_DPI, timeout: float | None = None) -> bytes:
        """Return the drawing as PNG, with the given dots per inch, or fewer if it would be too large.

        Images, and characters that the embedded engine has no glyphs for, are drawn by resvg, which the
        extra `argmap[png]` installs, with the fonts that come with argmap and those of this machine; without
        it the places of images stay empty, and such characters become boxes.

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
        """Return the drawing as a PDF of one page, with vectors and searchable text.

        The embedded engine writes no PDF: it is made of the SVG by typst, which the extra `argmap[pdf]`
        installs, or else by the program `dot` of an installed Graphviz.

        Raises:
            EngineError: there is nothing that writes PDF, or it gave no drawing.
        """
        return self._with(timeout)._pdf.content

    def html(self, document: HasDebate | Debate | None = None, options: PageOptions | None = None) -> str:
        """Return the drawing as an interactive page: one file that loads nothing else.

        It has the text of everything in the map, and the map; in a browser that runs scripts one can zoom,
        choose, search, fold and filter. What the map leaves out of texts is from the `document`, by default
        what was drawn. `options` say what is on the page besides.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        from argmap.render.page.drawn_debate import DrawnDebate
        from argmap.render.page.page_options import PageOptions
        from argmap.render.page.web_page import PageParts, web_page

        if options is not None:
            check_type("options", options, PageOptions)
        return web_page(
            PageParts(
                title=self.title,
                subtitle=self.subtitle,
                argument_map=self.map,
                drawn=self.drawn if document is None else DrawnDebate.of(document),
                svg=self._svg,
                look=self.look[0] if self.look else load_theme("default"),
                dark_svg=self._dark._svg if self._dark else None,
                dark_look=self._dark.look[0] if self._dark and self._dark.look else None,
                options=PageOptions() if options is None else options,
            )
        )

    def json(self, timeout: float | None = None) -> str:
        """Return the drawing as Graphviz's JSON: nodes, edges and groups with their positions and attributes.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        return self._with(timeout)._shape.render("json").decode()

    @cached_property
    def mermaid(self) -> str:
        """The map as a flowchart of Mermaid, in which nothing that an author wrote is markup."""
        from argmap.render.mermaid.flowchart import to_mermaid

        return to_mermaid(self.map, self.look, title=self.title)

    @property
    def source(self) -> graphviz.Source:
        """The DOT for the package graphviz, for what only that can do: viewers, other renderers.

        An installed Graphviz lays it out. If everything has its position already, as in trees, say so:
        `drawing.source.render(neato_no_op=2)`.

        >>> import argmap
        >>> argmap.draw(argmap.parse("[Sun]: It shines.")).source.engine
        'neato'
        """
        # Loading it takes longer than laying out a small map.
        import graphviz

        return graphviz.Source(self.dot, engine="neato" if self.is_placed else "dot")

    def content(self, format: str, dpi: float = DEFAULT_DPI) -> bytes:
        """Return the bytes of a file in a format: svg, png, pdf, dot, json, jpg, mermaid or html.

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
            case "mermaid":
                return self.mermaid.encode()
            case "html":
                return self.html().encode()
            case _:
                return self.svg().encode()

    def save(self, path: str | PathLike[str], format: str | None = None, *, dpi: float = DEFAULT_DPI) -> None:
        """Write the drawing to a file, in the format given by its suffix or by `format`.

        An existing file is replaced in one step, once everything is drawn, and keeps its permissions.

        Raises:
            ValueError: there is no such format.
            EngineError: there is no layout engine, or it gave no drawing.
            OSError: the file cannot be written.
        """
        check_dpi(dpi)
        target = Path(given_path(path))
        replace_file(target, self.content(format_of(target.name, format=format), dpi))

    def text_height(self, width: float = 740) -> float:
        """Return the height of a line of body text in pixels, if the drawing is so many pixels wide.

        It is the median of the sizes of all texts in boxes; without any it is 0.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
            ValueError: `width` is not more than 0.
        """
        check_number("width", width, above=0)
        return text_height(self._svg, width=width, size=svg_size(self._svg))

    @property
    def small_text(self) -> SmallText | None:
        """What is too small to be read where the map is shown, by its setting `fit`; None if all is well.

        That is text of less than 9 pixels, or 7 in maps of more than 30 boxes, in a column of 740 pixels, on
        a page of 740 by 1046 or on a slide of 1280 by 720; `words` say what helps.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        shown = self.folded or self.map
        return small_text(
            self.text_height,
            size=svg_size(self._svg),
            fit=self.look[1].map.fit if self.look else "none",
            boxes=len(shown.nodes) + sum(group.is_closed for group in shown.groups),
            is_tree=self.is_placed,
            has_sections=lambda: has_parts(self.map),
        )

    @property
    def messages(self) -> tuple[str, ...]:
        """What is worse in the drawing as SVG or PNG than readers may think; empty if all is well."""
        return self.messages_for("png")

    def messages_for(self, format: str, dpi: float = DEFAULT_DPI) -> tuple[str, ...]:
        """Return what is worse in the drawing in a format than readers may think.

        That is what the engine complained about, cheaper settings of the layout, settings that were not
        used, and what the format cannot show. For DOT and Mermaid no engine runs.

        Raises:
            ValueError: there is no such format, or `dpi` is not more than 0.
        """
        format_of(format=format)
        check_dpi(dpi)
        notes = (*self.notes, *about_settings(self.refused))
        if format in ("dot", "mermaid"):
            return (*notes, *images_not_in(self.images, format), *self._about_size(format))
        return (*self._layout.messages, *notes, *self._about_format(format, dpi))

    def _about_size(self, format: str) -> Iterator[str]:
        if format == "mermaid":
            from argmap.render.mermaid.mermaid_words import about_mermaid

            yield from about_mermaid(self.mermaid, self.map)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Sentences that say what the drawing leaves out of the debate, and which settings would show it.

        If it shows more than the settings select, because they select nothing, a sentence says so.
        """
        return self.left_out_as(str)

    def left_out_as(self, remedy: Callable[[str], str]) -> tuple[str, ...]:
        """Return what is left out, with settings called what `remedy` returns for them."""
        check_callable("remedy", remedy)
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

    def _about_format(self, format: str, dpi: float) -> Iterator[str]:
        if format not in ("svg", "html"):
            yield from images_not_in(self.images, format)
        if format in ("png", "jpg"):
            yield from about_glyphs(self._shape, self._missing, format, needs_resvg=self._needs_resvg)
            yield from about_size(possible_dpi(self._shape.size, dpi), asked=dpi, format=format)
        elif format == "pdf":
            yield from self._pdf.messages
        elif format == "html" and self._dark:
            yield from about_colors(self._svg, self._dark._svg)
