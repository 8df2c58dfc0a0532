"""What a tool is: its name, what it is given, what it answers, and the function that does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import field, frozen

from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions


@frozen
class ToolAnswer:
    """What a tool answers.

    `content` is the answer as data; `words` are what a client shows that does not know of data, the same as
    JSON if they are None; `picture` is a PNG. If the call was refused, `content` is None.
    """

    content: Json | None
    words: str | None = None
    picture: bytes | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether the tool did not do what it was asked."""
        return self.content is None


def _parameters(parameters: Iterable[ToolParameter]) -> tuple[ToolParameter, ...]:
    return tuple(parameters)


@frozen
class AssistantTool:
    """A tool: `meaning` is what an assistant reads about it, `shape` the schema of its answers.

    `may_write` says that it may change files, if the server may.
    """

    name: str
    title: str
    meaning: str
    parameters: tuple[ToolParameter, ...] = field(converter=_parameters)
    shape: Json
    run: Callable[[Json, Permissions], ToolAnswer]
    may_write: bool = False
