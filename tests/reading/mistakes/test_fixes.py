"""Fixes: what is certain is repaired, once and for all; guesses are made only if asked for."""

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import FrozenDict
from argmap.strategies import markup
from argmap.text import Severity
from argmap.text.catalogue import catalogue

TEXTS = [text for entry in catalogue().values() for text in (entry.bad, entry.good)]
FIXABLE = [code for code, entry in catalogue().items() if "`--fix`" in entry.explanation]
GUESSED = [code for code, entry in catalogue().items() if "--unsafe-fixes`" in entry.explanation]
# What people slip in, and what makes other blocks of the blocks.
SLIPS = [
    *(
        "\n",
        "\n\n",
        "\r\n",
        "---",
        "--",
        "-",
        "----\n",
        "\n- ",
        "(P1) ",
        "(1) ",
        "\\\n",
        "[a] ",
        "<a>",
        "\n# x",
    ),
    *(
        "{",
        "}",
        "{kind: statistik}",
        "/*",
        "//",
        "*",
        "===\n",
        "---\ntitle: T\n---\n",
        "\n  - x",
        "\n[a]: x\n",
    ),
    *("\u2212", "\u3000", "\t", "'", "<->", "\\t"),
]


def errors(text: str) -> int:
    return sum(one.severity is Severity.ERROR for one in argmap.parse(text).diagnostics)


@pytest.mark.parametrize("text", TEXTS)
def test_fixing_again_changes_nothing(text: str) -> None:
    once = argmap.fix_text(text)
    assert argmap.fix_text(once) == once


@pytest.mark.parametrize("text", TEXTS)
def test_a_fixed_text_has_no_more_errors(text: str) -> None:
    assert errors(argmap.fix_text(text)) <= errors(text)


@pytest.mark.parametrize("code", FIXABLE)
def test_a_text_with_a_fix_becomes_right(code: str) -> None:
    assert argmap.parse(argmap.fix_text(catalogue()[code].bad)).diagnostics == ()


@pytest.mark.parametrize("code", FIXABLE)
def test_one_mistake_is_fixed_among_windows_line_ends(code: str) -> None:
    text = argmap.fix_text(catalogue()[code].bad.replace("\n", "\r\n"))
    assert argmap.parse(text).diagnostics == ()
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("code", GUESSED)
def test_a_guess_is_only_made_if_asked_for(code: str) -> None:
    text = catalogue()[code].bad
    assert argmap.fix_text(text) == text
    assert argmap.parse(argmap.fix_text(text, unsafe=True)).diagnostics == ()


@pytest.mark.parametrize("text", TEXTS)
def test_guessing_again_changes_nothing(text: str) -> None:
    once = argmap.fix_text(text, unsafe=True)
    assert argmap.fix_text(once, unsafe=True) == once
    assert errors(once) <= errors(text)


LONG = f"(1) {'p' * 3000}\n----\nc"


@st.composite
def slips(draw: st.DrawFn) -> str:
    text = draw(markup(max_blocks=3))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at + draw(st.integers(0, 2)) :]
    return text


def without_data(document: argmap.Document) -> list[object]:
    """What is written in all elements, but for the data that fixes of data change."""
    return [
        (element.kind, element.marker, element.depth, element.title, len(element.data))
        for block in document.tree.blocks
        for element in block.elements
    ]


def assert_says_the_same(before: argmap.Document, after: argmap.Document, *, is_data: bool) -> None:
    """All that is said stays, but for data if it is these that were fixed."""
    if is_data:
        assert without_data(after) == without_data(before)
        assert texts(after) == texts(before)
    else:
        assert after.debate == before.debate
        assert after.settings == before.settings


def texts(document: argmap.Document) -> list[object]:
    """The titles and texts of all elements, and the relations."""
    return [(element.ref, element.text, element.tags) for element in document.debate.elements]


# The codes whose safe fixes change data, and nothing but data.
OF_DATA = {"R201", "R238", "R261", "R262"}


