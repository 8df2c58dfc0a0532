"""The looks in a drawing on light and dark screens, each as one class of a style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import Factory, frozen

# The presentation attributes of SVG that engines write.
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
# Values that browsers use by default.
_DEFAULTS = {"text-anchor": "start", "stroke-opacity": "1", "fill-opacity": "1"}
_IN_PIXELS = frozenset(("font-size", "stroke-width"))
_REPEATED = re.compile(r"^#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3$")


@frozen
class Looks:
    """The classes of a drawing by their looks; `pairs` are its elements in another theme."""

    pairs: Mapping[Element, Element] = Factory(dict)
    classes: dict[tuple[tuple[str, str], ...], str] = Factory(dict)

    def class_of(self, element: Element) -> str:
        """Return the class for the looks of an element, empty if it has no special looks."""
        other = self.pairs.get(element, element)
        looks = tuple(
            (name, _value(name, element.get(name, ""), other.get(name, "")))
            for name in _LOOKS
            if name in element.attrib and element.get(name) != _DEFAULTS.get(name)
        )
        return self.classes.setdefault(looks, f"k{len(self.classes)}") if looks else ""

    def class_for(self, looks: Mapping[str, str]) -> str:
        """Return the class for looks given as declarations of a style sheet."""
        return self.classes.setdefault(tuple(looks.items()), f"k{len(self.classes)}")

    @property
    def rules(self) -> str:
        """The style sheet of the classes; what several have in common is declared once."""
        sharing: dict[str, list[str]] = {}
        for looks, name in self.classes.items():
            for declaration in _declarations(looks):
                sharing.setdefault(declaration, []).append(f".{name}")
        rules: dict[str, list[str]] = {}
        for declaration, names in sharing.items():
            rules.setdefault(",".join(names), []).append(declaration)
        return "".join(f"{names}{{{';'.join(declarations)}}}" for names, declarations in rules.items())


def paired(light: Element, dark: Element) -> dict[Element, Element] | None:
    """Return the counterpart in one drawing for each element of another, None if not only looks differ."""
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


def screen_color(light: str, dark: str) -> str:
    """Return a colour for light screens and for dark ones, as in a style sheet.

    >>> screen_color("#ffffff", "#14181d"), screen_color("red", "red")
    ('#fff #14181d', 'red')
    """
    light, dark = _shorter(light), _shorter(dark)
    return f"{light} {dark}" if dark and light != dark else light


def _value(name: str, light: str, dark: str) -> str:
    if name in _COLORS:
        return screen_color(light, dark)
    if name in _IN_PIXELS and light.replace(".", "", 1).isdecimal():
        return f"{float(light):g}px"
    return light


def _shorter(color: str) -> str:
    return _REPEATED.sub(r"#\1\2\3", color)


def _declarations(looks: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, value in looks:
        light, _, dark = value.partition(" ")
        if name in _COLORS and dark:
            # Browsers that do not understand the second use the first.
            yield f"{name}:{light};{name}:light-dark({light},{dark})"
        else:
            yield f"{name}:{value}"
