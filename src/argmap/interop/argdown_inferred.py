"""What an export of Argdown's own tools does not say, worked out from what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.data import Data, FrozenDict, Value
from argmap.model import Debate, Origin, Relation, RelationKind, Scheme, Source
from argmap.model.schemes.scheme_names import known_scheme, scheme_called
from argmap.model.source_values import source_of


def sources_in(data: Data) -> tuple[Source, ...]:
    """Return the sources that data name."""
    said = data.get("source")
    found = said if isinstance(said, tuple) else () if said is None else (said,)
    return tuple(source_of(one) for one in found)


def guessed_evidence(data: Data) -> dict[str, Any]:
    """Return the fields of a piece of evidence that its data say."""
    return {
        "sources": sources_in(data),
        "kind": _text(data.get("kind")),
        "quote": _text(data.get("quote")),
        "locator": _text(data.get("locator")),
        "reliability": _share(data.get("reliability")),
    }


def guessed_step(data: Data, rules: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of an inference that its data and rules say."""
    name = data.get("scheme")
    if isinstance(name, str) and name.strip():
        scheme: Scheme | None = scheme_called(name)
    else:
        scheme = next((found for found in map(known_scheme, rules) if found), None)
    return {
        "scheme": scheme,
        "warrant": _text(data.get("warrant")),
        "qualifier": _text(data.get("qualifier")),
        "strength": _share(data.get("strength")),
    }


def _share(value: Value) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(str(value)) if is_number and 0 <= float(str(value)) <= 1 else None


def _text(value: Value) -> str | None:
    return None if value is None or isinstance(value, FrozenDict | tuple) else " ".join(str(value).split())


def derived_relations(debate: Debate) -> Iterator[Relation]:
    """Yield that premises support their argument and it its conclusion, where nobody wrote so."""
    known = {(one.kind, one.source, one.target) for one in debate.relations}
    for argument in debate.arguments.values():
        if not argument.inferences:
            continue
        conclusions = {one.conclusion_index for one in argument.inferences}
        premises = [ref for place, ref in enumerate(argument.step_refs) if place not in conclusions]
        last = argument.step_refs[argument.inferences[-1].conclusion_index]
        for source, target in (*((one, argument.ref) for one in premises), (argument.ref, last)):
            key = (RelationKind.SUPPORT, source, target)
            if key not in known:
                known.add(key)
                yield Relation(*key, Origin.DERIVED)
