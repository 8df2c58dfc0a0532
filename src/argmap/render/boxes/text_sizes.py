"""The sizes of texts in labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = re.compile(r"<(/?+\w++)([^<>]*+)>|([^<>]++)")
_SIZE = re.compile(r'POINT-SIZE="(\d++)"')
_LINES = frozenset(("TD", "BR"))


def text_sizes(label: str, *, usual: float) -> Iterator[float]:
    """Yield the size of each text in a label, in points; `usual` is that of text without a size.

    Consecutive texts on a line count as one if they have the same size, as in drawings.

    >>> [*text_sizes('<<FONT POINT-SIZE="13">Sun</FONT> <B>is</B> up>', usual=11)]
    [13.0, 11]
    """
    sizes, last = [usual], 0.0
    for tag, attributes, text in _PART.findall(label.removeprefix("<").removesuffix(">")):
        if text.strip() and sizes[-1] != last:
            last = sizes[-1]
            yield last
        elif tag == "/FONT":
            sizes.pop()
        elif tag == "FONT":
            size = _SIZE.search(attributes)
            sizes.append(float(size[1]) if size else sizes[-1])
        elif tag in _LINES:
            last = 0.0
