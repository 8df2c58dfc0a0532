"""Where in a text a key of some data stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define

from argmap.model import Value
from argmap.reading.entries import Entry, Member, Step
from argmap.reading.pages import Page
from argmap.text import Span

# How far behind its key a value is looked for.
_NEAR = 2000


@define(eq=False)
class DataPlaces:
    """Finds keys and values in the pages of a document, when something is wrong with them."""

    pages: Mapping[str | None, Page]
    _found: tuple[Entry | Member | Step, str, Span] | None = None

    def key(self, where: Entry | Member | Step, key: str) -> Span:
        """Return where a key of an entry's or inference's data stands, the whole of it if that is unclear."""
        if self._found is None or self._found[0] is not where or self._found[1] != key:
            self._found = (where, key, self._key(where, key))
        return self._found[2]

    def value(self, where: Entry | Member | Step, key: str, value: Value) -> Span | None:
        """Return where a value stands behind its key, None if it is written otherwise or not near."""
        place = self.key(where, key)
        text = self.pages[place.path].text
        if not text.startswith(key, place.start):
            return None
        pattern = re.compile(rf"(?<![\w-]){re.escape(str(value))}(?![\w-])")
        found = pattern.search(text, place.end, place.end + _NEAR)
        return Span(*found.span(), place.path) if found else None

    def _key(self, where: Entry | Member | Step, key: str) -> Span:
        span = where.span
        if isinstance(where, Entry):
            # A later place overrides the earlier ones.
            with_key = (one.span for one in reversed(where.members) if one.data and key in one.data)
            span = next(with_key, span)
        pattern = re.compile(rf"(?<![\w-]){re.escape(key)}(?=[\"']?[ \t]*:)")
        text = self.pages[span.path].text
        # Data stand behind the text, which may have the same words.
        places = [found.span() for found in pattern.finditer(text, span.start, span.end)]
        return Span(*places[-1], span.path) if places else span
