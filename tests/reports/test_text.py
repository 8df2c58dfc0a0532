"""Diagnostics as text: the caret stands below what it is about, whatever stands before it."""

from __future__ import annotations

import pytest

from argmap.reports.text import Finding, as_text, summary
from argmap.text import Diagnostic, Severity, SourceText, Span


def finding(text: str, start: int, end: int, *, severity: Severity = Severity.WARNING) -> Finding:
    diagnostic = Diagnostic("S999", severity, "this is odd", Span(start, end), "do better")
    return Finding("debate.argdown", diagnostic, SourceText(text))


def excerpt(text: str, start: int, end: int) -> list[str]:
    return as_text(finding(text, start, end)).splitlines()[1:3]


def test_a_finding_has_four_lines() -> None:
    assert as_text(finding("one\ntwo three\n", 8, 13)) == (
        "\x1b[1mdebate.argdown:2:5\x1b[0m: \x1b[33m\x1b[1mwarning\x1b[0m S999: this is odd\n"
        "    two three\n"
        "    \x1b[33m    ^^^^^\x1b[0m\n"
        "  \x1b[1mhint\x1b[0m: do better"
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("abc", 1, 2, "abc", " ^"),
        ("abc", 1, 1, "abc", " ^"),
        ("abc", 3, 3, "abc", "   ^"),
        ("", 0, 0, "", "^"),
        ("a\tb", 2, 3, "a   b", "    ^"),
        ("\t\tb", 1, 2, "        b", "    ^^^^"),
        ("日本 b", 3, 4, "日本 b", "     ^"),
        ("日本 b", 1, 2, "日本 b", "  ^^"),
        ("e\u0301x", 2, 3, "e\u0301x", " ^"),
        ("😀x", 1, 2, "😀x", "  ^"),
        ("a\x1b[31mb", 6, 7, "a�[31mb", "      ^"),
        ("a\u202eb", 2, 3, "a�b", "  ^"),
        ("ab\ncd", 1, 5, "ab", " ^"),
        ("ab\r\ncd", 1, 6, "ab", " ^"),
        ("a\fb", 2, 3, "a�b", "  ^"),
    ],
)
def test_the_caret_stands_below(text: str, start: int, end: int, line: str, carets: str) -> None:
    shown = [one.replace("\x1b[33m", "").replace("\x1b[0m", "") for one in excerpt(text, start, end)]
    assert shown == [f"    {line}", f"    {carets}"]


def test_of_a_long_line_only_the_neighbourhood_is_shown() -> None:
    text = "x" * 5000 + "y" + "z" * 5000
    line, carets = (one.replace("\x1b[33m", "").replace("\x1b[0m", "") for one in excerpt(text, 5000, 5001))
    assert len(line) < 120
    assert (line[4], line[-1]) == ("…", "…")
    assert line[carets.index("^")] == "y"
    assert carets.count("^") == 1


def test_a_long_span_is_marked_as_far_as_it_is_shown() -> None:
    line, carets = (
        one.replace("\x1b[33m", "").replace("\x1b[0m", "") for one in excerpt("x" * 5000, 10, 4000)
    )
    assert len(carets) < len(line) < 120


def test_an_included_file_that_is_gone_is_named_without_a_place() -> None:
    diagnostic = Diagnostic("S999", Severity.ERROR, "this is odd", Span(0, 1, "other.argdown"))
    shown = as_text(Finding("other.argdown", diagnostic, None))
    assert shown == "\x1b[1mother.argdown\x1b[0m: \x1b[31m\x1b[1merror\x1b[0m S999: this is odd"


def test_the_summary_counts_by_severity() -> None:
    found = [finding("a", 0, 1, severity=severity) for severity in (*Severity, Severity.ERROR, Severity.INFO)]
    assert summary(found, files=1) == "2 errors, 1 warning, 2 infos in 1 file"
