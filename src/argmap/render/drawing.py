"""Drawings: maps as pictures."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from argmap.maps import ArgumentMap, close_groups
from argmap.model import Settings
from argmap.render.characters import missing_glyphs
from argmap.render.engine import EngineError, EngineTimeoutError, Rendering, render_dot
from argmap.render.layout import refused_settings
from argmap.render.svg import part_titles, svg_size, tidy_svg
from argmap.render.theme import Theme, load_theme

FORMATS = ("svg", "png", "dot")
_SUFFIXES = {".svg": "svg", ".png": "png", ".dot": "dot", ".gv": "dot"}
_POINTS_PER_INCH = 72
# Larger pictures cost gigabytes of memory, and few programs open them.
_MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 16_000
_SHOWN_GLYPHS = 5
_DEFAULT_DPI = 144


def draw_map(
    argument_map: ArgumentMap,
    *,
    theme: str | PathLike[str] | Theme = "default",
    engine: str = "auto",
    settings: Settings | None = None,
    title: str | None = None,
    timeout: float = 60,
) -> Drawing:
    """Return the drawing of a map; groups that are closed are drawn as single boxes.

    `engine` is `auto`, `embedded`, `system` or the path of an executable; `title` names the drawing
    for those who cannot see it; `timeout` is in seconds. No engine runs before it is needed.

    >>> draw_map(ArgumentMap()).dot.splitlines()[0]
    'digraph "Argument Map" {'
    """
    # Loading the package graphviz takes as long as drawing a small map.
    from argmap.render.dot import to_dot

    chosen = load_theme(theme)
    said = settings or Settings()
    closed = close_groups(argument_map)
    dot = to_dot(closed, chosen, said, title=title)
    return Drawing(closed, dot, engine, timeout, chosen.font, refused_settings(said))


@frozen(slots=False)
class Drawing:
    """A map as a picture: its DOT, which a layout engine turns into SVG and PNG when asked to.

    `refused` are the names of settings that are not passed on to the engine.
    """

    map: ArgumentMap
    dot: str
    engine: str = "auto"
    timeout: float = 60
    font: str = "Arial"
    refused: tuple[str, ...] = ()

    def svg(self, timeout: float | None = None) -> str:
        """Return the drawing as SVG: XML that stands alone and can be put into a page.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        return self._with(timeout)._svg

    def png(self, dpi: float = _DEFAULT_DPI, timeout: float | None = None) -> bytes:
        """Return the drawing as PNG, in as many dots an inch as asked for, or fewer if it were too large.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        if not dpi > 0:
            raise ValueError(f"dpi must be more than 0, not {dpi!r}")
        drawing = self._with(timeout)
        return drawing._render("png", f"-Gdpi={drawing._possible_dpi(dpi):.3f}").content

    def save(
        self, path: str | PathLike[str], format: str | None = None, *, dpi: float = _DEFAULT_DPI
    ) -> None:
        """Write the drawing to a file, in the format that its suffix or `format` says.

        A file that is there is replaced at once, when all is drawn, and keeps its permissions.

        Raises:
            ValueError: there is no such format.
            EngineError: there is no layout engine, or it gave no drawing.
        """
        target = Path(path)
        wanted = format or _SUFFIXES.get(target.suffix.lower())
        if wanted not in FORMATS:
            said = repr(format) if format else f"a file called {target.name!r}"
            raise ValueError(f"cannot save a drawing as {said}; write one of {', '.join(FORMATS)}")
        if wanted == "png":
            _replace(target, self.png(dpi))
        else:
            _replace(target, (self.svg() if wanted == "svg" else self.dot).encode())

    @property
    def messages(self) -> tuple[str, ...]:
        """What went less well than readers may think, in any format; nothing if all is well."""
        return self.messages_for("png")

    def messages_for(self, format: str) -> tuple[str, ...]:
        """Return what went less well than readers may think of the drawing in a format.

        That is what the engine complained about, settings that were not used, and for PNG what of the
        text is lost, and how much coarser than usual it is. For DOT no engine runs.
        """
        if format == "dot":
            return tuple(self._about_settings())
        about_png = self._about_png() if format == "png" else ()
        return (*self._layout.messages, *self._about_settings(), *about_png)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        try:
            return {"image/svg+xml": self.svg(), "text/plain": repr(self)}
        except EngineError as error:
            return {"text/plain": f"{error}\n\n{self.dot}"}

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        return f"<Drawing of {len(self.map.nodes)} nodes and {len(self.map.edges)} edges>"

    def _with(self, timeout: float | None) -> Drawing:
        return self if timeout is None or timeout == self.timeout else evolve(self, timeout=timeout)

    @cached_property
    def _layout(self) -> Rendering:
        return self._render("svg")

    @cached_property
    def _svg(self) -> str:
        return tidy_svg(self._layout.content.decode(), titles=part_titles(self.map), font=self.font)

    def _render(self, output: str, *options: str) -> Rendering:
        try:
            return render_dot(
                self.dot, output=output, engine=self.engine, timeout=self.timeout, options=options
            )
        except EngineTimeoutError as error:
            size = (
                f"{len(self.map.nodes)} nodes, {len(self.map.edges)} edges and {len(self.map.groups)} groups"
            )
            raise EngineTimeoutError(f"a map of {size} is too large: {error}") from None

    def _possible_dpi(self, dpi: float) -> float:
        width, height = (max(1.0, side / _POINTS_PER_INCH) for side in svg_size(self._svg))
        most = min(_LONGEST_SIDE / max(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
        return float(min(dpi, most))

    def _about_settings(self) -> Iterator[str]:
        for name in self.refused:
            yield f"dot.graphVizSettings.{name} is not used: a drawing cannot have it, or not with this value"

    def _about_png(self) -> Iterator[str]:
        if self._layout.engine.name == "embedded":
            missing = list(missing_glyphs(self._shown_text()))
            if missing:
                shown = ", ".join(missing[:_SHOWN_GLYPHS]) + (", …" if len(missing) > _SHOWN_GLYPHS else "")
                yield (
                    f"{len(missing)} characters ({shown}) are not in the fonts of the embedded engine and "
                    'become boxes in a PNG: save as SVG, or install Graphviz and use engine="system"'
                )
        possible = self._possible_dpi(_DEFAULT_DPI)
        if possible < _DEFAULT_DPI:
            yield (
                f"the map is so large that a PNG of it has {possible:.0f} dpi instead of {_DEFAULT_DPI}: "
                "save as SVG"
            )

    def _shown_text(self) -> str:
        nodes = (f"{node.label_title or ''}{node.label_text or ''}" for node in self.map.nodes)
        sources = (source.reference for node in self.map.nodes for source in node.sources)
        return "".join((*nodes, *sources, *(group.title for group in self.map.groups)))


def _replace(target: Path, content: bytes) -> None:
    """Write a file at once: whoever reads it finds the old content or the new, never a part."""
    # A link stays a link; what is no file, such as /dev/stdout, cannot be replaced.
    real = Path(os.path.realpath(target))
    if real.exists() and not real.is_file():
        real.write_bytes(content)
        return
    with tempfile.TemporaryDirectory(dir=real.parent, prefix=".argmap-") as folder:
        new = Path(folder, real.name)
        new.write_bytes(content)
        if real.exists():
            shutil.copymode(real, new)
        os.replace(new, real)
