"""Which files a server may read, and whether it may write them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from attrs import field, frozen

from argmap.files import path_below
from argmap.mcp.parameters import MOST_CHARACTERS
from argmap.mcp.refused_call import RefusedCallError
from argmap.settings.project_folder import PROJECT_FILES


def _resolved(folders: Iterable[str | os.PathLike[str]]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(Path(folder).resolve() for folder in folders))


@frozen
class Permissions:
    """The folders below which files are read, and whether they are written; by default neither."""

    folders: tuple[Path, ...] = field(default=(), converter=_resolved)
    may_write: bool = False

    def file(self, name: str) -> Path:
        """Return the place of a file that an assistant names: a path from a folder, or a whole one.

        Symbolic links are resolved first, those of settings beside the file as well.

        Raises:
            RefusedCallError: it is not below a folder, is no file, or is too large.
        """
        if not self.folders:
            raise RefusedCallError(
                "this server reads no files; give the text as `text`, or start it as `argmap mcp FOLDER`"
            )
        places = [place for folder in self.folders if (place := _below(name, folder))]
        if not places:
            folders = ", ".join(map(str, self.folders))
            raise RefusedCallError(f"`path` must lead to a file below {folders}, without `..`")
        place = next(filter(_is_there, places), places[0])
        _check_size(place, name)
        self._check_settings(place)
        return place

    def contains(self, place: str | os.PathLike[str]) -> bool:
        """Return whether a place, with symbolic links resolved, is below one of the folders."""
        try:
            real = Path(place).resolve()
        # resolve() raises RuntimeError where links lead in a circle, and ValueError for some names.
        except (OSError, RuntimeError, ValueError):
            return False
        return any(real.is_relative_to(folder) for folder in self.folders)

    def shown(self, place: str | os.PathLike[str]) -> str:
        """Return the name of a file for answers: its path from the folder that it is below."""
        path = Path(place)
        for folder in self.folders:
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return path.name

    def _check_settings(self, place: Path) -> None:
        for name in PROJECT_FILES:
            beside = place.with_name(name)
            if beside.is_symlink() and not self.contains(beside):
                raise RefusedCallError(f"`{name}` beside the file leads out of the folders of this server")


def _below(name: str, folder: Path) -> Path | None:
    try:
        if Path(name).is_absolute():
            # What leaves the folder by links is refused below.
            name = Path(name).relative_to(folder).as_posix()
        return path_below(name, folder)
    except ValueError:
        return None


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:
        return False


def _check_size(place: Path, name: str) -> None:
    """Raise if a place is none of a file of a size that is read.

    Raises:
        RefusedCallError: it is not.
    """
    try:
        state = place.stat()
    except OSError as error:
        raise RefusedCallError(f"{name[:200]}: {(error.strerror or str(error)).lower()}") from None
    if not stat.S_ISREG(state.st_mode):
        raise RefusedCallError(f"{name[:200]}: this is not a file, but a folder, a pipe or a device")
    if state.st_size > MOST_CHARACTERS:
        raise RefusedCallError(
            f"{name[:200]}: it has {state.st_size} bytes; files of at most {MOST_CHARACTERS} are read"
        )
