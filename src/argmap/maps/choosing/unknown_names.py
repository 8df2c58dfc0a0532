"""Names in settings that select nothing, because nothing has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.model import Debate
from argmap.settings.settings import SelectionSettings
from argmap.text.nearest import nearest


def unknown_names(debate: Debate, settings: SelectionSettings) -> Iterator[str]:
    """Yield a sentence for each name of a section, tag or speaker in settings that a debate does not have.

    >>> from argmap.settings import Settings
    >>> selection = Settings.of({"selection": {"selectedSpeakers": ["Ann"]}}).selection
    >>> list(unknown_names(Debate(), selection))
    ["`selection.selectedSpeakers` names 'Ann', but nothing has that speaker"]
    """
    chosen: tuple[tuple[str, Iterable[str] | None, str, Callable[[], Iterable[str]]], ...] = (
        ("Sections", settings.selected_sections, "title", lambda: (one.title for one in debate.sections)),
        ("Tags", settings.selected_tags, "tag", lambda: debate.tags),
        ("Speakers", settings.selected_speakers, "speaker", lambda: _speakers(debate)),
    )
    for setting, names, what, known_names in chosen:
        known = frozenset(known_names()) if names else frozenset()
        for name in dict.fromkeys(names or ()):
            if name not in known:
                near = nearest(name, sorted(known))
                hint = f"; write {near!r}" if near else ""
                yield f"`selection.selected{setting}` names {name!r}, but nothing has that {what}{hint}"


def _speakers(debate: Debate) -> Iterator[str]:
    for element in debate.elements:
        yield from element.speakers if element.data else ()
