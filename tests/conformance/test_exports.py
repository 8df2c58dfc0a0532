"""What the reference implementation exports becomes a text that says the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import argmap
from argmap.interop import argdown_json, same

EXPORTS = Path(__file__).parents[3] / "shared" / "interchange" / "argdown-json.jsonl.gz"

pytestmark = pytest.mark.skipif(
    not EXPORTS.is_file(), reason="the exports of the reference are not beside the repository"
)


def test_every_export_becomes_a_text_that_says_the_same_and_stays_it() -> None:
    others = []
    with gzip.open(EXPORTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            written = row["json"]
            debate = argdown_json.loads(written if isinstance(written, str) else json.dumps(written))
            text = argmap.to_text(debate)
            again = argmap.parse(text).debate
            if not same(debate, again) or argmap.to_text(again) != text:
                others.append((row["id"], row["mode"]))
    assert others == []
