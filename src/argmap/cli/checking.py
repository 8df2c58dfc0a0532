"""`argmap check`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli import streams
from argmap.cli.findings import Finding, as_json, as_text, findings, summary
from argmap.text import Severity


@click.command(short_help="Say what is wrong in texts.")
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How findings are written."
)
@click.option("--fix", "fixes", is_flag=True, help="Repair in the files what can be repaired with certainty.")
@click.option("--explain", "code", metavar="CODE", help="Say what a code such as S107 means, and stop.")
@click.pass_context
def check(context: click.Context, files: tuple[str, ...], form: str, fixes: bool, code: str | None) -> None:
    """Say what is wrong in texts, with the line, a caret below it and what to do.

    Exit code 0: no errors (there may be warnings); 1: errors; 2: a file could not be read.
    """
    from argmap import api

    if code is not None:
        click.echo(_explained(code), nl=False)
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    if fixes and streams.STANDARD_STREAM in files:
        raise click.UsageError("--fix needs files; standard input cannot be written.")
    found: list[Finding] = []
    unread = False
    for file in files:
        try:
            if fixes and _fix(file):
                streams.say(f"fixed {streams.shown(file)}")
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


def _explained(code: str) -> str:
    from argmap.cli.explaining import explanation

    try:
        return explanation(code)
    except LookupError as error:
        raise click.UsageError(f"{error}") from error


def _fix(file: str) -> bool:
    """Repair a file; return whether anything was to be repaired."""
    from argmap import api

    with streams.explained(file):
        text = Path(file).read_bytes().decode()
    fixed = api.fix_text(text, path=file)
    if fixed == text:
        return False
    streams.rewrite(fixed.encode(), file=file)
    return True
