"""`argmap whatif`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import streams
from argmap.cli.evaluate import evaluation_options
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.cli.why import first_answer
from argmap.model.display import counted
from argmap.reports.safe_json import printable_json
from argmap.reports.text import complaints
from argmap.settings.tables import READINGS, STANDARDS
from argmap.text.visible import visible, width_of

if TYPE_CHECKING:
    from argmap.reasoning import Comparison, Flips

_MOST = 3
_LIMIT = 20
_SECONDS = 10.0


@click.command(short_help="Say what would change verdicts.")
@click.argument("file", metavar="FILE")
@evaluation_options
@click.option("--base", type=click.FloatRange(0, 1), metavar="N", help="The strength of what has none.")
@click.option("--standard", type=click.Choice(STANDARDS), help="How reasons are weighed.")
@click.option("--reading", type=click.Choice(READINGS), help="What supports mean.")
@click.option("--about", metavar="TITLE", help="Find what would change the verdict on this.")
@click.option(
    "--to",
    type=click.Choice(["in", "out", "undecided"]),
    default="out",
    show_default=True,
    help="With --about: the label that it would get.",
)
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(min=0),
    default=_MOST,
    show_default=True,
    help="With --about: how many things have to change at most; 1 for bottlenecks.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=_LIMIT,
    show_default=True,
    help="With --about: how many sets are listed at most.",
)
@click.option(
    "--accepting", is_flag=True, help="With --about: also accept claims and evidence that are not in."
)
@click.option(
    "--timeout",
    metavar="S",
    type=click.FloatRange(min=0),
    default=_SECONDS,
    show_default=True,
    help="How many seconds a search may take.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@page_options
@reading_options
@click.pass_context
def whatif(
    context: click.Context,
    /,
    *,
    file: str,
    about: str | None,
    to: str,
    most: int,
    limit: int,
    accepting: bool,
    timeout: float,
    form: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
    **options: Any,
) -> None:
    """Say which verdicts in FILE change with --accept and --reject, or what would change one.

    With --about TITLE the smallest sets of things are listed whose rejection would make it out, or what --to
    says: things that are taken for granted, on which the verdict depends.

    Exit code 0: told, whatever changes; 1: told, but the text has errors; 2: wrong usage.
    """
    if about is None and not (options["accept"] or options["reject"]):
        raise click.UsageError(
            "nothing is supposed; give --accept or --reject, or --about for what would change a verdict"
        )
    search = {"about": about, "to": to, "most": most, "limit": limit, "accepting": accepting}
    settings = settings_of(said, mode=mode)
    try:
        document = streams.read(file, overrides=settings, markdown=markdown, join=join)
        for complaint in complaints(document, path=streams.shown(file)):
            streams.say(complaint)
        parts = parts_of(document, file=file)
        if about is None:
            written, summary = _changes(parts, {**options, "timeout": timeout}, form)
        else:
            written, summary = _flips(parts, {**search, "timeout": timeout}, options, form)
        streams.show(written)
        streams.say(visible(summary))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(int(not document.ok))


def _changes(parts: tuple[Part, ...], options: Mapping[str, Any], form: str) -> tuple[str, str]:
    from argmap import api

    comparison = first_answer(parts, lambda part: api.what_if(part.document, **options))
    changed, every = len(comparison.changed), len(comparison.before)
    summary = f"{changed or 'none'} of {counted(every, 'verdict')} {'changes' if changed < 2 else 'change'}"
    if form == "json":
        return printable_json(comparison.as_dict()) + "\n", summary
    return "".join(f"{visible(line)}\n" for line in _rows(comparison)), summary


def _rows(comparison: Comparison) -> Iterator[str]:
    from argmap.reasoning.verdicts.calling import called

    rows = [
        (called(comparison.before.debate, change.ref), change.words, change.after.words)
        for change in comparison.changed
    ]
    widths = [max((width_of(row[column]) for row in rows), default=0) for column in (0, 1)]
    for row in rows:
        cells = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, (*widths, 0), strict=True))
        yield "  ".join(cells).rstrip()


def _flips(
    parts: tuple[Part, ...], search: Mapping[str, Any], options: Mapping[str, Any], form: str
) -> tuple[str, str]:
    from argmap import api

    for name, only in (("semantics", "grounded"), ("reading", "structured"), ("base", None)):
        if options[name] not in (None, only):
            raise click.UsageError(f"--about and --{name} do not go together; leave one out")
    others = {name: value for name, value in options.items() if name not in ("semantics", "reading", "base")}
    result = first_answer(parts, lambda part: api.flips(part.document, **search, **others))
    if form == "json":
        return printable_json(result.as_dict()) + "\n", _summary(result)
    return "".join(f"{visible(str(each))}\n" for each in result.sets if len(each)), _summary(result)


def _summary(result: Flips) -> str:
    """Return in words how many sets there are, and how far they were looked for."""
    label = f"{result.about} {result.to.value}"
    if any(not len(each) for each in result.sets):
        return f"{result.about} is {result.to.value} already"
    number = len(result.sets)
    if result.is_exhaustive:
        some = counted(number, "set") if number else "no set"
        return f"{some} of at most {result.most} {'makes' if number < 2 else 'make'} {label}"
    return (
        f"{counted(number, 'set')} {'makes' if number == 1 else 'make'} {label}; there may be others of more "
        f"than {result.searched_to}: raise --limit or --timeout, or install argmap[sat]"
    )
