"""Settings of Argdown's own programs: nothing here follows them, but slips in them are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

# What a document says of itself, and what Argdown's programs are told besides settings.
METADATA_KEYS = (
    *("title", "subTitle", "author", "date", "abstract", "sources", "bibliography", "schemes"),
    "expect",
)
PROGRAM_KEYS = (
    *("process", "processes", "input", "inputPath", "outputPath", "outputSuffix", "ignore", "watch"),
    *("rootPath", "plugins", "logLevel", "logParserErrors", "throwExceptions", "logExceptions"),
)
FOREIGN_ROOMS = (
    *("parser", "svgToPdf", "image", "graphml", "dagre", "sourceHighlighter", "include", "saveAs"),
    *("html", "webComponent"),
)


def foreign_problems(mapping: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object, str | None]]:
    """Yield what is wrong in rooms of Argdown's programs: path, value, and which type is right.

    The type is None where there is no such setting.
    """
    for room in FOREIGN_ROOMS:
        said = mapping.get(room)
        if said is None:
            continue
        if not isinstance(said, Mapping):
            yield (room,), said, "a mapping"
            continue
        known = foreign_rooms()[room]
        for name, value in said.items():
            if name not in known:
                yield (room, name), value, None
            elif value is not None and not _fits(value, known[name]):
                yield (room, name), value, _WORDS[type(known[name])]


@cache
def foreign_rooms() -> Mapping[str, Mapping[str, object]]:
    """Return the settings of each room with values of the right type."""
    import tomllib

    text = resources.files("argmap.settings").joinpath("argdown_settings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_WORDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    dict: "a mapping",
    list: "a list",
}


def _fits(value: object, example: object) -> bool:
    match example:
        case "":
            return True
        case bool():
            return isinstance(value, bool)
        case int():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case dict():
            return isinstance(value, Mapping)
        case list():
            return isinstance(value, list | tuple)
        case _:
            return isinstance(value, str)
