"""The `argmap` command, which is loaded when it is called."""

from __future__ import annotations

# Not from typing: loading that takes as long as all before, and what is not loaded cannot be interrupted.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main"]


class _Command:
    """The command before it is loaded: calling it runs the program, its attributes are click's."""

    def __call__(self) -> NoReturn:
        from argmap.cli.program import run

        run()

    def __getattr__(self, name: str) -> object:
        from argmap.cli.command import main as command

        return getattr(command, name)


main = _Command()
