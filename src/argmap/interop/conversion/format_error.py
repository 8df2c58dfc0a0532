"""Texts of other formats that cannot be read."""

from __future__ import annotations

from argmap.text import Diagnostic, SourceText
from argmap.text.visible import visible_line


class FormatError(ValueError):
    """A text is not in the format that it should have; `diagnostics` say what is wrong and where."""

    def __init__(self, text: str, diagnostic: Diagnostic) -> None:
        line, column = SourceText(text).location(diagnostic.span.start)
        super().__init__(visible_line(f"{line}:{column}: {diagnostic.code} {diagnostic.message}"))
        self.diagnostics = (diagnostic,)
