"""Changes as lines for people, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.comparing.forms.change_places import ChangePlaces
from argmap.comparing.forms.change_words import detail_of, subject_of, summary_of
from argmap.comparing.forms.told_changes import ToldChanges
from argmap.text.visible import visible_line

_COLORS = {"added": "32", "removed": "31", "turned": "33"}
_OTHER = "36"


def change_lines(told: ToldChanges, *, colored: bool) -> str:
    """Return changes as lines: what happened, to which element, and where; then a summary."""
    lines = [*_lines(told, colored=colored)]
    lines.append(visible_line(summary_of(told.changes, told.old, told.new)))
    return "".join(f"{line}\n" for line in lines)


def _lines(told: ToldChanges, *, colored: bool) -> Iterator[str]:
    places = ChangePlaces(told.texts)
    for change in told.changes:
        subject = subject_of(change, told.old, told.new)
        words = f"{subject}{detail_of(change, told.old, told.new)}".strip()
        place = places.words(change)
        word = change.word.ljust(9)
        rest = visible_line(f"{change.kind.ljust(8)} {words}" + (f"  {place}" if place else ""))
        if colored:
            color = _COLORS.get(change.word, _OTHER)
            yield f"\x1b[{color}m{word}\x1b[0m {rest}"
        else:
            yield f"{word} {rest}".rstrip()
