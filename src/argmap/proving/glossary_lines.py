"""Glossaries in words, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.proving.glossary import GlossaryEntry
from argmap.text.counts import counted

_INDENT = "  "


def glossary_lines(entries: Iterable[GlossaryEntry]) -> Iterator[str]:
    """Yield letters with what they stand for and mean, each followed by where it is used.

    >>> list(glossary_lines([GlossaryEntry("p", "it rains")]))
    ['p: it rains', '  no formula uses it']
    """
    for entry in entries:
        use = f" ({entry.use})" if entry.use else ""
        yield f"{entry.name}{use}: {entry.meaning or 'no meaning declared'}"
        used_in = ", ".join(map(str, entry.used_in))
        yield f"{_INDENT}used in {used_in}" if used_in else f"{_INDENT}no formula uses it"


def glossary_summary(entries: Iterable[GlossaryEntry]) -> str:
    """Return how many letters there are, and how many have no meaning, in words.

    >>> glossary_summary([GlossaryEntry("p", "it rains")])
    '1 letter, 0 without a meaning'
    """
    listed = list(entries)
    unclear = sum(entry.meaning is None for entry in listed)
    return f"{counted(len({entry.name for entry in listed}), 'letter')}, {unclear} without a meaning"
