"""The looks of a drawing on light and dark screens: each once, as a class of a style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import Factory, frozen

# What SVG calls presentation attributes, of those that engines write.
_LOOKS = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-opacity",
    "fill-opacity",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "text-decoration",
    "baseline-shift",
)
_COLORS = ("fill", "stroke")
# What browsers do anyway.
_DEFAULTS = {"text-anchor": "start", "stroke-opacity": "1", "fill-opacity": "1"}
_IN_PIXELS = frozenset(("font-size", "stroke-width"))


@frozen
class Looks:
    """The classes of a drawing, by what they look like; `pairs` are its elements in another theme."""

    pairs: Mapping[Element, Element] = Factory(dict)
    classes: dict[tuple[tuple[str, str], ...], str] = Factory(dict)

    def class_of(self, element: Element) -> str:
        """Return the class for the looks of an element, empty if it has none of its own."""
        other = self.pairs.get(element, element)
        looks = tuple(
            (name, _value(name, element.get(name, ""), other.get(name, "")))
            for name in _LOOKS
            if name in element.attrib and element.get(name) != _DEFAULTS.get(name)
        )
        return self.classes.setdefault(looks, f"k{len(self.classes)}") if looks else ""

    @property
    def rules(self) -> str:
        """The style sheet of the classes."""
        return "".join(f".{name}{{{_declarations(looks)}}}" for looks, name in self.classes.items())


def paired(light: Element, dark: Element) -> dict[Element, Element] | None:
    """Return the element of one drawing for each of another, None if they differ in more than in looks."""
    pairs: dict[Element, Element] = {}
    mine, others = list(_drawn(light)), list(_drawn(dark))
    if len(mine) != len(others):
        return None
    for element, other in zip(mine, others, strict=True):
        if element.tag != other.tag or element.get("id") != other.get("id"):
            return None
        pairs[element] = other
    return pairs


def _drawn(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if not element.tag.endswith("}style"))


def _value(name: str, light: str, dark: str) -> str:
    if name in _COLORS and dark and light != dark:
        return f"{light} {dark}"
    return f"{light}px" if name in _IN_PIXELS and light.replace(".", "", 1).isdecimal() else light


def _declarations(looks: tuple[tuple[str, str], ...]) -> str:
    parts: list[str] = []
    for name, value in looks:
        light, _, dark = value.partition(" ")
        if name in _COLORS and dark:
            # Browsers that do not know the second show the first.
            parts += (f"{name}:{light}", f"{name}:light-dark({light},{dark})")
        else:
            parts.append(f"{name}:{value}")
    return ";".join(parts)
