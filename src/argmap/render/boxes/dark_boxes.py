"""The content of boxes on dark screens: strips and statements stay distinct from the box around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.maps import ArgumentMap, MapNode, MapStep, MapStrip
from argmap.maps.folding import strips_in
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.ruled_boxes import ruled_steps
from argmap.render.engines.part_words import KINDS
from argmap.render.engines.svg import stub_id
from argmap.render.styles.dark_screens import dark_twin, tint_class
from argmap.render.styles.ruled_edges import edge_rules, rule_class
from argmap.render.styles.style import node_style
from argmap.render.styles.theme import TextStyle, Theme

# The class of statements that rules select and that are not nodes.
STATEMENT = "statement"
_Pairs = tuple[Iterable[tuple[TextStyle, TextStyle]], Iterable[tuple[str, str]]]


def inner_classes(argument_map: ArgumentMap, theme: Theme) -> dict[str, str]:
    """Return the classes, by id, of what rules select inside the boxes of a folded map."""
    classes: dict[str, str] = {}
    for node in argument_map.nodes:
        for strip in strips_in(node):
            if places := edge_rules(strip.edge, theme):
                classes[strip.edge.id] = rule_class(places)
            if name := _strip_class(strip, theme):
                classes[strip.node.id] = name
        for stub in (*node.stubs, *(stub for step in node.steps for stub in step.stubs)):
            if places := edge_rules(stub.edge, theme):
                classes[stub_id(stub.edge.id, is_source=stub.is_source)] = rule_class(places)
        for step, id in ruled_steps(node, theme):
            classes[id] = rule_class(theme.chosen[step.ref])
    return classes


def dark_boxes(argument_map: ArgumentMap, theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield the rules that make the content of boxes in a folded map readable on dark screens.

    They are for what rules of the theme select, and for the content of boxes that have their own colours.
    """
    dark = dark_twin(theme)
    if dark is None:
        return
    light_boxes, dark_boxes = Boxes(theme), Boxes(dark)
    for node in argument_map.nodes:
        if not (node.strips or node.steps):
            continue
        name = tint_class(node, theme)
        around = f".{KINDS[type(node.ref)]}.{name.replace(' ', '.')} " if name else ""
        for strip in (*node.strips, *(strip for step in node.steps for strip in step.strips)):
            classes = _strip_class(strip, theme)
            if around or classes:
                place = f"{around}{_strip_place(strip, classes)}"
                yield from _mapped(place, _of_strip(strip, light_boxes, dark_boxes))
                edge = ".".join(("strip-edge", strip.edge.kind.value, *_rule_of(strip, theme)))
                bars = [boxes.strip_style(strip).bars[strip.edge.kind] for boxes in (light_boxes, dark_boxes)]
                yield f'{around}.{edge} [fill="{bars[0]}"]', f"fill:{bars[1]}"
        yield from _of_statements(node, around, (theme, dark), (light_boxes, dark_boxes))


def _of_statements(
    node: MapNode, around: str, themes: tuple[Theme, Theme], boxes: tuple[Boxes, Boxes]
) -> Iterator[tuple[str, str]]:
    theme, _ = themes
    ids = {step.id for step, _ in ruled_steps(node, theme)}
    colors = [node_style(node, looks).font_color for looks in themes]
    for step in node.steps:
        if not (step.premise or step.id in ids):
            continue
        looks = [box.statement_style(step, color) for box, color in zip(boxes, colors, strict=True)]
        ruled = bool(theme.chosen.get(step.ref))
        if looks[0].fill is None or looks[1].fill is None or not (around or ruled):
            continue
        place = _statement_place(step, theme)
        texts = [
            (looks[0].text, looks[1].text),
            (looks[0].number, looks[1].number),
            (looks[0].citation.source, looks[1].citation.source),
            (looks[0].citation.badge, looks[1].citation.badge),
        ]
        fills = [
            (looks[0].fill, looks[1].fill),
            (looks[0].citation.line, looks[1].citation.line),
            (looks[0].citation.track, looks[1].citation.track),
        ]
        yield from _mapped(f"{around}{place}", (texts, fills))


def _statement_place(step: MapStep, theme: Theme) -> str:
    if step.premise:
        return _strip_place(step.premise, _strip_class(step.premise, theme))
    return f".{STATEMENT}.{rule_class(theme.chosen[step.ref])}"


def _strip_place(strip: MapStrip, classes: str) -> str:
    return "." + ".".join(("strip", KINDS[type(strip.node.ref)], *classes.split()))


def _strip_class(strip: MapStrip, theme: Theme) -> str:
    words = (tint_class(strip.node, theme), *(f"by-{name}" for name in _rule_of(strip, theme)))
    return " ".join(word for word in words if word)


def _rule_of(strip: MapStrip, theme: Theme) -> list[str]:
    places = edge_rules(strip.edge, theme)
    return [rule_class(places)] if places else []


def _of_strip(strip: MapStrip, light_boxes: Boxes, dark_boxes: Boxes) -> _Pairs:
    light, dark = light_boxes.strip_style(strip), dark_boxes.strip_style(strip)
    kind = strip.edge.kind
    # Only what does not support has a bar in the colour of its relation.
    against = (TextStyle(0, light.bars[kind]), TextStyle(0, dark.bars[kind]))
    texts = [
        *([] if kind.is_supporting else [against]),
        (light.text, dark.text),
        (light.citation.source, dark.citation.source),
        (light.citation.badge, dark.citation.badge),
    ]
    fills = [
        (light.citation.track, dark.citation.track),
        (light.citation.line, dark.citation.line),
        (light.fill, dark.fill),
    ]
    return texts, fills


def _mapped(place: str, pairs: _Pairs) -> Iterator[tuple[str, str]]:
    texts, fills = pairs
    for light_text, dark_text in texts:
        yield f'{place} :is(text,tspan)[fill="{light_text.color}"]', f"fill:{dark_text.color}"
    for light_fill, dark_fill in fills:
        for property in ("fill", "stroke"):
            yield f'{place} [{property}="{light_fill}"]:not(text):not(tspan)', f"{property}:{dark_fill}"
