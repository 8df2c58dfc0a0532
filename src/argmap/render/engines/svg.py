"""SVG as engines write it, made fit to stand alone and in a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from argmap.maps import ArgumentMap
from argmap.maps.folding import strips_in
from argmap.render.engines.part_words import KINDS
from argmap.render.typesetting.direction import LEFTWARDS as _LEFTWARDS
from argmap.render.typesetting.direction import runs_leftwards
from argmap.render.typesetting.font_widths import believed_width, is_measured, text_width

_COMMENT = re.compile(r"<!--(?:[^-]|-(?!-))*+-->\s*+")
# The box around all boxes, which nobody sees.
_FRAME = re.compile(r'<g id="[^"]*" class="cluster">\s*<title>cluster_0</title>\s*</g>\s*')
_FONT = re.compile(r' font-family="[^"]*"')
_PART = re.compile(r'(<g id="([^"]*)" class="[^"]*">\s*)<title>[^<]*</title>')
# Tags are known to end before attributes are looked for, and those are found or not: nothing is tried twice.
_TAG = r"<text (?=[^<>]*+>)"
_RUN = re.compile(rf'{_TAG}((?>(?:[^<>]*? )??x="[^"<>]*+" y="[^"<>]*+"))([^<>]*+)>([^<]*+)</text>\n')
_LINE = re.compile(
    rf'{_TAG}(?>[^<>]*? y="([^"<>]*+)")[^<>]*+>[^<]*+</text>\n'
    rf'(?:{_TAG}(?>[^<>]*? y="\1")[^<>]*+>[^<]*+</text>\n)++'
)
# What engines make of a cell with an id and a link, in which there is no other.
_CELL = re.compile(r'<g id="a_([^"]*+)"><a([^<>]*+)>((?:[^<]|<(?!/?a[ >]|g id="a_))*+)</a>\n</g>')
_CLASS = re.compile(r'(<g id="([^"]*+)" class="[^"]*+)"')
# The class of the dots in which premises come together, which are no nodes.
JUNCTION = "junction"
_JUNCTION = re.compile(rf'class="(?:node|edge) {JUNCTION}">\n<title>[^<]*+</title>')
_BLANK = re.compile("<text [^<>]*+>(?: |&#160;)</text>\n")
_LINK = re.compile(r' xlink:href="(?!#)[^"]*+"')
_INNER_LINK = re.compile(r' xlink:href="#[^"]*+"')
# What the class of a chip ends with, and the id of that at the target.
_STUB = " stub"
_END = "-end"
_TEXT = re.compile("<text ([^<>]*+)>([^<]*+)</text>")
_LABEL = re.compile("<text ([^<>]*+)>((?:[^<]|<(?!/?text))*+)</text>")
_SPAN = re.compile("(?:^|<tspan([^<>]*+)>|</tspan>)([^<]++)")
_X = re.compile(r'\bx="(-?[\d.]+)"')
_FONT_SIZE = re.compile(r'font-size="([\d.]+)"')
_SIZE_ATTRIBUTE = re.compile(r' font-size="[^"]*"')
# Between texts in one cell engines leave less, between cells we leave more, in points.
_ROOM = 3
_SIZE = re.compile(r' width="([\d.]+)pt" height="([\d.]+)pt"')


def tidy_svg(
    svg: str,
    *,
    titles: Mapping[str, str],
    font: str,
    descriptions: Mapping[str, str] | None = None,
    name: str = "",
    summary: str = "",
    knows_widths: bool = True,
    strips: Mapping[str, str] | None = None,
    tints: Mapping[str, str] | None = None,
    style: tuple[str, str] = ("", ""),
) -> str:
    """Return an SVG without prolog and comments, its font with fall-backs said once.

    The parts whose ids are in `titles` get these titles instead of the names that Graphviz gave them, and
    what `descriptions` say of them; `name` and `summary` are the same for the whole picture. `knows_widths`
    tells whether the engine knew how wide text is in its font, or believed what `believed_width` says;
    `strips` are the classes of parts that are cells in the label of a node, and `tints` more classes of
    parts. `style` is the name of a theme and its rules for dark screens.
    """
    start = svg.index("<svg")
    bare = _FONT.sub("", _FRAME.sub("", _COMMENT.sub("", svg[start:])))
    joined = _BLANK.sub("", _LINE.sub(_joined, bare))
    if _LEFTWARDS.search(joined):
        joined = _TEXT.sub(lambda found: _turned(found, knows_widths), joined)
    known = descriptions or {}
    titled = _PART.sub(lambda found: _titled(found, titles, known), _LABEL.sub(_fitted, joined))
    if strips:
        # Twice, for premises have cells of their own for their edges.
        for _ in range(2):
            titled = _CELL.sub(lambda found: _as_strip(found, strips, titles, known), titled)
    # Liberation Sans, Arimo and Helvetica have the widths of Arial, by which labels are laid out.
    families = escape(f"{font}, Liberation Sans, Arimo, Helvetica, sans-serif")
    # Roles of WAI-ARIA's graphics module: readers offer what is in the picture part by part.
    role = ' role="graphics-document document"' if name else ""
    whole = titled.replace("<svg ", f'<svg{role} font-family="{families}" ', 1)
    whole = _JUNCTION.sub(f'class="{JUNCTION}">', whole)
    if tints:
        whole = _CLASS.sub(lambda found: _tinted(found, tints), whole)
    theme, rules = style
    if rules:
        whole = whole.replace("<svg ", f'<svg data-theme="{escape(theme)}" ', 1)
    parts = (("title", name), ("desc", summary), ("style", rules))
    said = "".join(f"<{tag}>{escape(text, quote=False)}</{tag}>\n" for tag, text in parts if text)
    end = whole.index(">") + 1
    return f"{whole[:end]}\n{said}{whole[end:].lstrip()}" if said else whole


def svg_size(svg: str) -> tuple[float, float]:
    """Return width and height of an SVG that Graphviz wrote, in points."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError(f"not an SVG of Graphviz: {svg[:80]!r}")
    return float(found[1]), float(found[2])


