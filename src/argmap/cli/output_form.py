"""The option by which commands write data instead of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def form_option(description: str) -> Callable[[CommandT], CommandT]:
    """Return what adds the option `--format`, text or JSON, to a command; its parameter is `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=description,
    )
