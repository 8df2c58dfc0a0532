"""`argmap render`."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve, frozen

from argmap.cli import streams
from argmap.cli.options import map_options, option_of, settings_of
from argmap.cli.pages import Part, file_of, page_options, parts_of
from argmap.cli.picture_options import pick_draw_options, picture_options
from argmap.cli.watch import changes
from argmap.model.display import counted
from argmap.reports.text import complaints

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.render import Drawing, DrawOptions

_FORMATS = ("svg", "png", "pdf", "dot", "json", "jpg")
_SUFFIXES = {"gv": "dot", "jpeg": "jpg"}
# After this many seconds a message says that the map is still being drawn.
_PATIENCE = 3


@frozen(kw_only=True)
class _Job:
    """A file to draw, where to, and how."""

    file: str
    out: str
    form: str
    options: DrawOptions
    parts: str
    dpi: float
    settings: Mapping[str, object]
    markdown: bool
    join: bool
    # Whether the drawing of a fence is named by it even if it is the only one.
    names_fences: bool


@frozen
class _Outcome:
    """How a job went: the exit code it asks for and what is to be said of it."""

    code: int
    messages: tuple[str, ...]


@click.command(short_help="Draw argument maps.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="OUT", help="File or folder to write to; `-` is standard output.")
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMATS), help="Default: the suffix of OUT, or else svg."
)
@picture_options
@click.option(
    "--parts",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Draw a map of the sections and a map of each section; auto does so above 3000 nodes.",
)
@click.option(
    "--dpi",
    type=click.FloatRange(0, min_open=True),
    default=144,
    show_default=True,
    help="Dots per inch of png and jpg.",
)
@page_options
@map_options
@click.option("--watch", is_flag=True, help="Draw again whenever a file changes, until Ctrl-C.")
@click.pass_context
def render(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    out: str | None,
    form: str | None,
    parts: str,
    dpi: float,
    watch: bool,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    **words: Any,
) -> None:
    """Draw the argument map of each FILE.

    Without -o, the drawing is saved next to the file; if the text comes from standard input, it goes to
    standard output.  With several files, OUT is a folder.  If a text has errors, whatever could be
    understood is drawn.

    A map of more than 3000 nodes is drawn in parts: OUT is then a map of the sections, and there is a
    file for each section next to it.

    In a Markdown page, each argdown fence is drawn to a file of its own, such as page-1.svg or
    page-fig-map.svg; with --join all are one map.

    Exit code 0: drawn; 1: drawn, but a text has errors; 2: something could not be drawn.
    """
    if watch and streams.STANDARD_STREAM in files:
        raise click.UsageError("standard input cannot be watched")
    form = form or _format_of(out)
    options = pick_draw_options(words)
    settings = settings_of(said, **words)
    targets = _targets(files, out, form)
    jobs = {
        file: _Job(
            file=file,
            out=target,
            form=form,
            options=options,
            parts=parts,
            dpi=dpi,
            settings=settings,
            markdown=markdown,
            join=join,
            names_fences=not join and (out is None or _is_folder(out)),
        )
        for file, target in zip(files, targets, strict=True)
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
    suffix = _SUFFIXES.get(suffix, suffix)
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
    """Yield the outcomes of all jobs and print their messages; at a terminal, show progress."""
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
    """Draw all documents in a file; what is wrong with one does not stop the others."""
    messages: list[str] = []
    try:
        document = streams.read(job.file, overrides=job.settings, markdown=job.markdown, join=job.join)
        messages += complaints(document, path=streams.shown(job.file))
        parts = _parts(document, job)
    except streams.StreamError as error:
        return _Outcome(2, (*messages, f"argmap: {error}"))
    code = 0 if document.ok else 1
    for out, part in parts.items():
        outcome = _draw_part(part, evolve(job, out=out))
        code = max(code, outcome.code)
        messages += outcome.messages
    return _Outcome(code, tuple(messages))


def _parts(document: Document, job: _Job) -> dict[str, Part]:
    """Return the documents in a file, by where their drawings are to be written.

    Raises:
        StreamError: there are none, or several for standard output.
    """
    parts = parts_of(document, file=job.file)
    if job.out == streams.STANDARD_STREAM:
        if len(parts) > 1:
            raise streams.StreamError(
                f"{streams.shown(job.file)}: its {len(parts)} fences are {len(parts)} drawings; "
                "name files for them with -o, or draw them as one with --join"
            )
        return {job.out: parts[0]}
    fence = document.fence
    if len(parts) == 1 and job.names_fences and fence:
        return {file_of(job.out, fence.name): parts[0]}
    return {file_of(job.out, part.fence): part for part in parts}


def _draw_part(part: Part, job: _Job) -> _Outcome:
    from argmap.render import EngineError

    name = part.shown
    messages: list[str] = []
    try:
        with streams.explained(str(job.options.theme)):
            drawings = _drawings(part.document, job)
        if len(drawings) > 1:
            messages.append(
                f"argmap: {name}: drawn in {len(drawings)} parts, a map of sections and one of each "
                "(`--parts never` draws all in one)"
            )
        for out, drawing in drawings.items():
            with _progress(drawing, name):
                _write(drawing, job, out)
            messages += (f"argmap: {name}: {one}" for one in drawing.messages_for(job.form, job.dpi))
            if out != streams.STANDARD_STREAM:
                messages.append(f"wrote {out}")
            messages += (f"argmap: {name}: {one}" for one in drawing.left_out_as(option_of))
    except streams.StreamError as error:
        return _Outcome(2, (*messages, f"argmap: {error}"))
    except (EngineError, LookupError, ValueError) as error:
        return _Outcome(2, (*messages, f"argmap: {name}: {error}"))
    return _Outcome(0, tuple(messages))


def _drawings(document: Document, job: _Job) -> dict[str, Drawing]:
    """Return what is to be drawn, by where it is to be written; a map of sections comes before theirs."""
    from argmap import api
    from argmap.maps.parts import MOST_NODES

    # A map has no more nodes than its debate has elements: of most, none is made just to count its nodes.
    may_be_divided = job.parts == "always" or (
        job.parts == "auto" and sum(1 for _ in document.debate.elements) > MOST_NODES
    )
    # Standard output has room for one drawing.
    if may_be_divided and job.options.focus is None and job.out != streams.STANDARD_STREAM:
        most = 0 if job.parts == "always" else MOST_NODES
        parts = api.draw_parts_as(document, job.options, more_than=most)
        if parts:
            return {_part_file(job.out, part): drawing for part, drawing in parts.items()}
    return {job.out: api.draw_as(document, job.options)}


def _part_file(out: str, part: str) -> str:
    path = Path(out)
    return str(path.with_name(f"{path.stem}-{part}{path.suffix}")) if part else out


@contextlib.contextmanager
def _progress(drawing: Drawing, name: str) -> Iterator[None]:
    """Say at a terminal that a layout takes its time."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    size = f"{counted(len(drawing.map.nodes), 'node')} and {counted(len(drawing.map.edges), 'edge')}"
    said = f"argmap: {name}: still drawing {size}, for at most {drawing.timeout:g} s (Ctrl-C ends it)"
    timer = Timer(_PATIENCE, streams.say, [said])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _write(drawing: Drawing, job: _Job, out: str) -> None:
    if out == streams.STANDARD_STREAM:
        streams.write(drawing.content(job.form, job.dpi), file=out)
    else:
        with streams.explained(out):
            Path(out).parent.mkdir(parents=True, exist_ok=True)
            drawing.save(out, job.form, dpi=job.dpi)
