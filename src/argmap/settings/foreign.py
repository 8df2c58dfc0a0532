"""Settings of Argdown's own programs: nothing here follows them, but slips in them are found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from argmap.data.packaged_tables import packaged_table
from argmap.settings.composed_readers import ComposedReader, table_of
from argmap.settings.problems import Unusable
from argmap.settings.readers import Reader

# What a document says of itself, and what Argdown's programs are told besides settings.
METADATA_KEYS = (
    *(
        "title",
        "subTitle",
        "author",
        "date",
        "abstract",
        "sources",
        "speakers",
        "bibliography",
        "schemes",
        "declarations",
    ),
    "expect",
)
PROGRAM_KEYS = (
    *("process", "processes", "input", "inputPath", "outputPath", "outputSuffix", "ignore", "watch"),
    *("rootPath", "plugins", "logLevel", "logParserErrors", "throwExceptions", "logExceptions"),
)
FOREIGN_TABLES = (
    *("parser", "svgToPdf", "image", "graphml", "dagre", "sourceHighlighter", "include", "saveAs"),
    *("html", "webComponent"),
)


@cache
def foreign_reader(table: str) -> ComposedReader:
    """Return the reader of a table of Argdown's programs."""
    return table_of({name: _like(example) for name, example in foreign_tables()[table].items()})


@cache
def foreign_tables() -> Mapping[str, Mapping[str, object]]:
    """Return the settings of each table with values of the right type."""
    return packaged_table("argmap.settings", "argdown_settings.toml")


_WORDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    dict: "a mapping",
    list: "a list",
}


def _like(example: object) -> Reader:
    def read(value: object) -> object:
        if not _fits(value, example):
            raise Unusable(_WORDS[type(example)])
        return value

    return read


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
