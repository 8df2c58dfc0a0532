"""`argmap format`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.cli.pages import markdown_option
from argmap.cli.rewriting.text_changes import difference, text_of_file
from argmap.text.counts import counted

_NARROWEST = 20


@click.command("format", short_help="Put texts into canonical layout.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", "checks", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", "shows_diff", is_flag=True, help="Change nothing; show what would change.")
@click.option(
    "--width",
    metavar="COLUMNS",
    type=click.IntRange(min=_NARROWEST),
    help="Fill texts to this many columns; without it, texts keep their line breaks.",
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
    """Put texts into canonical layout; what they say, their comments and their order do not change.

    Files keep their permissions.  If FILE is `-`, standard input is formatted to standard output.
    Blocks with errors stay as they are.

    Exit code 0: done; 1: with --check or --diff, a file is not in canonical layout; 2: a file could
    not be read or written.
    """
    changed = unread = 0
    for file in files:
        try:
            text = text_of_file(file)
            laid_out = _formatted(text, width, file, markdown=markdown)
            is_changed = laid_out != text
            if not (checks or shows_diff):
                _write(laid_out, file, is_changed=is_changed)
        except streams.StreamError as error:
            streams.complain(error)
            unread += 1
            continue
        changed += is_changed
        if shows_diff:
            streams.show(difference(text, laid_out, file, change="formatted"))
        if checks and is_changed:
            streams.say(f"would format {streams.shown(file)}")
    if files != (streams.STANDARD_STREAM,):
        done = "would be formatted" if checks or shows_diff else "formatted"
        unchanged = counted(len(files) - changed - unread, "file")
        streams.say(f"{counted(changed, 'file')} {done}, {unchanged} unchanged")
    context.exit(2 if unread else int(bool(changed) and (checks or shows_diff)))


def _formatted(text: str, width: int | None, file: str, *, markdown: bool) -> str:
    from argmap import api

    return api.format_text(text, width=width, path=file, markdown=markdown or None)


def _write(text: str, file: str, *, is_changed: bool) -> None:
    if file == streams.STANDARD_STREAM:
        streams.write(streams.encoded(text, file=file), file=file)
    elif is_changed:
        streams.write(streams.encoded(text, file=file), file=file)
        streams.say(f"formatted {file}")
