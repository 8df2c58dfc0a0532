"""`argmap format`."""

from __future__ import annotations

from functools import partial

import click
from attrs import frozen

from argmap.cli import streams
from argmap.cli.many_files import FileResult, jobs_option, named_files, result_of, worked_on
from argmap.cli.pages import markdown_option
from argmap.cli.rewriting.text_changes import difference, text_of_file
from argmap.text.counts import counted

_NARROWEST = 20


@click.command("format")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--check", "checks", is_flag=True, help="Change nothing; name the files that would change.")
@click.option("--diff", "shows_diff", is_flag=True, help="Change nothing; show what would change.")
@click.option(
    "--width",
    metavar="COLUMNS",
    type=click.IntRange(min=_NARROWEST),
    help="Fill texts to this many columns; without it, texts keep their line breaks.",
)
@jobs_option
@markdown_option
@click.pass_context
def format_files(
    context: click.Context,
    *,
    files: tuple[str, ...],
    checks: bool,
    shows_diff: bool,
    width: int | None,
    jobs: str,
    markdown: bool,
) -> None:
    """Put texts into canonical layout; what they say, their comments and their order do not change.

    FILE may be a folder: then all debates in it are formatted, and pages with a fence of argdown.

    Files keep their permissions.  If FILE is `-`, standard input is formatted to standard output.
    Blocks with errors stay as they are.

    Exit code 0: done; 1: with --check or --diff, a file is not in canonical layout; 2: a file could
    not be read or written.
    """
    changed = unread = 0
    files = named_files(files)
    only_looks = checks or shows_diff
    work = partial(_laid_out, width=width, markdown=markdown, only_looks=only_looks, shows_diff=shows_diff)
    for file, result in worked_on(work, files, files, jobs, label="Formatting"):
        laid_out = result_of(file, result, _LaidOut)
        if laid_out.error is not None:
            streams.complain(laid_out.error)
            unread += 1
            continue
        changed += laid_out.is_changed
        if shows_diff:
            streams.show(laid_out.difference)
        if laid_out.is_changed and file != streams.STANDARD_STREAM and not only_looks:
            streams.say(f"formatted {file}")
        if checks and laid_out.is_changed:
            streams.say(f"would format {streams.shown(file)}")
    if files != (streams.STANDARD_STREAM,):
        done = "would be formatted" if only_looks else "formatted"
        unchanged = counted(len(files) - changed - unread, "file")
        streams.say(f"{counted(changed, 'file')} {done}, {unchanged} unchanged")
    context.exit(2 if unread else int(bool(changed) and only_looks))


@frozen
class _LaidOut(FileResult):
    """What became of a file: whether its layout changes, and how, if that is to be shown."""

    is_changed: bool = False
    difference: str = ""


def _laid_out(
    file: str, *, width: int | None, markdown: bool, only_looks: bool, shows_diff: bool
) -> _LaidOut:
    from argmap import api

    try:
        text = text_of_file(file)
        new = api.format_text(text, width=width, path=file, markdown=markdown or None)
        is_changed = new != text
        if not only_looks and (is_changed or file == streams.STANDARD_STREAM):
            streams.write(streams.encoded(new, file=file), file=file)
    except streams.StreamError as error:
        return _LaidOut(error=error)
    return _LaidOut(is_changed, difference(text, new, file, change="formatted") if shows_diff else "")
