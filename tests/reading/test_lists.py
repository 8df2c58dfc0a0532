"""Lists."""

import pytest
from tests.saying import codes

import argmap
from argmap.model import ClaimRef, Relation, RelationKind, Role
from argmap.syntax.document import parse_tree


def texts(text: str) -> list[str | None]:
    return [claim.text for claim in argmap.parse(text).debate.claims.values()]


@pytest.mark.parametrize("text", ["* a\n* b", "1. a\n2. b", "7. a\n3. b", "  * a\n  * b", "*\ta\n*\tb"])
def test_a_list_has_items(text: str) -> None:
    assert texts(text) == ["a", "b"]
    assert codes(text) == []


def test_items_have_a_role_of_their_own() -> None:
    debate = argmap.parse("* a\n* [B]: b").debate
    assert {statement.role for claim in debate.claims.values() for statement in claim.statements} == {
        Role.LIST_ITEM
    }


def test_items_are_not_at_top_level() -> None:
    assert not argmap.parse("* [A]: a").debate.claims["A"].statements[0].is_top_level


def test_items_do_not_bear_on_each_other() -> None:
    assert argmap.parse("* a\n* b\n  * c").debate.relations == ()


def test_items_may_be_arguments_and_references() -> None:
    debate = argmap.parse("* <A>: a\n* [B]\n* [^C]: c").debate
    assert [one.title for one in debate.elements] == ["B", "C", "A"]


@pytest.mark.parametrize("text", ["* [A]: a\n  + [B]: b", "* [A]: a\n + [B]: b", "1. [A]: a\n + [B]: b"])
def test_relations_may_stand_below_an_item(text: str) -> None:
    relation = Relation(RelationKind.SUPPORT, ClaimRef("B"), ClaimRef("A"))
    assert argmap.parse(text).debate.relations == (relation,)
    assert codes(text) == []


def test_the_text_of_an_item_may_be_wrapped() -> None:
    assert texts("* one\n  two\n* three") == ["one two", "three"]


@pytest.mark.parametrize(
    "text", ["* a\n  * b\n    * c\n* d", "1. a\n   * b\n2. c\n   * d", "1. a\n* b\n* c\n1. d"]
)
def test_lists_may_be_nested_and_mixed(text: str) -> None:
    assert texts(text) == [letter for letter in "abcd" if letter in text]
    assert codes(text) == []


def test_nested_items_know_their_depth() -> None:
    elements = parse_tree("* a\n  * b\n    1. c\n* d").blocks[0].elements
    assert [(one.marker, one.depth) for one in elements] == [("*", 0), ("*", 1), ("1.", 2), ("*", 0)]


def test_a_list_may_stand_below_a_text() -> None:
    assert texts("intro\n* a\n* b") == ["intro", "a", "b"]


def test_a_number_in_a_wrapped_text_begins_no_list() -> None:
    text = "It was in\n1990. Then it\n(2) went on"
    assert texts(text) == ["It was in 1990. Then it (2) went on"]
    assert codes(text) == ["S103"]


def test_a_marker_needs_white_space_behind_it() -> None:
    assert texts("*a* b") == ["a b"]


def test_an_empty_item_is_told() -> None:
    assert codes("* a\n*\n* b") == ["R233"]


def test_an_argument_in_a_list_gets_no_structure() -> None:
    debate = argmap.parse("* <A>\n\n(1) p\n----\n(2) c").debate
    assert not debate.arguments["A"].is_reconstructed
