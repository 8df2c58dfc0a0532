"""Who is named: definitions, references, titles."""

import pytest
from tests.saying import findings

import argmap
from argmap.model import ArgumentRef, ClaimRef, EvidenceRef
from argmap.syntax.document import parse_tree


def refs(text: str) -> list[object]:
    return [one.ref for one in argmap.parse(text).debate.elements]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("[A]: x", ClaimRef("A")),
        ("[A]:x", ClaimRef("A")),
        ("  [A]: x", ClaimRef("A")),
        ("[^A]: x", EvidenceRef("A")),
        ("<A>: x", ArgumentRef("A")),
        ("[A]", ClaimRef("A")),
        ("[^A]", EvidenceRef("A")),
        ("<A>", ArgumentRef("A")),
    ],
)
def test_brackets_name_a_claim_evidence_or_an_argument(text: str, ref: object) -> None:
    assert refs(text) == [ref]


def test_the_three_name_spaces_are_apart() -> None:
    assert refs("[A]: x\n\n[^A]: y\n\n<A>: z") == [ClaimRef("A"), EvidenceRef("A"), ArgumentRef("A")]


@pytest.mark.parametrize(
    "title",
    [
        "constructor",
        "__proto__",
        "toString",
        "2",
        "Élan vital",
        "气候",
        "😀 smile",
        "a.b, c; d!",
        "http://example.org",
        "A (1)",
        "*A*",
        "#a",
        "{a}",
        "A [x] B",
        'it\'s "so"',
    ],
)
def test_a_title_may_be_anything(title: str) -> None:
    assert refs(f"[{title}]: x\n\n[{title}]") == [ClaimRef(title)]


def test_titles_keep_the_order_of_the_document() -> None:
    assert list(argmap.parse("[10]: a\n\n[2]: b\n\n[a]: c\n\n[1]: d").debate.claims) == ["10", "2", "a", "1"]


@pytest.mark.parametrize("text", ["[ A  B ]", "[A B]", "[A\tB]", "[A\nB]"])
def test_white_space_in_titles_does_not_count(text: str) -> None:
    assert refs(f"[A B]: x\n\n{text}") == [ClaimRef("A B")]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert refs("[\u00fcber]: x\n\n[u\u0308ber]") == [ClaimRef("über")]


def test_case_counts_and_is_told() -> None:
    text = "[A]: x\n\n[a]: y"
    assert refs(text) == [ClaimRef("A"), ClaimRef("a")]
    assert findings(text) == ["R222 3:1"]


@pytest.mark.parametrize("text", ["[A\nB]: x", "[^A\nB]: x", "<A\nB>: x", "<A\nB>"])
def test_a_long_title_may_be_wrapped(text: str) -> None:
    assert [one.title for one in argmap.parse(text).debate.elements] == ["A B"]


def test_a_title_with_an_arrow_can_be_defined_and_referred_to() -> None:
    assert refs("<A -> B>: x\n\n<A -> B>") == [ArgumentRef("A -> B")]


def test_an_argument_named_by_an_address_is_an_argument() -> None:
    assert refs("<http://example.org>") == [ArgumentRef("http://example.org")]


def test_a_title_slices_back_to_what_was_written() -> None:
    text = "x\n\n  + [^ A  b ]: y"
    block = parse_tree(text).blocks[1]
    start, end = block.elements[0].title_range or (0, 0)
    assert text[block.start + start : block.start + end] == " A  b "


@pytest.mark.parametrize("text", ["[ ]: x", "< >: x"])
def test_an_empty_title_is_told(text: str) -> None:
    assert findings(text) == ["R229 1:1"]


def test_an_empty_title_is_told_once() -> None:
    assert findings("[ ]: x\n\n[ ]: x") == ["R229 1:1"]


@pytest.mark.parametrize("text", ["[]", "<>", "[]: x"])
def test_empty_brackets_are_text(text: str) -> None:
    assert [claim.text for claim in argmap.parse(text).debate.claims.values()] == [text]


def test_a_definition_runs_to_the_first_colon_behind_a_bracket() -> None:
    text = "[A] and [B]: x"
    assert refs(text) == [ClaimRef("A] and [B")]
    assert findings(text) == ["R235 1:1"]


def test_brackets_that_match_may_stand_in_a_title() -> None:
    assert findings("[A [x] [y] B]: z") == []


# References


def test_a_reference_says_nothing_itself() -> None:
    statement = argmap.parse("[A]\n\n[A]: x").debate.claims["A"].statements[0]
    assert (statement.is_reference, statement.text) == (True, None)


def test_a_reference_to_nothing_is_told() -> None:
    assert findings("x\n  + [A]") == ["R220 2:3"]


def test_a_reference_to_nothing_is_told_with_the_nearest_title() -> None:
    document = argmap.parse("[Climate change]: x\n\n[Climat change]")
    assert [one.hint for one in document.diagnostics] == ["did you mean `[Climate change]`?"]


