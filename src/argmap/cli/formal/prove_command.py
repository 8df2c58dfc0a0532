"""`argmap prove`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import streams
from argmap.cli.output_form import form_option
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible

if TYPE_CHECKING:
    from argmap.proving.proofs import Proofs


@click.command()
@click.argument("file", metavar="FILE")
@click.argument("title", metavar="[TITLE]", required=False)
@form_option("How proofs are written.")
@click.option(
    "--timeout", type=click.FloatRange(0), metavar="SECONDS", help="Give up what is not decided by then."
)
@page_options
@reading_options
@click.pass_context
def prove(
    context: click.Context,
    *,
    file: str,
    title: str | None,
    form: str,
    timeout: float | None,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
) -> None:
    """Say whether the conclusions in FILE follow from their premises, by the formulas of both.

    TITLE is an argument (<A>), a step of one (<A>#1), or a claim ([C]) that steps lead to; without it all
    steps are listed, and in strict mode the relations between claims, too. Of what does not follow a case is
    shown that refutes it.

    Exit code 0: nothing is invalid; 1: a step is invalid, a relation fails, or the text has errors; 2: the
    file could not be read.
    """
    settings = settings_of(said, mode=mode)
    proofs: dict[Part, Proofs] = {}
    code = 0
    try:
        document = streams.read_aloud(file, overrides=settings, markdown=markdown, join=join)
        code = int(not document.ok)
        proofs = _proved(parts_of(document, file=file), title, timeout)
        if form == "json":
            streams.write(_json(proofs).encode(), file=streams.STANDARD_STREAM)
        else:
            streams.show(_text(proofs))
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    for part, proved in proofs.items():
        start = f"{part.shown}: " if len(proofs) > 1 else ""
        streams.say(visible(f"{start}{proved.summary}"))
    context.exit(max(code, *(int(not proved.is_valid) for proved in proofs.values())))


def _proved(parts: tuple[Part, ...], title: str | None, timeout: float | None) -> dict[Part, Proofs]:
    """Return the proofs of each document in which there is something of a title.

    Raises:
        click.UsageError: no document has anything of that title.
    """
    from argmap import api

    proofs: dict[Part, Proofs] = {}
    for part in parts:
        try:
            proofs[part] = api.prove(part.document, title, timeout=timeout)
        except LookupError as error:
            if part is parts[-1] and not proofs:
                raise click.UsageError(f"{part.shown}: {error}") from error
    return proofs


def _text(proofs: dict[Part, Proofs]) -> str:
    texts = []
    for part, proved in proofs.items():
        text = "".join(f"{visible(line)}\n" for line in proved.text().splitlines())
        texts.append(f"{visible(part.shown)}\n{text}" if len(proofs) > 1 and text else text)
    return "\n".join(text for text in texts if text)


def _json(proofs: dict[Part, Proofs]) -> str:
    entries = [{**part.mark, **proved.as_dict()} for part, proved in proofs.items()]
    return printable_json(entries[0] if len(entries) == 1 else entries) + "\n"
