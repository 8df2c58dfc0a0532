"""Open the largest example in the editors that are installed, and look whether the server serves them.

`python -m tests.editors [neovim] [emacs] [kate]`, from the root of the repository. Editors that are not
installed are skipped, with the reason. `--neovim PATH`, `--emacs PATH` and `--kate PATH` name other programs
than those on `PATH`, and `--server COMMAND` another server; the exit code is 1 if an editor was served
otherwise than it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from tests.editors import kate

import argmap

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FLAGSHIP = ROOT / "examples" / "us-russia-policy.argdown"
# In seconds, for all that is done in an editor.
_PATIENCE = 240
_SERVER = [sys.executable, "-m", "argmap.cli", "lsp"]
_PAGE = ROOT / "docs" / "editors.md"
_UNSOURCED = "[^Somebody]: Somebody is said to have said so."
_TITLE, _NEW_TITLE = "Policy shift", "A shift of policy"
_WRONG, _RIGHT = ["[Wrong]: Its reason is not indented.", "+ <So it is>"], "  + <So it is>"
_UNTIDY, _TIDY = "[Untidy]:   This is not laid out.   {b:  1}", "[Untidy]: This is not laid out. {b: 1}"


@frozen
class Editor:
    """An editor: its program, the language of its set-up, and how it runs the script that drives it.

    Without a script it is driven from outside, by the programs that it needs.
    """

    name: str
    program: str
    language: str = ""
    script: str = ""
    options: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


EDITORS = {
    editor.name: editor
    for editor in (
        Editor(
            "neovim",
            "nvim",
            "lua",
            "neovim.lua",
            ("--headless", "--clean", "-i", "NONE", "-n", "-c", "luafile {}"),
        ),
        Editor("emacs", "emacs", "elisp", "emacs.el", ("-q", "--batch", "--load", "{}")),
        Editor("kate", "kate", needed=kate.NEEDED),
    )
}


def main() -> int:
    """Try the editors that are asked for, and print what each did; return 1 if one was served badly."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.editors", description="Try the server in real editors."
    )
    parser.add_argument(
        "names", nargs="*", metavar="EDITOR", help=f"one of {', '.join(EDITORS)}; by default all"
    )
    for name in EDITORS:
        parser.add_argument(f"--{name}", metavar="PATH", help=f"the program to run for {name}")
    parser.add_argument("--server", metavar="COMMAND", help="the server to start; by default `argmap lsp`")
    asked = vars(parser.parse_args())
    server = shlex.split(asked["server"]) if asked["server"] else _SERVER
    failures = 0
    for name in asked["names"] or EDITORS:
        editor = EDITORS[name]
        program = asked[name] or shutil.which(editor.program)
        missing = [needed for needed in editor.needed if shutil.which(needed) is None]
        if program is None or missing:
            print(f"{name}: skipped, there is no `{missing[0] if program else editor.program}` on PATH")
            continue
        lines = list(tried(editor, program, server))
        print("\n".join(f"{name}: {line}" for line in lines))
        failures += any(line.startswith("FAILED") for line in lines)
    return int(failures > 0)


def tried(editor: Editor, program: str, server: Sequence[str]) -> Iterator[str]:
    """Yield what an editor did, line by line; what is not as it should be begins with FAILED."""
    with tempfile.TemporaryDirectory() as folder:
        text = f"{FLAGSHIP.read_text(encoding='utf-8')}\n{_UNSOURCED}\n"
        file = Path(folder) / FLAGSHIP.name
        file.write_text(text, encoding="utf-8")
        for beside in FLAGSHIP.parent.glob("*.json"):
            shutil.copy(beside, folder)
        if editor.script:
            options = [option.format(HERE / editor.script) for option in editor.options]
            words = {"ARGMAP_TASK": task_of(text, file), "ARGMAP_SETUP": setups_of(editor)}
            _write_command(Path(folder) / "bin" / "argmap", server)
            report = _report([program, *options], words, Path(folder))
        else:
            report = kate.report(program, server, task_of(text, file), _PAGE.read_text(encoding="utf-8"))
    if "error" in report:
        yield f"FAILED {report['error']}"
    yield from _judged(report, text)


