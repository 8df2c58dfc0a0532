"""A map set into a page of somebody else: SVG that fits, and what is wrong with the text, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from html import escape
from os import PathLike
from pathlib import Path

from attrs import field, frozen

from argmap import api
from argmap.extensions.page_words import draw_options, is_interactive
from argmap.render import Drawing, DrawOptions
from argmap.reports.text import Finding, as_plain_text, findings
from argmap.text import Diagnostic, Severity
from argmap.text.visible import Visible, visible_line

_TAG = re.compile(r"<[A-Za-z][^<>]*+>")
_OPENING = re.compile(r"<svg\b[^<>]*+>")
_ATTRIBUTE = re.compile(r'(\s[\w:.-]+)="([^"]*)"')
_IDS = ("id", "aria-labelledby", "aria-describedby")
_SIZE = re.compile(r'\swidth="([\d.]+)pt"\s+height="([\d.]+)pt"')
_LINK = re.compile(r"<a(?=[\s>])")
# Points to pixels: as text in pages is larger than text in maps, and how far a drawing may shrink to fit
# into a column; beyond that it is scrolled.
_SCALE = 1.25
_SMALLEST = 0.85
_IN_WORDS = "The map in words"


@frozen(slots=False)
class EmbeddedMap:
    """A text that is drawn in a page: `path` says where it is, for files that it names.

    With `is_file` it is all that the file at `path` holds, and may include others.
    `theme` and `engine` are those of the site's configuration; `words` are those of the page about the
    drawing, `theme` and `engine` among them, as `draw_options` knows them.
    Paths of themes that they name begin in `folder`, the folder of the page, and without one there are none.
    `prefix` begins the ids of the drawing: with another one for every drawing they are unique in a page.

    >>> inset = EmbeddedMap("[Sun]: It shines.\\n  + <Forecast>: They said so.", label="The weather")
    >>> inset.html.startswith('<div class="argmap"'), inset.findings
    (True, ())
    """

    text: str
    path: str | PathLike[str] | None = None
    theme: str | PathLike[str] = "default"
    engine: str = "auto"
    folder: str | PathLike[str] | None = None
    label: str | None = None
    prefix: str = ""
    is_file: bool = False
    words: Mapping[str, str] = field(factory=dict)

    @cached_property
    def document(self) -> api.Document:
        """What the text says."""
        if self.is_file and self.path is not None:
            return api.load(self.path)
        # The page has given the text of its fence already.
        return api.parse(self.text, path=self.path, markdown=False)

    @cached_property
    def drawing(self) -> Drawing:
        """The drawing of the map.

        Raises:
            LookupError: there is no such theme, or nothing to focus on.
            ValueError: the theme cannot be read, or a word makes no sense.
        """
        folder = None if self.folder is None else Path(self.folder)
        site = DrawOptions(self.theme, self.engine)
        return api.draw_as(self.document, draw_options(self.words, folder=folder, site=site))

    @cached_property
    def html(self) -> str:
        """The drawing as part of a page: it shrinks a little where a page is narrow, then it scrolls.

        Keyboards reach the box that scrolls, and screen readers say what it is. Below it is its outline,
        folded, for all who prefer words.

        Raises:
            LookupError: there is no such theme, or nothing to focus on.
            ValueError: the theme cannot be read, or a word makes no sense.
            EngineError: there is no layout engine, or it gave no drawing.
        """
        svg = own_names(self.drawing.svg(), self.prefix)
        label = self.label or self.title
        outline = own_names(api.outline_of_map(self.document.debate, self.drawing.map), self.prefix)
        id = f"{escape(self.prefix)}outline"
        reached = f'role="region" aria-label="{escape(label)}" aria-details="{id}" tabindex="0"'
        drawn = f'<div class="argmap" {reached} style="overflow-x:auto">{fitted(svg, label=label)}</div>'
        words = f"<summary>{_IN_WORDS}</summary>{outline}"
        return f'{drawn}<details class="argmap-words" id="{id}">{words}</details>'

    @property
    def is_interactive(self) -> bool:
        """Whether the page asks for a map to look around in.

        Raises:
            ValueError: it says neither yes nor no.
        """
        return is_interactive(self.words)

    @property
    def frame(self) -> str:
        """The map as a page of its own in a frame, which can run its script and do nothing else.

        Raises:
            LookupError: there is no such theme, or nothing to focus on.
            ValueError: the theme cannot be read, or a word makes no sense.
            EngineError: there is no layout engine, or it gave no drawing.
        """
        label, page = escape(self.label or self.title), escape(self.drawing.html())
        style = "width:100%;height:36em;border:1px solid #8a95a2;border-radius:8px"
        return (
            f'<iframe class="argmap-interactive" title="{label}" sandbox="allow-scripts allow-popups" '
            f'style="{style}" srcdoc="{page}"></iframe>'
        )

    @property
    def width(self) -> float:
        """How wide the drawing is, in points.

        Raises:
            EngineError: there is no layout engine, or it gave no drawing.
        """
        size = _SIZE.search(self.drawing.svg())
        return float(size[1]) if size else 0

    @property
    def is_empty(self) -> bool:
        """Whether the map shows nothing at all."""
        document = self.document
        return not api.build_map(document.debate, document.settings).nodes

    @property
    def title(self) -> str:
        """What the document is called, or what it is."""
        title = self.document.debate.metadata.get("title")
        return str(title) if title else "Argument map"

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Errors and warnings of the text, in its order."""
        grave = (finding for finding in self.document.diagnostics if finding.severity is not Severity.INFO)
        return findings(self.document, grave, path=str(self.path or "argdown"))


