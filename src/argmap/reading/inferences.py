"""The inferences of an argument: which statements each of them uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.data import NO_DATA, FrozenDict, Value
from argmap.model import Inference, Scheme, Statement
from argmap.model.premises import (
    Labels,
    PremiseNames,
    counted_names,
    labels_of,
    near_name,
    premise_names,
    steps_of,
)
from argmap.named_tuples import NamedTuple
from argmap.reading.bibliography import Library
from argmap.reading.builders import ElementBuilder
from argmap.reading.data_places import DataPlaces
from argmap.reading.schemes import OwnSchemes
from argmap.text import Diagnostic, diagnose


def inferences_of(
    entry: ElementBuilder, library: Library, schemes: OwnSchemes, diagnostics: list[Diagnostic]
) -> tuple[Inference, ...]:
    """Return an argument's inferences in order; what `uses` names wrongly is left out."""
    if not entry.inferences:
        return ()
    found: list[Inference] = []
    structure = _StepNames(
        entry, [inference.conclusion_index for inference in entry.inferences], labels_of(entry.markers)
    )
    for index, step in enumerate(entry.inferences):
        names = structure.names(index)
        if names and None in names.steps:
            diagnostics += structure.misnamed(index, names, library.places)
        found.append(
            Inference(
                entry.title,
                index,
                tuple(entry.steps[place][0] for place in structure.premises(index, names)),
                entry.steps[step.conclusion_index][0],
                step.conclusion_index,
                tuple(step.rules),
                scheme_of(step.data, step.rules, schemes),
                library.text(step.data, "warrant"),
                library.text(step.data, "qualifier"),
                library.share(step.data, "strength", step),
                structure.data(index, names),
                step.span,
            )
        )
    return tuple(found)


class _StepNames(NamedTuple):
    """An argument that is being read, the places of its conclusions, and those of labelled statements."""

    entry: ElementBuilder
    conclusions: list[int]
    labels: Labels

    def names(self, index: int) -> PremiseNames | None:
        """Return what an inference, or its conclusion, says of its premises."""
        return premise_names(
            self.entry.inferences[index].data,
            self._conclusion(index).data,
            index=index,
            conclusions=self.conclusions,
            labels=self.labels,
        )

    def premises(self, index: int, names: PremiseNames | None) -> list[int]:
        """Return the places of the premises of an inference, of which its data say this."""
        return steps_of(names, index=index, conclusions=self.conclusions)

    def data(self, index: int, names: PremiseNames | None) -> FrozenDict[str, Value]:
        """Return the data of an inference, which name premises as they are counted.

        What is written is not kept with a debate, so `P3` says in data which premise it is and not how an
        author labelled it.
        """
        data = self.entry.inferences[index].data
        if names and self.labels:
            steps = self.conclusions[index]
            counted = counted_names(names, steps=steps, conclusions=self.conclusions, labels=self.labels)
            if counted != names.names:
                return FrozenDict({**data, names.key: counted if names.is_list else counted[0]})
        return FrozenDict(data) if data else NO_DATA

    def misnamed(self, index: int, names: PremiseNames, places: DataPlaces) -> Iterator[Diagnostic]:
        """Yield what names no step above the conclusion."""
        where = self._conclusion(index) if names.is_at_conclusion else self.entry.inferences[index]
        steps = self.conclusions[index]
        for place, name in enumerate(names.names):
            if names.steps[place] is None:
                path = (names.key, place) if names.is_list else (names.key,)
                span = places.value(where, *path) or places.key(where, names.key)
                near = near_name(
                    name,
                    steps=steps,
                    conclusions=self.conclusions,
                    labels=self.labels,
                    titles=[ref.title for ref, _ in self.entry.steps[:_MOST_TITLES]],
                )
                hint = f"did you mean `{near}`?" if near else _COUNT
                yield diagnose("R215", span, str(name), hint)

    def _conclusion(self, index: int) -> Statement:
        return self.entry.steps[self.conclusions[index]][1]


_MOST_TITLES = 200
_COUNT = "count the statements of this structure from 1, or use their labels as they are written"


def scheme_of(data: Mapping[str, Value], rules: Iterable[str], schemes: OwnSchemes) -> Scheme | None:
    """Return the scheme that an inference's data name, or one of its rules."""
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        return schemes.called(name)
    found = (schemes.known(rule) for rule in rules)
    return next((scheme for scheme in found if scheme), None)
