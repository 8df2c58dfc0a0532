"""The command as a process: its signals, and the streams that it was given or not given."""

from __future__ import annotations

import gc
import os
import signal
import sys

# Not from typing, as in argmap.cli.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

# As shells say that a signal ended a program.
_SIGNALLED = 128
_FAILED = 2
# How many objects are made before Python looks which of them are garbage. What is loaded stays, and to look
# through it after each 700 takes a twentieth of the time of drawing a small map.
_UNEXAMINED = 50_000


def run() -> NoReturn:
    """Run the command and exit, without a traceback whatever signal comes and whatever stream is missing."""
    # Until all is loaded there is nothing to tidy up, and imports turn interrupts into odd errors.
    _on_interrupt(_quit)
    gc.set_threshold(_UNEXAMINED)
    _open_streams()
    from argmap.cli.command import main

    for name in ("SIGTERM", "SIGHUP"):
        _on(name, _exit)
    _on_interrupt(signal.default_int_handler)
    try:
        main.main(prog_name="argmap")
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    except KeyboardInterrupt:
        code = _SIGNALLED + signal.SIGINT
    finally:
        _on_interrupt(_quit)
    _leave(_closed(code))


def _on_interrupt(handler: object) -> None:
    # Who starts us in the background may want us not to hear it.
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)  # type: ignore[arg-type]  # a function or signal.SIG_DFL


def _on(name: str, handler: object) -> None:
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) == signal.SIG_DFL:
        signal.signal(number, handler)  # type: ignore[arg-type]  # as above


def _quit(number: int, frame: FrameType | None) -> NoReturn:
    os._exit(_SIGNALLED + number)


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    """Leave as by an error, so that files which are half written are removed."""
    raise SystemExit(_SIGNALLED + number)


def _open_streams() -> None:
    """Put streams that fail in the place of those that are closed: no file takes their place unnoticed."""
    for number, (flags, mode, name) in enumerate(
        ((os.O_WRONLY, "r", "stdin"), (os.O_RDONLY, "w", "stdout"), (os.O_RDONLY, "w", "stderr"))
    ):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one. Opened the wrong way round, it fails when used.
            opened = os.open(os.devnull, flags)
            if opened == number:
                setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="backslashreplace"))


def _closed(code: int) -> int:
    """Return an exit code, that of a failure if what is still to be written cannot be."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError as error:
            from argmap.cli.streams import READER_GONE

            code = code or (READER_GONE if isinstance(error, BrokenPipeError) else _FAILED)
            _forget(stream.fileno())
    return code


def _leave(code: int) -> NoReturn:
    """End without taking everything apart first, which takes a tenth of the time of drawing a small map."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        sys.exit(code)
    import atexit

    atexit._run_exitfuncs()
    os._exit(code)


def _forget(number: int) -> None:
    """Let what a stream holds go nowhere, or Python complains of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
