"""Text with bold and italic stretches, broken into lines over the cumulated widths of its characters."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain

from argmap.model import Mark, MarkKind
from argmap.named_tuples import NamedTuple
from argmap.render.fonts.characters import clean
from argmap.render.typesetting.font_widths import letter_widths, text_width


class Run(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False

    def width(self, size: float) -> float:
        """Return its width in points."""
        return text_width(self.text, size=size, is_bold=self.is_bold)


_BOLD, _ITALIC = 1, 2
# What marks make of styles, which are such numbers added up, one byte for each character.
_MARKED = {
    MarkKind.BOLD: bytes(style | _BOLD for style in range(256)),
    MarkKind.ITALIC: bytes(style | _ITALIC for style in range(256)),
}
_ONLY_BOLD = bytes(style & _BOLD for style in range(256))
_SAME = re.compile(rb"(.)\1*", re.DOTALL)
# Longer texts are wide enough to look even as they are.
_MOST_BALANCED = 12
# So small a part of their room makes no difference to how wide lines are.
_FINE = 128
# So many different words are cut, and texts measured, only once.
_REMEMBERED = 1024
# What makes it possible that a word can be cut.
_CUTTING = re.compile(r"[-/]|[^\x00-\x7f]")

# Scripts without spaces break between any two characters, emoji too: those are `wide`. What opens
# stays with what follows, what closes with what goes before, and a sequence of emoji is one.
_WIDE = (
    "\u2e80-\u3000\u3003-\u3007\u3012-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff04-\uff07\uff0a\uff0b\uff0d-\uff1e\uff20-\uff5a\U0001f000-\U0003ffff"
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\uff08\uff3b\uff5b(\\[{\u201c\u2018\u201e\u00ab"
_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u30fb\u30fc\uff01\uff09\uff0c\uff0e"
    "\uff1a\uff1b\uff1f\uff3d\uff5d)\\]}\u201d\u2019\u00bb.,:;!?%\u2026"
)
# They are no marks, but do not begin a line.
_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
# Between signs of logic and mathematics lines end only if they are all that there is room for.
_OPERATORS = "\u2190-\u21ff\u2200-\u22ff\u27f5-\u27ff\u2a00-\u2aff\u00ac\u00b1\u00d7\u00f7"
# Spaces at which no line ends: before signs that close, as in French; after marks and signs that open; in
# numbers, and before what they count; around operators.
_GLUED = re.compile(
    # The space comes first: an expression that begins with a character of its own is searched for fast.
    r" (?:(?=[;:!?\u00bb%\u2030\u2026]+(?: |$))|(?<=\u00ab )|(?<=^[\u25cf\u25cb\u00d7?] )"
    r"|(?<=\d )(?=(?:\d{3}|[%\u2030\u00b0\u20ac$\u00a3]\w?)(?!\w))"
    r"|(?=\d)(?:(?<=\u00a7 )|(?<=\bpp\. )|(?<=\b[pPsS]\. )|(?<=\bN[or]\. ))"
    rf"|(?=[{_OPERATORS}]+(?: |$))|(?<=[{_OPERATORS}] ))"
)
_GLUE = "\N{NO-BREAK SPACE}"
_SPACES = (" ", _GLUE)
# Of `e-mail` and `km/h` so little would be alone in a line that it cannot be read.
_HYPHEN = r"(?<=\w\w)[-\u2010](?=\w\w)"
_SLASH = r"(?<=\w)/(?=\w[\w/])"
_JOINED = "(?:[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*"


class MeasuredText(NamedTuple):
    """A clean text, how wide it is up to each of its characters and as a whole, and where lines may end.

    Widths are in thousandths of the size of the text, and whole numbers: sums of points would depend on what
    is added first. Lines end at the spaces of `glued`, in which others are no spaces, and inside words at
    `cuts`. `styles` are one byte for each character if marks say them; without marks all of it is bold or
    nothing.
    """

    text: str
    widths: Sequence[int]
    glued: str
    cuts: Sequence[int] = ()
    styles: bytes = b""
    is_bold: bool = False

    def filled(self, width_left: int) -> list[slice]:
        """Return lines as full as they can be in so much room; words that are wider are broken.

        >>> text = measure("one two three")
        >>> [text.text[line] for line in text.filled(4000)]
        ['one two', 'three']
        """
        return self._lines(width_left)

    def balanced(self, width_left: int) -> list[slice]:
        """Return as few lines as fit into so much room, about equally wide.

        >>> text = measure("one two three four five six seven eight")
        >>> [text.text[line] for line in text.balanced(15000)]
        ['one two three four', 'five six seven eight']
        """
        lines = self._lines(width_left)
        number = len(lines)
        if not 1 < number <= _MOST_BALANCED:
            return lines
        # Narrower lines do not hold what is between the spaces at which they end.
        least = (self.widths[-1] - (number - 1) * letter_widths(self.is_bold)[" "]) // number
        most = self.widest(lines)
        while most - least > max(width_left // _FINE, 1):
            middle = (least + most) // 2
            narrower = self._lines(middle, most=number)
            if narrower:
                lines, most = narrower, self.widest(narrower)
            else:
                least = middle
        return lines

    def widest(self, lines: Iterable[slice]) -> int:
        """Return the width of the widest of some lines, in thousandths."""
        widths = self.widths
        # The bounds of slices can be anything for type checkers.
        widest: int = max([widths[line.stop] - widths[line.start] for line in lines])
        return widest

    def counted(self, length: int) -> list[slice]:
        """Return lines of at most so many characters, which end at spaces; longer words are broken.

        >>> text = measure("one two three")
        >>> [text.text[line] for line in text.counted(7)]
        ['one two', 'three']
        """
        return self._replace(widths=range(len(self.text) + 1), cuts=()).filled(length)

    def runs(self, line: slice) -> list[Run]:
        """Return the stretches of a line that have the same style."""
        text = self.text[line]
        if not self.styles:
            return [Run(text, self.is_bold)]
        return [
            Run(text[same.start() : same.end()], same[0][0] & _BOLD > 0, same[0][0] & _ITALIC > 0)
            for same in _SAME.finditer(self.styles[line])
        ]

    def run_widths(self, line: slice) -> list[int]:
        """Return the widths of the stretches of a line that have the same style, in thousandths."""
        start, widths = line.start, self.widths
        if not self.styles:
            return [widths[line.stop] - widths[start]]
        return [
            widths[start + same.end()] - widths[start + same.start()]
            for same in _SAME.finditer(self.styles[line])
        ]

    def _lines(self, width_left: int, most: int | None = None) -> list[slice]:
        """Return lines as full as they can be; none if they are more than `most` or would break a word."""
        text, widths = self.glued, self.widths
        start, length = 0, len(text)
        if widths[-1] <= width_left:
            return [slice(0, length)] if text else []
        cuts = self.cuts
        lines: list[slice] = []
        while start < length:
            end = bisect_right(widths, widths[start] + width_left, start + 1) - 1
            if end < length and text[end] != " ":
                last = text.rfind(" ", start, end)
                last = max(last, _last_cut(cuts, end)) if cuts else last
                if last > start:
                    end = last
                elif most is None:
                    end = _broken(text, start, end)
                else:
                    return []
            lines.append(slice(start, end))
            if len(lines) == most and end < length:
                return []
            start = end + 1 if end < length and text[end] in _SPACES else end
        return lines


@lru_cache(_REMEMBERED)
def measure(text: str, marks: tuple[Mark, ...] = (), *, is_bold: bool = False) -> MeasuredText:
    """Return a text measured; what no drawing can hold is left out.

    The marks belong to the text as it is. `is_bold` makes all of it bold. Texts are remembered, for maps set
    them in several widths.

    >>> list(measure("\\nW W").widths)
    [0, 944, 1222, 2166]
    """
    styles = b""
    # Most texts have no marks.
    if marks and (styled := [mark for mark in marks if mark.kind in _MARKED]):
        text, styles = _styled(text, styled, is_bold)
    else:
        text = clean(text)
    # Those of a list would take five times as much memory, for as long as they are remembered.
    widths = array("q", accumulate(_widths(text, styles, is_bold), initial=0))
    return MeasuredText(text, widths, _GLUED.sub(_GLUE, text), _cuts(text), styles, is_bold)


def _styled(text: str, marks: Iterable[Mark], is_bold: bool) -> tuple[str, bytes]:
    """Return a clean text and the styles of its characters."""
    styles = bytearray([_BOLD if is_bold else 0]) * len(text)
    for mark in marks:
        inside = slice(max(mark.start, 0), max(mark.start, mark.end, 0))
        styles[inside] = styles[inside].translate(_MARKED[mark.kind])
    if clean(text) == text:
        return text, bytes(styles)
    shown: list[str] = []
    kept_styles = bytearray()
    for character, style in zip(text, styles, strict=True):
        kept = _kept(character)
        if kept and not (kept == " " and (not shown or shown[-1] == " ")):
            shown.append(kept)
            kept_styles.append(style)
    words = "".join(shown).rstrip(" ")
    return words, bytes(kept_styles[: len(words)])


@cache
def _kept(character: str) -> str:
    # The letters keep a blank from being trimmed.
    return clean(f"x{character}x")[1:-1]


def _widths(text: str, styles: bytes, is_bold: bool) -> Iterable[int]:
    if not styles:
        return map(letter_widths(is_bold).__getitem__, text)
    return chain.from_iterable(
        map(letter_widths(same[0][0] > 0).__getitem__, text[same.start() : same.end()])
        for same in _SAME.finditer(styles.translate(_ONLY_BOLD))
    )


def _cuts(text: str) -> Sequence[int]:
    """Return where in its words a text can be broken."""
    if text.isascii() and "-" not in text and "/" not in text:
        return ()
    cuts: list[int] = []
    end = 0
    for sign in _CUTTING.finditer(text):
        if sign.start() >= end:
            start = text.rfind(" ", end, sign.start()) + 1 or end
            end = text.find(" ", sign.end())
            end = end if end >= 0 else len(text)
            cuts += [start + cut for cut in _cuts_of(text[start:end])]
    return cuts


@lru_cache(_REMEMBERED)
def _cuts_of(word: str) -> tuple[int, ...]:
    # Most words of a script other than ASCII are of Europe, and have nothing that is wide.
    pieces = _wide_pieces() if max(word) >= _WIDE[0] else _narrow_pieces()
    return tuple(piece.end() for piece in pieces.finditer(word))[:-1]


_BEHIND_SIGN = rf"(?:{_HYPHEN}|{_SLASH})(?<!\d.(?=\d))"


@cache
def _narrow_pieces() -> re.Pattern[str]:
    return re.compile(f".+?(?:{_BEHIND_SIGN}|$)", re.DOTALL)


@cache
def _wide_pieces() -> re.Pattern[str]:
    # Each class of wide characters takes a millisecond to compile; what begins with none has its own way.
    return re.compile(
        f"[{_OPENING}]*[{_WIDE}]{_JOINED}[{_CLOSING}]*|.+?(?:{_BEHIND_SIGN}|(?=[{_WIDE}]|$))",
        re.DOTALL,
    )


def _last_cut(cuts: Sequence[int], end: int) -> int:
    """Return the last of the cuts up to an end, less than any place if there is none."""
    number = bisect_right(cuts, end)
    return cuts[number - 1] if number else -1


def _broken(text: str, start: int, end: int) -> int:
    """Return where a line ends inside what is wider, as far as this end or a little before.

    That is in a word only if there is no space in it.
    """
    if (space := text.rfind(_GLUE, start, end + 1)) > start:
        return space
    if end == start:
        # Not even a character fits.
        end += 1
        while end < len(text) and _belongs(text[end]):
            end += 1
        return end
    return next((place for place in range(end, start, -1) if not _belongs(text[place])), end)


def _belongs(character: str) -> bool:
    """Return whether a character belongs to the one before it: a mark, a joiner, a vowel of Thai or Lao."""
    return character in _VOWELS or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
