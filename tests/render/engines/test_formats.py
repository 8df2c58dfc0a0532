"""Formats: which way a drawing takes there, what is lost, and what is said when something is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.maps import ArgumentMap, MapNode
from argmap.model import ClaimRef
from argmap.render import Drawing, EngineError, draw_map
from argmap.render.engines.converters import has_resvg, has_typst
from argmap.render.engines.formats import FORMATS, format_of

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")
needs_resvg = pytest.mark.skipif(not has_resvg(), reason="resvg is not here")
needs_typst = pytest.mark.skipif(not has_typst(), reason="typst is not here")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="engines are shell scripts here")
STARTS = {
    "svg": b"<svg",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "dot": b"digraph",
    "json": b"{",
    "jpg": b"\xff\xd8",
    "mermaid": b"flowchart",
    "html": b"<!DOCTYPE html>",
}
TEXT = "# Wetter\n\n[A]: Es regnet. #t #u\n  + <B>: 雨\n  - [C]: «c» & <d> {source: {url: 'https://x.org/?a=1&b=2'}}\n"


@pytest.fixture
def drawing(small_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch) -> Drawing:
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    return draw_map(small_map)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_begins_as_it_should(drawing: Drawing, tmp_path: Path, form: str) -> None:
    drawing.save(tmp_path / f"map.{form}")
    assert (tmp_path / f"map.{form}").read_bytes().startswith(STARTS[form])


@needs_dot
@pytest.mark.parametrize("form", FORMATS)
def test_the_system_writes_every_format(small_map: ArgumentMap, form: str) -> None:
    drawing = draw_map(small_map, engine="system")
    assert drawing.content(form).startswith(STARTS[form])
    assert drawing.messages_for(form) == ()


def test_json_has_every_node_with_its_place(drawing: Drawing) -> None:
    places = {one["id"]: "pos" in one for one in json.loads(drawing.json())["objects"] if "pos" in one}
    assert drawing.folded is not None
    assert {node.id for node in drawing.folded.nodes} <= places.keys()


@pytest.mark.parametrize(
    ("name", "form"), [("a.SVG", "svg"), ("a.gv", "dot"), ("a.jpeg", "jpg"), ("a.b.pdf", "pdf")]
)
def test_suffixes_say_formats(name: str, form: str) -> None:
    assert format_of(name) == form


def test_a_word_counts_more_than_a_suffix() -> None:
    with pytest.raises(ValueError, match="format cannot be 'gif'"):
        format_of("a.svg", format="gif")


# What is missing


@pytest.fixture
def _no_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.render.engines.converters.has_resvg", lambda: False)
    monkeypatch.setattr("argmap.render.engines.converters.has_typst", lambda: False)


@pytest.mark.usefixtures("_no_extras")
def test_without_anything_that_writes_pdf_there_is_advice(
    small_map: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    with pytest.raises(EngineError, match=r"pip install \"argmap\[pdf\]\".*install Graphviz"):
        draw_map(small_map).pdf()


@needs_dot
@pytest.mark.usefixtures("_no_extras")
def test_the_system_writes_the_pdf_and_that_is_said(drawing: Drawing) -> None:
    assert drawing.pdf().startswith(b"%PDF")
    assert [one.partition(",")[0] for one in drawing.messages_for("pdf")] == [
        "the PDF was laid out by the system's dot"
    ]


@pytest.mark.usefixtures("_no_extras")
def test_an_engine_that_was_named_is_not_replaced_for_a_pdf(small_map: ArgumentMap) -> None:
    with pytest.raises(EngineError, match="the embedded engine writes no PDF"):
        draw_map(small_map, engine="embedded").pdf()


def test_links_that_a_pdf_loses_are_told(drawing: Drawing) -> None:
    assert [one.partition(":")[0] for one in drawing.messages_for("pdf")] == ["a PDF by typst has no links"]


def test_a_drawing_without_links_loses_none_in_a_pdf() -> None:
    drawing = argmap.draw(argmap.parse("[A]: a\n  + <B>: b\n"), engine="embedded")
    assert drawing.messages_for("pdf") == ()


def test_a_page_that_is_too_long_is_made_smaller(small_map: ArgumentMap) -> None:
    from argmap.settings import Settings

    far = Settings.of({"dot": {"graphVizSettings": {"ranksep": 300}}})
    drawing = draw_map(small_map, engine="embedded", settings=far)
    assert "longer than a page of PDF" in drawing.messages_for("pdf")[-1]


@needs_resvg
def test_other_scripts_are_drawn_by_resvg() -> None:
    drawing = draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "∀"),)), engine="embedded")
    assert drawing.messages_for("png") == ()
    width = int.from_bytes(drawing.png(dpi=72)[16:20], "big")
    assert int.from_bytes(drawing.png(dpi=144)[16:20], "big") == pytest.approx(2 * width, abs=2)


@pytest.fixture
def _no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_FONTS", str(tmp_path))


@needs_resvg
@pytest.mark.usefixtures("_no_fonts")
def test_logic_is_drawn_on_a_machine_without_fonts() -> None:
    first, second = (
        draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), f"∀x {sign}"),)), engine="embedded")
        for sign in "∧∨"
    )
    assert first.messages_for("png") == ()
    assert first.png() != second.png()


@needs_resvg
@pytest.mark.usefixtures("_no_fonts")
def test_what_no_font_has_is_said_of_a_png() -> None:
    drawing = draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "中"),)), engine="embedded")
    (said,) = drawing.messages_for("png")
    assert said.startswith("1 character (中) is in no font of this machine and becomes a box in a PNG")


@needs_typst
@pytest.mark.usefixtures("_no_fonts")
def test_what_no_font_has_is_said_of_a_pdf() -> None:
    drawing = draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "中"),)), engine="embedded")
    (said,) = drawing.messages_for("pdf")
    assert said.startswith("1 character (中) is in no font of this machine and becomes a box in a PDF")


def test_a_jpeg_cannot_be_helped() -> None:
    drawing = draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "中"),)), engine="embedded")
    assert "becomes a box in a JPEG: save as SVG" in drawing.messages_for("jpg")[0]


@needs_typst
def test_a_pdf_without_links_loses_none() -> None:
    drawing = draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "A"),)), engine="embedded")
    assert drawing.messages_for("pdf") == ()


def test_converting_that_takes_too_long_is_stopped() -> None:
    from argmap.render.engines.converters import svg_to_pdf

    with pytest.raises(EngineError, match=r"typst took more than 0.001 s to write the pdf"):
        svg_to_pdf("<svg/>", size=(1, 1), fonts=(), timeout=0.001)


def test_converting_that_fails_says_why() -> None:
    from argmap.render.engines.converters import svg_to_png

    with pytest.raises(EngineError, match=r"resvg gave no png \(ValueError: .*\): save as SVG"):
        svg_to_png("no SVG", dpi=72, fonts=(), timeout=30)


# The ladder


@needs_shell
def test_a_layout_that_takes_long_is_tried_with_less_care(
    small_map: ArgumentMap, program: Callable[[str], str]
) -> None:
    path = program("grep -q 'splines=line' || exec sleep 20\necho '<svg width=\"8pt\" height=\"8pt\"></svg>'")
    drawing = draw_map(small_map, engine=path, timeout=3, layout="layered")
    assert drawing.svg().startswith("<svg")
    assert drawing.messages[0].startswith(
        "the layout took too long for a limit of 3 s and was made with straight edges, and less care"
    )


@pytest.mark.parametrize("number", [1, 2, 3])
def test_engines_know_every_rung(drawing: Drawing, number: int) -> None:
    from argmap.render.engines.engine import render_dot
    from argmap.render.layout.fallbacks import FALLBACKS, on_rung

    rendering = render_dot(on_rung(drawing.dot, FALLBACKS[number]), output="svg")
    assert rendering.messages == ()
    assert rendering.content != drawing._layout.content


# Size


def test_nodes_of_a_map_of_thousands_show_titles_only() -> None:
    nodes = tuple(MapNode(f"n{number}", ClaimRef(f"C{number}"), "Title", "Text") for number in range(1001))
    drawing = draw_map(ArgumentMap(nodes))
    assert "Text" not in drawing.dot
    assert drawing.messages_for("dot")[0].startswith("nodes show their titles only, because there are 1001")


# Equal in every run

_PROGRAM = """
import sys, hashlib, argmap
drawing = argmap.draw(argmap.parse(sys.stdin.buffer.read().decode()))
for form in sys.argv[1:]:
    print(form, hashlib.sha256(drawing.content(form)).hexdigest())
"""


def _drawn_with(seed: str, forms: tuple[str, ...]) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _PROGRAM, *forms]
    ran = subprocess.run(command, input=TEXT.encode(), capture_output=True, env=environment, check=True)
    return ran.stdout.decode()


def test_drawings_do_not_depend_on_the_seed_of_hashes() -> None:
    assert _drawn_with("1", FORMATS) == _drawn_with("2", FORMATS)


@needs_dot
def test_a_pdf_of_the_system_has_no_time() -> None:
    pdf = argmap.draw(argmap.parse(TEXT), engine="system").pdf()
    assert b"/CreationDate (D:19700101000000" in pdf


@needs_shell
def test_an_engine_that_writes_the_time_into_a_pdf_writes_it_in_vain(
    small_map: ArgumentMap, program: Callable[[str], str]
) -> None:
    pdf = "echo '%PDF-1.5 /CreationDate (D:'$(date +%Y%m%d%H%M%S)'Z) %%EOF'"
    path = program(f'case $* in *pdf*) {pdf};; *) echo \'<svg width="8pt" height="8pt"></svg>\';; esac')
    assert draw_map(small_map, engine=path).pdf() == b"%PDF-1.5 /CreationDate (D:19700101000000Z) %%EOF\n"
