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
# The finding whose safe fixes change data here: what was meant as true or false becomes that.
OF_DATA = {"R238"}


def changed_texts(text: str) -> list[str]:
    """The texts after each safe fix, and after all of them."""
    fixes = [
        finding.fix
        for finding in argmap.parse(text).diagnostics
        if finding.fix and finding.fix.is_safe and finding.code not in OF_DATA
    ]
    return [
        *(text[: fix.span.start] + fix.replacement + text[fix.span.end :] for fix in fixes),
        *([argmap.fix_text(text)] if fixes else []),
    ]


@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_fixing_keeps_what_documents_say(name: str) -> None:
    changed = []
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            case = json.loads(line)
            before = argmap.parse(case["input"])
            for text in changed_texts(case["input"]):
                if argmap.parse(text).debate != before.debate:
                    changed.append((case["id"], text))
    assert changed == []
