"""Argument graphs of Carneades 4, in YAML."""

from __future__ import annotations

from argmap.interop.argument_graphs.carneades_reading import KEY, TOP_KEYS, CarneadesReader
from argmap.interop.argument_graphs.carneades_writing import argument_graph
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import reading_of
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.plain_debates.strict_yaml import YamlFile
from argmap.model import Debate, HasDebate

NAME = KEY
SUFFIXES = (".yml", ".yaml")
_KNOWN = frozenset((*TOP_KEYS, "argmap"))


def recognise(content: FileContent) -> bool:
    """Return whether a text has the keys of an argument graph, and no others.

    >>> recognise(FileContent("statements:\\n  a: It rains.\\narguments: {}\\n"))
    True
    """
    keys = {line.partition(":")[0].rstrip() for line in content.lines if line[0] not in " \t-"}
    if not keys or not keys <= _KNOWN or content.first in "{[<=":
        return False
    return "statements" in keys or {"meta", "arguments"} <= keys or {"argument_schemes", "language"} <= keys


def loads(text: str) -> Debate:
    """Return the debate in an argument graph.

    >>> graph = "statements: {p: P, q: Q}\\narguments: {a1: {premises: [p], conclusion: q}}"
    >>> loads(graph).arguments["a1"].conclusion.title
    'q'

    Raises:
        FormatError: the text is not an argument graph; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as an argument graph; what that does not say is kept under a key `argmap`.

    >>> from argmap import parse
    >>> print(dumps(parse("<a1>\\n\\n(1) [p]\\n----\\n(2) [q]")), end="")
    statements:
      p: null
      q: null
    arguments:
      a1: {premises: [p], conclusion: q}
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an argument graph, with a report.

    Raises:
        FormatError: the text is not an argument graph.
    """
    options = options or ReadingOptions()
    reader = CarneadesReader(YamlFile.of(text), Damage(options.is_lenient))
    return reading_of(NAME, reader.read(), options, damage=reader.damage, render=argument_graph)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as an argument graph, with a report."""
    return writing_of(NAME, document, argument_graph, options)
