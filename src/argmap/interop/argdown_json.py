"""JSON as the reference implementation of Argdown writes it, and back."""

from __future__ import annotations

from argmap.interop.conversion.conversion_report import Direction, Report, counts_of
from argmap.interop.conversion.conversions import Reading, ReadingOptions, Writing, WritingOptions
from argmap.interop.conversion.file_content import FileContent
from argmap.interop.json_forms.argdown_reader import read_debate
from argmap.interop.json_forms.argdown_writer import Writer
from argmap.interop.json_forms.json_writer import write_json
from argmap.model import Debate, HasDebate, debate_of
from argmap.settings import Settings

NAME = "argdown-json"
SUFFIXES = (".json",)


def recognise(content: FileContent) -> bool:
    """Return whether a file has statements and arguments, as exports of Argdown have.

    >>> recognise(FileContent('{"statements": {}, "arguments": {}}'))
    True
    """
    return "statements" in content.json and "arguments" in content.json


def dumps(document: HasDebate | Debate) -> str:
    """Return a document or debate as the JSON text that Argdown tools read.

    Its `json` settings say what the JSON contains. Evidence is a statement whose title begins with `^`; that
    of a question begins with `?`. What Argdown has no word for is kept under keys called `argmap`, so that
    `loads` gives the same debate. Positions in the text are left out.

    >>> from argmap import parse
    >>> document = parse("[A]: One thing. {due: 2030-01-31}")
    >>> loads(dumps(document)) == document.debate
    True
    """
    debate = debate_of(document)
    settings = getattr(document, "settings", None) or Settings.of(debate.metadata)
    return write_json(Writer(debate, settings).document(), spaces=settings.json.spaces)


def loads(text: str) -> Debate:
    """Return the debate in a JSON text that `dumps` or an Argdown tool wrote.

    If an Argdown tool wrote the text, what only argmap knows is worked out: which statements have no
    title of their own, sources, premises of inferences, derived relations. Its map is ignored; maps are
    made of debates.

    >>> loads('{"statements": {"A": {"members": [{"text": "One."}]}}}').claims["A"].text
    'One.'

    Raises:
        FormatError: the text is not JSON, or not a debate; its diagnostic says where and why.
    """
    return read_debate(text)


def read(text: str, options: ReadingOptions | None = None) -> Reading:
    """Return the debate in an export of Argdown, with a report.

    Raises:
        FormatError: the text is not JSON, or not a debate.
    """
    debate = loads(text)
    return Reading(debate, Report(NAME, Direction.READ, counts_of(debate)), NAME)


def write(document: HasDebate | Debate, options: WritingOptions | None = None) -> Writing:
    """Return a document or debate as Argdown's JSON, with a report; nothing that it says is lost."""
    counts = counts_of(debate_of(document))
    return Writing(f"{dumps(document)}\n", Report(NAME, Direction.WRITTEN, counts))
