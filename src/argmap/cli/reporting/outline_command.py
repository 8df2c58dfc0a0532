"""`argmap outline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import click

from argmap.cli import streams
from argmap.cli.many_files import named_files
from argmap.cli.pages import page_options, parts_of

if TYPE_CHECKING:
    from argmap.interop.outlines import OutlineForm


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="How it is written; html is a list for a place in a page, json has the line of each item.",
)
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="How many levels to show.")
@click.option("--select", metavar="SELECTOR", help="Include only what `argmap query` would list.")
@click.option("--sections", is_flag=True, help="Go section by section, under headings.")
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@page_options
@click.pass_context
def outline(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    form: OutlineForm | Literal["json"],
    depth: int | None,
    select: str | None,
    sections: bool,
    out: str,
    markdown: bool,
    join: bool,
) -> None:
    """Put the debate in each FILE into words: what is at issue and, indented below it, what bears on it.

    \b
    +  supports what is above it, or is a position on a question
    -  attacks it                  _  undercuts it, or the inference above
    ≠  excludes it                 →  is given in full elsewhere

    Exit code 0: written; 1: written, but a text has errors; 2: a file cannot be read or written, or nothing
    has a title of the selector.
    """
    from argmap import api
    from argmap.api.outlining import outline_data
    from argmap.reports.safe_json import printable_json

    code = 0
    texts: list[str] = []
    outlines: list[dict[str, Any]] = []
    try:
        files = named_files(files)
        streams.spare(files, out=out)
        for file in files:
            document = streams.read_aloud(file, markdown=markdown, join=join)
            code = max(code, int(not document.ok))
            for part in parts_of(document, file=file):
                if form == "json":
                    data = outline_data(part.document, depth=depth, select=select, sections=sections)
                    outlines.append({"file": file, **data})
                else:
                    texts.append(
                        api.outline(part.document, form=form, depth=depth, select=select, sections=sections)
                    )
        written = f"{printable_json(outlines)}\n" if form == "json" else "\n".join(texts)
        streams.write(streams.encoded(written, file=out), file=out)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except (LookupError, ValueError) as error:
        streams.say(f"argmap: {error}")
        context.exit(2)
    context.exit(code)
