"""The `argmap` command."""

from argmap.cli.command import main

__all__ = ["main"]
