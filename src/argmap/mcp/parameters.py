"""What a tool is given: parameters with their types, as JSON Schema and as a reader of arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from argmap.mcp.refused_call import RefusedCallError
from argmap.text.counts import counted
from argmap.text.nearest import nearest

Json: TypeAlias = dict[str, Any]
Kind = Literal["text", "switch", "number", "texts", "anything"]

MOST_CHARACTERS = 2_000_000
_MOST_TEXTS = 100
_SCHEMAS: Mapping[Kind, Json] = {
    "text": {"type": "string"},
    "switch": {"type": "boolean"},
    "number": {"type": "integer"},
    "texts": {"type": "array", "items": {"type": "string"}, "maxItems": _MOST_TEXTS},
    "anything": {},
}
_WORDS: Mapping[Kind, str] = {
    "text": "a string",
    "switch": "true or false",
    "number": "a whole number",
    "texts": f"a list of at most {_MOST_TEXTS} strings",
    "anything": "anything",
}


def _choices(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen
class ToolParameter:
    """A parameter of a tool.

    `meaning` is what an assistant reads about it; `choices` are the only words that it may be, `least` and
    `most` the bounds of a number. What is left out has the `default`, unless it `is_required`.
    """

    name: str
    kind: Kind
    meaning: str
    default: object = None
    choices: tuple[str, ...] = field(default=(), converter=_choices)
    least: int = 0
    most: int = 1000
    is_required: bool = False

    @property
    def schema(self) -> Json:
        """The values that it may have, as JSON Schema."""
        schema = {**_SCHEMAS[self.kind], "description": self.meaning}
        if self.choices:
            schema["enum"] = list(self.choices)
        if self.kind == "number":
            schema |= {"minimum": self.least, "maximum": self.most}
        if self.default is not None:
            schema["default"] = self.default
        return schema

    def read(self, value: object) -> object:
        """Return the value that an argument stands for.

        Raises:
            RefusedCallError: it is none that the parameter may have.
        """
        if value is None:
            return self.default
        if not _is_of_kind(value, self.kind):
            raise RefusedCallError(f"`{self.name}` must be {_WORDS[self.kind]}")
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            raise RefusedCallError(
                f"`{self.name}` has {len(value)} characters; write at most {MOST_CHARACTERS}"
            )
        if self.choices and value not in self.choices:
            near = nearest(str(value), self.choices)
            hint = f"did you mean {near!r}?" if near else f"choose one of {', '.join(self.choices)}"
            raise RefusedCallError(f"`{self.name}` cannot be {str(value)[:50]!r}; {hint}")
        if self.kind == "number" and not self.least <= int(str(value)) <= self.most:
            raise RefusedCallError(f"`{self.name}` must be from {self.least} to {self.most}, not {value}")
        return value


def input_schema(parameters: Iterable[ToolParameter]) -> Json:
    """Return what a tool may be given, as JSON Schema.

    >>> input_schema([ToolParameter("about", "text", "What it is about.", is_required=True)])["required"]
    ['about']
    """
    known = tuple(parameters)
    return {
        "type": "object",
        "properties": {parameter.name: parameter.schema for parameter in known},
        "required": [parameter.name for parameter in known if parameter.is_required],
        "additionalProperties": False,
    }


def read_arguments(arguments: Mapping[str, object], parameters: Iterable[ToolParameter]) -> Json:
    """Return the values of all parameters, by name.

    >>> read_arguments({}, [ToolParameter("legend", "switch", "Whether to add a legend.", False)])
    {'legend': False}

    Raises:
        RefusedCallError: there is no such parameter, one is missing, or has a value that it cannot have.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in arguments:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
            raise RefusedCallError(f"there is no parameter `{name[:50]}`; {hint}")
    missing = [name for name in known if known[name].is_required and arguments.get(name) is None]
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        raise RefusedCallError(f"{counted(len(missing), 'parameter')} missing; give {names}")
    return {name: parameter.read(arguments.get(name)) for name, parameter in known.items()}


def _is_of_kind(value: object, kind: Kind) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "switch":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "texts":
            return (
                isinstance(value, list)
                and len(value) <= _MOST_TEXTS
                and all(isinstance(each, str) for each in value)
            )
        case "anything":
            return True
