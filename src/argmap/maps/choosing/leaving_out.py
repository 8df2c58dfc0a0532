"""Why a map leaves out what it does not show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from attrs import evolve

from argmap.maps.choosing.exclusion import Exclusion, exclusion_rule
from argmap.maps.choosing.selection import Candidates, Selection, shown_among
from argmap.maps.omission import Omission
from argmap.model import Debate, Element, ElementRef
from argmap.settings.settings import SelectionSettings

_DISCONNECTED = "nothing is connected to"
_INCLUSIVE = "selection.excludeDisconnected: false"
_ALL = "selection.statementSelectionMode: all"


def omissions(
    debate: Debate,
    selection: Selection,
    candidates: Candidates,
    settings: SelectionSettings,
    selected: Set[object] | None = None,
) -> Iterator[Omission]:
    """Yield what a selection leaves out of a debate, by the reason; `candidates` are those of the settings.

    `selected` is what the selector of the settings selects, None if it is not followed.

    Steps of arguments that are shown are not left out, nor are untitled steps of the others.
    """
    hidden = tuple(_hidden(debate, selection))
    if not hidden:
        return
    exclusion = exclusion_rule(debate, settings, selected)
    excluded: defaultdict[Exclusion, list[ElementRef]] = defaultdict(list)
    unselected: list[ElementRef] = []
    for element in hidden:
        reason = exclusion(element)
        (excluded[reason] if reason else unselected).append(element.ref)
    if unselected:
        yield from _unselected(candidates, unselected, settings)
    for (by, verb), refs in excluded.items():
        yield Omission(refs, f"`{by}` {verb}")


def _hidden(debate: Debate, selection: Selection) -> Iterator[Element]:
    steps = {ref for argument in debate.arguments.values() for ref in argument.step_refs}
    for element in debate.elements:
        ref = element.ref
        if ref in selection.propositions or ref in selection.arguments or ref in selection.usage.steps:
            continue
        if not (element.is_untitled and ref in steps):
            yield element


def _unselected(
    candidates: Candidates, refs: Iterable[ElementRef], settings: SelectionSettings
) -> Iterator[Omission]:
    """Yield what is left out because of what it is connected to; the remedies are the fewest that help."""
    inclusive = evolve(settings, exclude_disconnected=False)
    by_mode = f"`selection.statementSelectionMode: {settings.statement_selection_mode}` does not select"
    left = list(refs)
    for changed, reason, remedies in (
        (inclusive, _DISCONNECTED, (_INCLUSIVE,)),
        (evolve(settings, statement_selection_mode="all"), by_mode, (_ALL,)),
        (evolve(inclusive, statement_selection_mode="all"), _DISCONNECTED, (_INCLUSIVE, _ALL)),
    ):
        if changed == settings or not left:
            continue
        helped = shown_among(candidates, changed, left)
        if helped:
            yield Omission(helped, reason, remedies)
            without = frozenset(helped)
            left = [ref for ref in left if ref not in without]
