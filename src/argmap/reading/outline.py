"""The outline of a document while it is gathered."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.data import NO_DATA, Data
from argmap.model import Section
from argmap.syntax.inline import Inline
from argmap.text import Span


class Outline:
    """Gathers sections; `current` is the id of the one that is being read."""

    current: str | None = None

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._open: list[Section] = []

    @classmethod
    def behind(cls, sections: Iterable[Section]) -> Outline:
        """Return the outline as it is behind some sections."""
        outline = cls()
        for section in sections:
            outline._close(section.level)
            outline._begin(section)
        return outline

    def add(self, level: int, inline: Inline, data: Data | None, span: Span) -> None:
        """Begin a section; the one around it is the last with a smaller level."""
        self._close(level)
        data = data or NO_DATA
        section = Section(
            id=f"s{len(self.sections) + 1}",
            title=inline.text,
            level=level,
            parent=self._open[-1].id if self._open else None,
            tags=inline.tags,
            data=data,
            is_group=_flag(data, "isGroup"),
            is_closed=_flag(data, "isClosed"),
            marks=inline.marks,
            span=span,
        )
        self._begin(section)

    def _close(self, level: int) -> None:
        while self._open and self._open[-1].level >= level:
            self._open.pop()

    def _begin(self, section: Section) -> None:
        self.sections.append(section)
        self._open.append(section)
        self.current = section.id


def _flag(data: Data, key: str) -> bool | None:
    value = data.get(key)
    return None if value is None else bool(value)
