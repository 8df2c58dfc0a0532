"""Pages in Markdown on the command line: their fences one by one, or all as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import streams
from argmap.named_tuples import NamedTuple

if TYPE_CHECKING:
    from argmap.api import Document

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_NONE = (
    "this page has no fence of `argdown`, so nothing in it is read; "
    "write `~~~argdown` above the text and `~~~` below it"
)


def markdown_option(command: CommandT) -> CommandT:
    """Add the option that makes pages of files with other names."""
    return click.option(
        "--markdown",
        is_flag=True,
        help="Read only argdown fences, as in files that end in .md, .markdown, .qmd, .Rmd or .mdx.",
    )(command)


def page_options(command: CommandT) -> CommandT:
    """Add the options of all commands that read pages."""
    return markdown_option(
        click.option("--join", is_flag=True, help="Read all fences of a page as one document.")(command)
    )


class Part(NamedTuple):
    """A document in a file: `fence` is the name of its fence, empty if the file has no other document."""

    file: str
    fence: str
    document: Document

    @property
    def shown(self) -> str:
        """The name under which it is listed."""
        name = streams.shown(self.file)
        return f"{name}#{self.fence}" if self.fence else name

    @property
    def mark(self) -> Mapping[str, str]:
        """What tells its entries from those of other fences in JSON."""
        return {"fence": self.fence} if self.fence else {}


def parts_of(document: Document, *, file: str) -> tuple[Part, ...]:
    """Return the documents in a file.

    Raises:
        StreamError: it is a page without any.
    """
    documents = document.documents
    if not documents:
        raise streams.StreamError(f"{streams.shown(file)}: {_NONE}")
    if len(documents) == 1:
        return (Part(file, "", document),)
    return tuple(Part(file, part.fence.name if part.fence else "", part) for part in documents)


def file_of(out: str, part: str) -> str:
    """Return the file for one fence of a page or one section of a map, given that for the whole.

    >>> file_of("page.svg", "fig-map"), file_of("page.svg", "")
    ('page-fig-map.svg', 'page.svg')
    """
    path = Path(out)
    return str(path.with_name(f"{path.stem}-{part}{path.suffix}")) if part else out
