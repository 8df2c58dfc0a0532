"""What structures name by number: the statements that `uses`, `from` and `roles` refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.data import FrozenDict, Value
from argmap.data.blocks import data_locations
from argmap.data.locations import Path
from argmap.editing.names.occurrence import Name, NameRef, Use
from argmap.model.premises import labels_of, premise_names
from argmap.named_tuples import NamedTuple
from argmap.reading.element_reader import BlockPlace, ElementReader
from argmap.syntax import Element, Kind


class _Line(NamedTuple):
    """A step or an inference line: itself, its data, and what its title names, if it has one."""

    line: Element
    data: Mapping[str, Value]
    ref: NameRef | None


def position_names(
    place: BlockPlace, lines: Iterable[tuple[Element, NameRef | None]], contents: ElementReader
) -> Iterator[Name]:
    """Yield the places at which data name titled statements of a structure by number.

    `lines` are the elements of a block with what their titles name. The block itself must begin the
    structure: one that began in the block before is numbered from there.
    """
    steps: list[_Line] = []
    conclusions: list[int] = []
    pending: _Line | None = None
    for element, ref in lines:
        line = _Line(element, _data(place, element, contents), ref)
        if element.kind is Kind.INFERENCE:
            pending = pending or line
        elif element.marker[:1] == "(" or (pending and not element.marker and not element.depth):
            steps.append(line)
            if pending:
                conclusions.append(len(steps) - 1)
                yield from _of_inference(place, pending, steps, conclusions, contents)
                pending = None
        elif not element.depth:
            steps, conclusions, pending = [], [], None


def _data(place: BlockPlace, element: Element, contents: ElementReader) -> Mapping[str, Value]:
    return (element.data and contents.data(place, element)) or FrozenDict()


def _of_inference(
    place: BlockPlace,
    inference: _Line,
    steps: list[_Line],
    conclusions: list[int],
    contents: ElementReader,
) -> Iterator[Name]:
    conclusion = steps[conclusions[-1]]
    if not (inference.data or conclusion.data):
        return
    said = premise_names(
        inference.data,
        conclusion.data,
        index=len(conclusions) - 1,
        conclusions=conclusions,
        labels=labels_of(step.line.marker for step in steps),
    )
    if said is not None:
        line = conclusion if said.is_at_conclusion else inference
        for number, step in enumerate(said.steps):
            path: Path = (said.key, number) if said.is_list else (said.key,)
            if step is not None:
                yield from _placed(place, line.line, path, steps[step], contents)
    for path, position in _roles(inference.data):
        if 0 < position < len(steps):
            yield from _placed(place, inference.line, path, steps[position - 1], contents)


def _roles(data: Mapping[str, Value]) -> Iterator[tuple[Path, int]]:
    """Yield the positions that the roles of premises name, with the path to each."""
    roles = data.get("roles")
    for role, value in roles.items() if isinstance(roles, FrozenDict) else ():
        is_list = isinstance(value, tuple)
        for number, position in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(position, int) and not isinstance(position, bool):
                yield ("roles", role, number) if is_list else ("roles", role), position


def _placed(
    place: BlockPlace, element: Element, path: Path, step: _Line, contents: ElementReader
) -> Iterator[Name]:
    if step.ref is None:
        return
    block_form = contents.settings.data.switch_to_block_format_if_multiline
    for start, end in reversed(element.data):
        written = place.page.text[place.block.start + start : place.block.start + end]
        pair = data_locations(written, block_form=block_form).get(path)
        if pair is not None:
            first, last = pair.value.start + start, pair.value.end + start
            yield Name(step.ref, Use.POSITION, first, last, first, last)
            return
