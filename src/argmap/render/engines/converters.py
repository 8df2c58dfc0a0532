"""Converting SVG to PNG and PDF, with programs from the extras `argmap[png]` and `argmap[pdf]`.

They run in a separate Python process, which can be stopped if it takes too long.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from argmap.render.engines.engine import LONGEST_WAIT, EngineError, EngineTimeoutError
from argmap.render.fonts.machine_fonts import FAMILY

# Acrobat cannot open pages that are longer than 200 inches.
LONGEST_PAGE = 14_400
_SUMMARY = re.compile("<desc>([^<]*+)</desc>")
_POINTS_PER_INCH = 72
_PNG = """
import json, sys, resvg_py
sys.stdout.buffer.write(resvg_py.svg_to_bytes(**json.load(sys.stdin)))
"""
# The file is read from its own folder, the only one that typst may read.
_PDF = """
import sys, typst
folder, is_alone = sys.argv[1], sys.argv[2] == "alone"
more = {"font_paths": [folder], "ignore_system_fonts": is_alone}
sys.stdout.buffer.write(typst.compile(folder + "/map.typ", root=folder, format="pdf", **more))
"""
_PAGE = """#set document(date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image("map.svg", width: 100%, height: 100%)
"""
_BOOK = """#let book = json("book.json")
#set document(title: book.title, date: none)
#set page(width: book.width * 1pt, height: book.height * 1pt, margin: 0pt)
#set text(font: book.font, size: 8pt, fill: luma(90))
#for (number, sheet) in book.sheets.enumerate() {
  if number > 0 { pagebreak() }
  let picture = image(sheet.file, width: sheet.width * 1pt, height: sheet.height * 1pt, alt: sheet.alt)
  place(top + left, dx: book.margin * 1pt, dy: book.margin * 1pt,
    box(clip: true, width: book.room.at(0) * 1pt, height: book.room.at(1) * 1pt,
      place(top + left, dx: sheet.left * -1pt, dy: sheet.top * -1pt, picture)))
  place(bottom + center, dy: -6pt, sheet.foot)
}
"""


@frozen
class Sheet:
    """What a sheet of paper shows: an SVG, which is number `picture`, its size on paper, and which part.

    All in points; the part that is on the sheet begins at `corner`; `foot` is the text at the foot.
    """

    svg: str
    picture: int
    size: tuple[float, float]
    corner: tuple[float, float]
    foot: str


def has_resvg() -> bool:
    """Return whether the extra for PNG is installed."""
    return find_spec("resvg_py") is not None


def has_typst() -> bool:
    """Return whether the extra for PDF is installed."""
    return find_spec("typst") is not None


def svg_to_png(svg: str, *, dpi: float, fonts: Sequence[Path], timeout: float) -> bytes:
    """Return an SVG, whose sizes are in points, as PNG, with its texts set in the fonts of these files.

    Raises:
        EngineError: it cannot be drawn, or not within `timeout` seconds.
    """
    asked = {"svg_string": svg, "dpi": dpi, "font_files": [str(path) for path in fonts]}
    # Texts inside images are set in whatever fonts there are.
    asked |= {"skip_system_fonts": not _has_images(svg), "serif_family": FAMILY, "sans_serif_family": FAMILY}
    return _run("resvg", "png", _PNG, json.dumps(asked).encode(), timeout, other_way=_other_way(svg))


def svg_to_pdf(svg: str, *, size: tuple[float, float], fonts: Sequence[Path], timeout: float) -> bytes:
    """Return an SVG as a PDF of one page, with vectors and text as text, and without a date.

    `size` is that of the SVG in points; a page longer than 200 inches is scaled down. `fonts` are the files
    of the fonts in which its texts are set.

    Raises:
        EngineError: it cannot be drawn, or not within `timeout` seconds.
    """
    share = min(1.0, LONGEST_PAGE / max(size))
    width, height = (f"{side * share:.2f}" for side in size)
    with TemporaryDirectory(prefix="argmap-") as folder:
        Path(folder, "map.svg").write_text(svg, encoding="utf-8")
        page = _PAGE.format(width=width, height=height)
        Path(folder, "map.typ").write_text(page, encoding="utf-8")
        # typst reads all the fonts in a folder.
        for number, path in enumerate(fonts):
            shutil.copyfile(path, Path(folder, f"{number}{path.suffix}"))
        is_alone = "with others" if _has_images(svg) else "alone"
        return _run("typst", "pdf", _PDF, b"", timeout, folder, is_alone, other_way=_other_way(svg))


def svgs_to_pdf(
    sheets: Sequence[Sheet],
    *,
    paper: tuple[int, int],
    margin: int,
    title: str,
    fonts: Sequence[Path],
    timeout: float,
) -> bytes:
    """Return sheets of paper of this size, in points, as one PDF without a date.

    `fonts` are the files of the fonts in which texts are set.

    Raises:
        EngineError: it cannot be drawn, or not within `timeout` seconds.
    """
    book = {"title": title, "width": paper[0], "height": paper[1], "margin": margin, "font": FAMILY}
    book["room"] = [side - 2 * margin for side in paper]
    with TemporaryDirectory(prefix="argmap-") as folder:
        pictures = {sheet.picture: sheet.svg for sheet in sheets}
        for number, svg in pictures.items():
            Path(folder, f"{number}.svg").write_text(svg, encoding="utf-8")
        listed = [_on_sheet(sheet) for sheet in sheets]
        Path(folder, "book.json").write_text(json.dumps({**book, "sheets": listed}), encoding="utf-8")
        Path(folder, "map.typ").write_text(_BOOK, encoding="utf-8")
        for number, path in enumerate(fonts):
            shutil.copyfile(path, Path(folder, f"{number}{path.suffix}"))
        has_images = any(map(_has_images, pictures.values()))
        other_way = _other_way("<image ") if has_images else ""
        is_alone = "with others" if has_images else "alone"
        return _run("typst", "pdf", _PDF, b"", timeout, folder, is_alone, other_way=other_way)


def _on_sheet(sheet: Sheet) -> dict[str, object]:
    (width, height), (left, top) = sheet.size, sheet.corner
    summary = _SUMMARY.search(sheet.svg)
    return {
        "file": f"{sheet.picture}.svg",
        "width": round(width, 2),
        "height": round(height, 2),
        "left": round(left, 2),
        "top": round(top, 2),
        "alt": unescape(summary[1]) if summary else "",
        "foot": sheet.foot,
    }


def _has_images(svg: str) -> bool:
    return "<image " in svg


def _other_way(svg: str) -> str:
    return ", or leave out its images, one of which may be broken" if _has_images(svg) else ""


def _run(
    name: str, form: str, program: str, said: bytes, timeout: float, *words: str, other_way: str
) -> bytes:
    # -P: modules in the folder from which argmap is called must not be imported.
    command = [sys.executable, "-P", "-c", program, *words]
    try:
        ran = subprocess.run(
            command,
            input=said,
            capture_output=True,
            timeout=min(timeout, LONGEST_WAIT),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise EngineTimeoutError(
            f"{name} took more than {timeout:g} s to write the {form}: save as SVG, or raise timeout="
        ) from None
    except OSError as error:
        raise EngineError(f"{name} does not run ({error.strerror or error}): save as SVG") from None
    if ran.returncode or not ran.stdout:
        lines = ran.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(
            f"{name} gave no {form} ({lines[-1] if lines else 'it did not say why'}): save as SVG{other_way}"
        )
    return ran.stdout
