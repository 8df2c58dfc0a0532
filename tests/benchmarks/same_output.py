"""Do two checkouts make the same of every document? `python -m tests.benchmarks.same_output FOLDER`.

FOLDER is the other checkout. Of documents of 10 KB and 1 MB, and of every file of Argdown in this checkout,
the trees, debates with all their places, diagnostics and drawings in DOT are compared; what differs is
printed, and then the program ends with 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measures import written
from tests.benchmarks.workers import ROOT, environment

_SIZES = (10_000, 1_000_000)
_PROGRAM = """
import hashlib, json, sys
from collections.abc import Mapping
sys.path.insert(0, sys.argv[1])
import argmap
from attrs import fields, has

def whole(thing):
    # Places do not show in a repr, and are compared all the same.
    if has(type(thing)):
        names = [field.name for field in fields(type(thing))]
        return [type(thing).__name__, *((name, whole(getattr(thing, name))) for name in names)]
    if isinstance(thing, Mapping):
        return [(key, whole(value)) for key, value in thing.items()]
    return [whole(value) for value in thing] if isinstance(thing, tuple | list) else thing

def hashed(thing):
    return hashlib.sha256(repr(whole(thing)).encode("utf-8", "surrogatepass")).hexdigest()[:12]

for line in sys.stdin:
    file = line.rstrip("\\n")
    document = argmap.parse(open(file, encoding="utf-8", newline="").read())
    made = {name: hashed(getattr(document, name)) for name in ("tree", "debate", "diagnostics")}
    made["dot"] = hashed(argmap.draw(document).dot)
    print(json.dumps(made), flush=True)
"""


def main() -> int:
    """Print what differs."""
    files = [written(size) for size in _SIZES]
    for folder in ("docs", "examples", "src", "tests"):
        files += sorted((ROOT / folder).rglob("*.argdown"))
    sources = [folder.resolve() / "src" for folder in (Path(sys.argv[1]), ROOT)]
    asked = "".join(f"{file}\n" for file in files)
    other, this = (_made(source, asked) for source in sources)
    differing = 0
    for file, before, now in zip(files, other, this, strict=True):
        names = [name for name in now if before[name] != now[name]]
        differing += bool(names)
        if names:
            print(f"{file}: {', '.join(names)}")
    print(f"{len(files)} files, {differing} differ")
    return 1 if differing else 0


def _made(source: Path, asked: str) -> list[dict[str, str]]:
    command = [sys.executable, "-c", _PROGRAM, str(source)]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, env=environment())
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
