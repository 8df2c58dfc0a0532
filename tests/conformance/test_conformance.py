"""What the reference implementation makes of a document is what we make of it, but for named reasons.

The documents, and what the reference makes of them, lie beside the repository in `shared/conformance`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXPLAINED = HERE / "explained.toml"
DATA = HERE.parents[2] / "shared" / "conformance"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the conformance data are not beside the repository"
)


@pytest.mark.parametrize("mode", ["loose", "strict"])
@pytest.mark.parametrize("name", ["corpus", "probes", "generated"])
def test_documents_mean_and_show_what_the_reference_says(name: str, mode: str) -> None:
    command = [sys.executable, DATA / "compare.py", "--part", "all", "--explained", EXPLAINED]
    inputs = [DATA / f"{name}.jsonl", DATA / f"{name}.{mode}.golden.jsonl"]
    options = ["--strict"] if mode == "strict" else []
    done = subprocess.run([*command, *options, *inputs], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def explained() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["explained"]
    return found


def known_inputs() -> set[str]:
    lines = "".join(
        (DATA / f"{name}.jsonl").read_text(encoding="utf-8") for name in ("corpus", "probes", "generated")
    )
    return {json.loads(line)["id"] for line in lines.split("\n") if line}


def test_every_explanation_is_of_an_input() -> None:
    assert explained().keys() <= known_inputs()


def test_every_explanation_names_its_rows() -> None:
    assert [why for why in explained().values() if not re.match(r"[LGMP]\d+: \S", why)] == []
