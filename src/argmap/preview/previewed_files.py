"""Which files a preview shows: one, or those of a folder with a debate in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from argmap.batch.paths import has_end
from argmap.fences.suffixes import is_page, is_text

# More than that nobody chooses from a list.
_MOST_FILES = 1000
_MOST_BYTES = 1_000_000


@frozen
class PreviewedFiles:
    """The files below a path, by the names by which they are asked for; a file alone has an empty name."""

    root: Path

    @property
    def is_folder(self) -> bool:
        """Whether there is a list to choose from."""
        return self.root.is_dir()

    def names(self) -> list[str]:
        """Return the names of all files that may be shown now, in alphabetical order."""
        return sorted(self._debates()) if self.is_folder else [""]

    def path(self, name: str) -> Path | None:
        """Return the file of a name, None if there is none of that name to be shown.

        >>> PreviewedFiles(Path("debate.argdown")).path("../secret")
        """
        if not self.is_folder:
            return self.root if name == "" else None
        # Only what is listed is known: a name is no path that leads anywhere.
        return self.root / name if name in self._debates() else None

    def _debates(self) -> set[str]:
        found: set[str] = set()
        for path in self._files():
            if len(found) == _MOST_FILES:
                break
            if is_text(path) or (is_page(path.name) and _has_fence(path)):
                found.add(path.relative_to(self.root).as_posix())
        return found

    def _files(self) -> Iterator[Path]:
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
            for name in sorted(files):
                path = Path(folder, name)
                if not name.startswith(".") and not path.is_symlink() and has_end(path):
                    yield path


def _has_fence(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"argdown" in file.read(_MOST_BYTES)
    except OSError:
        return False
