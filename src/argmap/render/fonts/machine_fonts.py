"""The fonts that come with argmap, and those on this machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from argmap.render.fonts.font_file import FontFace, FontFileError, read_faces

VARIABLE = "ARGMAP_FONTS"
# The name of the main font that comes with argmap.
FAMILY = "Argmap Sans"
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
# Words in names of fonts that look unlike ordinary text; these come last.
_UNLIKE = re.compile(
    "mono|serif|condensed|narrow|light|thin|medium|bold|black|heavy|italic|oblique|display|looped|nastaliq",
    re.IGNORECASE,
)
_SANS = re.compile(r"sans[ -]?serif|sans", re.IGNORECASE)
_MOST_FILES = 20_000


def shipped_faces() -> tuple[FontFace, ...]:
    """Return the fonts that come with argmap: those as wide as Arial, then that of symbols."""
    return _faces_in(Path(str(files("argmap.render").joinpath("fonts"))))


def machine_faces() -> Iterator[FontFace]:
    """Yield the fonts on this machine; those that look most like ordinary text come first.

    If the environment variable ARGMAP_FONTS names folders, separated as in PATH, only their fonts count.
    """
    for path in _font_files(os.environ.get(VARIABLE)):
        # Fonts without a name cannot be asked for.
        yield from (face for face in faces_of(path) if face.families)


@cache
def _faces_in(folder: Path) -> tuple[FontFace, ...]:
    return tuple(face for path in sorted(folder.glob("*.ttf")) for face in faces_of(path))


@cache
def faces_of(path: Path) -> tuple[FontFace, ...]:
    """Return the fonts in a file, none if it is broken."""
    try:
        return read_faces(path)
    except (OSError, FontFileError):
        return ()


@cache
def _font_files(said: str | None) -> tuple[Path, ...]:
    folders = said.split(os.pathsep) if said is not None else _folders()
    found = {path: None for folder in folders if folder for path in _files_in(folder)}
    return tuple(sorted(found, key=lambda path: (_oddness(path.stem), path.name, str(path))))


def _oddness(name: str) -> int:
    return len(_UNLIKE.findall(_SANS.sub("", name)))


def _files_in(folder: str) -> Iterator[Path]:
    count = 0
    for place, inner, names in os.walk(folder):
        inner.sort()
        for name in sorted(names):
            if name.lower().endswith(_SUFFIXES):
                count += 1
                if count > _MOST_FILES:
                    return
                yield Path(place, name)


def _folders() -> tuple[str, ...]:
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        windows = os.environ.get("WINDIR", r"C:\Windows")
        return os.path.join(windows, "Fonts"), os.path.join(local, "Microsoft", "Windows", "Fonts")
    if sys.platform == "darwin":
        return (
            "/System/Library/Fonts",
            "/Library/Fonts",
            f"{home}/Library/Fonts",
            "/System/Library/AssetsV2/com_apple_MobileAsset_Font7",
        )
    data = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return (*(f"{one}/fonts" for one in (data, *shared.split(":"))), f"{home}/.fonts")
