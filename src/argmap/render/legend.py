"""Legends: the meanings of shapes and lines that occur in a map, in a line at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import ceil

from argmap.maps import ArgumentMap, MapEdge
from argmap.maps.folding import strips_in
from argmap.model import ArgumentRef, ClaimRef, CriticalQuestionRef, EvidenceRef, QuestionRef, RelationKind
from argmap.model.relation import ANSWERS
from argmap.render.boxes.cells import NOTHING, Cell, Panel, fixed, side_by_side, table
from argmap.render.boxes.lines import run_width, text_cell
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import background, readable
from argmap.render.styles.theme import Attributes, TextStyle, Theme
from argmap.render.styles.usual_looks import usual_edge, usual_group, usual_node
from argmap.render.typesetting.line_breaking import Run

_NODES = {
    ClaimRef: ("claim", "Claim"),
    EvidenceRef: ("evidence", "Evidence"),
    ArgumentRef: ("argument", "Argument"),
    QuestionRef: ("question", "Question"),
    CriticalQuestionRef: ("critical-question", "Open critical question"),
}
# In this order; undercuts end at the arrow of an inference, so that this has to be named.
_RELATIONS = {
    RelationKind.SUPPORT: "",
    RelationKind.ENTAILMENT: "",
    RelationKind.ATTACK: "",
    RelationKind.UNDERCUT: " the inference",
    RelationKind.CONTRARIETY: "",
    RelationKind.CONTRADICTION: "",
}
# Lines and arrow heads made of characters that the fonts of every engine have.
_LINES = {"dashed": "– –", "dotted": "· · ·", "bold": "——"}
_SOLID = "——"
_DOUBLE = "==="
_HEADS = {"normal": "►", "vee": "›", "tee": "|", "diamond": "♦", "odiamond": "◊", "none": ""}
_TAILS = {**_HEADS, "normal": "◄", "vee": "‹"}
_VERDICTS = {"●": "holds, with a reason", "○": "holds", "×": "does not hold", "?": "undecided"}
_BASE = TextStyle(0, "")
_HEIGHT = 18
_SAMPLE = (18, 12)
_BAR = 3
_GAP = 5
_SPACE = 14
_LARGER = 3


def legend_panel(argument_map: ArgumentMap, theme: Theme, width_left: int) -> Panel | None:
    """Return the looks of the roles of nodes and relations in a map, None if there are none.

    It is one line, or as many as are needed to fit into `width_left` points.
    """
    lines: list[list[Cell]] = [[]]
    cells = (
        *_node_cells(argument_map, theme),
        *_relation_cells(argument_map, theme),
        *_verdict_cells(argument_map, theme),
    )
    for cell in cells:
        if lines[-1] and sum(other.width for other in lines[-1]) + cell.width > width_left:
            lines.append([])
        lines[-1].append(cell)
    if not lines[0]:
        return None
    widest = max(sum(cell.width for cell in line) for line in lines)
    return Panel(widest, lambda width: [side_by_side(line, width=width, height=_HEIGHT) for line in lines])


def _node_cells(argument_map: ArgumentMap, theme: Theme) -> Iterator[Cell]:
    kinds = {type(node.ref) for node in argument_map.nodes}
    strips = [strip for node in argument_map.nodes for strip in strips_in(node)]
    for kind, (role, name) in _NODES.items():
        if kind in kinds:
            looks = usual_node(role, (node for node in argument_map.nodes if type(node.ref) is kind), theme)
            yield _explained(_sample(looks, theme), _SAMPLE[0], name, theme)
        elif kind is EvidenceRef and any(isinstance(strip.node.ref, EvidenceRef) for strip in strips):
            yield _explained(_strip_sample(theme), _SAMPLE[0], name, theme)
    for is_closed, role, name in ((False, "group", "Section"), (True, "closed-group", "Closed section")):
        if groups := [group for group in argument_map.groups if group.is_closed is is_closed]:
            looks = usual_group(role, groups, theme)
            yield _explained(_sample(looks, theme), _SAMPLE[0], name, theme)


def _relation_cells(argument_map: ArgumentMap, theme: Theme) -> Iterator[Cell]:
    for role, words, edges in _relations(argument_map):
        looks = usual_edge(role, edges, theme)
        color = to_hex(looks.get("color", "").split(":")[0]) or "#808080"
        # Lines made of characters are thinner than those of a map.
        size = theme.text_style("source").size + _LARGER
        style = TextStyle(size, color, is_bold=looks.get("style") == "bold")
        run = Run(_line(looks))
        width = ceil(run_width([run], style))
        sample = text_cell([run], style, _BASE, width=width, height=_HEIGHT)
        yield _explained(sample, width, words, theme)


def _relations(argument_map: ArgumentMap) -> Iterator[tuple[str, str, list[MapEdge]]]:
    """Yield the roles of the edges of a map, with their meanings and the edges that have them."""
    stated = [edge for edge in argument_map.edges if not (edge.is_asked or edge.is_answer)]
    for kind, more in _RELATIONS.items():
        if edges := [edge for edge in stated if edge.kind is kind]:
            yield kind.value, f"{kind.verb}{more}", edges
    if answers := [edge for edge in argument_map.edges if edge.is_answer]:
        yield "answer", ANSWERS, answers


def _verdict_cells(argument_map: ArgumentMap, theme: Theme) -> Iterator[Cell]:
    """Yield the marks of verdicts that occur, also on strips and in the steps of arguments."""
    nodes = (*argument_map.nodes, *(strip.node for node in argument_map.nodes for strip in strips_in(node)))
    steps = (step.verdict for node in nodes for step in node.steps)
    marks = {verdict.mark for verdict in chain((node.verdict for node in nodes), steps) if verdict}
    style = TextStyle(
        theme.text_style("source").size,
        readable(background(theme), preferred=theme.text_style("source").color),
        is_bold=True,
    )
    for mark, name in _VERDICTS.items():
        if mark in marks:
            run = Run(mark)
            width = ceil(run_width([run], style))
            sample = text_cell([run], style, _BASE, width=width, height=_HEIGHT)
            yield _explained(sample, width, name, theme)


def _explained(sample: str, width: int, name: str, theme: Theme) -> Cell:
    """Return a sample, followed by its meaning."""
    color = readable(background(theme), preferred=theme.text_style("source").color)
    style = TextStyle(theme.text_style("source").size, color)
    run = Run(name)
    wide = ceil(run_width([run], style))
    word = text_cell([run], style, _BASE, width=wide, height=_HEIGHT)
    between, after = (fixed("", width=width_left, height=_HEIGHT) for width_left in (_GAP, _SPACE))
    return Cell(width + _GAP + wide + _SPACE, f"{sample}{between}{word}{after}")


def _sample(looks: Attributes, theme: Theme) -> str:
    fill = to_hex(looks.get("fillcolor")) or background(theme)
    line = to_hex(looks.get("color")) or readable(fill, preferred="#808080")
    words = {word.strip() for word in looks.get("style", "").split(",")}
    style = ",".join(word for word in ("rounded", "dashed") if word in words)
    said = f' STYLE="{style}"' if style else ""
    border = 2 if float(looks.get("penwidth", "1")) >= 1.5 else 1
    width, height = _SAMPLE
    more = f' BORDER="{border}" COLOR="{line}" BGCOLOR="{fill}"{said} FIXEDSIZE="TRUE"'
    return _framed(fixed(NOTHING, width=width, height=height, more=more))


def _strip_sample(theme: Theme) -> str:
    looks = theme.of("strip")
    fill = to_hex(looks.get("fillcolor")) or background(theme)
    width, height = _SAMPLE
    bar = f' BGCOLOR="{to_hex(looks.get("color")) or "#808080"}"'
    cells = fixed(NOTHING, width=_BAR, height=height, more=bar)
    cells += fixed(NOTHING, width=width - _BAR, height=height, more=f' BGCOLOR="{fill}"')
    return _framed(cells)


def _framed(cells: str) -> str:
    width, height = _SAMPLE
    inner = table(f"<TR>{cells}</TR>", width=width, height=height)
    return fixed(inner, width=width, height=_HEIGHT, side="CENTER")


def _line(looks: Attributes) -> str:
    line = _DOUBLE if ":" in looks.get("color", "") else _LINES.get(looks.get("style", "solid"), _SOLID)
    tail = _TAILS.get(looks.get("arrowtail", "normal"), "") if looks.get("dir") == "both" else ""
    return f"{tail}{line}{_HEADS.get(looks.get('arrowhead', 'normal'), '')}"
