"""Documents of the conformance data mean in canonical layout what they meant before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import argmap

DATA = Path(__file__).parents[3] / "shared" / "conformance"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the conformance data are not beside the repository"
)


@pytest.mark.parametrize("width", [None, 40])
@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_formatting_keeps_what_documents_say_and_does_so_once(name: str, width: int | None) -> None:
    changed = []
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            case = json.loads(line)
            text, settings = case["input"], case.get("config")
            formatted = argmap.format_text(text, width=width)
            before, after = argmap.parse(text, settings=settings), argmap.parse(formatted, settings=settings)
            is_same = before.debate == after.debate and before.ok == after.ok
            if not is_same or argmap.format_text(formatted, width=width) != formatted:
                changed.append(case["id"])
    assert changed == []
