"""`argmap serve`."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import click

from argmap.cli import streams
from argmap.cli.drawing.picture_options import pick_draw_options, picture_options
from argmap.cli.setting_options import map_options, settings_of


@click.command()
@click.argument("path", metavar="FILE|FOLDER")
@click.option(
    "--port",
    metavar="NUMBER",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to listen on; by default one that is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in a browser.")
@picture_options
@map_options
@click.pass_context
def serve(
    context: click.Context,
    /,
    *,
    path: str,
    port: int,
    opens: bool,
    said: tuple[str, ...],
    **words: Any,
) -> None:
    """Show the map of FILE in a browser, and again whenever the file is saved; of a FOLDER, show a list.

    The page keeps its place, what is chosen and what is folded, and says above the map what is wrong with
    the text.  It is for this machine only: the server listens on 127.0.0.1, its address has a token that
    nobody else knows, and it writes no file.  Ctrl-C ends it.

    Exit code 0: ended; 2: there is no such file or folder, or the port is taken.
    """
    from argmap.preview.preview_server import PreviewServer

    options = pick_draw_options(words)
    settings = settings_of(said, **words)
    try:
        with streams.explained(path):
            Path(path).stat()
        with streams.explained(f"port {port}"):
            server = PreviewServer(Path(path), options=options, settings=settings, port=port)
    except streams.StreamError as error:
        streams.complain(error)
        context.exit(2)
    with server, contextlib.suppress(KeyboardInterrupt):
        streams.show(f"{server.address}\n")
        streams.say("following the text, Ctrl-C ends")
        if opens:
            click.launch(server.address)
        server.serve_forever()
