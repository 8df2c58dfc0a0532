"""The command line and its commands; each command has a module of its own."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from argmap import __version__
from argmap.cli import streams
from argmap.cli.loaded_on_use import Commands

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = Commands()
_FAILED = 2


class _Program(click.Group):
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
            # Files are explained where they are read and written; what has no name is standard output.
            streams.complain(streams.StreamError(f"{error.filename or '<stdout>'}: {streams.reason(error)}"))
        sys.exit(_FAILED)

    def make_context(self, *words: Any, **extra: Any) -> click.Context:
        """Take in the words of the command line; some, such as `--help`, write at once."""
        try:
            return super().make_context(*words, **extra)
        except BrokenPipeError:
            raise _reader_gone() from None

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.short_helps().items()))

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, without loading any, and options."""
        from click.shell_completion import CompletionItem

        commands = [
            CompletionItem(name, help=words)
            for name, words in sorted(_COMMANDS.short_helps().items())
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, context, incomplete)]

    def invoke(self, context: click.Context) -> Any:
        """Run a command; what it could not say on standard error counts as a failure."""
        try:
            result = super().invoke(context)
        except click.exceptions.Exit as left:
            result = left.exit_code
        except BrokenPipeError:
            raise _reader_gone() from None
        # Click says an empty line before it passes an interrupt on.
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        return _FAILED if streams.was_unheard(context) else result


def _reader_gone() -> click.exceptions.Exit:
    # Click would leave with 1, which says that a text has errors.
    return click.exceptions.Exit(streams.READER_GONE)


@click.group(cls=_Program, commands=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Check, draw and convert debates that are written as text.

    If FILE is `-`, the text is read from standard input.  Results go to files or to standard output,
    messages to standard error.

    Exit code 0: success; 1: a text has errors; 2: something could not be done (wrong usage, a file that
    cannot be read, no layout engine, a stream that is full or closed); 141: whoever reads the output, such
    as `head`, has stopped.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    # A title in a script that the terminal does not know must not end the command.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
