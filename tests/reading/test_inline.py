"""What a text says, and what is marked in it."""

import pytest
from tests.saying import findings

import argmap
from argmap.model import Mark, MarkKind, Statement

BOLD, ITALIC, LINK, TAG = MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK, MarkKind.TAG


def said(text: str, **settings: object) -> Statement:
    """What the first statement says when a text stands in it."""
    document = argmap.parse(f"[S]: {text}", settings={"model": settings})
    return document.debate.claims["S"].statements[0]


@pytest.mark.parametrize("text", ["a b", "  a   b  ", "a\tb", "a\n   b", "a \n b", "a\u2028b"])
def test_white_space_is_trimmed_and_collapsed(text: str) -> None:
    assert said(text).text == "a b"


def test_a_no_break_space_is_kept() -> None:
    assert said("a\u00a0b").text == "a\u00a0b"


# Emphasis


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("*i*", "i", [Mark(ITALIC, 0, 1)]),
        ("_i_", "i", [Mark(ITALIC, 0, 1)]),
        ("**b**", "b", [Mark(BOLD, 0, 1)]),
        ("__b__", "b", [Mark(BOLD, 0, 1)]),
        ("a *b c* d", "a b c d", [Mark(ITALIC, 2, 5)]),
        ("a *b\nc* d", "a b c d", [Mark(ITALIC, 2, 5)]),
        ("*i*, **b**.", "i, b.", [Mark(ITALIC, 0, 1), Mark(BOLD, 3, 4)]),
        ("**a *b* c**", "a b c", [Mark(BOLD, 0, 5), Mark(ITALIC, 2, 3)]),
        ("*a **b** c*", "a b c", [Mark(ITALIC, 0, 5), Mark(BOLD, 2, 3)]),
        ("_a *b*_", "a b", [Mark(ITALIC, 0, 3), Mark(ITALIC, 2, 3)]),
        ("***b***", "b", [Mark(ITALIC, 0, 1), Mark(BOLD, 0, 1)]),
        ("(*i*)", "(i)", [Mark(ITALIC, 1, 2)]),
        ("un*believ*able *so*", "un*believ*able so", [Mark(ITALIC, 15, 17)]),
        ("*i*/c", "i/c", [Mark(ITALIC, 0, 1)]),
        ('"*i*"', '"i"', [Mark(ITALIC, 1, 2)]),
        ("*b*'s", "b's", [Mark(ITALIC, 0, 1)]),
        ("*a .A. b*", "a ∀ b", [Mark(ITALIC, 0, 5)]),
    ],
)
def test_asterisks_and_underscores_emphasise(text: str, plain: str, marks: list[Mark]) -> None:
    statement = said(text)
    assert (statement.text, list(statement.marks)) == (plain, marks)


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_word",
        "a snake_case word",
        "2*3=6",
        "2 * 3",
        "a ** ** b",
        "a __ b",
        "a **** b",
        "$x_i < y_j$",
        "`x_y`",
        "5 * 4 * 3",
    ],
)
def test_other_asterisks_and_underscores_are_text(text: str) -> None:
    statement = said(text)
    assert (statement.text, statement.marks) == (text, ())
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "column"), [("a *b", 3), ("a **b", 3), ("a __b", 3), ("a *b c", 3), ('so "*b"', 5)]
)
def test_an_emphasis_that_is_never_closed_is_text_and_told_where_it_opens(text: str, column: int) -> None:
    assert said(text).text == text
    assert findings(text) == [f"S113 1:{column}"]


def test_emphasis_ends_with_its_block() -> None:
    assert findings("a *b\n\nc* d") == ["S113 1:3"]


def test_only_what_is_left_open_is_told() -> None:
    text = "*a* *b"
    assert said(text).text == "a *b"
    assert findings(text) == ["S113 1:5"]


