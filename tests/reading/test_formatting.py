"""Texts in canonical layout."""

from __future__ import annotations

import pytest

import argmap

FORMATTED = {
    "blank lines": ("\n\n[A]: x\n\n\n\n[B]: y", "[A]: x\n\n[B]: y\n"),
    "nothing": (" \n\n", ""),
    "indentation": ("[A]: x\n    + [B]\n        - <C>\n    + <D>", "[A]: x\n  + [B]\n    - <C>\n  + <D>\n"),
    "tabs": ("[A]: x\n\t+ [B]\n\t\t- <C>", "[A]: x\n  + [B]\n    - <C>\n"),
    "blanks in text": ("[A]:   one   two  \n      three", "[A]: one two\nthree\n"),
    "text below its title": ("[A]:\n  one", "[A]: one\n"),
    "continued relation": (
        "[A]\n + one\n  two\n two and a half",
        "[A]\n  + one\n    two\n    two and a half\n",
    ),
    "list": ("* one\n   two\n*   three", "* one\n  two\n* three\n"),
    "numbers": ("1.  one\n2. two", "1. one\n2. two\n"),
    "heading": ("#    One   two  #tag   {isGroup:   true}", "# One two #tag {isGroup: true}\n"),
    "premise numbers": (
        "(9) a\n(10) b\n  c\n-----\n(11)  d",
        "(9)  a\n(10) b\n     c\n----\n(11) d\n",
    ),
    "inference": (
        "(1) a\n--\nModus   ponens , Other\n{uses:[1]}\n--\n(2) b",
        "(1) a\n-- Modus ponens, Other {uses: [1]} --\n(2) b\n",
    ),
    "data of an inference": (
        "(1) a\n-- {uses: [1]} rule --\n(2) b",
        "(1) a\n-- rule {uses: [1]} --\n(2) b\n",
    ),
    "data in flow style": ("[A]: x { a:  1,b: [ 1,2 ] , c: 'q' }", "[A]: x {a: 1, b: [1, 2], c: 'q'}\n"),
    "data in block style that fit": ("[A]: x {\n  a: b, c\n  d:\n    - 1\n}", '[A]: x {a: "b, c", d: [1]}\n'),
    "data that do not fit": (
        f"[A]\n  + x {{one: {'y' * 60}, two: {{three: {'z' * 60}}}}}",
        f"[A]\n  + x {{\n      one: {'y' * 60}\n      two: {{three: {'z' * 60}}}\n    }}\n",
    ),
    "data with a comment": ("[A]: x {\n  a: 1 # why\n}", "[A]: x {\n  a: 1 # why\n}\n"),
    "tags before data": ("[A] {a: 1} #tag", "[A] #tag {a: 1}\n"),
    "comment behind a line": ("[A]: x   // why\n + [B]", "[A]: x // why\n  + [B]\n"),
    "comment above a line": ("[A]: x\n// why  \n      + [B]", "[A]: x\n  // why\n  + [B]\n"),
    "comment between blocks": ("[A]: x\n\n\n   // why\n\n[B]: y", "[A]: x\n\n// why\n\n[B]: y\n"),
    "comment in a text": ("[A]: one /* two   blanks */ three", "[A]: one /* two   blanks */ three\n"),
    "frontmatter": ("===  \ntitle: T  # why \n\n===\n\n\n[A]: x", "===\ntitle: T  # why\n===\n\n[A]: x\n"),
    "includes": (
        "@include(a.argdown)\n@include(b.argdown)\n[A]: x",
        "@include(a.argdown)\n@include(b.argdown)\n\n[A]: x\n",
    ),
    "line ends": ("[A]:  x\r\n\r\n\r\n[B]: y", "[A]: x\r\n\r\n[B]: y\r\n"),
    "byte order mark": ("\ufeff[A]:  x", "\ufeff[A]: x\n"),
    "evidence": ("[^A]:  x\n   <+ [^B]", "[^A]: x\n  <+ [^B]\n"),
}


@pytest.mark.parametrize(("written", "expected"), FORMATTED.values(), ids=FORMATTED)
def test_what_is_written_gets_its_canonical_layout(written: str, expected: str) -> None:
    assert argmap.format_text(written) == expected


@pytest.mark.parametrize(("written", "expected"), FORMATTED.values(), ids=FORMATTED)
def test_what_is_in_canonical_layout_stays(written: str, expected: str) -> None:
    assert argmap.format_text(expected) == expected


KEPT = {
    "data that are no YAML": "[A]:   x {a: [}",
    "an operator that is none": "[A]:   x\n   <-> b",
    "a line of =": "Title\n=====",
}


@pytest.mark.parametrize("written", KEPT.values(), ids=KEPT)
def test_what_is_broken_stays_as_it_is(written: str) -> None:
    formatted = argmap.format_text(f"[Z]:   z\n\n\n{written}")
    assert formatted == f"[Z]: z\n\n{written}\n"


def test_texts_are_filled_to_a_width() -> None:
    written = "[A]: one two three four five six\n  + seven eight nine ten eleven twelve"
    expected = "[A]: one two three\nfour five six\n  + seven eight nine\n    ten eleven\n    twelve\n"
    assert argmap.format_text(written, width=20) == expected


def test_lines_that_were_wrapped_are_joined() -> None:
    assert argmap.format_text("[A]: one\ntwo\n\nthree\nfour", width=20) == "[A]: one two\n\nthree four\n"


def test_no_line_is_broken_before_what_would_be_a_marker() -> None:
    formatted = argmap.format_text("a\n  + bbbbbbbbbbbbbbb - + * (1) 2. #x [c d]: e", width=20)
    assert (
        argmap.parse(formatted).debate
        == argmap.parse("a\n  + bbbbbbbbbbbbbbb - + * (1) 2. #x [c d]: e").debate
    )
    assert formatted.startswith("a\n  + bbbbbbbbbbbbbbb - + * (1) 2. #x [c d]:")


def test_links_and_mentions_are_not_torn() -> None:
    written = "[A]: some words [a link of words](https://example.org/x) and @[a title of words]"
    formatted = argmap.format_text(written, width=20)
    assert formatted == (
        "[A]: some words [a link of words](https://example.org/x)\nand @[a title of words]\n"
    )


def test_a_width_must_leave_room() -> None:
    with pytest.raises(ValueError, match="a width of 3"):
        argmap.format_text("a", width=3)
