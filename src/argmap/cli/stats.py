"""`argmap stats`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

import click
from attrs import asdict, field, frozen

from argmap.cli import streams
from argmap.cli.graph_lines import graph_cells, graph_lines
from argmap.cli.many_files import FileResult, jobs_option, named_files, result_of, worked_on
from argmap.cli.output_form import form_option
from argmap.cli.pages import page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.text.counts import counted
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.analysis import GraphFacts

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


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@form_option("How numbers are written.")
@click.option("--total", is_flag=True, help="Write one count over all files instead.")
@jobs_option
@page_options
@click.pass_context
def stats(
    context: click.Context,
    *,
    files: tuple[str, ...],
    form: str,
    total: bool,
    jobs: str,
    markdown: bool,
    join: bool,
) -> None:
    """Count what is in each FILE, from claims to relations, and describe how it hangs together.

    FILE may be a folder: then all debates in it are counted, and pages with a fence of argdown.

    What is central and what theses depend on is worked out with the extra argmap[graph].

    Exit code 0: printed; 1: printed, but a text has errors; 2: a file could not be read.
    """
    code = number = 0
    found: dict[str, _Numbers] = {}
    missing = ""
    named = named_files(files)
    work = partial(_counted, with_graph=not total, markdown=markdown, join=join)
    for file, result in worked_on(work, named, named, jobs, label="Counting"):
        counts = result_of(file, result, _Counts)
        if counts.error is not None:
            streams.complain(counts.error)
            code = 2
            continue
        number += 1
        code = max(code, int(not counts.is_ok))
        missing = missing or counts.missing
        found |= counts.numbers
    if missing:
        streams.say(f"argmap: what is central and what theses depend on is left out: {missing}")
    if total:
        found = {counted(number, "file"): _Numbers(_sums(one.numbers for one in found.values()))}
    if form == "json":
        plain = [
            {
                **({"files": number} if total else {"path": path}),
                **_plain(one.numbers),
                **({} if total else {"graph": one.facts and graph_cells(one.facts)}),
            }
            for path, one in found.items()
        ]
        streams.write(
            f"{printable_json(plain[0] if total else plain)}\n".encode(), file=streams.STANDARD_STREAM
        )
    else:
        texts = (_text(path, one.numbers, one.facts) for path, one in found.items())
        streams.show("\n".join(texts))
    context.exit(code)


@frozen
class _Numbers:
    """What is in a document: numbers, some by kind, and facts of its graph."""

    numbers: Mapping[str, object]
    facts: GraphFacts | None = None


@frozen
class _Counts(FileResult):
    """What is in the documents of a file, by how they are listed; `missing` says why there are no facts."""

    numbers: Mapping[str, _Numbers] = field(factory=dict)
    is_ok: bool = True
    missing: str = ""


def _counted(file: str, *, with_graph: bool, markdown: bool, join: bool) -> _Counts:
    from argmap.analysis import MissingNetworkxError, graph_facts, statistics

    try:
        document = streams.read(file, markdown=markdown, join=join)
        parts = parts_of(document, file=file)
    except streams.StreamError as error:
        return _Counts(error=error)
    missing = ""
    found = {}
    for part in parts:
        facts = None
        try:
            facts = graph_facts(part.document.debate) if with_graph else None
        except MissingNetworkxError as error:
            missing = str(error)
        found[part.shown] = _Numbers(asdict(statistics(part.document.debate), recurse=False), facts)
    return _Counts(found, document.ok, missing)


def _sums(several: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return numbers of several debates added up; of depths the greatest counts."""
    sums: dict[str, object] = {}
    for numbers in several:
        for name, number in numbers.items():
            known = sums.get(name)
            if isinstance(number, Mapping):
                of_kinds = dict(known) if isinstance(known, Mapping) else {}
                for kind, one in number.items():
                    of_kinds[kind] = of_kinds.get(kind, 0) + one
                sums[name] = of_kinds
            else:
                pair = (known if isinstance(known, int) else 0, number if isinstance(number, int) else 0)
                sums[name] = max(pair) if name == "depth" else sum(pair)
    return sums


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
