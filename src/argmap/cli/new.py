"""`argmap new`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli import streams


@click.command(short_help="Write an argument to be filled in.")
@click.option(
    "--scheme", metavar="NAME", required=True, help="Scheme of the argument, such as expert_opinion."
)
@click.option("--title", metavar="TITLE", help="Title of the argument; without it, that of the scheme.")
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@click.pass_context
def new(context: click.Context, *, scheme: str, title: str | None, out: str) -> None:
    """Write an argument of a scheme: its premises with their roles and its conclusion, to be filled in.

    A file that is there already is not touched.

    Exit code 0: written; 2: there is no such scheme, or the file could not be written.
    """
    from argmap.edits import skeleton

    try:
        written = skeleton(scheme, title)
        if out != streams.STANDARD_STREAM and Path(out).exists():
            raise streams.StreamError(f"{out}: it is there already")
        streams.write(streams.encoded(written, file=out), file=out)
    except (LookupError, ValueError, streams.StreamError) as error:
        streams.complain(error)
        context.exit(2)
    if out != streams.STANDARD_STREAM:
        streams.say(f"wrote {out}")
