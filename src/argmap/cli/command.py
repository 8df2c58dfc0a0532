"""The command line and its commands; each command has a module of its own."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any

import click

from argmap.cli import streams
from argmap.cli.check import check
from argmap.cli.convert import convert
from argmap.cli.evaluating.evaluate import evaluate
from argmap.cli.evaluating.expecting import test_expectations
from argmap.cli.evaluating.whatif import whatif
from argmap.cli.evaluating.why import why
from argmap.cli.format import format_files
from argmap.cli.new import new
from argmap.cli.query import query
from argmap.cli.questions import questions
from argmap.cli.rename import rename
from argmap.cli.render import render
from argmap.cli.sources import sources
from argmap.cli.stats import stats
from argmap.cli.telling.outline_command import outline

_FAILED = 2


class _Commands(click.Group):
    """A group of commands that end in a line and an exit code, whatever goes wrong."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and leave; what click would say of errors goes through the filter, too."""
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            if not standalone_mode:
                return result
            sys.exit(result or 0)
        except click.UsageError as error:
            streams.say_usage(error)
        except (click.ClickException, streams.StreamError) as error:
            streams.complain(error)
        except click.Abort:
            sys.exit(128 + signal.SIGINT)
        except OSError as error:
            # All other files are explained where they are read and written.
            streams.complain(streams.StreamError(f"<stdout>: {streams.reason(error)}"))
        sys.exit(_FAILED)

    def invoke(self, context: click.Context) -> Any:
        """Run a command; what it could not say on standard error counts as a failure."""
        try:
            result = super().invoke(context)
        except click.exceptions.Exit as left:
            result = left.exit_code
        # Click says an empty line before it passes an interrupt on.
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        return _FAILED if streams.was_unheard(context) else result


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="argmap", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Check, draw and convert debates that are written as text.

    If FILE is `-`, the text is read from standard input.  Results go to files or to standard output,
    messages to standard error.

    Exit code 0: success; 1: a text has errors; 2: something could not be done (wrong usage, a file that
    cannot be read, no layout engine, a stream that is full or closed).
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
main.add_command(rename)
main.add_command(new)
main.add_command(query)
main.add_command(outline)
main.add_command(sources)
main.add_command(questions)
main.add_command(stats)
main.add_command(evaluate)
main.add_command(why)
main.add_command(whatif)
main.add_command(test_expectations)
