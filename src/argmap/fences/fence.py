"""Fences that are documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from os import PathLike

from attrs import evolve, field, frozen

from argmap.fences.info import Info, read_info, unquoted
from argmap.fences.page_blocks import PageBlock, Piece, blocks_in
from argmap.fences.page_places import PagePlaces, Stretch
from argmap.fences.suffixes import is_mdx
from argmap.text import Span

_NO_FILE_NAME = re.compile(r"[^\w-]+")
_LONGEST_NAME = 60
_OPTION = re.compile(r"(?:#\|[ \t]*+|:)(?P<name>[\w-]++):[ \t]*+(?P<value>.*+)")
_OPTION_IN_BLOCK = re.compile(r"(?<![\w-])(?P<name>[\w-]++):[ \t]*+(?P<value>.*+)")


@frozen
class Fence:
    r"""A document in a Markdown page: a fenced block whose language is `argdown` or `argdown-map`.

    `name` is its `id`, or else its number; it can be used in file names and is unique in the page. `text` is
    what is inside, without the indentation of a list around it. `span` is the whole fence in the page, with
    its marks, and `inside` is the part that is text. `words` are the words after the language.

    >>> import argmap
    >>> page = argmap.parse("# Notes\n\n```argdown\n[A]: One.\n```\n", markdown=True)
    >>> [document.fence.language for document in page.documents]
    ['argdown']
    """

    number: int
    language: str
    text: str
    span: Span
    inside: Span
    id: str | None = None
    caption: str | None = None
    name: str = ""
    words: tuple[str, ...] = ()
    is_closed: bool = True
    marks: str = field(default="```", repr=False)
    places: PagePlaces = field(default=PagePlaces(), eq=False, repr=False)

    @property
    def is_wrong_on_purpose(self) -> bool:
        """Whether the page says that the text shows mistakes, by `error` or `warning`."""
        return "error" in self.words or "warning" in self.words


def fences_in(text: str, path: str | PathLike[str] | None = None) -> tuple[Fence, ...]:
    """Return the fences of `argdown` and `argdown-map` in a page; `path` tells MDX from other Markdown.

    >>> [fence.text for fence in fences_in("# Notes\\n\\n~~~argdown\\n[Sun]: It shines.\\n~~~\\n")]
    ['[Sun]: It shines.\\n']
    """
    found: list[Fence] = []
    for block in blocks_in(text, is_mdx=is_mdx(path)):
        if info := read_info(block.info):
            found.append(_fence(text, block, info, len(found) + 1))
    return tuple(_named(found))


def _fence(page: str, block: PageBlock, info: Info, number: int) -> Fence:
    pieces: Sequence[Piece] = block.pieces
    id, caption = info.id, info.caption
    number_of_lines, options = _options([page[piece.start : piece.end] for piece in pieces], info)
    for name, value in options:
        if name in ("name", "label"):
            id = id or value
        elif name in ("caption", "fig-cap"):
            caption = caption or value
    behind_options = pieces[number_of_lines - 1].end if number_of_lines else _behind_line(page, block)
    pieces = pieces[number_of_lines:]
    written: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    behind = -1
    for piece in pieces:
        for _ in range(piece.margin):
            # There is no character for a part of a tab.
            stretches.append(Stretch(length, piece.start - 1))
            length += 1
        if piece.margin or piece.start != behind:
            stretches.append(Stretch(length, piece.start))
        written.append(" " * piece.margin + page[piece.start : piece.end])
        length += piece.end - piece.start
        behind = piece.end
    start = pieces[0].start if pieces else behind_options
    inside = Span(start, pieces[-1].end if pieces else start)
    places = PagePlaces(tuple(stretches) or (Stretch(0, start),), block.margin)
    return Fence(
        number,
        info.language,
        "".join(written),
        Span(block.start, block.end),
        inside,
        id,
        caption,
        words=info.words,
        is_closed=block.is_closed,
        marks=block.marks,
        places=places,
    )


def _behind_line(page: str, block: PageBlock) -> int:
    """Return where the line after the marks begins."""
    match = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r)?+").match(page, block.start)
    return match.end() if match else block.end


def _options(lines: Sequence[str], info: Info) -> tuple[int, list[tuple[str, str]]]:
    """Return how many lines at the beginning are options of a directive, and what they say.

    They are `:name: value` or `#| label: value`, in MyST also `name: value` between lines of `---`.
    """
    pattern, first, last = _OPTION, 0, len(lines)
    if info.is_directive and lines and lines[0].strip() == "---":
        pattern, first = _OPTION_IN_BLOCK, 1
        last = next((place for place in range(1, last) if lines[place].strip() == "---"), 0)
    found: list[tuple[str, str]] = []
    for line in lines[first:last]:
        option = pattern.match(line)
        if not option:
            break
        found.append((option["name"], unquoted(option["value"].strip())))
    if first:
        # A block that is not closed does not contain options.
        return (last + 1, found) if last else (0, [])
    return len(found), found


def _named(fences: Sequence[Fence]) -> Iterator[Fence]:
    """Yield fences with names that differ, even if case is ignored."""
    taken = {str(fence.number) for fence in fences}
    for fence in fences:
        wanted = unicodedata.normalize("NFC", fence.id or "")
        word = _NO_FILE_NAME.sub("-", wanted)[:_LONGEST_NAME].strip("-_")
        names = (word, f"{word}-{fence.number}") if word else ()
        name = next((name for name in names if name.casefold() not in taken), str(fence.number))
        taken.add(name.casefold())
        yield evolve(fence, name=name)
