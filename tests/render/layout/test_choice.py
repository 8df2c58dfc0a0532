"""Which layout a map gets that says nothing of it."""

import pytest

import argmap
from argmap.render.layout.choice import layout_of
from argmap.render.styles.theme import load_theme
from argmap.settings import Settings
from argmap.settings.tables import LAYOUTS

ACROSS = "\n".join(
    [
        "[A]: First.",
        *(f"  {sign} <{name}>: Reason {name}." for sign, name in zip("++-", "bcd", strict=True)),
        "[E]: Second.",
        *(f"  {sign} <{name}>" for sign, name in zip("--+", "bcd", strict=True)),
        *(f"  + <{name}>: Reason {name}." for name in "fgh"),
    ]
)
TREE = "[A]: First.\n  + <b>: Reason b.\n    - <c>: Reason c.\n"


def _is_tree(text: str, **options: str) -> bool:
    return argmap.draw(argmap.parse(text), **options).is_placed


def test_trees_are_laid_out_as_trees():
    assert _is_tree(TREE)


def test_relations_across_that_are_lines_do_not_count_as_chips():
    assert _is_tree(f"{TREE}  + <d>: Reason d.\n<c>\n  -> <d>\n")


def test_every_layout_draws_in_its_own_way():
    layouts = [name for name in LAYOUTS if name != "auto"]
    assert len({argmap.draw(argmap.parse(TREE), layout=name).dot for name in layouts}) == len(layouts)


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_authors_choose_the_layout(layout: str):
    assert _is_tree(TREE, layout=layout) == (layout == "tree")


def test_attributes_of_the_graph_ask_for_layers():
    assert not _is_tree(f"===\ndot: {{graphVizSettings: {{ranksep: 1}}}}\n===\n\n{TREE}")


@pytest.mark.parametrize(
    ("chips", "fit", "width", "is_tree"),
    [
        (2, "none", 200, True),
        (4, "none", 200, False),
        (4, "column", 60, True),
        (5, "column", 60, False),
        (5, "column", 200, True),
        (5, "page", 200, True),
        (5, "slide", 100, False),
        (5, "slide", 400, True),
    ],
)
def test_where_layers_would_be_too_wide_more_relations_may_be_chips(
    chips: int, fit: str, width: int, is_tree: bool
):
    view = argmap.build_map(argmap.parse(ACROSS).debate)
    chosen = layout_of(
        view,
        load_theme("default"),
        Settings.of({"map": {"fit": fit}}),
        count_chips=lambda: chips,
        box_widths=lambda: {node.id: width for node in view.nodes},
    )
    assert (chosen == "tree") == is_tree


@pytest.mark.parametrize(("across", "is_tree"), [(60, True), (99, True), (101, False)])
def test_large_maps_are_trees_if_at_most_half_of_their_relations_are_across(across: int, is_tree: bool):
    reasons = [f"  + <R{number}>: A reason." for number in range(200)]
    # Of as many relations as there are reasons some are across, in place of those to the claim.
    kept = reasons[: 200 - across]
    others = [f"[B{number}]: Another claim.\n  - <R0>" for number in range(across)]
    view = argmap.build_map(argmap.parse("\n\n".join(("\n".join(("[A]: a", *kept)), *others))).debate)
    assert len(view.edges) == 200
    chosen = layout_of(view, load_theme("default"), Settings(), count_chips=lambda: 0, box_widths=dict)
    assert (chosen == "tree") == is_tree
