"""Drawings: formats, files, notebooks and messages."""

import pickle
import stat
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap
from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.model import ClaimRef
from argmap.render import Drawing, draw_map
from argmap.settings import Settings


@pytest.fixture
def drawing(small_map: ArgumentMap) -> Drawing:
    return draw_map(small_map, engine="embedded")


def _size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_an_svg_begins_with_its_element(drawing: Drawing) -> None:
    assert drawing.svg().startswith("<svg ")


def test_a_drawing_is_called_what_the_caller_says(small_map: ArgumentMap) -> None:
    svg = draw_map(small_map, title="Rain & <more>").svg()
    assert ET.fromstring(svg).findtext(".//{*}g[@class='graph']/{*}title") == "Rain & <more>"


def test_a_drawing_without_title_is_called_as_the_settings_say(small_map: ArgumentMap) -> None:
    settings = Settings.of({"dot": {"graphname": "My map"}})
    assert 'digraph "My map" {' in draw_map(small_map, settings=settings).dot


def test_parts_are_called_what_they_say(drawing: Drawing) -> None:
    titles = [one.text for one in ET.fromstring(drawing.svg()).iter("{http://www.w3.org/2000/svg}title")]
    assert {"Claim", "Weather", "Argument supports Claim", "Evidence attacks Argument"} <= set(titles)


def test_parts_have_their_roles_as_class(drawing: Drawing) -> None:
    classes = {one.get("id"): one.get("class") for one in ET.fromstring(drawing.svg()).iter()}
    assert (classes["n0"], classes["n2"], classes["e1"]) == ("node claim", "strip evidence", "edge support")


def test_a_png_grows_with_its_resolution(drawing: Drawing) -> None:
    assert _size(drawing.png(dpi=144))[0] == pytest.approx(2 * _size(drawing.png(dpi=72))[0], abs=4)


def test_a_png_gets_no_larger_than_programs_can_open(drawing: Drawing) -> None:
    assert max(_size(drawing.png(dpi=100_000))) <= 16_100


def test_a_resolution_must_be_positive(drawing: Drawing) -> None:
    with pytest.raises(ValueError, match="more than 0, not -1"):
        drawing.png(dpi=-1)


@pytest.mark.parametrize("timeout", [float("nan"), -1, float("-inf")])
def test_a_timeout_is_a_number_of_seconds(drawing: Drawing, timeout: float) -> None:
    with pytest.raises(ValueError, match=f"timeout must be 0 or more, not {timeout}"):
        drawing.svg(timeout=timeout)


def test_a_timeout_may_be_endless(drawing: Drawing) -> None:
    assert drawing.svg(timeout=float("inf")) == drawing.svg()


def test_a_timeout_may_be_given_for_one_picture(drawing: Drawing) -> None:
    assert drawing.svg(timeout=30) == drawing.svg()


def test_the_suffix_says_the_format(drawing: Drawing, tmp_path: Path) -> None:
    drawing.save(tmp_path / "map.SVG")
    drawing.save(str(tmp_path / "map.png"))
    drawing.save(tmp_path / "map.gv")
    starts = [(tmp_path / name).read_bytes()[:7] for name in ("map.SVG", "map.png", "map.gv")]
    assert starts == [b"<svg ro", b"\x89PNG\r\n\x1a", b"digraph"]


def test_a_format_counts_more_than_the_suffix(drawing: Drawing, tmp_path: Path) -> None:
    drawing.save(tmp_path / "map.txt", format="dot")
    assert (tmp_path / "map.txt").read_text(encoding="utf-8") == drawing.dot


def test_an_unknown_suffix_is_answered_with_the_known_ones(drawing: Drawing, tmp_path: Path) -> None:
    with pytest.raises(
        ValueError, match=r"a file called 'map\.bmp'; write one of svg, png, pdf, dot, json, jpg"
    ):
        drawing.save(tmp_path / "map.bmp")


def test_an_unknown_format_is_answered_with_the_known_ones(drawing: Drawing, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="format cannot be 'bmp'; it is one of svg, png, pdf"):
        drawing.save(tmp_path / "map.svg", format="bmp")


