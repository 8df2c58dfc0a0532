"""`argmap formats`."""

from __future__ import annotations

import click

from argmap.cli import streams


@click.command()
@click.option("--table", is_flag=True, help="Show what each format says, as a table in Markdown.")
def formats(*, table: bool) -> None:
    """List the formats other than Argdown: name, suffixes, and whether they are read and written.

    With --table: what each format says itself (✓), what is kept in it for argmap (k), and what is lost (·).
    """
    from argmap.interop.conversion.capability_table import capability_lines, format_lines

    lines = capability_lines() if table else format_lines()
    streams.show("".join(f"{line}\n" for line in lines))
