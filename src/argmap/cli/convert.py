"""`argmap convert`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.pages import Part, file_of, page_options, parts_of
from argmap.cli.setting_options import map_options, settings_of
from argmap.reports.text import complaints

if TYPE_CHECKING:
    from argmap.api import Document


@click.command(short_help="Write a debate in another format.")
@click.argument("file", metavar="FILE")
@click.option(
    "--to",
    "form",
    type=click.Choice(["argdown-json", "argdown", "outline", "report"]),
    default="argdown-json",
    show_default=True,
    help="The format.",
)
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@page_options
@map_options
@click.pass_context
def convert(
    context: click.Context,
    /,
    *,
    file: str,
    form: str,
    out: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    **short: object,
) -> None:
    """Write the debate in FILE in another format, by default to standard output.

    argdown-json: the JSON that Argdown's own tools export.

    argdown: text in canonical layout, for example from JSON.

    outline, report: in words, as `argmap outline` and `argmap report` write them, which have more options.

    If a page has several fences, each is written to a file of its own, such as OUT-1.json; on standard
    output they are a list in JSON.  With --join they are one debate.

    Exit code 0: written; 1: written, but the text has errors; 2: not written.
    """
    settings = settings_of(said, **short)
    try:
        document = streams.read(file, overrides=settings, markdown=markdown, join=join)
        for one in complaints(document, path=streams.shown(file)):
            streams.say(one)
        for target, content in _contents(parts_of(document, file=file), form, out).items():
            if form != "argdown":
                streams.spare([file], out=target)
            streams.write(streams.encoded(content, file=target), file=target)
            if target != out:
                streams.say(f"wrote {target}")
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except ValueError as error:
        streams.say(f"argmap: {streams.shown(file)}: {error}")
        context.exit(2)
    context.exit(0 if document.ok else 1)


def _contents(parts: Sequence[Part], form: str, out: str) -> dict[str, str]:
    """Return what is to be written, by where to."""
    written = {part.fence: _written(part.document, form) for part in parts}
    if out != streams.STANDARD_STREAM:
        return {file_of(out, fence): content for fence, content in written.items()}
    if len(written) == 1:
        return {out: "".join(written.values())}
    if form != "argdown-json":
        raise streams.StreamError(
            f"{streams.shown(parts[0].file)}: its {len(written)} fences are {len(written)} documents; "
            "name files for them with -o, or write them as one with --join"
        )
    return {out: "[\n" + ",\n".join(content.strip() for content in written.values()) + "\n]\n"}


def _written(document: Document, form: str) -> str:
    from argmap import api

    if form == "argdown":
        return api.to_text(document.debate)
    if form in ("outline", "report"):
        return api.outline(document) if form == "outline" else api.report(document)
    from argmap.interop import argdown_json

    return f"{argdown_json.dumps(document)}\n"
