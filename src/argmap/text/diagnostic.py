"""What is wrong in a text."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import frozen

from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.text.edit import Edit
from argmap.text.span import Span


class Severity(Enum):
    """How much a finding matters: an error loses meaning, a warning may lose some, an info loses none.

    >>> [str(severity) for severity in Severity]
    ['error', 'warning', 'info']
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def __str__(self) -> str:
        return self.value


_COLORS = {Severity.ERROR: "#b71c1c", Severity.WARNING: "#b8860b", Severity.INFO: "#1565c0"}


@frozen
class Related:
    r"""Another place that is involved in a finding, and why.

    >>> import argmap
    >>> (again,) = argmap.parse("[A]: One.\n\n[A]: Two.").diagnostics
    >>> again.related[0].message, again.related[0].span.start
    ('it has another text here', 0)
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    span: Span
    message: str


@frozen
class Fix(Edit):
    r"""A repair: an edit, and whether it is safe.

    A safe fix changes nothing but what its message names; any other is a guess at what was meant, which is
    offered but never applied unasked.

    >>> import argmap
    >>> text = "(1) It rains.\n---\n(2) It is wet."
    >>> fix = argmap.parse(text).diagnostics[0].fix
    >>> text[: fix.span.start] + fix.replacement + text[fix.span.end :], fix.is_safe
    ('(1) It rains.\n----\n(2) It is wet.', True)
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    is_safe: bool = True


@frozen
class Diagnostic:
    r"""A finding: a stable code, what is wrong (in one clause), where, and what to do.

    `related` are other places that are involved; `fix` says how to repair it and whether that is safe.

    >>> import argmap
    >>> (finding,) = argmap.parse("(1) It rains.\n---\n(2) It is wet.").diagnostics
    >>> finding.code, str(finding.severity), finding.hint
    ('S107', 'warning', 'write `----`')
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    def _repr_html_(self) -> str:
        # Only notebooks ask for this.
        from html import escape

        from argmap.text.cards import framed

        color = {Severity.ERROR: "#b71c1c", Severity.WARNING: "#b8860b", Severity.INFO: "#1565c0"}[
            self.severity
        ]
        hint = f"<div><small>hint: {escape(self.hint)}</small></div>" if self.hint else ""
        return framed(
            f"<b>{self.severity} {escape(self.code)}</b>: {escape(self.message)}{hint}", color=color
        )


class Findings(tuple[Diagnostic, ...]):
    """Diagnostics that a notebook shows as a list of cards; otherwise a tuple like any other."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return "\n".join(finding._repr_html_() for finding in self) or "<p>no findings</p>"


class MarkupError(ValueError):
    """A text has errors, and the caller asked for strict reading; holds all diagnostics.

    >>> import argmap
    >>> try:
    ...     argmap.parse("[A]: One. {color: [}", strict=True)
    ... except argmap.MarkupError as error:
    ...     [finding.code for finding in error.diagnostics]
    ['R201']
    """

    def __init__(self, summary: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        super().__init__(summary)
        self.diagnostics = tuple(diagnostics)
