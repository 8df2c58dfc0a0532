"""A debate with a line for each thing that it says, for programs that compare lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.comparing.forms.change_words import name_of, relation_name
from argmap.data import Data, FrozenDict, Value
from argmap.data.yaml_writer import flow_yaml
from argmap.model import Argument, Debate, Element, Evidence, InferenceRef, Ref, Relation, Section
from argmap.model.reference import TagRef
from argmap.model.stated import canonical
from argmap.text.visible import visible_line


def normal_form(debate: Debate) -> str:
    r"""Return a debate with one line for each element, step and relation, sorted within sections.

    Layout, comments and the order in a section make no difference; what has no title is named by its text.

    >>> import argmap
    >>> print(normal_form(argmap.parse("[B]: b\n  + <A>: a\n\n[A]:   Two\n  lines. #x").debate))
    argument <A>: a
    claim [A]: Two lines. #x
    claim [B]: b
    relation <A> +> [B]
    <BLANKLINE>
    """
    lines: defaultdict[str | None, list[str]] = defaultdict(list)
    for element in debate:
        lines[_section(element)] += _of_element(debate, element)
    for relation in debate.relations:
        if not relation.is_derived:
            lines[_section(debate[_element(relation)])].append(_of_relation(debate, relation))
    parts = [sorted(_of_the_whole(debate)), sorted(lines[None])]
    parts += [[_heading(section), *sorted(lines[section.id])] for section in debate.sections]
    return "\n".join("".join(f"{visible_line(line)}\n" for line in part) for part in parts if part)


def _element(relation: Relation) -> Ref:
    ref = relation.source
    return ref if not isinstance(ref, InferenceRef) else relation.target


def _section(element: object) -> str | None:
    if not isinstance(element, Element):
        return None
    is_placed = any(not place.is_reference for place in element.places) or isinstance(element, Argument)
    return element.section if is_placed else None


def _of_element(debate: Debate, element: Element) -> Iterator[str]:
    wordings = dict.fromkeys(" ".join(place.text.split()) for place in element.places if place.text)
    chosen = canonical(element.places)
    text = " ".join((chosen.text or "").split()) if chosen else ""
    name = "" if element.is_untitled else f" {element.ref}"
    said = f": {text}" if text else ""
    yield f"{element.ref.kind}{name}{said}{_tags(element.tags, text)}{_data(_all_data(element))}"
    for wording in wordings:
        if wording != text:
            yield f"{element.ref.kind} {name_of(element)} also: {wording}"
    if isinstance(element, Argument):
        yield from _of_steps(debate, element)


def _of_steps(debate: Debate, argument: Argument) -> Iterator[str]:
    conclusions = {inference.conclusion_index: inference for inference in argument.inferences}
    width = len(str(len(argument.steps)))
    name = f"argument {name_of(argument)}"
    for place, ref in enumerate(argument.step_refs):
        number = f"({place + 1})".rjust(width + 2)
        if (inference := conclusions.get(place)) is not None:
            rules = ", ".join(inference.rules)
            yield f"{name} {number} -- {rules}{_data(inference.data)}".rstrip()
        yield f"{name} {number} {name_of(debate[ref])}"


def _of_relation(debate: Debate, relation: Relation) -> str:
    return f"relation {relation_name(relation, debate)}{_data(relation.data)}"


def _all_data(element: Element) -> Data:
    fields = ("kind", "quote", "locator", "reliability") if isinstance(element, Evidence) else ()
    told = {name: value for name in fields if (value := getattr(element, name)) is not None}
    return FrozenDict({**element.data, **told})


def _tags(tags: Iterable[str], text: str) -> str:
    return "".join(f" {tag}" for tag in sorted(str(TagRef(tag)) for tag in tags) if tag not in text)


def _data(data: Data) -> str:
    return f" {flow_yaml(FrozenDict(sorted(data.items())))}" if data else ""


def _heading(section: Section) -> str:
    title = " ".join(section.title.split())
    return f"{'#' * section.level} {title}{_tags(section.tags, title)}{_data(section.data)}"


def _of_the_whole(debate: Debate) -> Iterator[str]:
    for key, value in debate.metadata.items():
        if key == "sources" and isinstance(value, FrozenDict):
            yield from (f"source {name}: {_flow(source)}" for name, source in value.items())
        else:
            yield f"setting {key}: {_flow(value)}"


def _flow(value: Value) -> str:
    return flow_yaml(FrozenDict({"value": value})).removeprefix("{value: ").removesuffix("}")
