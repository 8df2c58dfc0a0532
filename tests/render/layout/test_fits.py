"""A map that is to fit a frame can be read there at least as well as if it were to fit none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.render import Drawing
from argmap.render.engines.svg import svg_size

FRAMES = {"column": (740, float("inf")), "page": (740, 1046), "slide": (1280, 720)}
REASONS = st.sampled_from(["  + <B{}>: A reason for it.\n", "  - <C{}>: Against it, with more words.\n"])
LISTS = st.lists(REASONS, max_size=40).map(
    lambda lines: "[A]: a\n" + "".join(line.format(number) for number, line in enumerate(lines))
)
# The sizes of what is drawn are whole points, and text is measured to a tenth of a pixel.
SLACK = 0.1


def height_in(drawing: Drawing, frame: str) -> float:
    """Return how high text is in pixels where all of a drawing is seen in a frame."""
    width, height = (side * 4 / 3 for side in svg_size(drawing.svg()))
    room = FRAMES[frame]
    return drawing.text_height(1_000_000) * min(1.0, room[0] / width, room[1] / height)


def readable_height(drawing: Drawing, frame: str) -> float:
    """Return the height of text in a frame; in a column what can be read is as good as what is larger."""
    height = height_in(drawing, frame)
    if frame != "column":
        return height
    boxes = len((drawing.folded or drawing.map).nodes)
    return min(height, 9 if boxes <= 30 else 7)


@pytest.mark.parametrize("frame", FRAMES)
@settings(max_examples=20, deadline=None)
@given(text=strategies.trees() | LISTS)
def test_text_in_a_frame_is_not_smaller_than_without_one(frame: str, text: str) -> None:
    document = argmap.parse(text)
    drawings = (argmap.draw(document, layout="tree", fit=fit) for fit in (frame, "none"))
    fitted, free = (readable_height(drawing, frame) for drawing in drawings)
    assert fitted >= free - SLACK


def test_a_very_long_map_in_a_column_has_no_small_tree_beside_it() -> None:
    chain = "".join(f"{'  ' * level}+ [R{level}]: A reason in a few words.\n" for level in range(1, 40))
    drawing = argmap.draw(argmap.parse(f"[A]: a\n{chain}\n[B]: b\n  + [C]: c\n"), layout="tree")
    alone = argmap.draw(argmap.parse(f"[A]: a\n{chain}"), layout="tree")
    assert svg_size(drawing.svg())[0] == svg_size(alone.svg())[0]


def derived(number: int, levels: int) -> str:
    """Return an argument whose premises are conclusions of others, so many levels deep."""
    premises = [2 * number, 2 * number + 1]
    steps = "".join(f"({k}) [P{p}]: Premise {p} in a few words.\n" for k, p in enumerate(premises, 1))
    own = f"<R{number}>\n\n{steps}----\n(3) [P{number}]\n\n"
    return own + ("".join(derived(premise, levels - 1) for premise in premises) if levels > 1 else "")


@pytest.mark.parametrize("levels", [2, 3, 4])
def test_arguments_whose_premises_rest_on_arguments_can_be_read(levels: int) -> None:
    drawing = argmap.draw(argmap.parse(derived(1, levels)))
    assert drawing.is_placed
    assert drawing.text_height(740) >= 9


@pytest.mark.parametrize("levels", [3, 6, 9])
def test_a_derivation_in_which_each_step_is_undercut_can_be_read(levels: int) -> None:
    steps = "".join(
        f"({2 * level}) [P{level}]: Premise {level} in a few words.\n-- a rule --\n"
        f"({2 * level + 1}) [C{level}]: What follows from it.\n  <_ <U{level}>: Here is an exception.\n"
        for level in range(levels)
    )
    asked = {
        "model": {"explodeArguments": True},
        "selection": {"statementSelectionMode": "not-used-in-argument"},
    }
    drawing = argmap.draw(argmap.parse(f"<A>\n\n{steps}", settings=asked))
    assert drawing.is_placed
    assert drawing.text_height(740) >= 9
