"""JSON as the reference implementation of Argdown writes it, and back."""

from __future__ import annotations

from typing import Protocol

from argmap.interop.argdown_reader import read_debate
from argmap.interop.argdown_writer import Writer
from argmap.interop.json_text import write_json
from argmap.model import Debate, Settings


class HasDebate(Protocol):
    """What can be exported: a debate with the settings that say how its map looks."""

    @property
    def debate(self) -> Debate:
        """All that is said."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings of its map."""
        ...


def dumps(document: HasDebate) -> str:
    """Return a document as the JSON text that Argdown tools read; its settings of `json` say what it holds.

    Evidence is a statement whose title begins with `^`. What Argdown has no word for stands under keys
    called `argmap`, so that `loads` gives the same debate. Where things stand in the text is left out.

    >>> from argmap import parse
    >>> document = parse("[A]: One thing. {due: 2030-01-31}")
    >>> loads(dumps(document)) == document.debate
    True
    """
    return write_json(
        Writer(document.debate, document.settings).document(), spaces=document.settings.json.spaces
    )


def loads(text: str) -> Debate:
    """Return the debate in a JSON text that `dumps` or an Argdown tool wrote.

    What only argmap knows is worked out where an Argdown tool wrote the text: which statements have no
    title of their own, sources, premises of inferences, derived relations. Its map is left out; maps are
    made of debates.

    >>> loads('{"statements": {"A": {"members": [{"text": "One."}]}}}').claims["A"].text
    'One.'

    Raises:
        FormatError: the text is no JSON, or no debate; its diagnostic says where and why.
    """
    return read_debate(text)
