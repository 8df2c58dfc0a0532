"""A text, how it is written and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from argmap.data.values import check_count
from argmap.equality import equality, value_hash
from argmap.model import Debate, Element, HasDebate, Inference, debate_of
from argmap.named_tuples import NamedTuple
from argmap.settings import Settings
from argmap.text import Diagnostic, Location, Severity, SourceText
from argmap.text.counts import counted
from argmap.text.given_values import value_in_words
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from argmap.editing.names.name_index import NameIndex
    from argmap.editing.names.occurrence import Occurrence
    from argmap.fences.fence import Fence
    from argmap.fences.page_places import PagePlaces
    from argmap.interop.conversion.conversion_report import Report
    from argmap.reading import DocumentReading, SourceFile
    from argmap.syntax import Tree

T = TypeVar("T")


@frozen(slots=False, repr=False)
class Document(HasDebate):
    """A text, how it is written and what it says.

    `diagnostics` are in order of the text; `settings` are those under which it was read. If it was loaded
    from a file in another format, `report` says what is not in it as it was there, and `text` is written
    from its debate.

    A page in Markdown is a document, too: `documents` are those in its fences, each on its own, `debate` is
    what they say together, and `diagnostics` are theirs. All places, including those of `documents`, are
    places in the `text` of the page; only the `tree` is that of what is in the fences.

    >>> import argmap
    >>> document = argmap.parse("[Sun]: It shines.")
    >>> document.ok, document.debate.claims["Sun"].text, document.location(7)
    (True, 'It shines.', Location(line=1, column=8))
    """

    __eq__ = equality
    __hash__ = value_hash

    text: str
    path: str | None
    tree: Tree = field(repr=False)
    debate: Debate
    diagnostics: tuple[Diagnostic, ...]
    settings: Settings = field(repr=False)
    _reading: DocumentReading | None = field(default=None, eq=False, repr=False)
    fence: Fence | None = None
    _documents: tuple[Document, ...] | None = field(default=None, eq=False, repr=False)
    _inside: Inside | None = field(default=None, eq=False, repr=False)
    _page: SourceFile | None = field(default=None, eq=False, repr=False)
    # What an earlier version of the text, read under the same settings, names.
    _earlier_names: NameIndex | None = field(default=None, eq=False, repr=False)
    report: Report | None = field(default=None, eq=False, repr=False)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that it holds: those in the fences of a page, or itself."""
        return (self,) if self._documents is None else self._documents

    @property
    def ok(self) -> bool:
        """Whether nothing is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)

    def location(self, offset: int) -> Location:
        """Return line and column, both from 1, of an offset into the text."""
        check_count("an offset", offset, least=0)
        return self._source.location(offset)

    def at(
        self, offset: int, path: str | PathLike[str] | None = None
    ) -> Occurrence | Element | Inference | None:
        r"""Return what is at an offset into the text: the innermost place where something is named, or else
        the claim, evidence, question, argument or inference whose line it is; None if there is none.

        With a `path`, that of a span, the offset counts in a file that the text includes.

        >>> import argmap
        >>> document = argmap.parse("[Sun]: It shines.\n  + <Forecast>: See @[Sun].")
        >>> document.at(8).title, document.at(40).ref
        ('Sun', ClaimRef('Sun'))

        Raises:
            LookupError: the text includes no file of that path; the message names the nearest.
            ValueError: the offset is outside the text.
        """
        from argmap.editing.names.occurrence import Occurrence

        check_count("an offset", offset, least=0)
        if path is None and offset > len(self.text):
            raise ValueError(f"offset {offset} is outside the text of length {len(self.text)}")
        names = self._names
        found = names.at(offset, names.file_named(path)) if names else None
        if found is None or isinstance(found, Occurrence):
            return found
        is_stated = found in self.debate
        return self.debate[found] if is_stated else None

    @cached_property
    def _names(self) -> NameIndex | None:
        """Where the text names what, gathered when first asked for; None if it was read from no markup."""
        document, places = (self._inside.document, self._inside.places) if self._inside else (self, None)
        if document._page is None or document._reading is None:
            return None
        from argmap.editing.names.name_index import NameIndex

        return NameIndex(
            document._page, document._reading, self.text, self.path, places, document._earlier_names
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        """Show the map in a notebook, and above it what is wrong."""
        from html import escape

        from argmap.model.display import debate_bundle

        bundle = debate_bundle(self, self._words())
        picture = bundle.get("image/svg+xml")
        if picture is None or all(finding.severity is Severity.INFO for finding in self.diagnostics):
            return bundle
        # Of a picture and a page a notebook shows the page; a picture alone would hide what is wrong.
        return {"text/html": f"<pre>{escape(self._words())}</pre>\n{picture}", **bundle}

    def _repr_svg_(self) -> str | None:
        return self._repr_mimebundle_().get("image/svg+xml")

    def __repr__(self) -> str:
        path = f"{visible_line(self.path)}, " if self.path else ""
        characters = counted(len(self.text), "character")
        return f"Document({path}{characters}, {counted(len(self.diagnostics), 'finding')})"

    def _words(self) -> str:
        return "\n".join((repr(self), *self._lines()))

    def _lines(self) -> Iterator[str]:
        for finding in self.diagnostics:
            place = finding.span.path or "{}:{}".format(*self.location(finding.span.start))
            yield visible_line(f"{place}: {finding.severity} {finding.code}: {finding.message}")

    @cached_property
    def _source(self) -> SourceText:
        return SourceText(self.text)


class Inside(NamedTuple):
    """What a document in a page is read from, with places in its own text, and where that is in the page."""

    document: Document
    places: PagePlaces


def without_lines(thing: T) -> T:
    """Return a document without what it knows of how its text is written, and anything else as it is.

    That takes as much memory as the debate.
    """
    from argmap.syntax import Tree

    if not isinstance(thing, Document):
        return thing
    return evolve(thing, tree=Tree(), reading=None, page=None, earlier_names=None)


def check_document(document: object) -> None:
    """Raise if something is no document, where its text is asked for.

    Raises:
        TypeError: it is something else; the message says how to get one.
    """
    if not isinstance(document, Document):
        has_no_text = "a Debate has no text; " if isinstance(document, Debate) else ""
        raise TypeError(
            f"a Document is needed, not {value_in_words(document)}; {has_no_text}"
            "`argmap.parse(text)` and `argmap.load(path)` make documents"
        )


def settings_of(document: Document | Debate, settings: Mapping[str, object] | Settings | None) -> Settings:
    """Return the settings of a document or debate, with others that override them.

    Raises:
        TypeError: it is neither.
    """
    debate_of(document)
    above = Settings.checked(settings)
    if not isinstance(document, Debate):
        return Settings.of(document.settings, above)
    from argmap.reading import SettingLayers, settings_of_debate

    return settings_of_debate(document, SettingLayers(overrides=above), [])


def folder_of(document: Document | Debate) -> Path | None:
    """Return the folder of a document, from which its files are read; None if it comes from no file."""
    path = document.path if isinstance(document, Document) else None
    return None if path is None else Path(path).parent
