"""The numbered list of a map's sources, at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from argmap.maps import ArgumentMap, MapNode, MapStep, MapStrip
from argmap.maps.folding import strips_in
from argmap.model import Source
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import gap, stacked, table
from argmap.render.boxes.lines import lines_panel, set_lines
from argmap.render.captions import head_caption
from argmap.render.dot_quoting import all_quoted, label_of, listed, quoted
from argmap.render.fonts.characters import clean
from argmap.render.layout.tree.frames import PAD, Extent
from argmap.render.styles.style import background, readable
from argmap.render.styles.theme import Theme
from argmap.text.shortening import shortened

_LIMIT = 600
_GAP = 6
_INCH = 72


def number_sources(view: ArgumentMap) -> tuple[ArgumentMap, dict[Source, int]]:
    """Return a map whose nodes have the numbers of their sources, and the numbers."""
    numbers: dict[Source, int] = {}
    nodes = tuple(_numbered(node, numbers) for node in view.nodes)
    return evolve(view, nodes=nodes), numbers


def cited_on(view: ArgumentMap) -> Iterator[int]:
    """Yield the numbers of all sources that the map on a page cites."""
    for node in view.nodes:
        yield from node.source_numbers
        for strip in strips_in(node):
            yield from strip.node.source_numbers


def source_pages(
    numbers: Mapping[Source, int], cited: Mapping[int, Iterable[int]], theme: Theme, room: Extent
) -> Iterator[str]:
    """Yield the list of sources as DOT in which everything has its place, a text for each page that has so
    much room, in points.

    `cited` has the pages on which sources are cited, by the numbers of the sources.
    """
    text, width, height_left = theme.texts["text"], room.width - 2 * PAD, room.height - 2 * PAD
    style = evolve(text, color=readable(background(theme), preferred=text.color), is_bold=False)
    head = head_caption("Sources", theme, width=width)
    entries = [_Entry(head.label, head.width, head.height)] if head else []
    for source, number in numbers.items():
        lines = set_lines(_entry(source, number, cited.get(number, ())), style, width)
        if lines:
            html, height = stacked([lines_panel(lines, text), gap(_GAP)], lines.width)
            label = f"<{table(html, width=lines.width, height=height)}>"
            entries.append(_Entry(label, lines.width, height))
    page: list[_Entry] = []
    for entry in entries:
        if page and sum(other.height for other in page) + entry.height > height_left:
            yield _written(page, theme)
            page = []
        page.append(entry)
    yield _written(page, theme)


class _Entry(NamedTuple):
    """A label with its size in points."""

    label: str
    width: int
    height: int


def _entry(source: Source, number: int, pages: Iterable[int]) -> str:
    cited = shortened(clean(source.reference), _LIMIT)
    link = shortened(clean(source.link or ""), _LIMIT)
    address = f" {link}" if link and link not in cited else ""
    numbers = ", ".join(str(page) for page in sorted(set(pages)))
    return f"[{number}] {cited}{address} · p. {numbers}" if numbers else f"[{number}] {cited}{address}"


def _written(entries: Sequence[_Entry], theme: Theme) -> str:
    text = theme.texts["text"]
    graph = {"fontname": theme.font, "pad": f"{PAD / _INCH:g}", "bgcolor": background(theme)}
    node = {"fontname": theme.font, "fontsize": str(text.size), "fontcolor": text.color, "shape": "plain"}
    lines = [f"\tgraph [{listed(all_quoted(graph))}]\n\tnode [{listed(all_quoted(node))}]\n"]
    top = 0
    for number, entry in enumerate(entries):
        place = f'"{entry.width / 2:g},{-top - entry.height / 2:g}"'
        said = {"id": quoted(f"source{number}"), "label": label_of(entry.label), "pos": place}
        lines.append(f"\tsource{number} [{listed(said)}]\n")
        top += entry.height
    return f'digraph "Sources" {{\n{"".join(lines)}}}\n'


def _numbered(node: MapNode, numbers: dict[Source, int]) -> MapNode:
    own = tuple(numbers.setdefault(source, len(numbers) + 1) for source in node.sources)
    strips = tuple(_numbered_strip(strip, numbers) for strip in node.strips)
    steps = tuple(_numbered_step(step, numbers) for step in node.steps)
    return evolve(node, source_numbers=own, strips=strips, steps=steps)


def _numbered_step(step: MapStep, numbers: dict[Source, int]) -> MapStep:
    premise = _numbered_strip(step.premise, numbers) if step.premise else None
    return evolve(
        step, premise=premise, strips=tuple(_numbered_strip(strip, numbers) for strip in step.strips)
    )


def _numbered_strip(strip: MapStrip, numbers: dict[Source, int]) -> MapStrip:
    # Nothing is nested more than once in a node.
    own = tuple(numbers.setdefault(source, len(numbers) + 1) for source in strip.node.sources)
    return evolve(strip, node=evolve(strip.node, source_numbers=own))
