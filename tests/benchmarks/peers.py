"""Other implementations of Argdown, installed where git does not look."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.benchmarks.workers import HERE

OURS = "argmap"
REFERENCE = "@argdown/core"
PYARGDOWN = "pyargdown"


class Peer(NamedTuple):
    """An implementation: how its worker starts, None if it is not here; and what is to be said of it."""

    name: str
    command: Sequence[str] | None
    note: str = ""
    environment: Mapping[str, str] = MappingProxyType({})


def ours() -> Peer:
    return Peer(OURS, (sys.executable, "-m", "tests.benchmarks.ours"))


def reference() -> Peer:
    """Return @argdown/core, installed from npm if it was not yet."""
    node = shutil.which("node")
    if node is None:
        return Peer(REFERENCE, None, "there is no `node`")
    if not (HERE / "node_modules/@argdown/core").is_dir():
        npm = shutil.which("npm")
        if npm is None:
            return Peer(REFERENCE, None, "there is no `npm`")
        done = subprocess.run(
            [npm, "install", "--no-package-lock", "--no-audit", "--no-fund"],
            cwd=HERE,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return Peer(REFERENCE, None, f"npm failed: {done.stderr.strip().splitlines()[-1:]}")
    return Peer(REFERENCE, (node, str(HERE / "reference.mjs")))


def reference_program() -> Path | None:
    """Return the `argdown` command, None if it is not here."""
    program = HERE / "node_modules/.bin/argdown"
    return program if program.exists() else None


def pyargdown() -> Peer:
    """Return pyargdown: the checkout that `ARGMAP_PYARGDOWN` names, or what PyPI has."""
    folder = HERE / ".venv-pyargdown"
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        needed = ["pyargdown", "lark", "networkx<3.6", "pyyaml"]
        done = subprocess.run(
            [str(python), "-m", "pip", "install", "-q", *needed], capture_output=True, text=True
        )
        if done.returncode:
            shutil.rmtree(folder)
            return Peer(PYARGDOWN, None, "pip failed")
    checkout = os.environ.get("ARGMAP_PYARGDOWN")
    path = {"PYTHONPATH": str(Path(checkout) / "src")} if checkout else {}
    imported = subprocess.run(
        [str(python), "-c", "import pyargdown.parser.main"], env={**os.environ, **path}, capture_output=True
    )
    if imported.returncode:
        said = "its package on PyPI is empty; let ARGMAP_PYARGDOWN name a checkout of debatelab/pyargdown"
        return Peer(PYARGDOWN, None, said)
    return Peer(PYARGDOWN, (str(python), str(HERE / "pyargdown_worker.py")), "", path)
