"""A screen that nobody sees, with Kate on it, moved by keys and by the mouse."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

# In seconds: for what is waited for, and for an editor to follow a key.
_TURN, _PAUSE = 20, 0.4
# Ends a program even where nobody is left to end it.
_LIMIT = ("timeout", "--kill-after=5", "240")
_SIZE = ("1400", "900")
_Result = TypeVar("_Result")


class ScreenError(Exception):
    """What was waited for on a screen did not happen."""


@frozen
class Screen:
    """A screen with an editor of a file on it; `end` is when all patience is over."""

    environment: Mapping[str, str] = field(repr=False)
    file: Path
    end: float

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(_PAUSE)

    def write(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "40", text)
        time.sleep(_PAUSE)

    def point(self, x: int, y: int) -> None:
        """Move the mouse to a place, and a little further, as a hand does."""
        for step in (3, 0):
            self._xdotool("mousemove", str(x + step), str(y))
            time.sleep(_PAUSE)

    def window(self) -> str:
        """Return the window of the editor, and give it the keys."""
        names = self._xdotool("search", "--onlyvisible", "--name", self.file.name).split()
        if names:
            self._xdotool("windowsize", names[-1], *_SIZE)
            self._xdotool("windowfocus", names[-1])
        return "".join(names[-1:])

    def go(self, line: int, column: int) -> None:
        """Move the cursor: lines count from 1, columns from 0."""
        self.press("ctrl+g")
        self.write(str(line))
        self.press("Return", "Home")
        self._xdotool("key", "--repeat", str(column), "--delay", "30", "Right")
        time.sleep(_PAUSE)

    def saved(self, before: str, what: str) -> str:
        """Return what is in the file as soon as it is saved otherwise than before."""

        def is_saved() -> str:
            self.press("ctrl+s")
            text = self.file.read_text(encoding="utf-8")
            return text if text != before else ""

        return self.wait(what, is_saved)

    def wait(self, what: str, condition: Callable[[], _Result]) -> _Result:
        """Return what a condition returns as soon as it is true."""
        end = min(self.end, time.monotonic() + _TURN)
        while time.monotonic() < end:
            if result := condition():
                return result
            time.sleep(_PAUSE)
        raise ScreenError(f"waited in vain for {what}")

    def _xdotool(self, *words: str) -> str:
        ran = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_TURN,
            check=False,
        )
        return ran.stdout.decode(errors="replace")


@contextmanager
def display(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield an environment with a screen of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with running(command, environment, pass_fds=(write,)):
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start")
        yield {**environment, "DISPLAY": f":{number}"}


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], *, pass_fds: Sequence[int] = ()
) -> Iterator[None]:
    """Run a program in a group of its own, and end the whole group whatever happens."""
    program = subprocess.Popen(
        [*_LIMIT, *command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=pass_fds,
    )
    try:
        yield
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(program.pid, sign)
            time.sleep(_PAUSE)
        program.wait()
