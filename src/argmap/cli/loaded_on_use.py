"""The commands by name, each loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

# By name: the module of a command, and what it is called there.
_COMMANDS = {
    "check": ("argmap.cli.check", "check"),
    "convert": ("argmap.cli.converting.convert", "convert"),
    "diff": ("argmap.cli.comparing.diff_command", "diff"),
    "evaluate": ("argmap.cli.evaluating.evaluate", "evaluate"),
    "format": ("argmap.cli.rewriting.format", "format_files"),
    "formulas": ("argmap.cli.formal.formulas_command", "formulas"),
    "formats": ("argmap.cli.converting.format_table", "formats"),
    "mcp": ("argmap.cli.serving.mcp_command", "mcp"),
    "lsp": ("argmap.cli.serving.lsp_command", "lsp"),
    "merge": ("argmap.cli.comparing.merge_command", "merge"),
    "new": ("argmap.cli.new", "new"),
    "outline": ("argmap.cli.telling.outline_command", "outline"),
    "prove": ("argmap.cli.formal.prove_command", "prove"),
    "query": ("argmap.cli.query", "query"),
    "questions": ("argmap.cli.questions", "questions"),
    "rename": ("argmap.cli.rewriting.rename", "rename"),
    "render": ("argmap.cli.render", "render"),
    "report": ("argmap.cli.telling.report_command", "report"),
    "schema": ("argmap.cli.converting.schema", "schema"),
    "serve": ("argmap.cli.serving.serve", "serve"),
    "sources": ("argmap.cli.sources", "sources"),
    "stats": ("argmap.cli.stats", "stats"),
    "test": ("argmap.cli.evaluating.expecting", "test_expectations"),
    "whatif": ("argmap.cli.evaluating.whatif", "whatif"),
    "why": ("argmap.cli.evaluating.why", "why"),
}


class Commands(Mapping[str, click.Command]):
    """All commands: starting one must not wait for the others.

    >>> Commands()["stats"].name
    'stats'
    """

    def __getitem__(self, name: str) -> click.Command:
        """Return a command, which is loaded if it is not yet.

        Raises:
            KeyError: there is no command of that name.
        """
        module, attribute = _COMMANDS[name]
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command), "a module of a command has one"
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)
