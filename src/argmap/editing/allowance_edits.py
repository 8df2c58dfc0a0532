"""The edit that allows a finding in the data of the line where it is."""

from __future__ import annotations

from argmap.data import NO_DATA, Data, FrozenDict, Value
from argmap.data.blocks import block_source, data_locations
from argmap.data.yaml_writer import flow_yaml
from argmap.editing.names.name_index import NameIndex
from argmap.editing.rereading import Sayings, by_order, debate_after, sayings
from argmap.editing.stated_lines import StatedLine, line_at
from argmap.editing.yaml_insertion import key_edit
from argmap.model import Debate
from argmap.syntax import Kind
from argmap.text import CODES, Edit, Span
from argmap.text.given_values import check_words
from argmap.text.nearest import nearest

_ALLOW = "allow"


def allow(names: NameIndex, code: str, offset: int, path: str | None = None) -> tuple[Edit, ...]:
    """Return the edits that allow findings of a code on a line, in the data of that line.

    Raises:
        LookupError: there is no such code, or no line that states something at the offset.
        ValueError: it is allowed already, or cannot be written there.
    """
    check_words("a code", code)
    if code not in CODES:
        near = nearest(code, CODES)
        raise LookupError(f"there is no code {code!r}" + (f"; did you mean {near!r}?" if near else ""))
    line = line_at(names, offset, path)
    edit = _edit(names, line, code)
    later = debate_after(names, [edit])
    if _but_for_data(names.debate) != _but_for_data(later) or _count(later, code) != (
        _count(names.debate, code) + 1
    ):
        raise ValueError(f"that {code} is allowed cannot be written here")
    return names.outer([edit])


def _edit(names: NameIndex, line: StatedLine, code: str) -> Edit:
    shift, path, text = line.block.block.start, line.block.page.path, line.text
    codes: Value = (code,)
    if line.line.data:
        start, end = (place + shift for place in line.line.data[-1])
        block_form = names.reading.settings.data.switch_to_block_format_if_multiline
        inside = data_locations(text[start:end], block_form=block_form)
        locations = {its_path: pair.shifted(start, path) for its_path, pair in inside.items()}
        if (_ALLOW,) in locations:
            return _one_more(text, locations[_ALLOW,].value, code)
        is_block = block_form and block_source(text[start:end]) is not None
        return key_edit(text, Span(start, end, path), locations, (), _ALLOW, codes, is_block=is_block)
    written = flow_yaml(FrozenDict({_ALLOW: codes}))
    if line.line.kind is not Kind.INFERENCE:
        return Edit(Span(line.end, line.end, path), f" {written}")
    if line.line.rules:
        end = line.line.rules[-1][1] + shift
        return Edit(Span(end, end, path), f" {written}")
    return Edit(Span(line.start, line.end, path), f"-- {written} --")


def _one_more(text: str, place: Span, code: str) -> Edit:
    """Return the edit that adds a code to those already allowed: a list, or a single code."""
    written = text[place.start : place.end]
    if code in written:
        raise ValueError(f"{code} is allowed here already")
    if written.endswith("]"):
        before = written[:-1].rstrip()
        at = place.start + len(before)
        return Edit(Span(at, at, place.path), f"{'' if before.endswith(('[', ',')) else ','} {code}".lstrip())
    if "\n" in written:
        raise ValueError("the codes that are allowed here are not written in one line")
    return Edit(place, f"[{written}, {code}]")


def _but_for_data(debate: Debate) -> tuple[object, ...]:
    """Return what a debate says, leaving out the data of elements and inferences."""
    whole: Sayings = sayings(debate, by_order(debate))
    elements = {
        place: (texts, tags, sources, steps)
        for place, (texts, tags, _, sources, (steps, *_)) in (
            (place, _parts(parts)) for place, parts in whole.elements.items()
        )
    }
    return whole.titles, elements, whole.sections, whole.relations, whole.rest


def _parts(parts: object) -> tuple[object, object, object, object, tuple[object, ...]]:
    assert isinstance(parts, tuple), "what is said of an element is a tuple"
    texts, tags, data, sources, structure = parts
    return texts, tags, data, sources, structure or ((),)


def _count(debate: Debate, code: str) -> int:
    """Return how often a code is allowed."""
    places: list[Data] = [each.data or NO_DATA for element in debate for each in element.statements]
    places += [step.data for argument in debate.arguments.values() for step in argument.inferences]
    return sum(code in _codes(data.get(_ALLOW)) for data in places)


def _codes(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)
