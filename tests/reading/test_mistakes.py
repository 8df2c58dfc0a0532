"""Bad input is normal input: what people write, what is kept of it, and the one thing that is said."""

import pytest
from tests.saying import findings, relations, texts, warnings

import argmap

# A block behind every mistake: it must be read as if the mistake were not there.
BEHIND = "\n\n[Behind]: still here"


def steps(text: str) -> list[tuple[int, int]]:
    """How many steps and inferences each argument has."""
    return [(len(one.steps), len(one.inferences)) for one in argmap.parse(text).debate.arguments.values()]


U1, U2, U3 = "Untitled 1", "Untitled 2", "Untitled 3"
TEXTS = [
    # The inputs that the reference rejects, in its documentation's order.
    pytest.param("a\n+ b", {U1: "a", U2: "b"}, "S105 2:1", id="relation at the margin"),
    pytest.param(
        "[A]: x\n  + b\n\n  - c", {"A": "x", U1: "b", U2: "c"}, "R212 4:3", id="blank line in a tree"
    ),
    pytest.param("[A] some text", {U1: "[A] some text"}, "R263 1:1", id="text behind a reference"),
    pytest.param("foo [A]: bar", {U1: "foo [A]: bar"}, "R218 1:5", id="definition in a text"),
    pytest.param(
        "<A>: d\n(1) p\n----\n(2) c",
        {U1: "p", U2: "c", "<A>": "d"},
        "S101 2:1",
        id="no blank line above a structure",
    ),
    pytest.param(
        "<A>\n\n(1) p\n\n(2) q\n----\n(3) c",
        {U1: "p", U2: "q", U3: "c", "<A>": None},
        "R207 5:1",
        id="blank line in a structure",
    ),
    pytest.param("<A>\n\n(1) p\n---\n(2) c", {U1: "p", U2: "c", "<A>": None}, "S107 4:1", id="three hyphens"),
    pytest.param(
        "<A>\n\n(1) p\n----\n(2) c\n(3) x",
        {U1: "p", U2: "c", U3: "x", "<A>": None},
        "R210 6:1",
        id="statement below the last conclusion",
    ),
    pytest.param("[A]:", {"A": None}, "R233 1:1", id="definition without a text"),
    pytest.param("[A]: x {a: b: c}", {"A": "x"}, "R201 1:13", id="wrong YAML"),
    pytest.param("foo \\", {U1: "foo \\"}, "S116 1:5", id="backslash at the end"),
    pytest.param("===\ntitle: T\n===\n[A]: x", {"A": "x"}, "S114 3:1", id="no blank line below frontmatter"),
    pytest.param(
        "foo\n- one\n- two", {U1: "foo", U2: "one", U3: "two"}, "S105 2:1", id="Markdown list below a text"
    ),
    pytest.param("a\n  >< <B>", {U1: "a", "<B>": None}, "R213 2:3", id="contradiction of an argument"),
    pytest.param("text\n# Heading", {U1: "text"}, "S101 2:1", id="heading below a text"),
    pytest.param(
        "<A>\n\n(1) <B>\n----\n(2) c",
        {U1: "<B>", U2: "c", "<A>": None},
        "R211 3:1",
        id="argument as a premise",
    ),
    pytest.param(
        "<A>\n\n(1) p\n----\n  - <B>\n(2) c",
        {U1: "p", U2: "c", "<A>": None, "<B>": None},
        "R214 5:3",
        id="attack on an inference",
    ),
    pytest.param(
        "<A>\n\n(1) p\n----\n(2) c\n\n<A>\n\n(1) q\n----\n(2) d",
        {U1: "p", U2: "c", "Untitled 4": "q", "Untitled 5": "d", "<A>": None, "<Untitled 3>": None},
        "R206 9:1",
        id="two structures of an argument",
    ),
    pytest.param(
        "first line\n--- dash line", {U1: "first line --- dash line"}, "S104 2:1", id="hyphens in a text"
    ),
    pytest.param("a\n  + ", {U1: "a", U2: None}, "R233 2:3", id="operator without a text"),
    pytest.param("[A]: x {color: red", {"A": "x {color: red"}, "S111 1:8", id="open brace"),
    pytest.param(
        "<A>\n\n(1) p\n-- MP\n(2) c", {U1: "p", U2: "c", "<A>": None}, "S108 4:1", id="open inference line"
    ),
    # What else people write.
    pytest.param("- one\n- two", {U1: "one", U2: "two"}, "R212 1:1", id="Markdown list"),
    pytest.param("---\ntitle: T\n---\n\n[A]: x", {"A": "x"}, "S110 1:1", id="Markdown frontmatter"),
    pytest.param("a\n\n---\n\nb", {U1: "a", U2: "b"}, "R232 3:1", id="Markdown line"),
    pytest.param("[A]. And more", {U1: "[A]. And more"}, "R218 1:1", id="full stop behind a reference"),
    pytest.param("[A]\nmore", {"A": None}, "R234 2:1", id="text below a reference"),
    pytest.param("[A] : foo", {"A": "foo"}, "S127 1:4", id="space before a colon"),
    pytest.param("[A]: [B]: x", {"A": "[B]: x"}, "R218 1:6", id="definition of a definition"),
    pytest.param("[A]: <B>", {"A": "<B>"}, "R218 1:6", id="definition by a reference"),
    pytest.param("[A] and [B]: x", {"A] and [B": "x"}, "R235 1:1", id="reference before a definition"),
    pytest.param("[A]: x\n[B]: y", {"A": "x", "B": "y"}, "S101 2:1", id="definition below a definition"),
    pytest.param("<A>\n\n(P1) p\n----\n(C) c", {U1: "p", U2: "c", "<A>": None}, "S118 3:1", id="labels"),
    pytest.param(
        "<A>\n\n(1) p\n----\nc", {U1: "p", U2: "c", "<A>": None}, "S115 5:1", id="conclusion without a number"
    ),
    pytest.param(
        "<A>\n\n(1) p\n-- MP -- MT\n(2) c",
        {U1: "p", U2: "c", "<A>": None},
        "S109 4:9",
        id="text behind an inference line",
    ),
    pytest.param("<A>\n\n(1) p\n----", {U1: "p", "<A>": None}, "R208 4:1", id="no conclusion"),
    pytest.param("<A>\n\n(1) p\n(2) q", {U1: "p", U2: "q", "<A>": None}, "R209 3:1", id="no inference"),
    pytest.param("a *b", {U1: "a *b"}, "S113 1:3", id="open emphasis"),
    pytest.param("a /* foo", {U1: "a /* foo"}, "S112 1:3", id="open comment"),
    pytest.param("# H\ntext", {}, "S117 2:1", id="text below a heading"),
    pytest.param("a\n    + b\n  + c", {U1: "a", U2: "b", U3: "c"}, "S106 3:3", id="odd dedent"),
    pytest.param("Then,\n-5 degrees", {U1: "Then, -5 degrees"}, "S102 2:1", id="hyphen in a wrapped text"),
    pytest.param("Then, in\n1990. It", {U1: "Then, in 1990. It"}, "S103 2:1", id="number in a wrapped text"),
    pytest.param(
        "<A>\n\nP1. p\n----\nC. c",
        {U1: "P1. p ---- C. c", "<A>": None},
        "S136 3:1",
        id="labels with full stops",
    ),
]
# One mistake, one finding of severity warning or error: a text, and where it is.
SINGLE = {
    # A blank line, or a level, too many.
    "[A]: a\n\n  + <B>: b": "R212 3:3",
    "[A]: a\n\n+ [B]: b\n  - <C>: c\n- [D]: d": "R212 3:1",
    "[T]: t\n  + <A>: gist\n    (1) p\n    (2) q\n    ----\n    (3) [T]": "S130 3:5",
    "<A>: gist\n  + b\n(1) p\n----\n(2) q\n\nx": "S101 3:1",
    "# H\n(1) p\n(2) q\n----\n(3) r": "S130 2:1",
    "It was in\n1. one\n2. two": "S103 2:1",
    # Structures.
    "<A>\n\n(1) p\n[E]: seen\n----\n(2) c": "S129 4:1",
    "<A>\n\n(1) p\n[E]\n----\n(2) c\n\n[E]: e": "S129 4:1",
    "<A>\n\n(1) p\n<E>: seen\n----\n(2) c": "S129 4:1",
    "<A>\n\n(1) p\n----\n(2) c\n[E]: x\n----\n(3) d": "S129 6:1",
    "<A>\n\n----\n(1) c": "R243 3:1",
    "<A>\n\nP1. p\nP2. q\nC. c": "S136 3:1",
    "1. All men.\n2. Socrates.\nTherefore, 3. Mortal.": "S136 1:1",
    "<A>\n\n(1) p\n––––\n(2) c": "S135 4:1",
    "<A>\n\n(1) p\n———\n(2) c": "S135 4:1",
    "<A>\n\n(1) p\n–– modus ponens ––\n(2) c": "S135 4:1",
    # Titles.
    "[Car-free] The centre.\n\n<Shops>: s\n  -> [Car-free]": "R263 1:1",
    "<Moral argument>Pollution harms.\n\n(1) p\n----\n(2) c": "R263 1:1",
    "[A: a\n  + <B>: b": "S131 1:1",
    "[A]: a\n  + <B: b\n  + [C]: c": "S131 2:5",
    "[A]: a\n  + <B\n  + [C]: c": "S131 2:5",
    "[A): a": "S131 1:1",
    "[A]: a\n  + B]: b": "S131 2:5",
    "[A]: a\n  + (B): b": "S132 2:5",
    "[A]: a\n  + <^B>: b": "R246 2:3",
    "[T] : t\n\n[T]\n  - <C>: c": "S127 1:4",
    "[A]\u202f: a": "S127 1:4",
    "［A］：a\n\n<B>: b\n  + [A]": "S135 1:1",
    "[A]: a\n  + ＜B＞：b": "S135 2:5",
    "≤A≥: a": "S135 1:1",
    "[主張]：a": "S128 1:5",
    # Headings and lines.
    "##Costs\n\n[A]: a": "S134 1:1",
    "#Tea\n\n[A]: a": "S134 1:1",
    "＃ Tea\n\n[A]: a": "S135 1:1",
    "#\u00a0Tea\n\n[A]: a": "S143 1:2",
    # Operators.
    "[A]: a\n  – <B>: b": "S121 2:3",
    "[A]: a\n  — two": "S121 2:3",
    "[A]: a\n  • <B>": "S121 2:3",
    "[A]: a\n  \uf0b7\t<B>: b": "S121 2:3",
    "[A]: a\n  → [B]\n\n[B]: b": "S121 2:3",
    "[A]: a\n  —> [B]\n\n[B]: b": "S121 2:3",
    "[A]: a\n  <– [B]\n\n[B]: b": "S121 2:3",
    "[A]: a\n  -＞ [B]\n\n[B]: b": "S121 2:3",
    "[A]: a\n  ＞＜ [B]\n\n[B]: b": "S121 2:3",
    "– <B>: b": "S121 1:1",
    "[A]: a\n  ’+ b": "S122 2:3",
    "[A]: a\n  -\u00a0<B>: b": "S143 2:4",
    "\u200b[A]: a": "S143 1:1",
    "[A]: a\n\n\ufeff[B]: b": "S143 3:1",
    "[A]: a\n\n[B]: b\n\n[A] -> [B]": "S137 5:1",
    "[C]: c + <D>: d": "S137 1:10",
    "[2]: a\n\n(OB2) <Pupils> supports [2]": "S137 3:25",
    # Frontmatter and fences.
    "===\ntitle: T\n\n[A]: a": "R267 1:1",
    "=== title: T\n\n[A]: a": "R267 1:1",
    "---\ntitle: T\n\n[A]: a": "R267 1:1",
    "---\ntitle: T\n...\n\n[A]: a": "R267 1:1",
    "// by me\n\n===\ntitle: {a\nb: *c\n\n[A]: a": "R267 3:1",
    # HTML.
    "<!-- a note --!>\n\n[A]: a": "S140 1:13",
    "<details>\n\n[A]: a\n\n</details>": "S139 1:1",
    "<!doctype html>\n\n[A]: a": "S139 1:1",
    '<img src="a.png">\n\n[A]: a': "S139 1:1",
    "[A]: one<br>two": "S139 1:9",
    "[A]: a <b>bold</b>": "S139 1:8",
    # Titles that are nearly the same.
    "[A]: a\n  + <Argument from authority>: x\n  - <Argument from autority>": "R244 3:3",
    "[Long title]: a\n\n[B]: b\n  + [Long titel]": "R244 4:3",
    "[^Long title]: a {source: b}\n\n[B]: b\n  + [^Long tile]": "R244 4:3",
    "[Don't]: a\n\n[Don’t]: b": "R245 3:1",
    "[A\u200bB]: a\n\n[C]: c\n  + [AB]": "R245 4:3",
}

