"""Types and sizes of images."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.images.types import ImageType, image_type

_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
# Real files of 3 x 2 pixels, written by Pillow.
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300ffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0000b0800"
    "02000301011100ffc40014000100000000000000000000000000000003ffc40014100100000000000000000000000000000000ffda"
    "0008010100003f0037ffd9"
)


def png(width: int, height: int, grey: int = 0x80) -> bytes:
    """Return a grey PNG."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\x00" + bytes([grey]) * width) * height)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def svg(attributes: str = 'width="30" height="20"', before: str = "") -> bytes:
    """Return an SVG with a green field."""
    return (
        f'{before}<svg {_NAMESPACE} {attributes}><rect width="30" height="20" fill="green"/></svg>'.encode()
    )


_sizes = st.integers(1, 16_000)


@given(_sizes, _sizes)
def test_sizes_are_read_where_each_type_has_them(width: int, height: int) -> None:
    jpeg = (
        b"\xff\xd8\xff\xe1\x00\x04ab\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(9)
    )
    said = {
        "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + struct.pack(">II", width, height),
        "image/gif": b"GIF89a" + struct.pack("<HH", width, height),
        "image/jpeg": jpeg,
        "image/svg+xml": svg(f"width='{width}px' height=\"{height}\""),
    }
    for media, content in said.items():
        assert image_type(content) == ImageType(media, width, height)
    lossless = (width - 1) | (height - 1) << 14
    extended = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = (
        b"VP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height),
        b"VP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", lossless) + bytes(5),
        b"VP8X\x00\x00\x00\x00\x00\x00\x00\x00" + extended,
    )
    for chunk in chunks:
        assert image_type(b"RIFF\x00\x00\x00\x00WEBP" + chunk) == ImageType("image/webp", width, height)


def test_a_real_jpeg_and_a_real_png_are_known() -> None:
    assert image_type(JPEG) == ImageType("image/jpeg", 3, 2)
    assert image_type(png(3, 2)) == ImageType("image/png", 3, 2)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (svg('viewBox="0 0 40 20"'), (40, 20)),
        (svg('viewBox="0,0,40,20" width="10"'), (10, 5)),
        (svg('viewBox="0 0 40 20" height="1in"'), (192, 96)),
        (svg('viewBox="0 0 40 20" width="100%" height="100%"'), (40, 20)),
        (svg('width="2.54cm" height="72pt"'), (96, 96)),
        (svg(before="\ufeff \n<?xml version='1.0'?><!-- <svg> --><!DOCTYPE svg SYSTEM 'a'>"), (30, 20)),
        (svg(before="<!DOCTYPE svg [<!ATTLIST svg a CDATA '1'>]>"), (30, 20)),
        (svg(""), None),
        (svg('width="30"'), None),
        (svg('width="0" height="5"'), None),
        (svg('width="-3" height="5"'), None),
        (svg('data-width="3" height="5"'), None),
        (svg(before="<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>"), None),
        (svg(before="<html>"), None),
        (svg(before="<!-- " * 1000), None),
        (b"<svg width='3' height='3'/>", None),
        (svg().decode().encode("utf-16"), None),
    ],
)
def test_svgs_say_how_large_they_are(content: bytes, size: tuple[float, float] | None) -> None:
    known = image_type(content)
    assert (known and (known.width, known.height)) == size


@given(st.sampled_from([png(3, 2), JPEG, svg(), b"GIF89a", b"RIFF....WEBPVP8X", b""]), st.binary(max_size=40))
def test_any_bytes_have_a_type_or_none(start: bytes, more: bytes) -> None:
    for content in (more, start[: len(more)], start[: len(more)] + more, start + more):
        known = image_type(content)
        assert known is None or min(known.width, known.height) > 0
