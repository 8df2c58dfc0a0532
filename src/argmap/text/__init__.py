"""Places in a text, and what is wrong there."""

from argmap.text.codes import CODES, Code, diagnose
from argmap.text.diagnostic import Diagnostic, Findings, Fix, MarkupError, Related, Severity
from argmap.text.edit import Edit
from argmap.text.mark import Mark, MarkKind
from argmap.text.source_text import Location, SourceText
from argmap.text.span import Span

__all__ = [
    "CODES",
    "Code",
    "Diagnostic",
    "Edit",
    "Findings",
    "Fix",
    "Location",
    "Mark",
    "MarkKind",
    "MarkupError",
    "Related",
    "Severity",
    "SourceText",
    "Span",
    "diagnose",
]
