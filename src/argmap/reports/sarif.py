"""Findings in SARIF, which code hosts and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from argmap.reports.safe_json import printable_json
from argmap.reports.text import Finding, FindingPlace
from argmap.text import Severity
from argmap.text.catalogue import catalogue

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(found: Iterable[Finding]) -> str:
    """Return findings as a log in SARIF 2.1.0 (OASIS 2020); columns count code points from 1."""
    from argmap import __version__

    ordered = list(found)
    codes = sorted({one.diagnostic.code for one in ordered})
    driver = {"name": "argmap", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.diagnostic.code)) for one in ordered],
    }
    return printable_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    entry = catalogue().get(code)
    if entry is None:
        return {"id": code, "shortDescription": {"text": "a rule of the author's own"}}
    return {
        "id": code,
        "shortDescription": {"text": entry.message},
        "fullDescription": {"text": entry.explanation},
        "help": {"text": entry.hint or entry.explanation},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, object]:
    one = finding.diagnostic
    hint = f" ({one.hint})" if one.hint else ""
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}{hint}"},
        "locations": [_location(FindingPlace(finding.path, one.span, finding.text))],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": also.message}}
            for number, (also, place) in enumerate(zip(one.related, finding.related, strict=True), start=1)
        ]
    if one.fix:
        change = {
            "deletedRegion": _region(FindingPlace(finding.path, one.fix.span, finding.text)),
            "insertedContent": {"text": one.fix.replacement},
        }
        result["fixes"] = [
            {
                "artifactChanges": [{"artifactLocation": _artifact(finding.path), "replacements": [change]}],
                "properties": {"is_safe": one.fix.is_safe},
            }
        ]
    return result


def _location(place: FindingPlace) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": _region(place)}}


def _artifact(path: str) -> dict[str, object]:
    return {"uri": quote(PurePath(path).as_posix(), errors="backslashreplace")}


def _region(place: FindingPlace) -> dict[str, object]:
    span = place.span
    region: dict[str, object] = {"charOffset": span.start, "charLength": span.end - span.start}
    if place.text and place.location:
        end = place.text.location(span.end)
        region |= {
            "startLine": place.location.line,
            "startColumn": place.location.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return region
