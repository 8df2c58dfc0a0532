"""Looks of content of boxes that rules of a theme select: strips, and statements of arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from argmap.maps import MapNode, MapStep
from argmap.model import RelationKind
from argmap.render.boxes.citation_panels import CitationStyle
from argmap.render.boxes.strips import StripStyle
from argmap.render.engines.part_words import KINDS
from argmap.render.styles.color_math import mix, to_hex
from argmap.render.styles.style import readable
from argmap.render.styles.theme import Theme
from argmap.render.styles.theme_rules import ThemeRule

# The share of the fill in the colour of the part that a bar does not cover.
TRACK = 0.7


def ruled_steps(node: MapNode, theme: Theme) -> Iterator[tuple[MapStep, str]]:
    """Yield the statements that rules fill and that are not also nodes, each with its id in SVG."""
    for step in node.steps:
        if step.premise is None and step.number is not None and ruled_fill(step, theme):
            yield step, f"{node.id}-{step.id}"


def ruled_fill(step: MapStep, theme: Theme) -> str | None:
    """Return the fill that rules give a statement, None if there is none or all of its kind have the same."""
    if step.ref is None or not (places := theme.chosen.get(step.ref)):
        return None
    usual = theme.of(KINDS[type(step.ref)]).get("fillcolor")
    fill = to_hex(ruled_attributes(theme.rules[place] for place in places).get("fillcolor"))
    return None if fill == to_hex(usual) else fill


def ruled_attributes(rules: Iterable[ThemeRule]) -> dict[str, str]:
    """Return the attributes that rules set; later rules win."""
    return {name: value for rule in rules for name, value in rule.attributes.items()}


def ruled_strip(strips: StripStyle, fill: str | None, line: str | None) -> StripStyle:
    """Return the style of strips with another fill and colour; texts are readable on the fill."""
    behind = fill or strips.fill
    bars = {kind: line or bar for kind, bar in strips.bars.items()}
    return strips._replace(
        text=evolve(strips.text, color=readable(behind, preferred=strips.text.color)),
        fill=behind,
        bars={
            kind: readable(behind, preferred=bar) if not kind.is_supporting else bar
            for kind, bar in bars.items()
        },
        citation=on_fill(strips.citation, behind, line),
    )


def with_bar(strips: StripStyle, kind: RelationKind, bar: str | None) -> StripStyle:
    """Return the style of strips with bars in the colours of their relations."""
    if bar is None:
        return strips
    shown = bar if kind.is_supporting else readable(strips.fill, preferred=bar)
    return strips._replace(bars={**strips.bars, kind: shown}, references={**strips.references, kind: bar})


def on_fill(citation: CitationStyle, fill: str, line: str | None) -> CitationStyle:
    """Return the style of a citation that is readable on a fill."""
    source, badge = (
        evolve(style, color=readable(fill, preferred=style.color))
        for style in (citation.source, citation.badge)
    )
    line = line or citation.line
    return citation._replace(source=source, badge=badge, line=line, track=mix(line, fill, share=TRACK))