def own_names(svg: str, prefix: str) -> str:
    """Return an SVG in which every id, and all that points to one, begins with a prefix.

    >>> own_names('<g id="n1"><a href="#n1"/></g>', "m1-")
    '<g id="m1-n1"><a href="#m1-n1"/></g>'
    """

    def attribute(match: re.Match[str]) -> str:
        name, value = match[1].strip(), match[2]
        if name in _IDS:
            value = " ".join(f"{prefix}{id}" for id in value.split())
        elif name in ("href", "xlink:href") and value.startswith("#"):
            value = f"#{prefix}{value[1:]}"
        elif value.startswith("url(#"):
            value = f"url(#{prefix}{value[len('url(#') :]}"
        return f'{match[1]}="{value}"'

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), svg) if prefix else svg


def fitted(svg: str, *, label: str) -> str:
    """Return an SVG as wide as it is drawn, or as the page where that is narrower, with a label."""
    opening = _OPENING.search(svg)
    size = _SIZE.search(opening[0]) if opening else None
    if opening is None or size is None:
        raise ValueError(f"not an SVG of Graphviz: {svg[:80]!r}")
    width = float(size[1])
    style = f"width:{width * _SCALE:.0f}px;max-width:100%;min-width:{width * _SMALLEST:.0f}px;height:auto"
    bare = _SIZE.sub("", opening[0], count=1)
    role = "" if " role=" in bare else ' role="img"'
    named = "" if " aria-label" in bare else f' aria-label="{escape(label)}"'
    # What has a tooltip is a link to nowhere, which pages would underline.
    plain = _LINK.sub('<a style="text-decoration:none"', svg)
    return plain.replace(opening[0], f'<svg{role}{named} style="{style}"{bare[len("<svg") :]}', 1)


def in_words(finding: Finding) -> Visible:
    """Return a finding in one line: code, what is wrong, what to do."""
    diagnostic: Diagnostic = finding.diagnostic
    hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
    return visible_line(f"{diagnostic.code}: {diagnostic.message}{hint}")


def as_page_text(of_page: Iterable[Finding]) -> str:
    """Return findings as `argmap check` prints them, without colours."""
    return "\n".join(as_plain_text(finding) for finding in of_page)
