"""Maps of sections."""

import argmap
import argmap.render
from argmap.maps import build_map
from argmap.maps.detail import only_titles
from argmap.maps.parts import in_parts
from argmap.model import ClaimRef

TEXT = (
    "# All\n\n## One\n\n[A]: a\n  + [B]: b\n\n### Inner {isClosed: true}\n\n[C]: c\n  - [A]\n\n"
    "## Two\n\n[D]: d\n  + [A]\n  + [E]: e\n\n## One\n\n[F]: f\n  + [G]: g\n"
)
SETTINGS = {"group": {"groupDepth": 3}}


def parts(text: str) -> dict[str, tuple[str, int]]:
    view = build_map(argmap.parse(text).debate, SETTINGS)
    return {
        one.name: ("".join(node.ref.title for node in one.map.nodes), len(one.map.edges))
        for one in in_parts(view)
    }


def test_there_is_a_map_of_sections_and_one_of_each() -> None:
    assert parts(TEXT) == {"": ("", 1), "one": ("AB", 3), "two": ("DE", 2), "one-2": ("FG", 1)}


def test_a_section_shows_others_that_it_is_related_to_as_boxes() -> None:
    view = build_map(argmap.parse(TEXT).debate, SETTINGS)
    two = next(part for part in in_parts(view) if part.name == "two")
    assert [(group.title, group.is_closed) for group in two.map.groups] == [
        ("All", False),
        ("One", True),
        ("Two", False),
    ]


def test_a_map_of_one_section_has_no_parts() -> None:
    assert parts("# One\n\n[A]: a\n  + [B]: b\n") == {}


def test_what_is_outside_of_all_sections_is_a_section_if_it_is_much() -> None:
    loose = "[X]: x\n" + "".join(f"  + [X{number}]: x\n" for number in range(150)) + "\n"
    assert parts(loose + TEXT.replace("# All\n\n#", "#").replace("\n##", "\n#"))[
        "outside-of-all-sections"
    ] == (
        "X" + "".join(f"X{number}" for number in range(150)),
        150,
    )


def test_every_node_is_in_the_map_of_its_section() -> None:
    view = build_map(argmap.parse(TEXT.replace(" {isClosed: true}", "")).debate)
    shown = [node.ref for part in in_parts(view) for node in part.map.nodes]
    assert {node.ref for node in view.nodes} == set(shown)


def test_titles_stay_where_texts_go() -> None:
    view = build_map(
        argmap.parse("[A]: a\n  + untitled").debate, {"selection": {"statementSelectionMode": "all"}}
    )
    assert [(one.label_title, one.label_text) for one in only_titles(view).nodes] == [
        ("A", None),
        (None, "untitled"),
    ]


def test_drawings_of_parts_have_their_names_and_titles() -> None:
    drawings = argmap.draw_parts(argmap.parse(TEXT), settings=SETTINGS)
    assert list(drawings) == ["", "one", "two", "one-2"]
    assert "digraph Two {" in drawings["two"].dot
    assert argmap.draw_parts(argmap.parse(TEXT), settings=SETTINGS, more_than=100) == {}


def test_what_is_shown_in_full_goes_too() -> None:
    text = "<B>\n\n(1) p\n  <- [X]: x\n----\n(2) [A]: a\n"
    view = build_map(argmap.parse(text).debate, {"map": {"detail": "full"}})
    short = only_titles(view)
    assert any(node.steps for node in view.nodes)
    assert not any(node.steps for node in short.nodes)
    assert not any(edge.target_step for edge in short.edges)
    assert argmap.render.draw_map(short).svg().count('class="node') == len(view.nodes)


def test_parts_together_leave_out_only_what_is_closed_in_a_part() -> None:
    text = "# One\n\n[A]: a\n\n## In {isClosed: true}\n\n[C]: c\n  + [A]\n\n# Two\n\n[B]: b\n  + [A]\n"
    overview, *parts = in_parts(argmap.build_map(argmap.parse(text)))
    assert [omission.refs for omission in overview.map.omissions] == [(ClaimRef("C"),)]
    assert [part.map.omissions for part in parts] == [(), ()]
