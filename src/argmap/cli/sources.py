"""`argmap sources`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.pages import Part, page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.reports.text import complaints
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.analysis.citations import Cited


@click.command(short_help="List evidence by source.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "bibtex"]),
    default="text",
    show_default=True,
    help="How sources are written.",
)
@click.option("--used", is_flag=True, help="Leave out sources that nothing uses.")
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@page_options
@click.pass_context
def sources(
    context: click.Context, *, file: str, form: str, used: bool, out: str, markdown: bool, join: bool
) -> None:
    """List the sources of the debate in FILE, each with the evidence that rests on it.

    bibtex: a bibliography of the sources, for LaTeX and reference managers.

    Exit code 0: written; 1: written, but the text has errors; 2: not written.
    """
    from argmap.analysis.citations import sources_used

    try:
        document = streams.read(file, markdown=markdown, join=join)
        for one in complaints(document, path=streams.shown(file)):
            streams.say(one)
        cited = {
            part: [source for source in sources_used(part.document.debate) if source.citations or not used]
            for part in parts_of(document, file=file)
        }
        written = {"text": _text, "json": _json, "bibtex": _bibtex}[form](cited)
        if form == "text" and out == streams.STANDARD_STREAM:
            streams.show(written)
        else:
            streams.write(streams.encoded(written, file=out), file=out)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(0 if document.ok else 1)


def _text(cited: Mapping[Part, list[Cited]]) -> str:
    return "\n".join(
        "\n".join(lines) + "\n" for part, listed in cited.items() for lines in _paragraphs(part, listed)
    )


def _paragraphs(part: Part, cited: list[Cited]) -> Iterator[Iterable[str]]:
    if part.fence and cited:
        yield [visible(part.shown)]
    yield from map(_lines, cited)


def _lines(cited: Cited) -> Iterator[str]:
    source = cited.source
    key = f"{source.key}: " if source.key and source.key != source.reference else ""
    yield visible(f"{key}{source.reference}")
    if source.link and source.link != source.reference:
        yield visible(f"  {source.link}")
    for one in cited.citations:
        locator = f" ({one.locator})" if one.locator else ""
        yield visible(f"  - {one.ref!s}{locator}" + (f": {one.text}" if one.text else ""))
        if one.quote:
            yield visible(f"    “{' '.join(one.quote.split())}”")
    if not cited.citations:
        yield "  (nothing uses it)"


def _json(cited: Mapping[Part, list[Cited]]) -> str:
    entries = [{**part.mark, **_entry(source)} for part, listed in cited.items() for source in listed]
    return printable_json(entries) + "\n"


def _entry(cited: Cited) -> dict[str, object]:
    source = cited.source
    return {
        "key": source.key,
        "reference": source.reference,
        "title": source.title,
        "author": list(source.authors),
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": source.issued,
        "page": source.page,
        "link": source.link,
        "evidence": [
            {
                "title": str(one.ref),
                "text": one.text,
                "kind": one.kind,
                "locator": one.locator,
                "quote": one.quote,
            }
            for one in cited.citations
        ],
    }


def _bibtex(cited: Mapping[Part, list[Cited]]) -> str:
    from argmap.interop import bibtex

    # What several fences cite is listed once.
    return bibtex.dumps(dict.fromkeys(entry.source for listed in cited.values() for entry in listed))
