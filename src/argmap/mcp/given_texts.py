"""The document that a tool is asked about: a text, or a file below the folders of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from argmap.decoding import why_not_utf8
from argmap.interop.conversion.known_formats import READERS
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.refused_call import RefusedCallError
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.text import Span

# In seconds, for each of what searches: an assistant waits for the answer.
LONGEST = 10.0
# No document may ask for more.
_OVERRIDES = {"reasoning": {"timeout": LONGEST}}

TEXT_PARAMETERS = (
    ToolParameter("text", "text", "The text in Argdown. Give either this or `path`."),
    ToolParameter("path", "text", "A file below the folders of the server, instead of `text`."),
    ToolParameter(
        "markdown", "switch", "Whether it is a Markdown page, of which only fences of argdown are read."
    ),
)
FORMAT_PARAMETER = ToolParameter(
    "format", "text", "The format of the text or file, if it is not Argdown.", choices=("argdown", *READERS)
)


@frozen
class GivenText:
    """A document with the file from which it was read, None for a text, and where its lines are."""

    document: Document
    permissions: Permissions
    is_file: bool = False

    def line(self, span: Span | None) -> int | None:
        """Return the line of a place, from 1; None if it is in another file or unknown."""
        if span is None or span.path is not None:
            return None
        return self.document.location(span.start).line

    def file(self, span: Span | None) -> str | None:
        """Return the name of the file of a place, None if it is in the text itself."""
        return None if span is None or span.path is None else self.permissions.shown(span.path)

    @property
    def notes(self) -> list[str]:
        """What is worth knowing of the text, whatever is asked about it."""
        errors = sum(finding.severity.value == "error" for finding in self.document.diagnostics)
        notes = [f"the text has {counted(errors, 'error')}; `check` lists them"] if errors else []
        if self.document.report is not None:
            notes.append("lines are those of the text in Argdown that `convert` gives")
        return notes


def given_text(words: Json, permissions: Permissions) -> GivenText:
    """Return the document that the arguments of a tool give.

    Raises:
        RefusedCallError: there is none, or more than one, or it cannot be read.
    """
    text, path = words["text"], words["path"]
    if (text is None) == (path is None):
        raise RefusedCallError("give either `text` or `path`, and not both")
    try:
        document = _loaded(words, permissions) if text is None else _parsed(words)
    except UnicodeDecodeError as error:
        raise RefusedCallError(f"it is {why_not_utf8(error)}") from None
    except OSError as error:
        raise RefusedCallError((error.strerror or str(error)).lower()) from None
    # What cannot be read in another format is a ValueError, too.
    except (ValueError, LookupError) as error:
        raise RefusedCallError(str(error)) from None
    if not document.documents:
        raise RefusedCallError("this page has no fence of `argdown`, so nothing in it is read")
    return GivenText(document, permissions, is_file=text is None)


def _loaded(words: Json, permissions: Permissions) -> Document:
    from argmap import api

    place = permissions.file(words["path"])
    return api.load(
        place,
        overrides=_OVERRIDES,
        markdown=words["markdown"] or None,
        format=words.get("format"),
    )


def _parsed(words: Json) -> Document:
    from argmap import api
    from argmap.api.foreign_files import FileReading, foreign_document
    from argmap.reading import SettingLayers

    form = words.get("format")
    if form in (None, "argdown"):
        return api.parse(words["text"], overrides=_OVERRIDES, markdown=words["markdown"] or False)
    # JSON cannot hold halves of characters that others write; they become question marks.
    data = words["text"].encode("utf-8", "replace")
    return foreign_document(data, None, FileReading(form), SettingLayers(overrides=_OVERRIDES))
