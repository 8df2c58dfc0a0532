"""An argument map as a flowchart of Mermaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.maps import ArgumentMap, MapEdge, MapGroup, MapNode
from argmap.maps.groups import groups_in_use
from argmap.model import ArgumentRef, CriticalQuestionRef, EvidenceRef, QuestionRef, RelationKind
from argmap.render.layout.attributes import graph_attributes
from argmap.render.mermaid.mermaid_words import label_text, yaml_text
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import edge_style, group_style, node_style, readable
from argmap.render.styles.theme import Theme, load_theme
from argmap.settings import Settings

# Readers get lost in deeper groups.
_DEEPEST = 20
_SHAPES = {
    ArgumentRef: ("(", ")"),
    EvidenceRef: ("([", "])"),
    QuestionRef: ("{{", "}}"),
    CriticalQuestionRef: ("{{", "}}"),
}
_BOX = ("[", "]")
# The title of maps without one.
_NO_TITLE = "Argument map"
_NO_RULE = "—"


def to_mermaid(
    argument_map: ArgumentMap, look: tuple[Theme, Settings] | None = None, *, title: str = _NO_TITLE
) -> str:
    """Return a map as a Mermaid flowchart, in the colours of a theme as far as the settings use them.

    Claims are boxes, arguments have round corners, evidence round ends, questions points at their sides.
    What is between the quotes of a label is plain text to Mermaid, whatever an author wrote.
    """
    theme, settings = look or (load_theme("default"), Settings())
    direction = graph_attributes(argument_map, theme, settings).get("rankdir", "BT")
    lines = ["---", f"title: {yaml_text(title)}", "---"] if title.casefold() != _NO_TITLE.casefold() else []
    lines.append(f"flowchart {direction if direction in ('TB', 'BT', 'LR', 'RL') else 'BT'}")
    lines += _boxes(argument_map, theme)
    lines += (_edge(edge) for edge in argument_map.edges)
    lines += _looks(argument_map, theme)
    return "\n".join(lines) + "\n"


def _boxes(argument_map: ArgumentMap, theme: Theme) -> Iterator[str]:
    members: defaultdict[str | None, list[MapNode]] = defaultdict(list)
    inner: defaultdict[str | None, list[MapGroup]] = defaultdict(list)
    for node in argument_map.nodes:
        members[node.group].append(node)
    for box in groups_in_use(argument_map):
        inner[box.parent].append(box)
    depth = 1
    # Still to be written, last one first: groups, and None where a box ends.
    waiting: list[MapGroup | None] = list(reversed(inner[None]))
    while waiting:
        group = waiting.pop()
        if group is None:
            depth -= 1
            yield f"{'  ' * depth}end"
            continue
        if group.is_closed:
            yield f'{"  " * depth}{group.id}["{label_text(group.title)}"]'
        elif depth <= _DEEPEST:
            yield f'{"  " * depth}subgraph {group.id}["{label_text(group.title)}"]'
            depth += 1
            waiting.append(None)
        yield from (f"{'  ' * depth}{_node(node)}" for node in members[group.id])
        waiting += reversed(inner[group.id])
    yield from (f"  {_node(node)}" for node in members[None])


def _node(node: MapNode) -> str:
    opening, closing = _SHAPES.get(type(node.ref), _BOX)
    return f'{node.id}{opening}"{"<br>".join(_lines(node))}"{closing}'


def _lines(node: MapNode) -> Iterator[str]:
    """Yield the lines of a node: title, text, sources, steps, verdict."""
    if node.label_title:
        yield f"<b>{label_text(node.label_title)}</b>"
    if node.label_text or not (node.label_title or node.steps):
        yield label_text(node.label_text or node.ref.title)
    if node.formula:
        yield label_text(node.formula)
    for source in node.sources:
        yield f"<i>{label_text(source.short(node.locator))}</i>"
    for step in node.steps:
        if step.number is None:
            rule = " · ".join(part for part in (step.text, step.proof) if part)
            yield label_text(f"{_NO_RULE} {rule} {_NO_RULE}")
        else:
            yield label_text(f"({step.number}) {step.text or step.title or ''}")
            if step.formula:
                yield label_text(step.formula)
    if node.verdict is not None:
        yield f"<i>{label_text(node.verdict.sentence)}</i>"


def _edge(edge: MapEdge) -> str:
    if edge.kind.is_symmetric:
        line = "<-->"
    elif edge.kind is RelationKind.UNDERCUT or edge.is_asked or not edge.is_sketched:
        line = "-.->"
    else:
        line = "-->"
    return f'  {edge.source} {line}|"{label_text(edge.verb)}"| {edge.target}'


def _looks(argument_map: ArgumentMap, theme: Theme) -> Iterator[str]:
    """Yield the colours of nodes and lines, each look once with everything that has it."""
    looks: defaultdict[str, list[str]] = defaultdict(list)
    for node in argument_map.nodes:
        style = node_style(node, theme)
        color = style.font_color or theme.texts["text"].color
        looks[_box_look(style.attributes, color)].append(node.id)
    for box in groups_in_use(argument_map):
        style = group_style(box, theme)
        color = style.font_color or theme.text_style("heading").color
        looks[_box_look(style.attributes, color)].append(box.id)
    for number, (look, ids) in enumerate(looks.items(), start=1):
        yield f"  classDef look{number} {look}"
        yield f"  class {','.join(ids)} look{number}"
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for place, edge in enumerate(argument_map.edges):
        drawn = to_hex(edge_style(edge, theme).get("color", "").split(":")[0])
        if drawn:
            lines[drawn].append(str(place))
    for color, places in lines.items():
        yield f"  linkStyle {','.join(places)} stroke:{color},color:{readable('#ffffff', preferred=color)}"


def _box_look(attributes: Mapping[str, str], font_color: str) -> str:
    fill = to_hex(attributes.get("fillcolor")) or "#ffffff"
    border = to_hex(attributes.get("color")) or "#222222"
    words = [f"fill:{fill}", f"stroke:{border}", f"color:{font_color}"]
    if "dashed" in attributes.get("style", ""):
        words.append("stroke-dasharray:5 3")
    return ",".join(words)