# Not a mistake, or none that matters: no warning.
HARMLESS = [
    "— Bonjour, dit-il.",
    "prose\n———\nprose",
    "prose\n— so he said —\nprose",
    "[A]: a\n  + <Reason 1>: x\n  - <Reason 2>",
    "[A]: a\n  + <Argument A>: x\n  - <Argument B>",
    "<B>: b\n\n<Time>\n\n<A>\n  + <B>",
    "<b>\n\n(1) p\n----\n(2) c",
    "[A]: a\n  + <p>\n\n<p>\n\nso",
    "Smith [2020] says (2020): foo",
    "[Note: this\nis long]: a",
    "[A]: a\n  * one\n  * two",
    "[T]he rest of it.",
    "[A]: 5 < 6: so",
    "[A]: a - b and c -> d",
    "1. one\n2. two\n3. so three",
    "See p. 3\nC. Smith",
    "[A]: a\n + b\n   - c",
    "```python\nx\n```",
    "\ufeff<!-- by me -->\n\n===\ntitle: T\n===\n\n[A]: a",
]

# Rejected by the reference, but as clear as can be.
FINE = [
    pytest.param("a snake_case word", {U1: "a snake_case word"}, id="snake case"),
    pytest.param("2*3=6 and `x_y`", {U1: "2*3=6 and `x_y`"}, id="mathematics"),
    pytest.param("if x < y and y > z", {U1: "if x < y and y > z"}, id="comparison"),
    pytest.param("* one\n    * two\n* three", {U1: "one", U2: "two", U3: "three"}, id="nested list"),
    pytest.param("1. one\n* two", {U1: "one", U2: "two"}, id="mixed list"),
    pytest.param("so [sic] it is [1]", {U1: "so [sic] it is [1]"}, id="citations"),
    pytest.param("text[^1] more", {U1: "text[^1] more"}, id="footnote"),
    pytest.param("see http://a.b/c now", {U1: "see http://a.b/c now"}, id="address"),
    pytest.param('*b*\'s and "*b*"', {U1: 'b\'s and "b"'}, id="emphasis in quotes"),
    pytest.param("mail <a@b.c> me", {U1: "mail <a@b.c> me"}, id="mail address"),
    pytest.param("", {}, id="nothing"),
    pytest.param("// nothing", {}, id="comments only"),
    pytest.param("===\ntitle: T\n===", {}, id="frontmatter only"),
    pytest.param("[A]: x {\r\n  a: {b: 1}\r\n}", {"A": "x"}, id="data with Windows line ends"),
    pytest.param("[A] #t\n{a: 1}\n{b: 2}\n\n[A]: x", {"A": "x"}, id="two data blocks"),
    pytest.param("\ufeff[A]: x", {"A": "x"}, id="byte order mark"),
]


