"""Which files of a folder are debates, in whatever format."""

from __future__ import annotations

from pathlib import Path

from argmap.api.many import is_debate
from argmap.files import read_file
from argmap.interop import READERS, FormatError, recognise
from argmap.interop.conversion.known_formats import reader

# Texts of all kinds: they are none of ours if what is in them does not say so.
_ANY_TEXT = (".txt", ".md")


def is_debate_of_any_format(path: Path) -> bool:
    """Return whether a file is Argdown, or in another format that its content shows.

    Files that have the name of a format but not its content are none, such as settings in JSON and YAML; what
    cannot be read because of its encoding or size is one, so that somebody says so.

    >>> is_debate_of_any_format(Path("no/such.json"))
    False
    """
    if is_debate(path):
        return True
    name = path.name.casefold()
    if not name.endswith(_suffixes()):
        return False
    try:
        return recognise(read_file(path), name=name) != "argdown"
    except FormatError as error:
        return error.diagnostics[0].code != "I411" and not name.endswith(_ANY_TEXT)
    except FileNotFoundError:
        return False
    # Whoever reads it says why it cannot be read.
    except (OSError, ValueError):
        return not name.endswith(_ANY_TEXT)


def _suffixes() -> tuple[str, ...]:
    return tuple({suffix for name in READERS for suffix in reader(name).SUFFIXES})
