"""The options of all commands that evaluate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from argmap.settings.tables import PRESUMPTIONS, READINGS, REBUTTALS, SEMANTICS, STANDARDS, STEPS

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--semantics", type=click.Choice(SEMANTICS), help="What counts as decided."),
    click.option("--presumption", type=click.Choice(PRESUMPTIONS), help="What is taken for granted."),
    click.option("--rebuttal", type=click.Choice(REBUTTALS), help="Whether reasons answer objections."),
    click.option("--reading", type=click.Choice(READINGS), help="What supports mean."),
    click.option("--standard", type=click.Choice(STANDARDS), help="How reasons are weighed."),
    click.option("--accept", metavar="TITLE", multiple=True, help="Treat this as accepted; may be repeated."),
    click.option("--reject", metavar="TITLE", multiple=True, help="Treat this as rejected; may be repeated."),
    click.option(
        "--timeout",
        type=click.FloatRange(0),
        metavar="SECONDS",
        help="How long a search may take; 10 by default.",
    ),
)


def evaluation_options(command: CommandT) -> CommandT:
    """Add the options of all commands that evaluate; they have the names of those of `argmap.evaluate`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def steps_option(command: CommandT) -> CommandT:
    """Add the option `--steps` of commands that may look at formulas."""
    option = click.option(
        "--steps", type=click.Choice(STEPS), help="Whether invalid steps fall, by formulas."
    )
    return option(command)


def base_option(command: CommandT) -> CommandT:
    """Add the option `--base` of commands that show strengths."""
    option = click.option(
        "--base",
        type=click.FloatRange(0, 1),
        metavar="N",
        help="The strength of elements that have none of their own.",
    )
    return option(command)