@pytest.mark.parametrize(("text", "kept", "place"), TEXTS)
def test_a_mistake_is_told_once_where_it_is(text: str, kept: dict[str, str | None], place: str) -> None:
    assert findings(text) == [place]


@pytest.mark.parametrize(("text", "kept", "place"), TEXTS)
def test_what_was_written_with_a_mistake_is_kept(text: str, kept: dict[str, str | None], place: str) -> None:
    assert texts(text) == kept


@pytest.mark.parametrize(("text", "kept", "place"), TEXTS)
def test_a_mistake_changes_nothing_behind_it(text: str, kept: dict[str, str | None], place: str) -> None:
    assert texts(text + BEHIND) == {**kept, "Behind": "still here"}


@pytest.mark.parametrize(("text", "place"), SINGLE.items())
def test_one_mistake_is_one_finding(text: str, place: str) -> None:
    assert warnings(text) == [place]


@pytest.mark.parametrize(("text", "place"), SINGLE.items())
def test_a_single_mistake_stays_in_its_block(text: str, place: str) -> None:
    assert warnings(text + BEHIND) == [place]
    assert texts(text + BEHIND)["Behind"] == "still here"


@pytest.mark.parametrize("text", [*SINGLE, "<A>\n\n(1) p\n<E>:* seen\n----\n(2) c"])
def test_a_layout_says_what_a_text_with_a_mistake_says(text: str) -> None:
    laid_out = argmap.format_text(text)
    assert argmap.parse(laid_out).debate == argmap.parse(text).debate
    assert argmap.format_text(laid_out) == laid_out


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_mistake_gets_no_warning(text: str) -> None:
    assert warnings(text) == []


