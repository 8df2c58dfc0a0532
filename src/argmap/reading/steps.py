"""The inferences of an argument: which statements each of them uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.model import NO_DATA, FrozenDict, Inference, Scheme, Value
from argmap.model.premises import step_named
from argmap.reading.bibliography import Library
from argmap.reading.data_places import DataPlaces
from argmap.reading.entries import Entry, Member, Step
from argmap.reading.schemes import SchemeNames
from argmap.text import Diagnostic, diagnose


def inferences_of(
    entry: Entry, library: Library, schemes: SchemeNames, diagnostics: list[Diagnostic]
) -> tuple[Inference, ...]:
    """Return an argument's inferences in order; wrong positions in `uses` are left out."""
    found: list[Inference] = []
    previous = 0
    conclusions = [one.conclusion_index for one in entry.inferences]
    for index, step in enumerate(entry.inferences):
        used = _used(entry, step, previous, conclusions, library.places, diagnostics)
        found.append(
            Inference(
                entry.title,
                index,
                tuple(entry.steps[place][0] for place in used),
                entry.steps[step.conclusion_index][0],
                step.conclusion_index,
                tuple(step.rules),
                scheme_of(step.data, step.rules, schemes),
                library.text(step.data, "warrant"),
                library.text(step.data, "qualifier"),
                library.share(step.data, "strength", step),
                FrozenDict(step.data),
                step.span,
            )
        )
        previous = step.conclusion_index
    return tuple(found)


def _used(
    entry: Entry,
    step: Step,
    previous: int,
    conclusions: list[int],
    places: DataPlaces,
    diagnostics: list[Diagnostic],
) -> list[int]:
    conclusion = entry.steps[step.conclusion_index][1]
    where: Step | Member = step
    key = "uses"
    said = step.data.get("uses")
    if not said and (said := (conclusion.data or NO_DATA).get("uses")):
        where = conclusion
    elif not said:
        key, said = "from", step.data.get("from")
    positions = _positions(said)
    if positions is None:
        return list(range(previous, step.conclusion_index))
    used: list[int] = []
    for index, position in enumerate(positions):
        place = step_named(position, steps=len(entry.steps), conclusions=conclusions)
        if place is not None and place < step.conclusion_index:
            used.append(place)
        else:
            path = (key, index) if isinstance(said, tuple) else (key,)
            span = places.value(where, *path) or places.key(where, key)
            diagnostics.append(diagnose("R215", span, str(position)))
    return used


def _positions(said: Value) -> tuple[Value, ...] | None:
    if isinstance(said, tuple):
        return said
    return None if said is None or said == "" else (said,)


def scheme_of(data: Mapping[str, Value], rules: Iterable[str], schemes: SchemeNames) -> Scheme | None:
    """Return the scheme that an inference's data name, or one of its rules."""
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        return schemes.called(name)
    found = (schemes.known(rule) for rule in rules)
    return next((scheme for scheme in found if scheme), None)
