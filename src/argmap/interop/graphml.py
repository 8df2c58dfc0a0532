"""GraphML: graphs for layout by hand in yEd and draw.io, and for programs that analyse networks."""

from __future__ import annotations

from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.damage import Damage
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.plain_debates.file_reading import reading_of
from argmap.interop.plain_debates.file_writing import writing_of
from argmap.interop.xml_graphs.edge_colors import colors_of
from argmap.interop.xml_graphs.graphml_reading import graph_in
from argmap.interop.xml_graphs.graphml_writing import graph_of
from argmap.model import Debate, HasDebate

NAME = "graphml"
SUFFIXES = (".graphml",)


def recognise(content: FileContent) -> bool:
    """Return whether the root of a text is that of GraphML.

    >>> recognise(FileContent("<graphml/>"))
    True
    """
    return content.root == "graphml"


def loads(text: str) -> Debate:
    """Return the debate in a graph; edges say what they are by an attribute `relation` or by their labels.

    >>> loads('<graphml><graph><node id="a"/></graph></graphml>').claims["Claim 1"].data["graphml"]["id"]
    'a'

    Raises:
        FormatError: the text is not GraphML; its diagnostic says where and why.
    """
    return read(text).debate


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as GraphML, with boxes and lines for yEd.

    What a graph does not say is kept in an attribute `argmap` of it.

    >>> from argmap import parse
    >>> document = parse("[A]: a\\n  - [^B]: b {kind: law}")
    >>> loads(dumps(document)).evidence["B"].kind
    'law'
    """
    return write(document).text


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in a graph, with a report.

    The choice `colors` says what the colours of edges without a word mean: `red=attack,green=support`.

    Raises:
        FormatError: the text is not GraphML.
        ValueError: a colour or a relation of the choice is not known.
    """
    options = options or ReadingOptions()
    damage = Damage(options.is_lenient)
    plain = graph_in(text, damage, colors_of(str(options.choices.get("colors") or "")))
    return reading_of(NAME, plain, options, has_names=False, damage=damage, render=graph_of)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as GraphML, with a report."""
    return writing_of(NAME, document, graph_of, options)
