"""What tools answer, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.mcp.parameters import Json

TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
SWITCH: Json = {"type": "boolean"}
MEASURE: Json = {"type": "number"}
TEXTS: Json = {"type": "array", "items": TEXT}
_OF_ALL: Mapping[str, Json] = {
    "?notes": {**TEXTS, "description": "What else is worth knowing about the text or the answer."},
    "?cut": {**TEXTS, "description": "What was left out because the answer would be too long."},
}


def shape(fields: Mapping[str, Json]) -> Json:
    """Return the schema of a mapping; a key that begins with `?` may be missing.

    >>> shape({"name": TEXT, "?line": NUMBER})["required"]
    ['name']
    """
    return {
        "type": "object",
        "properties": {name.removeprefix("?"): schema for name, schema in fields.items()},
        "required": [name for name in fields if not name.startswith("?")],
        "additionalProperties": False,
    }


def answer_shape(fields: Mapping[str, Json]) -> Json:
    """Return the schema of an answer, which may also have notes, and say what was left out."""
    return shape({**fields, **_OF_ALL})


def list_of(fields: Mapping[str, Json]) -> Json:
    """Return the schema of a list of mappings."""
    return {"type": "array", "items": shape(fields)}
