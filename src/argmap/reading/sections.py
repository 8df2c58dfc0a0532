"""The outline of a document while it is gathered."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, define

from argmap.model import NO_DATA, Data, FrozenDict, Section
from argmap.model.settings import GroupSettings
from argmap.syntax.inline import Inline
from argmap.text import Span


@define(eq=False)
class Outline:
    """Gathers sections; `current` is the id of the one that is being read."""

    settings: GroupSettings
    sections: list[Section] = Factory(list)
    current: str | None = None
    _open: list[Section] = Factory(list)

    def add(self, level: int, inline: Inline, data: Data | None, span: Span) -> None:
        """Begin a section; the one around it is the last with a smaller level."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        is_group, is_closed = self._box(inline, data or NO_DATA)
        section = Section(
            id=f"s{len(self.sections) + 1}",
            title=inline.text,
            level=level,
            parent=self._open[-1].id if self._open else None,
            tags=inline.tags,
            data=data or NO_DATA,
            is_group=is_group,
            is_closed=is_closed,
            marks=inline.marks,
            span=span,
        )
        self.sections.append(section)
        self._open.append(section)
        self.current = section.id

    def _box(self, inline: Inline, data: Data) -> tuple[bool | None, bool | None]:
        settings = self.settings
        is_group = None if settings.ignore_is_group else _flag(data, "isGroup")
        is_closed = None if settings.ignore_is_closed else _flag(data, "isClosed")
        if settings.sections:
            entry = settings.sections.get(inline.text, settings.sections.get(_without_tags(inline)))
            if isinstance(entry, Mapping):
                return _flag(FrozenDict(entry), "isGroup"), _flag(FrozenDict(entry), "isClosed")
            is_group = False if is_group is None else is_group
        return is_group, is_closed


def _flag(data: Data, key: str) -> bool | None:
    value = data.get(key)
    return None if value is None else bool(value)


def _without_tags(inline: Inline) -> str:
    text = inline.text
    for mark in reversed(inline.marks):
        if mark.kind.value == "tag":
            text = text[: mark.start] + text[mark.end :]
    return " ".join(text.split())