def assert_safe_fixes_are_safe(text: str) -> None:
    """Each safe fix, applied alone as an editor does, changes nothing but what its finding names."""
    before = argmap.parse(text)
    for finding in before.diagnostics:
        if finding.fix and finding.fix.is_safe:
            start, end, _ = finding.fix.span
            after = argmap.parse(text[:start] + finding.fix.replacement + text[end:])
            assert_says_the_same(before, after, is_data=finding.code in OF_DATA)


@pytest.mark.parametrize("text", TEXTS)
def test_safe_fixes_of_the_catalogue_change_nothing_that_is_said(text: str) -> None:
    assert_safe_fixes_are_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "<A>\n\n(1) p1\n--\nMP\n\n--\n(2) c",
        "<A>\n\n(1) p1\n--\n\n--\n(2) c",
        "----\n---[A]: One.\n# x",
        "a\n\n---\ntitle: T\n---\n",
        "----\n===\ntitle: a: b\n===\n\n[A]: foo",
        "(1) p\n-- {uses: [4]} -}-\n(2) c",
        "(1) p\n----x {a: 1}\n(2) c",
        "# \n# x",
        "1.\n# x",
        "<a>\n\n(1) p\n----\n<b>",
        "(1) <\n\n(2) q >\n----\n(3) r",
        "(1) [b\n\n(2) q ]: c\n----\n(3) r",
        "(1) p\n+ {b\n\n(2) q }\n----\n(3) r",
        "# a claim a\n\n. <n_1>\n2. [a]: a __a__ a\n\n* [a]: a\n* <n_1>\n",
    ],
)
def test_what_would_change_has_no_safe_fix(text: str) -> None:
    assert_safe_fixes_are_safe(text)
    assert texts(argmap.parse(argmap.fix_text(text))) == texts(argmap.parse(text))


@given(slips())
@example("[A]: thus {a: b, c:d}\n---\ntitle: T")
@example('[A]: a\n  + [B]: b {relation: {reason: "one \\- two"}}')
@example("[A]: a\n  + [B]: b {relation: {strength: 0,7}}")
@settings(max_examples=200)
def test_fixing_is_idempotent_and_keeps_what_is_said(text: str) -> None:
    once = argmap.fix_text(text)
    before, after = argmap.parse(text), argmap.parse(once)
    assert argmap.fix_text(once) == once
    assert errors(once) <= errors(text)
    assert texts(after) == texts(before)
    # Data in which something is repaired say something else than before.
    as_they_were = not any(diagnostic.code in ("R201", "R261") for diagnostic in before.diagnostics)
    assert relations(after, with_data=as_they_were) == relations(before, with_data=as_they_were)


def relations(document: argmap.Document, *, with_data: bool) -> list[argmap.Relation]:
    known = document.debate.relations
    return list(known) if with_data else [evolve(relation, data=FrozenDict()) for relation in known]


@given(slips())
@settings(max_examples=100)
def test_guessing_is_idempotent_and_makes_no_errors(text: str) -> None:
    once = argmap.fix_text(text, unsafe=True)
    assert argmap.fix_text(once, unsafe=True) == once
    assert errors(once) <= errors(text)


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("[Car-free] The centre.\n\n<Shops>: Lose.\n  -> [Car-free]", "[Car-free]: The centre."),
        ("<B>; b", "<B>: b"),
        ("[A]: a\n\n  + <B>: b", "[A]: a\n  + <B>: b"),
        ("[A]: a\n  – b", "[A]: a\n  - b"),
        ("[A: a", "[A]: a"),
        ("[A]: a\n\nSo [A] is true.", "So @[A] is true."),
        ("See 2023[^1].\n\n[^1]: Office.", "2023[^1]."),
        ("[A]: a\n<B>\n  <_ c\n\n<B>: b", "[A]: a\n<B>\n"),
        ("===\nsources: {cepeda2006: x}\n===\n\n[^E]: e {source: cepeda06}", "{source: cepeda2006}"),
        ("===\ntitle: 'On modle: x'\nmodle: {mode: strict}\n===\n\nx", "x'\nmodel: {"),
    ],
)
def test_a_guess_is_what_may_be_meant(text: str, guessed: str) -> None:
    assert argmap.fix_text(text) == text
    assert guessed in argmap.fix_text(text, unsafe=True)


