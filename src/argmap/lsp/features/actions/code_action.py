"""Something that can be done with a text."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from attrs import field, frozen

from argmap.text import Diagnostic, Edit


class ActionKind(Enum):
    """What an action is for, in the words of the protocol."""

    QUICK_FIX = "quickfix"
    FIX_ALL = "source.fixAll"
    REWRITE = "refactor.rewrite"
    EXTRACT = "refactor.extract"
    INLINE = "refactor.inline"


@frozen
class CodeAction:
    """Something that can be done: what it is called, and what makes its edits.

    Unless `is_ready`, making them takes as long as reading the text, and raises a LookupError or ValueError,
    whose message says why, if it cannot be done. `is_preferred` says that most people would do this about
    `finding`.
    """

    title: str
    kind: ActionKind
    edits: Callable[[], tuple[Edit, ...]] = field(eq=False, repr=False)
    finding: Diagnostic | None = None
    is_preferred: bool = False
    is_ready: bool = False
