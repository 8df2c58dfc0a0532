"""What is marked in a text."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation


class MarkKind(Enum):
    """What a stretch of a text is."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    TAG = "tag"
    CLAIM_MENTION = "claim-mention"
    EVIDENCE_MENTION = "evidence-mention"
    QUESTION_MENTION = "question-mention"
    ARGUMENT_MENTION = "argument-mention"
    FORMULA = "formula"


@frozen
class Mark:
    """A marked stretch of a text: offsets into that text, half open, and what it points to.

    `target` is the URL of a link, the name of a tag, the title of what is mentioned, a formula as it is
    written: its text has lost the backslashes.
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    kind: MarkKind
    start: int
    end: int
    target: str = ""
