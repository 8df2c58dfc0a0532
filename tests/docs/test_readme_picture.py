"""The picture in the README shows the text in the README, and can be read there."""

from __future__ import annotations

import re

from tests.docs.fences import ROOT, fences

import argmap

PICTURE = ROOT / "docs" / "_static" / "car-free.svg"
TEXT = next(fence.content for fence in fences(ROOT / "README.md") if fence.language == "argdown")


def words(svg: str) -> list[str]:
    """Return the names and the descriptions in a drawing; places may change with the layout."""
    return sorted(re.findall(r"<(?:title|desc)[^<>]*>([^<]*)<", svg))


def test_the_picture_is_that_of_the_text() -> None:
    drawing = argmap.draw(argmap.parse(TEXT), theme="auto")
    assert words(PICTURE.read_text(encoding="utf-8")) == words(drawing.svg())


def test_the_picture_can_be_read() -> None:
    assert argmap.draw(argmap.parse(TEXT), theme="auto").text_height(740) >= 9


def test_the_readme_shows_the_picture() -> None:
    assert str(PICTURE.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")
