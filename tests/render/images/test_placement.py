"""Images in nodes."""

import os
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.render.images.test_types import JPEG, png, svg

import argmap
from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.model import ArgumentRef, ClaimRef
from argmap.render import EngineError, draw_map
from argmap.render.dot import part_dots
from argmap.render.engines.converters import has_resvg, has_typst
from argmap.render.engines.engine import find_engines
from argmap.render.images.placement import Images, read_images
from argmap.render.images.reading import MOST_BYTES
from argmap.render.layout.shelves import LEAST_NODES
from argmap.settings import Settings

_ENGINES = ("embedded", "system")
_HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with images, in another one that holds a secret."""
    (tmp_path / "secret.png").write_bytes(png(9, 9))
    inner = tmp_path / "texts"
    (inner / "more").mkdir(parents=True)
    (inner / "a.png").write_bytes(png(40, 20))
    (inner / "more" / "b.jpg").write_bytes(JPEG)
    (inner / "c.svg").write_bytes(svg())
    (inner / "big.png").write_bytes(png(1000, 1000))
    return inner


def _map(*images: str, label: str | None = "Title") -> ArgumentMap:
    return ArgumentMap((MapNode("n0", ClaimRef("C"), label, images=images),))


def _read(folder: Path | None, *names: str, **settings: object) -> Images:
    return read_images(_map(*names), Settings.of({"images": settings}), folder, 200)


def _used(svg_text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the media type and the content of each image that is shown."""
    root = ET.fromstring(svg_text)
    known = {one.get("id"): one.get(_HREF, "") for one in root.iter("{http://www.w3.org/2000/svg}image")}
    for one in root.iter("{http://www.w3.org/2000/svg}use"):
        found = re.fullmatch("data:([^;]*);base64,(.*)", known[one.get(_HREF, "")[1:]])
        assert found
        yield found[1], b64decode(found[2])


def _engine(name: str) -> str:
    if next(find_engines(name), None) is None:
        pytest.skip(f"there is no {name} engine")
    return name


@pytest.mark.parametrize("engine", _ENGINES)
def test_svg_holds_the_images_of_nodes(folder: Path, engine: str) -> None:
    names = ("a.png", "more/b.jpg", "c.svg")
    drawing = draw_map(_map(*names), engine=_engine(engine), folder=folder)
    assert list(_used(drawing.svg())) == [
        ("image/png", png(40, 20)),
        ("image/jpeg", JPEG),
        ("image/svg+xml", svg()),
    ]
    assert drawing.messages_for("svg") == ()


@pytest.mark.parametrize("engine", _ENGINES)
def test_an_image_is_in_a_drawing_once(folder: Path, engine: str) -> None:
    nodes = tuple(MapNode(f"n{n}", ClaimRef(f"C{n}"), f"C{n}", images=("a.png",)) for n in range(3))
    drawing = draw_map(ArgumentMap(nodes), engine=_engine(engine), folder=folder)
    assert drawing.svg().count("base64,") == 1
    assert len(list(_used(drawing.svg()))) == 3


@pytest.mark.parametrize("engine", _ENGINES)
@pytest.mark.parametrize("position", ["top", "bottom"])
def test_images_stand_above_or_below_the_text(folder: Path, engine: str, position: str) -> None:
    settings = Settings.of({"dot": {"argument": {"images": {"position": position}}}})
    node = MapNode("n0", ArgumentRef("A"), "Title", images=("a.png",))
    drawn = draw_map(ArgumentMap((node,)), engine=_engine(engine), settings=settings, folder=folder).svg()
    (image,), (text,) = (re.findall(rf'<{tag} [^>]*\by="(-?[\d.]+)"', drawn) for tag in ("use", "text"))
    assert (float(image) < float(text)) == (position == "top")
    # Settings of arguments are not those of claims.
    claim = draw_map(_map("a.png"), engine=engine, settings=settings, folder=folder).svg()
    assert claim.index("<use") < claim.index("<text")


def test_padding_makes_room(folder: Path) -> None:
    wide = Settings.of({"dot": {"statement": {"images": {"padding": 10}}}})
    bare, padded = (draw_map(_map("a.png"), settings=one, folder=folder).dot for one in (None, wide))
    assert 'WIDTH="30" HEIGHT="15"' in bare
    assert 'WIDTH="50" HEIGHT="35"' in padded


