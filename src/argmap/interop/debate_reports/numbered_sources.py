"""The sources of a debate, numbered in the order of their list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.analysis import sources_used
from argmap.analysis.context import SourceKey, identity
from argmap.interop.outlines.item_words import one_line
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.model import Debate, Element, Evidence, Source
from argmap.model.sources.source import place_in_source

_ADDRESS = re.compile(r"(?i)https?://\S+\Z")
_UNSAFE = re.compile(r"[<>\\`|\s\"'{}]")


@frozen
class NumberedSources:
    """The sources that are cited in a debate, by what tells them apart."""

    sources: Mapping[SourceKey, Source]
    numbers: Mapping[SourceKey, int]

    @classmethod
    def of(cls, debate: Debate) -> NumberedSources:
        """Return the sources that a debate cites: declared sources first."""
        cited = [entry.source for entry in sources_used(debate) if entry.citations]
        sources = {identity(source): source for source in cited}
        return cls(sources, {key: number for number, key in enumerate(sources, start=1)})

    def citation(self, element: Element) -> str:
        """Return the numbers of the sources of an element with the place in them, as links to the list."""
        place = ""
        if isinstance(element, Evidence) and element.locator:
            place = f", {markdown_words(one_line(place_in_source(element.locator)))}"
        numbers = [
            self.numbers[identity(source)] for source in element.sources if identity(source) in self.numbers
        ]
        return " ".join(rf"[\[{number}{place}\]](#source-{number})" for number in dict.fromkeys(numbers))

    def lines(self) -> Iterator[str]:
        """Yield the list of sources."""
        for key, source in self.sources.items():
            number = self.numbers[key]
            link = _link(source)
            name = markdown_words(one_line(source.reference))
            yield f'{number}. <a id="source-{number}"></a>{name}{link}'


def _link(source: Source) -> str:
    address = (source.link or "").strip()
    if not _ADDRESS.match(address):
        return ""
    safe = _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", one_line(address))
    return f" ([link](<{safe}>))"
