"""`argmap stats`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click
from attrs import asdict

from argmap.cli import streams
from argmap.cli.graph_lines import graph_cells, graph_lines
from argmap.cli.pages import page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.analysis import GraphFacts, MissingNetworkxError

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

    What is central and what theses hang on is worked out with the extra argmap[graph].

    Exit code 0: printed; 1: printed, but a text has errors; 2: a file could not be read.
    """
    from argmap.analysis import MissingNetworkxError, graph_facts, statistics

    code = 0
    found: dict[str, dict[str, object]] = {}
    facts: dict[str, GraphFacts] = {}
    missing: MissingNetworkxError | None = None
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
            try:
                facts[part.shown] = graph_facts(part.document.debate)
            except MissingNetworkxError as error:
                missing = error
    if missing:
        streams.say(f"argmap: what is central and what theses hang on is left out: {missing}")
    if form == "json":
        plain = [
            {"path": path, **_plain(numbers), "graph": graph_cells(facts[path]) if path in facts else None}
            for path, numbers in found.items()
        ]
        streams.write(f"{printable_json(plain)}\n".encode(), file=streams.STANDARD_STREAM)
    else:
        texts = (_text(path, numbers, facts.get(path)) for path, numbers in found.items())
        streams.show("\n".join(texts))
    context.exit(code)


def _plain(numbers: Mapping[str, object]) -> dict[str, object]:
    return {name: dict(one) if isinstance(one, Mapping) else one for name, one in numbers.items()}


def _text(path: str, numbers: Mapping[str, object], facts: GraphFacts | None) -> str:
    of_graph = graph_lines(facts) if facts else ()
    return "".join(f"{visible(line)}\n" for line in (path, *_lines(numbers), *of_graph))


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
