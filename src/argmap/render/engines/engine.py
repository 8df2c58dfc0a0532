"""Layout engines: finding Graphviz and running it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from argmap.named_tuples import NamedTuple
from argmap.text.nearest import nearest

VARIABLE = "ARGMAP_DOT"
WORDS = ("auto", "embedded", "system")

# The longest wait, in seconds, that systems can represent; nobody waits as long.
LONGEST_WAIT = 1_000_000.0
_HOW_TO_GET_ONE = (
    "type `pip install graphviz-pure` (Linux, macOS and Windows, 64 bit), or install Graphviz "
    f"(https://graphviz.org/download/) so that `dot` is on PATH, or set {VARIABLE}=/path/to/dot"
)
# What engines say about missing fonts, and about their own work: nobody can do anything about it, and the
# drawing is complete.
_HARMLESS = (
    "no value for width of non-ASCII character",
    "Fontconfig ",
    "Pango-WARNING",
    "Pango-CRITICAL",
    "removing empty cluster",
    "was already in a rankset",
    "two non-comparable clusters",
    "two non-nested clusters",
    "has no nodes left",
    "Unable to reclaim box space",
    "falling back to straight line edges",
    # About scripts whose letters are wider than was assumed, or than the engine believes; they fit into the
    # box all the same.
    "cell size too small for content",
    "table size too small for content",
)
# A complaint of this kind means that a label is lost, although the drawing looks complete.
_FATAL = ("in label of", "syntax error", "not well-formed")
_SHOWN_COMPLAINTS = 3
# The beginnings and the ends of complete files.
_ENDS = {
    "svg": (b"", b"</svg>"),
    "png": (b"\x89PNG", b"IEND"),
    "jpg": (b"\xff\xd8", b"\xff\xd9"),
    "pdf": (b"%PDF", b"%%EOF"),
    "json": (b"", b"}"),
}


# The time at which a PDF was made, which old engines write regardless of `SOURCE_DATE_EPOCH`.
_CREATION_TIME = re.compile(rb"(/CreationDate \(D:)\d{14}")

# The output formats that are texts.
_TEXTS = ("svg", "json", "json0", "dot", "xdot")


class EngineError(RuntimeError):
    """No layout engine was found, or the one that ran gave no drawing; the message says what to do."""


class EngineTimeoutError(EngineError):
    """A layout took longer than allowed."""


class Engine(NamedTuple):
    """An executable that speaks DOT; `name` is `embedded`, `system` or what the user called it."""

    name: str
    executable: str

    @property
    def version(self) -> str:
        """What it calls itself, on one line; `unknown version` if it does not say."""
        try:
            ran = _call([self.executable, "-V"], b"", 10)
        except (OSError, subprocess.TimeoutExpired):
            return "unknown version"
        said = (ran.stderr or ran.stdout).decode(errors="replace").strip()
        return said.splitlines()[0] if said else "unknown version"


class Rendering(NamedTuple):
    """The result of an engine: the bytes of a file, which engine it was, and its complaints."""

    content: bytes
    engine: Engine
    messages: tuple[str, ...] = ()


def render_dot(
    dot: str, *, output: str, engine: str = "auto", timeout: float = 60, options: Sequence[str] = ()
) -> Rendering:
    """Return the drawing of a DOT text as `output`: svg, png, jpg, json, or pdf, which few engines have.

    `engine` is `auto`, `embedded`, `system`, or the path of an executable; `auto` means what the
    environment variable ARGMAP_DOT says, and without it embedded, or system where that is missing
    or does not run. `timeout` is in seconds.

    Raises:
        EngineError: there is no such engine, or it gave no drawing.
    """
    wanted = wanted_engine(engine)
    failed: list[str] = []
    for one in find_engines(wanted):
        try:
            return _drawing(one, dot, output, timeout, options)
        except _DoesNotRun as why:
            failed.append(str(why))
    if failed:
        raise EngineError(f"{'; '.join(failed)}: {_HOW_TO_GET_ONE}")
    raise EngineError(f"{_missing(wanted)}: {_HOW_TO_GET_ONE}")


def wanted_engine(engine: str) -> str:
    """Return the engine that is asked for: the argument takes precedence over the environment variable."""
    return engine if engine != "auto" else os.environ.get(VARIABLE, "").strip() or "auto"


def find_engines(wanted: str) -> Iterator[Engine]:
    """Yield the engines that a word or path stands for, best first; none if none is installed."""
    if wanted in ("auto", "embedded"):
        yield from _first("embedded", _embedded())
    if wanted in ("auto", "system"):
        yield from _first("system", [program_at("dot")])
    if wanted not in WORDS:
        yield from _first(wanted, [program_at(os.path.expanduser(wanted))])


def program_at(name: str) -> str | None:
    """Return the path of a program, given by a path or a name on PATH; None if it is not there."""
    if os.path.isabs(name) and sys.platform != "win32":
        # The standard library's function for it (shutil.which) also loads modules for archives.
        return name if os.path.isfile(name) and os.access(name, os.X_OK) else None
    import shutil

    return shutil.which(name)


class _DoesNotRun(Exception):
    """An engine exists but cannot be started, or was killed."""


def _first(name: str, places: Iterable[str | None]) -> Iterator[Engine]:
    found = next(filter(None, places), None)
    if found:
        yield Engine(name, found)


def _embedded() -> Iterator[str | None]:
    """Yield the places where graphviz-pure may be; it is found without PATH."""
    program = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"
    # pip puts programs beside Python's own; asking for the package's files takes longer than a small layout.
    yield program_at(os.path.join(os.path.dirname(sys.executable or ""), program))
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        package = distribution("graphviz-pure")
    except PackageNotFoundError:
        pass
    else:
        for file in package.files or ():
            if file.name == program:
                yield program_at(str(package.locate_file(file)))
        # With `pip install --target`, the package's own list of files names the wrong place.
        yield program_at(str(Path(str(package.locate_file("bin"))) / program))
    yield program_at(program)


def _missing(wanted: str) -> str:
    if wanted in WORDS:
        return (
            "no layout engine was found" if wanted == "auto" else f"the {wanted} layout engine was not found"
        )
    near = nearest(wanted, WORDS)
    meant = f" (did you mean {near!r}?)" if near else ""
    return f"there is no executable {wanted!r}{meant} to use as layout engine"


def _drawing(engine: Engine, dot: str, output: str, timeout: float, options: Sequence[str]) -> Rendering:
    try:
        ran = _call([engine.executable, "-Kdot", f"-T{output}", *options], dot.encode(), timeout)
    except subprocess.TimeoutExpired:
        raise EngineTimeoutError(
            f"the layout took more than {timeout:g} s with the {engine.name} engine: draw fewer nodes, close "
            "or drop groups, focus on a part of it, raise timeout=, or try another engine"
        ) from None
    except OSError as error:
        raise _DoesNotRun(f"{engine.executable} does not run ({error.strerror or error})") from None
    if ran.returncode < 0:
        raise _DoesNotRun(f"{engine.executable} was killed by signal {-ran.returncode}")
    complaints = tuple(_complaints(ran.stderr.decode(errors="replace")))
    is_lost = ran.returncode and any(word in one for one in complaints for word in _FATAL)
    if is_lost or not _is_whole(ran.stdout, output):
        said = " / ".join(complaints[:_SHOWN_COMPLAINTS]) or "it did not say why"
        raise EngineError(
            f"the {engine.name} engine gave no {output} (exit status {ran.returncode}, {engine.executable}, "
            f"{engine.version}): {said}"
        )
    if output in _TEXTS:
        _check_text(ran.stdout, output, engine)
    content = _without_time(ran.stdout) if output == "pdf" else ran.stdout
    return Rendering(content, engine, complaints)


def _without_time(pdf: bytes) -> bytes:
    """Return a PDF that does not depend on when it was made."""
    return _CREATION_TIME.sub(lambda time: time[1] + b"19700101000000", pdf)


def _check_text(content: bytes, output: str, engine: Engine) -> None:
    """Raise an error if the output of an engine cannot or must not be used, whoever named the engine."""
    from argmap.render.engines.safe_svg import safe_svg
    from argmap.render.engines.svg import svg_size

    try:
        if output == "svg":
            svg_size(safe_svg(content))
        else:
            content.decode("utf-8")
    except UnicodeDecodeError as error:
        why = f"it is not text in UTF-8: byte {error.start + 1}"
    except ValueError as error:
        why = str(error)
    else:
        return
    raise EngineError(
        f"the {engine.name} engine gave no {output} that can be used ({engine.executable}): {why}"
    )


def _call(command: list[str], text: bytes, timeout: float) -> subprocess.CompletedProcess[bytes]:
    # Without the flag Windows opens a console window for every drawing.
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    environment = {"SOURCE_DATE_EPOCH": "0", **os.environ}
    return subprocess.run(
        command,
        input=text,
        capture_output=True,
        timeout=min(timeout, LONGEST_WAIT),
        creationflags=flags,
        env=environment,
    )


def _is_whole(content: bytes, output: str) -> bool:
    start, end = _ENDS.get(output, (b"", b""))
    return bool(content.strip()) and content.startswith(start) and end in content[-32:]


def _complaints(stderr: str) -> Iterator[str]:
    """Yield the messages of an engine, without repetitions and without those that do not matter."""
    is_harmless = False
    seen: set[str] = set()
    for line in map(str.strip, stderr.splitlines()):
        # The place of a problem comes on a separate line, below the problem.
        if not line.startswith("in label of"):
            is_harmless = any(words in line for words in _HARMLESS)
        if line and not is_harmless and line not in seen:
            seen.add(line)
            yield line
