"""SVG as engines write it, made fit to stand alone and in a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from argmap.maps import ArgumentMap
from argmap.model import RelationKind
from argmap.render.characters import clean, shorten

_TITLE_LIMIT = 200
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
# The box around all boxes, which nobody sees.
_FRAME = re.compile(r'<g id="[^"]*" class="cluster">\s*<title>cluster_0</title>\s*</g>\s*')
_FONT = re.compile(r' font-family="[^"]*"')
_PART = re.compile(r'(<g id="([^"]*)" class="[^"]*">\s*)<title>[^<]*</title>')
_RUN = re.compile(r'<text ((?:[^>]* )?x="[^"]*" y="[^"]*")([^>]*)>([^<]*)</text>\n')
_LINE = re.compile(r'<text [^>]* y="([^"]*)"[^>]*>[^<]*</text>\n(?:<text [^>]* y="\1"[^>]*>[^<]*</text>\n)+')
_SIZE = re.compile(r' width="([\d.]+)pt" height="([\d.]+)pt"')
_VERBS = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ATTACK: "attacks",
    RelationKind.UNDERCUT: "undercuts",
    RelationKind.ENTAILMENT: "entails",
    RelationKind.CONTRARIETY: "is contrary to",
    RelationKind.CONTRADICTION: "contradicts",
}


def tidy_svg(svg: str, *, titles: Mapping[str, str], font: str) -> str:
    """Return an SVG without prolog and comments, its font with fall-backs said once.

    The parts whose ids are in `titles` get these titles instead of the names that Graphviz gave them.
    """
    start = svg.index("<svg")
    bare = _FONT.sub("", _FRAME.sub("", _COMMENT.sub("", svg[start:])))
    titled = _PART.sub(lambda found: _titled(found, titles), _LINE.sub(_joined, bare))
    # Liberation Sans, Arimo and Helvetica have the widths of Arial, by which labels are laid out.
    families = escape(f"{font}, Liberation Sans, Arimo, Helvetica, sans-serif")
    return titled.replace("<svg ", f'<svg font-family="{families}" ', 1)


def svg_size(svg: str) -> tuple[float, float]:
    """Return width and height of an SVG that Graphviz wrote, in points."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError(f"not an SVG of Graphviz: {svg[:80]!r}")
    return float(found[1]), float(found[2])


def part_titles(argument_map: ArgumentMap) -> dict[str, str]:
    """Return what readers are told about nodes, groups and edges, by their ids."""
    titles = {group.id: clean(group.title) for group in argument_map.groups}
    for node in argument_map.nodes:
        titles[node.id] = clean(node.label_title or node.label_text or node.ref.title)
    for edge in argument_map.edges:
        titles[edge.id] = f"{titles[edge.source]} {_VERBS[edge.kind]} {titles[edge.target]}"
    return {id: shorten(title, _TITLE_LIMIT) for id, title in titles.items()}


def _titled(found: re.Match[str], titles: Mapping[str, str]) -> str:
    title = titles.get(unescape(found[2]))
    return found[0] if title is None else f"{found[1]}<title>{escape(title)}</title>"


def _joined(line: re.Match[str]) -> str:
    """Return a line of several texts as one, so that each begins where the one before really ends."""
    runs = _RUN.findall(line[0])
    # A blank at the end is there to make the line high.
    runs = runs[:-1] if runs[-1][2] in (" ", "&#160;") else runs
    spans = "".join(f"<tspan{style}>{text}</tspan>" for _, style, text in runs)
    return f"<text {runs[0][0]}>{spans}</text>\n"
