"""`argmap why`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from argmap.cli import streams
from argmap.cli.evaluating.evaluation_options import evaluation_options
from argmap.cli.many_files import check_order
from argmap.cli.output_form import form_option
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.reports.safe_json import printable_json
from argmap.text.counts import counted
from argmap.text.visible import visible

AnswerT = TypeVar("AnswerT")
# Deeper than that few want to know at once.
_DEPTH = 4


@click.command()
@click.argument("file", metavar="FILE")
@click.argument("title", metavar="TITLE")
@evaluation_options
@click.option(
    "--depth",
    metavar="N",
    type=click.IntRange(min=0),
    default=_DEPTH,
    show_default=True,
    help="How many levels of reasons for reasons to list; 0 for the verdict alone.",
)
@form_option("How it is written; JSON has all levels.")
@page_options
@reading_options
@click.pass_context
def why(
    context: click.Context,
    /,
    *,
    file: str,
    title: str,
    depth: int,
    form: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
    **options: Any,
) -> None:
    """Say why TITLE in FILE is in, out or undecided: what it rests on, and what was said against it.

    TITLE is written as in the text: "[Claim]", "[^Evidence]", "<Argument>", or "<Argument>#1" for its first
    inference. One line says one thing; what explains it is indented below.

    Exit code 0: told, whatever the verdict is; 1: told, but the text has errors; 2: there is no such thing.
    """
    from argmap import api

    check_order([file], [title])
    settings = settings_of(said, mode=mode)
    try:
        document = streams.read_aloud(file, overrides=settings, markdown=markdown, join=join)
        parts = parts_of(document, file=file)
        explanation = first_answer(
            parts,
            lambda part: api.why(part.document, title, **options),
            names=(title, *options["accept"], *options["reject"]),
        )
        if form == "json":
            streams.show(printable_json(explanation.as_dict()) + "\n")
        else:
            lines = explanation.text(depth).split("\n")
            streams.show("".join(f"{visible(line)}\n" for line in lines))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(int(not document.ok))


def first_answer(parts: tuple[Part, ...], ask: Callable[[Part], AnswerT], *, names: Iterable[str]) -> AnswerT:
    """Return the answer of the first document that knows what is asked about, by its `names`.

    If later ones know it, too, it is written to standard error which of them answers.

    Raises:
        click.UsageError: none does, or options do not go together; the message is that of the first.
    """
    problem: click.UsageError | None = None
    for place, part in enumerate(parts):
        try:
            answer = ask(part)
        except LookupError as error:
            problem = problem or click.UsageError(f"{part.shown}: {error}")
        except ValueError as error:
            raise click.UsageError(f"{part.shown}: {error}") from error
        else:
            wanted = tuple(names)
            if others := [other.shown for other in parts[place + 1 :] if _knows(other, wanted)]:
                also = counted(len(others), "other fence knows", "other fences know")
                streams.say(
                    f"{part.shown}: this is the answer of this fence; {also} what was asked for "
                    f"({', '.join(others)}); add --join to read all fences as one document"
                )
            return answer
    assert problem is not None, "a file has at least one document"
    raise problem


def _knows(part: Part, names: tuple[str, ...]) -> bool:
    """Return whether a document has something of each name."""
    from argmap.model import resolve

    try:
        for name in names:
            resolve(part.document.debate, name)
    except LookupError:
        return False
    return True
