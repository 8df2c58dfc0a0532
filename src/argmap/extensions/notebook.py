"""`%%argmap` cells in notebooks; `%load_ext argmap` makes them known."""

from __future__ import annotations

import argparse
import keyword
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from attrs import frozen
from IPython.core.error import UsageError
from IPython.display import display

from argmap import api
from argmap.extensions.page_words import SWITCHES, VALUES, draw_options
from argmap.files import path_below
from argmap.model.display import debate_bundle
from argmap.render import EngineError
from argmap.render.engines.engine import WORDS
from argmap.reports.text import as_text, findings
from argmap.text.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from IPython.core.interactiveshell import InteractiveShell

    from argmap.render import DrawOptions
    from argmap.text import Diagnostic


@frozen
class _CellOptions:
    """What the options of a cell ask for."""

    file: str | None
    name: str | None
    mode: str | None
    checks: bool
    is_drawn: bool
    drawing: DrawOptions


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Make `%%argmap` and `%argmap` known to a shell; `%load_ext argmap` calls this."""

    def argmap(line: str, cell: str | None = None) -> None:
        run(shell, line, cell)

    # What `%%argmap?` shows.
    argmap.__doc__ = f"Draw the Argdown of this cell.\n\n{_parser().format_help()}"
    register: Callable[..., None] = shell.register_magic_function
    register(argmap, magic_kind="line_cell", magic_name="argmap")


def run(shell: InteractiveShell, line: str, cell: str | None) -> None:
    """Read a cell or file as its options say, show what is wrong with it and then its map.

    Raises:
        UsageError: the options make no sense; the notebook shows its words and no traceback.
    """
    options = _options(line, is_cell=cell is not None)
    settings = {"model": {"mode": options.mode}} if options.mode else None
    if cell is None:
        place = options.file or ""
        try:
            document = api.load(_below(place), settings=settings)
        except (OSError, ValueError) as error:
            raise UsageError(visible_line(f"{place}: {error}")) from None
    else:
        place = "cell"
        # The line of the magic counts, so that lines are those that the notebook numbers.
        document = api.parse(f"\n{cell}", settings=settings)
    found = [*document.diagnostics, *(api.check(document) if options.checks else ())]
    if options.name:
        push: Callable[[dict[str, object]], None] = shell.push
        push({options.name: document})
    _tell(document, found, place)
    if options.is_drawn:
        _show(document, options)


def _below(place: str) -> str:
    """Return a path that a cell names, if it leads below the folder of the notebook.

    Raises:
        ValueError: it leads elsewhere.
    """
    try:
        path_below(place, Path())
    except ValueError as error:
        raise ValueError(f"{error}; use `argmap.load` for files elsewhere") from None
    return place


def _tell(document: api.Document, found: Iterable[Diagnostic], place: str) -> None:
    for finding in findings(document, found, path=place):
        print(as_text(finding), file=sys.stderr)


def _show(document: api.Document, options: _CellOptions) -> None:
    try:
        drawing = api.draw_as(document, options.drawing)
        drawing.svg()
    except (EngineError, LookupError, ValueError) as error:
        raise UsageError(visible_line(str(error))) from None
    show: Callable[..., object] = display
    show(debate_bundle(document, repr(drawing), drawn=drawing), raw=True)
    for sentence in drawing.left_out:
        print(visible_line(sentence), file=sys.stderr)


def _options(line: str, *, is_cell: bool) -> _CellOptions:
    try:
        given = _parser().parse_args(shlex.split(line))
        words = {name: word for name, word in vars(given).items() if isinstance(word, str)}
        # A cell is a program that runs when it is asked to, but what it draws follows the rule for pages.
        drawing = draw_options(words, folder=Path())
    except ValueError as error:
        raise UsageError(visible_line(f"{line.strip()}: {error}")) from None
    options = _CellOptions(given.file, given.name, given.mode, given.check, not given.no_map, drawing)
    if is_cell and options.file is not None:
        raise UsageError(
            f"%%argmap reads the cell below it, not {options.file!r}; write %argmap to draw a file"
        )
    if not is_cell and options.file is None:
        raise UsageError("%argmap draws a file, %%argmap at the top of a cell draws the cell")
    if options.name is not None and (not options.name.isidentifier() or keyword.iskeyword(options.name)):
        raise UsageError(visible_line(f"{options.name!r} is not a valid variable name"))
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="%%argmap", add_help=False)
    parser.add_argument("file", nargs="?", help="draw this file; for %%argmap on a line of its own")
    parser.add_argument(
        "-t", "--theme", default="default", help="how it looks: a name, or a path below this folder"
    )
    parser.add_argument("-e", "--engine", default="auto", help=f"what lays the map out: {', '.join(WORDS)}")
    parser.add_argument("-n", "--name", help="variable that is to hold the document")
    parser.add_argument("-m", "--mode", choices=["loose", "strict"], help="what + and - between claims mean")
    parser.add_argument("-c", "--check", action="store_true", help="show the findings of the checks, too")
    parser.add_argument("-q", "--no-map", action="store_true", help="draw nothing")
    for name in VALUES:
        parser.add_argument(f"--{name}", help=f"as for argmap render --{name}")
    for name in SWITCHES:
        parser.add_argument(f"--{name}", action="store_const", const="on", help=f"show the {name}")
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that does not end the program, which is a notebook."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{visible_line(message)}\n\n{self.format_help()}")
