"""`check`: what is wrong in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from argmap.mcp.answer_shapes import NUMBER, SWITCH, TEXT, answer_shape, list_of, shape
from argmap.mcp.given_texts import FORMAT_PARAMETER, TEXT_PARAMETERS, GivenText, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import brief, fitting, without_nothing
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.text import Severity

if TYPE_CHECKING:
    from argmap.text import Diagnostic

# From what matters most.
_GRAVITY = tuple(severity.value for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))
_PLACE: Json = {
    "line": NUMBER,
    "column": NUMBER,
    "end_line": NUMBER,
    "end_column": NUMBER,
}
_FINDING: Json = {
    **{f"?{name}": schema for name, schema in _PLACE.items()},
    "?file": TEXT,
    "severity": {"enum": list(_GRAVITY)},
    "code": TEXT,
    "message": TEXT,
    "?hint": TEXT,
    "?fix": shape({"replacement": TEXT, "is_safe": SWITCH}),
}


def _check(words: Json, permissions: Permissions) -> ToolAnswer:
    given = given_text(words, permissions)
    every = all_findings(given)
    listed = _GRAVITY[: _GRAVITY.index(words["severity"]) + 1]
    entries, cut = fitting(
        (_entry(given, finding) for finding in every if finding.severity.value in listed),
        most=words["limit"],
        noun="findings",
        hint="raise `limit` or `severity`",
    )
    counts = [sum(finding.severity.value == severity for finding in every) for severity in _GRAVITY]
    answer: Json = {
        "ok": not counts[0],
        "errors": counts[0],
        "warnings": counts[1],
        "infos": counts[2],
        "findings": entries,
    }
    # That there are errors is said above.
    notes = [note for note in given.notes if "`check`" not in note]
    return ToolAnswer(answer | without_nothing({"notes": notes, "cut": cut}))


def all_findings(given: GivenText) -> tuple[Diagnostic, ...]:
    """Return what is odd in a text and in what it says, each once, in order of the text."""
    from argmap import api
    from argmap.reports.text import judged

    every: Iterable[Diagnostic] = (*judged(given.document), *api.check(given.document))
    return tuple(
        sorted(dict.fromkeys(every), key=lambda finding: (finding.span.path or "", finding.span[:2]))
    )


def _entry(given: GivenText, finding: Diagnostic) -> Json:
    place: Json = {"file": given.file(finding.span)}
    if finding.span.path is None:
        start, end = (given.document.location(offset) for offset in finding.span[:2])
        place = dict(zip(_PLACE, (*start, *end), strict=True))
    fix = finding.fix
    return without_nothing(
        {
            **place,
            "severity": finding.severity.value,
            "code": finding.code,
            "message": brief(finding.message),
            "hint": brief(finding.hint or ""),
            "fix": fix and {"replacement": fix.replacement[:1000], "is_safe": fix.is_safe},
        }
    )


CHECK = AssistantTool(
    "check",
    "Check a debate",
    "List what is wrong or odd in a text: mistakes in the markup, and what the rules of argumentation find, "
    "such as evidence without a source or claims that nothing supports. Each finding has a code, its place "
    "and what to do. Read `argmap://codes/CODE` for what a code means.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        ToolParameter("severity", "text", "The least severity that is listed.", "info", choices=_GRAVITY),
        ToolParameter("limit", "number", "How many findings are listed at most.", 50, least=1),
    ),
    answer_shape(
        {"ok": SWITCH, "errors": NUMBER, "warnings": NUMBER, "infos": NUMBER, "findings": list_of(_FINDING)}
    ),
    _check,
)
