"""Safe fixes change nothing that documents of the conformance data say, applied alone or together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import argmap

DATA = Path(__file__).parents[3] / "shared" / "conformance"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the conformance data are not beside the repository"
)
# The findings that are about data, in which their fixes change just that.
OF_DATA = {"R201", "R238", "R261", "R262"}


def said(text: str, *, with_data: bool) -> object:
    """All that a text says, or all but its data."""
    debate = argmap.parse(text).debate
    words = [(element.ref, element.text, element.tags) for element in debate.elements]
    return debate if with_data else (words, debate.relations, debate.sections)


def is_changed(text: str, finding: argmap.Diagnostic) -> bool:
    """Whether a safe fix changes what it should not."""
    assert finding.fix
    (start, end, _), with_data = finding.fix.span, finding.code not in OF_DATA
    fixed = text[:start] + finding.fix.replacement + text[end:]
    return said(fixed, with_data=with_data) != said(text, with_data=with_data)


@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_fixing_keeps_what_documents_say(name: str) -> None:
    changed = []
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            text = json.loads(line)["input"]
            safe = [one for one in argmap.parse(text).diagnostics if one.fix and one.fix.is_safe]
            with_data = not OF_DATA.intersection(one.code for one in safe)
            fixed = argmap.fix_text(text)
            if said(fixed, with_data=with_data) != said(text, with_data=with_data):
                changed.append(fixed)
            changed += [text for one in safe if is_changed(text, one)]
    assert changed == []
