"""What an export of Argdown's own tools leaves out, worked out from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.data import Data, FrozenDict, Value
from argmap.model import Debate, Origin, Relation, Scheme, Source
from argmap.model.schemes.scheme_names import known_scheme, scheme_called
from argmap.model.sources.source_values import source_of
from argmap.model.stating.derived_relations import derived_relations


def sources_in(data: Data) -> tuple[Source, ...]:
    """Return the sources that data name."""
    said = data.get("source")
    found = said if isinstance(said, tuple) else () if said is None else (said,)
    return tuple(source_of(one) for one in found)


def guessed_evidence(data: Data) -> dict[str, Any]:
    """Return the fields of a piece of evidence that follow from its data."""
    return {
        "sources": sources_in(data),
        "kind": _text(data.get("kind")),
        "quote": _text(data.get("quote")),
        "locator": _text(data.get("locator")),
        "reliability": _share(data.get("reliability")),
    }


def guessed_step(data: Data, rules: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of an inference that follow from its data and rules."""
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


def inferred_relations(debate: Debate) -> Iterator[Relation]:
    """Yield supports from premises to their argument and from that to its conclusion, if not written."""
    known = {(relation.kind, relation.source, relation.target) for relation in debate.relations}
    for key in derived_relations(debate):
        if key not in known:
            known.add(key)
            yield Relation(*key, Origin.DERIVED)
