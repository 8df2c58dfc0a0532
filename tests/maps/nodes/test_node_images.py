"""The pictures of nodes."""

import pytest

import argmap

FILES = {
    "sun": {"path": "sun.png", "width": 20},
    "t": {"path": "tag.png"},
    "u": "u.png",
    "v": {},
    "w": {"dataUrl": "data:x"},
}


@pytest.mark.parametrize(
    ("text", "settings", "paths"),
    [
        ("{images: [sun, rain.png]}", {}, ("sun.png", "rain.png")),
        ("{images: sun}", {}, ("sun.png",)),
        ("#v #w", {}, ("w",)),
        ("#t #u #v {images: [sun, t]}", {}, ("sun.png", "tag.png", "u.png")),
        ("#t {images: [sun]}", {"useData": False}, ("tag.png",)),
        ("#t {images: [sun]}", {"useTags": False}, ("sun.png",)),
        ("#t", {"files": {}}, ()),
        ("{images: {a: b}}", {}, ()),
        ("x", {}, ()),
    ],
)
def test_images_are_those_of_data_and_tags(
    text: str, settings: dict[str, object], paths: tuple[str, ...]
) -> None:
    given = {"images": {"files": FILES, **settings}, "selection": {"excludeDisconnected": False}}
    document = argmap.parse(f"[A]: x {text}", settings=given)
    (node,) = argmap.build_map(document).nodes
    assert node.images == paths


def test_nodes_in_groups_have_images_too() -> None:
    text = "# H\n\n[A]: x {images: [sun.png]}\n  + [B]: y"
    assert argmap.build_map(argmap.parse(text)).nodes[0].images == ("sun.png",)
