"""`argmap stats`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click
from attrs import asdict

from argmap.cli import streams
from argmap.cli.pages import page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible

# What a number counts, if it is one, and if it is not.
_WORDS = {
    "claims": ("claim", "claims"),
    "grounded": ("  that rests on evidence", "  that rest on evidence"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "questions": ("question", "questions"),
    "implicit": ("premise that nobody stated", "premises that nobody stated"),
    "speakers": ("statement by a speaker", "statements by speakers"),
    "sources": ("declared source", "declared sources"),
    "arguments": ("argument", "arguments"),
    "reconstructed": ("  with premises and conclusion", "  with premises and conclusion"),
    "inferences": ("inference", "inferences"),
    "sketched_relations": ("relation that was written", "relations that were written"),
    "derived_relations": ("relation that follows", "relations that follow"),
    "sections": ("section", "sections"),
    "tags": ("tag", "tags"),
    "roots": ("root: it supports and attacks nothing else", "roots: they support and attack nothing else"),
    "leaves": ("leaf: nothing supports or attacks it", "leaves: nothing supports or attacks them"),
    "islands": ("separate component", "separate components"),
    "cycles": ("circle of support", "circles of support"),
    "depth": ("step from the farthest element to its root", "steps from the farthest element to its root"),
}


@click.command(short_help="Count what is in debates.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How numbers are written.",
)
@page_options
@click.pass_context
def stats(context: click.Context, *, files: tuple[str, ...], form: str, markdown: bool, join: bool) -> None:
    """Count what is in each FILE, from claims to relations, and describe how it hangs together.

    Exit code 0: printed; 1: printed, but a text has errors; 2: a file could not be read.
    """
    from argmap.analysis import statistics

    code = 0
    found: dict[str, dict[str, object]] = {}
    for file in files:
        try:
            document = streams.read(file, markdown=markdown, join=join)
            parts = parts_of(document, file=file)
        except streams.StreamError as error:
            streams.complain(error)
            code = 2
            continue
        code = max(code, int(not document.ok))
        for part in parts:
            found[part.shown] = asdict(statistics(part.document.debate), recurse=False)
    if form == "json":
        plain = [{"path": path, **_plain(numbers)} for path, numbers in found.items()]
        streams.write(f"{printable_json(plain)}\n".encode(), file=streams.STANDARD_STREAM)
    else:
        streams.show("\n".join(_text(path, numbers) for path, numbers in found.items()))
    context.exit(code)


def _plain(numbers: Mapping[str, object]) -> dict[str, object]:
    return {name: dict(one) if isinstance(one, Mapping) else one for name, one in numbers.items()}


def _text(path: str, numbers: Mapping[str, object]) -> str:
    return "".join(f"{visible(line)}\n" for line in (path, *_lines(numbers)))


def _lines(numbers: Mapping[str, object]) -> Iterator[str]:
    for name, number in numbers.items():
        if not isinstance(number, Mapping):
            yield _line(name, number)
            continue
        if name in _WORDS:
            yield _line(name, sum(number.values()))
        yield from (f"{one:6}   {kind}" for kind, one in number.items())


def _line(name: str, number: object) -> str:
    singular, plural = _WORDS[name]
    return f"{number:6} {singular if number == 1 else plural}"
