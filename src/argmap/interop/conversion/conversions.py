"""The parameters and results of reading and writing a format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from attrs import field, frozen

from argmap.data import FrozenDict
from argmap.interop.conversion.conversion_report import Report
from argmap.model import Debate, HasDebate
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.interop.conversion.file_content import FileContent

Titles: TypeAlias = Literal["words", "ids"]


def _choices(choices: Mapping[str, object]) -> FrozenDict[str, object]:
    return FrozenDict(choices)


def _names(names: Mapping[str, str]) -> FrozenDict[str, str]:
    return FrozenDict(names)


@frozen
class ReadingOptions:
    """How a file is read.

    `titles` says whether things to which nobody gave a title are called by their first words or by their
    ids. If it `is_lenient`, what is damaged is left out and reported. `choices` are those of one format.
    """

    titles: Titles = "words"
    is_lenient: bool = False
    choices: FrozenDict[str, object] = field(default=FrozenDict(), converter=_choices)


@frozen
class WritingOptions:
    """How a file is written: with extras for what the format cannot say, or without."""

    extras: bool = True
    choices: FrozenDict[str, object] = field(default=FrozenDict(), converter=_choices)


@frozen
class Reading:
    """A debate that was read from a file, and what could not be read unchanged."""

    debate: Debate
    report: Report
    format: str


@frozen(repr=False)
class Writing:
    """A text in another format, and what in it is not as in the debate.

    `names` say what the names of arguments stand for, if the text is a framework that gives only names.
    """

    text: str
    report: Report
    names: FrozenDict[str, str] = field(default=FrozenDict(), converter=_names)

    def __repr__(self) -> str:
        characters, losses = (
            counted(len(self.text), "character"),
            counted(len(self.report.losses), "loss", "losses"),
        )
        return f"Writing({self.report.format}: {characters}, {losses})"


class Format(Protocol):
    """A module of a format that can be read; one that can be written also has `write` and `dumps`."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def recognise(self, content: FileContent, /) -> bool:
        """Return whether content is in this format."""

    def read(self, text: Any, options: ReadingOptions = ..., /) -> Reading:
        """Return the debate in a text, or in the bytes of a workbook.

        Raises:
            FormatError: it is not in this format.
        """


class WritableFormat(Format, Protocol):
    """A module of a format that can also be written."""

    def write(self, document: HasDebate | Debate, options: WritingOptions = ..., /) -> Writing:
        """Return a document or debate in this format."""
