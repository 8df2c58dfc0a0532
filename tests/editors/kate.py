"""Drives Kate by keys and by the mouse, and reports what came of it.

What counts is what Kate asked, what the server answered, and what is in the file after it was saved.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from tests.editors.screen import Screen, ScreenError, display, running
from tests.editors.wire import Wire, copying, token_type

NEEDED = ("Xvfb", "xdotool")
# In seconds, for all that is done in Kate.
_PATIENCE = 150
# Where the mouse looks for a line, in pixels; about how high a line is; how long Kate waits with a hint.
_LEFT, _MIDDLE, _TOP, _BOTTOM, _LINE, _HINT, _TRIES = 190, 440, 110, 860, 15, 0.8, 30
# Kate asks for titles after three letters.
_TYPED = "Pol"
_SETTINGS = """\
[General]
Show welcome view for new window=false
Last Session Time=0

[KTextEditor Document]
Newline at End of File=false
Remove Spaces=0
Indentation Mode=none

[KTextEditor View]
Auto Brackets=false
Dynamic Word Wrap=false
Word Completion=false

[Kate Plugins]
lspclientplugin=true

[lspclient]
AllowedServerCommandLines={server} lsp
AutoHover=true
SemanticHighlighting=true
"""


@frozen
class Home:
    """A home folder for Kate in which nobody's own settings count."""

    folder: Path
    wire: Wire

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables by which Kate finds nothing but this folder."""
        places = {
            "HOME": self.folder,
            "XDG_CONFIG_HOME": self.folder / "config",
            "XDG_DATA_HOME": self.folder / "data",
            "XDG_CACHE_HOME": self.folder / "cache",
            "XDG_STATE_HOME": self.folder / "state",
            "XDG_RUNTIME_DIR": self.folder / "run",
        }
        programs = os.pathsep.join((str(self.folder / "bin"), os.environ.get("PATH", "")))
        # Kate is to start anew, not to open the file in a Kate that runs already.
        others = {"PATH": programs, "DBUS_SESSION_BUS_ADDRESS": "disabled:", "QT_QPA_PLATFORM": "xcb"}
        return os.environ | {name: str(path) for name, path in places.items()} | others


def report(program: str, server: Sequence[str], task: Mapping[str, Any], page: str) -> dict[str, Any]:
    """Return what Kate and the server did for a task, set up as a page of the documentation says."""
    file = Path(task["path"])
    home = _furnished(file.parent / "home", server, page)
    collected: dict[str, Any] = {"editor": _version(program, home), "way": "User Server Settings"}
    try:
        with display(home.environment) as environment:
            screen = Screen(environment, file, time.monotonic() + _PATIENCE)
            with running([program, "-n", str(file)], environment):
                for key, value in _steps(screen, home.wire, task):
                    collected[key] = value
    except (ScreenError, subprocess.TimeoutExpired) as error:
        collected["error"] = str(error)
    return collected


def _steps(screen: Screen, wire: Wire, task: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    screen.wait("a window", screen.window)
    opened = screen.wait("the server", lambda: wire.questions("textDocument/didOpen"))
    yield "filetype", opened[0]["params"]["textDocument"]["languageId"]
    capabilities = screen.wait("its capabilities", lambda: _last(wire, "initialize"))["capabilities"]
    yield "capabilities", sorted(capabilities)
    yield "diagnostic", screen.wait("diagnostics", lambda: _finding(wire, task["code"]))
    legend, place = capabilities["semanticTokensProvider"]["legend"]["tokenTypes"], task["hover"]
    screen.go(place["line"], place["column"])
    yield "colour", screen.wait("colours", lambda: _colour(wire, legend, place))
    yield "hover", _hover(screen, wire, place)

    screen.press("ctrl+End", "Return")
    screen.write(f"[{_TYPED}")
    yield "typed", _TYPED
    yield "completion", screen.wait("completion", lambda: _labels(wire))
    # The list goes first, then what was typed.
    screen.press("Escape", *["BackSpace"] * (len(_TYPED) + 2))

    before = screen.file.read_text(encoding="utf-8")
    screen.go(task["rename"]["line"], task["rename"]["column"])
    screen.press("F2", "ctrl+a")
    screen.write(task["rename"]["title"])
    screen.press("Return")
    screen.wait("the edits of rename", lambda: _last(wire, "textDocument/rename"))
    # No window manager gives the keys back that the question for a title had.
    screen.wait("the window", screen.window)
    renamed = screen.saved(before, "rename")
    yield "renamed", renamed

    screen.press("ctrl+End", "Return")
    screen.write(task["untidy"])
    untidy = screen.saved(renamed, "a line more")
    screen.press("ctrl+t", "f")
    screen.wait("the edits of format", lambda: _last(wire, "textDocument/formatting"))
    yield "formatted", screen.saved(untidy, "format")


def _last(wire: Wire, method: str) -> Any:
    return next((result for _, result in reversed(list(wire.answers(method)))), None)


def _finding(wire: Wire, code: str) -> dict[str, Any]:
    for notice in wire.notices("textDocument/publishDiagnostics"):
        for finding in notice["diagnostics"]:
            if finding["code"] == code:
                return {"line": finding["range"]["start"]["line"] + 1, "message": finding["message"]}
    return {}


def _colour(wire: Wire, legend: Sequence[str], place: Mapping[str, int]) -> str:
    # Kate asks for what is on the screen only.
    parts = [tokens["data"] for _, tokens in wire.answers("textDocument/semanticTokens/range")]
    types = (token_type(part, legend, place["line"] - 1, place["column"]) for part in parts)
    return next(filter(None, types), "")


def _hover(screen: Screen, wire: Wire, place: Mapping[str, int]) -> str:
    """Return what is explained on the line of a place; the mouse seeks the line by what Kate asks for."""
    line, y = place["line"] - 1, _MIDDLE
    for _ in range(_TRIES):
        known = len(wire.questions("textDocument/hover"))
        screen.point(_LEFT, y)
        time.sleep(_HINT)
        lines = [each["params"]["position"]["line"] for each in wire.questions("textDocument/hover")]
        if lines[known:] and lines[-1] == line:
            return screen.wait("an explanation", lambda: _explained(wire, line))
        # Between words nothing is asked.
        rows = line - lines[-1] if lines[known:] else 1
        y = _TOP + (y - _TOP + rows * _LINE) % (_BOTTOM - _TOP)
    raise ScreenError("the mouse did not come to the title")


def _explained(wire: Wire, line: int) -> str:
    answers = wire.answers("textDocument/hover")
    return next(
        (answer["contents"]["value"] for asked, answer in answers if asked["position"]["line"] == line), ""
    )


def _labels(wire: Wire) -> list[str]:
    result = _last(wire, "textDocument/completion") or []
    items = result["items"] if isinstance(result, dict) else result
    return [item["label"] for item in items]


def _furnished(folder: Path, server: Sequence[str], page: str) -> Home:
    """Make a home folder with the set-up that a page has for Kate."""
    section = page[page.index("\n## Kate\n") :]
    mode, servers = (_fence(section, language) for language in ("xml", "json"))
    home = Home(folder, Wire(folder / "asked", folder / "answered"))
    command = folder / "bin" / "argmap"
    _write(command, copying(server, home.wire))
    command.chmod(0o755)
    _write(folder / "config" / "katerc", _SETTINGS.format(server=command))
    _write(folder / "config" / "kate" / "lspclient" / "settings.json", servers)
    _write(folder / "data" / "org.kde.syntax-highlighting" / "syntax" / "argdown.xml", mode)
    (folder / "run").mkdir(mode=0o700)
    return home


def _fence(section: str, language: str) -> str:
    fence = re.search(rf"^```{language}\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    assert fence is not None, f"the page has no set-up in {language} for Kate"
    return fence[1]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _version(program: str, home: Home) -> str:
    environment = home.environment | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [program, "--version"], env=environment, capture_output=True, timeout=_PATIENCE, check=False
    )
    return ran.stdout.decode(errors="replace").strip().title()
