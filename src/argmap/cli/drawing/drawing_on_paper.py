"""What `argmap render --pages` takes, and what it cannot be asked for besides."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli import streams
from argmap.cli.drawing.drawn_files import is_folder


def known_paper(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the name of a paper size as it is written.

    Raises:
        click.BadParameter: there is no such size.
    """
    if value is None:
        return None
    from argmap.render.pages.paper import paper_of

    try:
        return paper_of(value).name
    except LookupError as error:
        raise click.BadParameter(str(error.args[0])) from None


def refuse_what_pages_cannot_be(out: str | None, form: str | None, *, parts: str, layout: str | None) -> None:
    """Raise an error if something is asked for that pages cannot be.

    Raises:
        click.UsageError: they are to be no PDF, to be parts, or not to be laid out as trees.
    """
    if form not in (None, "pdf"):
        raise click.UsageError(f"pages are one PDF: leave out `-f {form}`, or leave out --pages")
    is_file = out is not None and out != streams.STANDARD_STREAM and not is_folder(out)
    if out is not None and is_file and Path(out).suffix.lower() != ".pdf":
        raise click.UsageError(f"pages are one PDF: name the file {Path(out).stem}.pdf instead of {out}")
    if parts == "always":
        raise click.UsageError("a map is drawn on pages or in parts: leave out --pages or --parts")
    if layout == "layered":
        raise click.UsageError("pages are laid out as trees: leave out --pages or `--layout layered`")
