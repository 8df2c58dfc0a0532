"""What is said of extras: their names are those that there are, and every shell takes the command."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]
PAGES = [
    *(ROOT / "src").rglob("*.py"),
    *(ROOT / "src").rglob("*.toml"),
    *(page for page in (ROOT / "docs").rglob("*.md") if page.name != "changelog.md"),
    ROOT / "README.md",
]
INSTALLED = re.compile(r"pip install (?!-e)([^`\n]*argmap\[[^`\n]*?\][\\\"']*)")
# In a quoted name brackets are no pattern of files, and cmd.exe knows double quotes only.
QUOTED = re.compile(r'"argmap\[(\w+|\{format\})\]"')


def test_every_command_that_installs_an_extra_can_be_copied_into_any_shell() -> None:
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    commands = [found.replace("\\", "") for text in texts for found in INSTALLED.findall(text)]
    quoted = [QUOTED.match(command) for command in commands]
    assert [command for command, match in zip(commands, quoted, strict=True) if not match] == []
    assert {match[1] for match in quoted if match} - {"{format}"} <= EXTRAS.keys()


WITHOUT = """
import sys
sys.modules[{package!r}] = None
import argmap
{doing}
"""


@pytest.mark.parametrize(
    ("package", "doing", "extra"),
    [
        ("hypothesis", "import argmap.strategies", "hypothesis"),
        ("hypothesis", "argmap.strategies", "hypothesis"),
        ("dask", "argmap.corpus.write_bag", "corpus"),
        ("pyarrow", "argmap.corpus.write_parquet([], 'no-folder')", "corpus"),
    ],
)
def test_what_needs_an_extra_names_it(tmp_path: Path, package: str, doing: str, extra: str) -> None:
    code = WITHOUT.format(package=package, doing=doing)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert f'`pip install "argmap[{extra}]"`' in done.stderr.splitlines()[-1]
