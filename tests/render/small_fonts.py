"""Fonts without outlines, as small as can be, for tests of what is read from the files of fonts."""

import struct
from collections.abc import Mapping
from itertools import accumulate


def small_font(
    widths: Mapping[str, int],
    *,
    family: str = "Small",
    weight: int = 400,
    is_wide: bool = False,
    box: int = 600,
) -> bytes:
    """Return a font with an em of 1000 units that has these characters, listed in format 12 if `is_wide`."""
    places = sorted(map(ord, widths))
    advances = [box, *(widths[chr(place)] for place in places)]
    name = family.encode("utf-16-be")
    tables = {
        b"OS/2": struct.pack(">HhH", 4, 0, weight).ljust(96, b"\0"),
        b"cmap": _wide_map(places) if is_wide else _map(places),
        b"head": struct.pack(">18xH24xH8x", 1000, int(weight > 500)),
        b"hhea": struct.pack(">34xH", len(advances)),
        b"hmtx": b"".join(struct.pack(">Hh", advance, 0) for advance in advances),
        b"name": struct.pack(">3H6H", 0, 1, 18, 3, 1, 0x409, 1, len(name), 0) + name,
    }
    start = 12 + 16 * len(tables)
    offsets = accumulate((len(table) for table in tables.values()), initial=start)
    rows = b"".join(
        struct.pack(">4s4xLL", tag, offset, len(table))
        for (tag, table), offset in zip(tables.items(), offsets, strict=False)
    )
    return struct.pack(">LH6x", 0x10000, len(tables)) + rows + b"".join(tables.values())


def _map(places: list[int]) -> bytes:
    """Return a table of format 4: every other character by its number, the rest by a list of glyphs."""
    segments = [*((place, number) for number, place in enumerate(places, start=1)), (0xFFFF, 0)]
    count = len(segments)
    ends = struct.pack(f">{count}H", *(place for place, _ in segments))
    listed = [number for number in range(count - 1) if number % 2]
    deltas = [0 if at in listed else (glyph - place) & 0xFFFF for at, (place, glyph) in enumerate(segments)]
    offsets = [2 * (count - at + listed.index(at)) if at in listed else 0 for at in range(count)]
    glyphs = struct.pack(f">{len(listed)}H", *(segments[at][1] for at in listed))
    body = (
        ends
        + b"\0\0"
        + ends
        + struct.pack(f">{count}H", *deltas)
        + struct.pack(f">{count}H", *offsets)
        + glyphs
    )
    head = struct.pack(">7H", 4, 14 + len(body), 0, 2 * count, 0, 0, 0)
    return struct.pack(">4HL", 0, 1, 3, 1, 12) + head + body


def _wide_map(places: list[int]) -> bytes:
    groups = b"".join(
        struct.pack(">3L", place, place, number) for number, place in enumerate(places, start=1)
    )
    head = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(places))
    return struct.pack(">4HL", 0, 1, 3, 10, 12) + head + groups
