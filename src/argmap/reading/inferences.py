"""The inferences of an argument: which statements each of them uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.data import FrozenDict, Value
from argmap.model import Inference, Scheme
from argmap.model.premises import premise_names, premise_steps
from argmap.reading.bibliography import Library
from argmap.reading.builders import ElementBuilder
from argmap.reading.data_places import DataPlaces
from argmap.reading.schemes import OwnSchemes
from argmap.text import Diagnostic, diagnose


def inferences_of(
    entry: ElementBuilder, library: Library, schemes: OwnSchemes, diagnostics: list[Diagnostic]
) -> tuple[Inference, ...]:
    """Return an argument's inferences in order; wrong positions in `uses` are left out."""
    found: list[Inference] = []
    conclusions = [inference.conclusion_index for inference in entry.inferences]
    for index, step in enumerate(entry.inferences):
        conclusion = entry.steps[step.conclusion_index][1]
        used = premise_steps(step.data, conclusion.data, index=index, conclusions=conclusions)
        _report_misnamed(entry, index, conclusions, library.places, diagnostics)
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
    return tuple(found)


def _report_misnamed(
    entry: ElementBuilder,
    index: int,
    conclusions: list[int],
    places: DataPlaces,
    diagnostics: list[Diagnostic],
) -> None:
    step = entry.inferences[index]
    conclusion = entry.steps[step.conclusion_index][1]
    said = premise_names(step.data, conclusion.data, index=index, conclusions=conclusions)
    for place, name in enumerate(said.names if said else ()):
        if said and said.steps[place] is None:
            where = conclusion if said.is_at_conclusion else step
            path = (said.key, place) if said.is_list else (said.key,)
            span = places.value(where, *path) or places.key(where, said.key)
            diagnostics.append(diagnose("R215", span, str(name)))


def scheme_of(data: Mapping[str, Value], rules: Iterable[str], schemes: OwnSchemes) -> Scheme | None:
    """Return the scheme that an inference's data name, or one of its rules."""
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        return schemes.called(name)
    found = (schemes.known(rule) for rule in rules)
    return next((scheme for scheme in found if scheme), None)
