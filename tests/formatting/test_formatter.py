"""Texts in canonical layout."""

from __future__ import annotations

import pytest
from tests.fuzz.rewriting import layouts_are_settled, layouts_say_the_same

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
    "signature": ("--   Jane Doe", "-- Jane Doe\n"),
    "signature of a text": ("I say so.\n--  Jane Doe", "I say so.\n-- Jane Doe\n"),
    "signature below others": ("-- Jane\n--  John", "-- Jane\n-- John\n"),
    "text between hyphens": ("--a ,b--", "--a ,b--\n"),
    "arrow that is text": ("-->x", "-->x\n"),
    "data in text behind hyphens": ("-- {uses: [1", "-- {uses: [1\n"),
    "inference that is not closed": ("(1) a\n-- rule\n(2) b", "(1) a\n-- rule --\n(2) b\n"),
    "argument as a premise": ("(3)<e>:e", "(3) <e>:e\n"),
    "reference to an argument as a premise": ("(3)  <e>  #t", "(3) <e> #t\n"),
    "comment behind an odd space": ("\u3000//  c", "\u3000 //  c\n"),
    "unprintable data": ("[A]:  a {b:  \ud800}", "[A]: a {b:  \ud800}\n"),
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
    "an empty heading": "a   b\n#",
    "an empty operator behind an odd space": "a   b\n\xa0+",
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


ODD = [
    *("-- Jane Doe", "-- Jane Doe --", "(1) a\n\n-- b\n\n(2) c", "--\nJane\n  Doe\n--", "-- a {b: 1} --"),
    *("(1) <e>: e\n----\n(2) <f>", "(1) <e> #t\n  text\n----\n(2) b"),
    *("t\n# ", "-\n# ", " t\n# ", "a\n(\n  ++ ", "_ \n+ ", "\xa0+ ", "'+ \na", "# \r\n\r\n#", "[A]:\n  + "),
    *(" \u3000_ ", "===\u2028", "\u2029[[]", "a\x0b b\x0c c", "a\u3000b c\u00a0d"),
    *("\t*\n\t_", ">\n*\n+", "/**/#", "/* c */===", "\xa0-{}"),
    *(
        "--  #[(two words) + b\u2029",
        "===# ===",
        "a\\\r\nb",
        "a\\ \nb",
        "\r[x](a\r\nb)",
        "[A]: a {b: \ud800}",
    ),
    *('\u2028 <- [T)]: the "@[A]\x0b', "2]} -> <c>: p .->@[A]", "<a>or(1e\x0bm '[<a t=\x0ba>"),
    *("\n+ [B\r\n", "\n_ <C\r\n", "\n<y>\x85\r- <s", "\n'_\r)[S]:", "\n- <A\r*/"),
    "\n#\r\n(",
    *("---\ri:", "---\ntitle: T\n\n[A]:   a"),
    *("\r\n[s:", "\r\n* [\n--\n\r(\n*", "e\r\n_ @\n\r}\n*", "===\n#\re\n===", "b\n(4)\n# S\n(5)\n--\n(5)"),
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_says_the_same_in_a_layout_that_stays(text: str) -> None:
    document = argmap.parse(text)
    assert [*layouts_say_the_same(text, document), *layouts_are_settled(text, document)] == []


@pytest.mark.parametrize("width", range(20, 121))
def test_any_width_says_the_same_and_stays(width: int) -> None:
    text = (
        "[A]: one two (3) three - four * five #six 7. [seven](https://example.org/x) -- eight {nine: 10}\n"
        "  + eleven @[A] twelve _thirteen_ > fourteen + fifteen <- sixteen @<B> seventeen = eighteen // c\n"
        "    nineteen \\\n    twenty\n\n-- A signature that is longer than some of the widths tried\n"
    )
    layout = argmap.format_text(text, width=width)
    assert argmap.parse(layout).debate == argmap.parse(text).debate
    assert argmap.format_text(layout, width=width) == layout
