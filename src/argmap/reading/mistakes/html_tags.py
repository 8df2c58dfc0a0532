"""Which titles of arguments are tags of HTML that found their way into a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.reading.source_files import SourceFile, blocks_of
from argmap.syntax import Block, Element, Kind

_WORDS = (
    "a abbr address article aside audio b bdi bdo blockquote body br button canvas caption center cite "
    "code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link "
    "main map mark math menu meta nav noscript object ol optgroup option output p picture pre progress q "
    "s samp script section select slot small source span strike strong style sub summary sup svg table "
    "tbody td template textarea tfoot th thead time title tr track u ul var video wbr"
)
_NAMES = frozenset(_WORDS.split())
# What is never closed.
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "meta", "link"})
# They are compiled where something is in angle brackets in a way that HTML is.
_MARKUP = r"(?i:!(?:--?|doctype\b|\[cdata)|\?[a-z])"
_TAG = r"(?s)(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)(?P<attributes>\s[^=]*=.*)?\s*(?P<end>/?)\Z"
_CLOSING = r"</([a-z][a-z0-9]*+)\s*+>"
_BARE = r"(?P<name>[a-z][a-z0-9]*+)(?:\s[a-z -]*+)?\Z"
# Characters by their names.
ENTITY = re.compile(r"&(?:[a-z]{2,8}|\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6});")


def is_tag(title: str) -> bool:
    """Return whether a title in angle brackets can be nothing but HTML.

    >>> is_tag('img src="a.png"'), is_tag("/b"), is_tag("b")
    (True, True, False)
    """
    if re.match(_MARKUP, title):
        return True
    tag = re.match(_TAG, title)
    return (
        tag is not None
        and tag["name"].lower() in _NAMES
        and bool(tag["closing"] or tag["attributes"] or tag["end"])
    )


def may_be_tag(title: str) -> bool:
    """Return whether a title in angle brackets is HTML in some document.

    >>> may_be_tag("b"), may_be_tag("Main")
    (True, False)
    """
    bare = re.match(_BARE, title)
    return is_tag(title) or (bare is not None and bare["name"] in _NAMES)


def tag_name(title: str) -> str:
    """Return the name of a tag, whether it opens or closes something.

    >>> tag_name("/b"), tag_name('a href="x"')
    ('b', 'a')
    """
    return title.strip("/ ").partition(" ")[0].lower()


class HtmlTags:
    """The tags of a document: what could be a title, too, is one if it is closed and used as nothing else."""

    def __init__(self, page: SourceFile) -> None:
        self.page = page
        self._bare: frozenset[str] | None = None

    def includes(self, title: str) -> bool:
        """Return whether a title in angle brackets is HTML here."""
        if is_tag(title):
            return True
        bare = re.match(_BARE, title)
        if bare is None or bare["name"] not in _NAMES:
            return False
        if self._bare is None:
            self._bare = self._closed() - frozenset(_used_as_arguments(self.page))
        return bare["name"] in self._bare

    def _closed(self) -> frozenset[str]:
        texts = {where.path: where.text for where, _ in blocks_of(self.page)}
        closed = (name for text in texts.values() for name in re.findall(_CLOSING, text))
        return _VOID | frozenset(closed)


def _used_as_arguments(page: SourceFile) -> Iterable[str]:
    """Yield the titles of arguments that are defined, related to something or reconstructed."""
    above: Element | None = None
    for _, block in blocks_of(page):
        first = block.elements[0]
        if above and above.title and (first.kind is Kind.INFERENCE or first.marker[:1] == "("):
            yield above.title
        yield from _used_in(block)
        above = block.elements[-1]


def _used_in(block: Block) -> Iterable[str]:
    for element, below in zip(block.elements, (*block.elements[1:], None), strict=True):
        is_used = (
            element.marker or not element.is_reference or (below is not None and below.depth > element.depth)
        )
        if element.kind is Kind.ARGUMENT and element.title and is_used:
            yield element.title
