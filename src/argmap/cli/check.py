"""`argmap check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from argmap.cli import streams
from argmap.cli.many_files import FileResult, jobs_option, named_files, result_of, worked_on
from argmap.cli.pages import page_options
from argmap.cli.setting_options import reading_options, settings_of
from argmap.model import Debate
from argmap.reports.annotations import as_annotation
from argmap.reports.text import Finding, as_json, as_text, by_code, findings, fixable, judged, summary
from argmap.settings import Settings
from argmap.text import Diagnostic, Severity
from argmap.text.visible import Visible

if TYPE_CHECKING:
    from argmap.api import Document


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="How findings are written.",
)
@click.option(
    "--allow", metavar="CODE", multiple=True, help="Leave out findings with this code; may be repeated."
)
@click.option(
    "--severity",
    "severities",
    metavar="[CODE=]SEVERITY",
    multiple=True,
    help="Treat findings with a code as error, warning or info; without a code, the lowest severity to list.",
)
@click.option("--verbose", "-v", is_flag=True, help="List every info, too, each at its line.")
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in Severity]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option("--fix", "fixes", is_flag=True, help="Apply all safe fixes to the files, then check them.")
@click.option(
    "--unsafe-fixes", "unsafe", is_flag=True, help="Let --fix also apply fixes that guess what was meant."
)
@click.option("--explain", "code", metavar="CODE", help="Explain a code such as S107, and stop.")
@jobs_option
@page_options
@reading_options
@click.pass_context
def check(
    context: click.Context,
    *,
    files: tuple[str, ...],
    form: str,
    allow: tuple[str, ...],
    severities: tuple[str, ...],
    verbose: bool,
    fail_on: str,
    fixes: bool,
    unsafe: bool,
    code: str | None,
    jobs: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
) -> None:
    """List what is wrong in texts, with the line, a caret below it and what to do.

    FILE may be a folder: then all debates in it are checked, and pages with a fence of argdown.

    Errors and warnings are listed one by one; infos are summed up in one line per code, unless --verbose
    is given.

    Exit code 0: no errors (there may be warnings); 1: errors, or whatever --fail-on says; 2: a file could
    not be read.
    """
    if code is not None:
        streams.show(_explained(code))
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    if fixes and streams.STANDARD_STREAM in files:
        raise click.UsageError("--fix needs files; standard input cannot be changed")
    of_codes, of_all = _parted(severities)
    chosen = _settings(allow, of_codes)
    least = _least(of_all, verbose=verbose, fail_on=fail_on)
    work = partial(
        _checked,
        chosen=chosen,
        settings=settings_of(said, mode=mode),
        repairs=_Repairs(fixes, unsafe),
        markdown=markdown,
        join=join,
    )
    files = named_files(files)
    found: list[Finding] = []
    unread = False
    for file, result in worked_on(work, files, files, jobs, label="Checking"):
        checked = result_of(file, result, _Checked)
        if checked.is_fixed:
            streams.say(f"fixed {streams.shown(file)}")
        if checked.error is not None:
            streams.complain(checked.error)
            unread = True
        found += checked.findings
        if form in _LINES:
            _show_lines(form, _at_least_as_severe(checked.findings, least or Severity.WARNING))
    if form not in _LINES:
        _write_whole(form, found if least is None else _at_least_as_severe(found, least))
    else:
        folded = tuple(by_code(found, severity=Severity.INFO)) if form == "text" and least is None else ()
        for line in folded:
            streams.show(Visible(f"{line}\n"))
        if not unread:
            _sum_up(found, count=len(files), is_folded=bool(folded), unsafe=unsafe)
    failed = bool(_at_least_as_severe(found, Severity(fail_on)))
    context.exit(2 if unread else int(failed))


def _parted(severities: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the severities of codes, and those without a code."""
    entries = list(severities)
    return [entry for entry in entries if "=" in entry], [entry for entry in entries if "=" not in entry]


def _write_whole(form: str, findings: Sequence[Finding]) -> None:
    """Write findings in a form that is one text, JSON or SARIF."""
    written = as_json(findings) if form == "json" else _as_sarif(findings)
    streams.write(f"{written}\n".encode(), file=streams.STANDARD_STREAM)


def _at_least_as_severe(findings: Iterable[Finding], least: Severity) -> list[Finding]:
    severe = _at_least(least)
    return [finding for finding in findings if finding.diagnostic.severity in severe]


def _show_lines(form: str, findings: Iterable[Finding]) -> None:
    for finding in findings:
        streams.show(Visible(f"{_LINES[form](finding)}\n"))


def _sum_up(found: list[Finding], *, count: int, is_folded: bool, unsafe: bool) -> None:
    """Say how much was found in how many files, and what can be repaired."""
    streams.say(summary(found, files=count) + ("; --verbose lists each info" if is_folded else ""))
    if repairs := fixable(found, unsafe=unsafe):
        streams.say(repairs)


@frozen
class _Repairs:
    """Whether files are repaired, and whether by guesses as well."""

    are_made: bool
    are_guesses: bool


@frozen
class _Checked(FileResult):
    """What was found in a file, or why it could not be read."""

    findings: tuple[Finding, ...] = ()
    is_fixed: bool = False


def _checked(
    file: str,
    *,
    chosen: Settings,
    settings: Mapping[str, object],
    repairs: _Repairs,
    markdown: bool,
    join: bool,
) -> _Checked:
    is_fixed = False
    try:
        if repairs.are_made:
            is_fixed = _fix(file, unsafe=repairs.are_guesses, markdown=markdown)
        document = streams.read(file, overrides=settings, markdown=markdown, join=join)
    except streams.StreamError as error:
        return _Checked(is_fixed=is_fixed, error=error)
    return _Checked(findings(document, _judged(document, chosen), path=streams.shown(file)), is_fixed)


# What is written line by line, while files are read.
_LINES: dict[str, Callable[[Finding], Visible]] = {"text": as_text, "github": as_annotation}
# From what matters most.
_GRAVITY = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _at_least(severity: Severity) -> tuple[Severity, ...]:
    return _GRAVITY[: _GRAVITY.index(severity) + 1]


def _least(levels: Sequence[str], *, verbose: bool, fail_on: str) -> Severity | None:
    """Return the least severity that is asked for; None if the format decides.

    What makes the command fail is listed, too.
    """
    for level in levels:
        if level not in [severity.value for severity in Severity]:
            raise click.UsageError(
                f"--severity: write error, warning or info, or a code as in C301=error, not {level}"
            )
    if verbose or (fail_on == Severity.INFO.value and not levels):
        return Severity.INFO
    return Severity(levels[-1]) if levels else None


def _settings(allow: Sequence[str], severities: Sequence[str]) -> Settings:
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
    """Return all findings of a document, silenced and graded by the document and then by the options."""
    from argmap import api
    from argmap.analysis import judge

    return judge((*judged(document), *api.check(document)), Debate(), chosen)


def _as_sarif(found: Sequence[Finding]) -> str:
    from argmap.reports.sarif import as_sarif

    return as_sarif(found)


def _explained(code: str) -> str:
    from argmap.cli.explain import explanation

    try:
        return explanation(code)
    except LookupError as error:
        raise click.UsageError(f"{error}") from error


def _fix(file: str, *, unsafe: bool, markdown: bool) -> bool:
    """Repair a file; return whether anything was to be repaired."""
    from argmap import api

    with streams.explained(file):
        text = Path(file).read_bytes().decode()
    fixed = api.fix_text(text, path=file, unsafe=unsafe, markdown=markdown or None)
    if fixed == text:
        return False
    streams.write(streams.encoded(fixed, file=file), file=file)
    return True
