"""Texts that are fixed, laid out or written from a debate, with a report if asked for."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING

from argmap.api.assembly import named_path
from argmap.api.documents import Document
from argmap.api.markdown_pages import rewritten_page
from argmap.api.parsing import parse
from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.model import Debate, debate_of
from argmap.nearest_keyword import names_nearest
from argmap.settings import Settings
from argmap.text.given_text import given_path, given_text
from argmap.text.given_values import check_switches

if TYPE_CHECKING:
    from argmap.interop.conversion.conversions import Writing

_NARROWEST = 20


@names_nearest
def fix_text(
    text: str,
    path: str | PathLike[str] | None = None,
    settings: Mapping[str, object] | Settings | None = None,
    *,
    markdown: bool | None = None,
    unsafe: bool = False,
) -> str:
    """Return a text with all safe fixes applied.

    A safe fix does not change what a text says; in data it changes only what its finding is about. With
    `unsafe`, fixes that guess what was meant are applied, too. Fixing again changes nothing. `path`,
    `settings` and `markdown` are as in `parse`; in a Markdown page the fences are fixed.

    >>> fix_text("(1) It rains.\\n---\\n(2) It is wet.")
    '(1) It rains.\\n----\\n(2) It is wet.'
    >>> fix_text("[A] It rains.", unsafe=True)
    '[A]: It rains.'

    Raises:
        ValueError: a setting cannot be used; the message names the nearest that can.
    """
    from argmap.formatting.fixer import fixed

    def repaired(part: str, margin: int) -> str:
        return fixed(part, unsafe=unsafe, settings=known, path=named_path(path))

    path = None if path is None else given_path(path)
    known = Settings.checked(settings)
    check_switches(markdown=markdown, unsafe=unsafe)
    with paused_collector():
        return rewritten_page(given_text(text), repaired, path, markdown)


@names_nearest
def format_text(
    text: str,
    width: int | None = None,
    *,
    path: str | PathLike[str] | None = None,
    markdown: bool | None = None,
) -> str:
    """Return a text in canonical layout; what it says, its comments and its order do not change.

    Elements are indented by two spaces per level, blocks are separated by one blank line, premise numbers
    are aligned, and data are on one line if they fit into 100 columns (or `width`). Texts keep their line
    breaks, or are filled to a `width` in columns. Blocks with errors stay as they are. Formatting again
    changes nothing. `path` and `markdown` are as in `parse`: in a Markdown page the fences are laid out,
    and everything outside them stays; the `width` is that of the page, but leaves 20 columns at least.

    >>> format_text("[A]:   It rains.{a:  1}\\n    +   <B>")
    '[A]: It rains. {a: 1}\\n  + <B>\\n'

    Raises:
        ValueError: the width is less than 20.
    """
    from argmap.formatting.formatter import formatted

    if width is not None:
        check_count("width", width, least=0)
    if width is not None and width < _NARROWEST:
        raise ValueError(f"a width of {width} leaves no space for text; use at least {_NARROWEST}")

    def laid_out(part: str, margin: int) -> str:
        return formatted(part, width=width and max(_NARROWEST, width - margin))

    path = None if path is None else given_path(path)
    check_switches(markdown=markdown)
    with paused_collector():
        return rewritten_page(given_text(text), laid_out, path, markdown)


@names_nearest
def to_text(debate: Document | Debate) -> str:
    """Return a debate as text in canonical layout.

    A debate that was read from a text or built with `Draft` keeps its order, and reading the text gives an
    equal debate. A debate without spans, or that was changed, is arranged: sections in order, in each its
    claims, evidence and arguments, and below each of them what supports or attacks it. Reading it gives a
    debate that says the same, in the sense of `argmap.interop.same`. Characters that would be markup are
    escaped. Whatever no text can express, such as a claim called `]:`, is changed as little as possible;
    `write_text` reports what that is. Sources from a bibliography file are found again when the text is read
    with its path.

    >>> import argmap
    >>> debate = argmap.parse("[A]: 2 * 3\\n   -   <B>: no").debate
    >>> print(to_text(debate))
    [A]: 2 * 3
      - <B>: no
    <BLANKLINE>
    >>> argmap.parse(to_text(debate)).debate == debate
    True
    """
    from argmap.writing.writer import written

    with paused_collector():
        return written(debate_of(debate))


@names_nearest
def write_text(debate: Document | Debate) -> Writing:
    """Return a debate as text, as `to_text` does, with a report on whatever no text can express unchanged.

    The text is read again and compared. For other formats, see `argmap.interop.write`.

    >>> import argmap
    >>> writing = argmap.write_text(argmap.parse("[A]: It rains."))
    >>> writing.text, writing.report.is_lossless
    ('[A]: It rains.\\n', True)
    """
    from argmap.interop.conversion.conversion_report import Direction, Report, counts_of
    from argmap.interop.conversion.conversions import Writing
    from argmap.interop.plain_debates.stated_losses import stated_losses

    asked = debate_of(debate)
    text = to_text(asked)
    losses = tuple(stated_losses(asked, parse(text).debate))
    return Writing(text, Report("argdown", Direction.WRITTEN, counts_of(asked), losses))
