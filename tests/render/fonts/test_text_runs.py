"""Texts set in known fonts, inside their boxes."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.render.small_fonts import small_font

from argmap.maps import ArgumentMap, MapNode
from argmap.model import ClaimRef, Mark, MarkKind, Source
from argmap.render import draw_map, theme_names
from argmap.render.fonts.font_file import FontFace, read_faces
from argmap.render.fonts.machine_fonts import shipped_faces
from argmap.render.fonts.text_runs import Typeset, typeset
from argmap.settings import Settings

_SVG = "{http://www.w3.org/2000/svg}"
# Fonts of a machine with letters as wide as no guess takes them to be, and a font that somebody may want.
_WIDE = dict.fromkeys("中文한ไทยहिन्दीعربيةაბგሀ👩", 2500)
_WANTED = dict.fromkeys(map(chr, range(32, 127)), 1100)
ALPHABET = (
    "abcWM .,-AÉß→∀∉∧◇ℚₙᵢ⟹𝔸😀Σύνοψις ΆΈΉЖщтгкЩ Съешьעברית عرب中文한국"
    "हिन्दी ไทย აბგ ሀለ\u0301\u0302\u200d\ufe0f👩🇩🇪✓☃♥\U0001f9d1"
)
TEXTS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=60)
MARKS = st.lists(
    st.builds(
        Mark, st.sampled_from([MarkKind.BOLD, MarkKind.ITALIC]), st.integers(0, 30), st.integers(0, 60)
    ),
    max_size=2,
)


@pytest.fixture(params=["no fonts", "wide fonts"])
def fonts(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the word for a machine that has no fonts, or one whose letters are very wide."""
    if request.param == "wide fonts":
        (tmp_path / "Wide.ttf").write_bytes(small_font(_WIDE, family="Wide", is_wide=True))
        (tmp_path / "Wanted.ttf").write_bytes(small_font(_WANTED, family="Wanted"))
    monkeypatch.setenv("ARGMAP_FONTS", str(tmp_path))
    return str(request.param)


def _ready(argument_map: ArgumentMap, **more: object) -> Typeset:
    return draw_map(argument_map, engine="embedded", **more)._shape.typeset  # type: ignore[arg-type]


def _faces(ready: Typeset) -> list[FontFace]:
    return [face for path in ready.fonts for face in read_faces(path)]


def _texts(group: ET.Element, faces: list[FontFace]) -> Iterator[tuple[float, float]]:
    """Yield where texts begin and end, measured in the fonts that they name."""
    for text in group.iter(f"{_SVG}text"):
        runs = list(text) or [text]
        width = sum(_width(run, faces) for run in runs)
        start = float(text.get("x", "nan"))
        yield (start - width, start) if text.get("text-anchor") == "end" else (start, start + width)


def _width(run: ET.Element, faces: list[FontFace]) -> float:
    if run.get("textLength"):
        return float(run.get("textLength", "nan"))
    families = run.get("font-family", "").split(", ")
    style = int(run.get("font-weight", "0")), run.get("font-style") == "italic"
    (face,) = [
        one for one in faces if list(one.families) == families and (one.weight, one.is_italic) == style
    ]
    seen = re.sub(
        "[\u0300-\u036f\u200d\ufe0f\u202a-\u202e\u0902\u0941-\u0948\u094d\u0e31-\u0e3a\u0e47-\u0e4e]",
        "",
        run.text or "",
    )
    return sum(map(face.width, seen)) * float(run.get("font-size", "nan")) / 1000


def _edges(group: ET.Element) -> tuple[float, float]:
    shape = next(one for one in group.iter() if one.tag in (f"{_SVG}polygon", f"{_SVG}path"))
    numbers = re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")
    return min(map(float, numbers[::2])), max(map(float, numbers[::2]))


