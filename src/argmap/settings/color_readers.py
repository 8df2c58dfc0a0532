"""Readers of colours, of schemes of them, and of places in a scheme."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from argmap.settings.color_names import color_names, color_schemes, read_color
from argmap.settings.composed_readers import ComposedReader, Inner, as_mapping, table, unknown_among
from argmap.settings.problems import OddColor, Unusable
from argmap.settings.readers import Reader, any_mapping, anything, name_or_list, text


def color(*others: str) -> ComposedReader:
    """Return a reader of a text that is a colour, or one of some other words."""

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        if value not in others:
            yield (), _known_color, value

    return ComposedReader(text, inner, text)


def scheme_or_colors() -> ComposedReader:
    """Return a reader of the name of a scheme, or of a list of colours."""

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        if isinstance(value, list | tuple):
            yield from (((place,), _known_color, item) for place, item in enumerate(value))
        else:
            yield (), _known_scheme, value

    return ComposedReader(name_or_list, inner, name_or_list)


def colors_of_tags() -> ComposedReader:
    """Return a reader of the colours of tags, some of them with a priority."""
    with_priority = table(color=_known_color, priority=anything)

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        for tag, item in as_mapping(value).items():
            yield (str(tag),), with_priority if isinstance(item, Mapping) else _known_color, item

    return ComposedReader(any_mapping, inner)


def colors_from(scheme: str, default: str | tuple[str, ...], *, keys: Collection[str] = ()) -> ComposedReader:
    """Return a reader of colours by names: each a colour, or its place in a scheme.

    `scheme` is the setting beside it that has the scheme, `default` what that is if it is not given.
    Without `keys` the names are an author's.
    """

    def inner(value: object, around: Mapping[str, object]) -> Iterator[Inner]:
        in_scheme = _color_in(_length(around.get(scheme), default))
        for key, item in as_mapping(value).items():
            if keys and key not in keys:
                yield (str(key),), unknown_among(keys), item
            if isinstance(item, Mapping):
                yield (str(key), "color"), in_scheme, item.get("color")
            else:
                yield (str(key),), in_scheme, item

    return ComposedReader(any_mapping, inner)


def _color_in(length: int) -> Reader:
    def read(value: object) -> None:
        if isinstance(value, int) and not isinstance(value, bool) and not 0 <= value < length:
            raise Unusable(f"a colour, or its place in the scheme: 0 to {length - 1}")
        _known_color(value)

    return read


def _length(scheme: object, default: str | tuple[str, ...]) -> int:
    colors = scheme if isinstance(scheme, str | list | tuple) else default
    schemes = color_schemes()
    return len(schemes.get(colors, schemes["default"]) if isinstance(colors, str) else colors)


def _known_color(value: object) -> None:
    if isinstance(value, str) and read_color(value) is None:
        raise OddColor(color_names())


def _known_scheme(value: object) -> None:
    if isinstance(value, str) and value not in color_schemes():
        raise OddColor(color_schemes())
