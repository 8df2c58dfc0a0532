"""Settings on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from argmap.settings.dot_tables import RANK_DIRECTIONS
from argmap.settings.tables import LABEL_MODES, SELECTION_MODES

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
# Options that are handy, each with the setting that it is short for.
_SHORT = {
    "mode": "model.mode",
    "selection": "selection.statementSelectionMode",
    "select": "selection.select",
    "claim_labels": "map.statementLabelMode",
    "argument_labels": "map.argumentLabelMode",
    "group_depth": "group.groupDepth",
    "rankdir": "dot.graphVizSettings.rankdir",
}


def reading_options(command: CommandT) -> CommandT:
    """Add the options for settings that every command takes which reads a document."""
    command = click.option(
        "--mode", type=click.Choice(["loose", "strict"]), help="What `+` and `-` mean between claims."
    )(command)
    return click.option(
        "--set",
        "said",
        metavar="NAME=VALUE",
        multiple=True,
        help="Any setting, such as `group.groupDepth=1`; may be repeated.",
    )(command)


def map_options(command: CommandT) -> CommandT:
    """Add the options for settings of maps."""
    for option in (
        click.option("--rankdir", type=click.Choice(RANK_DIRECTIONS), help="Where arrows point: TB is down."),
        click.option(
            "--group-depth", type=int, metavar="N", help="How many levels of headings become boxes."
        ),
        click.option(
            "--argument-labels", type=click.Choice(LABEL_MODES), help="What the nodes of arguments say."
        ),
        click.option(
            "--claim-labels",
            type=click.Choice(LABEL_MODES),
            help="What the nodes of claims and evidence say.",
        ),
        click.option("--inclusive", is_flag=True, help="Also show what is not connected to anything."),
        click.option("--select", metavar="SELECTOR", help="Show only what `argmap query` would list."),
        click.option("--selection", type=click.Choice(SELECTION_MODES), help="Which claims are shown."),
    ):
        command = option(command)
    return reading_options(command)


def settings_of(said: tuple[str, ...], **short: object) -> Mapping[str, object]:
    """Return the settings that options give, `--set` last.

    >>> settings_of(("map.addTags=false",), mode="strict")
    {'model': {'mode': 'strict'}, 'map': {'addTags': False}}

    Raises:
        click.UsageError: there is no such setting, or it cannot have this value.
    """
    from argmap.settings import Settings

    found: dict[str, object] = {}
    for name, value in short.items():
        if name == "inclusive":
            if value:
                _put(found, "selection.excludeDisconnected", False)
        elif value is not None:
            _put(found, _SHORT[name], value)
    for one in said:
        name, sign, text = one.partition("=")
        if not sign:
            raise click.UsageError(f"--set needs NAME=VALUE, such as map.addTags=false, not {one!r}")
        _put(found, name.strip(), _value(text))
    try:
        Settings.checked(found)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return found


def option_of(setting: str) -> str:
    """Return the option that says a setting, which is written as in frontmatter.

    >>> option_of("selection.excludeDisconnected: false"), option_of("map.addTags: false")
    ('--inclusive', '--set map.addTags=false')
    """
    name, _, value = setting.partition(": ")
    if (name, value) == ("selection.excludeDisconnected", "false"):
        return "--inclusive"
    short = next((word for word, long in _SHORT.items() if long == name), None)
    return f"--{short.replace('_', '-')} {value}" if short else f"--set {name}={value}"


def _value(text: str) -> object:
    """Return what is written behind `=`: a text, or YAML on one line."""
    from argmap.data.yaml_reader import read_yaml

    # Colours begin with what begins a comment in YAML.
    if text.startswith("#"):
        return text
    value, problems = read_yaml(text)
    return text if problems else value


def _put(settings: dict[str, object], name: str, value: object) -> None:
    *above, last = name.split(".")
    for part in above:
        inner = settings.setdefault(part, {})
        if not isinstance(inner, dict):
            raise click.UsageError(f"--set gives {part} twice, as a value and as a table")
        settings = inner
    settings[last] = value
