"""One SVG for light and dark screens: rules that change its colours in browsers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.ruled_edges import edge_rules, rule_class
from argmap.render.styles.style import (
    background,
    edge_style,
    group_style,
    node_style,
    readable,
    rule_places,
    tag_color,
)
from argmap.render.styles.theme import NODE_ROLES, ROLES, TEXT_ROLES, Theme, load_theme

_TEXTS = (*TEXT_ROLES, "step", "inference", "tag", "badge", "strip-text", "map-title", "subtitle")
_GROUPS = ("group", "group-1", "group-2", "group-3")


def dark_twin(theme: Theme) -> Theme | None:
    """Return the theme that replaces another one on dark screens, with what the rules of the other select."""
    if theme.dark is None:
        return None
    return evolve(load_theme(theme.dark), rules=theme.rules, chosen=theme.chosen)


def dark_rules(
    argument_map: ArgumentMap,
    theme: Theme,
    *,
    behind: str = "white",
    inside: Iterable[tuple[str, str]] = (),
) -> str:
    """Return the style sheet that adapts the SVG of a map in a theme to dark screens.

    It is empty if the theme has no dark counterpart. The rules apply only to drawings with this theme;
    `behind` is the engine's spelling of the colour behind the map, `inside` are the rules for the content of
    boxes.
    """
    dark = dark_twin(theme)
    if dark is None:
        return ""
    rules = [
        *_backgrounds(theme, dark, behind),
        *_fills(theme, dark),
        *_dots(argument_map, theme, dark),
        *_lines(theme, dark),
        *_texts(theme, dark),
    ]
    rules += _own_colors(argument_map, theme, dark)
    rules += _ruled_lines(argument_map, theme, dark)
    rules += inside
    root = f'svg[data-theme="{theme.name}"]'
    body = "".join(f"{root} {selector}{{{said}}}" for selector, said in dict.fromkeys(rules))
    return f"@media (prefers-color-scheme:dark){{{body}}}"


def tint_class(thing: MapNode | MapGroup, theme: Theme) -> str:
    """Return the class of something with its own colours, or that rules select; empty if neither."""
    color = to_hex(thing.color) if thing.has_own_color else None
    font = to_hex(thing.font_color)
    rule = rule_class(rule_places(thing, theme))
    words = (
        f"tint-{color[1:]}" if color else "",
        f"ink-{font[1:]}" if font else "",
        rule if rule_places(thing, theme) else "",
    )
    return " ".join(word for word in words if word)


def _backgrounds(theme: Theme, dark: Theme, behind: str) -> Iterator[tuple[str, str]]:
    yield ".graph>polygon", f"fill:{background(dark)}"
    # Something with round corners and no fill, such as a group or a chip, is filled with the background
    # colour.
    for written in (behind, background(theme)):
        yield f'[fill="{written}"]:not(text):not(tspan)', f"fill:{background(dark)}"
    yield ".foot>polygon", "fill:none"


def _fills(theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    for role in (*NODE_ROLES, *_GROUPS, "strip"):
        light, other = (to_hex(one.of(role).get("fillcolor")) for one in (theme, dark))
        if light and other:
            place = "" if role == "strip" else f".{role.partition('-')[0] if role in _GROUPS else role} "
            yield f'{place}[fill="{light}"]:not(text):not(tspan)', f"fill:{other}"


def _lines(theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for role in ROLES:
        pair = [to_hex(one.of(role).get("color", "").split(":")[0]) for one in (theme, dark)]
        if pair[0] and pair[1] and pair[0] not in seen:
            seen.add(pair[0])
            yield f'[stroke="{pair[0]}"]', f"stroke:{pair[1]}"
            yield f'[fill="{pair[0]}"]', f"fill:{pair[1]}"


def _texts(theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for role in _TEXTS:
        light, other = (one.text_style(role).color for one in (theme, dark))
        if light not in seen:
            seen.add(light)
            yield f':is(text,tspan)[fill="{light}"]', f"fill:{other}"


def _dots(argument_map: ArgumentMap, theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    """Yield the rules for the dots before tags that have colours."""
    for color in dict.fromkeys(color for node in argument_map.nodes for color in node.tag_colors):
        light, other = tag_color(color, theme), tag_color(color, dark)
        if light and other and light != other:
            yield f':is(text,tspan)[fill="{light}"]', f"fill:{other}"


def _own_colors(argument_map: ArgumentMap, theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    things: Iterable[MapNode | MapGroup] = (*argument_map.nodes, *argument_map.groups)
    for thing in things:
        name = tint_class(thing, theme)
        if not name:
            continue
        looks = [
            node_style(thing, one) if isinstance(thing, MapNode) else group_style(thing, one)
            for one in (theme, dark)
        ]
        # The content of a box has separate rules.
        place = ":not(.strip)." + ".".join([looks[0].role, *name.split()])
        for attribute, property in (("fillcolor", "fill"), ("color", "stroke")):
            light, other = (to_hex(one.attributes.get(attribute)) for one in looks)
            # The colour in a rule may be that of another role, which is different on dark screens.
            if light and other and (light != other or rule_places(thing, theme)):
                yield f'{place} [{property}="{light}"]:not(text):not(tspan)', f"{property}:{other}"
        if any(one.font_color for one in looks):
            said = looks[1].font_color or dark.text_style("text").color
            yield f"{place} :is(text,tspan)[fill]", f"fill:{said}"


def _ruled_lines(argument_map: ArgumentMap, theme: Theme, dark: Theme) -> Iterator[tuple[str, str]]:
    """Yield rules that keep the edges selected by rules of a theme visible on dark screens."""
    for edge in argument_map.edges:
        if not (places := edge_rules(edge, theme)):
            continue
        light, other = (to_hex(edge_style(edge, one).get("color", "").split(":")[0]) for one in (theme, dark))
        if light and other:
            place = f":is(.edge,.edge-end).{rule_class(places)}"
            for property in ("stroke", "fill"):
                yield f'{place} [{property}="{light}"]', f"{property}:{other}"
            text = readable(background(dark), preferred=other)
            for written in dict.fromkeys((light, readable(background(theme), preferred=light))):
                yield f'{place} :is(text,tspan)[fill="{written}"]', f"fill:{text}"
