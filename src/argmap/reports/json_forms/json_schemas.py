"""JSON Schema (draft 2020-12) of what argmap writes as JSON, made from its classes."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from attrs import Factory, define, fields, has

from argmap.data import FrozenDict
from argmap.interop.json_forms.fitting import field_types
from argmap.reports.json_forms.json_shapes import FORMS, SHAPES
from argmap.reports.json_forms.shape_kinds import EitherOf, Fields, ListOf, MappingOf, Shape
from argmap.settings.readers import argdown_name
from argmap.text import Span
from argmap.text.nearest import nearest

Json: TypeAlias = dict[str, Any]
SCHEMA_NAMES = tuple(FORMS)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TITLES = {
    "argdown-json": "A debate as JSON: Argdown's keys, and what only argmap knows under keys called argmap",
    "changes": "What changed, as `argmap diff --format json` writes it",
    "conversion": "What a conversion did, as `argmap convert --report json` writes it",
    "findings": "Findings, as `argmap check --format json` writes them",
    "proofs": "Which steps are valid, as `argmap prove --format json` writes it",
    "verdicts": "Verdicts, as `argmap evaluate --format json` writes them",
}
_PLAIN: Mapping[object, Json] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    None: {"type": "null"},
    type(None): {"type": "null"},
    Any: {},
    object: {},
}


def json_schema(name: str) -> Json:
    """Return the JSON Schema of a form, such as "argdown-json" or "findings".

    What only the next version adds is not in it: a key that it does not name is refused.

    >>> json_schema("findings")["type"]
    'array'

    Raises:
        LookupError: there is no such form; the message names the nearest.
    """
    if name not in FORMS:
        near = nearest(name, SCHEMA_NAMES)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(SCHEMA_NAMES)}"
        raise LookupError(f"there is no schema {name!r}; {hint}")
    definitions = _Definitions()
    whole = definitions.of(FORMS[name])
    return {"$schema": _DRAFT, "title": _TITLES[name], **whole, "$defs": dict(definitions.known)}


@define(eq=False)
class _Definitions:
    """What schemas of types refer to, by name."""

    known: dict[str, Json] = Factory(dict)

    def of(self, kind: Any) -> Json:
        """Return the schema of a type, or of a shape."""
        if isinstance(kind, Shape):
            return self.defined(kind.name, SHAPES[kind.name])
        if isinstance(kind, ListOf):
            return {"type": "array", "items": self.of(kind.kind)}
        if isinstance(kind, MappingOf):
            return {"type": "object", "additionalProperties": self.of(kind.kind)}
        if isinstance(kind, EitherOf):
            return {"anyOf": [self.of(each) for each in kind.kinds]}
        if kind in _PLAIN:
            return _PLAIN[kind]
        return self.of_generic(kind) if get_origin(kind) else self.of_class(kind)

    def of_generic(self, kind: Any) -> Json:
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in inner]}
        if origin in (tuple, list):
            return {"type": "array", "items": self.of(inner[0])}
        assert origin in (dict, FrozenDict), f"{kind} has no schema"
        return {"type": "object", "additionalProperties": self.of(inner[1])}

    def of_class(self, kind: Any) -> Json:
        """Return the schema of a class of the model as `exact_json` writes it."""
        if kind is Span:
            places = [{"type": "integer"}, {"type": "integer"}, {"type": "string"}]
            return _tagged("at", {"type": "array", "prefixItems": places, "minItems": 2, "maxItems": 3})
        if issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        if issubclass(kind, datetime.date):
            return {"type": "object"}
        names = [field.name for field in fields(kind)] if has(kind) else kind._fields
        written = {f"?{argdown_name(name)}": field_types(kind)[name] for name in names}
        return _tagged(kind.__name__, self.defined(kind.__name__, written))

    def defined(self, name: str, shape: Fields) -> Json:
        key = name.replace(" ", "-")
        if key not in self.known:
            self.known[key] = {}
            self.known[key] = self.mapping(shape)
        return {"$ref": f"#/$defs/{key}"}

    def mapping(self, shape: Fields) -> Json:
        return {
            "type": "object",
            "properties": {key.removeprefix("?"): self.of(kind) for key, kind in shape.items()},
            "required": [key for key in shape if not key.startswith("?")],
            "additionalProperties": False,
        }


def _tagged(name: str, value: Json) -> Json:
    return {
        "type": "object",
        "properties": {f"${name}": value},
        "required": [f"${name}"],
        "additionalProperties": False,
    }
