"""Maps on pages, and PDFs made of these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import ceil
from os import PathLike
from pathlib import Path

from attrs import frozen

from argmap.files import replace_file
from argmap.render.drawing import Drawing
from argmap.render.engines.converters import Sheet, has_typst, svgs_to_pdf
from argmap.render.engines.engine import EngineError
from argmap.render.engines.svg import svg_size
from argmap.render.fonts.glyph_messages import about_fonts
from argmap.render.fonts.text_runs import Typeset, typeset
from argmap.render.pages.paper import LEAST_TEXT, MARGIN, Paper

# Sheets with parts of one drawing overlap by this much, in points, so that no line of text is cut on all of
# them.
_OVERLAP = 36
# How much larger than asked an engine may draw.
_SLACK = 1.01
_NO_TYPST = (
    'pages are put into one PDF by typst, which is not installed: type `pip install "argmap[pdf]"`, or draw '
    "the map in parts and save them as SVG"
)


@frozen(slots=False)
class PagedDrawing:
    """A map on pages of paper: an overview, its parts, and its sources.

    `numbers` say on which page each node and closed section is, by its id; `least_text` is the size of the
    smallest text in the drawings, in points. A drawing that has no room on one sheet, because a single box
    is too large, is on several, which all count.
    """

    pages: tuple[Drawing, ...]
    paper: Paper
    numbers: Mapping[str, int]
    title: str = "Argument map"
    least_text: float = LEAST_TEXT
    grids: tuple[tuple[int, int], ...] = ()

    def pdf(self, timeout: float | None = None) -> bytes:
        """Return all pages as one PDF, in vectors, with their text as text; the same in every run.

        Each page is laid out by the engine of the drawings and put into the PDF by typst, which the extra
        `argmap[pdf]` installs; no text on them is smaller than 8 points.

        Raises:
            EngineError: typst is not installed, there is no layout engine, or it gave no drawing.
        """
        if not has_typst():
            raise EngineError(_NO_TYPST)
        limit = timeout if timeout is not None else max((page.timeout for page in self.pages), default=60)
        fonts = dict.fromkeys(path for ready in self._typeset for path in ready.fonts)
        return svgs_to_pdf(
            list(self._sheets()),
            paper=(self.paper.width, self.paper.height),
            margin=MARGIN,
            title=self.title,
            fonts=[*fonts],
            timeout=limit,
        )

    def save(self, path: str | PathLike[str]) -> None:
        """Write all pages to a file, as one PDF; a file that is there is replaced when all is drawn.

        Raises:
            ValueError: the name of the file does not end in `.pdf`.
            EngineError: typst is not installed, there is no layout engine, or it gave no drawing.
            OSError: the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() != ".pdf":
            raise ValueError(f"pages are saved as PDF: name the file {target.stem}.pdf, not {target.name}")
        replace_file(target, self.pdf())

    @property
    def messages(self) -> tuple[str, ...]:
        """What is worse than readers may think; empty if all is well."""
        said = [message for page in self.pages for message in page.messages_for("svg")]
        missing = [sign for ready in self._typeset for sign in ready.missing]
        return tuple(dict.fromkeys((*said, *about_fonts(tuple(dict.fromkeys(missing)), "PDF"))))

    @property
    def number_of_sheets(self) -> int:
        """How many sheets of paper there are."""
        return sum(across * along for across, along in self.grids)

    def page_at(self, number: int) -> Drawing:
        """Return the drawing on a sheet of paper, by the number at its foot.

        Raises:
            LookupError: there is no such sheet.
        """
        last = 0
        for page, (across, along) in zip(self.pages, self.grids, strict=True):
            last += across * along
            if 1 <= number <= last:
                return page
        raise LookupError(f"there is no page {number}: the last is {last}")

    def scale(self, place: int) -> float:
        """Return the scale of a drawing, counted from 0, on paper; 1 is as it was drawn."""
        width, height = svg_size(self.pages[place].svg())
        across, along = self.grids[place]
        room = self.paper.room
        if (across, along) != (1, 1):
            return LEAST_TEXT / self.least_text
        largest = max(1.0, LEAST_TEXT / self.least_text)
        return min(largest, room[0] / width, room[1] / height)

    @cached_property
    def _typeset(self) -> tuple[Typeset, ...]:
        return tuple(typeset(page.svg(), page.font) for page in self.pages)

    def _sheets(self) -> Iterator[Sheet]:
        number = 0
        for place, ready in enumerate(self._typeset):
            scale = self.scale(place)
            width, height = (side * scale for side in svg_size(self.pages[place].svg()))
            steps = [side - _OVERLAP for side in self.paper.room]
            across, along = self.grids[place]
            for row in range(along):
                for column in range(across):
                    number += 1
                    at = (column * steps[0], row * steps[1])
                    foot = f"{number} / {self.number_of_sheets}"
                    yield Sheet(ready.svg, place, (width, height), at, foot)


def grid_of(width: float, height: float, paper: Paper, least_text: float) -> tuple[int, int]:
    """Return the numbers of sheets, side by side and in a column, for a drawing, by its smallest text.

    >>> from argmap.render.pages.paper import paper_of
    >>> grid_of(500, 700, paper_of("A4"), 9), grid_of(500, 2000, paper_of("A4"), 9)
    ((1, 1), (1, 3))
    """
    scale = LEAST_TEXT / least_text
    return _sheets_for(width * scale, paper.room[0]), _sheets_for(height * scale, paper.room[1])


def _sheets_for(size: float, room: float) -> int:
    if size <= room:
        return 1
    return ceil((size * _SLACK - _OVERLAP) / (room - _OVERLAP))
