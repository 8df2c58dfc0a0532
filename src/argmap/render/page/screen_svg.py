"""The drawing in a page: SVG whose parts say what they are, and whose looks are classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import chain
from xml.etree.ElementTree import Element, fromstring

from attrs import Factory, frozen

from argmap.maps import ArgumentMap
from argmap.render.engines.part_words import KINDS
from argmap.render.engines.svg import JUNCTION
from argmap.render.page.looks import Looks, paired
from argmap.render.page.path_data import (
    plain_box,
    rounded_box,
    shorter_corners,
    shorter_numbers,
    shorter_path,
)

_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(("title", "desc", "style"))
_SHAPES = frozenset(
    ("path", "polygon", "polyline", "ellipse", "circle", "rect", "line", "text", "tspan", "image")
)
_KEPT = (
    "x",
    "y",
    "cx",
    "cy",
    "rx",
    "ry",
    "r",
    "width",
    "height",
    "transform",
    "direction",
)
_END = "-end"


@frozen
class ScreenDrawing:
    """The SVG of a page, the looks of its classes, and whether it has the colours of two themes."""

    svg: str
    looks: Looks
    has_both: bool


def screen_drawing(svg: str, dark: str | None, argument_map: ArgumentMap, *, label: str) -> ScreenDrawing:
    """Return a finished SVG of a map for a page; `dark` is the same drawing in the theme for dark screens."""
    root = fromstring(svg)
    pairs = paired(root, fromstring(dark)) if dark is not None else None
    writer = _PartWriter(_Parts.of(argument_map), Looks(pairs or {}))
    width, height = (size.removesuffix("pt") for size in (root.get("width", "0"), root.get("height", "0")))
    body = "".join(writer.children(root))
    family = escape(root.get("font-family", "sans-serif"))
    box = shorter_numbers(root.get("viewBox", ""))
    head = (
        f'<svg role="graphics-document" aria-label="{escape(label)}" width="{shorter_numbers(width)}" '
        f'height="{shorter_numbers(height)}" viewBox="{box}" font-family="{family}" '
        'xmlns="http://www.w3.org/2000/svg">'
    )
    return ScreenDrawing(f"{head}{body}</svg>", writer.looks, pairs is not None)


@frozen
class _Parts:
    """Attributes that say what the parts of a drawing are, by their ids."""

    nodes: Mapping[str, str] = Factory(dict)
    edges: Mapping[str, tuple[str, str, str]] = Factory(dict)

    @classmethod
    def of(cls, argument_map: ArgumentMap) -> _Parts:
        nodes = {
            node.id: _attributes(str(node.ref), KINDS[type(node.ref)], node.tags)
            for node in argument_map.nodes
        }
        nodes |= {
            group.id: _attributes(f"#{group.title}", "section", ())
            for group in argument_map.groups
            if group.is_closed
        }
        return cls(
            nodes, {edge.id: (edge.source, edge.target, edge.kind.value) for edge in argument_map.edges}
        )


def _attributes(key: str, kind: str, tags: tuple[str, ...]) -> str:
    # No tag contains a line end.
    lines = "\n".join(tags)
    tagged = f' data-tags="{escape(lines)}"' if tags else ""
    return f'data-key="{escape(key)}" data-kind="{kind}"{tagged}'


@frozen
class _PartWriter:
    parts: _Parts
    looks: Looks

    def children(self, element: Element) -> Iterator[str]:
        for child in element:
            yield from self.element(child)

    def element(self, element: Element) -> Iterator[str]:
        """Yield the markup of an element, followed by that of named parts inside it."""
        tag = element.tag.rpartition("}")[2]
        if tag in _LEFT_OUT:
            return
        if tag == "g" and self._is_part(element):
            yield from self._part(element)
        elif tag == "g" and element.get("class") == "graph":
            yield f'<g class="graph" transform="{shorter_numbers(element.get("transform", ""))}">'
            # The page already has the title of the map.
            yield from chain.from_iterable(
                self.element(child) for child in element if not child.tag.endswith("}text")
            )
            yield "</g>"
        elif tag in _SHAPES:
            yield self._shape(element, tag)
        else:
            # An element that only carries a tooltip or a link.
            yield from self.children(element)

    def _is_part(self, element: Element) -> bool:
        words = element.get("class", "").split()
        return bool(words) and words[0] in (
            "node",
            "strip",
            "edge",
            "edge-end",
            "strip-edge",
            "cluster",
            JUNCTION,
        )

    def _part(self, part: Element) -> Iterator[str]:
        words = part.get("class", "").split()
        id = part.get("id", "")
        inside, after = self._inside(part)
        if id in self.parts.nodes and words[0] in ("node", "strip"):
            name, role = escape(id), escape(" ".join(words))
            yield f'<a id="{name}" class="{role}" href="#t-{name}" {self.parts.nodes[id]}>{inside}</a>'
        elif (edge := id.removesuffix(_END)) in self.parts.edges:
            source, target, kind = self.parts.edges[edge]
            other = target if id == edge else source
            go = f' data-go="{escape(other)}"' if "stub" in words else ""
            look = " stub" if "stub" in words else ""
            ends = f'data-from="{escape(source)}" data-to="{escape(target)}" data-kind="{kind}"'
            # A strip needs no line.
            if inside:
                yield f'<g class="edge{look}" {ends}{go}>{inside}</g>'
        elif words[0] == JUNCTION:
            node = escape(id.removeprefix(f"{JUNCTION}-").removesuffix("-arrow"))
            yield f'<g class="edge" data-from="{node}" data-to="{node}" data-kind="support">{inside}</g>'
        else:
            yield f'<g id="{escape(id)}" class="{escape(" ".join(words))}">{inside}</g>'
        yield from after

    def _inside(self, part: Element) -> tuple[str, list[str]]:
        """Return the elements that draw a part, and the markup of the parts inside it."""
        inside: list[str] = []
        after: list[str] = []
        waiting = list(reversed(part))
        while waiting:
            element = waiting.pop()
            tag = element.tag.rpartition("}")[2]
            if tag in _LEFT_OUT:
                continue
            if tag == "g" and self._is_part(element):
                after.extend(self._part(element))
            elif tag in _SHAPES:
                inside.append(self._shape(element, tag))
            else:
                waiting.extend(reversed(element))
        return "".join(inside), after

    def _shape(self, element: Element, tag: str) -> str:
        attributes = [f'class="{name}"'] if (name := self.looks.class_of(element)) else []
        attributes += [
            f'{key}="{escape(shorter_numbers(element.get(key, "")))}"'
            for key in _KEPT
            if key in element.attrib
        ]
        if (data := element.get("d")) is not None:
            path = shorter_path(data)
            if (box := rounded_box(path)) is not None:
                tag = "rect"
            attributes.append(box or f'd="{escape(path)}"')
        if (corners := element.get("points")) is not None:
            box = plain_box(corners) if tag == "polygon" else None
            tag = "rect" if box else tag
            attributes.append(box or f'points="{escape(shorter_corners(corners))}"')
        if tag == "image":
            attributes.append(f'href="{escape(element.get(_HREF) or element.get("href") or "")}"')
            attributes.append(
                'preserveAspectRatio="' + escape(element.get("preserveAspectRatio", "xMidYMid")) + '"'
            )
        begin = " ".join((f"<{tag}", *attributes))
        words = escape(element.text or "", quote=False)
        inner = words + "".join(
            self._shape(child, child.tag.rpartition("}")[2]) + escape(child.tail or "", quote=False)
            for child in element
            if tag in ("text", "tspan")
        )
        # Texts on several lines are read with spaces between them.
        between = "\n" if tag == "text" else ""
        return f"{begin}>{inner}</{tag}>{between}" if inner else f"{begin}/>"
