"""SVG that may be put into a page: a drawing without anything that runs, loads or leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

# What engines draw with. All else is refused: there is no complete list of what browsers run and load.
# fmt: off
_ELEMENTS = frozenset((
    "svg", "g", "a", "title", "desc", "defs", "symbol", "use", "clipPath", "image",
    "path", "polygon", "polyline", "ellipse", "circle", "rect", "line", "text", "tspan", "textPath",
    "linearGradient", "radialGradient", "stop",
))
# Attributes for looks and places, which are most of a drawing.
_LOOKS = frozenset((
    "x", "y", "width", "height", "cx", "cy", "rx", "ry", "r", "d", "points", "transform", "viewBox",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity",
    "text-anchor", "font-size", "font-weight", "font-style", "text-decoration", "xml:space",
))
# fmt: on
_NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
_LINK = re.compile(r"(?:#|https?://|mailto:|$)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,")
# Outside of texts, only references to parts of the drawing itself are allowed: `url(#gradient)`.
_REACHES_OUT = re.compile(r"url\(\s*[\"']?(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
# A value without any of these cannot refer to anything.
_ODD = re.compile(r"[(@:\\]")
_TEXTS = frozenset(("id", "class", "title", "xlink:title", "aria-label", "font-family"))


class UnsafeSvgError(ValueError):
    """An SVG that is more than a drawing; the message says what is unsafe and on which line."""


def safe_svg(content: bytes) -> str:
    """Return the text of an SVG that draws and does nothing else.

    >>> safe_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')[:4]
    '<svg'

    Raises:
        UnsafeSvgError: it is not text in UTF-8, not XML, or has elements or attributes that make a page run
        or load something.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnsafeSvgError(f"it is not text in UTF-8: byte {error.start + 1}") from None
    # Whatever encoding the text declares, it is read in the one in which it will be used.
    parser = ParserCreate("utf-8")
    _watch(parser)
    try:
        parser.Parse(text, True)
    except ExpatError as error:
        raise UnsafeSvgError(f"it is not XML: {error}") from None
    return text


def _watch(parser: XMLParserType) -> None:
    def refuse(what: str) -> None:
        raise UnsafeSvgError(f"it has {what}, in line {parser.CurrentLineNumber}")

    def element(name: str, attributes: Mapping[str, str]) -> None:
        if name not in _ELEMENTS:
            refuse(f"an element {name[:50]!r}")
        for key, value in attributes.items():
            if key in _TEXTS or (key in _LOOKS and not _ODD.search(value)):
                continue
            if not _is_safe(name, key, value):
                refuse(f"an attribute {key[:50]!r} with {value[:50]!r}")

    def comment(text: str) -> None:
        # A comment in XML need not be one in HTML.
        if "<" in text or text.startswith((">", "->")):
            refuse("markup in a comment")

    def doctype(name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset:
            refuse("declarations of its own")

    parser.StartElementHandler = element
    parser.CommentHandler = comment
    parser.StartDoctypeDeclHandler = doctype
    parser.StartCdataSectionHandler = lambda: refuse("a section of CDATA")
    parser.ProcessingInstructionHandler = lambda target, data: refuse(f"an instruction {target[:50]!r}")


def _is_safe(element: str, name: str, value: str) -> bool:
    if name == "xmlns" or name.startswith("xmlns:"):
        return value in _NAMESPACES
    local = name.lower().rpartition(":")[2]
    # Event handlers, and attributes that would redirect references to another document.
    if local.startswith("on") or local == "base":
        return False
    if local in ("href", "src"):
        if element == "a":
            return _LINK.match(value.strip()) is not None
        return value.startswith("#") or (element == "image" and _PICTURE.match(value) is not None)
    return name in _TEXTS or _REACHES_OUT.search(value) is None
