"""Messages about characters that no font has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_SHOWN = 5
# What names of characters have behind that of their script.
_LETTERS = (" LETTER", " SIGN", " LIGATURE", " SYLLABLE")


def about_fonts(missing: Sequence[str], form: str) -> Iterator[str]:
    """Yield a message about characters that no font on this machine has, and the fonts that help."""
    if missing:
        fonts = ", ".join(dict.fromkeys(map(_font, missing)))
        yield (
            f"{_counted(missing, form, 'are in no font of this machine', 'is in no font of this machine')}: "
            f"install a font that has them, such as {fonts}, or save as SVG"
        )


def about_engine(missing: Sequence[str], form: str, *, has_resvg: bool) -> str:
    """Return a message about characters that the embedded engine has no fonts for, and what helps.

    >>> about_engine(["中"], "JPEG", has_resvg=True).partition(": ")[2].partition(", or")[0]
    'save as SVG or PNG'
    """
    lost = _counted(
        missing,
        form,
        "are not in the fonts of the embedded engine",
        "is not in the fonts of the embedded engine",
    )
    if form == "PNG":
        ways = 'type `pip install "argmap[png]"`, save as SVG'
    else:
        ways = (
            "save as SVG or PNG" if has_resvg else 'save as SVG, or as PNG with `pip install "argmap[png]"`'
        )
    import shutil

    engine = 'use engine="system"' if shutil.which("dot") else "install Graphviz and use engine=system"
    return f"{lost}: {ways}, or {engine}"


def _counted(missing: Sequence[str], form: str, several: str, one: str) -> str:
    shown = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
    if len(missing) == 1:
        return f"1 character ({shown}) {one} and becomes a box in a {form}"
    return f"{len(missing)} characters ({shown}) {several} and become boxes in a {form}"


def _font(character: str) -> str:
    """Return the name of a free font that has characters like this one."""
    if character >= "\U0001f000" and unicodedata.category(character) in ("So", "Sk", "Cn"):
        return "Noto Color Emoji"
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return "Noto Sans CJK"
    category = unicodedata.category(character)
    if category == "Co":
        return "the one in which they were written"
    name = unicodedata.name(character, "")
    behind = next((word for word in _LETTERS if word in name), " " if category == "Lo" else "")
    if not name or not behind or category not in ("Lo", "So"):
        return "Noto Sans"
    words = name.partition(behind)[0].split()
    return f"Noto Sans {' '.join(words[: 2 if words[0] == 'OLD' else 1]).title()}"
