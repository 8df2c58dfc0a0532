"""Data blocks and frontmatter: YAML in a document, with problems at their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.model import FrozenDict, Value
from argmap.reading.locations import Locations
from argmap.reading.yaml_locations import yaml_locations
from argmap.reading.yaml_values import YamlProblem, read_yaml

_BLOCK_FORM = re.compile(r"\{[ \t]*\r?\n|\{[ \t]*\r")


def read_data(
    text: str, *, block_form: bool = True
) -> tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]:
    """Return the mapping that stands in braces, None if there is none, and what is wrong with it.

    With a line break behind the opening brace the text is block YAML, unless it is a flow mapping over
    several lines, whose entries end with commas.

    >>> read_data("{uses: [1, 2]}")[0]
    FrozenDict({'uses': (1, 2)})
    """
    inner = block_source(text) if block_form else None
    if inner is not None:
        start = len(text) - 1 - len(inner)
        value, problems = read_yaml(inner)
        problems = tuple(
            problem._replace(offset=problem.offset + start, first=tuple(one + start for one in problem.first))
            for problem in problems
        )
    else:
        value, problems = read_yaml(text)
    data, problems = _mapping(value, problems)
    if data:
        problems = (*problems, *_slips(text, data, block_form=inner is not None))
    return data, problems


def block_source(text: str) -> str | None:
    """Return what stands in braces if that is block YAML, None if it is a flow mapping."""
    found = _BLOCK_FORM.match(text)
    return text[found.end() : -1] if found and not _is_flow(text[found.end() : -1]) else None


# Keys that are true or false, and what other languages write for that.
_FLAGS = frozenset({"isInMap", "isGroup", "isClosed", "isInGroup", "isCanonical"})
TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "on"), "true"),
    **dict.fromkeys(("false", "no", "n", "off"), "false"),
}
_COLON = re.compile(r"\s*:")


def data_locations(text: str, *, block_form: bool = True) -> Locations:
    """Return where the keys and values in braces are, as `read_data` reads them."""
    inner = block_source(text) if block_form else None
    if inner is None:
        return yaml_locations(text)
    start = len(text) - 1 - len(inner)
    return {path: pair.shifted(start) for path, pair in yaml_locations(inner).items()}


def _slips(text: str, data: FrozenDict[str, Value], *, block_form: bool) -> Iterator[YamlProblem]:
    """Yield keys without a value, and texts that were meant as true or false."""
    flags = [key for key in sorted(_FLAGS.intersection(data)) if isinstance(data[key], str)]
    if not flags and None not in data.values():
        return
    locations = data_locations(text, block_form=block_form)
    for path, (key, _) in locations.items():
        if len(path) == 1 and data[str(path[0])] is None and not _COLON.match(text, key.end):
            yield YamlProblem("R236", key.start, (str(path[0]),), length=key.end - key.start)
            break
    for name in flags:
        said = str(data[name])
        if pair := locations.get((name,)):
            meant = TRUTHS.get(said.casefold(), "true` or `false")
            yield YamlProblem(
                "R238", pair.value.start, (said, meant), length=pair.value.end - pair.value.start
            )


def read_frontmatter(text: str) -> tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]:
    """Return the mapping that a document begins with, None if there is none, and what is wrong with it."""
    value, problems = read_yaml(text)
    return _mapping(value, problems)


def _is_flow(inner: str) -> bool:
    """Return whether lines look like the inside of a flow mapping: all but the last end with `,` or open."""
    lines = [line.strip() for line in inner.splitlines() if line.strip()]
    return len(lines) > 1 and all(line[-1] in ",{[" or line[0] in "}]" for line in lines[:-1])


def _mapping(
    value: Value, problems: tuple[YamlProblem, ...]
) -> tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]:
    if isinstance(value, FrozenDict):
        return (value or None), problems
    if value is not None:
        kind = (
            "a list" if isinstance(value, tuple) else "a text" if isinstance(value, str) else "a single value"
        )
        problems = (*problems, YamlProblem("R202", 0, (kind,)))
    return None, problems
