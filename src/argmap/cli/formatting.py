"""`argmap format`."""

from __future__ import annotations

import sys
from difflib import unified_diff
from pathlib import Path

import click

from argmap.cli import streams
from argmap.cli.pages import markdown_option

_NARROWEST = 20


@click.command("format", short_help="Put texts into canonical layout.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", "checks", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", "shows_diff", is_flag=True, help="Change nothing; show what would change.")
@click.option(
    "--width",
    metavar="COLUMNS",
    type=click.IntRange(min=_NARROWEST),
    help="Fill texts to so many columns; without it they keep their line breaks.",
)
@markdown_option
@click.pass_context
def format_files(
    context: click.Context,
    *,
    files: tuple[str, ...],
    checks: bool,
    shows_diff: bool,
    width: int | None,
    markdown: bool,
) -> None:
    """Put texts into canonical layout; what they say, their comments and their order stay.

    Files are replaced in one step and keep their permissions; a FILE that is `-` is read from standard
    input and written to standard output.  Blocks with errors stay as they are.

    Exit code 0: done; 1: with --check or --diff, a file is not in canonical layout; 2: a file could
    not be read or written.
    """
    changed = unread = 0
    for file in files:
        try:
            text = _read(file)
            laid_out = _formatted(text, width, file, markdown=markdown)
            is_changed = laid_out != text
            changed += is_changed
            if shows_diff:
                streams.write(_diff(text, laid_out, file).encode(), file=streams.STANDARD_STREAM)
            if checks and is_changed:
                streams.say(f"would format {streams.shown(file)}")
            if not (checks or shows_diff):
                _write(laid_out, file, is_changed=is_changed)
        except streams.StreamError as error:
            streams.complain(error)
            unread += 1
    if files != (streams.STANDARD_STREAM,):
        done = "would be formatted" if checks or shows_diff else "formatted"
        streams.say(f"{_files(changed)} {done}, {_files(len(files) - changed - unread)} left as they are")
    context.exit(2 if unread else int(bool(changed) and (checks or shows_diff)))


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"


def _formatted(text: str, width: int | None, file: str, *, markdown: bool) -> str:
    from argmap import api

    return api.format_text(text, width=width, path=file, markdown=markdown or None)


def _read(file: str) -> str:
    with streams.explained(streams.shown(file)):
        # Bytes, because reading as text would change line ends.
        read = sys.stdin.buffer.read() if file == streams.STANDARD_STREAM else Path(file).read_bytes()
        return read.decode()


def _write(text: str, file: str, *, is_changed: bool) -> None:
    if file == streams.STANDARD_STREAM:
        streams.write(text.encode(), file=file)
    elif is_changed:
        streams.rewrite(text.encode(), file=file)
        streams.say(f"formatted {file}")


def _diff(before: str, after: str, file: str) -> str:
    name = streams.shown(file)
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"{name}", f"{name} (formatted)"
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