def junction_id(argument: str) -> str:
    """Return the id of the dot in which the premises of an argument come together."""
    return f"{JUNCTION}-{argument}"


def stub_id(edge: str, *, is_source: bool) -> str:
    """Return the id of the chip at an end of an edge that is no line."""
    return edge if is_source else f"{edge}{_END}"


def strip_roles(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the classes of what is drawn inside of nodes, by id: of a node as strip, and of its edge."""
    roles: dict[str, str] = {}
    for node in argument_map.nodes:
        for strip in strips_in(node):
            more = "" if strip.node.page is None else " reference"
            roles[strip.node.id] = f"strip {KINDS[type(strip.node.ref)]}{more}"
            roles[strip.edge.id] = f"strip-edge {strip.edge.kind.value}"
        for stub in [*node.stubs, *(stub for step in node.steps for stub in step.stubs)]:
            part = "edge" if stub.is_source else "edge-end"
            id = stub_id(stub.edge.id, is_source=stub.is_source)
            roles[id] = f"{part} {stub.edge.kind.value}{_STUB}"
    return roles


def _as_strip(
    found: re.Match[str], strips: Mapping[str, str], titles: Mapping[str, str], known: Mapping[str, str]
) -> str:
    """Return a cell as a part of its own, which leads to where its source is; chips lead to other nodes."""
    id = unescape(found[1])
    if id not in strips:
        return found[0]
    if strips[id].endswith(_STUB):
        return _as_chip(found, strips[id], titles[id.removesuffix(_END)], known.get(id))
    title, more = titles.get(id, ""), known.get(id)
    description = f"\n<desc>{escape(more)}</desc>" if more else ""
    role = ' role="graphics-symbol"' if more else ""
    link = _LINK.search(found[2])
    href = f'{link[0]} target="_blank"' if link else ""
    told = f' xlink:title="{escape(f"{title}. {more}")}"' if more else ""
    inner = f"<a{href}{told}>{found[3]}</a>" if href or told else found[3]
    begin = f'<g id="{found[1]}" class="{strips[id]}"{role}>\n<title>{escape(title)}</title>'
    return f"{begin}{description}\n{inner}\n</g>"


def _as_chip(found: re.Match[str], role: str, title: str, more: str | None) -> str:
    link = _INNER_LINK.search(found[2])
    told = f"<title>{escape(title)}</title>" + (f"\n<desc>{escape(more)}</desc>" if more else "")
    inner = f'<a{link[0] if link else ""} xlink:title="{escape(title)}">{found[3]}</a>'
    return f'<g id="{found[1]}" class="{role}">\n{told}\n{inner}\n</g>'


def _tinted(found: re.Match[str], tints: Mapping[str, str]) -> str:
    more = tints.get(unescape(found[2]))
    return f'{found[1]} {more}"' if more else found[0]


def _titled(found: re.Match[str], titles: Mapping[str, str], descriptions: Mapping[str, str]) -> str:
    id = unescape(found[2])
    title = titles.get(id)
    if title is None:
        return found[0]
    more = descriptions.get(id)
    description = f"\n<desc>{escape(more)}</desc>" if more else ""
    begin = found[1].replace(">", ' role="graphics-symbol">', 1) if more else found[1]
    return f"{begin}<title>{escape(title)}</title>{description}"


def _joined(line: re.Match[str]) -> str:
    """Return a line of several texts as one, so that each begins where the one before really ends.

    Texts with room between them, as in tables, stay apart.
    """
    lines: list[list[tuple[str, str, str]]] = []
    end = 0.0
    for run in _RUN.findall(line[0]):
        start = _number(_X, run[0])
        if not lines or start - end > _ROOM:
            lines.append([])
        lines[-1].append(run)
        size = _number(_FONT_SIZE, run[1])
        end = start + text_width(unescape(run[2]), size=size, is_bold='"bold"' in run[1])
    return "".join(map(_one_text, lines))


def _one_text(runs: list[tuple[str, str, str]]) -> str:
    # A blank at the end is there to make the line high.
    said = runs[:-1] if len(runs) > 1 and runs[-1][2] in (" ", "&#160;") else runs
    if len(said) == 1:
        return f"<text {said[0][0]}{said[0][1]}>{said[0][2]}</text>\n"
    # What measures drawings looks for the size at the text itself.
    sizes = [_SIZE_ATTRIBUTE.search(style) for _, style, _ in said]
    size = sizes[0][0] if sizes[0] and all(sizes) else ""
    spans = "".join(f"<tspan{style.replace(size, '', 1)}>{text}</tspan>" for _, style, text in said)
    return f"<text {said[0][0]}{size}>{spans}</text>\n"


def _turned(found: re.Match[str], knows_widths: bool) -> str:
    """Return a text; if it runs to the left, such that it stands where the engine wanted it."""
    text = unescape(found[2])
    if not runs_leftwards(text):
        return found[0]
    attributes = found[1]
    if knows_widths:
        turned = attributes.replace('text-anchor="start"', 'text-anchor="end"')
    else:
        size = _number(_FONT_SIZE, attributes)
        width = believed_width(text, size=size, is_bold='"bold"' in attributes)
        turned = _X.sub(f'x="{_number(_X, attributes) + width:.2f}"', attributes, count=1)
    return f'<text direction="rtl" {turned}>{found[2]}</text>'


def _fitted(found: re.Match[str]) -> str:
    """Return a text that stays as wide as its label has room, whatever font a browser sets it in."""
    attributes, content = found.groups()
    width = 0.0
    for inner, said in _SPAN.findall(content):
        # The size of a whole text is said there, and of a part in which it is another, first.
        style = f"{inner} {attributes}" if inner else attributes
        text = unescape(said)
        is_bold = '"bold"' in style
        if not is_measured(text, is_bold=is_bold):
            return found[0]
        width += text_width(text, size=_number(_FONT_SIZE, style), is_bold=is_bold)
    if not width:
        return found[0]
    return f'<text {attributes} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{content}</text>'


def _number(pattern: re.Pattern[str], text: str) -> float:
    found = pattern.search(text)
    return float(found[1]) if found else 0.0
