"""Commands over many files: folders and patterns, several processes, one bar for their progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from attrs import frozen

from argmap.cli import streams

if TYPE_CHECKING:
    from argmap.batch.pool import Crash

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
FileResultT = TypeVar("FileResultT", bound="FileResult")
_AUTO = "auto"
# Starting a process takes as long as reading so many bytes.
_WORTHWHILE = 500_000


@frozen(kw_only=True, eq=False, repr=False)
class FileResult:
    """What came of a file, or why nothing did."""

    error: streams.StreamError | None = None


def jobs_option(command: CommandT) -> CommandT:
    """Add the option for the number of processes."""
    return click.option(
        "--jobs",
        "-j",
        metavar="N",
        default="1",
        callback=_number_or_auto,
        help="Work on this many files at once; auto: one per core, if there is enough to do.",
    )(command)


def check_order(files: Sequence[str], words: Sequence[str]) -> None:
    """Raise if words of a command are files, while none of its files is.

    Raises:
        click.UsageError: they are in the wrong order.
    """
    if "" in files:
        return  # What is unset, and not what was meant to be elsewhere.
    misplaced = [word for word in words if os.path.isfile(word)]
    if misplaced and not any(name == streams.STANDARD_STREAM or os.path.exists(name) for name in files):
        raise click.UsageError(f"{misplaced[0]} is a file, and {files[0]!r} is none: exchange them")


def named_files(names: Sequence[str]) -> tuple[str, ...]:
    """Return the files that names mean: of folders the debates in them, of patterns what matches.

    Raises:
        StreamError: there is nothing in a folder, or nothing matches.
    """
    if all(name == streams.STANDARD_STREAM or os.path.isfile(name) for name in names):
        return tuple(dict.fromkeys(names))
    from argmap.api.many import files_of

    try:
        return tuple(files_of(names))
    except LookupError as error:
        raise streams.StreamError(error.args[0]) from None


def worked_on(
    work: Callable[[ItemT], ResultT], items: Sequence[ItemT], files: Sequence[str], jobs: str, *, label: str
) -> Iterator[tuple[ItemT, ResultT | Crash]]:
    """Yield items with what comes of them, in order; one is worked on for each of the files.

    At a terminal a bar shows how far the work is; results come when all is done, not in the middle of it.
    """
    results = _results(work, items, _processes(jobs, files))
    if len(items) == 1 or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=len(items), label=label, file=sys.stderr) as bar:
        done = [*bar]
    yield from done


def crashed(file: str, crash: Crash) -> streams.StreamError:
    """Return what to say of a file on which work ended without a result."""
    return streams.StreamError(f"{streams.shown(file)}: {crash.reason}")


def result_of(file: str, result: FileResultT | Crash, kind: type[FileResultT]) -> FileResultT:
    """Return what came of a file; of one on which work ended without a result, only why."""
    return result if isinstance(result, kind) else kind(error=crashed(file, cast("Crash", result)))


def _results(
    work: Callable[[ItemT], ResultT], items: Sequence[ItemT], processes: int
) -> Iterator[tuple[ItemT, ResultT | Crash]]:
    if processes == 1:
        # What goes wrong here is a fault of ours, and its traceback is wanted.
        yield from ((item, work(item)) for item in items)
        return
    from argmap.batch.pool import in_order

    yield from in_order(work, items, jobs=processes)


def _processes(jobs: str, files: Sequence[str]) -> int:
    # Standard input is here and nowhere else.
    if streams.STANDARD_STREAM in files:
        return 1
    if jobs != _AUTO:
        return min(int(jobs), len(files))
    from argmap.batch.pool import cores

    size = sum(os.path.getsize(file) for file in files if os.path.isfile(file))
    return max(1, min(cores(), size // _WORTHWHILE, len(files)))


def _number_or_auto(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value != _AUTO and not (value.isdecimal() and int(value) > 0):
        raise click.BadParameter(f"write how many processes, such as 2, or auto, not {value!r}")
    return value
