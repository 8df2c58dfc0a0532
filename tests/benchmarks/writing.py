"""How long it takes to write a debate: `python -m tests.benchmarks.writing [--against FOLDER] [FILE...]`.

FOLDER is another checkout, such as one of an older commit; both take turns, each round in fresh processes.
Without a FILE the two longest examples are written. Times are the least of all rounds, in ms, for the
processor's other work only ever adds to them; `calls` are those of functions of Python.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_ROUNDS = 4
_PROGRAM = """
import json, sys, time
from collections import Counter
sys.path.insert(0, sys.argv[1])
import argmap
text = open(sys.argv[2], encoding="utf-8").read()
debate = argmap.parse(text).debate

def least(work):
    times = []
    for _ in range(15):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times[3:]) * 1000

def counted(work):
    calls = Counter()
    def profile(frame, event, argument):
        if event == "call":
            calls[frame.f_code.co_name] += 1
    sys.setprofile(profile)
    work()
    sys.setprofile(None)
    return {"parses": calls["parse_tree"], "prints": calls["print_script"], "calls": calls.total()}

tasks = {"to_text": lambda: argmap.to_text(debate), "draft": lambda: argmap.Draft.of(debate).to_text()}
print(json.dumps({**{name: least(task) for name, task in tasks.items()}, **counted(tasks["to_text"])}))
"""


def figures(source: Path, file: Path) -> dict[str, float]:
    """Return what a fresh process measures with the package in a folder."""
    command = [sys.executable, "-c", _PROGRAM, str(source), str(file)]
    found: dict[str, float] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return found


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="another checkout")
    asked = parser.parse_args()
    examples = sorted((_ROOT / "examples").glob("*.argdown"), key=lambda file: -file.stat().st_size)
    sources = [folder / "src" for folder in (_ROOT, asked.against) if folder]
    print("| file | package | to_text | draft | parses | prints | calls |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for file in asked.files or examples[:2]:
        rounds = [[figures(source, file) for source in sources] for _ in range(_ROUNDS)]
        for place, source in enumerate(sources):
            least = {name: min(turn[place][name] for turn in rounds) for name in rounds[0][place]}
            cells = (f"{least['to_text']:.1f}", f"{least['draft']:.1f}")
            counts = (str(least[name]) for name in ("parses", "prints", "calls"))
            print(f"| {' | '.join((file.name, source.parent.name, *cells, *counts))} |")


if __name__ == "__main__":
    main()
