"""What a map shows besides what the settings select: it is never empty, and lacks no reconstruction."""

from __future__ import annotations

from attrs import evolve

from argmap.maps.choosing.exclusion import DOES_NOT_SELECT, exclusion_rule, selected_by
from argmap.maps.choosing.leaving_out import omissions
from argmap.maps.choosing.selection import (
    Candidates,
    Selection,
    candidates_of,
    narrowed,
    preselect,
    select_among,
)
from argmap.maps.choosing.usage import find_usage
from argmap.maps.omission import Omission
from argmap.model import Argument, ArgumentRef, Claim, Debate, Element, Evidence, Question, Role
from argmap.named_tuples import NamedTuple
from argmap.settings.settings import SelectionSettings

_RELATE = "write `+` or `-` before a line to relate it to the line above"
_DERIVE = (
    "write the premises of a derivation as `(1)` and `(2)`, then a line `----`, then what follows as `(3)`"
)
_REASON = "write a reason below it that begins with `+`, or an objection that begins with `-`"
_WHY_ALL_SELECTED = "nothing that is selected is connected, so all of it is drawn"
_NOUNS = {Claim: "a claim", Evidence: "a piece of evidence", Question: "a question", Argument: "an argument"}


class Completion(NamedTuple):
    """A selection that is complete, which arguments to draw in full, what it lacks, and why it shows all."""

    selection: Selection
    in_full: frozenset[ArgumentRef] = frozenset()
    omissions: tuple[Omission, ...] = ()
    fallback: str | None = None


def complete(debate: Debate, settings: SelectionSettings) -> Completion:
    """Return what to show of a debate: what the settings select, and more.

    Reconstructed arguments to which nothing is connected are added. If nothing is selected, everything with a
    selected tag and section is shown, and if there is nothing like that, everything. What settings exclude by
    title, or data by `isInMap: false`, is never shown. Of all this, only what a selector in the settings
    selects is kept, if it selects anything.
    """
    completion = _complete(debate, settings)
    if settings.select is None:
        return completion
    selected = selected_by(debate, settings.select)
    selection = narrowed(completion.selection, selected)
    if not selection.elements:
        return completion._replace(fallback="`selection.select` would leave nothing, so it is not followed")
    candidates = candidates_of(debate, settings)
    left_out = tuple(omissions(debate, selection, candidates, settings, selected))
    return completion._replace(selection=selection, omissions=left_out)


def _complete(debate: Debate, settings: SelectionSettings) -> Completion:
    candidates = candidates_of(debate, settings)
    selected = select_among(candidates, settings)
    if not selected.elements:
        return _all_there_is(debate, candidates, settings)
    added = {
        ref: argument
        for ref, argument in candidates.all.arguments.items()
        if argument.steps and ref not in selected.arguments
    }
    if added:
        known, possible = selected.arguments.keys() | added.keys(), candidates.all
        arguments = {ref: argument for ref, argument in possible.arguments.items() if ref in known}
        is_whole = len(arguments) == len(possible.arguments)
        usage = possible.usage if is_whole else find_usage(arguments.values())
        selected = Selection(selected.propositions, arguments, usage)
    # They would only show that they are untitled.
    mute = (ref for ref, argument in added.items() if argument.is_untitled and not argument.descriptions)
    return Completion(selected, frozenset(mute), tuple(omissions(debate, selected, candidates, settings)))


def _all_there_is(debate: Debate, candidates: Candidates, settings: SelectionSettings) -> Completion:
    selection, fallback = _without_steps(candidates.all), None
    if selection.elements:
        is_all = len(candidates.all.elements) == sum(1 for _ in debate.elements)
        fallback = _why_all(selection) if is_all else _WHY_ALL_SELECTED
    else:
        unfiltered = evolve(
            settings, selected_sections=None, selected_tags=None, selected_speakers=None, implicit="show"
        )
        selection = _without_steps(preselect(debate, unfiltered))
        if selection.elements:
            fallback = f"{_filters(debate, settings)} would leave nothing, so everything is drawn"
    in_full = (ref for ref, argument in selection.arguments.items() if argument.steps)
    return Completion(
        selection, frozenset(in_full), tuple(omissions(debate, selection, candidates, settings)), fallback
    )


def _filters(debate: Debate, settings: SelectionSettings) -> str:
    exclusions = map(exclusion_rule(debate, settings), debate.elements)
    names = (
        f"`{exclusion.by}`"
        for exclusion in exclusions
        if exclusion is not None and exclusion.verb == DOES_NOT_SELECT
    )
    return " and ".join(dict.fromkeys(names))


def _without_steps(selection: Selection) -> Selection:
    """Return a selection without the propositions that its arguments show as their steps."""
    steps = selection.usage.steps
    propositions = {ref: one for ref, one in selection.propositions.items() if ref not in steps}
    return Selection(propositions, selection.arguments, selection.usage)


def _why_all(selection: Selection) -> str | None:
    elements = selection.elements
    if len(elements) == 1:
        return _why_alone(elements[0])
    is_new_to_derivations = not any(isinstance(element, Argument) and element.steps for element in elements)
    hint = _DERIVE if is_new_to_derivations and any(map(_is_list_item, elements)) else _RELATE
    return f"nothing is connected, so everything is drawn; {hint}"


def _why_alone(element: Element) -> str | None:
    if isinstance(element, Argument) and element.steps:
        return None
    return f"there is nothing but {_NOUNS[type(element)]} to draw; {_REASON}"


def _is_list_item(element: Element) -> bool:
    return not isinstance(element, Argument) and Role.LIST_ITEM in element.roles
