"""The position of a quotation in a text, and what differs if it is not there word for word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from attrs import field, frozen

# What counts as the same character: a quotation is right whatever a typesetter made of it.
_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟«»″‹›〝〞", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
    }
)
_OMISSION = re.compile(r"[\[(]\s*+\.{3}\s*+[\])]|\.{3,}")
_DASHES = re.compile(r" ?-+ ?")
_WORD = re.compile(r"\w+")
# How much work a search may be: rare words of a quotation, places of each, passages looked at closely.
_RAREST = 8
_MOST_PLACES = 300
_CLOSE_LOOKS = 3
_SCALE = 1000
_LONGEST_QUOTE = 400
_LIKE = 0.4
_MOST_DIFFERENCES = 3


@frozen
class Passage:
    """The passage of a text that is most like a quotation: its words, its line from 1, and what differs."""

    text: str
    line: int
    differences: tuple[str, ...]


@frozen(slots=False, eq=False)
class Quoted:
    """A text from which something is quoted.

    >>> text = Quoted("“The quick\\nbrown fox”, he said – and left.")
    >>> text.has('"The quick brown fox", he said'), text.has("the slow fox")
    (True, False)
    """

    text: str = field(repr=False)

    def has(self, quote: str) -> bool:
        """Return whether the text has a quotation.

        White space, the forms of quotation marks, dashes and ellipses do not count. Where the quotation
        leaves out something, marked by dots or `[…]`, the parts around it are in this order.
        """
        parts = [alike(one).strip("\"' ") for one in _OMISSION.split(quote.translate(_SAME))]
        return _in_order(parts, self._alike) or ("-\n" in self.text and _in_order(parts, self._joined))

    def nearest(self, quote: str) -> Passage | None:
        """Return the passage that is most like a quotation, None if there is none like it."""
        wanted = [word.casefold() for word in _WORD.findall(alike(quote))][:_LONGEST_QUOTE]
        best: tuple[float, int, int] = (0.0, 0, 0)
        for start in self._candidates(wanted):
            first, last = max(0, start - 1), min(len(self._words), start + len(wanted) + 1)
            matcher = SequenceMatcher(None, wanted, self._words[first:last], autojunk=False)
            blocks = [block for block in matcher.get_matching_blocks() if block.size]
            if blocks:
                end = first + blocks[-1].b + blocks[-1].size + len(wanted) - blocks[-1].a - blocks[-1].size
                begin = max(0, first + blocks[0].b - blocks[0].a)
                best = max(best, (matcher.ratio(), -begin, min(end, len(self._words))))
        ratio, begin, end = best[0], -best[1], best[2]
        if ratio < _LIKE:
            return None
        start_at, end_at = self._places[begin][0], self._places[end - 1][1]
        text = " ".join(self.text[start_at:end_at].split())
        line = self.text.count("\n", 0, start_at) + 1
        return Passage(text, line, tuple(_differences(wanted, self._words[begin:end])))

    def _candidates(self, wanted: list[str]) -> list[int]:
        """Return where a passage may begin: where most of the rarer words of a quotation point to."""
        known = [
            (len(self._index[word]), place, word) for place, word in enumerate(wanted) if word in self._index
        ]
        votes: Counter[int] = Counter()
        for count, place, word in sorted(known)[:_RAREST]:
            for found in self._index[word][:_MOST_PLACES]:
                # What is left out or added moves the words behind it a little.
                for shift in (-1, 0, 1):
                    votes[max(0, found - place + shift)] += (2 - abs(shift)) * (_SCALE // count + 1)
        return [
            start for start, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_CLOSE_LOOKS]
        ]

    @cached_property
    def _alike(self) -> str:
        return alike(self.text)

    @cached_property
    def _joined(self) -> str:
        """The text with words in one piece that a line break divides."""
        return alike(self.text.replace("-\n", ""))

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def _words(self) -> list[str]:
        return [self.text[start:end].casefold() for start, end in self._places]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            index[word].append(place)
        return dict(index)


def alike(text: str) -> str:
    """Return a text in which what does not count in a quotation is the same.

    >>> alike("“One  –\\n two…”")
    '"One - two..."'
    """
    plain = unicodedata.normalize("NFC", text).translate(_SAME)
    return _DASHES.sub(lambda match: " - " if " " in match[0] else "-", " ".join(plain.split()))


def _in_order(parts: Iterable[str], text: str) -> bool:
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _differences(wanted: list[str], found: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    changes = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    for kind, start, end, first, last in changes[:_MOST_DIFFERENCES]:
        ours, theirs = " ".join(wanted[start:end]), " ".join(found[first:last])
        if kind == "replace":
            yield f"“{theirs}” in place of “{ours}”"
        elif kind == "delete":
            yield f"no “{ours}”"
        else:
            yield f"“{theirs}” as well"
    if len(changes) > _MOST_DIFFERENCES:
        yield "and more"
