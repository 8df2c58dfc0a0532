"""Texts and data of elements, read under the settings of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from argmap.data import FrozenDict, Value
from argmap.data.blocks import data_locations, read_data
from argmap.data.yaml_problems import YamlProblem, yaml_diagnostic
from argmap.named_tuples import NamedTuple
from argmap.reading.builders import merge
from argmap.reading.mistakes.html_tags import HtmlTags, tag_name
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax import Block, Element, Kind
from argmap.syntax.brackets import Bracketed
from argmap.syntax.inline import Inline, InlineReader, tag_names
from argmap.syntax.operators import PLAIN_OPERATOR
from argmap.syntax.tokens import MASK
from argmap.syntax.tree import Range
from argmap.text import Diagnostic, Fix, MarkKind, Related, Span, diagnose

NOTHING = Inline("")
_ReadData: TypeAlias = "tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]"


class BlockPlace(NamedTuple):
    """A block and the page on which it is."""

    page: SourceFile
    block: Block

    def span(self, start: int, end: int) -> Span:
        """Return the span in the page's text of two offsets into the block."""
        first = self.block.start
        # As `Span(…)` does, which takes twice as long: there is one of each line.
        return tuple.__new__(Span, (first + start, first + end, self.page.path))


class LooseTitle(NamedTuple):
    """A title in brackets inside a text.

    `looks_like_a_reference` whatever it names; `colon` is what a colon would replace if it begins the text
    of a line, None if it does not; `is_line` says that it is alone on a line, `is_last` that it is so on the
    last one of several, `is_related` that the text relates it to another title.
    """

    kind: MarkKind
    title: str
    span: Span
    looks_like_a_reference: bool
    colon: Span | None = None
    is_line: bool = False
    is_last: bool = False
    is_related: bool = False


# What people write behind a title in place of a colon right behind it.
_NOTHING = re.compile(r"[ \t]*(?:\n|\Z)")
_REST = re.compile(r"[ \t\n]*+\Z")
_NO_COLON = re.compile(r"[ \t]*[:;\uff1a\uff1b](?=\s)|[ \t]*[:;\uff1a\uff1b](?=\Z)|(?=[ \t]+\S|\w)")


# What relates two titles in running text: operators, and words that stand for them.
_RELATION = (
    rf"(?:{PLAIN_OPERATOR}|[\u2010-\u2014\u2190\u2192\u21d0\u21d2]"
    r"|(?:supports|attacks|undercuts|contradicts|refutes|entails|opposes|implies))"
)
_RELATED_BEFORE = rf"(?:\A|[\s\]>]){_RELATION}\Z"
_RELATED_BEHIND = re.compile(rf"[ \t\n]++{_RELATION}[ \t\n]++[\[<]")
# The longest of these words and what is before it.
_NEAR = 12