@given(markup())
def test_a_text_without_mistakes_stays_as_it_is(text: str) -> None:
    document = argmap.parse(text)
    fixes = [one.fix for one in document.diagnostics if one.fix and one.fix.is_safe]
    assert (argmap.fix_text(text) == text) == (not fixes)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param("[A] : a\n  + <B> : b", "[A]: a\n  + <B>: b", id="spaces before colons"),
        pytest.param("[A]：a\n\n<B>： b", "[A]:a\n\n<B>: b", id="full-width colons"),
        pytest.param("[A]: x\n[B]: y\n# H", "[A]: x\n\n[B]: y\n\n# H", id="two blank lines"),
        pytest.param("[A]: x\r\n[B]: y", "[A]: x\r\n\r\n[B]: y", id="Windows line ends"),
        pytest.param("[A]: x\r[B]: y", "[A]: x\r\r[B]: y", id="old line ends"),
        pytest.param("(1) p\n-- MP  \n(2) c", "(1) p\n-- MP --  \n(2) c", id="blanks behind a rule"),
        pytest.param("(1) p\n-- MP // c\n(2) c", "(1) p\n-- MP // c\n(2) c", id="comment behind a rule"),
        pytest.param("(1) p\n\n \n\n----\n(2) c", "(1) p\n----\n(2) c", id="many blank lines"),
        pytest.param("(P1) p\n(P2) q\n----\n(C) c", "(1) p\n(2) q\n----\n(3) c", id="labels"),
        pytest.param("(P1) p\n---\n(C) c", "(1) p\n----\n(2) c", id="one fix inside another"),
        pytest.param("<A>\n\n(7) p\n----\nc", "<A>\n\n(7) p\n----\n(8) c", id="the next number"),
        pytest.param(LONG, LONG, id="no number near above"),
        pytest.param("a\n\n----\nc", "a\n\nc", id="a line between blocks"),
        pytest.param("(1) p\n----\n  + x\n(2) c", "(1) p\n----\n  + x\n(2) c", id="support of an inference"),
        pytest.param("x [B]", "x [B]", id="nothing known"),
    ],
)
def test_a_fix_is_what_an_author_would_write(text: str, fixed: str) -> None:
    assert argmap.fix_text(text) == fixed


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param(
            "===\nmap: {statementLabelMode: titel}\n===\n\nx",
            "===\nmap: {statementLabelMode: title}\n===\n\nx",
            id="misspelt value",
        ),
        pytest.param(
            '===\nmap: {"statementLabelMode": "titel"}\n===\n\nx',
            '===\nmap: {"statementLabelMode": "title"}\n===\n\nx',
            id="quoted value",
        ),
        pytest.param(
            "===\nmap:\n  statementLabelMode: >-\n   titel\n===\n\nx",
            "===\nmap:\n  statementLabelMode: >-\n   titel\n===\n\nx",
            id="value elsewhere",
        ),
    ],
)
def test_a_near_word_is_written_like_the_wrong_one(text: str, fixed: str) -> None:
    assert argmap.fix_text(text, unsafe=True) == fixed


def test_a_fix_that_would_change_relations_is_left_out_and_others_are_made() -> None:
    # The blank line makes a block of its own of what stands below the comment's end.
    text = "[A]: x\n/* \n */ [B]: y\n  + [C]\n\n(1) p\n---\n(2) c"
    assert "----" in argmap.fix_text(text)


def test_a_large_text_is_fixed_in_few_rounds() -> None:
    text = "[A]: x\n[B]: y\n\n" * 2000
    assert argmap.fix_text(text) == "[A]: x\n\n[B]: y\n\n" * 2000


def test_fixes_that_help_nothing_are_not_tried_for_ever() -> None:
    text = "[A]: x\n/* \n */ [B]: y\n\n" * 60
    assert argmap.fix_text(text) == text
