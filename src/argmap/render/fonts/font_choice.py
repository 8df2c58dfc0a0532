"""Choosing fonts for the characters of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from glob import escape
from itertools import groupby

from argmap.render.fonts.font_file import FontFace
from argmap.render.fonts.machine_fonts import faces_of, machine_faces, shipped_faces

# Like the fonts that come with argmap, these have the widths of Arial, with which labels are laid out.
_LIKE_ARIAL = frozenset(("arial", "arimo", "helvetica", "liberation sans", "sans-serif", "sans", ""))
# Stands for a character that no font has; the font of symbols has it.
BOX = "\N{WHITE VERTICAL RECTANGLE}"
_REGULAR, _BOLD = 400, 700
_STYLE = re.compile("[-_ ]")
_JOINER = "\u200d"
# Two of the first kind make a flag; the others are skin tones and parts of other flags.
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_MODIFIERS = (("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f"))


class FontChoice:
    """Chooses fonts for texts, and remembers which it chose and which characters no font has.

    `font` is the name of the font that is wanted: if this machine does not have it, or it lacks a character,
    the fonts that come with argmap are used, and then all others.
    """

    def __init__(self, font: str = "Arial") -> None:
        self._preferred = [*_named(font), *shipped_faces()]
        self._others: Iterator[FontFace] = machine_faces()
        self._seen: list[FontFace] = []
        self._chosen: dict[tuple[str, bool, bool], tuple[str, FontFace]] = {}
        self._missing: dict[str, None] = {}

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """The fonts that were chosen, the main one first."""
        return tuple(dict.fromkeys([self._main(False, False), *(face for _, face in self._chosen.values())]))

    @property
    def missing(self) -> tuple[str, ...]:
        """The distinct characters that no font has."""
        return tuple(self._missing)

    def runs(
        self, text: str, *, is_bold: bool = False, is_italic: bool = False
    ) -> list[tuple[str, FontFace]]:
        """Return stretches of a text that a single font draws, each with that font.

        A character that no font has becomes a box.
        """
        found = (self._face(cluster, is_bold, is_italic) for cluster in _clusters(text))
        return [
            ("".join(said for said, _ in group), face)
            for face, group in groupby(found, key=lambda pair: pair[1])
        ]

    def best(self, text: str, *, is_bold: bool = False, is_italic: bool = False) -> FontFace:
        """Return the font that has most of a text that must not be split."""
        faces = dict.fromkeys(face for _, face in self.runs(text, is_bold=is_bold, is_italic=is_italic))
        return max(faces or [self._main(is_bold, is_italic)], key=lambda face: sum(map(face.has, text)))

    def _face(self, cluster: str, is_bold: bool, is_italic: bool) -> tuple[str, FontFace]:
        key = cluster, is_bold, is_italic
        if key not in self._chosen:
            self._chosen[key] = self._find(cluster, is_bold, is_italic)
        return self._chosen[key]

    def _find(self, cluster: str, is_bold: bool, is_italic: bool) -> tuple[str, FontFace]:
        needed = [character for character in cluster if _is_seen(character)]
        # If no font has a mark together with its letter, only the mark is left out.
        for wanted in (needed, needed[:1]):
            face = self._first(wanted, is_bold, is_italic)
            if face is not None:
                self._missing |= dict.fromkeys(one for one in needed if not face.has(one))
                return "".join(one for one in cluster if one not in needed or face.has(one)), face
        self._missing |= dict.fromkeys(needed)
        preferred = _by_style(self._preferred, is_bold, is_italic)
        return BOX, next(face for face in preferred if face.has(BOX))

    def _first(self, needed: Sequence[str], is_bold: bool, is_italic: bool) -> FontFace | None:
        """Return the first font that has some characters, None if there is none."""
        for face in _by_style(self._preferred, is_bold, is_italic):
            if all(map(face.has, needed)):
                return face
        for face in self._machine():
            if all(map(face.has, needed)):
                return self._styled(face, needed, is_bold, is_italic)
        return None

    def _machine(self) -> Iterator[FontFace]:
        yield from self._seen
        for face in self._others:
            self._seen.append(face)
            yield face

    def _styled(self, face: FontFace, needed: Sequence[str], is_bold: bool, is_italic: bool) -> FontFace:
        """Return the font of the same family in a style, if there is one with the same characters."""
        beginning = _STYLE.split(face.path.stem)[0]
        files = sorted(face.path.parent.glob(f"{escape(beginning)}*{face.path.suffix}"))
        family = [
            other for path in files for other in faces_of(path) if other.families[:1] == face.families[:1]
        ]
        return next(
            (other for other in _by_style(family, is_bold, is_italic) if all(map(other.has, needed))), face
        )

    def _main(self, is_bold: bool, is_italic: bool) -> FontFace:
        return _by_style(self._preferred, is_bold, is_italic)[0]


def _clusters(text: str) -> Iterator[str]:
    """Yield clusters: characters with the marks, joiners and variation selectors that belong to them."""
    cluster = ""
    for character in text:
        if cluster and _belongs(character, cluster):
            cluster += character
        else:
            if cluster:
                yield cluster
            cluster = character
    if cluster:
        yield cluster


def _belongs(character: str, cluster: str) -> bool:
    if character.isascii():
        return False
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Mc", "Cf"):
        return True
    if cluster[-1] == _JOINER:
        return category == "So" or (category == "Lo" and unicodedata.east_asian_width(character) not in "WF")
    if len(cluster) == 1 and _FLAGS[0] <= cluster <= _FLAGS[1]:
        return _FLAGS[0] <= character <= _FLAGS[1]
    return any(first <= character <= last for first, last in _MODIFIERS)


def _named(font: str) -> list[FontFace]:
    name = font.strip().lower()
    if name in _LIKE_ARIAL:
        return []
    return [face for face in machine_faces() if name in map(str.lower, face.families)]


def _by_style(faces: Sequence[FontFace], is_bold: bool, is_italic: bool) -> list[FontFace]:
    """Return fonts ordered so that within each family those in a style come first."""
    order = {name: number for number, name in enumerate(dict.fromkeys(face.families[:1] for face in faces))}

    def key(face: FontFace) -> tuple[int, int]:
        weight = abs(face.weight - (_BOLD if is_bold else _REGULAR))
        return order[face.families[:1]], 2 * weight + (face.is_italic != is_italic)

    return sorted(faces, key=key)


def _is_seen(character: str) -> bool:
    """Return whether a character needs a glyph: joiners and selectors of variants do not."""
    return unicodedata.category(character) not in ("Cf", "Cc") and not "\ufe00" <= character <= "\ufe0f"
