"""Links from a text to somewhere else: web pages, publications, and files beside the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from argmap.api.documents import Document
from argmap.data import FrozenDict, Value
from argmap.data.blocks import data_locations, read_data, read_frontmatter
from argmap.data.locations import Locations
from argmap.data.locations import Path as KeyPath
from argmap.lsp.features.shape.text_shape import blocks_of_text
from argmap.render.styles.links import safe_link
from argmap.syntax import Include
from argmap.text import Span

# What more likely belongs to the sentence or the markup around an address is not part of it.
_ADDRESS = re.compile(
    r"(?P<url>\bhttps?://(?:[^\s<>\"'`{}()\[\],;]|\([^\s<>\"'`{}()\[\]]*+\)|[,;](?=[^\s<>\"'`{}()\[\],;]))++)"
    r"|(?P<doi>\b(?:doi:[ \t]*+)?10\.[0-9]{4,9}/(?:[^\s<>\"'`{}()\[\],;]|\([^\s<>\"'`{}()\[\]]*+\))++)"
    r"|\]\((?P<target>[^\s()<>]++)\)",
    re.IGNORECASE,
)
_LAST = ".,:;!?*_"
_PREFIX = re.compile(r"doi:\s*", re.IGNORECASE)
# Settings that name files.
_FILES = ("bibliography", "schemes")


@frozen
class TextLink:
    """Where a stretch of a text leads: to an address of the web, or to a file by its absolute path."""

    span: Span
    address: str | None = None
    file: str | None = None


def links(document: Document, root: str | None = None) -> tuple[TextLink, ...]:
    r"""Return the links from a document's own text, in order of the text.

    Files are those of includes, which have to lie in `root`, and those that hold bibliographies, schemes and
    what is quoted, which have to lie in the folder of the document; that is also the `root` if none is given.
    Symbolic links are resolved before that is decided. Nothing is read.

    >>> import argmap
    >>> document = argmap.parse("[^E]: e {url: https://example.org/a, doi: 10.1000/182}")
    >>> [link.address for link in links(document)]
    ['https://example.org/a', 'https://doi.org/10.1000/182']
    """
    ordered = sorted((*_files(document, root), *_addresses(document.text)), key=_place)
    kept: list[TextLink] = []
    for link in ordered:
        if not kept or kept[-1].span.end <= link.span.start:
            kept.append(link)
    return tuple(kept)


def _place(link: TextLink) -> tuple[int, int]:
    return link.span.start, -link.span.end


def _addresses(text: str) -> Iterator[TextLink]:
    for match in _ADDRESS.finditer(text):
        kind = match.lastgroup or "url"
        start, end = match.span(kind)
        while kind != "target" and text[end - 1] in _LAST:
            end -= 1
        written = text[start:end]
        if kind == "doi":
            written = "https://doi.org/" + _PREFIX.sub("", written)
        if address := safe_link(written):
            yield TextLink(Span(start, end), address=address)


def _files(document: Document, root: str | None) -> Iterator[TextLink]:
    if document.path is None:
        return
    folder = Path(document.path).parent
    for part in document.tree.parts:
        if isinstance(part, Include):
            start = document.text.find(part.path, part.start, part.end)
            if start >= 0:
                yield from _file(Span(start, start + len(part.path)), part.path, folder, Path(root or folder))
    for span, name in (*_of_frontmatter(document), *_of_data(document)):
        yield from _file(span, name, folder, folder)


def _file(span: Span, name: str, folder: Path, root: Path) -> Iterator[TextLink]:
    try:
        target, base = (folder / name).resolve(), root.resolve()
    except (OSError, RuntimeError, ValueError):
        # No file can have such a name.
        return
    if target.is_relative_to(base) and target != base and span.start < span.end:
        yield TextLink(span, file=str(target))


def _of_frontmatter(document: Document) -> Iterator[tuple[Span, str]]:
    names = document._names
    frontmatter = document.tree.frontmatter
    if names is None or frontmatter is None:
        return
    values = read_frontmatter(document.text[slice(*frontmatter[1])])[0]
    for path, pair in names.page.frontmatter_locations.items():
        is_list = path[0] in _FILES and len(path) <= 2
        is_source = path[0] == "sources" and path[-1] == "file" and len(path) == 3
        if is_list or is_source:
            yield from _named(values, path, Span(*pair.value[:2]))


def _of_data(document: Document) -> Iterator[tuple[Span, str]]:
    block_form = document.settings.data.switch_to_block_format_if_multiline
    for block in blocks_of_text(document):
        for line in block.names.lines:
            for start, end in line.data:
                first = start + block.block.start
                written = document.text[first : end + block.block.start]
                if "file" in written:
                    values = read_data(written, block_form=block_form)[0]
                    locations = data_locations(written, block_form=block_form)
                    yield from _quoted(values, locations, first)


def _quoted(values: Value, locations: Locations, shift: int) -> Iterator[tuple[Span, str]]:
    for path, pair in locations.items():
        if path[0] == "source" and path[-1] == "file" and len(path) in (2, 3):
            yield from _named(values, path, Span(pair.value.start + shift, pair.value.end + shift))


def _named(values: Value, path: KeyPath, span: Span) -> Iterator[tuple[Span, str]]:
    """Yield the name of a file at a path in data, with where it is."""
    value = values
    for step in path:
        value = _member(value, step)
    if isinstance(value, str) and value.strip():
        yield span, value


def _member(value: Value, step: str | int) -> Value:
    """Return what is at a key, or at a place in a list; None if there is nothing."""
    if isinstance(value, FrozenDict):
        return value.get(step) if isinstance(step, str) else None
    is_there = isinstance(value, tuple) and isinstance(step, int) and step < len(value)
    return value[step] if is_there else None  # type: ignore[index]  # it is a list
