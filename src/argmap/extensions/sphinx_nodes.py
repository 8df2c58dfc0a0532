"""The place of a map in a page of Sphinx, and what each of its formats shows there."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util import logging

from argmap.extensions.embedded import EmbeddedMap
from argmap.render import EngineError
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

_log: Final = logging.getLogger(__name__)
# In points: what is wider is scrolled in most pages.
_WIDE: Final = 850


class map_node(nodes.General, nodes.Element):  # docutils finds visitors by the name of the class
    """The place of a map in a page; its attributes are those of an `EmbeddedMap`."""


def write_html(self: HTML5Translator, node: map_node) -> None:
    """Write a map into a page, with a link to it alone if it is wide."""
    try:
        inset = _inset(node)
        self.body.append(inset.html + "\n")
        for sentence in inset.drawing.left_out:
            _log.info("%s", visible_line(sentence), location=node)
        if inset.is_interactive:
            page = inset.drawing.html()
            self.body.append(_link(self, page, "html", "argmap-page", "Look around in this map"))
        if inset.width > _WIDE:
            self.body.append(_link(self, inset.drawing.svg(), "svg", "argmap-alone", "Open the map alone"))
    except (EngineError, LookupError, ValueError) as error:
        _log.warning("no map: %s", visible_line(str(error)), location=node, type="argmap", subtype="drawing")
        self.body.append(self.starttag(node, "pre") + self.encode(node["text"]) + "</pre>\n")
    raise nodes.SkipNode


def _link(self: HTML5Translator, content: str, form: str, role: str, words: str) -> str:
    """Return a link to a file that is written beside the pictures: the drawing alone, or a page of it."""
    name = f"argmap-{hashlib.sha256(content.encode()).hexdigest()[:16]}.{form}"
    folder = Path(self.builder.outdir) / self.builder.imagedir
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    # Relative to the page, as for pictures.
    target = f"{self.builder.imgpath}/{name}"
    return f'<p class="{role}"><a href="{target}">{words}</a></p>\n'


def write_latex(self: LaTeXTranslator, node: map_node) -> None:
    """Write a map as a picture beside the text."""
    inset = _inset(node)
    try:
        name = f"argmap-{hashlib.sha256(inset.drawing.dot.encode()).hexdigest()[:16]}.png"
        inset.drawing.save(Path(self.builder.outdir) / name)
        self.body.append(
            f"\n\\begin{{center}}\\sphinxincludegraphics{{{{{name[:-4]}}}.png}}\\end{{center}}\n"
        )
    except (EngineError, LookupError, ValueError) as error:
        _log.warning("no map: %s", visible_line(str(error)), location=node, type="argmap", subtype="drawing")
    raise nodes.SkipNode


def write_as_text(self: nodes.NodeVisitor, node: map_node) -> None:
    """Show the markup where there are no pictures."""
    block = nodes.literal_block(node["text"], node["text"])
    block.walkabout(self)
    raise nodes.SkipNode


def _inset(node: nodes.Element) -> EmbeddedMap:
    names = ("text", "path", "theme", "engine", "folder", "label", "prefix", "is_file", "words")
    return EmbeddedMap(**{name: node[name] for name in names})
