"""Findings as workflow commands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.reports.annotations import as_annotation
from argmap.reports.text import Finding
from argmap.text import Diagnostic, Severity, SourceText, Span

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:\n]*)((?:,\w+=[^,:\n]*)*)::([^\n\r]*)")


def annotation(text: str, *, message: str = "odd", hint: str | None = None, path: str = "a.argdown") -> str:
    diagnostic = Diagnostic("S999", Severity.INFO, message, Span(0, len(text)), hint)
    return as_annotation(Finding(path, diagnostic, SourceText(text)))


def test_an_annotation_names_file_place_and_code() -> None:
    assert annotation("[A]: x", hint="mend it") == (
        "::notice file=a.argdown,line=1,endLine=1,col=1,endColumn=7,title=S999::odd%0Amend it"
    )


def test_columns_are_left_out_over_several_lines() -> None:
    assert annotation("a\nb").startswith("::notice file=a.argdown,line=1,endLine=2,col=1,title=S999::")


@given(message=st.text(), hint=st.none() | st.text(), path=st.text())
def test_an_annotation_is_one_command_whatever_it_says(message: str, hint: str | None, path: str) -> None:
    assert COMMAND.fullmatch(annotation("x", message=message, hint=hint, path=path))
