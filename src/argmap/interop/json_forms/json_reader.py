"""Reading JSON of a known shape; errors have the place of what is of another shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeVar

from attrs import Factory, field, frozen

from argmap.data.locations import Path
from argmap.interop.conversion.format_error import FormatError
from argmap.interop.json_forms.json_places import JsonPlaces
from argmap.text import Span, diagnose

T = TypeVar("T")


@frozen
class JsonValue:
    """A value in a JSON text, with the path of names that leads to it."""

    text: str
    value: object
    path: Path = ()
    places: JsonPlaces = field(
        default=Factory(lambda self: JsonPlaces(self.text), takes_self=True), eq=False, repr=False
    )

    @classmethod
    def of(cls, text: str) -> JsonValue:
        """Return all that a JSON text contains.

        Raises:
            FormatError: it is not JSON.
        """
        try:
            return cls(text, json.loads(text))
        except json.JSONDecodeError as error:
            why = error.msg[:1].lower() + error.msg[1:]
            raise FormatError(text, diagnose("I401", Span(error.pos, error.pos), why)) from None
        except RecursionError:
            raise FormatError(text, diagnose("I401", Span(0, 0), "it is nested too deeply")) from None
        except ValueError:
            # Python refuses to read numbers of thousands of digits.
            raise FormatError(text, diagnose("I401", Span(0, 0), "a number in it is too large")) from None

    def __getitem__(self, name: str) -> JsonValue:
        """Return what is under a name, None if nothing is."""
        return JsonValue(self.text, self._mapping().get(name), (*self.path, name), self.places)

    def __contains__(self, name: object) -> bool:
        return isinstance(self.value, dict) and name in self.value

    def items(self) -> Iterator[tuple[str, JsonValue]]:
        """Yield the entries of a mapping."""
        for name in self._mapping():
            yield name, self[name]

    def each(self) -> Iterator[JsonValue]:
        """Yield the items of a list."""
        if self.value is None:
            return
        for number, item in enumerate(self._of(list, "a list")):
            yield JsonValue(self.text, item, (*self.path, number), self.places)

    def names(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(one.name() for one in self.each())

    def name(self) -> str:
        """Return a text."""
        return self._of(str, "a text")

    def maybe(self) -> str | None:
        """Return a text, None if there is none."""
        return None if self.value is None else self.name()

    def number(self) -> int:
        """Return a whole number."""
        if isinstance(self.value, bool):
            raise self.wrong("must be a number")
        return self._of(int, "a number")

    def flag(self) -> bool:
        """Return whether it is true."""
        return self.value is True

    def mapping(self) -> dict[str, object]:
        """Return a mapping as it is, an empty one if there is none."""
        return self._mapping()

    def _mapping(self) -> dict[str, object]:
        return {} if self.value is None else self._of(dict, "a mapping")

    def _of(self, kind: type[T], words: str) -> T:
        if not isinstance(self.value, kind):
            raise self.wrong(f"must be {words}, not {str(self.value)[:50]!r}")
        return self.value

    @property
    def span(self) -> Span | None:
        """Where it is in the text; None if it is the whole text."""
        place = self.places.of(self.path)
        return place.value if place else None

    def wrong(self, why: str, *, code: str = "I402") -> FormatError:
        """Return the error that something is wrong with this value."""
        place = self.places.of(self.path)
        name = ".".join(part for part in self.path if isinstance(part, str)) or "this"
        return FormatError(self.text, diagnose(code, place.key if place else Span(0, 0), name[:200], why))
