"""What changed in the structure of an argument, in words."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

from argmap.comparing.things_by_name import NamedDebate
from argmap.model import Argument, Inference, Role

# A statement of a structure: its name, and its role there.
_Step: TypeAlias = tuple[str, Role]


def step_changes(first: NamedDebate, second: NamedDebate, old: Argument, new: Argument) -> Iterator[str]:
    """Yield which statements of an argument are new, gone or in another place, and which inferences differ.

    Numbers are those of the new structure; of what is gone, those of the old one.
    """
    if not old.steps or not new.steps:
        yield "reconstructed" if new.steps else "no longer reconstructed"
        return
    before = [(first.names[ref], step.role) for ref, step in zip(old.step_refs, old.steps, strict=True)]
    after = [(second.names[ref], step.role) for ref, step in zip(new.step_refs, new.steps, strict=True)]
    yield from _statements(before, after)
    yield from _inferences(first, second, old, new, is_same=before == after)


def _statements(before: list[_Step], after: list[_Step]) -> Iterator[str]:
    names_before = [name for name, _ in before]
    places = {name: place for place, (name, _) in enumerate(before)}
    known = {name for name, _ in after}
    kept, replaced = _kept(before, after), _replaced(before, after)
    for place, (name, role) in enumerate(after):
        if name not in places:
            yield f"({place + 1}) {'replaced' if place in replaced else 'added'}"
        elif place not in kept:
            was = places[name]
            is_other_role = before[was][1] is not role
            yield f"({place + 1}) was ({was + 1})" + (f", a {before[was][1].value}" if is_other_role else "")
        elif places[name] != place and names_before.count(name) == 1:
            yield f"({place + 1}) was ({places[name] + 1})"
    for place, (name, _) in enumerate(before):
        if name not in known and place not in replaced:
            yield f"({place + 1}) removed"


def _kept(before: list[_Step], after: list[_Step]) -> set[int]:
    """Return the new places of statements whose order has not changed."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {low + shift for _, low, size in matcher.get_matching_blocks() for shift in range(size)}


def _replaced(before: list[_Step], after: list[_Step]) -> set[int]:
    """Return the places at which a new statement is in the role of one that is gone."""
    names_before, names_after = {name for name, _ in before}, {name for name, _ in after}
    return {
        place
        for place, (was, now) in enumerate(zip(before, after, strict=False))
        if was[0] not in names_after and now[0] not in names_before and was[1] is now[1]
    }


def _inferences(
    first: NamedDebate, second: NamedDebate, old: Argument, new: Argument, *, is_same: bool
) -> Iterator[str]:
    pairs = zip(old.inferences, new.inferences, strict=False)
    for number, (before, after) in enumerate(pairs, start=1):
        differs = is_same and _used(first, before) != _used(second, after)
        words = ["uses other premises"] if differs else []
        words += _of_inference(before, after)
        if words:
            yield f"inference {number}: {', '.join(words)}"
    for number in range(len(old.inferences) + 1, len(new.inferences) + 1):
        yield f"inference {number} added"
    for number in range(len(new.inferences) + 1, len(old.inferences) + 1):
        yield f"inference {number} removed"


def _of_inference(old: Inference, new: Inference) -> Iterator[str]:
    if old.rules != new.rules:
        yield f"rule was {_listed(old.rules)}, is {_listed(new.rules)}"
    schemes = [each.scheme.name if each.scheme else "none" for each in (old, new)]
    if schemes[0] != schemes[1]:
        yield f"scheme was {schemes[0]}, is {schemes[1]}"
    for name in ("warrant", "qualifier", "strength"):
        values = getattr(old, name), getattr(new, name)
        if values[0] != values[1]:
            yield f"{name} was {_value_words(values[0])}, is {_value_words(values[1])}"


def _used(named: NamedDebate, inference: Inference) -> list[str]:
    return [named.names[ref] for ref in inference.premises]


def _listed(rules: tuple[str, ...]) -> str:
    return "; ".join(rules) or "none"


def _value_words(value: object) -> str:
    return "none" if value is None else f"{value}"
