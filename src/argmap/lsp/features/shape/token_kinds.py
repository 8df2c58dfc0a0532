"""What the parts of a text can be, for editors that colour by meaning."""

from __future__ import annotations

from enum import Enum


class TokenKind(Enum):
    """What a token is."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    QUESTION = "question"
    ARGUMENT = "argument"
    OPERATOR = "operator"
    NUMBER = "number"
    TAG = "tag"
    KEY = "key"
    RULE = "rule"
    COMMENT = "comment"
    HEADING = "heading"
    SOURCE = "source"
    INCLUDE = "include"


class TokenModifier(Enum):
    """How a title is named, or what an operator relates."""

    DEFINITION = "definition"
    REFERENCE = "reference"
    MENTION = "mention"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTION = "contradiction"
