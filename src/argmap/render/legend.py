"""Legends: what the shapes and lines mean that occur in a map."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.maps import ArgumentMap
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, QuestionRef, RelationKind
from argmap.render.styles.color_math import to_hex
from argmap.render.styles.style import background, readable
from argmap.render.styles.theme import Attributes, Theme

_NODES = {
    ClaimRef: ("claim", "Claim"),
    EvidenceRef: ("evidence", "Evidence"),
    ArgumentRef: ("argument", "Argument"),
    QuestionRef: ("question", "Open question"),
}
# In this order; an undercut ends at the arrow of an inference, which needs to be named.
_RELATIONS = {
    RelationKind.SUPPORT: "",
    RelationKind.ENTAILMENT: "",
    RelationKind.ATTACK: "",
    RelationKind.UNDERCUT: " the inference",
    RelationKind.CONTRARIETY: "",
    RelationKind.CONTRADICTION: "",
}
# Lines and arrow heads as letters that the fonts of every engine have.
_LINES = {"dashed": "– – –", "dotted": "· · · ·", "bold": "<B>———</B>"}
_SOLID = "———"
_DOUBLE = "===="
_HEADS = {"normal": "►", "vee": "›", "tee": "|", "diamond": "♦", "odiamond": "◊", "none": ""}
_TAILS = {**_HEADS, "normal": "◄", "vee": "‹"}
TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_WIDTHS = {"line": 48, "text": 120, "node": 84}


def legend_label(argument_map: ArgumentMap, theme: Theme) -> str:
    """Return a label that explains the roles of nodes and relations in a map, empty if there are none."""
    nodes = list(_node_rows(argument_map, theme))
    relations = list(_relation_rows(argument_map, theme))
    columns = [rows for rows in (nodes, relations) if rows]
    if not columns:
        return ""
    # As many rows in both, or else the engine would make those of the shorter one higher.
    height = max(map(len, columns))
    filled = [[*rows, *["<TR><TD></TD></TR>"] * (height - len(rows))] for rows in columns]
    shown = "".join(f'<TD VALIGN="TOP" CELLPADDING="6">{_table(rows)}</TD>' for rows in filled)
    return f"<{TABLE}<TR>{shown}</TR></TABLE>>"


def _table(rows: list[str]) -> str:
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="2">{"".join(rows)}</TABLE>'


def _node_rows(argument_map: ArgumentMap, theme: Theme) -> Iterator[str]:
    kinds = {type(node.ref) for node in argument_map.nodes}
    for kind, (role, name) in _NODES.items():
        if kind in kinds:
            yield _sample(role, name, theme)
    if any(not group.is_closed for group in argument_map.groups):
        yield _sample("group", "Section", theme)
    if any(group.is_closed for group in argument_map.groups):
        yield _sample("closed-group", "Closed section", theme)


def _sample(role: str, name: str, theme: Theme) -> str:
    looks = theme.of(role)
    fill = to_hex(looks.get("fillcolor")) or background(theme)
    line = to_hex(looks.get("color")) or readable(fill, preferred="#808080")
    styles = looks.get("style", "").split(",")
    style = ",".join(name for name in ("rounded", "dashed") if name in (word.strip() for word in styles))
    drawn = f' STYLE="{style}"' if style else ""
    width = "2" if float(looks.get("penwidth", "1")) >= 1.5 else "1"
    font = _font(theme, readable(fill, preferred=theme.text_style("text").color))
    return (
        f'<TR><TD BORDER="{width}" COLOR="{line}" BGCOLOR="{fill}"{drawn} WIDTH="{_WIDTHS["node"]}" '
        f'CELLPADDING="4">{font}{name}</FONT></TD></TR>'
    )


def _relation_rows(argument_map: ArgumentMap, theme: Theme) -> Iterator[str]:
    kinds = {edge.kind for edge in argument_map.edges if not edge.is_asked}
    text = _font(theme, readable(background(theme), preferred=theme.text_style("text").color))
    for kind, target in _RELATIONS.items():
        if kind in kinds:
            looks = theme.of(kind.value)
            color = to_hex(looks.get("color", "").split(":")[0]) or "#808080"
            line = f"{_font(theme, color)}{_line(looks)}</FONT>"
            yield (
                f'<TR><TD ALIGN="LEFT" WIDTH="{_WIDTHS["line"]}">{line}</TD>'
                f'<TD ALIGN="LEFT" WIDTH="{_WIDTHS["text"]}">{text}{kind.verb}{target}</FONT></TD></TR>'
            )


def _line(looks: Attributes) -> str:
    line = _DOUBLE if ":" in looks.get("color", "") else _LINES.get(looks.get("style", "solid"), _SOLID)
    tail = _TAILS.get(looks.get("arrowtail", "normal"), "") if looks.get("dir") == "both" else ""
    return f"{tail}{line}{_HEADS.get(looks.get('arrowhead', 'normal'), '')}"


def _font(theme: Theme, color: str) -> str:
    return f'<FONT POINT-SIZE="{theme.text_style("text").size}" COLOR="{color}">'
