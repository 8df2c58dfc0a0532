"""A page followed word by word: its files are written, its commands run, its Python executed.

    python -m tests.docs.walkthrough docs/tutorial.md

follows a page as a new user would: in an empty folder beside a fresh copy of this repository, with an
environment that holds nothing but a path to Python, and with the commands that install things.
"""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import field, frozen
from tests.docs.fences import ROOT, Fence, fences

_MARK = "-- walkthrough --"
_CHECKER = doctest.OutputChecker()
_FLAGS = doctest.ELLIPSIS | doctest.REPORT_UDIFF
# What lies in a working tree and is no part of it.
_NO_PART = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".hypothesis", "build", "dist", "node_modules", "__pycache__"
)
# A command says that it could not do what it was asked to.
_USAGE = 2


class WalkthroughError(AssertionError):
    """A page shows something else than what happens."""


@frozen
class Command:
    """A line behind `$`, and what the page shows below it."""

    words: str
    shown: str


def commands(fence: Fence) -> Iterator[Command]:
    """Yield the commands of a fence; in `sh` every line is one, in `console` what stands behind `$`."""
    if fence.language == "sh":
        for line in fence.content.splitlines():
            yield Command(line, "")
        return
    for part in f"\n{fence.content}".split("\n$ ")[1:]:
        words, _, shown = part.partition("\n")
        yield Command(words, shown.strip("\n"))


class Shell:
    """One shell for a whole page, so that folders and environments stay entered."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self) -> Shell:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate(timeout=60)

    def run(self, words: str) -> tuple[str, int]:
        """Return what a command prints, on both streams, and its exit code."""
        entry, out = self.process.stdin, self.process.stdout
        assert entry
        assert out
        entry.write(f"{{ {words}\n}} </dev/null\nprintf '\\n{_MARK} %s\\n' $?\n")
        entry.flush()
        said: list[str] = []
        for line in out:
            if line.startswith(_MARK):
                return "".join(said).strip("\n"), int(line.removeprefix(_MARK))
            said.append(line)
        raise WalkthroughError(f"the shell ended in: {words}")

    def folder(self) -> Path:
        """Return where the shell is."""
        return Path(self.run("pwd")[0])


@frozen
class Walk:
    """A walk through a page; `installs` says whether `sh` fences, which install things, are run."""

    shell: Shell
    installs: bool = False
    names: dict[str, object] = field(factory=dict)

    def follow(self, page: Path) -> None:
        """Do all that a page says, from top to bottom.

        Raises:
            WalkthroughError: something else happens than what the page shows.
        """
        for fence in fences(page):
            if fence.file:
                target = self.shell.folder() / fence.file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(fence.content, encoding="utf-8")
            elif fence.language in ("python", "pycon"):
                self.execute(fence)
            elif fence.language == "console" or (fence.language == "sh" and self.installs):
                for command in commands(fence):
                    self.obey(command, fence)

    def obey(self, command: Command, fence: Fence) -> None:
        said, code = self.shell.run(command.words)
        if code >= _USAGE or (fence.language == "sh" and code):
            raise WalkthroughError(f"{fence}: exit code {code} of {command.words}\n{said}")
        if command.shown and not _CHECKER.check_output(f"{command.shown}\n", f"{said}\n", _FLAGS):
            raise WalkthroughError(f"{fence}: {command.words}\n-- shown:\n{command.shown}\n-- said:\n{said}")

    def execute(self, fence: Fence) -> None:
        os.chdir(self.shell.folder())
        if ">>> " not in fence.content:
            code = compile(
                "\n" * (fence.line - 1) + fence.content, str(fence.page), "exec", dont_inherit=True
            )
            exec(code, self.names)
            return
        parser = doctest.DocTestParser()
        example = parser.get_doctest(fence.content, self.names, str(fence), str(fence.page), fence.line - 1)
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False, optionflags=_FLAGS)
        runner.run(example, out=said.append, clear_globs=False)
        self.names.update(example.globs)
        if said:
            raise WalkthroughError("".join(said))


def environment() -> dict[str, str]:
    """Return the environment in which the commands of pages run: with this installation, uncoloured."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ARGMAP_")}
    return {**kept, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONWARNINGS": "error"}


def main(page: Path) -> None:
    """Follow a page as a new user."""
    with tempfile.TemporaryDirectory() as name:
        start, home = Path(name) / "start", Path(name) / "home"
        for folder in (start, home, home / "bin"):
            folder.mkdir()
        shutil.copytree(ROOT, start / "argmap", ignore=_NO_PART)
        # A path with Python, the tools of the system and nothing else.
        python = getattr(sys, "_base_executable", sys.executable)
        (home / "bin" / "python3").write_text(f'#!/bin/sh\nexec "{python}" "$@"\n')
        (home / "bin" / "python3").chmod(0o755)
        bare = {"HOME": str(home), "PATH": f"{home}/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "NO_COLOR": "1"}
        # What a machine says of where packages come from, so that pip finds any.
        bare |= {
            name: value for name, value in os.environ.items() if name.upper().startswith(("PIP_", "SSL_"))
        }
        bare |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        with Shell(start, bare) as shell:
            Walk(shell, installs=True).follow(page)
    print(f"{page} was followed: 1 passed, 0 failed")


def _says_where_packages_are(name: str) -> bool:
    return name.upper().startswith(("PIP_", "SSL_")) or name.lower().endswith("_proxy")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
