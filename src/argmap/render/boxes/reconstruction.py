"""Arguments in full: premises, then a bar with the scheme, then the conclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil

from attrs import evolve

from argmap.maps import MapStep, MapStrip, MapStub
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import (
    NOTHING,
    Cell,
    Panel,
    Row,
    fixed,
    gap,
    side_by_side,
    stacked,
    table,
)
from argmap.render.boxes.citation_panels import CitationStyle, citation_panel
from argmap.render.boxes.formula_panels import formula_panel
from argmap.render.boxes.lines import Lines, content, line_cell, run_width, set_lines, text_cell
from argmap.render.boxes.strips import StripStyle, reference, strip_panel, titled
from argmap.render.boxes.tag_line import text_before_tags
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.line_breaking import Run
from argmap.text.shortening import shortened

# The frame of a badge must not touch the letters above it.
_ABOVE_CITATION = 2
# What follows strips is not part of them.
_BELOW_STRIPS = 4
_TITLE_LIMIT = 200
_NUMBER_SPACE = 5
_PADDING = 2
_BAR = 2
_RULE = 6
_SIGN = 14


class StatementStyle(NamedTuple):
    """How a statement is drawn: its text, its number, its fill if it has one, and its citation."""

    text: TextStyle
    number: TextStyle
    fill: str | None
    citation: CitationStyle


class StepStyle(NamedTuple):
    """How steps are drawn: statements, rules, formulas, and the colours of the bar and of thin lines.

    Their cells reach beyond their texts by so many points on both sides. Statements with `ids` are found in
    the SVG by these.
    """

    statement: Callable[[MapStep], StatementStyle]
    number: TextStyle
    rule: TextStyle
    formula: TextStyle
    bar: str
    line: str
    reach: int
    strip_style: Callable[[MapStrip], StripStyle]
    ids: Mapping[str, str]


def steps_panels(
    steps: Sequence[MapStep],
    looks: StepStyle,
    base: TextStyle,
    width_left: int,
    limit: int,
    *,
    chips: Callable[[MapStub], Panel],
) -> list[Panel]:
    """Return the steps of an argument, each a cell where edges can end, for a box with this much room.

    `chips` draws the ends of edges that are not lines.
    """
    numbers = [f"({step.number})" for step in steps if step.number is not None]
    widest = max((run_width([Run(number)], looks.number) for number in numbers), default=0)
    column = max(ceil(widest) + _NUMBER_SPACE, _SIGN)
    panels: list[Panel] = []
    for step in steps:
        if step.number is None:
            panels.append(_inference(step, looks, base, width_left))
        else:
            panels.append(_statement(step, looks, base, width_left, limit, column))
        panels += [
            strip_panel(strip, looks.strip_style(strip), base, width_left, limit) for strip in step.strips
        ]
        panels += [gap(_BELOW_STRIPS)] if step.strips else []
        panels += [_indented(chips(stub), column) for stub in step.stubs]
    return panels


def _indented(panel: Panel, column: int) -> Panel:
    """Return a panel below the text of a statement, next to the column of its number."""

    def rows(width: int) -> list[Row]:
        html, height = stacked([panel], width - column)
        inner = table(html, width=width - column, height=height)
        return [Row(height, f'<TR><TD WIDTH="{column}"></TD><TD>{inner}</TD></TR>')]

    return Panel(panel.width + column, rows)


def _statement(
    step: MapStep, looks: StepStyle, base: TextStyle, width_left: int, limit: int, column: int
) -> Panel:
    statement = looks.statement(step)
    style = evolve(statement.text, is_italic=True) if step.is_implicit else statement.text
    indent = column + (_RULE if step.is_implicit else 0)
    title = shortened(clean(step.title or ""), min(_TITLE_LIMIT, limit))
    text, marks = titled(title, shortened(text_before_tags(step.text or "", step.marks), limit), step.marks)
    lines = set_lines(text, style, width_left - indent, marks)
    style = evolve(looks.formula, color=statement.number.color)
    formula = formula_panel(step.formula, style, base, width_left - indent, limit)
    cited = _citation(step, statement, base, width_left - indent)
    below = [*([formula] if formula else []), *([gap(_ABOVE_CITATION), cited] if cited else [])]
    widths = [part.width for part in (lines, *below) if part]

    def rows(width: int) -> list[Row]:
        said = _statement_rows(step, lines, statement, looks, base, width, column)
        if below:
            html, height = stacked(below, width - indent)
            inner = table(html, width=width - indent, height=height)
            said.append(Row(height, f'<TR><TD WIDTH="{indent}"></TD><TD>{inner}</TD></TR>'))
        return [_framed(step, said, statement.fill, looks, width)]

    return Panel(max(widths, default=0) + indent, rows)


def _citation(step: MapStep, looks: StatementStyle, base: TextStyle, width_left: int) -> Panel | None:
    return citation_panel(step.premise.node, looks.citation, base, width_left) if step.premise else None


def _framed(step: MapStep, said: Iterable[Row], fill: str | None, looks: StepStyle, width: int) -> Row:
    """Return a statement as one cell across the box, where edges can end."""
    rows = list(said)
    inner = sum(row.height for row in rows)
    height = inner + 2 * _PADDING
    more = f' PORT="{step.id}"'
    if fill:
        more += f' BGCOLOR="{fill}"'
    if step.premise:
        more += f" {reference(step.premise.node.id, step.premise.node)}"
    elif step.id in looks.ids:
        more += f" {reference(looks.ids[step.id])}"
    whole = table("".join(row.html for row in rows), width=width, height=inner)
    cell = fixed(whole, width=width + 2 * looks.reach, height=height, more=more, side="CENTER")
    return Row(height, f"<TR>{cell}</TR>", step.id, is_wide=True)


def _statement_rows(
    step: MapStep,
    lines: Lines | None,
    statement: StatementStyle,
    looks: StepStyle,
    base: TextStyle,
    width: int,
    column: int,
) -> list[Row]:
    """Return the lines of a statement with its number, or the sign of a conclusion, beside the first line."""
    height = lines.height if lines else 14
    is_last = step.is_conclusion
    number = (
        _sign(looks, column, height) if is_last else _number(step, statement.number, base, column, height)
    )
    if lines is None:
        return [side_by_side([number], width=width, height=height)]
    rule = _dashed(looks, height) if step.is_implicit else Cell(0, "")
    beside = f'<TD WIDTH="{column}"></TD>'
    return [
        Row(
            height,
            f"<TR>{beside if place else number.html}{rule.html}"
            f"{line_cell(lines, line, base, width - column - rule.width).html}</TR>",
        )
        for place, line in enumerate(lines.lines)
    ]


def _number(step: MapStep, style: TextStyle, base: TextStyle, column: int, height: int) -> Cell:
    word = content([Run(f"({step.number})")], style, base)
    more = f" {reference(step.premise.edge.id)}" if step.premise else ""
    return Cell(column, fixed(word, width=column, height=height, more=more))


def _dashed(looks: StepStyle, height: int) -> Cell:
    frame = f' BORDER="1" SIDES="L" STYLE="DASHED" COLOR="{looks.line}" FIXEDSIZE="TRUE"'
    return Cell(_RULE, fixed(NOTHING, width=_RULE, height=height, more=frame))


def _sign(looks: StepStyle, column: int, height: int) -> Cell:
    """Return the sign for “therefore” as three squares, because not all fonts have it."""
    square = Cell(2, fixed(NOTHING, width=2, height=2, more=f' BGCOLOR="{looks.bar}"'))
    above, between = Cell(3, fixed("", width=3, height=2)), Cell(4, fixed("", width=4, height=2))
    rows = [
        side_by_side([above, square], width=8, height=2),
        *gap(3).rows(8),
        side_by_side([square, between, square], width=8, height=2),
    ]
    sign = table("".join(row.html for row in rows), width=8, height=sum(row.height for row in rows))
    cells = [
        Cell(8, fixed(sign, width=8, height=height, side="CENTER")),
        Cell(column - 8, fixed("", width=column - 8, height=height)),
    ]
    inner = side_by_side(cells, width=column, height=height)
    return Cell(column, f"<TD>{table(inner.html, width=column, height=height)}</TD>")


def _inference(step: MapStep, looks: StepStyle, base: TextStyle, width_left: int) -> Panel:
    """Return the bar between premises and conclusion, with the rule at its right end."""
    words = [shortened(clean(step.text or ""), _TITLE_LIMIT), step.proof or ""]
    if step.open_questions:
        words.append(f"{step.open_questions} of {step.questions} questions open")
    rule = set_lines(" · ".join(word for word in words if word), looks.rule, width_left)

    def rows(width: int) -> list[Row]:
        bar = fixed(NOTHING, width=width, height=_BAR, more=f' BGCOLOR="{looks.bar}"')
        shown = [*gap(3).rows(width), Row(_BAR, f"<TR>{bar}</TR>")]
        shown += [_right(line, rule, base, width) for line in rule.lines] if rule else []
        height = sum(row.height for row in shown)
        inner = table("".join(row.html for row in shown), width=width, height=height)
        wide, port = width + 2 * looks.reach, f' PORT="{step.id}"'
        framed = fixed(inner, width=wide, height=height, more=port, side="CENTER")
        return [Row(height, f"<TR>{framed}</TR>", step.id, is_wide=True)]

    return Panel(rule.width if rule else 0, rows)


def _right(line: Sequence[Run], lines: Lines, base: TextStyle, width: int) -> Row:
    wide = ceil(run_width(line, lines.style))
    word = text_cell(line, lines.style, base, width=wide, height=lines.height)
    return side_by_side([], width=width, height=lines.height, last=Cell(wide, word))
