"""A debate whose arguments are taken apart, as its text has them: whole."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from argmap.data import Data, FrozenDict
from argmap.model import Debate, InferenceRef, Ref
from argmap.reading.explode import explode
from argmap.writing.printing import print_script
from argmap.writing.writer import debate_in, script_that_says

_SETTING = "explodeArguments"


def takes_arguments_apart(metadata: Data) -> bool:
    """Return whether metadata let arguments of several inferences become several arguments."""
    model = metadata.get("model")
    return isinstance(model, FrozenDict) and bool(model.get(_SETTING))


def without_taking_apart(metadata: Data) -> Data:
    """Return metadata that let arguments be whole, and are the same for the rest."""
    model = metadata.get("model")
    if not isinstance(model, FrozenDict):
        return metadata
    # Not without the setting: it has to keep its place among the others.
    return FrozenDict({**metadata, "model": FrozenDict({**model, _SETTING: False})})


def taking_apart(metadata: Data) -> Data:
    """Return metadata that let arguments of several inferences become several arguments."""
    model = metadata.get("model")
    settings = dict(model) if isinstance(model, FrozenDict) else {}
    return FrozenDict({**metadata, "model": FrozenDict({**settings, _SETTING: True})})


@frozen
class Parts:
    """What became of arguments and inferences when arguments were taken apart.

    `wholes` has what each part and each of its inferences is a part of, `last` the last parts.
    """

    wholes: Mapping[Ref, Ref] = FrozenDict()
    last: frozenset[Ref] = frozenset()


def whole_arguments(debate: Debate) -> tuple[Debate, Parts]:
    """Return a debate as it is when no argument is taken apart, and what the parts were."""
    script = script_that_says(debate)
    whole = debate_in(print_script(script.nodes, without_taking_apart(script.metadata)))
    wholes: dict[Ref, Ref] = {}
    last: set[Ref] = set()
    parts = iter(explode(whole).arguments.values())
    for argument in whole.arguments.values():
        count = len(argument.inferences)
        if count < 2:
            next(parts)
            continue
        for index in range(count):
            part = next(parts)
            wholes[part.ref] = argument.ref
            wholes[InferenceRef(part.title, 0)] = InferenceRef(argument.title, index)
        last.add(part.ref)
    return whole, Parts(FrozenDict(wholes), frozenset(last))
