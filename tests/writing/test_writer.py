"""Texts that say a debate."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.fuzz.counting import calls_of
from tests.fuzz.places import without_places

import argmap
from argmap.data import FrozenDict
from argmap.interop import differences
from argmap.model import Claim, Debate, Mark, MarkKind, Role, Statement

LONG = '"' + "words [A]: and more " * 6 + '"'
TEXTS = {
    "relations of all kinds": (
        "[A]: a\n  + [B]: b\n  - <C>: c\n    _ [D]\n  +> [E]\n  -> <F>\n    _> <C>\n  >< [G]\n"
    ),
    "relations to oneself": "[A]: a\n  + [A]\n    - [A]\n  - [A]\n",
    "a title twice on one path": "[A]: a\n  + [B]: b\n    - [A]\n      + [C]\n    + [C]\n",
    "evidence with sources": (
        "===\nsources:\n  k: {title: T, date: 2020}\n===\n\n[^E]: e {source: [k, other], kind: law}\n"
    ),
    "structure": (
        "<A>: why\n  + [X]\n\n"
        "(1) [P]: p\n  - [Q]\n(2) two\n-- rule, other {uses: [1, 2]} --\n"
        "  _ <U>\n(3) [C]: c\n----\n(4) d\n  +> [E]\n"
    ),
    "an argument that supports its conclusion": "<A>\n  +> [C]\n\n(1) p\n----\n(2) [C]\n",
    "structures without a title": "(1) a\n----\n(2) b\n\n(1) c\n----\n(2) d\n",
    "sections": "# One #tag {isGroup: true}\n\n[A]: a\n\n## *Two*\n\n<B>\n\n# Three\n\n[A]\n",
    "lists": "* a\n* [B]\n  + <C>\n* <D>\n",
    "list below a relation": "[A]: a\n  + b\n    * c\n  + d\n",
    "tags outside of texts": "[A] #one #(two words) {a: 1}\n\n[B]: b {} #three\n",
    "tags removed": "===\nmodel:\n  removeTagsFromText: true\n===\n\n[A]: a #one {a: 1}\n\nb #two\n",
    "strict": "===\nmodel:\n  mode: strict\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c\n  -> [D]\n",
    "nested emphasis": "[A]: *a **b** c*, __*d*__ and [l](http://x.org/y_z) @[A] @<B>, #tag\n",
    "taken apart": "===\nmodel:\n  explodeArguments: true\n===\n\n<A>\n\n(1) p\n----\n(2) q\n----\n(3) r\n",
    "regrouped": "===\ngroup:\n  regroup: [{title: G, statements: [A]}]\n===\n\n# H\n\n[A]: a\n",
    "text below a reference": "[A]\ntext\n",
    "no text": "[A]:\n\n<B>:\n",
    "undercut by nothing at the end of a block": "a\n  <_\n",
    "undercut by data": "a\n  _ {b: 1}\n",
    "heading without a title": "# {}\n\n[A]: a\n",
    "steps with numbers of two digits": (
        "<A>\n\n" + "".join(f"({n}) p{n}\n" for n in range(1, 11)) + "  - [Q]\n    b\n----\n(11) c\n"
    ),
    "long data": (
        f"[A]: a {{k: {LONG}, l: [x, y]}} #t\n  + [B]\n    b {{k: {LONG}}}\n  _> <C> {{k: {LONG}}}\n"
    ),
    "long data of headings and inferences": (
        f"# S {{k: {LONG}}}\n\n(1) a {{k: {LONG}}}\n-- rule {{k: {LONG}}} --\n(2) b\n"
    ),
    "long data in flow style": (
        "===\ndata:\n  switchToBlockFormatIfMultiline: false\n===\n\n"
        f"[A]: a {{k: {LONG}, l: [x, y]}}\n  + b {{k: {LONG}}}\n"
    ),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_debate_is_written_as_a_text_that_says_it(text: str) -> None:
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_written_is_in_canonical_layout(text: str) -> None:
    written = argmap.to_text(argmap.parse(text).debate)
    assert argmap.format_text(written) == written


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_arranged_is_in_canonical_layout(text: str) -> None:
    written = argmap.to_text(without_places(argmap.parse(text).debate))
    assert argmap.format_text(written) == written


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_draft_is_written_in_canonical_layout(text: str) -> None:
    written = argmap.Draft.of(argmap.parse(text).debate).to_text()
    assert argmap.format_text(written) == written


def test_a_debate_with_places_is_printed_once_and_read_once() -> None:
    debate = argmap.parse(TEXTS["structure"]).debate
    count = calls_of(("print_script", "parse_tree"), lambda: argmap.to_text(debate))
    assert count == {"print_script": 1, "parse_tree": 1}


def saying(text: str, *marks: Mark, title: str = "A", **more: object) -> Debate:
    """Return a debate with one claim, as it comes from a text."""
    debate = argmap.parse("[A]: a").debate
    statement = debate.claims["A"].statements[0]
    stated = evolve(statement, title=title, text=text, marks=marks, **more)
    claim = Claim(title, (stated,), stated.tags, stated.data or FrozenDict())
    return evolve(debate, claims=FrozenDict({title: claim}), tags=stated.tags)


HOSTILE = [
    "*a* _b_ **c** __d__",
    "[B] and <C> and [^D], @[E] @<F>",
    "{a: 1}",
    "a {b: c}",
    "// a /* b */ <!-- c -->",
    "http://x.org//a/*b",
    "#tag #(tag) # no",
    "[l](http://x.org)",
    ".A. :happy: .^. .A.A.",
    "\\ \\\\ \\*",
    "- a",
    "+ a",
    "1. a",
    "(1) a",
    "-- a --",
    "=== a ===",
    "@include(a.argdown)",
    "[B]: c",
    "ends with \\",
    "a\x00b\x7f\x85\ufeff",
    "“quotes” — é ü 論証 🙂",
    "{",
    "}",
    "snake_case 2*3",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_characters_of_a_text_are_no_markup(text: str) -> None:
    debate = saying(text)
    assert argmap.parse(argmap.to_text(debate)).debate == debate


@pytest.mark.parametrize("text", HOSTILE)
def test_characters_of_a_text_without_title_are_no_markup(text: str) -> None:
    debate = argmap.parse("a").debate
    claim = debate.claims["Untitled 1"]
    stated = evolve(claim.statements[0], text=text)
    debate = evolve(debate, claims=FrozenDict({claim.title: evolve(claim, statements=(stated,))}))
    assert argmap.parse(argmap.to_text(debate)).debate == debate


def test_plain_texts_need_no_escapes() -> None:
    text = "[A]: It rains (so they say): 50%, e.g. in https://example.org/a-b.\n"
    assert argmap.to_text(argmap.parse(text).debate) == text


def test_an_emphasis_can_end_within_a_word() -> None:
    debate = saying("abc", Mark(MarkKind.BOLD, 0, 2))
    assert argmap.parse(argmap.to_text(debate)).debate == debate


@pytest.mark.parametrize("text", ["#1\\7", "a #t\\-x b", "*#a*b", "_#a_ b", "#a/**/b _#c_\\d", "#(a b)c"])
def test_a_tag_ends_where_it_did(text: str) -> None:
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate


@pytest.mark.parametrize("text", ["/_x_", "a /__x__ b", "_x/_ b", "*a __b/__* c"])
def test_a_slash_beside_an_emphasis_begins_no_comment(text: str) -> None:
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate


def test_tags_can_stand_behind_a_text_without_data() -> None:
    debate = saying("text", tags=("one", "two words"))
    assert argmap.to_text(debate) == "[A]: text {} #one #(two words)\n"
    assert argmap.parse(argmap.to_text(debate)).debate == debate


DATA = {
    "texts": FrozenDict(
        {"a": "yes: no", "b": "1", "c": "null", "d": "", "e": " x ", "f": "a, b", "g": "it's"}
    ),
    "odd characters": FrozenDict({"a": 'x\n\t"\\}{#', "b": "\x00\x85\u2028\ufeff🙂", "#k:": "v"}),
    "numbers": FrozenDict({"a": 1, "b": -2.5, "c": 1e22, "d": 1.0, "e": True, "f": None}),
    "nested": FrozenDict({"a": (1, FrozenDict({"b": ()}), FrozenDict())}),
    "bytes": FrozenDict({"a": b"\x00\xff"}),
}


@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_data_keep_their_values_and_types(data: FrozenDict[str, object]) -> None:
    debate = saying("text", data=data)
    assert argmap.dump(argmap.parse(argmap.to_text(debate)).debate) == argmap.dump(debate)


@pytest.mark.parametrize(
    ("title", "near"),
    [("a]: b", "a): b"), ("^a", "a"), ("", "Claim 1"), (" a", "a"), ("a\nb", "a b")],
)
def test_a_title_that_cannot_be_written_is_changed_a_little(title: str, near: str) -> None:
    assert list(argmap.parse(argmap.to_text(saying("text", title=title))).debate.claims) == [near]


def test_a_debate_that_contradicts_itself_says_what_its_elements_say() -> None:
    statement = Statement("A", "a", Role.TOP_LEVEL, is_top_level=True, span=argmap.Span(0, 1))
    debate = Debate(claims=FrozenDict({"A": Claim("A", (statement,), tags=("not", "there"))}))
    assert argmap.to_text(debate) == "[A]: a {} #not #there\n"


def test_an_empty_debate_is_an_empty_text() -> None:
    assert argmap.to_text(Debate()) == ""


@pytest.mark.parametrize(
    "text", [text for text in TEXTS.values() if text != TEXTS["undercut by nothing at the end of a block"]]
)
def test_a_debate_that_was_never_a_text_is_written(text: str) -> None:
    debate = without_places(argmap.parse(text).debate)
    assert differences(argmap.parse(argmap.to_text(debate)).debate, debate) == ()


def test_a_debate_of_several_files_is_written_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: a\n  + [B]\n\n@include(b.argdown)\n\n[C]: c\n  - [B]\n")
    (tmp_path / "b.argdown").write_text("# H\n\n[B]: b\n  - <X>\n\n<X>\n\n(1) p\n----\n(2) [D]: d\n")
    debate = argmap.load(tmp_path / "a.argdown").debate
    assert differences(argmap.parse(argmap.to_text(debate)).debate, debate) == ()


def test_what_says_nothing_but_bears_on_something_gets_a_title() -> None:
    debate = without_places(argmap.parse("a\n  <_\n").debate)
    assert argmap.to_text(debate) == "a\n  _ [Claim 1]:\n"


def test_a_debate_with_a_bibliography_is_written_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('[{"id": "k", "title": "T"}]')
    path = tmp_path / "a.argdown"
    path.write_text("===\nbibliography: b.json\n===\n\n[^E]: e {source: k}\n")
    debate = argmap.load(path).debate
    assert debate.evidence["E"].sources[0].title == "T"
    assert argmap.parse(argmap.to_text(debate), path=path).debate == debate
    assert argmap.Draft.of(debate).finish(path) == debate


@pytest.mark.parametrize(
    "text",
    [
        "(1) a\n----\n(2)\n\ntext\n\n----\n(1)\n",
        "<A>\n\n(1) a\n----\n(2)\n\ntext\n\n----\n(1) b\n",
        "----\n(1) a\n\ntext\n\n----\n(1) b\n\ntext\n\n----\n(1) c\n",
    ],
)
def test_structures_without_premises_stay_apart(text: str) -> None:
    debate = argmap.parse(text).debate
    for original in (debate, without_places(debate)):
        written = argmap.to_text(original)
        again = argmap.parse(written).debate
        assert len(again.arguments) == len(debate.arguments)
        assert argmap.to_text(again) == written
