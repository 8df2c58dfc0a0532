"""How much of the source the tests run: `python -m tests.coverage`, from the top of a checkout.

Lines and branches count alike. It fails if less than `LEAST` per cent of them are run, and names the modules
of which the most is not. Tests that count work are left out, because what observes the lines is counted too,
and so are those that start programs, whose lines cannot be seen from here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

LEAST = 96
_SHOWN = 20
_LEFT_OUT = (
    # These count work.
    "tests/data/test_locations.py",
    "tests/fences/test_growth.py",
    "tests/interop/scheme_graphs/test_graph_growth.py",
    "tests/test_families.py",
    "tests/test_hostile.py",
    "tests/test_patterns.py",
    # These start programs.
    "tests/browser",
    "tests/cli/test_program.py",
    "tests/extensions/test_notebook.py",
    "tests/test_files.py",
    # These are about documents, and have gates of their own.
    "tests/benchmarks",
    "tests/conformance",
    "tests/docs",
    "tests/fuzz",
)
# What only those programs run, or a language server, which tests ask as editors do.
_NOT_SEEN = (
    "cli/__main__.py",
    "cli/explain.py",
    "cli/program.py",
    "cli/serving/lsp_command.py",
    "extensions/notebook.py",
    "lsp/handlers/",
    "lsp/server.py",
)


class Module(NamedTuple):
    """A module with the number of its lines and branches that were run, and that were not."""

    path: str
    covered: int
    missing: int

    def __str__(self) -> str:
        share = 100 * self.covered / (self.covered + self.missing)
        return f"{share:5.1f} %  {self.missing:4} not run  {self.path}"


def main() -> int:
    """Run the tests, print what they do not run, and return 1 if that is too much or a test fails."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "coverage.json")
        if not _run_tests(report):
            return 1
        modules = sorted(_modules(report), key=lambda module: -module.missing)
    covered, missing = sum(module.covered for module in modules), sum(module.missing for module in modules)
    print(*modules[:_SHOWN], sep="\n")
    share = 100 * covered / (covered + missing)
    print(f"{share:.1f} % of lines and branches are run; {LEAST} % are asked for")
    return int(share < LEAST)


def _run_tests(report: Path) -> bool:
    """Write what the tests run, each core a part of them; return whether all passed."""
    cores = os.cpu_count() or 1
    files = sorted(str(path) for path in Path("tests").rglob("test_*.py") if not _is_left_out(path))
    parts = [report.with_name(f"part-{core}.json") for core in range(cores)]
    runs = [_started(files[core::cores], part) for core, part in enumerate(parts)]
    codes = [run.wait() for run in runs]
    merge = ["--merge", *(str(part) for part in parts if part.exists()), "--out", str(report)]
    merged = subprocess.run(
        [sys.executable, "-m", "slipcover", *merge], stdout=subprocess.DEVNULL, check=False
    )
    return not any(codes) and merged.returncode == 0


def _is_left_out(path: Path) -> bool:
    return any(path.is_relative_to(left_out) for left_out in _LEFT_OUT)


def _started(files: list[str], report: Path) -> subprocess.Popen[bytes]:
    observed = ["--branch", "--source", "src/argmap", "--json", "--out", str(report)]
    warnings = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    quick = ["--hypothesis-profile=quick", "-p", "no:cacheprovider"]
    command = ["slipcover", *observed, "-m", "pytest", "-q", *warnings, *quick, *files]
    # Each part runs on one core, whatever is said of tests elsewhere.
    here = {"PYTHONPATH": os.getcwd(), "PYTEST_ADDOPTS": ""}
    return subprocess.Popen([sys.executable, "-m", *command], env={**os.environ, **here})


def _modules(report: Path) -> Iterator[Module]:
    for path, module in json.loads(report.read_text("utf-8"))["files"].items():
        counts = module["summary"]
        if not any(place in path for place in _NOT_SEEN):
            yield Module(
                path,
                counts["covered_lines"] + counts["covered_branches"],
                counts["missing_lines"] + counts["missing_branches"],
            )


if __name__ == "__main__":
    sys.exit(main())
