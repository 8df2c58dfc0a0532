"""`argmap convert`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.cli.findings import complaints
from argmap.cli.setting_options import map_options, settings_of


@click.command(short_help="Write a debate in another format.")
@click.argument("file", metavar="FILE")
@click.option(
    "--to",
    "form",
    type=click.Choice(["argdown-json"]),
    default="argdown-json",
    show_default=True,
    help="The format.",
)
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@map_options
@click.pass_context
def convert(
    context: click.Context, /, *, file: str, form: str, out: str, said: tuple[str, ...], **short: object
) -> None:
    """Write the debate in FILE in another format, to standard output unless told otherwise.

    argdown-json: the JSON shape that Argdown's own tools export.

    Exit code 0: written; 1: written, but the text has errors; 2: not written.
    """
    from argmap.interop import argdown_json

    settings = settings_of(said, **short)
    writers = {"argdown-json": argdown_json.dumps}
    try:
        document = streams.read(file, overrides=settings)
        for one in complaints(document, path=streams.shown(file)):
            streams.say(one)
        streams.write(f"{writers[form](document)}\n".encode(), file=out)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(0 if document.ok else 1)
