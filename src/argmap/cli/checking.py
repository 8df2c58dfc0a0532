"""`argmap check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.findings import Finding, as_json, as_text, findings, summary
from argmap.cli.setting_options import reading_options, settings_of
from argmap.model import Debate, Settings
from argmap.text import Diagnostic, Severity

if TYPE_CHECKING:
    from argmap.api import Document


@click.command(short_help="Say what is wrong in texts.")
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="How findings are written.",
)
@click.option("--allow", metavar="CODE", multiple=True, help="Leave out findings of a code; may be repeated.")
@click.option(
    "--severity",
    "severities",
    metavar="CODE=SEVERITY",
    multiple=True,
    help="Take findings of a code as error, warning or info; may be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in Severity]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity for which the exit code is 1.",
)
@click.option("--fix", "fixes", is_flag=True, help="Repair in the files what can be repaired with certainty.")
@click.option("--explain", "code", metavar="CODE", help="Say what a code such as S107 means, and stop.")
@reading_options
@click.pass_context
def check(
    context: click.Context,
    *,
    files: tuple[str, ...],
    form: str,
    allow: tuple[str, ...],
    severities: tuple[str, ...],
    fail_on: str,
    fixes: bool,
    code: str | None,
    said: tuple[str, ...],
    mode: str | None,
) -> None:
    """Say what is wrong in texts, with the line, a caret below it and what to do.

    Exit code 0: no errors (there may be warnings); 1: errors, or what --fail-on says; 2: a file could
    not be read.
    """
    if code is not None:
        click.echo(_explained(code), nl=False)
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    if fixes and streams.STANDARD_STREAM in files:
        raise click.UsageError("--fix needs files; standard input cannot be written.")
    chosen = _settings(allow, severities)
    settings = settings_of(said, mode=mode)
    found: list[Finding] = []
    unread = False
    for file in files:
        try:
            if fixes and _fix(file):
                streams.say(f"fixed {streams.shown(file)}")
            document = streams.read(file, overrides=settings)
        except streams.StreamError as error:
            streams.complain(error)
            unread = True
            continue
        new = findings(document, _judged(document, chosen), path=streams.shown(file))
        found += new
        if form == "text":
            for one in new:
                click.echo(as_text(one))
    if form == "text":
        if not unread:
            streams.say(summary(found, files=len(files)))
    else:
        written = as_json(found) if form == "json" else _as_sarif(found)
        streams.write(f"{written}\n".encode(errors="backslashreplace"), file=streams.STANDARD_STREAM)
    grave = _GRAVITY[: _GRAVITY.index(Severity(fail_on)) + 1]
    failed = any(one.diagnostic.severity in grave for one in found)
    context.exit(2 if unread else int(failed))


# From what matters most.
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _settings(allow: tuple[str, ...], severities: tuple[str, ...]) -> Settings:
    """Return what the options say, as settings."""
    said = {
        "allow": [code.upper() for code in allow],
        "severity": {
            code.strip().upper(): severity.strip()
            for code, _, severity in (one.partition("=") for one in severities)
        },
    }
    for problem in Settings.problems({"check": said}):
        option = "--allow" if problem.path[-1] == "allow" else "--severity"
        raise click.UsageError(f"{option}: {problem.hint or problem.message}, not {problem.value}")
    return Settings.of({"check": said})


def _judged(document: Document, chosen: Settings) -> tuple[Diagnostic, ...]:
    """Return all findings of a document, as the document and then the options want them."""
    from argmap import api
    from argmap.analysis import judge

    read = judge(document.diagnostics, document.debate, document.settings)
    every = (*read, *api.check(document))
    return judge(every, Debate(), chosen)


def _as_sarif(found: list[Finding]) -> str:
    from argmap.cli.sarif import as_sarif

    return as_sarif(found)


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