def test_evidence_that_is_only_referred_to_is_told() -> None:
    document = argmap.parse("[^Poll 2024]: x\n\n[^Poll 2025]")
    assert [one.hint for one in document.diagnostics] == ["did you mean `[^Poll 2024]`?"]


def test_an_argument_may_be_a_name_only() -> None:
    assert findings("<A>") == []


@pytest.mark.parametrize("text", ["[A] #t", "[A] {a: 1}", "[A]\n{a: 1}", "[A] #t {a: 1} #u", "[A]\n#t"])
def test_tags_and_data_may_follow_a_reference(text: str) -> None:
    assert argmap.parse(text).debate.claims["A"].statements[0].is_reference


@pytest.mark.parametrize("text", ["[A] is so", "[A]. So", "[A], [B]", "<A> is so", "[^A] is so"])
def test_a_reference_that_is_not_alone_is_text(text: str) -> None:
    assert [claim.text for claim in argmap.parse(text).debate.claims.values()] == [text]
    assert findings(text)[0].split()[0] == ("R263" if " is" in text else "R218")


@pytest.mark.parametrize(
    "text", ["it is so [sic] there", "[1] Mill, On Liberty", "text[^1]", "[T]he", "x < y > z"]
)
def test_other_brackets_in_a_text_are_nobodys_business(text: str) -> None:
    assert findings(text) == []
    assert [claim.text for claim in argmap.parse(text).debate.claims.values()] == [text]


@pytest.mark.parametrize(
    ("text", "place"), [("so [A] is", "R218 1:4"), ("so [^E] is", "R218 1:4"), ("x <B>", "R218 1:3")]
)
def test_brackets_in_a_text_that_hold_a_title_are_told(text: str, place: str) -> None:
    assert findings(f"{text}\n\n[A]: x\n\n[^E]: x\n\n<B>: x") == [place]


@pytest.mark.parametrize("title", ["<N>", "[N]", "[^N]", "[?N]", "<Neighbour principle>"])
@pytest.mark.parametrize("behind", ["", "\n", "\n  + [B]: b", " {x: 1}\n  <_ <B>: b"])
def test_a_title_directly_below_a_text_lacks_a_blank_line(title: str, behind: str) -> None:
    (finding,) = argmap.parse(f"[A]: One.\n{title}{behind}").diagnostics
    assert (finding.code, finding.span.start) == ("R218", 10)
    assert (finding.hint or "").startswith("insert a blank line above")
    apart = argmap.parse(f"[A]: One.\n\n{title}{behind}").diagnostics
    assert "R218" not in {diagnostic.code for diagnostic in apart}


@pytest.mark.parametrize(
    "line", ["[…]", "[...]", "[1]", "[N] and so on", "@[A]", "it is <N>", "[N]\nand so on"]
)
def test_other_lines_with_brackets_lack_no_blank_line(line: str) -> None:
    assert findings(f"[A]: One,\n{line}") == []


def test_an_escaped_bracket_is_text() -> None:
    assert findings("so \\[A] and \\<A>\n\n[A]: x") == []


def test_text_below_a_reference_is_told() -> None:
    text = "[A]\nmore\n\n[^E]\nmore\n\n<B>\nmore"
    assert findings(text) == ["R234 2:1", "R234 5:1", "R234 8:1"]


@pytest.mark.parametrize("text", ["[A]:", "[^A]:", "<A>:", "a\n\n  [A]:\n  + b", "[A]: {a: 1}"])
def test_a_definition_without_a_text_is_told(text: str) -> None:
    assert [one.split()[0] for one in findings(text)] == ["R233"]


def test_a_definition_without_a_text_is_named() -> None:
    document = argmap.parse("[^Poll]:\n  + b")
    assert document.diagnostics[0].message == "there is no text after `[^Poll]:`"


def test_the_text_may_stand_below_the_title() -> None:
    assert argmap.parse("[A]:\n  the text").debate.claims["A"].text == "the text"


def test_another_definition_with_another_text_counts_and_is_told() -> None:
    text = "[A]: x\n\n[A]: y"
    assert argmap.parse(text).debate.claims["A"].text == "y"
    assert findings(text) == ["R221 3:1"]


@pytest.mark.parametrize(
    "text", ["[A]: x\n\n[A]: x", "[A]: x\n\n[A]", "[A]: x {isCanonical: true}\n\n[A]: y", "<A>: x\n\n<A>"]
)
def test_repeating_a_text_or_choosing_one_is_not_told(text: str) -> None:
    assert findings(text) == []


def test_evidence_and_arguments_can_be_defined_again_too() -> None:
    assert findings("[^A]: x\n\n[^A]: y\n\n<A>: x\n\n<A>: y") == ["R221 3:1", "R221 7:1"]


def test_members_stand_in_the_order_in_which_they_are_complete() -> None:
    claim = argmap.parse("[A]: outer\n  + [A]: inner").debate.claims["A"]
    assert [one.text for one in claim.statements] == ["inner", "outer"]
