"""Something that can be written at a place."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.text import Edit


class ItemKind(Enum):
    """What an item is."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUESTION = "question"
    ARGUMENT = "argument"
    TAG = "tag"
    KEY = "key"
    VALUE = "value"
    SCHEME = "scheme"
    SOURCE = "source"
    OPERATOR = "operator"
    SHORTCODE = "shortcode"
    FILE = "file"
    FOLDER = "folder"
    SETTING = "setting"
    CODE = "code"


@frozen
class CompletionItem:
    """Something that can be written: what it is called, and the edit that writes it.

    The item is offered if `words` are like what is already written; `snippet` is the same replacement with
    places to fill in. `subject` names something about which there is more to say.
    """

    label: str
    kind: ItemKind
    edit: Edit
    words: str
    detail: str = ""
    snippet: str | None = None
    subject: str | None = None
