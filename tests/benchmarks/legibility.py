"""Measures how well maps can be read in a column of text.

`python -m tests.benchmarks.legibility FILE...` prints a table of drawings: of files of Argdown, and of
pictures in SVG. Text is the height in pixels of a line of body text in a column of 740 pixels, ink the share
of the picture that boxes cover; `--json` prints all figures, and `--layout`, `--fit` and `--detail` draw as
they do in `argmap render`. What is less than asked for is followed by `!`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from attrs import asdict

import argmap
from argmap.render import EngineError

from .pictures import Picture, measured

HEAD = (
    "| map | boxes | strips | lines | stubs | points | ratio | ink | crossings | through | text |",
    "| --- |" + " ---: |" * 10,
)
# How high text is to be, up to so many boxes.
_READABLE = {30: 9.0, 60: 7.0}
_RATIO = (0.6, 1.9)
_INK = 0.35
_EDGES_A_CROSSING = 20


def picture_of(path: Path, **options: str | None) -> Picture:
    """Return a drawing in numbers: of a file of Argdown, or a picture in SVG.

    Raises:
        EngineError: there was no drawing.
    """
    if path.suffix == ".svg":
        return measured(path.read_text(encoding="utf-8"))
    said = {name: value for name, value in options.items() if value is not None}
    return measured(argmap.draw(argmap.load(path), engine="embedded", **said).svg())


def row(name: str, picture: Picture) -> str:
    """Return the line of the table for a drawing."""
    least = next((size for most, size in _READABLE.items() if picture.boxes <= most), 0.0)
    through = picture.through_boxes + picture.through_labels
    edges = picture.lines + picture.stubs
    cells = (
        name,
        str(picture.boxes),
        str(picture.strips),
        str(picture.lines),
        str(picture.stubs),
        f"{picture.width:.0f} × {picture.height:.0f}",
        _judged(f"{picture.ratio:.2f}", _RATIO[0] <= picture.ratio <= _RATIO[1]),
        _judged(f"{picture.ink:.0%}", picture.ink >= _INK),
        _judged(str(picture.crossings), picture.crossings * _EDGES_A_CROSSING <= edges),
        _judged(str(through), not through),
        _judged(f"{picture.text:.1f}", picture.text >= least),
    )
    return f"| {' | '.join(cells)} |"


def _judged(value: str, is_enough: bool) -> str:
    return value if is_enough else f"{value} !"


def rows(paths: list[Path], **options: str | None) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    for path in paths:
        try:
            yield row(path.stem, picture_of(path, **options))
        except EngineError as error:
            yield f"| {path.stem} | {error} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    for option in ("--layout", "--fit", "--detail"):
        parser.add_argument(option)
    said = parser.parse_args()
    options = {"layout": said.layout, "fit": said.fit, "detail": said.detail}
    if said.json:
        print(json.dumps({path.stem: asdict(picture_of(path, **options)) for path in said.files}, indent=1))
    else:
        print(*rows(said.files, **options), sep="\n")


if __name__ == "__main__":
    main()