class ElementReader:
    """Reads texts, tags and data; gathers what is odd in them and what they name."""

    def __init__(self, settings: Settings, inline: InlineReader) -> None:
        self.settings = settings
        self.inline = inline
        self.diagnostics: list[Diagnostic] = []
        self.mentions: list[tuple[MarkKind, str, Span]] = []
        self.bracketed: list[LooseTitle] = []

        self.html: HtmlTags | None = None
        self.open_tags: set[str] = set()

        # What data blocks say, by how they are written: authors repeat short ones.
        self.known_data: dict[str, _ReadData] = {}
        # The same of an earlier text that shares blocks with this one.
        self.earlier_data: Mapping[str, _ReadData] = {}

    def forget_earlier(self) -> None:
        """Let go of what was known of an earlier text; what counts of it was taken over."""
        self.earlier_data = {}
        self.inline.earlier = {}

    def report(
        self, code: str, span: Span, *words: str, related: Iterable[Related] = (), fix: Fix | None = None
    ) -> None:
        """Take down something odd."""
        self.diagnostics.append(diagnose(code, span, *words, related=related, fix=fix))

    def text(self, place: BlockPlace, element: Element) -> Inline:
        """Return the text of an element with its marks and tags."""
        if element.content is None:
            return NOTHING
        start, end = element.content
        inline = self.inline.read(place.block.text, start, end)
        for problem in inline.problems:
            self.report(problem.code, place.span(problem.start, problem.end), *problem.words)
        for mention in inline.mentions:
            self.mentions.append((mention.kind, mention.title, place.span(mention.start, mention.end)))
        if inline.brackets and (element.title is not None or element.title_range is None):
            for bracket in inline.brackets:
                if bracket.kind is MarkKind.ARGUMENT_MENTION and self.is_html(bracket.title):
                    self.report_html(bracket.title, place.span(bracket.start, bracket.end))
                else:
                    self.bracketed.append(_loose_title(place, element, element.content, bracket))
        return inline

    def is_html(self, title: str) -> bool:
        """Return whether a title in angle brackets is a tag of HTML."""
        return self.html is not None and self.html.includes(title)

    def report_html(self, title: str, span: Span) -> None:
        """Report a tag of HTML, unless it closes one that was reported."""
        name = tag_name(title)
        if title.startswith("/") and name in self.open_tags:
            return
        self.open_tags.add(name)
        self.report("S139", span, f"<{title}>")

    def rules(self, place: BlockPlace, element: Element) -> list[str]:
        """Return the texts of an inference line that say something."""
        texts = [place.block.text[start:end] for start, end in element.rules]
        return [rule for text in texts if (rule := self.inline.read_plain(text))]

    def outer_tags(self, place: BlockPlace, element: Element) -> tuple[str, ...]:
        """Return the tags that are outside of an element's text."""
        return tag_names("".join(place.block.text[start:end] for start, end in element.tags))

    def data(self, place: BlockPlace, element: Element) -> FrozenDict[str, Value] | None:
        """Return the data of an element, merged if it has several blocks; None if it has none."""
        found: FrozenDict[str, Value] | None = None
        several: dict[str, Value] = {}
        block_form = self.settings.data.switch_to_block_format_if_multiline
        for start, end in element.data:
            span = place.span(start, end)
            written = place.page.text[span.start : span.end]
            if (known := self.known_data.get(written)) is None:
                known = self.earlier_data.get(written) or read_data(written, block_form=block_form)
                self.known_data[written] = known
            data, problems = known
            self.diagnostics += (yaml_diagnostic(problem, span) for problem in problems)
            if data:
                if found and not several:
                    several = dict(found)
                if several:
                    merge(several, data)
                found = data
        return FrozenDict(several) if several else found

    def key_span(self, place: BlockPlace, element: Element, *path: str) -> Span:
        """Return where a key of the data of an element is, the whole block if that is unclear."""
        block_form = self.settings.data.switch_to_block_format_if_multiline
        for start, end in reversed(element.data):
            span = place.span(start, end)
            locations = data_locations(place.page.text[span.start : span.end], block_form=block_form)
            if path in locations:
                return locations[path].shifted(span.start, span.path).key
        return place.span(*element.data[-1])

    def report_odd_text(self, place: BlockPlace, element: Element) -> None:
        """Report a text that is missing, or that is below a reference."""
        block = place.block
        if element.content:
            written = written_title(block, element).replace(MASK, "")
            self.report("R234", place.span(*element.content), written)
            return
        start, words = element.start, element.marker
        if element.title_range:
            words = written_title(block, element) + ":"
            start = block.text.index(words[0], element.start + len(element.marker))
        self.report("R233", place.span(start, start + len(words)), words.replace(MASK, ""))


def _loose_title(place: BlockPlace, element: Element, content: Range, bracket: Bracketed) -> LooseTitle:
    text = place.block.text
    behind = text[bracket.end : bracket.end + 1]
    begins = bracket.start == content[0]
    # `[T]he` is a word; a capital, or words behind angle brackets, begin a text of their own.
    is_word = behind.isalnum() and not behind.isupper() and bracket.kind is not MarkKind.ARGUMENT_MENTION
    is_title = not is_word and not bracket.title.isdecimal()
    colon = (
        _NO_COLON.match(text, bracket.end, content[1])
        if begins and is_title and element.title is None
        else None
    )
    before = bracket.start
    while before and text[before - 1] in " \t":
        before -= 1
    is_related = (
        _RELATED_BEHIND.match(text, bracket.end, content[1]) is not None
        or re.search(_RELATED_BEFORE, _before(text, content[0], bracket.start)) is not None
    )
    has_line = not begins and text[before - 1 : before] == "\n"
    return LooseTitle(
        bracket.kind,
        bracket.title,
        place.span(bracket.start, bracket.end),
        (begins and is_title) or behind == ":",
        place.span(*colon.span()) if colon and not is_related else None,
        has_line and _NOTHING.match(text, bracket.end) is not None,
        has_line and is_title and _REST.match(text, bracket.end, content[1]) is not None,
        is_related,
    )


def _before(text: str, first: int, start: int) -> str:
    """Return the end of what is before white space at an offset, nothing if there is none."""
    behind = start
    while behind > first and text[behind - 1] in " \t\n":
        behind -= 1
    return text[max(first, behind - _NEAR) : behind] if behind < start else ""


def written_title(block: Block, element: Element) -> str:
    """Return the title of an element with its brackets, as it is written."""
    assert element.title_range is not None, "it has a title"
    start, end = element.title_range
    opening = start - (2 if element.kind in (Kind.EVIDENCE, Kind.QUESTION) else 1)
    return block.text[opening : end + 1]


def as_text(element: Element) -> Element:
    """Return an argument or an inference line as a statement whose text is all that was written."""
    if element.kind is Kind.INFERENCE:
        return element._replace(
            kind=Kind.CLAIM, marker="", content=(element.start, element.end), rules=(), data=()
        )
    assert element.title_range is not None, "an argument has a title"
    start = element.start + len(element.marker)
    end = element.content[1] if element.content else element.title_range[1] + 1
    return element._replace(kind=Kind.CLAIM, title=None, is_reference=False, content=(start, end))