def test_what_opens_inside_an_emphasis_and_is_never_closed_is_told() -> None:
    text = "a *b _c* d"
    assert said(text).marks == (Mark(ITALIC, 2, 6),)
    assert findings(text) == ["S113 1:6"]


def test_crossed_emphasis_says_what_is_said() -> None:
    assert said("a *b **c* d** e").text is not None


# Links


@pytest.mark.parametrize(
    ("text", "plain", "mark"),
    [
        ("[t](u)", "t", Mark(LINK, 0, 1, "u")),
        ("see [a b](http://x.y/z) there", "see a b there", Mark(LINK, 4, 7, "http://x.y/z")),
        ("[X](http://a/X_(y)) z", "X z", Mark(LINK, 0, 1, "http://a/X_(y)")),
        ("[a\nb](u)", "a b", Mark(LINK, 0, 3, "u")),
        ("![alt](u.png)", "!alt", Mark(LINK, 1, 4, "u.png")),
        ("[t]( u )", "t", Mark(LINK, 0, 1, "u")),
        ("[t](a\r\n  b)", "t", Mark(LINK, 0, 1, "a b")),
        ("[a](b(c) d", "a d", Mark(LINK, 0, 1, "b(c")),
        ("[a](b /* no */)", "a", Mark(LINK, 0, 1, "b /* no */")),
    ],
)
def test_a_link_has_a_text_and_a_target(text: str, plain: str, mark: Mark) -> None:
    statement = said(text)
    assert (statement.text, statement.marks) == (plain, (mark,))


@pytest.mark.parametrize("text", ["[t] (u)", "[t]()", "[t](u", "[t", "[](u)", "[t](" + "u" * 3000 + ")"])
def test_other_brackets_are_no_links(text: str) -> None:
    assert said(text).text == text


# Tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("x #a", ("a",)),
        ("#a x #b", ("a", "b")),
        ("x #a #a", ("a",)),
        ("x #(a b)", ("a b",)),
        ("x #(a\n  b)", ("a b",)),
        ("foo#bar", ("bar",)),
        ("#a#b", ("a", "b")),
        ("issue #5", ("5",)),
        ("x #a-b_c", ("a-b_c",)),
        ("x #Größe", ("Größe",)),
        ("x #气候", ("气候",)),
        ("x #हिन्दी", ("हिन्दी",)),
        ("x #😀", ("😀",)),
        ("x #👩‍💻", ("👩‍💻",)),
        ("x #a.b", ("a",)),
        ("x #a]", ("a",)),
        ("x \\#a", ()),
        ("x # a", ()),
        ("x #()", ()),
    ],
)
def test_tags_are_words_behind_a_hash(text: str, tags: tuple[str, ...]) -> None:
    assert said(text).tags == tags


def test_tags_stay_in_the_text_and_are_marked() -> None:
    statement = said("a #b c")
    assert (statement.text, statement.marks) == ("a #b c", (Mark(TAG, 2, 4, "b"),))


def test_tags_may_be_taken_out_of_the_text() -> None:
    statement = said("a #b c #(d e)", removeTagsFromText=True)
    assert (statement.text, statement.tags, statement.marks) == ("a c", ("b", "d e"), ())


@pytest.mark.parametrize(
    "text", ["[A]: x {a: 1} #b", "[A] #b", "[A] #b {a: 1}", "[A]\n#b", "[A] #(b /* no */)"]
)
def test_tags_may_stand_behind_titles_and_data(text: str) -> None:
    assert [one[0] for one in argmap.parse(text).debate.claims["A"].tags] == ["b"]


def test_tags_of_all_places_are_united() -> None:
    debate = argmap.parse("[A]: x #a\n\n[A] #b #a\n\n<B> #c\n\n# H #d").debate
    assert (debate.claims["A"].tags, debate.arguments["B"].tags) == (("a", "b"), ("c",))
    assert debate.tags == ("a", "b", "c", "d")


