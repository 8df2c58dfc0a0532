"""`argmap mcp`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from argmap.cli import streams

if TYPE_CHECKING:
    from argmap.mcp.permissions import Permissions


@click.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1)
@click.option("--write", "writes", is_flag=True, help="Let the tool `edit` write files below the folders.")
@click.pass_context
def mcp(context: click.Context, *, folders: tuple[str, ...], writes: bool) -> None:
    """Answer an assistant over the Model Context Protocol, on standard input and output.

    It can check, draw, evaluate, query, edit and convert texts that it gives, and files below each FOLDER;
    without a FOLDER, no file is read.  Nothing is written unless --write is given, and nothing is fetched.

    Exit code 0: the assistant closed the connection; 2: there is no such folder, or the extra is missing.
    """
    if writes and not folders:
        raise click.UsageError("--write needs a FOLDER, below which files may be written")
    try:
        for folder in folders:
            if not os.path.isdir(folder):
                raise streams.StreamError(f"{folder}: this is not a folder")
        serve = _server()
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    # By its own name, which the annotations above have, too.
    from argmap.mcp import permissions

    serve(permissions.Permissions(folders, may_write=writes))


def _server() -> Callable[[Permissions], None]:
    """Return what serves assistants.

    Raises:
        StreamError: the extra is not installed.
    """
    try:
        from argmap.mcp.tool_server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "anyio"):
            raise
        raise streams.StreamError('the server needs mcp: type `pip install "argmap[mcp]"`') from None
    return serve
