"""Data blocks and frontmatter: YAML in a document, with problems at their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.data import FrozenDict, Value
from argmap.data.known_keys import FLAGS
from argmap.data.locations import Locations, Pair, Path, quoted
from argmap.data.short_blocks import read_short_block
from argmap.data.short_mappings import read_short_mapping
from argmap.data.yaml_problems import YamlProblem
from argmap.text import Fix, Span
from argmap.text.similar_characters import CURLY

_BLOCK_FORM = re.compile(r"\{[ \t]*\r?\n|\{[ \t]*\r")


def read_data(
    text: str, *, block_form: bool = True
) -> tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]:
    """Return the mapping in braces, None if there is none, and what is wrong with it.

    With a line break behind the opening brace the text is block YAML, unless it is a flow mapping over
    several lines, whose entries end with commas.

    >>> read_data("{uses: [1, 2]}")[0]
    FrozenDict({'uses': (1, 2)})
    """
    problems: tuple[YamlProblem, ...] = ()
    # Most data are a few words on one line, for which a parser of YAML takes several times as long.
    value: Value = read_short_mapping(text)
    inner = block_source(text) if block_form and value is None else None
    if inner is not None:
        start = len(text) - 1 - len(inner)
        value, problems = _read_block(inner)
        problems = tuple(problem.shifted(start) for problem in problems)
    elif value is None:
        value, problems = _read_yaml(text)
    data, problems = _mapping(value, problems)
    if data:
        problems = (*problems, *_slips(text, data, block_form=inner is not None))
    return data, problems


def block_source(text: str) -> str | None:
    """Return what is in braces if that is block YAML, None if it is a flow mapping."""
    match = _BLOCK_FORM.match(text)
    return text[match.end() : -1] if match and not _is_flow(text[match.end() : -1]) else None


# What other languages write for true and false.
TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "on"), "true"),
    **dict.fromkeys(("false", "no", "n", "off"), "false"),
}
# A word that could be a key of an author's own.
# What is a number from 0 to 1, for which some write a comma: pages and dates have commas of their own.
_SHARES = frozenset({"strength", "p", "reliability", "base"})
_DECIMAL_COMMA = re.compile(r"[01],[0-9]+")
_NAME = re.compile(r"[^\W\d][\w-]*")
_COLON = re.compile(r"\s*:")


def data_locations(text: str, *, block_form: bool = True) -> Locations:
    """Return where the keys and values in braces are, as `read_data` reads them."""
    inner = block_source(text) if block_form else None
    if inner is None:
        return _yaml_locations(text)
    start = len(text) - 1 - len(inner)
    return {path: pair.shifted(start) for path, pair in _yaml_locations(inner).items()}


def _slips(text: str, data: FrozenDict[str, Value], *, block_form: bool) -> Iterator[YamlProblem]:
    """Yield keys without a value, and texts that were meant as true or false."""
    flags = [key for key in sorted(FLAGS.intersection(data)) if isinstance(data[key], str)]
    if not flags and not _has_lone_key(data):
        return
    locations = data_locations(text, block_form=block_form)
    yield from _lone_keys(text, locations)
    for name in flags:
        said = str(data[name])
        if pair := locations.get((name,)):
            meant = TRUTHS.get(said.casefold(), "true` or `false")
            yield YamlProblem(
                "R238", pair.value.start, (said, meant), length=pair.value.end - pair.value.start
            )


def _has_lone_key(value: Value) -> bool:
    """Return whether something in data has no value."""
    waiting: list[Value] = [value]
    while waiting:
        value = waiting.pop()
        if value is None:
            return True
        # Not isinstance(), which takes far longer to find that a text is no mapping.
        if type(value) is FrozenDict:
            waiting += value.values()
        elif type(value) is tuple:
            waiting += value
    return False


def _lone_keys(text: str, locations: Locations) -> Iterator[YamlProblem]:
    """Yield keys without a colon and a value; several in a row are one problem."""
    # The values of the mappings that are being read, each with the keys behind it that have none.
    runs: dict[Path, tuple[Pair | None, list[Span]]] = {}
    for path, pair in locations.items():
        above, name = path[:-1], path[-1]
        if (
            isinstance(name, str)
            and pair.value.start == pair.value.end
            and not _COLON.match(text, pair.key.end)
        ):
            runs.setdefault(above, (None, []))[1].append(pair.key)
        elif isinstance(name, str):
            if above in runs and runs[above][1]:
                yield _of_lone_keys(text, *runs[above])
            runs[above] = (pair, [])
    for before, keys in runs.values():
        if keys:
            yield _of_lone_keys(text, before, keys)


def _of_lone_keys(text: str, before: Pair | None, keys: list[Span]) -> YamlProblem:
    first = keys[0]
    if before:
        start, end = before.value.start, keys[-1].end
        whole = text[start:end]
        names = [text[key.start : key.end] for key in keys]
        is_curly = whole[0] in CURLY and whole[-1] in CURLY if whole else False
        is_text = whole[:1] not in "\"'[{&!*|>" and "\n" not in whole and "\r" not in whole
        is_name = [_NAME.fullmatch(name) is not None for name in names]
        if is_curly or (is_text and not all(is_name)):
            key = text[before.key.start : before.key.end]
            if key in _SHARES and _DECIMAL_COMMA.fullmatch(whole):
                fix = Fix(Span(start, end), whole.replace(",", "."), True)
                advice = f"a number with a point: `{fix.replacement}`"
            else:
                fix = Fix(
                    Span(start, end), quoted(whole[1:-1] if is_curly else whole), is_curly or not any(is_name)
                )
                advice = f"text with commas in quotes: `{fix.replacement}`"
            words = (whole[0],) if is_curly else (key, advice)
            return YamlProblem("R262" if is_curly else "R261", start, words, length=end - start, fix=fix)
    return YamlProblem("R236", first.start, (text[first.start : first.end],), length=first.end - first.start)


def read_frontmatter(text: str) -> tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]:
    """Return the mapping that a document begins with, None if there is none, and what is wrong with it."""
    value, problems = _read_block(text)
    return _mapping(value, problems)


def _read_block(text: str) -> tuple[Value, tuple[YamlProblem, ...]]:
    """Return the value of lines, and what is wrong with them."""
    short = read_short_block(text)
    return _read_yaml(text) if short is None else (short, ())


def _read_yaml(text: str) -> tuple[Value, tuple[YamlProblem, ...]]:
    # PyYAML is loaded when something takes it: that takes longer than to read a small document without.
    from argmap.data.yaml_reader import read_yaml

    return read_yaml(text)


def _yaml_locations(text: str) -> Locations:
    from argmap.data.yaml_locations import yaml_locations

    return yaml_locations(text)


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
