"""Whether a file with settings is beside a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.settings.project_file import Project

# The first that is there counts, the others do not.
PROJECT_FILES = ("argmap.toml", "argdown.config.json")
# What Argdown's own programs and users of either may have there, and what is not read here.
_NOT_FOLLOWED = (
    *(f"argdown.config.{ending}" for ending in ("js", "mjs", "cjs", "ts", "yaml", "yml", "toml")),
    *(f"argmap.{ending}" for ending in ("json", "yaml", "yml")),
)


def load_project(document: str) -> Project | None:
    """Return the settings in the folder of a document, None if there are none.

    A file that cannot be read has no settings and one diagnostic that says why, and so has one of a kind
    that is not followed.
    """
    for name in (*PROJECT_FILES, *_NOT_FOLLOWED):
        file = Path(document).parent / name
        try:
            if file.exists():
                # Most folders have none, and loading what reads TOML and JSON takes longer than this.
                from argmap.settings.project_file import not_followed, read_project

                return read_project(file) if name in PROJECT_FILES else not_followed(file)
        except (OSError, ValueError):
            # No name that a file can have; the document itself cannot be read either.
            return None
    return None
