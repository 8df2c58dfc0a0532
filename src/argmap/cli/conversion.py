"""`argmap convert`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.findings import complaints
from argmap.cli.setting_options import map_options, settings_of

if TYPE_CHECKING:
    from argmap.api import Document


@click.command(short_help="Write a debate in another format.")
@click.argument("file", metavar="FILE")
@click.option(
    "--to",
    "form",
    type=click.Choice(["argdown-json", "argdown"]),
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
    argdown: text in canonical layout, such as from JSON.

    Exit code 0: written; 1: written, but the text has errors; 2: not written.
    """
    settings = settings_of(said, **short)
    try:
        document = streams.read(file, overrides=settings)
        for one in complaints(document, path=streams.shown(file)):
            streams.say(one)
        streams.write(_written(document, form).encode(errors="surrogatepass"), file=out)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except ValueError as error:
        streams.say(f"argmap: {streams.shown(file)}: {error}")
        context.exit(2)
    context.exit(0 if document.ok else 1)


def _written(document: Document, form: str) -> str:
    if form == "argdown":
        from argmap import api

        return api.to_text(document.debate)
    from argmap.interop import argdown_json

    return f"{argdown_json.dumps(document)}\n"
