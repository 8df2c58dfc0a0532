"""`argmap questions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.output_form import form_option
from argmap.cli.pages import Part, page_options, parts_of
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.analysis import ChecklistItem
    from argmap.model import Debate

_BOXES = {"open": "[ ]", "answered": "[x]", "raised": "[!]"}


@click.command()
@click.argument("file", metavar="FILE")
@form_option("How questions are written.")
@click.option("--open", "only_open", is_flag=True, help="Leave out questions that are answered or raised.")
@page_options
@click.pass_context
def questions(
    context: click.Context, *, file: str, form: str, only_open: bool, markdown: bool, join: bool
) -> None:
    """Print the critical questions of the inferences in FILE as a checklist.

    [x] is answered, [!] is raised by an objection, [ ] is open.

    Exit code 0: printed; 1: printed, but the text has errors; 2: not printed.
    """
    from argmap.analysis import Status, checklist

    try:
        document = streams.read_aloud(file, markdown=markdown, join=join)
        items = {
            part: [
                item
                for item in checklist(part.document.debate)
                if item.status is Status.OPEN or not only_open
            ]
            for part in parts_of(document, file=file)
        }
        if form == "json":
            streams.write(_json(items).encode(), file=streams.STANDARD_STREAM)
        else:
            streams.show(_text(items))
            streams.say(_summary([item for listed in items.values() for item in listed]))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    context.exit(0 if document.ok else 1)


def _summary(items: list[ChecklistItem]) -> str:
    counts = {status: sum(one.status.value == status for one in items) for status in _BOXES}
    return ", ".join(f"{number} {status}" for status, number in counts.items())


def _text(items: Mapping[Part, list[ChecklistItem]]) -> str:
    return "\n".join(
        "\n".join(lines) + "\n" for part, listed in items.items() for lines in _paragraphs(part, listed)
    )


def _paragraphs(part: Part, items: list[ChecklistItem]) -> Iterator[Iterable[str]]:
    if part.fence and items:
        yield [visible(part.shown)]
    for _, group in groupby(items, key=lambda item: item.inference.ref):
        yield _lines(list(group), part.document.debate)


def _lines(items: list[ChecklistItem], debate: Debate) -> Iterator[str]:
    inference = items[0].inference
    several = len(debate.arguments[inference.argument].inferences) > 1
    place = f", inference {inference.index + 1}" if several else ""
    scheme = inference.scheme.title if inference.scheme else ""
    yield visible(f"<{inference.argument}>{place}: {scheme}")
    for one in items:
        yield visible(f"  {_BOXES[one.status.value]} {one.question.name}: {one.question.text}")
        for line in _marks(one):
            yield visible(f"      {line}")


def _marks(item: ChecklistItem) -> Iterator[str]:
    if item.premises:
        yield "about " + ", ".join(str(ref) for ref in item.premises)
    yield from (f"raised by {ref!s}" for ref in item.objections)
    yield from (f"answered by {one.text}" if one.ref else f"answer: {one.text}" for one in item.answers)


def _json(items: Mapping[Part, list[ChecklistItem]]) -> str:
    entries = [{**part.mark, **_entry(item)} for part, listed in items.items() for item in listed]
    return printable_json(entries) + "\n"


def _entry(item: ChecklistItem) -> dict[str, object]:
    return {
        "argument": item.inference.argument,
        "inference": item.inference.index + 1,
        "scheme": item.inference.scheme and item.inference.scheme.name,
        "question": item.question.name,
        "text": item.question.text,
        "attacks": item.question.attacks.value,
        "role": item.question.premise,
        "premises": [str(ref) for ref in item.premises],
        "status": item.status.value,
        "answers": [one.text for one in item.answers],
        "objections": [str(ref) for ref in item.objections],
    }
