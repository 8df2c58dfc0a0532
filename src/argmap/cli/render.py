"""`argmap render`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from argmap.cli import streams
from argmap.cli.drawing.drawing_jobs import Job, Outcome, draw_file
from argmap.cli.drawing.drawing_on_paper import known_paper, refuse_what_pages_cannot_be
from argmap.cli.drawing.drawn_files import (
    FORMATS,
    drawn_files,
    format_of_file,
    is_folder,
    separate,
    targets_of,
)
from argmap.cli.drawing.picture_options import pick_draw_options, picture_options
from argmap.cli.many_files import crashed, jobs_option, named_files, worked_on
from argmap.cli.pages import page_options
from argmap.cli.setting_options import map_options, settings_of
from argmap.cli.watch import changes


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="OUT", help="File or folder to write to; `-` is standard output.")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="Default: the suffix of OUT, or else svg."
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
    "--pages",
    "paper",
    metavar="PAPER",
    callback=known_paper,
    help="Draw one PDF of several pages: an overview, then each section or main branch; PAPER is A3, A4, A5, "
    "Letter, Legal or Tabloid, or such as A4-landscape.",
)
@click.option(
    "--dpi",
    type=click.FloatRange(0, min_open=True),
    default=144,
    show_default=True,
    help="Dots per inch of png and jpg.",
)
@jobs_option
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
    paper: str | None,
    dpi: float,
    watch: bool,
    jobs: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    **words: Any,
) -> None:
    """Draw the argument map of each FILE.

    Without -o, the drawing is saved next to the file; if the text comes from standard input, it goes to
    standard output.  With several files, OUT is a folder.  If a text has errors, whatever could be
    understood is drawn.  If FILE is a folder, all debates in it are drawn, and pages with a fence of argdown.

    A map of more than 3000 nodes is drawn in parts: OUT is then a map of the sections, and there is a
    file for each section next to it.

    With --pages, everything is in one PDF, divided such that no text on paper is smaller than 8 points; what
    leads to another page says to which.

    In a Markdown page, each argdown fence is drawn to a file of its own, such as page-1.svg or
    page-fig-map.svg; with --join all are one map.

    Exit code 0: drawn; 1: drawn, but a text has errors; 2: something could not be drawn.
    """
    if watch and streams.STANDARD_STREAM in files:
        raise click.UsageError("standard input cannot be watched")
    if paper is not None:
        refuse_what_pages_cannot_be(out, form, parts=parts, layout=words["layout"])
        form = "pdf"
    form = form or format_of_file(out)
    options = pick_draw_options(words)
    settings = settings_of(said, **words)
    files = named_files(files)
    groups = [
        {
            file: Job(
                file=file,
                out=target,
                form=form,
                options=options,
                parts=parts,
                paper=paper,
                dpi=dpi,
                settings=settings,
                markdown=markdown,
                join=join,
                files=reserved,
                names_fences=not join and (out is None or is_folder(out)),
            )
            for file, target in targets.items()
        }
        for targets in separate(targets_of(files, out, form))
        for reserved in [drawn_files(targets)]
    ]
    changed = changes(files)
    code = max(outcome.code for outcome in _outcomes([[*group.values()] for group in groups], files, jobs))
    if watch:
        known = {file: job for group in groups for file, job in group.items()}
        streams.say("watching, Ctrl-C ends")
        with contextlib.suppress(KeyboardInterrupt):
            for file in changed:
                _report(draw_file(known[file]))
    else:
        context.exit(code)


def _outcomes(groups: Sequence[Sequence[Job]], files: Sequence[str], jobs: str) -> Iterator[Outcome]:
    """Yield the outcomes of all jobs in the order of the files, and print their messages."""
    waiting: dict[str, Outcome] = {}
    results = worked_on(_drawn, groups, files, jobs, label="Drawing")
    for file in files:
        while file not in waiting:
            group, result = next(results)
            waiting |= (
                result
                if isinstance(result, Mapping)
                else {job.file: Outcome(2, (f"argmap: {crashed(job.file, result)}",)) for job in group}
            )
        outcome = waiting.pop(file)
        _report(outcome)
        yield outcome


def _drawn(jobs: Sequence[Job]) -> dict[str, Outcome]:
    return {job.file: draw_file(job) for job in jobs}


def _report(outcome: Outcome) -> None:
    for message in outcome.messages:
        streams.say(message)
