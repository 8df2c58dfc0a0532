"""Changes as one map of both debates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import argmap
from argmap import Debate, strategies
from argmap.comparing.united_debate import united

OLD = argmap.parse("[A]: It rains.\n  - <B>: b\n  + <C>: c\n\n[X]: x\n  + <Y>: y\n    + <Z>: z\n")
NEW = argmap.parse("[A]: It pours.\n  + <B>: b\n  + <D>: d\n\n[X]: x\n  + <Y>: y\n    + <Z>: z\n")
CHANGES = argmap.diff(OLD, NEW)


@settings(max_examples=20, deadline=None)
@given(strategies.debates(max_blocks=3), strategies.debates(max_blocks=3))
def test_a_map_of_changes_has_all_that_is_new_or_gone(old: Debate, new: Debate) -> None:
    changes = argmap.diff(old, new)
    debate = united(changes).debate
    assert len(debate) == len(new) + len(old) - len(changes.pairs)
    assert argmap.draw(changes.within(None)).dot.startswith("digraph")


def test_words_before_titles_say_what_became_of_each_thing() -> None:
    titles = {node.label_title for node in argmap.draw(CHANGES).map.nodes}
    assert titles == {"≠ reworded: A", "B", "− removed: C", "+ added: D"}


def test_both_wordings_are_in_the_box() -> None:
    texts = [node.label_text for node in argmap.draw(CHANGES).map.nodes]
    assert "It {-rains-}{+pours+}." in texts


def test_edges_have_what_became_of_them() -> None:
    drawn = argmap.draw(CHANGES.within(None)).map
    assert sorted(edge.change or "" for edge in drawn.edges) == [
        *("added", "context", "context"),
        *("removed", "turned"),
    ]


def test_what_is_far_from_changes_is_left_out_unless_asked_for() -> None:
    assert len(argmap.draw(CHANGES).map.nodes) == 4
    assert len(argmap.draw(CHANGES.within(None)).map.nodes) == 7
    with pytest.raises(ValueError, match="0 or more"):
        CHANGES.within(-1)


@pytest.mark.parametrize("layout", ["tree", "layered"])
def test_lines_say_it_without_colour(layout: str) -> None:
    drawing = argmap.draw(CHANGES, layout=layout)
    assert "dashed" in drawing.dot
    assert 'penwidth="3.5"' in drawing.dot.replace("penwidth=3.5", 'penwidth="3.5"')
    assert "was: attacks, is: supports" in drawing.dot


def test_changes_show_themselves_in_notebooks() -> None:
    bundle = CHANGES._repr_mimebundle_()
    assert "image/svg+xml" in bundle
    assert bundle["text/plain"] == CHANGES.text()
