"""Names of characters that HTML has and XML lacks, such as `&nbsp;`, which mind maps use in rich text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html.entities import html5

from attrs import frozen

# Comments and the like are skipped: there are no names in them.
_NAME = re.compile(
    r"<!--(?:(?!-->).)*+|<!\[CDATA\[(?:(?!\]\]>).)*+|<\?(?:(?!\?>).)*+"
    r"|&([A-Za-z][A-Za-z0-9]{1,31};)",
    re.DOTALL,
)
# Names that XML has, too.
_KNOWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


@frozen
class NumberedText:
    """A text with numbers of characters in place of names, and the shifts of the text after each."""

    text: str
    ends: Sequence[int]
    shifts: Sequence[int]

    def original(self, offset: int) -> int:
        """Return where a place was before the names became numbers."""
        number = bisect_right(self.ends, offset)
        return offset - self.shifts[number - 1] if number else offset


def with_numbers(text: str) -> NumberedText:
    """Return an XML text in which HTML's names of characters are replaced by their numbers.

    >>> numbered = with_numbers("<a>&nbsp;&amp;&pi;<b/></a>")
    >>> numbered.text, numbered.original(numbered.text.index("<b"))
    ('<a>&#160;&amp;&#960;<b/></a>', 18)
    """
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    copied = length = 0
    for match in _NAME.finditer(text):
        characters = html5.get(match[1] or "")
        if characters is None or match[1] in _KNOWN:
            continue
        # Numbers, not characters, so that no name can become markup.
        parts += text[copied : match.start()], "".join(f"&#{ord(character)};" for character in characters)
        length += len(parts[-2]) + len(parts[-1])
        copied = match.end()
        ends.append(length)
        shifts.append(length - copied)
    return NumberedText("".join((*parts, text[copied:])), ends, shifts)
