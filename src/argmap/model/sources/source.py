"""Where evidence comes from."""

from __future__ import annotations

import re
from urllib.parse import quote

from attrs import field, frozen

from argmap.data.values import NO_DATA, Data
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.text import Span

# Pages are mostly digits, in some books with a letter, or Roman numbers.
_NUMBERS = re.compile(r"[A-Za-z]?\d+[a-z]?(?:\s*[-–,]\s*[A-Za-z]?\d+[a-z]?)*|[ivxlc]+(?:\s*[-–]\s*[ivxlc]+)?")

_INITIALS = re.compile(r"(?:[^\W\d_]\.[- ]?)+(?=\w)")
_SHORT_TITLE = 40


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

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

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
            place_in_source(place) if place else None,
        )
        rest = ", ".join(dict.fromkeys(part for part in parts if part))
        names = ", ".join(self.authors)
        between = ": " if self.title or self.container_title else ", "
        return between.join(part for part in (names, rest) if part) or self._address

    def short(self, locator: str | None = None) -> str:
        """Return the source in its short form: authors and year, or its title; then the place in it.

        >>> Source(title="On Liberty", authors=("J. S. Mill",), issued="1859").short("12")
        'Mill 1859, p. 12'
        >>> Source(title="Shuffling", authors=("Rohrer, Doug", "Taylor, Kelli"), issued="2007-01").short()
        'Rohrer & Taylor 2007'
        """
        year = _year(self.issued or "")
        name = _short_names(self.authors)
        if not name:
            name = self.title or self.container_title or self.publisher or self._address
            # What is longer than a line is known by what is before its subtitle.
            name = re.split(r"[:?] ", name, maxsplit=1)[0] if len(name) > _SHORT_TITLE else name
        dated = f"{name} {year}" if year and year not in name else name
        return f"{dated}, {place_in_source(locator)}" if locator else dated

    @property
    def _address(self) -> str:
        return self.url or self.doi or str(self.fields.get("file") or "") or self.key or ""


def _year(issued: str) -> str:
    match = re.search(r"(?<!\d)\d{4}(?!\d)", issued)
    return match[0] if match else issued


def _short_names(authors: tuple[str, ...]) -> str:
    names = [name for name in map(_family_name, authors) if name]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " & ".join(names)


def _family_name(author: str) -> str:
    """Return a family name where it can be told from given names: by a comma, or by initials before it.

    >>> _family_name("van Dyck, A."), _family_name("J. S. Mill"), _family_name("Weather Service")
    ('van Dyck', 'Mill', 'Weather Service')
    """
    family, comma, _ = author.partition(",")
    if comma:
        return family.strip()
    initials = _INITIALS.match(author)
    return author[initials.end() :] if initials else author.strip()


def place_in_source(place: str) -> str:
    """Return a page with the abbreviation before it, and anything else as it is.

    >>> place_in_source("12"), place_in_source("12-14"), place_in_source("chapter 2")
    ('p. 12', 'pp. 12-14', 'chapter 2')
    """
    if not _NUMBERS.fullmatch(place):
        return place
    return f"p. {place}" if place.isalnum() else f"pp. {place}"
