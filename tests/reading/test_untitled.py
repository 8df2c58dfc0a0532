"""What has no title."""

import argmap
from argmap.model import ArgumentRef, ClaimRef


def test_what_has_no_title_is_numbered_in_order_of_the_lines() -> None:
    claims = argmap.parse("one\n  + two\n    - three\n\nfour").debate.claims
    assert {title: claim.text for title, claim in claims.items()} == {
        "Untitled 1": "one",
        "Untitled 2": "two",
        "Untitled 3": "three",
        "Untitled 4": "four",
    }


def test_claims_and_arguments_are_counted_together() -> None:
    debate = argmap.parse("one\n\n(1) p\n----\n(2) c").debate
    assert [one.ref for one in debate.elements] == [
        ClaimRef("Untitled 1"),
        ClaimRef("Untitled 3"),
        ClaimRef("Untitled 4"),
        ArgumentRef("Untitled 2"),
    ]


def test_what_has_no_title_is_untitled() -> None:
    debate = argmap.parse("one\n\n[A]: x\n\n<B>: y\n\n(1) p\n----\n(2) c").debate
    assert [one.title for one in debate.elements if not one.is_untitled] == ["A", "B"]


def test_the_same_text_twice_is_two_claims() -> None:
    assert len(argmap.parse("same\n\nsame").debate.claims) == 2


def test_a_title_that_begins_with_untitled_is_a_title() -> None:
    claims = argmap.parse("[Untitled Foo]: x\n\n[Untitled]: y").debate.claims
    assert [claim.is_untitled for claim in claims.values()] == [False, False]


def test_what_an_author_calls_untitled_1_is_not_what_has_no_title() -> None:
    claims = argmap.parse("one\n\n[Untitled 1]: two").debate.claims
    assert [(one.title, one.text, one.is_untitled) for one in claims.values()] == [
        ("Untitled 1′", "one", True),
        ("Untitled 1", "two", False),
    ]


def test_an_argument_that_an_author_calls_untitled_2_is_not_replaced() -> None:
    arguments = argmap.parse(
        "<Untitled 1>: x\n\ntext\n\n(1) p\n----\n(2) c\n\n<Untitled 2>: y"
    ).debate.arguments
    assert [(one.title, one.text) for one in arguments.values()] == [
        ("Untitled 1", "x"),
        ("Untitled 2′", None),
        ("Untitled 2", "y"),
    ]


def test_names_of_javascript_objects_are_titles() -> None:
    assert list(argmap.parse("[constructor]: x\n\n[__proto__]: y").debate.claims) == [
        "constructor",
        "__proto__",
    ]
