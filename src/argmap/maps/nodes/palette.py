"""The colours of elements, groups and edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from argmap.data import FrozenDict, Value
from argmap.equality import equality, value_hash
from argmap.maps.nodes.argdown_titles import names_of
from argmap.model import Argument, Debate, Element, RelationKind, Section
from argmap.named_tuples import NamedTuple
from argmap.representation import representation
from argmap.settings.color_names import color_schemes, read_color
from argmap.settings.settings import ColorSettings

_EDGE_COLORS = {
    RelationKind.SUPPORT: "#00ff00",
    RelationKind.ATTACK: "#ff0000",
    RelationKind.UNDERCUT: "#551A8B",
    RelationKind.ENTAILMENT: "#00ff00",
    RelationKind.CONTRARIETY: "#ff0000",
    RelationKind.CONTRADICTION: "#ff0000",
}


class Paint(NamedTuple):
    """A colour, None if an author asked for one that does not exist; and whether an author asked."""

    color: str | None
    is_own: bool


@frozen
class Palette:
    """The colours of a debate. `tags` are numbered in the order of their first use, from 0."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    settings: ColorSettings
    scheme: tuple[str | None, ...]
    group_scheme: tuple[str | None, ...]
    tags: Mapping[str, int]

    @classmethod
    def of(cls, debate: Debate, settings: ColorSettings) -> Palette:
        """Return the colours that settings give to a debate."""
        tags = {tag: number for number, tag in enumerate(debate.tags)}
        return cls(settings, _scheme(settings.color_scheme), _scheme(settings.group_color_scheme), tags)

    def paint(self, element: Element) -> Paint:
        """Return the colour of an element: by its data, its title, its tags, or that of the untagged."""
        settings = self.settings
        if not settings.ignore_color_data and "color" in element.data:
            return Paint(_chosen(element.data["color"], self.scheme), True)
        by_title = settings.argument_colors if isinstance(element, Argument) else settings.statement_colors
        for name in names_of(element) if by_title else ():
            if name in by_title:
                return Paint(_chosen(by_title[name], self.scheme), True)
        if settings.colorize_by_tag and element.tags:
            return Paint(self.tag_color(self._leading(element.tags)), False)
        return Paint(self.scheme[0] if self.scheme else None, settings.color_scheme != "default")

    def paint_section(self, section: Section, level: int) -> Paint:
        """Return the colour of a section that is shown at a level, 1 the outermost."""
        settings, scheme = self.settings, self.group_scheme
        if not settings.ignore_color_data and "color" in section.data:
            return Paint(_chosen(section.data["color"], scheme), True)
        if section.title in settings.group_colors:
            return Paint(_chosen(settings.group_colors[section.title], scheme), True)
        if settings.colorize_groups_by_tag and section.tags:
            return Paint(self._tag_color(self._leading(section.tags), scheme), True)
        is_own = settings.group_color_scheme != ColorSettings().group_color_scheme
        return Paint(scheme[min(len(scheme), level) - 1] if scheme else None, is_own)

    def paint_edge(self, kind: RelationKind) -> Paint:
        """Return the colour of the edges of a kind."""
        said = self.settings.relation_colors
        if kind.value in said:
            return Paint(_chosen(said[kind.value], self.scheme), True)
        return Paint(_EDGE_COLORS[kind], False)

    def tag_color(self, tag: str) -> str | None:
        """Return the colour of the elements with a tag."""
        return self._tag_color(tag, self.scheme)

    def tag_priority(self, tag: str) -> float:
        """Return how much a tag counts among others; the highest gives the colour."""
        entry = self.settings.tag_colors.get(tag)
        priority = entry.get("priority") if isinstance(entry, FrozenDict) else None
        return priority if isinstance(priority, int | float) else 0

    def _tag_color(self, tag: str, scheme: tuple[str | None, ...]) -> str | None:
        if tag in self.settings.tag_colors:
            return _chosen(self.settings.tag_colors[tag], scheme)
        number = self.tags.get(tag)
        if number is None or not scheme:
            return None
        # The first colour is for the untagged; after the last one, the others are used again.
        others = scheme[1:] or scheme
        return others[number % len(others)]

    def _leading(self, tags: Iterable[str]) -> str:
        return max(tags, key=self.tag_priority)


def _chosen(choice: Value, scheme: tuple[str | None, ...]) -> str | None:
    """Return the colour that an author chose: its name, its place in the scheme, or a mapping with it."""
    if isinstance(choice, FrozenDict):
        choice = choice.get("color")
    if isinstance(choice, str):
        return read_color(choice)
    if isinstance(choice, int) and not isinstance(choice, bool) and 0 <= choice < len(scheme):
        return scheme[choice]
    return None


def _scheme(said: str | tuple[str, ...]) -> tuple[str | None, ...]:
    if isinstance(said, str):
        schemes = color_schemes()
        return schemes.get(said, schemes["default"])
    return tuple(read_color(color) for color in said)
