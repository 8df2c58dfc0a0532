"""What is wrong in a text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import frozen

from argmap.text.span import Span


class Severity(Enum):
    """How much a finding matters: an error loses meaning, a warning may, an info does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def __str__(self) -> str:
        return self.value


@frozen
class Diagnostic:
    """A finding: a stable code, what is wrong in one clause, where, and what to do."""

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None


class MarkupError(ValueError):
    """A text has errors and the caller asked for strictness; holds all diagnostics."""

    def __init__(self, summary: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        super().__init__(summary)
        self.diagnostics = tuple(diagnostics)