@pytest.mark.parametrize(
    ("name", "entry", "size"),
    [
        ("a.png", {}, (30, 15)),
        ("a.png", {"width": 20}, (15, 7.5)),
        ("a.png", {"height": 40}, (60, 30)),
        ("a.png", {"width": 20, "height": 20}, (15, 15)),
        ("a.png", {"width": 99_999}, (200, 100)),
        ("a.png", {"width": -1, "height": "x"}, (30, 15)),
        ("big.png", {}, (160, 160)),
    ],
)
def test_images_are_no_larger_than_text_is_wide(
    folder: Path, name: str, entry: dict[str, object], size: tuple[float, float]
) -> None:
    image = _read(folder, name, files={"x": {"path": name, **entry}}).known[name]
    assert (image.width, image.height) == pytest.approx(size)


def test_tags_and_data_give_images(folder: Path) -> None:
    (folder / "d.argdown").write_text(
        "===\nimages: {files: {sun: {path: a.png}}}\n===\n\n[A]: x #sun\n  + [B]: y {images: [c.svg]}\n"
    )
    drawing = argmap.draw(argmap.load(folder / "d.argdown"))
    assert {media for media, _ in _used(drawing.svg())} == {"image/png", "image/svg+xml"}


def test_parts_have_images(folder: Path) -> None:
    text = "# One\n\n[A]: a {images: [a.png]}\n  + [B]\n\n# Two\n\n[B]: b\n  + [C]: c {images: [gone.png]}\n"
    parts = argmap.draw_parts(argmap.parse(text, path=folder / "d.argdown"))
    assert len(list(_used(parts["one"].svg()))) == 1
    assert "gone.png" in parts["two"].messages_for("dot")[0]


def test_an_image_in_the_settings_needs_no_file() -> None:
    url = "data:image/png;base64," + b64encode(png(4, 4)).decode()
    assert _read(None, "x", files={"x": {"dataUrl": url}}).known["x"].content == png(4, 4)
    bad = (
        "data:text/html;base64,AAAA",
        "data:image/png;base64,A",
        "https://example.org/a.png",
        "data:image/png,a",
    )
    for one in bad:
        found = _read(None, "x", files={"x": {"dataUrl": one}})
        assert not found.known
        assert "dataUrl" in found.problems[0]


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "more/../../secret.png",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "\\\\server\\share\\a.png",
        "C:\\a.png",
        "C:a.png",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "FILE:a.png",
        "data:image/png;base64,AAAA",
        "a.png\x00.txt",
        "",
        " ",
        ".",
        "more",
        "~/a.png",
        "\ud800.png",
        "x" * 5000,
        "a/" * 3000,
    ],
)
def test_what_is_not_in_the_folder_is_not_read(folder: Path, name: str) -> None:
    found = _read(folder, name)
    assert found.known == {}
    assert found.problems[0].startswith("the image '")
    assert len(found.problems[0]) < 250


