"""SVG into PNG and PDF, by programs of the extras `argmap[png]` and `argmap[pdf]`.

They run in a Python of their own, which can be stopped when it takes too long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from argmap.render.engine import EngineError, EngineTimeoutError

# Acrobat opens no page that is longer than 200 inches.
LONGEST_PAGE = 14_400
_POINTS_PER_INCH = 72
_PNG = """
import json, sys, resvg_py
said = json.load(sys.stdin)
sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=said["svg"], dpi=said["dpi"]))
"""
# The file is read from its folder, which is the only one that typst may read.
_PDF = """
import sys, typst
sys.stdout.buffer.write(typst.compile(sys.argv[1] + "/map.typ", root=sys.argv[1], format="pdf"))
"""
_PAGE = """#set document(date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image("map.svg", width: 100%, height: 100%)
"""
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20pt" height="20pt"><text y="15">{}</text></svg>'


def has_resvg() -> bool:
    """Return whether the extra for PNG is installed and finds fonts to draw with."""
    return find_spec("resvg_py") is not None and _has_fonts()


def has_typst() -> bool:
    """Return whether the extra for PDF is installed."""
    return find_spec("typst") is not None


def svg_to_png(svg: str, *, dpi: float, timeout: float) -> bytes:
    """Return an SVG, whose sizes are in points, as PNG, with the fonts of this machine.

    Raises:
        EngineError: it cannot be drawn, or not within `timeout` seconds.
    """
    said = json.dumps({"svg": svg, "dpi": dpi})
    return _run("resvg", "png", _PNG, said.encode(), timeout, other_way=_other_way(svg))


def svg_to_pdf(svg: str, *, size: tuple[float, float], timeout: float) -> bytes:
    """Return an SVG as PDF of one page, in vectors and with its text as text; no date is in it.

    `size` is that of the SVG in points; what is longer than 200 inches is made smaller.

    Raises:
        EngineError: it cannot be drawn, or not within `timeout` seconds.
    """
    share = min(1.0, LONGEST_PAGE / max(size))
    width, height = (f"{side * share:.2f}" for side in size)
    with TemporaryDirectory(prefix="argmap-") as folder:
        Path(folder, "map.svg").write_text(svg, encoding="utf-8")
        page = _PAGE.format(width=width, height=height)
        Path(folder, "map.typ").write_text(page, encoding="utf-8")
        return _run("typst", "pdf", _PDF, b"", timeout, folder, other_way=_other_way(svg))


def _other_way(svg: str) -> str:
    return ", or leave out its images, one of which may be broken" if "<image " in svg else ""


def _run(
    name: str, form: str, program: str, said: bytes, timeout: float, *words: str, other_way: str
) -> bytes:
    # -P: modules that lie in the folder from which argmap is called are not ours.
    command = [sys.executable, "-P", "-c", program, *words]
    try:
        ran = subprocess.run(
            command,
            input=said,
            capture_output=True,
            timeout=timeout,
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


@cache
def _has_fonts() -> bool:
    # Without fonts resvg leaves all text out and says nothing.
    try:
        blank, text = (svg_to_png(_PROBE.format(said), dpi=96, timeout=20) for said in ("", "Text"))
    except EngineError:
        return False
    return blank != text
