"""Make the fonts in `src/argmap/render/fonts` and the widths in `src/argmap/render/other_widths.json`.

Call it with the folders of Arimo, of DejaVu Sans, and of fonts of other scripts, which are only measured:

    pip install fonttools
    python -m tests.render.fonts.make_fonts ARIMO DEJAVU OTHERS...
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RENDER = Path(__file__).parent.parent / "src" / "argmap" / "render"
FONTS = RENDER / "fonts"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
# Latin without phonetics, Greek, Cyrillic, Hebrew, and the signs that Arimo has.
SANS = (
    (0x20, 0x24F),
    (0x2B0, 0x51D),
    (0x591, 0x5F4),
    (0x1E00, 0x2027),
    (0x202F, 0x205E),
    (0x2070, 0x20D0),
    (0x2100, 0x27BF),
    (0xFB01, 0xFB4F),
    (0xFFFD, 0xFFFD),
)
# Punctuation, sub- and superscripts, currencies, letters and signs of logic and mathematics, arrows, shapes.
SYMBOLS = (
    (0x1D2C, 0x1D6A),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x23FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x27FF),
    (0x2900, 0x2BFF),
    (0x2C7C, 0x2C7D),
    (0x1D400, 0x1D7FF),
    (0x1F600, 0x1F64F),
    (0xFFFD, 0xFFFD),
)
# Scripts of today, without those whose letters are narrower within words.
SCRIPTS = (
    (0x530, 0x58F),
    (0x780, 0x7BF),
    (0x900, 0x17FF),
    (0x18B0, 0x1CFF),
    (0x2C00, 0x2DFF),
    (0xA4D0, 0xABFF),
)
_STEP = 50
_ROW = 32


def main(arimo: Path, dejavu: Path, others: Iterable[Path]) -> None:
    FONTS.mkdir(exist_ok=True)
    known: set[int] = set()
    for face in FACES:
        known |= _subset(arimo / f"Arimo-{face}.ttf", SANS, "Argmap Sans", FONTS / f"sans-{face.lower()}.ttf")
    _subset(
        dejavu / "DejaVuSans.ttf", SYMBOLS, "Argmap Symbols", FONTS / "symbols-regular.ttf", without=known
    )
    symbols = _widths(FONTS / "symbols-regular.ttf")
    fonts = [
        *dejavu.glob("DejaVuSans.ttf"),
        *(file for folder in others for file in sorted(folder.rglob("*.ttf"))),
    ]
    (RENDER / "other_widths.json").write_text(_table(symbols, fonts), encoding="utf-8")


def _subset(
    source: Path, blocks: Iterable[tuple[int, int]], name: str, target: Path, *, without: Iterable[int] = ()
) -> set[int]:
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["mark", "mkmk", "ccmp"]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += ["DSIG", "LTSH", "VDMX", "hdmx", "gasp", "FFTM", "PCLT", "kern"]
    font = TTFont(source, recalcTimestamp=False)
    wanted = {place for place in font.getBestCmap() if any(start <= place <= end for start, end in blocks)}
    wanted -= set(without)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    style = font["name"].getDebugName(2)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            said = {
                1: name,
                3: f"{name} {style}",
                4: f"{name} {style}",
                6: f"{name}-{style}".replace(" ", ""),
            }
            record.string = said[record.nameID]
    font.save(target)
    return wanted


def _widths(file: Path) -> dict[int, int]:
    font = TTFont(file, lazy=True)
    if "hmtx" not in font or not font.getBestCmap():
        return {}
    em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
    return {place: round(advances[glyph][0] * 1000 / em) for place, glyph in font.getBestCmap().items()}


def _table(symbols: dict[int, int], fonts: Iterable[Path]) -> str:
    """Return how wide characters are that are not in widths.toml, in thousandths of the font size.

    Those of `regular` and `bold` are in Arimo, `symbols` in the font of symbols that comes with argmap;
    `scripts` are stretches of code points, measured in DejaVu Sans and fonts of Noto.
    """
    tables: dict[str, dict[str, object]] = {}
    measured = tomllib.loads((RENDER / "widths.toml").read_text(encoding="utf-8"))
    for style, italic in (("regular", "italic"), ("bold", "bolditalic")):
        known = set("".join(measured[style].values()))
        slanted = _widths(FONTS / f"sans-{italic}.ttf")
        upright = _widths(FONTS / f"sans-{style}.ttf")
        widths = {place: max(width, slanted.get(place, 0)) for place, width in upright.items()}
        others = {place: width for place, width in widths.items() if chr(place) not in known}
        tables[style] = _by_width(others)
    tables["symbols"] = _by_width(symbols)
    widest: dict[int, int] = {}
    for file in fonts:
        for place, width in _widths(file).items():
            widest[place] = max(width, widest.get(place, 0))
    tables["scripts"] = {f"{start:X}-{end:X}": width for start, end, width in _stretches(widest)}
    return json.dumps(tables, ensure_ascii=False, indent=1) + "\n"


def _by_width(widths: dict[int, int]) -> dict[str, object]:
    by_width: defaultdict[int, list[int]] = defaultdict(list)
    for place, width in widths.items():
        # Marks and invisible characters take no room.
        if unicodedata.category(chr(place)) not in ("Mn", "Me", "Cf", "Cc") and not chr(place).isspace():
            by_width[width].append(place)
    return {str(width): "".join(map(chr, sorted(by_width[width]))) for width in sorted(by_width)}


def _stretches(widest: dict[int, int]) -> list[tuple[int, int, int]]:
    """Return stretches of code points with a width that half of their characters do not exceed."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for place, width in widest.items():
        character = chr(place)
        is_seen = unicodedata.category(character) not in ("Mn", "Me", "Cf", "Co", "Cn")
        is_wide = unicodedata.east_asian_width(character) in ("W", "F")
        if is_seen and not is_wide and any(start <= place <= end for start, end in SCRIPTS):
            rows[place // _ROW].append(width)
    stretches: list[tuple[int, int, int]] = []
    for row in sorted(rows):
        width = -(-sorted(rows[row])[len(rows[row]) // 2] // _STEP) * _STEP
        if stretches and stretches[-1][1] == row * _ROW - 1 and stretches[-1][2] == width:
            stretches[-1] = stretches[-1][0], row * _ROW + _ROW - 1, width
        else:
            stretches.append((row * _ROW, row * _ROW + _ROW - 1, width))
    return stretches


if __name__ == "__main__":
    first, second, *rest = map(Path, sys.argv[1:])
    main(first, second, rest)
