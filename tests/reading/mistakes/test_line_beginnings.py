"""What looks like markup and is something else is told once, where it stands, and read as ever."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap.syntax.operators import OPERATORS

OF_LINES = [
    pytest.param("[A]: x\n\t+ b\n    - c\n    - d", "S119 '    '", id="tabs and blanks"),
    pytest.param("[A]: x\n \t+ b", "S119 ' \\t'", id="tabs and blanks in a line"),
    pytest.param("[A]: x\n\u00a0\u00a0+ b", "S120 '\\xa0'", id="no-break spaces"),
    pytest.param("a\n\u3000\nb", "S120 '\\u3000'", id="line that only looks blank"),
    pytest.param("[A]: x\n  \u2212 b", "S121 '−'", id="minus"),
    pytest.param("[A]: x\n  \uff0b b", "S121 '＋'", id="full-width plus"),
    pytest.param("[A]: x\n'+ b", 'S122 "\'"', id="apostrophe"),
    pytest.param("[A]: x\n  ''-> b", "S122 \"''\"", id="apostrophes"),
    pytest.param("a\n  <-> b", "S123 '<->'", id="both ways"),
    pytest.param("a\n  <+> b", "S123 '<+>'", id="support both ways"),
    pytest.param("a\n  ++ b", "S123 '++'", id="two pluses"),
    pytest.param("a\n  +- [B] b", "S123 '+-'", id="plus minus"),
    pytest.param("a\n  => b", "S146 '=>'", id="double arrow"),
    pytest.param("a\n  <=> b", "S146 '<=>'", id="equivalence"),
    pytest.param("a\n  --> <B>: b", "S146 '-->'", id="long arrow"),
    pytest.param("a\n<= [B]: b", "S146 '<='", id="arrow at the margin"),
    pytest.param("a\n  - > [B]: b", "S146 '- >'", id="operator with a space"),
    pytest.param("@include debate.argdown", "S147 '@include debate.argdown'", id="include without brackets"),
    pytest.param("a\n@Include()  ", "S147 '@Include()'", id="include without a path"),
    pytest.param("Title\n=====", "S124 '====='", id="underlined heading"),
    pytest.param("# ", "R231 '#'", id="heading without a title"),
    pytest.param("#", "R231 '#'", id="heading without a title or a space"),
    pytest.param("[A]: x\n\u00a0+", "S120 '\\xa0'", id="operator at the end of a line"),
    pytest.param("[A]: x\n'+{a: b}", 'S122 "\'"', id="operator before data"),
    pytest.param("a\n  <->", "S123 '<->'", id="both ways at the end of a line"),
    pytest.param("#  \n\nb", "R231 '#'", id="heading without a title before others"),
]
OF_TEXTS = [
    pytest.param("a *b **c* d** e", "S125 '**'", id="crossed emphases"),
    pytest.param("C:\\temp\\x", "S126 '\\\\t'", id="path"),
    pytest.param("so \\frac and \\sum", "S126 '\\\\f'", id="formula"),
    pytest.param("<http://x.y>", "R237 '<http://x.y>'", id="address"),
    pytest.param("[A]: x\n\n[-A]", "R241 '[-A]'", id="reference to a title with a hyphen"),
    pytest.param("a\n  + [-A]", "R241 '+ [-A]'", id="such a reference as a relation"),
]
OF_DATA = [
    pytest.param("[A]: x {a:1}", "R236 'a:1'", id="no blank behind a colon"),
    pytest.param("[A]: x {b: 1, c, d}", "R236 'c'", id="words in braces"),
    pytest.param("[A]: x {isInMap: yes}", "R238 'yes'", id="yes"),
    pytest.param('[A]: x {\n"isGroup": "false"\n}', "R238 '\"false\"'", id="quoted false"),
    pytest.param("[A]: x {isInMap: maybe}", "R238 'maybe'", id="neither"),
    pytest.param("[A]: x {isInMap: >-\n  y e s}", "R201 '>'", id="no flow value"),
    pytest.param("[A]: x {\nisInMap: >-\n  y e\n  s\n}", r"R238 '>-\n  y e\n  s\n'", id="folded text"),
    pytest.param("[A]: x {color: bleu}", "R240 'bleu'", id="colour"),
    pytest.param("[A]: blue\n\n[A] {color: bleu}", "R240 'bleu'", id="colour in a later place"),
    pytest.param("[A]: x {\ncolor: >-\n  not\n  one\n}", r"R240 '>-\n  not\n  one\n'", id="folded colour"),
    pytest.param('[A]: x {"c\\u006flor": none}', "R240 'none'", id="odd key"),
    pytest.param("[^E]: kind: x {kind: testimon}", "R226 'testimon'", id="kind"),
    pytest.param("[^E]: x {reliability: 2}", "R227 'reliability'", id="reliability"),
    pytest.param("(1) p\n-- {strength: 2} --\n(2) c", "R227 'strength'", id="strength"),
    pytest.param("(1) p\n-- {uses: [4]} --\n(2) c", "R215 '4'", id="position"),
    pytest.param("(1) p\n-- {from: [4]} --\n(2) c", "R215 '4'", id="position in the older word"),
    pytest.param("(1) p\n----\n(2) c {uses: [4]}", "R215 '4'", id="position at the conclusion"),
]
OF_FRONTMATTER = [
    pytest.param("autor: X", "R239 'autor'", id="key"),
    pytest.param("Title: X", "R239 'Title'", id="key with a capital"),
    pytest.param("webComponents: {}", "R239 'webComponents'", id="room of another tool"),
    pytest.param('"a\\u0075tor": X', r"""R239 '"a\\u0075tor"'""", id="key that is written oddly"),
    pytest.param("color: {colorScheme: defualt}", "R240 'defualt'", id="colour scheme"),
    pytest.param("color: {colorScheme: ['#fff', whit]}", "R240 'whit'", id="colour of a scheme"),
    pytest.param("color: {tagColors: {t: rde}}", "R240 'rde'", id="colour of a tag"),
    pytest.param("color: {tagColors: {t: {color: rde}}}", "R240 'rde'", id="colour with a priority"),
    pytest.param('color: {colorScheme: "def\\x61ult s"}', r"""R240 '"def\\x61ult s"'""", id="odd scheme"),
    pytest.param("sources: {abc: A}", None, id="nothing"),
    pytest.param("color: {colorScheme: default, tagColors: {t: red, u: 2}}", None, id="colours"),
    pytest.param("color: {colorScheme: 3}", "R204 'colorScheme'", id="no scheme"),
    pytest.param("color: 3", "R204 'color'", id="no colours"),
    pytest.param("notes: mine\nx: y", None, id="keys of one's own"),
]
FINE = [
    "a\n  + 'b'",
    "'quoted' text\n'so it said'",
    "\u3000a paragraph\n\u3000and its second line",
    "a\n  - +1 for this",
    "/*\n'+ x\n*/ a",
    "/*\n'+ x\n'+ y\n*/\n\na",
    "a {\nb: |\n  '+ x\n}",
    "===\ntitle: T\n===",
    "a\n\t+ b\n\t\t- c",
    "a\tb\n  + c\td",
    "*a* **b** c *d __e__ f*",
    "*a**b*",
    "1 \\* 2 \\[x\\]",
    "a {x: null, y: , z: ~}",
    "a {isInMap: true}",
    "a {color: '#fff'}\n\nb {color: Red}\n\nc {color: 3}",
    "<see http://x.y>",
    "see [-1, 1] there",
    "<A>: x {color: red}",
]


def found(text: str) -> list[str]:
    document = argmap.parse(text)
    return [f"{one.code} {text[one.span.start : one.span.end]!r}" for one in document.diagnostics]


@pytest.mark.parametrize(("text", "place"), OF_LINES + OF_TEXTS + OF_DATA)
def test_a_slip_is_told_once_where_it_is(text: str, place: str) -> None:
    assert found(text) == [place]


@pytest.mark.parametrize(("frontmatter", "place"), OF_FRONTMATTER)
def test_a_slip_in_frontmatter_is_told_where_it_is(frontmatter: str, place: str | None) -> None:
    assert found(f"===\n{frontmatter}\n===\n\na") == ([place] if place else [])


@pytest.mark.parametrize("text", FINE)
def test_much_that_looks_alike_is_fine(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("a\n  <-> b", ["a", "> b"]),
        ("a\n  ++ b", ["a", "+ b"]),
        ("a\n  \u2212 b", ["a − b"]),
        ("a\n'+ b", ["a '+ b"]),
        ("Title\n=====\n\nb", ["Title =====", "b"]),
        ("a *b **c* d** e", ["a b c d** e"]),
        ("C:\\temp", ["C:temp"]),
    ],
)
def test_it_is_read_as_the_reference_reads_it(text: str, texts: list[str]) -> None:
    assert [one.text for one in argmap.parse(text).debate.claims.values()] == texts


def test_many_slips_take_little_time() -> None:
    text = "".join(
        f"[A{number}]: x {{color: bleuu{number}, isInMap: yes, y}}\n  <-> b\n\n" for number in range(2000)
    )
    assert len(argmap.parse(text).diagnostics) == 8000


def test_a_slip_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "part.argdown").write_text("a\n  <-> b {color: bleu, isInMap: no}\n", encoding="utf-8")
    (folder / "whole.argdown").write_text("[B]: x\n\n@include(part.argdown)\n", encoding="utf-8")
    diagnostics = argmap.load(folder / "whole.argdown").diagnostics
    assert [one.code for one in diagnostics] == ["S123", "R240", "R238"]
    assert {one.span.path for one in diagnostics} == {str(folder / "part.argdown")}
    assert {one.fix.span.path for one in diagnostics if one.fix} == {str(folder / "part.argdown")}


@given(
    st.text("=~|!&?<>+-:", min_size=1, max_size=3).filter(lambda sign: sign not in OPERATORS),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from(["[B]: b", "<B>: b", "[B]", "[B c]: d {a: 1}"]),
)
def test_signs_before_a_title_that_are_no_operator_are_one_finding_about_them(
    sign: str, gap: str, line: str
) -> None:
    # Two of the brackets of arguments are a title that begins with a bracket.
    assume(line[0] == "[" or "<" not in sign)
    found = argmap.parse(f"[A]: a\n\n[B]: b\n  {sign}{gap}{line}\n").diagnostics
    assert [one.code for one in found] in (["S146"], ["S123"]), found
    assert found[0].message.startswith("`")


@given(st.sampled_from([*OPERATORS]), st.sampled_from(["[B]: b", "<B>: b", "<-5>: x", "<!>: x", "<: >: y"]))
def test_no_operator_is_taken_for_signs_that_are_none(operator: str, line: str) -> None:
    found = argmap.parse(f"[A]: a\n  {operator} {line}\n").diagnostics
    assert [one.code for one in found if one.code == "S146"] == []


@pytest.mark.parametrize("line", ["<= 5 people", "=> 5", "~ 10 %", "! b", "=", ": b"])
def test_signs_that_are_words_of_a_text_are_no_finding(line: str) -> None:
    assert argmap.parse(f"a of\n{line}").diagnostics == ()


@pytest.mark.parametrize(
    "text",
    ["debate.argdown", " a/my file.argdown\n", "~/x.ad", "page.md", "debates\\pets.argdown", "./d.argdn"],
)
def test_a_text_that_is_a_path_is_reported(text: str) -> None:
    found = argmap.parse(text).diagnostics
    assert "R314" in [one.code for one in found]


@pytest.mark.parametrize(
    "text",
    ["see debate.argdown", "Look at our ad.", "[A]: x.md", "a.md\nb.md", "a.md b.md", "# a.md", ".md x"],
)
def test_a_text_that_names_a_file_is_no_path(text: str) -> None:
    assert "R314" not in [one.code for one in argmap.parse(text).diagnostics]
