"""The commands by name, each loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

# By name: the module of a command, what it is called there, and what the list of all commands says of it.
_COMMANDS = {
    "check": ("argmap.cli.check", "check", "List what is wrong in texts."),
    "convert": ("argmap.cli.converting.convert", "convert", "Write a debate in another format."),
    "diff": ("argmap.cli.comparing.diff_command", "diff", "Show what changed between two debates."),
    "evaluate": ("argmap.cli.evaluating.evaluate", "evaluate", "Say what holds in debates, and why."),
    "format": ("argmap.cli.rewriting.format", "format_files", "Put texts into canonical layout."),
    "formats": (
        "argmap.cli.converting.format_table",
        "formats",
        "List the formats that can be read and written.",
    ),
    "formulas": (
        "argmap.cli.formal.formulas_command",
        "formulas",
        "List the letters of formulas, with their meanings.",
    ),
    "lsp": ("argmap.cli.serving.lsp_command", "lsp", "Serve editors."),
    "mcp": ("argmap.cli.serving.mcp_command", "mcp", "Give assistants the tools of argmap."),
    "merge": (
        "argmap.cli.comparing.merge_command",
        "merge",
        "Merge two versions of a debate, or two debates.",
    ),
    "new": ("argmap.cli.new", "new", "Write an argument to be filled in."),
    "outline": (
        "argmap.cli.reporting.outline_command",
        "outline",
        "Put debates into words: what is at issue, and what speaks for and against it.",
    ),
    "prove": ("argmap.cli.formal.prove_command", "prove", "Say whether conclusions follow, by formulas."),
    "query": ("argmap.cli.query", "query", "List what of debates a selector selects."),
    "questions": (
        "argmap.cli.questions",
        "questions",
        "Print the critical questions of a debate's inferences.",
    ),
    "rename": (
        "argmap.cli.rewriting.rename",
        "rename",
        "Give something another title, wherever it is named.",
    ),
    "render": ("argmap.cli.render", "render", "Draw argument maps."),
    "report": ("argmap.cli.reporting.report_command", "report", "Write a report on a debate in Markdown."),
    "schema": ("argmap.cli.converting.schema", "schema", "Print the JSON Schema of what is written as JSON."),
    "serve": ("argmap.cli.serving.serve", "serve", "Show a map that follows its text."),
    "sources": ("argmap.cli.sources", "sources", "List evidence by source."),
    "stats": ("argmap.cli.stats", "stats", "Count what is in debates."),
    "test": (
        "argmap.cli.evaluating.expecting",
        "test_expectations",
        "Compare verdicts with what is expected.",
    ),
    "whatif": ("argmap.cli.evaluating.whatif", "whatif", "Say what would change verdicts."),
    "why": ("argmap.cli.evaluating.why", "why", "Say why something has its verdict."),
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
        module, attribute, _ = _COMMANDS[name]
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command), "a module of a command has one"
        return command

    def short_helps(self) -> dict[str, str]:
        """Return what each command is for, without loading any."""
        return {name: words for name, (_, _, words) in _COMMANDS.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)
