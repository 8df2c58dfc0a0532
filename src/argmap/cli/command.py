"""The words of the command line; what they do stands in the modules beside."""

from __future__ import annotations

import io
import os
import sys

import click

from argmap.cli.checking import check
from argmap.cli.conversion import convert
from argmap.cli.formatting import format_files
from argmap.cli.questions import questions
from argmap.cli.rendering import render
from argmap.cli.sources import sources
from argmap.cli.stats import stats


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="argmap", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Read debates with claims, evidence and arguments; check them, draw them, convert them.

    A FILE that is `-` is standard input.  Results go to standard output or to files, messages to
    standard error.  The exit code is 0 if all went well, 1 if a text has errors, 2 if something
    could not be done at all: wrong usage, a file that cannot be read, no layout engine.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    # A title in a script that the terminal does not know must not end the command.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


main.add_command(render)
main.add_command(check)
main.add_command(convert)
main.add_command(format_files)
main.add_command(sources)
main.add_command(questions)
main.add_command(stats)
