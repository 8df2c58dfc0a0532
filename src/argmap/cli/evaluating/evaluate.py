"""`argmap evaluate`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import streams
from argmap.cli.evaluating.evaluation_options import base_option, evaluation_options, steps_option
from argmap.cli.evaluating.verdict_tables import written
from argmap.cli.many_files import named_files
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.model import ClaimRef, Ref
from argmap.model.rows import Cell
from argmap.text.counts import agreeing, counted, portion
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

_LABELS = ("in", "out", "undecided")


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@evaluation_options
@base_option
@steps_option
@click.option(
    "--only",
    metavar="LABEL",
    type=click.Choice(_LABELS),
    multiple=True,
    help="List only what is in, out or undecided; may be repeated.",
)
@click.option(
    "--positions", type=click.IntRange(0), default=0, metavar="N", help="Also list up to this many positions."
)
@click.option(
    "--all", "everything", is_flag=True, help="Also list untitled claims that nothing supports or attacks."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How verdicts are written.",
)
@click.option("-o", "--out", metavar="OUT", default=streams.STANDARD_STREAM, help="File to write to.")
@page_options
@reading_options
@click.pass_context
def evaluate(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    only: tuple[str, ...],
    everything: bool,
    form: str,
    out: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
    positions: int,
    **options: Any,
) -> None:
    """Say what holds in the debate of each FILE: a verdict on every claim, argument and inference.

    in: accepted; out: not accepted; undecided: neither. Behind it is why, in one word, and by what.

    Exit code 0: written, whatever the verdicts are; 1: written, but a text has errors; 2: not written.
    """
    settings = settings_of(said, mode=mode)
    code = 0
    evaluations: dict[Part, Evaluation] = {}
    try:
        files = named_files(files)
        for file in files:
            document = streams.read_aloud(file, overrides=settings, markdown=markdown, join=join)
            code = max(code, int(not document.ok))
            for part in parts_of(document, file=file):
                evaluations[part] = evaluated(part, options)
        shown = {part: _shown(each, only, everything=everything) for part, each in evaluations.items()}
        table = written(form, evaluations, shown, positions=positions)
        if form == "text" and out == streams.STANDARD_STREAM:
            streams.show(table)
        else:
            streams.spare(files, out=out)
            streams.write(streams.encoded(table, file=out), file=out)
        for part, evaluation in evaluations.items():
            start = f"{part.shown}: " if len(evaluations) > 1 else ""
            for line in (summary(evaluation, everything=everything), *_limits(evaluation)):
                streams.say(visible(f"{start}{line}"))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(code)


def evaluated(part: Part, options: Mapping[str, Any]) -> Evaluation:
    """Return the evaluation of a document under options of the command line.

    Raises:
        click.UsageError: there is nothing of a name, or options do not go together.
    """
    from argmap import api

    try:
        return api.evaluate(part.document, **options)
    except (LookupError, ValueError) as error:
        raise click.UsageError(f"{part.shown}: {error}") from error


def summary(evaluation: Evaluation, *, everything: bool) -> str:
    """Return in words how many claims are out, and how many are undecided, of all or of those that count."""
    if _has_strengths(evaluation):
        return f"strengths under {evaluation.semantics}"
    claims = [ref for ref in evaluation.verdicts if ref.kind == "claim"]
    # What somebody merely says beside the debate does not make fewer of its claims fall.
    counting = claims if everything else _bearing(evaluation, claims)
    labels = [evaluation.verdicts[ref].label for ref in counting]
    words = [label.value for label in labels if label]
    if not words:
        return "no claims"
    out, undecided = words.count("out"), words.count("undecided")
    are_out = f"{portion(out, len(words), 'claim')} {agreeing(out, 'is', 'are')} out"
    return f"{are_out}, {undecided or 'none'} {agreeing(undecided, 'is', 'are')} undecided"


def _has_strengths(evaluation: Evaluation) -> bool:
    return any(verdict.label is None for verdict in evaluation.verdicts.values())


def _limits(evaluation: Evaluation) -> Iterator[str]:
    """Yield what an evaluation could not say, and what to try."""
    if not evaluation.has_positions:
        yield f"there is no {evaluation.semantics} position; try --semantics preferred"
    if not evaluation.is_complete and _has_strengths(evaluation):
        number = counted(len(evaluation.unknown), "strength has", "strengths have")
        yield f"{number} not settled in time; try --timeout"
    elif not evaluation.is_complete:
        yield (
            f"{counted(len(evaluation.unknown), 'verdict was', 'verdicts were')} not decided in time; "
            "try --timeout, the extra argmap[sat], or --semantics grounded"
        )
    yield from (diagnostic.message for diagnostic in evaluation.diagnostics)


def _shown(
    evaluation: Evaluation, only: tuple[str, ...], *, everything: bool
) -> Mapping[Ref, Mapping[str, Cell]]:
    """Return the entries that are listed: without those of other labels, and of what stands alone."""
    entries = dict(zip(evaluation, evaluation.entries(), strict=True))
    if only:
        entries = {ref: entry for ref, entry in entries.items() if entry["label"] in only}
    if everything:
        return entries
    return {ref: entries[ref] for ref in _bearing(evaluation, entries)}


def _bearing(evaluation: Evaluation, refs: Iterable[Ref]) -> Iterator[Ref]:
    """Yield what has a title, or bears on something, or on which something bears."""
    debate = evaluation.debate
    steps = {ref for argument in debate.arguments.values() for ref in argument.step_refs}
    for ref in refs:
        is_untitled = isinstance(ref, ClaimRef) and debate.claims[ref.title].is_untitled
        if not is_untitled or ref in steps or debate.incoming(ref) or debate.outgoing(ref):
            yield ref
