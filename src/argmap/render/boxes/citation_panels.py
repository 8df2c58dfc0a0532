"""Citations in boxes: the kind of a piece of evidence, its sources and its reliability."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from argmap.maps import MapNode
from argmap.model import EvidenceKind
from argmap.named_tuples import NamedTuple
from argmap.render.boxes.cells import NOTHING, Cell, Panel, Row, fixed, gap, side_by_side, table
from argmap.render.boxes.lines import Lines, content, line_row, run_width, set_lines, word_cell
from argmap.render.fonts.characters import clean
from argmap.render.styles.theme import TextStyle
from argmap.render.typesetting.line_breaking import Run
from argmap.text.shortening import shortened

_KINDS = frozenset(kind.value for kind in EvidenceKind)
_SOURCE_LIMIT = 160
_SHOWN_SOURCES = 3
_KIND_LIMIT = 30
_HEIGHT = 14
_BADGE_PADDING = 4
_SPACE = 6
_BAR = (40, 4)


class CitationStyle(NamedTuple):
    """The texts and colours in which the kind, the sources and the reliability of evidence are drawn."""

    source: TextStyle
    badge: TextStyle
    line: str
    track: str


def short_sources(node: MapNode) -> Iterator[str]:
    """Yield the sources of a node in the short form of citations; a single one with the place in it.

    Numbered sources are given by their numbers.
    """
    shorts = [source.short(node.locator) for source in node.sources]
    ends = [f" [{number}]" for number in node.source_numbers] or [""] * len(shorts)
    said = [f"{short}{end}" for short, end in zip(shorts, ends, strict=True) if clean(short)]
    yield from (shortened(reference, _SOURCE_LIMIT) for reference in dict.fromkeys(said[:_SHOWN_SOURCES]))
    if len(said) > _SHOWN_SOURCES:
        yield f"+ {len(said) - _SHOWN_SOURCES}"


def citation_panel(
    node: MapNode, looks: CitationStyle, base: TextStyle, width_left: int, *, verb: Cell | None = None
) -> Panel | None:
    """Return the rows with the citation of a node, None if it has none.

    They fit into `width_left`, in points; `verb` comes before everything else.
    """
    if not (verb or _says_where_from(node)):
        return None
    badge = _badge(node.kind, looks, base) if node.kind else None
    before = [cell for part in (verb, badge) if part for cell in (part, _space())]
    bar = _bar(node.reliability, looks) if node.reliability is not None else None
    used = sum(cell.width for cell in before) + (bar.width + _SPACE if bar else 0)
    words = _who_says_it(node)
    sources = set_lines(words, looks.source, width_left) if words else None
    if sources and len(sources.lines) == 1 and sources.width + used <= width_left:
        whole = sources._replace(height=_HEIGHT)
        return Panel(used + sources.width, lambda width: [_shared(whole, base, width, before, bar)])
    if not (sources or before or bar):
        return None

    def rows(width: int) -> list[Row]:
        shown = [line_row(sources, line, base, width) for line in sources.lines] if sources else []
        if before or bar:
            shown += gap(2).rows(width) if shown else []
            shown.append(side_by_side(before, width=width, height=_HEIGHT, last=bar))
        return shown

    return Panel(max(used, sources.width if sources else 0), rows)


def _says_where_from(node: MapNode) -> bool:
    return bool(node.sources or node.kind or node.speakers) or node.reliability is not None


def _who_says_it(node: MapNode) -> str:
    speakers = [f"says {', '.join(node.speakers)}"] if node.speakers else []
    return "; ".join((*speakers, *short_sources(node)))


def verb_cell(verb: str, style: TextStyle, base: TextStyle) -> Cell:
    """Return the word for the relation of a piece of evidence to the box that it is in."""
    return word_cell(verb, style, base, height=_HEIGHT)


def _shared(sources: Lines, base: TextStyle, width: int, before: list[Cell], bar: Cell | None) -> Row:
    return line_row(sources, sources.lines[0], base, width, before=before, last=bar)


def _space() -> Cell:
    return Cell(_SPACE, fixed("", width=_SPACE, height=_HEIGHT))


def _badge(kind: str, looks: CitationStyle, base: TextStyle) -> Cell | None:
    named = kind.replace("-", " ") if kind in _KINDS else kind
    words = shortened(clean(named), _KIND_LIMIT)
    if not words:
        return None
    run = Run(words)
    width = ceil(run_width([run], looks.badge)) + 2 * _BADGE_PADDING
    frame = f' BORDER="1" COLOR="{looks.line}" STYLE="ROUNDED" FIXEDSIZE="TRUE"'
    inner = content([run], looks.badge, base)
    return Cell(width, fixed(inner, width=width, height=_HEIGHT, more=frame, side="CENTER"))


def _bar(reliability: float, looks: CitationStyle) -> Cell:
    width, height = _BAR
    filled = round(width * min(max(reliability, 0), 1))
    shares = ((filled, looks.line), (width - filled, looks.track))
    cells = "".join(
        fixed(NOTHING, width=share, height=height, more=f' BGCOLOR="{color}"')
        for share, color in shares
        if share
    )
    inner = table(f"<TR>{cells}</TR>", width=width, height=height)
    return Cell(width, fixed(inner, width=width, height=_HEIGHT, side="CENTER"))
