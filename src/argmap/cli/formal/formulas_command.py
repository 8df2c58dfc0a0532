"""`argmap formulas`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.cli.many_files import named_files
from argmap.cli.output_form import form_option
from argmap.cli.pages import Part, page_options, parts_of
from argmap.cli.setting_options import reading_options, settings_of
from argmap.reports.safe_json import printable_json
from argmap.text.visible import visible


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@form_option("How letters are written.")
@page_options
@reading_options
@click.pass_context
def formulas(
    context: click.Context,
    *,
    files: tuple[str, ...],
    form: str,
    markdown: bool,
    join: bool,
    said: tuple[str, ...],
    mode: str | None,
) -> None:
    """List the letters in the formulas of each FILE: what each stands for, what it means, where it is used.

    Exit code 0: printed; 1: printed, but a text has errors; 2: a file could not be read.
    """
    settings = settings_of(said, mode=mode)
    code = 0
    parts: list[Part] = []
    try:
        for file in named_files(files):
            document = streams.read_aloud(file, overrides=settings, markdown=markdown, join=join)
            code = max(code, int(not document.ok))
            parts += parts_of(document, file=file)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    if form == "json":
        streams.write(_json(parts).encode(), file=streams.STANDARD_STREAM)
    else:
        _show(parts)
    context.exit(code)


def _show(parts: list[Part]) -> None:
    from argmap.proving.glossary import glossary_of
    from argmap.proving.glossary_lines import glossary_lines, glossary_summary

    for part in parts:
        entries = glossary_of(part.document.debate)
        start = f"{part.shown}: " if len(parts) > 1 else ""
        lines = [part.shown] * bool(start and entries) + list(glossary_lines(entries))
        streams.show("".join(f"{visible(line)}\n" for line in lines))
        streams.say(visible(f"{start}{glossary_summary(entries)}"))


def _json(parts: list[Part]) -> str:
    from argmap.proving.glossary import glossary_of

    entries = [
        {**part.mark, "letters": [entry.as_dict() for entry in glossary_of(part.document.debate)]}
        for part in parts
    ]
    return printable_json(entries[0] if len(entries) == 1 else entries) + "\n"
