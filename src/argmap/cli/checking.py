"""`argmap check`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.cli.findings import Finding, as_json, as_text, findings, summary
from argmap.text import Severity


@click.command(short_help="Say what is wrong in texts.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How findings are written."
)
@click.pass_context
def check(context: click.Context, files: tuple[str, ...], form: str) -> None:
    """Say what is wrong in texts, with the line, a caret below it and what to do.

    Exit code 0: no errors (there may be warnings); 1: errors; 2: a file could not be read.
    """
    from argmap import api

    found: list[Finding] = []
    unread = False
    for file in files:
        try:
            document = streams.read(file)
        except streams.StreamError as error:
            streams.complain(error)
            unread = True
            continue
        new = findings(document, (*document.diagnostics, *api.check(document)), path=streams.shown(file))
        found += new
        if form == "text":
            for one in new:
                click.echo(as_text(one))
    if form == "json":
        streams.write(f"{as_json(found)}\n".encode(errors="backslashreplace"), file=streams.STANDARD_STREAM)
    elif not unread:
        streams.say(summary(found, files=len(files)))
    failed = any(one.diagnostic.severity is Severity.ERROR for one in found)
    context.exit(2 if unread else int(failed))
