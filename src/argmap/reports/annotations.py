"""Findings as GitHub Actions shows them beside the lines of a change."""

from __future__ import annotations

from argmap.reports.text import Finding
from argmap.text import Severity
from argmap.text.visible import Visible, visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_annotation(finding: Finding) -> Visible:
    """Return the workflow command that annotates the place of a finding.

    The form is that of https://docs.github.com/actions/reference/workflow-commands-for-github-actions:
    `::error file=…,line=…::message`. Nothing from a text can end the command or begin another.
    """
    diagnostic, start = finding.diagnostic, finding.location
    properties = {"file": visible(finding.path)}
    if finding.text and start:
        end = finding.text.location(max(diagnostic.span.start, diagnostic.span.end))
        properties |= {"line": str(start.line), "endLine": str(end.line), "col": str(start.column)}
        if end.line == start.line:
            properties["endColumn"] = str(end.column)
    properties["title"] = diagnostic.code
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(visible(words) for words in (diagnostic.message, diagnostic.hint) if words)
    return Visible(f"::{_LEVELS[diagnostic.severity]} {written}::{_message(message)}")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
