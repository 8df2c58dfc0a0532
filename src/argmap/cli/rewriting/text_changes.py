"""What commands that change files have in common: how changes are shown, and how files are read for them."""

from __future__ import annotations

import re
from difflib import unified_diff

from argmap.cli import streams
from argmap.text.visible import visible


def text_of_file(file: str) -> str:
    """Return the text of a file, or standard input, with its own line ends.

    Raises:
        StreamError: it cannot be read, or is not text in UTF-8.
    """
    with streams.explained(streams.shown(file)):
        if file == streams.STANDARD_STREAM:
            return streams.given()
        # Bytes, because reading as text would change line ends.
        with open(file, "rb") as stream:
            return stream.read().decode()


def difference(before: str, after: str, file: str, *, change: str) -> str:
    """Return what changes in a file, as `diff -u` shows it; `change` is a word behind the later name."""
    name = visible(streams.shown(file))
    # Only line feeds end lines here: a text may have what other programs take for ends of lines.
    lines = unified_diff(_lines(before), _lines(after), name, f"{name} ({change})")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]
