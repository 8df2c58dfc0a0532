"""`argmap lsp`."""

from __future__ import annotations

import logging

import click

from argmap.cli import streams


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Accepted and ignored: nothing else is served.")
@click.option("--log", metavar="FILE", type=click.Path(dir_okay=False), help="Write what goes wrong to FILE.")
@click.pass_context
def lsp(context: click.Context, /, *, stdio: bool, log: str | None) -> None:
    """Serve an editor on standard input and output, by the Language Server Protocol.

    Editors start it themselves.  Nothing is fetched or run, and no file is written but FILE.

    Exit code 0: ended by the editor; 1: the editor left without a word; 2: the extra `argmap[lsp]` is not
    installed, or FILE cannot be written.
    """
    try:
        from argmap.lsp.server import TextServer
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pygls", "lsprotocol", "cattrs"):
            raise
        streams.complain(streams.StreamError('the server needs pygls: type `pip install "argmap[lsp]"`'))
        context.exit(2)
    handler: logging.Handler = logging.NullHandler()
    if log is not None:
        try:
            with streams.explained(log):
                handler = logging.FileHandler(log, encoding="utf-8", errors="backslashreplace")
        except streams.StreamError as error:
            streams.complain(error)
            context.exit(2)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    context.exit(TextServer().serve())
