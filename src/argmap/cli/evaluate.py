"""`argmap evaluate`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import streams
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.model import ClaimRef, Ref
from argmap.model.display import counted
from argmap.model.rows import Cell
from argmap.reports.safe_json import printable_json
from argmap.reports.text import complaints
from argmap.settings.tables import PRESUMPTIONS, READINGS, REBUTTALS, SEMANTICS, STANDARDS
from argmap.text.visible import visible, width_of

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_LABELS = ("in", "out", "undecided")


def evaluation_options(command: CommandT) -> CommandT:
    """Add the options of all commands that evaluate."""
    for option in (
        click.option(
            "--reject", metavar="TITLE", multiple=True, help="Treat this as rejected; may be repeated."
        ),
        click.option(
            "--accept", metavar="TITLE", multiple=True, help="Treat this as accepted; may be repeated."
        ),
        click.option("--rebuttal", type=click.Choice(REBUTTALS), help="Whether reasons answer objections."),
        click.option("--presumption", type=click.Choice(PRESUMPTIONS), help="What is taken for granted."),
        click.option("--semantics", type=click.Choice(SEMANTICS), help="What counts as decided."),
    ):
        command = option(command)
    return command


@click.command(short_help="Say what holds in debates, and why.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@evaluation_options
@click.option(
    "--base",
    type=click.FloatRange(0, 1),
    metavar="N",
    help="The strength of what has none of its own.",
)
@click.option("--standard", type=click.Choice(STANDARDS), help="How reasons are weighed.")
@click.option("--reading", type=click.Choice(READINGS), help="What supports mean.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help="How long may be spent on semantics with several positions.",
)
@click.option(
    "--only",
    metavar="LABEL",
    type=click.Choice(_LABELS),
    multiple=True,
    help="List only what is in, out or undecided; may be repeated.",
)
@click.option(
    "--positions", type=click.IntRange(0), default=0, metavar="N", help="Also list so many positions."
)
@click.option("--all", "everything", is_flag=True, help="Also list untitled claims that nothing bears on.")
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
    semantics: str | None,
    presumption: str | None,
    rebuttal: str | None,
    reading: str | None,
    standard: str | None,
    base: float | None,
    timeout: float | None,
    positions: int,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
) -> None:
    """Say what holds in the debate of each FILE: a verdict on every claim, argument and inference.

    in: accepted; out: not accepted; undecided: neither. Behind it is why, in one word, and by what.

    Exit code 0: written, whatever the verdicts are; 1: written, but a text has errors; 2: not written.
    """
    settings = settings_of(said, mode=mode)
    options = {
        "semantics": semantics,
        "presumption": presumption,
        "rebuttal": rebuttal,
        "reading": reading,
        "standard": standard,
        "base": base,
        "timeout": timeout,
        "accept": accept,
        "reject": reject,
    }
    code = 0
    evaluations: dict[Part, Evaluation] = {}
    try:
        for file in files:
            document = streams.read(file, overrides=settings, markdown=markdown, join=join)
            for complaint in complaints(document, path=streams.shown(file)):
                streams.say(complaint)
            code = max(code, int(not document.ok))
            for part in parts_of(document, file=file):
                evaluations[part] = evaluated(part, options)
        shown = {part: _shown(each, only, everything=everything) for part, each in evaluations.items()}
        written = _WRITERS[form](evaluations, shown, positions)
        if form == "text" and out == streams.STANDARD_STREAM:
            streams.show(written)
        else:
            streams.write(streams.encoded(written, file=out), file=out)
        for part, evaluation in evaluations.items():
            start = f"{part.shown}: " if len(evaluations) > 1 else ""
            for line in (summary(evaluation), *_limits(evaluation)):
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


def summary(evaluation: Evaluation) -> str:
    """Return in words how many claims are out, and how many are undecided."""
    if any(verdict.label is None for verdict in evaluation.verdicts.values()):
        return f"strengths under {evaluation.semantics}"
    labels = [verdict.label for ref, verdict in evaluation.verdicts.items() if ref.kind == "claim"]
    words = [label.value for label in labels if label]
    return ", ".join(
        (
            f"{_count(words.count('out'))} of {counted(len(labels), 'claim')} {_is(words.count('out'))} out",
            f"{_count(words.count('undecided'))} {_is(words.count('undecided'))} undecided",
        )
    )


def _count(number: int) -> str:
    return str(number) if number else "none"


def _is(number: int) -> str:
    return "is" if number < 2 else "are"


def _shown(
    evaluation: Evaluation, only: tuple[str, ...], *, everything: bool
) -> Mapping[Ref, Mapping[str, Cell]]:
    """Return the entries that are listed: without those of other labels, and of what stands alone."""
    entries = dict(zip(evaluation, evaluation.entries(), strict=True))
    if only:
        entries = {ref: entry for ref, entry in entries.items() if entry["label"] in only}
    if everything:
        return entries
    debate = evaluation.debate
    steps = {ref for argument in debate.arguments.values() for ref in argument.step_refs}
    return {
        ref: entry
        for ref, entry in entries.items()
        if not (isinstance(ref, ClaimRef) and debate.claims[ref.title].is_untitled)
        or ref in steps
        or debate.incoming(ref)
        or debate.outgoing(ref)
    }


Shown = Mapping["Part", Mapping[Ref, Mapping[str, Cell]]]


def _text(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    several = len(evaluations) > 1
    tables = (
        [part.shown] * several
        + list(_lines(evaluation, shown[part]))
        + list(_position_lines(evaluation, positions))
        for part, evaluation in evaluations.items()
    )
    return "\n".join("".join(f"{visible(line)}\n" for line in table) for table in tables)


def _lines(evaluation: Evaluation, entries: Mapping[Ref, Mapping[str, Cell]]) -> Iterator[str]:
    from argmap.reasoning.verdicts.brief import brief_reasons
    from argmap.reasoning.verdicts.calling import called

    reasons = brief_reasons(evaluation)
    rows = [
        (_label(entry), called(evaluation.debate, ref), _basis(entry), reasons.get(ref, ""))
        for ref, entry in entries.items()
    ]
    widths = [max((width_of(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, (*widths, 0), strict=True))
        yield "  ".join(cells).rstrip()


def _label(entry: Mapping[str, Cell]) -> str:
    """Return a label, or a strength in its place."""
    if entry["label"] is not None:
        return str(entry["label"])
    strength = entry["strength"]
    return f"{strength:.2f}" if isinstance(strength, float) else "–"


def _basis(entry: Mapping[str, Cell]) -> str:
    if entry["basis"] is None:
        return "possible" if entry["possible"] and entry["label"] != "in" else ""
    return str(entry["basis"])


def _position_lines(evaluation: Evaluation, most: int) -> Iterator[str]:
    for number, position in enumerate(evaluation.positions(most) if most else (), start=1):
        yield f"position {number}: {', '.join(position.accepted)}"


def _limits(evaluation: Evaluation) -> Iterator[str]:
    """Yield what an evaluation could not say, and what to try."""
    if not evaluation.has_positions:
        yield f"there is no {evaluation.semantics} position; try --semantics preferred"
    if not evaluation.is_complete:
        number = len(evaluation.unknown)
        yield (
            f"{number} {'verdict was' if number == 1 else 'verdicts were'} not decided in time; "
            "try --timeout, the extra argmap[sat], or --semantics grounded"
        )
    yield from (diagnostic.message for diagnostic in evaluation.diagnostics)


def _json(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    written = [
        {**evaluation.as_dict(positions=positions), "verdicts": list(shown[part].values())}
        for part, evaluation in evaluations.items()
    ]
    if len(written) == 1:
        return printable_json(written[0]) + "\n"
    named = [{"path": part.shown, **entry} for part, entry in zip(evaluations, written, strict=True)]
    return printable_json(named) + "\n"


def _csv(evaluations: Mapping[Part, Evaluation], shown: Shown, positions: int) -> str:
    import csv
    from io import StringIO

    from argmap.reasoning.verdicts.evaluation import VERDICT_KEYS

    several = len(evaluations) > 1
    rows = [
        {**({"path": part.shown} if several else {}), **entry}
        for part, entries in shown.items()
        for entry in entries.values()
    ]
    stream = StringIO(newline="")
    keys = ("path",) * several + VERDICT_KEYS
    writer = csv.DictWriter(stream, keys, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


_WRITERS = {"text": _text, "json": _json, "csv": _csv}
