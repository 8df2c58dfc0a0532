"""`argmap whatif`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from argmap.cli import streams
from argmap.cli.evaluating.evaluation_options import base_option, evaluation_options
from argmap.cli.evaluating.verdict_tables import aligned
from argmap.cli.evaluating.why import first_answer
from argmap.cli.output_form import form_option
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.reports.safe_json import printable_json
from argmap.text.counts import agreeing, portion
from argmap.text.visible import visible

_MOST = 3
_LIMIT = 20
# The options of all evaluations that go together with `--about`.
_OF_FLIPS = ("presumption", "rebuttal", "standard", "accept", "reject", "timeout")


@click.command()
@click.argument("file", metavar="FILE")
@evaluation_options
@base_option
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
@form_option("How it is written.")
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
        document = streams.read_aloud(file, overrides=settings, markdown=markdown, join=join)
        parts = parts_of(document, file=file)
        if about is None:
            written, summary = _changes(parts, options, form)
        else:
            written, summary = _flips(parts, search, options, form)
        streams.show(written)
        streams.say(visible(summary))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(int(not document.ok))


def _changes(parts: tuple[Part, ...], options: Mapping[str, Any], form: str) -> tuple[str, str]:
    from argmap import api

    comparison = first_answer(
        parts,
        lambda part: api.what_if(part.document, **options),
        names=(*options["accept"], *options["reject"]),
    )
    changed, every = len(comparison.changed), len(comparison.before)
    changes = agreeing(changed, "changes", "change") if every else "change"
    summary = f"{portion(changed, every, 'verdict')} {changes}"
    if form == "json":
        return printable_json(comparison.as_dict()) + "\n", summary
    return "".join(f"{visible(line)}\n" for line in aligned(comparison.rows())), summary


def _flips(
    parts: tuple[Part, ...], search: Mapping[str, Any], options: Mapping[str, Any], form: str
) -> tuple[str, str]:
    from argmap import api

    for name, only in (("semantics", "grounded"), ("reading", "structured"), ("base", None)):
        if options[name] not in (None, only):
            raise click.UsageError(f"--about and --{name} do not go together; leave one out")
    # What is not given is as in `argmap.flips`.
    others = {name: value for name, value in options.items() if value is not None and name in _OF_FLIPS}
    result = first_answer(
        parts,
        lambda part: api.flips(part.document, **search, **others),
        names=(search["about"], *options["accept"], *options["reject"]),
    )
    if form == "json":
        return printable_json(result.as_dict()) + "\n", result.summary
    return "".join(f"{visible(line)}\n" for line in result.lines()), result.summary
