"""Argument maps of MindMup, as courses in critical thinking draw them."""

from __future__ import annotations

from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.json_reader import JsonValue
from argmap.interop.mind_maps.idea_reading import IdeaReader
from argmap.interop.mind_maps.idea_writing import ideas_of
from argmap.interop.plain_debates.file_reading import reading_of
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.model import Debate, HasDebate

NAME = "mindmup"
SUFFIXES = (".mup",)


def recognise(content: FileContent) -> bool:
    """Return whether a text is JSON with ideas.

    >>> recognise(FileContent('{"id": "root", "ideas": {}}'))
    True
    """
    return "ideas" in content.json and not {"nodes", "statements", "AIF"} & content.json.keys()


def loads(text: str) -> Debate:
    """Return the debate in a map of MindMup: groups of ideas support or oppose the idea above them.

    >>> group = '{"title": "group", "attr": {"group": "opposing"}, "ideas": {"1": {"title": "It costs"}}}'
    >>> idea = '{"title": "Tea", "ideas": {"1": ' + group + "}}"
    >>> text = '{"id": "root", "formatVersion": 3, "ideas": {"1": ' + idea + "}}"
    >>> [str(each) for each in loads(text).relations]
    ['[It costs] attacks [Tea]']

    Raises:
        FormatError: the text is not a map of MindMup; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as a map of MindMup; what that does not say is kept under a key `argmap`.

    >>> from argmap import parse
    >>> [str(each) for each in loads(dumps(parse("[A]: a\\n  - [B]: b"))).relations]
    ['[B] attacks [A]']
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a map of MindMup, with a report.

    Raises:
        FormatError: the text is not a map of MindMup.
    """
    options = options or ReadingOptions()
    reader = IdeaReader(JsonValue.of(text), Damage(options.is_lenient))
    plain = reader.read()
    return reading_of(NAME, plain, options, has_names=False, damage=reader.damage, render=ideas_of)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as a map of MindMup, with a report."""
    return writing_of(NAME, document, ideas_of, options)
