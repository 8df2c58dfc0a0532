"""Types and sizes of images, read from the beginnings of their files."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

_SVG_NAMESPACE = "http://www.w3.org/2000/svg"
# Allowed before the root of an SVG: white space, declarations and comments.
_PROLOG = re.compile(r"\s+|<\?[^<>]*\?>|<!--|<!DOCTYPE[^<>\[]*(?:\[[^\[\]]*\]\s*)?>", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?svg(\s[^<>]*)>")
_ATTRIBUTE = re.compile(r"""\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LENGTH = re.compile(r"\s*+\+?(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*+(px|pt|pc|mm|cm|in|Q)?\s*+")
# Absolute units of CSS in pixels: CSS Values and Units 4, section 6.2.
_UNITS = {"px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "Q": 96 / 101.6}
# The size of an SVG is given at its beginning.
_SVG_START = 65_536
# Frames of JPEG (ITU T.81, table B.1): SOF0 to SOF15, without DHT, JPG and DAC, which are among them.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@frozen
class ImageType:
    """The media type of an image, and its width and height in pixels."""

    media: str
    width: float
    height: float


def image_type(content: bytes) -> ImageType | None:
    """Return type and size of a PNG, JPEG, GIF, WebP or SVG; None for any other file, or without a size.

    >>> image_type(b"GIF89a" + bytes([4, 0, 3, 0]))
    ImageType(media='image/gif', width=4, height=3)
    """
    for media, size_of in _SIZES:
        size = size_of(content)
        if size is not None:
            return ImageType(media, *size) if min(size) > 0 else None
    return None


_Size = tuple[float, float]


def _png(content: bytes) -> _Size | None:
    """Read the size of a PNG from IHDR, its first chunk (W3C, section 11.2.1)."""
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR" or len(content) < 24:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg(content: bytes) -> _Size | None:
    """Read the size from the frame header of a JPEG (ITU T.81, section B.2.2)."""
    if content[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = (int.from_bytes(content[at + n : at + n + 2], "big") for n in (5, 7))
            return width, height
        # Any number of 0xFF may come before a marker; other markers have a length.
        at += 1 if marker == 0xFF else 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None


def _gif(content: bytes) -> _Size | None:
    """Read the size of the logical screen of a GIF (GIF89a specification, section 18)."""
    if content[:6] not in (b"GIF87a", b"GIF89a") or len(content) < 10:
        return None
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _webp(content: bytes) -> _Size | None:
    """Read the size of a WebP from its first chunk (RFC 9649, sections 2.5 to 2.7)."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    match content[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
            return width + 1, height + 1
        case b"VP8L" if content[20] == 0x2F:
            bits = int.from_bytes(content[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if content[23:26] == b"\x9d\x01\x2a":
            # The two bits above say how to enlarge it.
            width, height = (int.from_bytes(content[at : at + 2], "little") & 0x3FFF for at in (26, 28))
            return width, height
        case _:
            return None


def _svg(content: bytes) -> _Size | None:
    """Read the size of an SVG from its root: its width and height, or else its viewBox."""
    start = content[:_SVG_START].decode("utf-8-sig", errors="replace")
    at = 0
    while found := _PROLOG.match(start, at):
        at = found.end()
        if found[0] == "<!--":
            end = start.find("-->", at)
            if end < 0:
                return None
            at = end + 3
    root = _ROOT.match(start, at)
    # Entities can make a short text very long.
    if root is None or _SVG_NAMESPACE not in root[1] or b"<!ENTITY" in content.upper():
        return None
    said = {name: one or other for name, one, other in _ATTRIBUTE.findall(root[1])}
    width, height = _length(said.get("width")), _length(said.get("height"))
    box = said.get("viewBox", "").replace(",", " ").split()
    box_width, box_height = (_length(one) for one in box[2:]) if len(box) == 4 else (None, None)
    if width is None and height is None:
        width, height = box_width, box_height
    elif box_width and box_height:
        width = width if width is not None else (height or 0) * box_width / box_height
        height = height if height is not None else width * box_height / box_width
    return None if width is None or height is None else (width, height)


def _length(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _UNITS[found[2] or "px"] if found else None


_SIZES: tuple[tuple[str, Callable[[bytes], _Size | None]], ...] = (
    ("image/png", _png),
    ("image/jpeg", _jpeg),
    ("image/gif", _gif),
    ("image/webp", _webp),
    ("image/svg+xml", _svg),
)
