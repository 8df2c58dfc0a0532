"""Where things stand in a text, and what is wrong there."""

from argmap.text.diagnostic import Diagnostic, MarkupError, Severity
from argmap.text.source import Location, SourceText
from argmap.text.span import Span

__all__ = ["Diagnostic", "Location", "MarkupError", "Severity", "SourceText", "Span"]