# Mentions


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("@[S] x", Mark(MarkKind.CLAIM_MENTION, 0, 4, "S")),
        ("@[^E] x", Mark(MarkKind.EVIDENCE_MENTION, 0, 5, "E")),
        ("@<B> x", Mark(MarkKind.ARGUMENT_MENTION, 0, 4, "B")),
        ("x @[ S ] y", Mark(MarkKind.CLAIM_MENTION, 2, 8, "S")),
        ("@[^] x", Mark(MarkKind.CLAIM_MENTION, 0, 4, "^")),
    ],
)
def test_a_mention_stays_in_the_text_and_is_marked(text: str, mark: Mark) -> None:
    assert mark in said(text).marks


@pytest.mark.parametrize("text", ["@[S", "@<B", "a@b.c", "@[a\nb]"])
def test_other_at_signs_are_text(text: str) -> None:
    assert said(text).marks == ()


@pytest.mark.parametrize(
    ("text", "place"), [("so @[B] is", "R219 1:4"), ("so @[^E]", "R219 1:4"), ("x\n\n  y\n @<A>", "R219 4:2")]
)
def test_a_mention_of_nothing_is_told_where_it_stands(text: str, place: str) -> None:
    assert findings(text) == [place]


def test_a_mention_of_nothing_is_told_with_the_nearest_title() -> None:
    document = argmap.parse("[Climate]: x\n\nsee @[Climat]")
    assert document.diagnostics[0].hint == "did you mean `@[Climate]`?"


def test_a_mention_relates_nothing() -> None:
    assert argmap.parse("[A]: x @[B]\n\n[B]: y").debate.relations == ()


# Shortcodes


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (".A. x", "∀ x"),
        (":A:x", "∀x"),
        ("a .->. b", "a → b"),
        (".<->. .v. .v_.", "↔ ∨ ⊻"),
        (":smile:", "☺\ufe0f"),
        (".smile.", "☺"),
        ("a .A.\tb", "a ∀ b"),
        ("a.[S].b", "a.[S].b"),
        (".foo. :bar:", ".foo. :bar:"),
        ("10:30:15 e.g. ...", "10:30:15 e.g. ..."),
        ("\\.A.", ".A."),
    ],
)
def test_known_shortcodes_are_characters(text: str, plain: str) -> None:
    assert said(text).text == plain


def test_authors_may_add_shortcodes() -> None:
    codes = {".x.": {"unicode": "×"}, ":y:": {"unicode": 3}, ".z.": {}, ".w.": "text"}
    assert said("a .x. :y: .z. .w. .A.", shortcodes=codes).text == "a × 3 .z. .w. ∀"


# Escapes


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\\*a\\*", "*a*"),
        ("\\\\", "\\"),
        ("\\n", "n"),
        ("\\[A](b)", "[A](b)"),
        ("\\@[A]", "@[A]"),
        ("\\{a: 1}", "{a: 1}"),
        ("a \\// b", "a // b"),
        ("C:\\temp", "C:temp"),
        ("a\\ b", "a b"),
    ],
)
def test_a_backslash_makes_the_next_character_text(text: str, plain: str) -> None:
    assert said(text).text == plain


def test_there_are_no_escapes_in_titles() -> None:
    assert list(argmap.parse("[A\\B]: x").debate.claims) == ["A\\B"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("foo \\", "S116 1:5"),
        ("foo\\\nbar", "S116 1:4"),
        ("foo\\ \nbar", "S116 1:4"),
        ("foo\\\r\nbar", "S116 1:4"),
    ],
)
def test_a_backslash_at_the_end_of_a_line_is_text_and_told(text: str, place: str) -> None:
    assert said(text).text == " ".join(text.split())
    assert findings(text) == [place]


def test_marks_slice_the_text() -> None:
    statement = said("see  *one*\n and [two](u) and .A. #three")
    assert [statement.text[one.start : one.end] for one in statement.marks] == ["one", "two", "#three"]