def test_links_out_of_the_folder_are_not_followed(folder: Path) -> None:
    try:
        (folder / "link.png").symlink_to(folder.parent / "secret.png")
        (folder / "up").symlink_to(folder.parent)
        (folder / "circle.png").symlink_to(folder / "circle.png")
        (folder / "inside.png").symlink_to(folder / "a.png")
    except OSError:
        pytest.skip("there are no symbolic links here")
    found = _read(folder, "link.png", "up/secret.png", "circle.png", "inside.png")
    assert list(found.known) == ["inside.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_pipes_are_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    assert "it is not a file" in _read(folder, "pipe.png").problems[0]


def test_large_images_are_refused(folder: Path) -> None:
    (folder / "heavy.png").write_bytes(png(3, 2) + bytes(MOST_BYTES))
    (folder / "wide.gif").write_bytes(b"GIF89a\xff\xff\xff\xff")
    (folder / "page.png").write_bytes(b"<html>")
    found = _read(folder, "heavy.png", "wide.gif", "page.png")
    assert found.known == {}
    assert [one.partition("drawn: ")[2] for one in found.problems] == [
        "it has more than 2 MB",
        "it has more than 40 million pixels",
        "it is not a PNG, JPEG, GIF, WebP or SVG that gives its size",
    ]


def test_images_without_end_are_refused(folder: Path) -> None:
    (folder / "part.png").write_bytes(png(3, 2)[:-12])
    (folder / "part.jpg").write_bytes(JPEG[:-2])
    found = _read(folder, "part.png", "part.jpg")
    assert [one.partition("drawn: ")[2] for one in found.problems] == ["its end is missing"] * 2


@pytest.mark.skipif(not has_typst(), reason="typst is not here")
def test_a_broken_image_is_blamed_for_what_it_does(folder: Path) -> None:
    (folder / "broken.png").write_bytes(png(40, 20)[:-20] + b"IEND")
    with pytest.raises(EngineError, match="save as SVG, or leave out its images"):
        draw_map(_map("broken.png"), engine="embedded", folder=folder).pdf()


@pytest.mark.skipif(not has_resvg(), reason="resvg is not here")
def test_images_in_images_are_not_read(folder: Path) -> None:
    secret = (folder.parent / "secret.png").resolve()
    drawn = []
    for place in (secret, folder.parent / "nothing.png"):
        inner = svg().replace(
            b"</svg>", f'<image href="{place.as_posix()}" width="9" height="9"/></svg>'.encode()
        )
        (folder / "outer.svg").write_bytes(inner)
        drawn.append(draw_map(_map("outer.svg"), engine="embedded", folder=folder).png())
    assert drawn[0] == drawn[1]


def test_all_images_together_are_not_too_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.render.images.reading.MOST_BYTES_TOGETHER", len(png(40, 20)) + 10)
    found = _read(folder, "a.png", "more/b.jpg")
    assert list(found.known) == ["a.png"]
    assert "all images together" in found.problems[0]


def test_many_problems_are_counted(folder: Path) -> None:
    found = _read(folder, *(f"{n}.png" for n in range(9)))
    assert len(found.problems) == 6
    assert found.problems[-1] == "4 more images are not drawn"


def test_a_node_shows_a_dozen_images(folder: Path) -> None:
    names = [f"{n}.png" for n in range(20)]
    for number, name in enumerate(names, start=1):
        (folder / name).write_bytes(png(number, 5))
    drawing = draw_map(_map(*names), folder=folder)
    assert len(list(_used(drawing.svg()))) == 12
    assert drawing.messages_for("svg") == ("a node shows its first 12 images only",)


@given(
    name=st.one_of(
        st.text(max_size=20), st.lists(st.sampled_from(["..", ".", "/", "\\", "a.png", "more"])).map("/".join)
    )
)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_reads_the_secret(folder: Path, name: str) -> None:
    found = _read(folder, name)
    assert all(image.content != png(9, 9) for image in found.known.values())
    assert len(found.known) + len(found.problems) == 1


def test_rooms_are_not_told_from_other_things_by_chance(folder: Path) -> None:
    hostile = '<TD ID="image0" #010203 BGCOLOR="#010204"'
    node = MapNode(
        "n0", ClaimRef("C"), hostile, hostile, color="#010203", has_own_color=True, images=("a.png",)
    )
    group = MapGroup("s1", hostile, 1, color="#010204", has_own_color=True)
    drawing = draw_map(ArgumentMap((node,), (), (group,)), folder=folder)
    assert len(list(_used(drawing.svg()))) == 1
    assert "".join(ET.fromstring(drawing.svg()).itertext()).count("ID=") >= 2


def test_no_room_has_a_colour_where_no_image_can_be(folder: Path) -> None:
    drawing = draw_map(_map("a.png"), engine="embedded", folder=folder)
    assert "BGCOLOR" not in drawing.dot
    assert "a.png" not in drawing.dot
    assert "#010203" not in drawing.json()
    assert "#010203" not in drawing.svg()


def test_large_maps_have_images_in_all_sections(folder: Path) -> None:
    half = LEAST_NODES // 2 + 1
    groups = (MapGroup("s1", "One", 1), MapGroup("s2", "Two", 1))
    nodes = tuple(
        MapNode(f"n{n}", ClaimRef(f"C{n}"), "C", images=("a.png",), group=groups[n % 2].id)
        for n in range(half * 2)
    )
    drawing = draw_map(ArgumentMap(nodes, (), groups), engine="embedded", folder=folder, layout="layered")
    assert drawing.look is not None
    assert part_dots(drawing.dot, drawing.map, *drawing.look, drawing.images)
    assert len(list(_used(drawing.svg()))) == len(nodes)


def test_formats_without_images_say_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = draw_map(_map("a.png"), engine="embedded", folder=folder)
    for name in ("dot", "json", "jpg"):
        assert "the places of images are empty" in drawing.messages_for(name)[-1]
    monkeypatch.setattr("argmap.render.engines.converters.has_resvg", lambda: False)
    assert "argmap[png]" in drawing.messages_for("png")[-1]
    assert drawing.png().startswith(b"\x89PNG")


@pytest.mark.parametrize("engine", _ENGINES)
def test_png_and_pdf_have_images(folder: Path, engine: str) -> None:
    (folder / "black.png").write_bytes(png(40, 20, 0))
    grey, black = (
        draw_map(_map(name), engine=_engine(engine), folder=folder) for name in ("a.png", "black.png")
    )
    # Nothing else differs.
    assert grey.dot == black.dot
    if has_resvg():
        assert grey.png() != black.png()
        assert grey.messages_for("png") == ()
    if has_typst():
        assert grey.pdf() != black.pdf()
        assert not any("image" in one for one in grey.messages_for("pdf"))
