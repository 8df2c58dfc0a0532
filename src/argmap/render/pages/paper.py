"""Paper: its sizes, and how much of a map fits on a sheet."""

from __future__ import annotations

from attrs import frozen

from argmap.text.given_values import check_words
from argmap.text.nearest import nearest

# In points, upright: ISO 216 and ANSI/ASME Y14.1.
_SIZES = {
    "A3": (842, 1191),
    "A4": (595, 842),
    "A5": (420, 595),
    "Letter": (612, 792),
    "Legal": (612, 1008),
    "Tabloid": (792, 1224),
}
_ACROSS = "-landscape"
PAPERS = tuple(f"{name}{turn}" for name in _SIZES for turn in ("", _ACROSS))
# The smallest text on paper, in points.
LEAST_TEXT = 8.0
# The margin around a drawing, which itself has some space at its sides.
MARGIN = 24


@frozen
class Paper:
    """A sheet of paper, with its size in points."""

    name: str
    width: int
    height: int

    @property
    def room(self) -> tuple[int, int]:
        """The largest size of a drawing on it."""
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN


def paper_of(name: str) -> Paper:
    """Return the paper of a size: A3, A4, A5, Letter, Legal or Tabloid, or one of them with `-landscape`.

    >>> paper_of("a4").width, paper_of("Letter-landscape").width
    (595, 792)

    Raises:
        LookupError: there is no such size; the message names the nearest.
    """
    check_words("the name of a paper size", name)
    named = {known.casefold(): known for known in PAPERS}
    wanted = "-".join(name.casefold().replace("-", " ").split())
    known = named.get(wanted)
    if known is None:
        near = nearest(wanted, named, cutoff=0.5)
        hint = f"did you mean {named[near]}?" if near else f"write one of {', '.join(PAPERS)}"
        raise LookupError(f"there is no paper size {name[:40]!r}; {hint}")
    width, height = _SIZES[known.removesuffix(_ACROSS)]
    return Paper(known, height, width) if known.endswith(_ACROSS) else Paper(known, width, height)
