"""`argmap report`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.cli.pages import file_of, page_options, parts_of


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--select", metavar="SELECTOR", help="Report only what `argmap query` would list.")
@click.option("--no-appendix", is_flag=True, help="Leave out open questions, findings and verdicts.")
@click.option("--verdicts", is_flag=True, help="Evaluate the debate, and list the verdicts in the appendix.")
@click.option("--map", "picture", is_flag=True, help="Put the map, as SVG, into the report.")
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@page_options
@click.pass_context
def report(
    context: click.Context,
    /,
    *,
    file: str,
    select: str | None,
    no_appendix: bool,
    verdicts: bool,
    picture: bool,
    out: str,
    markdown: bool,
    join: bool,
) -> None:
    """Write a report on the debate in FILE in Markdown, section by section, one sentence on a line.

    If a page has several fences, and OUT is given, each is written to a file of its own, such as OUT-1.md.

    Exit code 0: written; 1: written, but the text has errors; 2: a file cannot be read or written, there is
    no layout engine, or nothing has a title of the selector.
    """
    from argmap import api
    from argmap.render import EngineError

    try:
        document = streams.read_aloud(file, markdown=markdown, join=join)
        texts = {
            part.fence: api.report(
                part.document,
                select=select,
                appendix=not no_appendix,
                picture=picture,
                evaluation=api.evaluate(part.document) if verdicts else None,
            )
            for part in parts_of(document, file=file)
        }
        if out == streams.STANDARD_STREAM:
            texts = {"": "\n".join(texts.values())}
        for fence, text in texts.items():
            target = file_of(out, fence)
            streams.spare([file], out=target)
            streams.write(streams.encoded(text, file=target), file=target)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    except (EngineError, LookupError, ValueError) as error:
        streams.say(f"argmap: {streams.shown(file)}: {error}")
        context.exit(2)
    context.exit(0 if document.ok else 1)
