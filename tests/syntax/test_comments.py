"""What is not said."""

import pytest

import argmap
from argmap.syntax.document import parse_tree


def texts(text: str) -> list[str | None]:
    return [claim.text for claim in argmap.parse(text).debate.claims.values()]


@pytest.mark.parametrize("comment", ["/* no */", "<!-- no -->", "/* n\n\no */", "/* // */", "<!-- /* -->"])
def test_a_comment_may_stand_in_a_text(comment: str) -> None:
    assert texts(f"one {comment} two") == ["one two"]


def test_a_line_comment_ends_with_its_line() -> None:
    assert texts("one // no\ntwo") == ["one two"]


def test_a_line_comment_may_end_the_input() -> None:
    assert texts("one // no") == ["one"]


def test_a_comment_line_does_not_end_a_block() -> None:
    assert texts("one\n// no\n  /* no */  // no\ntwo") == ["one two"]


def test_a_comment_line_between_blank_lines_is_no_block() -> None:
    tree = parse_tree("one\n\n// no\n\n<!-- no -->\n\ntwo")
    assert (len(tree.blocks), len(tree.comments)) == (2, 2)


@pytest.mark.parametrize("text", ["// no", "/* no */", "<!-- no -->\n", "// a\n// b"])
def test_a_document_may_be_comments_only(text: str) -> None:
    document = argmap.parse(text)
    assert (list(document.debate.elements), document.diagnostics) == ([], ())


def test_a_comment_before_an_operator_is_no_indentation() -> None:
    relations = argmap.parse("a\n  + b\n/* no */  + c").debate.relations
    assert len({relation.target for relation in relations}) == 1


def test_a_comment_may_stand_between_a_title_and_its_text() -> None:
    assert argmap.parse("[A]: /* no */ x").debate.claims["A"].text == "x"


def test_a_comment_may_stand_in_a_premise_conclusion_structure() -> None:
    argument = argmap.parse("<A>\n\n(1) p // no\n// no\n---- // no\n/* no */ (2) c").debate.arguments["A"]
    assert len(argument.steps) == 2


def test_what_a_comment_says_is_not_said() -> None:
    debate = argmap.parse("/*\n[A]: x\n\n<B>: y\n*/\n\ntext").debate
    assert [one.title for one in debate.elements] == ["Untitled 1"]


@pytest.mark.parametrize("url", ["http://example.org/a", "https://x.y//z", "ftp://a", "git+ssh://a.b"])
def test_an_address_is_no_comment(url: str) -> None:
    assert texts(f"see {url} there") == [f"see {url} there"]


def test_two_slashes_can_be_escaped() -> None:
    assert texts("one \\// two") == ["one // two"]


@pytest.mark.parametrize("text", ["[a](//b) c", "[A // B]: x", "<A // B>: x", "text #(a // b) c"])
def test_there_are_no_comments_in_links_titles_and_tags(text: str) -> None:
    assert [block.comments for block in parse_tree(text).blocks] == [()]


@pytest.mark.parametrize("opening", ["/*", "<!--"])
def test_a_comment_that_is_never_closed_is_text(opening: str) -> None:
    document = argmap.parse(f"a {opening} b\n\nc {opening} d")
    assert texts(document.text) == [f"a {opening} b", f"c {opening} d"]
    assert [(one.code, one.span.start) for one in document.diagnostics][:1] == [("S112", 2)]


def test_there_are_no_comments_in_data() -> None:
    assert argmap.parse('[A]: x {a: "// b", c: http://d}').debate.claims["A"].data == {
        "a": "// b",
        "c": "http://d",
    }


def test_data_may_stand_in_a_comment() -> None:
    assert argmap.parse("[A]: x /* {a: 1} */").debate.claims["A"].data == {}


def test_the_character_that_masks_comments_may_stand_in_a_text() -> None:
    assert texts("a\ufdd0b // no") == ["a\ufffdb"]
