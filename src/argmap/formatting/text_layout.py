"""The pieces of a text, each as it is in canonical layout, and what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import partial

from attrs import Factory, define

from argmap.data import NO_DATA, FrozenDict, Value
from argmap.data.blocks import read_data, read_frontmatter
from argmap.data.yaml_layout import data_layout
from argmap.data.yaml_problems import YamlProblem
from argmap.formatting.printer import print_block
from argmap.named_tuples import NamedTuple
from argmap.reading.element_reader import as_text
from argmap.reading.mistakes.line_beginnings import find_slips
from argmap.reading.source_files import SourceFile
from argmap.settings import Settings
from argmap.syntax import Block, Element, Include, Kind, Range, Tree
from argmap.syntax.inline import InlineReader, tag_names
from argmap.syntax.tokens import BLANK_LINE_END
from argmap.text import CODES, Severity

# What is odd about the layout itself, which formatting mends.
OF_LAYOUT = frozenset({"S105", "S106", "S107", "S108", "S109", "S114", "S119", "S127", "S128"})

# The data in braces, and what is wrong with them.
_ReadData = tuple[FrozenDict[str, Value] | None, tuple[YamlProblem, ...]]


class LaidPiece(NamedTuple):
    """A block, include, run of comments or the frontmatter, from the first of its lines to its end."""

    start: int
    end: int
    part: Block | Include | None = None
    is_frontmatter: bool = False


@define(eq=False)
class TextLayout:
    """A text that is to be laid out."""

    source: str
    tree: Tree
    width: int | None
    _pieces: list[LaidPiece] | None = None
    _block_form: bool = True
    _slips: list[tuple[int, str]] = Factory(list)
    _inline: InlineReader = Factory(InlineReader)
    # Pieces in canonical layout, by where they begin: they are asked for in every round.
    _laid_out: dict[int, str] = Factory(dict)
    # What data blocks say, by how they are written: authors repeat short ones.
    _known_data: dict[str, _ReadData] = Factory(dict)

    def pieces(self) -> list[LaidPiece]:
        """Return what the text is made of, in its order."""
        if self._pieces is None:
            pieces = [LaidPiece(start, end) for start, end in self.tree.comments]
            for part in self.tree.parts:
                if isinstance(part, Include):
                    pieces.append(LaidPiece(part.start, part.end, part))
                else:
                    pieces.append(LaidPiece(part.start, _end(part), _as_it_counts(part)))
            if self.tree.frontmatter:
                pieces.append(LaidPiece(*self.tree.frontmatter[0], None, True))
            self._pieces = sorted(pieces, key=lambda piece: piece.start)
            slips = find_slips(SourceFile(self.source, self.tree))
            # A frontmatter that is never closed is none because of its lines, as well.
            unclosed = (
                (problem.start, problem.code) for problem in self.tree.problems if problem.code == "R267"
            )
            self._slips = sorted([*unclosed, *((slip.span.start, slip.code) for slip in slips)])
            self._block_form = self._settings().data.switch_to_block_format_if_multiline
        return self._pieces

    def _settings(self) -> Settings:
        if not self.tree.frontmatter:
            return Settings()
        metadata = read_frontmatter(self.source[slice(*self.tree.frontmatter[1])])[0] or NO_DATA
        return Settings.of({"data": metadata["data"]} if "data" in metadata else None)

    # Laying out

    def text(self, kept: frozenset[int]) -> str:
        """Return the text in canonical layout, but for the pieces at these places."""
        out: list[str] = []
        previous: LaidPiece | None = None
        for place, piece in enumerate(self.pieces()):
            if previous is not None:
                out.append(self._between(previous, piece))
            out.append(self.piece(piece) if place not in kept else self._as_is(piece))
            previous = piece
        return "".join(out) + ("\n" if out else "")

    def outside(self, within: Range) -> frozenset[int]:
        """Return the places of the pieces that a stretch of the text does not touch."""
        start, end = within
        pieces = enumerate(self.pieces())
        return frozenset(place for place, piece in pieces if piece.start > end or piece.end < start)

    def text_around(self, kept: frozenset[int], outside: frozenset[int]) -> str:
        """Return the text with the pieces laid out that are not `outside`; what is around them stays."""
        pieces = self.pieces()
        inside = [place for place in range(len(pieces)) if place not in outside]
        if not inside:
            return self.source
        out: list[str] = []
        for place in range(inside[0], inside[-1] + 1):
            if out:
                out.append(self._between(pieces[place - 1], pieces[place]))
            out.append(self._as_is(pieces[place]) if place in kept else self.piece(pieces[place]))
        return self.source[: pieces[inside[0]].start] + "".join(out) + self.source[pieces[inside[-1]].end :]

    def piece(self, piece: LaidPiece) -> str:
        """Return a piece in canonical layout."""
        if piece.start not in self._laid_out:
            self._laid_out[piece.start] = self._printed(piece)
        return self._laid_out[piece.start]

    def _printed(self, piece: LaidPiece) -> str:
        written = self.source[piece.start : piece.end]
        if piece.is_frontmatter:
            return self._frontmatter(written)
        if isinstance(piece.part, Block) and not self._is_broken(piece, piece.part):
            data = partial(data_layout, block_form=self._block_form)
            return print_block(piece.part, written, data, width=self.width)
        if isinstance(piece.part, Block):
            return self._as_is(piece)
        return written.strip(" \t")

    def _as_is(self, piece: LaidPiece) -> str:
        return self.source[piece.start : piece.end].rstrip(" \t\n")

    def _between(self, first: LaidPiece, second: LaidPiece) -> str:
        are_tight = not isinstance(first.part, Block) and not isinstance(second.part, Block)
        gap = self.source[first.end : second.start]
        return "\n" if are_tight and gap.count("\n") < 2 else "\n\n"

    def _frontmatter(self, written: str) -> str:
        assert self.tree.frontmatter is not None, "this is it"
        fence = "===" if written.lstrip()[:1] == "=" else "---"
        yaml = self.source[slice(*self.tree.frontmatter[1])]
        value, problems = read_frontmatter(yaml)
        tidy = "\n".join(line.rstrip(" \t") for line in yaml.split("\n")).strip("\n")
        if "\n" not in tidy:
            tidy = tidy.strip()
        if problems or repr(read_frontmatter(tidy + "\n")) != repr((value, ())):
            return written.rstrip(" \t\n")
        return f"{fence}\n{tidy}\n{fence}" if tidy else f"{fence}\n{fence}"

    def _is_broken(self, piece: LaidPiece, block: Block) -> bool:
        """Return whether a block has errors, or lines that were meant as something else than they are."""
        if any(code not in OF_LAYOUT for code in self._slips_in(piece)):
            return True
        codes = {problem.code for problem in block.problems}
        # From a structure that is read as text on, where its lines begin says what else is reported.
        if "S130" in codes:
            return True
        for element in block.elements:
            for start, end in element.data:
                codes.update(problem.code for problem in self._data(block, (start, end))[1])
        return any(CODES[code].severity is Severity.ERROR for code in codes)

    def _slips_in(self, piece: LaidPiece) -> list[str]:
        first, behind = (bisect_left(self._slips, (place, "")) for place in (piece.start, piece.end))
        return [code for _, code in self._slips[first:behind]]

    # Comparing

    def differences(self, after: TextLayout, kept: frozenset[int]) -> frozenset[int] | None:
        """Return the places of the pieces that say something else in a layout of this text.

        None if the pieces are not the same, or one differs that was kept. What would be laid out
        otherwise once more is different, too.
        """
        mine, others = self.pieces(), after.pieces()
        if len(mine) != len(others):
            return None
        different: set[int] = set()
        for place, (piece, other) in enumerate(zip(mine, others, strict=True)):
            if self._is_read_alike(piece, after, other):
                # It says the same and would be laid out alike.
                if place not in kept and self.piece(piece) != after.source[other.start : other.end]:
                    different.add(place)
            elif self.content(piece) != after.content(other) or after.oddities(other) - self.oddities(piece):
                if place in kept:
                    return None
                different.add(place)
            elif place not in kept and after.piece(other) != after.source[other.start : other.end]:
                different.add(place)
        return frozenset(different)

    def _is_read_alike(self, piece: LaidPiece, after: TextLayout, other: LaidPiece) -> bool:
        """Return whether a block is written in another layout as in this one, and read in the same way."""
        mine, others = piece.part, other.part
        return (
            isinstance(mine, Block)
            and isinstance(others, Block)
            and mine[1:] == others[1:]
            and self.source[piece.start : piece.end] == after.source[other.start : other.end]
            and self._slips_in(piece) == after._slips_in(other)
            and self._block_form == after._block_form
        )

    def oddities(self, piece: LaidPiece) -> Counter[str]:
        """Return what is odd about the layout of a piece, and about the beginnings of its lines."""
        problems = piece.part.problems if isinstance(piece.part, Block) else ()
        return Counter(
            [problem.code for problem in problems if problem.code in OF_LAYOUT] + self._slips_in(piece)
        )

    def content(self, piece: LaidPiece) -> object:
        """Return all that a piece says, and what is odd about it."""
        written = self.source[piece.start : piece.end]
        if piece.is_frontmatter:
            assert self.tree.frontmatter is not None, "this is it"
            return repr(read_frontmatter(self.source[slice(*self.tree.frontmatter[1])])[0])
        if not isinstance(piece.part, Block):
            return written.strip()
        block = piece.part
        comments = [_without_blanks(self._slice(block, comment)) for comment in block.comments]
        problems = sorted(problem.code for problem in block.problems if problem.code not in OF_LAYOUT)
        return comments, problems, list(self._elements(block))

    def _elements(self, block: Block) -> Iterator[object]:
        reader = self._inline
        for element in block.elements:
            yield (
                element.kind,
                element.marker if element.kind is not Kind.INFERENCE else "",
                element.depth,
                element.title,
                element.is_reference,
                *_meaning(reader, block, element),
                tag_names("".join(block.text[start:end] for start, end in element.tags))
                if element.tags
                else (),
                [repr(self._data(block, place)[0]) for place in element.data],
                [reader.read_plain(block.text[start:end]) for start, end in element.rules],
            )

    def _data(self, block: Block, place: Range) -> _ReadData:
        written = self._slice(block, place)
        if written not in self._known_data:
            self._known_data[written] = read_data(written, block_form=self._block_form)
        return self._known_data[written]

    def _slice(self, block: Block, place: Range) -> str:
        return self.source[block.start + place[0] : block.start + place[1]]


def _meaning(reader: InlineReader, block: Block, element: Element) -> Iterator[object]:
    if element.kind is not Kind.INFERENCE and element.content is not None:
        inline = reader.read(block.text, *element.content)
        yield inline._replace(problems=(), brackets=(), mentions=(), tag_ranges=())
        yield [problem.code for problem in inline.problems]
        # Whether more follows on their line says what brackets at the beginning were meant as.
        yield [
            (
                bracket.kind,
                bracket.title,
                bracket.start == element.content[0] and _ends_line(block.text, bracket.end),
            )
            for bracket in inline.brackets
        ]
        yield [(mention.kind, mention.title) for mention in inline.mentions]


def _as_it_counts(block: Block) -> Block:
    """Return a block in which arguments and inference lines are text where they are read as text."""
    elements = list(block.elements)
    first = elements[0]
    is_derivation = any(element.marker[:1] == "(" for element in elements)
    if first.kind is Kind.INFERENCE and (first.rules or first.data) and not is_derivation:
        # Where it goes on with a derivation above it is an inference after all, and its words stay, too.
        elements[0] = as_text(first)._replace(data=first.data)
    unnumbered = {problem.start for problem in block.problems if problem.code == "S129"}
    for place, element in enumerate(elements):
        is_step = element.marker[:1] == "(" or element.start in unnumbered
        if element.kind is Kind.ARGUMENT and is_step:
            elements[place] = as_text(element)._replace(kind=element.kind, title_range=None)
    return block._replace(elements=tuple(elements))


def _ends_line(text: str, position: int) -> bool:
    return BLANK_LINE_END.match(text, position) is not None


def _end(block: Block) -> int:
    last = block.comments[-1][1] if block.comments else 0
    return block.start + max(len(block.text), last)


def _without_blanks(text: str) -> str:
    return " ".join(text.split())
