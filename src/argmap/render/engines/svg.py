"""SVG from engines, tidied up to be used alone and in pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from argmap.maps import ArgumentMap
from argmap.maps.folding import strips_in
from argmap.render.engines.part_words import KINDS
from argmap.render.engines.svg_texts import finished_texts

_COMMENT = re.compile(r"<!--(?:[^-]|-(?!-))*+-->\s*+")
# The invisible box around all boxes.
_FRAME = re.compile(r'<g id="[^"]*" class="cluster">\s*<title>cluster_0</title>\s*</g>\s*')
_FONT = re.compile(r' font-family="[^"]*"')
_PART = re.compile(r'(<g id="([^"]*)" class="[^"]*">\s*)<title>[^<]*</title>')
# What engines make from a cell with an id and a link that contains no other such cell.
_CELL = re.compile(r'<g id="a_([^"]*+)"><a([^<>]*+)>([^<]*+(?:<(?!/?a[ >]|g id="a_)[^<]*+)*+)</a>\n</g>')
_CLASS = re.compile(r'(<g id="([^"]*+)" class="[^"]*+)"')
# The class of the dots where premises come together, which are not nodes.
JUNCTION = "junction"
_JUNCTION = re.compile(rf'class="(?:node|edge) {JUNCTION}">\n<title>[^<]*+</title>')
_LINK = re.compile(r' xlink:href="(?!#)[^"]*+"')
_INNER_LINK = re.compile(r' xlink:href="#[^"]*+"')
# The suffixes of a chip's class, and of its id at the target.
_STUB = " stub"
_END = "-end"
_SIZE = re.compile(r' width="(\d++(?:\.\d++)?+)pt" height="(\d++(?:\.\d++)?+)pt"')


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
    """Return an SVG without prolog and comments, with its font and fallbacks given once.

    Parts whose ids are in `titles` get these titles instead of the names that Graphviz gave them, and also
    their `descriptions`; `name` and `summary` are the same for the whole picture. `knows_widths` says whether
    the engine knew how wide text is in its font, or used the widths of `believed_width`; `strips` are the
    classes of parts that are cells in the label of a node, and `tints` further classes of parts. `style` is
    the name of a theme and its rules for dark screens.
    """
    start = svg.index("<svg")
    bare = _FONT.sub("", _FRAME.sub("", _COMMENT.sub("", svg[start:])))
    texts = finished_texts(bare, knows_widths=knows_widths)
    known = descriptions or {}
    titled = _PART.sub(lambda found: _titled(found, titles, known), texts)
    if strips:
        # Twice, because premises have separate cells for their edges.
        for _ in range(2):
            titled = _CELL.sub(lambda found: _as_strip(found, strips, titles, known), titled)
    # Liberation Sans, Arimo and Helvetica have the widths of Arial, with which labels are laid out.
    families = escape(f"{font}, Liberation Sans, Arimo, Helvetica, sans-serif")
    # Roles from WAI-ARIA's graphics module: screen readers present the picture part by part.
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
    """Return width and height of an SVG that Graphviz wrote, in points.

    Raises:
        ValueError: it does not say them, or one of them is nothing.
    """
    found = _SIZE.search(svg)
    size = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not all(size):
        raise ValueError(f"it has no size in points, as Graphviz writes it: {svg[:80]!r}")
    return size


def junction_id(argument: str) -> str:
    """Return the id of the dot where the premises of an argument come together."""
    return f"{JUNCTION}-{argument}"


def stub_id(edge: str, *, is_source: bool) -> str:
    """Return the id of the chip at an end of an edge that is not a line."""
    return edge if is_source else f"{edge}{_END}"


def strip_roles(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the classes of what is drawn inside nodes, by id: of nodes drawn as strips, and of edges."""
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
    """Return a cell as a separate part, which links to its source; chips link to other nodes."""
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
