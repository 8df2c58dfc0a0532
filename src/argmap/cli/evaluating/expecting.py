"""`argmap test`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.cli import streams
from argmap.cli.many_files import named_files
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.named_tuples import NamedTuple
from argmap.text import Severity
from argmap.text.counts import counted, portion
from argmap.text.visible import visible_line

# Findings because of which something is expected that cannot be so.
_UNCLEAR = ("R268", "R288", "R289", "R298")


@click.command("test")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@page_options
@reading_options
@click.pass_context
def test_expectations(
    context: click.Context,
    *,
    files: tuple[str, ...],
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
) -> None:
    """Compare the verdicts on each FILE with what it expects, in `expect`; of a folder all debates are read.

    Exit code 0: everything is as expected; 1: something is not, or a text has errors; 2: a file could not
    be read.
    """
    settings = settings_of(said, mode=mode)
    number = met = 0
    code = 0
    try:
        names = named_files(files)
        for file in names:
            document = streams.read(file, overrides=settings, markdown=markdown, join=join)
            for part in parts_of(document, file=file):
                tested = _tested(part)
                number += tested.number
                met += tested.met
                code = code or int(bool(tested.lines))
                for line in tested.lines:
                    streams.show(visible_line(f"{part.shown}:{line}") + "\n")
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    are_met = portion(met, number, "expectation") + (" met" if number else "")
    streams.say(f"{are_met} in {counted(len(names), 'file')}")
    context.exit(code)


class _Tested(NamedTuple):
    """How many expectations a document has, how many are met, and in words what is wrong."""

    number: int
    met: int
    lines: Sequence[str]


def _tested(part: Part) -> _Tested:
    from argmap import api
    from argmap.model.expected import expectations_of
    from argmap.reasoning.verdicts.expectations import outcome, unmet_in

    document = part.document
    lines = [
        f"{document.location(each.span.start).line}: {each.message}"
        for each in document.diagnostics
        if each.code in _UNCLEAR or each.severity is Severity.ERROR
    ]
    expected = list(expectations_of(document.debate, document.debate.metadata))
    clear = [each for each in expected if each.is_clear]
    evaluation = api.evaluate(document)
    unmet = list(unmet_in(evaluation, clear))
    for expectation, verdict in unmet:
        line = evaluation.line(expectation.name)
        start = " " if line is None else f"{line}: "
        words = f"but it is {outcome(expectation.ref, verdict)}"
        lines.append(f"{start}{expectation.name} is expected to be {expectation.words}, {words}")
    return _Tested(len(expected), len(clear) - len(unmet), lines)