def task_of(text: str, file: Path) -> dict[str, Any]:
    """Return what an editor has to do: lines count from 1, columns from 0."""
    lines = text.splitlines()
    line = next(number for number, each in enumerate(lines, 1) if f"[{_TITLE}]:" in each)
    place = {"line": line, "column": lines[line - 1].index(_TITLE) + 1}
    return {
        "path": str(file),
        "code": "C301",
        "hover": place,
        "rename": {**place, "title": _NEW_TITLE},
        "untidy": _UNTIDY,
        "wrong": _WRONG,
        "repair": "Lay out these lines",
    }


def setups_of(editor: Editor) -> list[str]:
    """Return the set-ups of an editor, as the documentation has them."""
    page = _PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{editor.language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


def _write_command(path: Path, server: Sequence[str]) -> None:
    """Write a program that set-ups start as `argmap lsp`."""
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\nexec {shlex.join(server)}\n", encoding="utf-8")
    path.chmod(0o755)


def _report(command: Sequence[str], words: Mapping[str, object], folder: Path) -> dict[str, Any]:
    """Return what an editor reports, or why it does not."""
    answer, home = folder / "report.json", folder / "home"
    home.mkdir()
    # Nobody's own settings count.
    programs = os.pathsep.join((str(folder / "bin"), os.environ.get("PATH", "")))
    paths = {"ARGMAP_REPORT": str(answer), "HOME": str(home), "PATH": programs}
    told = {name: json.dumps(value) for name, value in words.items()}
    try:
        ran = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | told | paths,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"it did not end in {_PATIENCE} s"}
    if not answer.exists():
        return {"error": f"it wrote no report: {ran.stdout.decode(errors='replace')[-2000:]}"}
    report: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return report


def _judged(report: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what a report says, with FAILED before what should be otherwise."""
    yield f"{report.get('editor')}, by {report.get('way')}, file type {report.get('filetype')}"
    yield f"the server offers {', '.join(report.get('capabilities', ()))}"
    finding = report.get("diagnostic", {})
    line = text.count("\n", 0, text.index(_UNSOURCED)) + 1
    yield from _is(
        "diagnostics", finding.get("line") == line, f"line {finding.get('line')}: {finding.get('message')}"
    )
    hover = report.get("hover", "")
    yield from _is("hover", "Washington has clearly changed" in hover, repr(hover[:300]))
    if "colour" in report:
        yield from _is("colours", report["colour"] not in ("", None), f"the title is {report['colour']!r}")
    labels = report.get("completion", ())
    typed = str(report.get("typed", ""))
    known = [
        title
        for title in argmap.parse(text).debate.claims
        if not title.startswith("Untitled")
        and any(word.casefold().startswith(typed.casefold()) for word in title.split())
    ]
    count = sum(any(title in label for label in labels) for title in known)
    yield from _is(
        "completion", 0 < count == len(known), f"{count} of {len(known)} titled claims behind `[{typed}`"
    )
    if "repaired" in report:
        yield from _is("repairs", report["repaired"] == _RIGHT, f"the line is {report['repaired']!r}")
    renamed = argmap.edits.rename(argmap.parse(text), f"[{_TITLE}]", _NEW_TITLE)
    expected = argmap.edits.apply(text, renamed)
    yield from _is("rename", _same(report.get("renamed"), expected), f"{len(renamed)} places of [{_TITLE}]")
    formatted = argmap.format_text(f"{expected}\n{_UNTIDY}\n")
    is_tidy = _same(report.get("formatted"), formatted) and _TIDY in formatted
    yield from _is(
        "format", is_tidy, f"the last line is `{str(report.get('formatted')).rstrip().splitlines()[-1]}`"
    )


def _is(name: str, is_right: bool, words: str) -> Iterator[str]:
    yield f"{'ok' if is_right else 'FAILED'} {name}: {words}"


def _same(given: object, expected: str) -> bool:
    # Editors differ in line ends at the end of a text.
    return str(given).rstrip("\n") == expected.rstrip("\n")


if __name__ == "__main__":
    sys.exit(main())
