"""Arguments that were taken apart, whole again, as the text has them that is read with that setting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from argmap.data import FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Debate,
    Inference,
    InferenceRef,
    PropositionRef,
    Ref,
    Relation,
    Statement,
)
from argmap.model.stating.derived_relations import derived_relations

_PART = re.compile(r"(.+) - ([0-9]+)(?: \([0-9]+\))?")


def rejoined(debate: Debate) -> Debate:
    """Return a debate in which the parts of arguments that were taken apart are one argument each."""
    derived = set(derived_relations(debate))
    written = [
        relation
        for relation in debate.relations
        if (relation.kind, relation.source, relation.target) not in derived
    ]
    named: set[Ref] = {end for relation in written for end in (relation.source, relation.target)}
    groups = [
        (title, parts)
        for title, parts in _groups(debate.arguments.values())
        # What an argument has to do with others, its last part has.
        if title not in debate.arguments and named.isdisjoint(part.ref for part in parts[:-1])
    ]
    if not groups:
        return debate
    moved: dict[Ref, Ref] = {}
    joined: dict[str, Argument] = {}
    for title, parts in groups:
        joined[parts[0].title] = _joined(title, parts)
        moved[parts[-1].ref] = ArgumentRef(title)
        moved.update((InferenceRef(part.title, 0), InferenceRef(title, at)) for at, part in enumerate(parts))
    gone = {part.title for _, parts in groups for part in parts[1:]}
    arguments = (
        joined.get(title, argument) for title, argument in debate.arguments.items() if title not in gone
    )
    return evolve(
        debate,
        arguments=FrozenDict({argument.title: argument for argument in arguments}),
        relations=tuple(_moved(written, moved)),
    )


def _groups(arguments: Iterable[Argument]) -> Iterator[tuple[str, list[Argument]]]:
    """Yield the parts of each argument that was taken apart: they are equal but for their structures."""
    title, parts = "", list[Argument]()
    for argument in arguments:
        match = _PART.fullmatch(argument.title)
        goes_on = match and parts and match[1] == title and _is_next(argument, parts[-1])
        if goes_on and match and int(match[2]) == len(parts) + 1:
            parts.append(argument)
            continue
        if len(parts) > 1:
            yield title, parts
        is_first = match is not None and match[2] == "1" and len(argument.inferences) == 1
        title, parts = (match[1], [argument]) if match and is_first else ("", [])
    if len(parts) > 1:
        yield title, parts


def _is_next(argument: Argument, before: Argument) -> bool:
    def rest(part: Argument) -> tuple[object, ...]:
        return part.descriptions, part.tags, part.data, part.sources, part.section, part.is_untitled

    return len(argument.inferences) == 1 and rest(argument) == rest(before)


def _joined(title: str, parts: list[Argument]) -> Argument:
    refs: list[PropositionRef] = []
    known: set[Ref] = set()
    steps: list[Statement] = []
    inferences: list[Inference] = []
    for index, part in enumerate(parts):
        (inference,) = part.inferences
        for place, (ref, step) in enumerate(zip(part.step_refs, part.steps, strict=True)):
            if place == inference.conclusion_index or ref not in known:
                refs.append(ref)
                known.add(ref)
                steps.append(evolve(step, argument=title))
        inferences.append(evolve(inference, argument=title, index=index, conclusion_index=len(refs) - 1))
    return evolve(
        parts[0], title=title, steps=tuple(steps), step_refs=tuple(refs), inferences=tuple(inferences)
    )


def _moved(relations: Iterable[Relation], moved: Mapping[Ref, Ref]) -> Iterator[Relation]:
    for relation in relations:
        yield evolve(
            relation,
            source=moved.get(relation.source, relation.source),
            target=moved.get(relation.target, relation.target),
        )
