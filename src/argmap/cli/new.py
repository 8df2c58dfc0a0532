"""`argmap new`."""

from __future__ import annotations

import os

import click

from argmap.cli import streams


@click.command()
@click.option("--scheme", metavar="NAME", help="Scheme of the argument, such as expert_opinion.")
@click.option("--list", "lists", is_flag=True, help="List the schemes instead.")
@click.option("--title", metavar="TITLE", help="Title of the argument; without it, that of the scheme.")
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@click.pass_context
def new(context: click.Context, *, scheme: str | None, lists: bool, title: str | None, out: str) -> None:
    """Write an argument of a scheme: its premises with their roles and its conclusion, to be filled in.

    With --list, the schemes are listed: the name of each and its title.  A file that is there already is
    not touched.

    Exit code 0: written; 2: there is no such scheme, or the file could not be written.
    """
    from argmap.edits import skeleton

    if scheme is None and not lists:
        raise click.UsageError("Missing option '--scheme'; --list lists the schemes.")
    try:
        written = skeleton(scheme, title) if scheme is not None and not lists else _schemes()
        if out != streams.STANDARD_STREAM and os.path.exists(out):
            raise streams.StreamError(f"{out}: it is there already")
        streams.write(streams.encoded(written, file=out), file=out)
    except (LookupError, ValueError, streams.StreamError) as error:
        streams.complain(error)
        context.exit(2)
    if out != streams.STANDARD_STREAM:
        streams.say(f"wrote {out}")


def _schemes() -> str:
    from argmap.model import scheme_catalogue

    entries = scheme_catalogue()
    width = max(map(len, entries))
    return "".join(f"{name:{width}}  {entry.title}\n" for name, entry in entries.items())
