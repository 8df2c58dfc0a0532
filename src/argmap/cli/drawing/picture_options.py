"""Options of a drawing on the command line, named as the fields of DrawOptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import fields_dict

from argmap.settings.tables import DETAILS, FITS, LAYOUTS, ORDERS, SEMANTICS

if TYPE_CHECKING:
    from argmap.render import DrawOptions

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_DIRECTIONS = ("all", "supporting", "attacking")
# In the order of the help.
_OPTIONS = (
    click.option(
        "--theme",
        metavar="THEME",
        default="default",
        show_default=True,
        help="How maps look: a theme's name or TOML file; LIGHT,DARK are two, for light and dark screens.",
    ),
    click.option(
        "--engine",
        metavar="auto|embedded|system|PATH",
        default="auto",
        show_default=True,
        help="The layout engine; auto is $ARGMAP_DOT if that is set.",
    ),
    click.option(
        "--detail",
        type=click.Choice(DETAILS),
        help="How much of each argument to show; full: every premise; auto: where that says more.",
    ),
    click.option("--legend", is_flag=True, help="Add a legend of the shapes and lines in the map."),
    click.option(
        "--focus", metavar="TITLE", help="Draw only what is near `[Claim]`, `<Argument>` or `[^Evidence]`."
    ),
    click.option(
        "--radius",
        metavar="EDGES",
        type=click.IntRange(0),
        default=2,
        show_default=True,
        help="How many edges away from the focus to go.",
    ),
    click.option(
        "--direction",
        type=click.Choice(_DIRECTIONS),
        default="all",
        show_default=True,
        help="Which edges to follow from the focus.",
    ),
    click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(0, min_open=True),
        default=60,
        show_default=True,
        help="How long a layout may take; cheaper layouts are tried before it is given up.",
    ),
    click.option("--questions", is_flag=True, help="Show open critical questions as well."),
    click.option(
        "--verdicts",
        metavar="[SEMANTICS]",
        type=click.Choice(SEMANTICS),
        is_flag=False,
        flag_value="grounded",
        help="Mark what holds and what does not.",
    ),
    click.option(
        "--layout",
        type=click.Choice(LAYOUTS),
        help="How maps are laid out: as trees, or in layers by the engine; auto: as suits the map.",
    ),
    click.option(
        "--fit",
        type=click.Choice(FITS),
        help="Where the text of trees is to be large: in a column of text, on a page, on a slide.",
    ),
    click.option(
        "--order",
        type=click.Choice(ORDERS),
        help="The order of reasons in trees: by kind, what supports first, or as in the text.",
    ),
)


def picture_options(command: CommandT) -> CommandT:
    """Add the options of a drawing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def pick_draw_options(words: dict[str, Any]) -> DrawOptions:
    """Take the options of a drawing out of the words of a command line, and return them.

    >>> words = {"theme": "dark", "radius": 3, "mode": "strict"}
    >>> pick_draw_options(words).radius, words
    (3, {'mode': 'strict'})
    """
    from argmap.render import DrawOptions

    names = [name for name in fields_dict(DrawOptions) if name in words]
    return DrawOptions(**{name: words.pop(name) for name in names})
