"""`argmap schema`."""

from __future__ import annotations

import click

from argmap.cli import streams
from argmap.reports.safe_json import printable_json


@click.command()
@click.argument("name", metavar="NAME")
def schema(*, name: str) -> None:
    """Print the JSON Schema of what argmap writes as JSON.

    \b
    argdown-json    debates, as `argmap convert` writes them
    changes         as `argmap diff --format json` writes them
    conversion      as `argmap convert --report json` writes it
    findings        as `argmap check --format json` writes them
    proofs          as `argmap prove --format json` writes them
    verdicts        as `argmap evaluate --format json` writes them

    Exit code 0: printed; 2: there is no such schema.
    """
    from argmap.reports.json_forms.json_schemas import json_schema

    try:
        written = json_schema(name)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None
    streams.write(f"{printable_json(written)}\n".encode(), file=streams.STANDARD_STREAM)
