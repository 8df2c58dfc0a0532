"""Files of fonts."""

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.render.small_fonts import small_font

from argmap.render.fonts.font_file import FontFace, FontFileError, read_faces
from argmap.render.fonts.machine_fonts import shipped_faces

WIDTHS = st.dictionaries(
    st.characters(min_codepoint=0x20, max_codepoint=0xFFFD, exclude_categories=("Cs",)),
    st.integers(0, 3000),
    min_size=1,
    max_size=12,
)


def _face(folder: Path, content: bytes) -> FontFace:
    path = folder / "font.ttf"
    path.write_bytes(content)
    (face,) = read_faces(path)
    return face


@given(WIDTHS, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_font_has_the_characters_and_widths_in_its_file(
    tmp_path: Path, widths: dict[str, int], is_wide: bool
) -> None:
    face = _face(tmp_path, small_font(widths, is_wide=is_wide))
    assert {character: face.width(character) for character in widths} == widths
    assert all(map(face.has, widths))
    near = {chr(ord(one) + step) for one in widths for step in (-1, 1)} - set(widths)
    assert not any(map(face.has, near))
    assert {face.width(character) for character in near} <= {600}


def test_a_font_has_characters_beyond_the_first_plane(tmp_path: Path) -> None:
    face = _face(tmp_path, small_font({"a": 500, "\U0001f600": 1200}, is_wide=True))
    assert face.has("\U0001f600")
    assert face.width("\U0001f600") == 1200


def test_a_font_says_its_family_and_weight(tmp_path: Path) -> None:
    face = _face(tmp_path, small_font({"a": 1}, family="Änderung", weight=700))
    assert (face.families, face.weight, face.is_italic) == (("Änderung",), 700, False)


def test_a_collection_holds_several_fonts(tmp_path: Path) -> None:
    content = small_font({"a": 400})
    moved = bytearray(content)
    for number in range(struct.unpack_from(">4xH", content)[0]):
        offset = struct.unpack_from(">L", content, 12 + 16 * number + 8)[0]
        struct.pack_into(">L", moved, 12 + 16 * number + 8, offset + 20)
    path = tmp_path / "font.ttc"
    path.write_bytes(struct.pack(">4sLLLL", b"ttcf", 0x10000, 2, 20, 20) + moved)
    assert [face.width("a") for face in read_faces(path)] == [400, 400]


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_font_is_no_font_or_lacks_characters(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(small_font({"a": 1, "b": 2, "c": 3}, is_wide=data.draw(st.booleans())))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "font.ttf"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        faces = read_faces(path)
    except FontFileError:
        return
    assert all(face.width("a") >= 0 for face in faces)
    assert {face.has("a") for face in faces} <= {True, False}


@pytest.mark.parametrize("content", [b"", b"no font at all", b"wOFF" + bytes(40)])
def test_what_is_no_font_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    with pytest.raises(FontFileError, match="is not a font"):
        read_faces(path)


def test_fonts_come_with_argmap() -> None:
    styles = [(face.families[0], face.weight, face.is_italic) for face in shipped_faces()]
    assert sorted(styles) == [
        ("Argmap Sans", 400, False),
        ("Argmap Sans", 400, True),
        ("Argmap Sans", 700, False),
        ("Argmap Sans", 700, True),
        ("Argmap Symbols", 400, False),
    ]


@pytest.mark.parametrize("character", "∀∃∄¬∧∨⊻→↔⇒⇔⊢⊨⊥⊤□◇∈∉⊂⊆∪∩∅ℕℤℚℝℂ₀₉ₙᵢⁿ²≠≤≥≡∴∵⟨⟩⟦⟧↦⊕⊗∞√𝔸😀✓✗▯")
def test_symbols_of_logic_come_with_argmap(character: str) -> None:
    assert any(face.has(character) for face in shipped_faces())
