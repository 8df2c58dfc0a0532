"""Where evidence comes from."""

from __future__ import annotations

from urllib.parse import quote

from attrs import frozen

from argmap.model.values import NO_DATA, Data


@frozen
class Source:
    """A publication, document, record or person that evidence rests on.

    The fields are CSL variables (Citation Style Language 1.0.2, appendix IV); what has no field
    of its own stands in `fields` under its CSL name. `key` is the name under which the document
    declares it, if it does.
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

    @property
    def link(self) -> str | None:
        """A URL that leads to the source, if it has one: its own, or that of its DOI."""
        if self.url or not self.doi:
            return self.url
        return f"https://doi.org/{quote(self.doi.removeprefix('https://doi.org/'), safe='/')}"

    @property
    def reference(self) -> str:
        """The source in one line: authors, title, container, publisher, date, page.

        >>> Source(title="On Liberty", authors=("J. S. Mill",), issued="1859").reference
        'J. S. Mill: On Liberty, 1859'
        """
        parts = (
            self.title,
            self.container_title,
            self.publisher,
            self.issued,
            self.page and f"p. {self.page}",
        )
        rest = ", ".join(dict.fromkeys(part for part in parts if part))
        names = ", ".join(self.authors)
        between = ": " if self.title or self.container_title else ", "
        return between.join(part for part in (names, rest) if part) or self.url or self.doi or self.key or ""
