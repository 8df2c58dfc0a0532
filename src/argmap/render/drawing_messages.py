"""Messages about what is worse in a drawing than readers may think."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.maps import ArgumentMap
from argmap.render.engines.engine import EngineTimeoutError
from argmap.render.engines.formats import LaidOut
from argmap.render.fonts.glyph_messages import about_engine, about_fonts
from argmap.render.images.placement import Images
from argmap.render.layout.fallbacks import Fallback
from argmap.text.counts import counted

_SHOWN_SETTINGS = 5
_NAMES = {"jpg": "JPEG"}


def shown_format(format: str) -> str:
    """Return the name of a format.

    >>> shown_format("jpg"), shown_format("png")
    ('JPEG', 'PNG')
    """
    return _NAMES.get(format, format.upper())


def too_large(error: EngineTimeoutError, argument_map: ArgumentMap, timeout: float) -> EngineTimeoutError:
    """Return the error for a map for which every layout took too long; the last of them ended in `error`."""
    size = f"{counted(len(argument_map.nodes), 'node')}, {counted(len(argument_map.edges), 'edge')} and "
    size += counted(len(argument_map.groups), "group")
    reason = str(error).partition(": ")[2]
    return EngineTimeoutError(
        f"a map of {size} is too large: the layout took more than {timeout:g} s, with the "
        f"cheapest settings too: {reason}"
    )


def about_rung(rung: Fallback, timeout: float) -> Iterator[str]:
    """Yield what is missing in a cheaper layout."""
    if rung.loss:
        yield (
            f"the layout took too long for a limit of {timeout:g} s and was made with {rung.loss}: "
            "raise timeout=, focus on a part of the map, or close groups"
        )


def about_settings(refused: Sequence[str]) -> Iterator[str]:
    """Yield a message about settings that are not used.

    >>> list(about_settings(["dot.size"]))
    ['dot.size is not used: a drawing cannot have it, or not with this value']
    """
    if not refused:
        return
    names = ", ".join(refused[:_SHOWN_SETTINGS])
    names += ", …" if len(refused) > _SHOWN_SETTINGS else ""
    if len(refused) == 1:
        yield f"{names} is not used: a drawing cannot have it, or not with this value"
    else:
        yield f"{names} are not used: a drawing cannot have them, or not with these values"


def about_size(possible: float, *, asked: float, format: str) -> Iterator[str]:
    """Yield a message if a picture has fewer dots per inch than asked for."""
    if possible < asked:
        yield (
            f"the map is so large that a {shown_format(format)} of it has {possible:.0f} dpi instead of "
            f"{asked:g}: save as SVG"
        )


def about_glyphs(shape: LaidOut, missing: Sequence[str], format: str, *, needs_resvg: bool) -> Iterator[str]:
    """Yield messages about characters that become boxes in a PNG or JPEG; `missing` are not in its fonts."""
    # Loading the modules for PNG takes time, and in most drawings nothing is missing.
    from argmap.render.engines.converters import has_resvg

    if format == "png" and needs_resvg and has_resvg():
        yield from about_fonts(shape.typeset.missing, "PNG")
    elif missing:
        yield about_engine(missing, shown_format(format), has_resvg=has_resvg())


def images_not_in(images: Images, format: str) -> Iterator[str]:
    """Yield a message if there are images and a format leaves their places empty."""
    from argmap.render.engines.converters import has_resvg, has_typst

    if not images.known or (format == "png" and has_resvg()) or (format == "pdf" and has_typst()):
        return
    extra = f'type `pip install "argmap[{format}]"` or ' if format in ("png", "pdf") else ""
    yield f"the places of images are empty in {shown_format(format)}: {extra}save as SVG"


def about_colors(light: str, dark: str) -> Iterator[str]:
    """Yield a message if a page has the colours of one theme only, because its drawings differ in more."""
    from xml.etree.ElementTree import fromstring

    from argmap.render.page.looks import paired

    if paired(fromstring(light), fromstring(dark)) is None:
        yield (
            "the page is light on dark screens, too, because the two themes differ in more than colours; "
            "choose a theme for dark screens that differs in colours only"
        )
