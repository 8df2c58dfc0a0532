"""What settings and data keep out of a map, whatever else is in it."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TypeAlias

from argmap.maps.nodes.argdown_titles import names_of
from argmap.model import Argument, Debate, Element
from argmap.named_tuples import NamedTuple
from argmap.settings.settings import SelectionSettings, Settings


class Exclusion(NamedTuple):
    """A setting, or a line of data, and what it does to the elements that it keeps out, as a verb."""

    by: str
    verb: str


ExclusionRule: TypeAlias = Callable[[Element], Exclusion | None]

DOES_NOT_SELECT = "does not select"
_LISTED_STATEMENT = Exclusion("selection.excludeStatements", "lists")
_LISTED_ARGUMENT = Exclusion("selection.excludeArguments", "lists")
_IN_DATA = Exclusion("isInMap: false", "hides")
_BY_SECTION = Exclusion("selection.selectedSections", DOES_NOT_SELECT)
_BY_TAG = Exclusion("selection.selectedTags", DOES_NOT_SELECT)
_BY_SELECTOR = Exclusion("selection.select", DOES_NOT_SELECT)
_BY_SPEAKER = Exclusion("selection.selectedSpeakers", DOES_NOT_SELECT)
_IMPLICIT = Exclusion("selection.implicit: hide", DOES_NOT_SELECT)
_NOT_IMPLICIT = Exclusion("selection.implicit: only", DOES_NOT_SELECT)


def exclusion_rule(
    debate: Debate, settings: SelectionSettings, selected: Set[object] | None = None
) -> ExclusionRule:
    """Return a function that returns what keeps an element out of the map, None if nothing does.

    `selected` is what the selector of the settings selects, None if they have none or it is not followed.
    """
    return _Exclusions(debate, settings, selected).of


class _Exclusions:
    """The settings of a selection, ready to be looked up for many elements."""

    def __init__(self, debate: Debate, settings: SelectionSettings, selected: Set[object] | None) -> None:
        self.settings = settings
        self.selected = selected
        self.titles = {section.id: section.title for section in debate.sections}
        self.statements = frozenset(settings.exclude_statements)
        self.arguments = frozenset(settings.exclude_arguments)
        self.sections = frozenset(settings.selected_sections or ())
        self.tags = frozenset(settings.selected_tags or ())
        self.speakers = frozenset(settings.selected_speakers or ())

    def of(self, element: Element) -> Exclusion | None:
        settings = self.settings
        # Arguments are always stated; only premises can be unstated.
        implicit = settings.implicit
        if (listed := self.listed(element)) is not None:
            return listed
        if not settings.ignore_is_in_map and element.data.get("isInMap", True) is not True:
            return _IN_DATA
        if settings.selected_sections is not None and not self.is_in_section(element):
            return _BY_SECTION
        if settings.selected_tags is not None and not self.has_tag(element):
            return _BY_TAG
        if settings.selected_speakers is not None and not self.is_of_speaker(element):
            return _BY_SPEAKER
        if implicit != "show" and element.is_implicit == (implicit == "hide"):
            return _IMPLICIT if implicit == "hide" else _NOT_IMPLICIT
        if self.selected is not None and element.ref not in self.selected:
            return _BY_SELECTOR
        return None

    def listed(self, element: Element) -> Exclusion | None:
        if isinstance(element, Argument):
            return _LISTED_ARGUMENT if element.title in self.arguments else None
        is_listed = self.statements and not self.statements.isdisjoint(names_of(element))
        return _LISTED_STATEMENT if is_listed else None

    def is_in_section(self, element: Element) -> bool:
        if element.section is None:
            return self.settings.select_elements_without_section
        return self.titles.get(element.section) in self.sections

    def has_tag(self, element: Element) -> bool:
        if not element.tags:
            return self.settings.select_elements_without_tag
        return not self.tags.isdisjoint(element.tags)

    def is_of_speaker(self, element: Element) -> bool:
        speakers = element.speakers if element.data else ()
        if not speakers:
            return self.settings.select_elements_without_speaker
        return not self.speakers.isdisjoint(speakers)


def selected_by(debate: Debate, selector: str) -> Set[object]:
    """Return what a selector of the settings selects; nothing if it cannot be read."""
    # Lark and the rest are loaded only if there is a selector.
    from argmap.analysis.checks import check_debate
    from argmap.analysis.selector_facts import surroundings_of
    from argmap.reasoning.verdicts.expectations import evaluated_by_settings
    from argmap.selectors import Matcher, SelectorError

    settings = Settings.of({"reasoning": debate.metadata.get("reasoning") or {}})
    surroundings = surroundings_of(
        debate,
        find=lambda: check_debate(debate),
        evaluate=lambda: evaluated_by_settings(debate, settings.reasoning),
    )
    try:
        return frozenset(Matcher(debate, surroundings, is_lenient=True).select(selector))
    except SelectorError:
        # Mistakes in it are reported separately.
        return frozenset()