@given(TEXTS, TEXTS, MARKS, st.sampled_from(theme_names()))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("∀x → ∉", "∀x (Human(x) → Mortal(x)) ∉ ℚ ₙ ᵢ 😀", [], "default")
@example("ТИТУЛ", "Съешь ещё этих мягких тгк тгк тгк", [Mark(MarkKind.ITALIC, 0, 40)], "print")
@example("सिद्धान्त", "हिन्दी में एक वाक्य", [], "dark")
@example("בAAAAAAب☃☃", "A", [], "argdown")
@example("A", "AAAAAAAAM🇩🇩ب☃☃⟹🇩🇩👩", [], "argdown")
def test_every_text_stays_in_its_box(
    fonts: str, title: str, text: str, marks: list[Mark], theme: str
) -> None:
    node = MapNode("n0", ClaimRef("A"), title, text, tuple(marks), (title,), sources=(Source(title=text),))
    ready = _ready(ArgumentMap((node,)), theme=theme)
    faces = _faces(ready)
    (group,) = [one for one in ET.fromstring(ready.svg).iter(f"{_SVG}g") if one.get("id") == "n0"]
    left, right = _edges(group)
    assert all(left < start and end < right for start, end in _texts(group, faces))


def test_a_font_that_is_wanted_stays_in_its_box(fonts: str) -> None:
    node = MapNode(
        "n0", ClaimRef("A"), "A title", "Some text that is long enough to fill some lines of a box."
    )
    font = Settings.of({"dot": {"graphVizSettings": {"fontname": "Wanted"}}})
    ready = _ready(ArgumentMap((node,)), settings=font)
    (group,) = [one for one in ET.fromstring(ready.svg).iter(f"{_SVG}g") if one.get("id") == "n0"]
    left, right = _edges(group)
    assert all(left < start and end < right for start, end in _texts(group, _faces(ready)))


def _line(text: str, attributes: str = "") -> str:
    return typeset(f'<svg><text x="10" y="5" font-size="10"{attributes}>{text}</text></svg>').svg


@pytest.mark.usefixtures("fonts")
def test_a_line_becomes_stretches_that_one_font_draws() -> None:
    found = re.findall('x="([^"]*)".*?font-family="([^"]*)".*?>([^<]*)</text>', _line("a ∉ b"))
    assert found == [
        ("10.00", "Argmap Sans", "a "),
        ("18.34", "Argmap Symbols", "∉"),
        ("27.05", "Argmap Sans", " b"),
    ]


@pytest.mark.usefixtures("fonts")
def test_a_text_is_centred_or_ends_where_it_did() -> None:
    assert 'x="7.22"' in _line("a", ' text-anchor="middle"')
    assert 'x="4.44"' in _line("a", ' text-anchor="end"')


@pytest.mark.usefixtures("fonts")
def test_styles_and_colours_of_stretches_are_kept() -> None:
    spans = '<tspan font-weight="bold" fill="red">a</tspan><tspan font-style="italic">&lt;</tspan>'
    said = _line(spans)
    assert re.search('font-weight="700"[^>]*>a<', said)
    assert re.search('fill="red"[^>]*>a<', said)
    assert re.search('font-style="italic"[^>]*>&lt;<', said)


@pytest.mark.usefixtures("fonts")
def test_a_line_that_runs_to_the_left_says_so_itself() -> None:
    said = _line("עברית", ' direction="rtl" text-anchor="start"')
    assert 'text-anchor="end"' in said
    assert "direction" not in said
    assert "\u202bעברית\u202c" in said


def test_what_no_font_has_is_said_and_a_box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_FONTS", str(tmp_path))
    ready = typeset('<svg><text x="0" y="5" font-size="10">a中</text></svg>')
    assert ready.missing == ("中",)
    assert "▯" in ready.svg


def test_an_svg_without_text_stays_as_it_is() -> None:
    main = shipped_faces()[3].path
    assert typeset("<svg><g/></svg>") == Typeset("<svg><g/></svg>", (main,), ())
