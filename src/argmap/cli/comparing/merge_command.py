"""`argmap merge`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.text.counts import counted

if TYPE_CHECKING:
    from argmap.api import Document
    from argmap.merging import Merge

_SIZES = click.IntRange(1, 200)


@click.command()
@click.argument("files", metavar="[BASE] OURS THEIRS", nargs=-1, required=True)
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@click.option(
    "--marker-size",
    type=_SIZES,
    default=7,
    show_default=True,
    help="How many signs markers have.",
)
@click.option("--path", metavar="PATH", help="The name of the file in messages, as git gives it.")
@click.pass_context
def merge(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    out: str,
    marker_size: int,
    path: str | None,
) -> None:
    """Merge what OURS and THEIRS changed in BASE, and check that the result says both.

    Where both changed one thing differently, the text says what OURS says, and comments between markers
    have the lines of THEIRS; `argmap check` reports them until they are removed.

    Without BASE, two debates become one: what is the same in both is written once, with the sources of both.

    As a driver of git: see `argmap diff --install-git`.

    Exit code 0: merged; 1: there are conflicts; 2: something cannot be read, merged or written.
    """
    if not 2 <= len(files) <= 3:
        raise click.UsageError("name BASE, OURS and THEIRS, or two debates")
    try:
        merged = _merged([_text(file) for file in files], marker_size)
        streams.write(streams.encoded(merged.text, file=out), file=out)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except ValueError as error:
        streams.say(f"argmap: {streams.shown(path or files[-1])}: {error}")
        context.exit(2)
    name = path or (streams.shown(files[-2]) if out == streams.STANDARD_STREAM else out)
    for conflict in merged.conflicts:
        streams.say(f"{name}:{conflict.line}: conflict: {conflict.what}")
    if merged.conflicts:
        streams.say(f"{counted(len(merged.conflicts), 'conflict')} in {name}")
    context.exit(1 if merged.conflicts else 0)


def _text(file: str) -> Document:
    """Return the document in a file; what it includes is not read, and settings beside it do not count."""
    from argmap import api
    from argmap.cli.rewriting.text_changes import text_of_file
    from argmap.fences.suffixes import is_page

    if is_page(file):
        raise streams.StreamError(f"{file}: pages in Markdown are not merged by what they say")
    return api.parse(text_of_file(file))


def _merged(documents: list[Document], marker_size: int) -> Merge:
    if len(documents) == 2:
        from argmap.merging.union import unite

        return unite(*documents)
    from argmap.merging import merge as merged

    return merged(*documents, marker_size=marker_size)
