"""What nodes say."""

import pytest

from argmap.data import FrozenDict
from argmap.maps.nodes.node_labels import NodeLabel, label
from argmap.model import Argument, Claim, Evidence, Mark, MarkKind, Statement
from argmap.settings.settings import MapSettings

CLAIM = Claim("A", (Statement("A", "first"), Statement("A", "last"), Statement("A", is_reference=True)))


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("hide-untitled", NodeLabel("A", "last")),
        ("title", NodeLabel("A")),
        ("text", NodeLabel(None, "last")),
        ("none", NodeLabel()),
    ],
)
def test_modes_choose_between_title_and_text(mode: str, expected: NodeLabel) -> None:
    assert label(CLAIM, MapSettings(statement_label_mode=mode)) == expected


@pytest.mark.parametrize("mode", ["hide-untitled", "text", "title"])
def test_what_has_no_text_shows_its_title(mode: str) -> None:
    assert label(Evidence("E"), MapSettings(statement_label_mode=mode)) == NodeLabel("E")


def test_untitled_claims_hide_their_title() -> None:
    untitled = Claim("Untitled 1", (Statement("Untitled 1", "text"),), is_untitled=True)
    assert label(untitled, MapSettings()) == NodeLabel(None, "text")
    assert label(untitled, MapSettings(statement_label_mode="title")) == NodeLabel("Untitled 1")


def test_a_title_that_begins_with_untitled_is_a_title() -> None:
    assert (
        label(Claim("Untitled Foo", (Statement("Untitled Foo", "x"),)), MapSettings()).title == "Untitled Foo"
    )


def test_arguments_have_a_mode_of_their_own() -> None:
    argument = Argument("a", (Statement("a", "text"),))
    assert label(argument, MapSettings(statement_label_mode="none")) == NodeLabel("a", "text")
    assert label(argument, MapSettings(argument_label_mode="none")) == NodeLabel()


def test_the_marks_are_those_of_the_canonical_text() -> None:
    bold = Mark(MarkKind.BOLD, 0, 5)
    first = Statement("A", "first", marks=(bold,), data=FrozenDict({"isCanonical": True}))
    assert label(Claim("A", (first, Statement("A", "last"))), MapSettings()) == NodeLabel(
        "A", "first", (bold,)
    )
