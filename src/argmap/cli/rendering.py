"""`argmap render`."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from argmap.cli import streams
from argmap.cli.findings import complaints
from argmap.cli.watching import changes

if TYPE_CHECKING:
    from argmap.render import Drawing

_FORMATS = ("svg", "png", "dot")


@frozen
class _Job:
    """A file to draw, where to, and how."""

    file: str
    out: str
    form: str
    theme: str
    engine: str


@frozen
class _Outcome:
    """How a job went: the exit code it asks for and what is to be said of it."""

    code: int
    messages: tuple[str, ...]


@click.command(short_help="Draw argument maps.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="OUT", help="File or folder to write to; `-` is standard output.")
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: what OUT ends in, else svg."
)
@click.option("--theme", metavar="THEME", default="default", show_default=True, help="How maps look.")
@click.option(
    "--engine",
    metavar="auto|embedded|system|PATH",
    default="auto",
    show_default=True,
    help="What lays maps out; auto is $ARGMAP_DOT if that is set.",
)
@click.option("--watch", is_flag=True, help="Draw again whenever a file changes, until Ctrl-C.")
@click.pass_context
def render(
    context: click.Context,
    *,
    files: tuple[str, ...],
    out: str | None,
    form: str | None,
    theme: str,
    engine: str,
    watch: bool,
) -> None:
    """Draw the argument map of each FILE.

    Without -o a drawing is written beside its file, that of standard input to standard output.
    With several files OUT is a folder.  A text with errors is drawn as far as it is understood.

    Exit code 0: drawn; 1: drawn, but a text has errors; 2: something could not be drawn.
    """
    if watch and streams.STANDARD_STREAM in files:
        raise click.UsageError("standard input cannot be watched")
    form = form or _format_of(out)
    targets = _targets(files, out, form)
    jobs = {
        file: _Job(file, target, form, theme, engine) for file, target in zip(files, targets, strict=True)
    }
    changed = changes(files)
    code = max(outcome.code for outcome in _told(jobs.values()))
    if watch:
        streams.say("watching, Ctrl-C ends")
        with contextlib.suppress(KeyboardInterrupt):
            for file in changed:
                _tell(_draw(jobs[file]))
    else:
        context.exit(code)


def _format_of(out: str | None) -> str:
    if out is None or out == streams.STANDARD_STREAM or _is_folder(out):
        return "svg"
    suffix = Path(out).suffix.lower().removeprefix(".")
    if suffix not in _FORMATS:
        known = ", ".join(f".{one}" for one in _FORMATS)
        raise click.UsageError(f"{out} ends in none of {known}; choose with -f")
    return suffix


def _is_folder(out: str) -> bool:
    return out.endswith((os.sep, "/")) or Path(out).is_dir()


def _targets(files: tuple[str, ...], out: str | None, form: str) -> list[str]:
    if len(files) > 1 and out is not None and (out == streams.STANDARD_STREAM or not _is_folder(out)):
        raise click.UsageError(f"several files need a folder to go to, and {out} is none (end it with `/`)")
    targets = [_target(file, out, form) for file in files]
    inputs = {Path(file).resolve() for file in files if file != streams.STANDARD_STREAM}
    for target in targets:
        if targets.count(target) > 1:
            raise click.UsageError(f"several drawings would be written to {target}")
        if Path(target).resolve() in inputs:
            raise click.UsageError(f"a drawing would replace the text in {target}")
    return targets


def _target(file: str, out: str | None, form: str) -> str:
    is_stream = file == streams.STANDARD_STREAM
    if out is None:
        return file if is_stream else str(Path(file).parent / f"{Path(file).stem}.{form}")
    if out == streams.STANDARD_STREAM or not _is_folder(out):
        return out
    return str(Path(out) / f"{'stdin' if is_stream else Path(file).stem}.{form}")


def _told(jobs: Collection[_Job]) -> Iterator[_Outcome]:
    """Yield the outcomes of all jobs and say what there is to say; show progress if somebody waits."""
    if len(jobs) == 1 or not sys.stderr.isatty():
        for outcome in map(_draw, jobs):
            _tell(outcome)
            yield outcome
        return
    with click.progressbar(jobs, label="Drawing", file=sys.stderr) as bar:
        outcomes = [_draw(job) for job in bar]
    for outcome in outcomes:
        _tell(outcome)
        yield outcome


def _tell(outcome: _Outcome) -> None:
    for message in outcome.messages:
        streams.say(message)


def _draw(job: _Job) -> _Outcome:
    from argmap import api
    from argmap.render import EngineError

    name = streams.shown(job.file)
    messages: list[str] = []
    try:
        document = streams.read(job.file)
        messages += complaints(document, path=name)
        with streams.explained(job.theme):
            drawing = api.draw(document, theme=job.theme, engine=job.engine)
        _write(drawing, job)
        messages += (f"argmap: {name}: {one}" for one in drawing.messages_for(job.form))
    except streams.StreamError as error:
        return _Outcome(2, (*messages, f"argmap: {error}"))
    except (EngineError, LookupError, ValueError) as error:
        return _Outcome(2, (*messages, f"argmap: {name}: {error}"))
    if job.out != streams.STANDARD_STREAM:
        messages.append(f"wrote {job.out}")
    return _Outcome(0 if document.ok else 1, tuple(messages))


def _write(drawing: Drawing, job: _Job) -> None:
    if job.out == streams.STANDARD_STREAM:
        streams.write(_content(drawing, job.form), file=job.out)
    else:
        with streams.explained(job.out):
            Path(job.out).parent.mkdir(parents=True, exist_ok=True)
            drawing.save(job.out, job.form)


def _content(drawing: Drawing, form: str) -> bytes:
    match form:
        case "png":
            return drawing.png()
        case "dot":
            return drawing.dot.encode()
        case _:
            return drawing.svg().encode()
