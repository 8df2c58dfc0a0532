"""Where evidence comes from."""

from __future__ import annotations

import re
from urllib.parse import quote

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data
from argmap.text import Span

# Pages are mostly digits, in some books with a letter, or Roman numbers.
_NUMBERS = re.compile(r"[A-Za-z]?\d+[a-z]?(?:\s*[-–,]\s*[A-Za-z]?\d+[a-z]?)*|[ivxlc]+(?:\s*[-–]\s*[ivxlc]+)?")


@frozen
class Source:
    r"""A publication, document, record or person that evidence rests on.

    The fields are CSL variables (Citation Style Language 1.0.2, appendix IV); those without a field of
    their own are in `fields`, under their CSL name. If the document declares the source, `key` is its name
    there, and `span` its place.

    >>> import argmap
    >>> text = "===\nsources: {mill: {author: J. S. Mill, title: On Liberty, date: 1859}}\n==="
    >>> argmap.parse(text).debate.sources["mill"].reference
    'J. S. Mill: On Liberty, 1859'
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    issued: str | None = None
    page: str | None = None
    url: str | None = None
    doi: str | None = None
    accessed: str | None = None
    key: str | None = None
    fields: Data = NO_DATA
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def link(self) -> str | None:
        """A URL that leads to the source, if it has one: its own, or that of its DOI."""
        if self.url or not self.doi:
            return self.url
        return f"https://doi.org/{quote(self.doi.removeprefix('https://doi.org/'), safe='/')}"

    @property
    def reference(self) -> str:
        """The source in one line: authors, title, container, publisher, date, pages.

        >>> Source(title="On Liberty", authors=("J. S. Mill",), issued="1859").reference
        'J. S. Mill: On Liberty, 1859'
        """
        return self.cite()

    def cite(self, locator: str | None = None) -> str:
        """Return the source in one line, with the place in it: a page if it is only a number.

        >>> Source(title="On Liberty", authors=("J. S. Mill",), issued="1859").cite("12")
        'J. S. Mill: On Liberty, 1859, p. 12'
        """
        place = locator or self.page
        parts = (
            self.title,
            self.container_title,
            self.publisher,
            self.issued,
            _pages(place) if place else None,
        )
        rest = ", ".join(dict.fromkeys(part for part in parts if part))
        names = ", ".join(self.authors)
        between = ": " if self.title or self.container_title else ", "
        return between.join(part for part in (names, rest) if part) or self._address

    @property
    def _address(self) -> str:
        return self.url or self.doi or str(self.fields.get("file") or "") or self.key or ""


def _pages(place: str) -> str:
    """Return a page with the abbreviation before it, and anything else as it is.

    >>> _pages("12"), _pages("12-14"), _pages("chapter 2")
    ('p. 12', 'pp. 12-14', 'chapter 2')
    """
    if not _NUMBERS.fullmatch(place):
        return place
    return f"p. {place}" if place.isalnum() else f"pp. {place}"
