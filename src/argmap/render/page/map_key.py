"""The legend of a page: the meanings of shapes, lines and signs that occur in its map."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from attrs import frozen

from argmap.maps import ArgumentMap, MapNode
from argmap.model import RelationKind
from argmap.model.relation import ANSWERS
from argmap.render.engines.part_words import KINDS
from argmap.render.page.looks import Looks, screen_color
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.theme import Theme

_NAMES = {
    "claim": "Claim",
    "evidence": "Evidence",
    "argument": "Argument",
    "question": "Question",
    "critical-question": "Open critical question",
    "closed-group": "Closed section",
}
_DASHES = {"dashed": "6 4", "dotted": "1.5 3"}
_VERDICTS = {"●": "holds, with a reason", "○": "holds", "×": "does not hold", "?": "undecided"}


def map_key(argument_map: ArgumentMap, light: Theme, dark: Theme | None, looks: Looks) -> str:
    """Return the legend of a map in a theme, and in another one on dark screens if there is one.

    The classes for its looks are added to `looks`.
    """
    writer = _SampleWriter(light, dark, looks)
    rows = "".join(
        (
            *(writer.node(role) for role in _roles(argument_map.nodes)),
            *(writer.node("closed-group") for group in argument_map.groups[:1] if group.is_closed),
            *(writer.line(role, words) for role, words in _relations(argument_map)),
            *(f"<dt>{mark}</dt><dd>{words}</dd>" for mark, words in _verdicts(argument_map.nodes)),
        )
    )
    return f'<dl class="key">{rows}</dl>'


@frozen
class _SampleWriter:
    light: Theme
    dark: Theme | None
    looks: Looks

    def node(self, role: str) -> str:
        is_round = "rounded" in self.light.of(role).get("style", "") or self.light.of(role).get("shape") in (
            "ellipse",
            "hexagon",
            "oval",
        )
        name = self._class(role, {"fill": "fillcolor", "stroke": "color"})
        corner = ' rx="7"' if is_round else ""
        return _row(f'<rect class="{name}" x="1" y="1" width="38" height="16"{corner}/>', _NAMES[role])

    def line(self, role: str, words: str) -> str:
        looks = self.light.of(role)
        name = self._class(role, {"stroke": "color"})
        dashes = _DASHES.get(looks.get("style", ""), "")
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        head = "M40,3V15" if looks.get("arrowhead") == "tee" else "M33,4L40,9L33,14"
        return _row(f'<path class="{name}" d="M1,9H40"{dashed}/><path class="{name}" d="{head}"/>', words)

    def _class(self, role: str, properties: dict[str, str]) -> str:
        looks = {name: self._color(role, attribute) for name, attribute in properties.items()}
        if "fill" not in properties:
            looks |= {"fill": "none", "stroke-width": "2px"}
        return self.looks.class_for(looks)

    def _color(self, role: str, attribute: str) -> str:
        light = to_hex(self.light.of(role).get(attribute, "").split(":")[0]) or "none"
        dark = self.dark and to_hex(self.dark.of(role).get(attribute, "").split(":")[0])
        return screen_color(light, dark if dark and light != "none" else light)


def _row(sample: str, words: str) -> str:
    svg = f'<svg width="42" height="18" viewBox="0 0 42 18" aria-hidden="true">{sample}</svg>'
    return f"<dt>{svg}</dt><dd>{escape(words)}</dd>"


def _roles(nodes: tuple[MapNode, ...]) -> Iterator[str]:
    kinds = {KINDS[type(node.ref)] for node in nodes}
    return (role for role in _NAMES if role in kinds)


def _relations(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    kinds = {edge.kind for edge in argument_map.edges if not edge.is_answer}
    for kind in RelationKind:
        if kind in kinds:
            yield kind.value, f"{kind.verb} the inference" if kind is RelationKind.UNDERCUT else kind.verb
    if any(edge.is_answer for edge in argument_map.edges):
        yield "answer", ANSWERS


def _verdicts(nodes: tuple[MapNode, ...]) -> Iterator[tuple[str, str]]:
    marks = {node.verdict.mark for node in nodes if node.verdict}
    return ((mark, words) for mark, words in _VERDICTS.items() if mark in marks)
