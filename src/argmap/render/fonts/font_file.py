"""Font files, TrueType and OpenType: which characters they have, and how wide these are."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from attrs import field, frozen

_EM = 1000
_COLLECTION = b"ttcf"
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_UNICODE, _WINDOWS = 0, 3
_ENGLISH = 0x409
# No table of a real font is larger than this.
_MOST_BYTES = 20_000_000
_BOLD, _ITALIC = 1, 2


class FontFileError(ValueError):
    """A file that is not a font, or a broken one."""


@frozen(slots=False, kw_only=True)
class FontFace:
    """A font in a file: the names of its family, its style, and its tables by their names.

    `weight` is 400 for regular and 700 for bold fonts.
    """

    path: Path
    families: tuple[str, ...]
    weight: int = 400
    is_italic: bool = False
    tables: dict[bytes, tuple[int, int]] = field(eq=False, repr=False)

    def has(self, character: str) -> bool:
        """Return whether the font has a glyph for a character."""
        return self._glyph(ord(character)) != 0

    def width(self, character: str) -> float:
        """Return the width of a character in thousandths of the size of the text.

        If the font does not have the character, it is that of the box that is drawn instead.
        """
        em, advances = self._advances
        if not advances:
            return 0.0
        return advances[min(self._glyph(ord(character)), len(advances) - 1)] * _EM / em

    def _glyph(self, place: int) -> int:
        starts, ends, glyphs = self._characters
        number = bisect_left(ends, place)
        if number == len(ends) or place < starts[number]:
            return 0
        first = glyphs[number]
        return first[place - starts[number]] if isinstance(first, array) else first + place - starts[number]

    @cached_property
    def _characters(self) -> tuple[list[int], list[int], list[int | array[int]]]:
        """The stretches of characters that the font has, with the glyph of the first or those of all."""
        try:
            with self.path.open("rb") as file:
                stretches = sorted(_stretches(_table(file, self.tables, b"cmap")), key=lambda one: one[0])
        except (OSError, struct.error, FontFileError, IndexError):
            stretches = []
        starts: list[int] = []
        ends: list[int] = []
        glyphs: list[int | array[int]] = []
        for start, end, glyph in stretches:
            if not ends or start > ends[-1]:
                starts.append(start)
                ends.append(end)
                glyphs.append(glyph)
        return starts, ends, glyphs

    @cached_property
    def _advances(self) -> tuple[int, list[int]]:
        """The units per em, and the widths of glyphs in them; the last applies to all further glyphs."""
        try:
            with self.path.open("rb") as file:
                em = struct.unpack_from(">H", _table(file, self.tables, b"head"), 18)[0]
                count = struct.unpack_from(">H", _table(file, self.tables, b"hhea"), 34)[0]
                pairs = struct.unpack_from(f">{count * 2}H", _table(file, self.tables, b"hmtx"))
        except (OSError, struct.error, FontFileError):
            return _EM, []
        return em or _EM, list(pairs[::2])


def read_faces(path: Path) -> tuple[FontFace, ...]:
    """Return the fonts in a file; it may be a collection of several.

    Raises:
        FontFileError: it is not a font.
        OSError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return tuple(_face(path, file, start) for start in _starts(file))
    except (struct.error, IndexError) as error:
        raise FontFileError(f"{path} is not a font: {error}") from None


def _starts(file: BinaryIO) -> tuple[int, ...]:
    beginning = file.read(12)
    if beginning[:4] != _COLLECTION:
        return (0,)
    count = min(struct.unpack(">L", beginning[8:12])[0], 256)
    return struct.unpack(f">{count}L", file.read(4 * count))


def _face(path: Path, file: BinaryIO, start: int) -> FontFace:
    file.seek(start)
    kind, count = struct.unpack(">4sH6x", file.read(12))
    if kind not in _BEGINNINGS:
        raise FontFileError(f"{path} is not a font: it begins with {kind!r}")
    rows = struct.iter_unpack(">4s4xLL", file.read(16 * count))
    tables = {name: (offset, length) for name, offset, length in rows}
    style = struct.unpack_from(">H", _table(file, tables, b"head"), 44)[0]
    weight = 700 if style & _BOLD else 400
    if b"OS/2" in tables:
        weight = struct.unpack_from(">H", _table(file, tables, b"OS/2"), 4)[0] or weight
    families = tuple(_families(_table(file, tables, b"name")))
    return FontFace(
        path=path,
        families=families,
        weight=weight,
        is_italic=bool(style & _ITALIC),
        tables=tables,
    )


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], name: bytes) -> bytes:
    if name not in tables:
        raise FontFileError(f"a font without the table {name.decode()}")
    offset, length = tables[name]
    if length > _MOST_BYTES:
        raise FontFileError(f"the table {name.decode()} has {length} bytes")
    file.seek(offset)
    return file.read(length)


def _families(table: bytes) -> Iterator[str]:
    """Yield the English names of a family; the one that includes all styles comes first."""
    count, strings = struct.unpack_from(">2xHH", table)
    names: dict[int, str] = {}
    for number in range(count):
        platform, _, language, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if kind in (_FAMILY, _TYPOGRAPHIC_FAMILY) and platform in (_UNICODE, _WINDOWS):
            start = strings + offset
            name = table[start : start + length].decode("utf-16-be", errors="replace")
            if kind not in names or language == _ENGLISH:
                names[kind] = name
    yield from dict.fromkeys(names[kind] for kind in (_TYPOGRAPHIC_FAMILY, _FAMILY) if kind in names)


def _stretches(table: bytes) -> Iterator[tuple[int, int, int | array[int]]]:
    """Yield stretches of characters: the first, the last, and the glyph of the first or those of all."""
    count = struct.unpack_from(">2xH", table)[0]
    best: tuple[int, int] | None = None
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * number)
        form = struct.unpack_from(">H", table, offset)[0]
        is_unicode = platform == _UNICODE or (platform == _WINDOWS and encoding in (1, 10))
        if is_unicode and form in (4, 12) and (best is None or form > best[0]):
            best = form, offset
    if best is None:
        return
    if best[0] == 12:
        groups = struct.unpack_from(">L", table, best[1] + 12)[0]
        yield from struct.iter_unpack(">LLL", table[best[1] + 16 :][: 12 * groups])
    else:
        yield from _segments(table[best[1] :])


def _segments(table: bytes) -> Iterator[tuple[int, int, int | array[int]]]:
    count = struct.unpack_from(">6xH", table)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, 16 + 2 * count * number) for number in (1, 2, 3)
    )
    place = 16 + 6 * count
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        if start > end or start == 0xFFFF:
            continue
        if offset:
            said = struct.unpack_from(f">{end - start + 1}H", table, place + 2 * number + offset)
            yield start, end, array("L", [(glyph + delta) & 0xFFFF if glyph else 0 for glyph in said])
        else:
            yield from _wrapped(start, end, delta)


def _wrapped(start: int, end: int, delta: int) -> Iterator[tuple[int, int, int]]:
    # Numbers of glyphs start again at 0 after 65535.
    turn = 0x10000 - delta
    if start < turn <= end:
        yield start, turn - 1, start + delta
        yield turn, end, 0
    else:
        yield start, end, (start + delta) & 0xFFFF
