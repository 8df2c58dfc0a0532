"""Files in other formats as documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.api.assembly import document_of
from argmap.api.documents import Document
from argmap.fences.suffixes import PAGES, TEXTS
from argmap.named_tuples import NamedTuple
from argmap.text import Diagnostic
from argmap.text.given_values import check_words
from argmap.text.nearest import check_choice

if TYPE_CHECKING:
    from argmap.interop.conversion.conversion_report import Report
    from argmap.interop.conversion.conversions import Titles
    from argmap.reading import SettingLayers

# Names that say that a file is Argdown, or a page with Argdown in it: nothing has to be recognised.
_ARGDOWN = (*TEXTS, *PAGES)


class FileReading(NamedTuple):
    """How a file in another format is read."""

    format: str | None
    titles: Titles = "words"
    is_lenient: bool = False
    encoding: str | None = None
    choices: Mapping[str, object] = {}

    def check(self) -> None:
        """Raise if something is no way to read a file.

        Raises:
            LookupError: no format has such a choice; the message names the nearest.
            TypeError: a value is of a wrong type.
            ValueError: a value is none of those that there are.
        """
        check_choice("titles", self.titles, ("words", "ids"))
        if self.encoding is not None:
            check_words("encoding", self.encoding)
        if self.choices != {}:
            from argmap.interop.conversion.format_choices import check_choices

            check_choices(self.choices)


def format_of(path: str) -> str | None:
    """Return the format of a file, None if it is Argdown.

    Raises:
        OSError: it cannot be read.
        argmap.interop.FormatError: it is in no known format, or more than one fits.
    """
    if path.casefold().endswith(_ARGDOWN):
        return None
    return format_in(Path(path).read_bytes(), path)


def format_in(data: bytes, name: str | None) -> str | None:
    """Return the format of what is in a file, None if it is Argdown.

    Raises:
        argmap.interop.FormatError: it is in no known format, or more than one fits.
    """
    from argmap.interop import FormatError, recognise

    try:
        form = recognise(data, name=name)
    except FormatError as error:
        # Of what is no text in UTF-8, reading says so.
        if error.diagnostics[0].code == "I410":
            return "argdown-json" if name is not None and name.endswith(".json") else None
        raise
    return None if form == "argdown" else form


def foreign_document(
    data: bytes, path: str | None, reading: FileReading, layers: SettingLayers, *, strict: bool = False
) -> Document:
    """Return the document of a file in another format.

    Raises:
        argmap.interop.FormatError: the file cannot be read.
        UnicodeDecodeError: it is Argdown JSON, but not UTF-8.
        MarkupError: `strict` is true and the text that is made of it has errors.
    """
    if reading.format == "argdown-json" and reading.encoding is None:
        return _argdown_json_document(data.decode("utf-8"), path, layers)
    from argmap.interop import read
    from argmap.interop.conversion.debate_losses import losses_between
    from argmap.reading import SourceFile
    from argmap.syntax.document import parse_tree
    from argmap.writing.writer import written

    conversion = read(
        data,
        format=reading.format,
        name=path,
        titles=reading.titles,
        lenient=reading.is_lenient,
        encoding=reading.encoding,
        **reading.choices,
    )
    text = written(conversion.debate)
    document = document_of(SourceFile(text, parse_tree(text)), path, strict, layers)
    # What no text can express is changed as little as possible, and not without a word.
    changes = tuple(losses_between(conversion.debate, document.debate))
    report: Report = evolve(conversion.report, losses=(*conversion.report.losses, *changes))
    return evolve(document, report=report)


def _argdown_json_document(text: str, path: str | None, layers: SettingLayers) -> Document:
    from argmap.interop import argdown_json
    from argmap.reading import settings_of_debate
    from argmap.syntax.document import parse_tree

    reading = argdown_json.read(text)
    diagnostics: list[Diagnostic] = []
    effective = settings_of_debate(reading.debate, layers, diagnostics)
    return Document(
        text, path, parse_tree(""), reading.debate, tuple(diagnostics), effective, report=reading.report
    )
