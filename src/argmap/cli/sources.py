"""`argmap sources`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

import click
from attrs import evolve, field, frozen

from argmap.cli import streams
from argmap.cli.many_files import FileResult, jobs_option, named_files, result_of, worked_on
from argmap.cli.pages import page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.reports.text import complaints
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.analysis.citations import Cited


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
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
@jobs_option
@page_options
@click.pass_context
def sources(
    context: click.Context,
    *,
    files: tuple[str, ...],
    form: str,
    used: bool,
    out: str,
    jobs: str,
    markdown: bool,
    join: bool,
) -> None:
    """List the sources of the debate in each FILE, each with the evidence that rests on it.

    FILE may be a folder: then the sources of all debates in it are listed.

    bibtex: a bibliography of the sources, for LaTeX and reference managers; what several debates cite is in
    it once.

    Exit code 0: written; 1: written, but a text has errors; 2: a file could not be read or written.
    """
    code = 0
    cited: dict[_Home, list[Cited]] = {}
    named = named_files(files)
    work = partial(_listed, used=used, markdown=markdown, join=join)
    for file, result in worked_on(work, named, named, jobs, label="Reading"):
        listed = result_of(file, result, _Listed)
        for message in listed.messages:
            streams.say(message)
        if listed.error is not None:
            streams.complain(listed.error)
            code = 2
            continue
        code = max(code, int(not listed.is_ok))
        is_alone = len(named) == 1
        cited |= {evolve(home, is_alone=is_alone): own for home, own in listed.cited.items()}
    written = {"text": _text, "json": _json, "bibtex": _bibtex}[form](cited)
    if form == "text" and out == streams.STANDARD_STREAM:
        streams.show(written)
    elif cited or out == streams.STANDARD_STREAM:
        streams.spare(named, out=out)
        streams.write(streams.encoded(written, file=out), file=out)
    context.exit(code)


@frozen
class _Home:
    """Where sources are listed: a file, which may be the only one, and a fence in it."""

    file: str
    fence: str
    is_alone: bool = True

    @property
    def heading(self) -> str:
        """What sources are listed under, empty if there are no others."""
        return "#".join(filter(None, (self.file, self.fence))) if self.fence or not self.is_alone else ""

    @property
    def mark(self) -> Mapping[str, str]:
        """What tells its entries from those of others in JSON."""
        marks = {"path": "" if self.is_alone else self.file, "fence": self.fence}
        return {key: mark for key, mark in marks.items() if mark}


@frozen
class _Listed(FileResult):
    """The sources of a file, and what is wrong with its text."""

    cited: Mapping[_Home, list[Cited]] = field(factory=dict)
    is_ok: bool = True
    messages: tuple[str, ...] = ()


def _listed(file: str, *, used: bool, markdown: bool, join: bool) -> _Listed:
    from argmap.analysis.citations import sources_used

    try:
        document = streams.read(file, markdown=markdown, join=join)
        parts = parts_of(document, file=file)
    except streams.StreamError as error:
        return _Listed(error=error)
    cited = {
        _Home(streams.shown(file), part.fence): [
            source for source in sources_used(part.document.debate) if source.citations or not used
        ]
        for part in parts
    }
    return _Listed(cited, document.ok, complaints(document, path=streams.shown(file)))


def _text(cited: Mapping[_Home, list[Cited]]) -> str:
    return "\n".join(
        "\n".join(lines) + "\n" for home, listed in cited.items() for lines in _paragraphs(home, listed)
    )


def _paragraphs(home: _Home, cited: list[Cited]) -> Iterator[Iterable[str]]:
    if home.heading and cited:
        yield [visible(home.heading)]
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


def _json(cited: Mapping[_Home, list[Cited]]) -> str:
    entries = [{**home.mark, **_entry(source)} for home, listed in cited.items() for source in listed]
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


def _bibtex(cited: Mapping[_Home, list[Cited]]) -> str:
    from argmap.interop import bibtex

    # What several fences cite is listed once.
    return bibtex.dumps(dict.fromkeys(entry.source for listed in cited.values() for entry in listed))