@pytest.mark.parametrize(("text", "kept"), FINE)
def test_much_that_others_reject_is_no_mistake(text: str, kept: dict[str, str | None]) -> None:
    assert findings(text) == []
    assert texts(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[A]\n+ [B]", ["B support A"]),
        ("[A]\n- [B]\n- [C]", ["B attack A", "C attack A"]),
        ("[A]\n  >< <B>", ["A contradictory B"]),
        ("<A>\n\n(1) p\n----\n  - <B>\n(2) c", ["B undercut A"]),
        ("[A]\n    + [B]\n  + [C]", ["B support A", "C support A"]),
        ("[A]\n[B]: x\n  + [C]", ["C support B"]),
        ("[A] : a\n  + <B>：b", ["B support A"]),
        ("```argdown\n[A]: a\n  + <B>: b\n```\n", ["B support A"]),
        ("\ufeff<!-- x -->\n\n---\ntitle: T\n---\n\n[A]: a\n  + <B>: b", ["B support A"]),
        ("<details>\n<summary>More</summary>\n\n[A]: a\n  + <B>: b\n\n</details>", ["B support A"]),
    ],
)
def test_relations_are_kept(text: str, kept: list[str]) -> None:
    assert relations(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<A>: d\n(1) p\n----\n(2) c", [(2, 1)]),
        ("<A>\n\n(1) p\n\n(2) q\n----\n(3) c", [(3, 1)]),
        ("<A>\n\n(1) p\n---\n(2) c", [(2, 1)]),
        ("<A>\n\n(1) p\n-- MP\n(2) c", [(2, 1)]),
        ("<A>\n\n(1) p\n----\n(2) c\n(3) x", [(3, 1)]),
        ("<A>\n\n(1) <B>\n----\n(2) c", [(2, 1)]),
        ("<A>\n\n(P1) p\n----\n(C) c", [(2, 1)]),
        ("<A>\n\n(1) p\n----\nc", [(2, 1)]),
        ("<A>\n\n(1) p\n[E]: seen\n----\n(2) c", [(3, 1)]),
        ("<A>\n\n(1) p\n[E]\n[F]\n----\n(2) c", [(4, 1)]),
        ("<A>\n\n(1) [P]\n[E]\n----\n(2) c", [(3, 1)]),
        ("<A>\n\n(1) p\n[12]\n----\n(2) c", [(2, 1)]),
        ("<A>\n\n(1) p\n----\n(2) c\n\n<A>\n\n(1) q\n----\n(2) d", [(2, 1), (2, 1)]),
    ],
)
def test_structures_are_kept(text: str, kept: list[tuple[int, int]]) -> None:
    assert steps(text) == kept


@pytest.mark.parametrize("character", ["\x00", "\ud800", "\ufffe", "\ufdd0", "\x1b", "\u202e"])
def test_any_character_may_stand_in_a_text(character: str) -> None:
    assert set(texts(f"[A]: x{character}y {{a: {character}}}{BEHIND}")) == {"A", "Behind"}


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "word\n" * 100_000,
        "[A]: x\n\n" * 20_000,
        "*" * 50_000,
        "* " * 50_000,
        "a *b " * 20_000,
        "[" * 50_000,
        "@[" * 50_000 + "]",
        "<" * 50_000 + ">",
        "/*" * 50_000,
        "{a: " * 20_000,
        "#" * 50_000,
        "\\" * 50_001,
        "(1) x\n----\n" * 5_000,
        "-- x\n" * 10_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_large_texts_are_texts_too(text: str) -> None:
    assert argmap.parse(text + BEHIND).debate.claims["Behind"].text == "still here"
