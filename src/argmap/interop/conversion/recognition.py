"""The format of a file, recognised by its content."""

from __future__ import annotations

import json

from argmap.interop.conversion.file_content import FileContent
from argmap.interop.conversion.foreign_text import decoded
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.conversion.known_formats import READERS, reader
from argmap.interop.workbooks.workbook_parts import is_workbook
from argmap.text import Span, diagnose

ARGDOWN = "argdown"
XLSX = "xlsx"
_ARGDOWN_KEYS = frozenset({"statements", "arguments", "relations", "sections", "tags", "argmap", "map"})


def recognise(data: bytes | str, *, name: str | None = None) -> str:
    """Return the name of a file's format, `argdown` if it is in none of the others.

    Its `name` decides only if no rule fits.

    >>> recognise('{"nodes": [], "edges": []}'), recognise("[Sun]: It shines.")
    ('aif', 'argdown')

    Raises:
        FormatError: it is not a text, is in no known format, or more than one fits.
    """
    if isinstance(data, bytes) and is_workbook(data):
        return XLSX
    text = decoded(data)
    content = FileContent(text)
    names = [known for known in READERS if reader(known).recognise(content)]
    if len(names) > 1:
        raise _unknown(text, f"both {' and '.join(names)} fit", names[0])
    if names:
        return names[0]
    if name is None or not _is_elsewhere(name):
        return ARGDOWN
    if name.endswith(".json") and _may_be_argdown(text):
        # The reader of Argdown reports what is wrong.
        return "argdown-json"
    raise _unknown(text, "no known format fits", "aif")


def _is_elsewhere(name: str) -> bool:
    """Return whether the name of a file says that it is not Argdown."""
    suffixes = {suffix for known in READERS for suffix in reader(known).SUFFIXES} - {".txt", ".md"}
    return name.casefold().endswith(tuple(suffixes))


def _may_be_argdown(text: str) -> bool:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return True
    return not isinstance(value, dict) or not value or not _ARGDOWN_KEYS.isdisjoint(value)


def _unknown(text: str, why: str, name: str) -> FormatError:
    return FormatError(text, diagnose("I411", Span(0, 0), why, name))