def test_a_file_keeps_its_permissions(drawing: Drawing, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("old")
    file.chmod(0o640)
    drawing.save(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_stays_a_link(drawing: Drawing, tmp_path: Path) -> None:
    file, link = tmp_path / "map.svg", tmp_path / "link.svg"
    link.symlink_to(file)
    drawing.save(link)
    assert (link.is_symlink(), file.read_text(encoding="utf-8")) == (True, drawing.svg())


def test_what_is_no_file_is_written_to_and_not_replaced(drawing: Drawing) -> None:
    drawing.save("/dev/null", format="dot")
    assert not Path("/dev/null").is_file()


def test_nothing_else_is_left_in_the_folder(drawing: Drawing, tmp_path: Path) -> None:
    drawing.save(tmp_path / "map.svg")
    assert [file.name for file in tmp_path.iterdir()] == ["map.svg"]


def test_a_drawing_that_fails_leaves_the_old_one(small_map: ArgumentMap, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    file.write_text("old")
    with pytest.raises(RuntimeError):
        draw_map(small_map, engine="/no/such/engine").save(file)
    assert file.read_text() == "old"


def test_notebooks_get_svg_and_text(drawing: Drawing) -> None:
    bundle = drawing._repr_mimebundle_()
    assert (bundle["image/svg+xml"], bundle["text/plain"]) == (
        drawing.svg(),
        "<Drawing of 3 nodes and 2 edges>",
    )


def test_notebooks_without_an_engine_get_dot_and_what_to_do(small_map: ArgumentMap) -> None:
    drawing = draw_map(small_map, engine="/no/such/engine")
    assert drawing._repr_svg_() is None
    assert drawing._repr_mimebundle_()["text/plain"].endswith(drawing.dot)


def test_drawings_are_values(drawing: Drawing) -> None:
    drawing.svg()
    assert pickle.loads(pickle.dumps(drawing)) == drawing


def test_a_good_drawing_has_no_messages(drawing: Drawing) -> None:
    assert drawing.messages == ()


def test_glyphs_that_a_png_lacks_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.render.engines.converters.has_resvg", lambda: False)
    node = MapNode("n0", ClaimRef("C"), "中", "文 and all of this: 一二三四五")
    drawing = draw_map(ArgumentMap((node,)), engine="embedded")
    assert drawing.messages[0].startswith("7 characters (中, 文, 一, 二, 三, …) are not in the fonts")
    assert drawing.messages_for("svg") == ()


@pytest.mark.skipif(sys.platform == "win32", reason="engines are shell scripts here")
def test_other_engines_have_fonts_of_their_own(program: Callable[[str], str]) -> None:
    path = program("""echo '<svg width="8pt" height="8pt"></svg>'""")
    assert draw_map(ArgumentMap((MapNode("n0", ClaimRef("C"), "中"),)), engine=path).messages == ()


def test_a_png_that_must_be_coarse_is_announced(small_map: ArgumentMap) -> None:
    settings = Settings.of({"dot": {"graphVizSettings": {"ranksep": 170}}})
    drawing = draw_map(small_map, engine="embedded", settings=settings)
    assert "dpi instead of 144" in drawing.messages[0]
    assert drawing.messages_for("png", dpi=1) == ()


def test_settings_that_are_not_used_are_named(small_map: ArgumentMap) -> None:
    settings = Settings.of({"dot": {"graphVizSettings": {"imagepath": "/etc", "nodesep": "1"}}})
    drawing = draw_map(small_map, settings=settings)
    assert [message.split()[0] for message in drawing.messages_for("dot")] == [
        "dot.graphVizSettings.imagepath"
    ]


def test_closed_groups_are_closed(small_map: ArgumentMap) -> None:
    groups = (MapGroup("s1", "Weather", 1, is_closed=True),)
    drawing = draw_map(ArgumentMap(small_map.nodes, small_map.edges, groups))
    assert [node.id for node in drawing.map.nodes] == ["n0", "n2"]


def test_images_that_are_not_drawn_are_told() -> None:
    node = MapNode("n0", ClaimRef("C"), "C", images=("../secret.png", "b.png"))
    drawing = draw_map(ArgumentMap((node,)), engine="embedded")
    why = "the text comes from no file, so there is no folder to look in"
    assert drawing.messages_for("dot") == (
        f"the image '../secret.png' is not drawn: {why}",
        f"the image 'b.png' is not drawn: {why}",
    )
    assert "secret" not in drawing.dot


def test_several_settings_that_are_not_used_are_named_in_one_message(small_map: ArgumentMap) -> None:
    said = {"useHtmlLabels": False, "statement": {"text": {"font": "times"}, "shape": "record"}}
    drawing = draw_map(small_map, settings=Settings.of({"dot": said, "vizJs": {"removeProlog": False}}))
    assert drawing.messages_for("dot") == (
        "dot.useHtmlLabels, dot.statement.shape, dot.statement.text.font, vizJs.removeProlog are not used: "
        "a drawing cannot have them, or not with these values",
    )


def test_what_is_left_out_is_said_in_the_words_of_settings() -> None:
    document = argmap.parse("[A]: a\n  + [B]: b\n\n[C]: c\n")
    assert argmap.draw(document).left_out == (
        "1 of 3 elements is not shown because nothing is connected to it; "
        "`selection.excludeDisconnected: false` shows it",
    )


def test_a_map_of_nothing_says_so() -> None:
    drawing = draw_map(ArgumentMap(), engine="embedded")
    assert ("Nothing to draw" in drawing.svg(), drawing.left_out[0].partition(":")[0]) == (
        True,
        "there is nothing to draw",
    )


@pytest.mark.parametrize(("layout", "engine"), [("tree", "neato"), ("layered", "dot")])
def test_the_package_graphviz_takes_a_drawing_over(layout: str, engine: str) -> None:
    drawing = argmap.draw(argmap.parse("[A]: One.\n  + <B>: Two.\n"), layout=layout)
    assert (drawing.source.source.rstrip(), drawing.source.engine) == (drawing.dot.rstrip(), engine)
