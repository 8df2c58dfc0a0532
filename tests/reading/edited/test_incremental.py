"""Reading again after an edit: quicker, and the same in everything, places included."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reading.edited.whole_documents import all_of

import argmap
from argmap import strategies
from argmap.syntax.document import parse_tree
from argmap.syntax.reparsing import parse_again

_TEXT = """\
===
title: T
===

# Pets

[A]: One thing, see @[B]. #tag
  + [B]: another {a: 1}
    - <C>: third *thing*

<C>

(1) [A]
(2) so it is {b: 2}
-- argument from example, some rule {uses: [1]} --
(3) [D]: the end [B]

// a comment

[A]: One thing again.

{not data
"""

# What is odd in it does not depend on the words of its texts, but for two texts of one claim.
_ODD = """\
[Tax]: Taxes rise.
  + [Taxes are high]: They are.
  - [Taxes are high]

[tax]: Taxes fall, see @[Txa].

[Tax]: Taxes rise a lot.
  * odd item

[-it is so-]

<A>

(1) [Taxes are hihg]
(2) [^Survey]: a survey {kind: statstic}
----
(3) [^Survey]

[?Why]: Why is it so? {standard: clear}
  - <A>

<https://example.org/x>: a link {p: 2}
   + see [Tax]

(1) a premise
C: so it is &amp;
"""

_EDITS = st.text(st.sampled_from("ab x.\n{}[]<>*_#\"'/-+=(1)@:!\r"), max_size=4) | st.sampled_from(
    ["\n\n", "/*", "*/", "<!--", "-->", "===\n", "[A]: ", "\n(1) ", "\n--\n", "@[A]", "  + ", "@include(x)"]
)


@given(
    strategies.markup() | st.sampled_from([_TEXT, _ODD, _TEXT + "\n" + _ODD]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), _EDITS)),
)
@example("foo {a\n\nb}'ar\n", [(0.72, 4, "")])
@example("a <!-- foo\n\nb\n", [(1.0, 0, "-->")])
@example("[A]: a\n\n[B]: b &amp;", [(0.9, 0, "x &amp;")])
@example("[A]: a\n\n----\n\n[B]: b", [(0.0, 0, ""), (0.25, 0, "a")])
@example("[B]: b /* in\nit */\n\n  >< [A]", [(0.65, 0, "x")])
@example("<A>\n\n{y\n\n(1) [P]\n----\n(2) c", [(0.4, 1, "/")])
def test_an_edited_document_is_the_one_that_its_text_is(
    text: str, edits: list[tuple[float, int, str]]
) -> None:
    document = argmap.parse(text)
    for place, removed, written in edits:
        at = round(place * len(text))
        text = text[:at] + written + text[at + removed :]
        document = argmap.parse(text, previous=document)
    assert all_of(document) == all_of(argmap.parse(text))


@given(
    st.sampled_from([_TEXT, _ODD, _ODD + "\n" + _TEXT]),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(["words", "a", "x [-y]", ""]), st.booleans()), max_size=6
    ),
)
def test_edits_of_words_may_follow_each_other_whether_the_debate_is_asked_for_or_not(
    text: str, edits: list[tuple[float, str, bool]]
) -> None:
    document = argmap.parse(text)
    for place, written, is_asked in edits:
        at = text.index(" ", round(place * (len(text) - 20)))
        text = f"{text[:at]} {written}{text[at:]}"
        document = argmap.parse(text, previous=document)
        if is_asked:
            assert document.debate.claims.keys() == argmap.parse(text).debate.claims.keys()
    assert all_of(document) == all_of(argmap.parse(text))


def test_a_debate_whose_words_changed_is_equal_to_its_pickle_and_its_copy() -> None:
    document = argmap.parse(_TEXT)
    debate = argmap.parse(_TEXT.replace("the end", "an end"), previous=document).debate
    assert copy.deepcopy(debate) == pickle.loads(pickle.dumps(debate)) == debate


def test_elements_of_a_debate_whose_words_changed_are_the_same_objects_one_by_one_and_all_at_once() -> None:
    document = argmap.parse(_TEXT)
    debate = argmap.parse(_TEXT.replace("the end", "an end"), previous=document).debate
    claim = debate.claims["D"]
    assert claim is debate.claims["D"] is dict(debate.claims.items())["D"]
    assert debate.claims.get("D") is claim
    assert debate.claims.get("Z", "none") == "none"
    assert "Z" not in debate.claims
    with pytest.raises(KeyError):
        debate.claims["Z"]


@given(st.sampled_from([_TEXT, _ODD]), st.floats(0, 1))
def test_what_is_at_an_offset_is_the_same_after_an_edit(text: str, place: float) -> None:
    document = argmap.parse(text)
    at = text.index(" ", round(place * (len(text) - 20)))
    text = f"{text[:at]} more{text[at:]}"
    again, anew = argmap.parse(text, previous=document), argmap.parse(text)
    assert [again.at(place) for place in range(len(text))] == [anew.at(place) for place in range(len(text))]
    assert argmap.occurrences(again) == argmap.occurrences(anew)


def test_a_debate_whose_words_changed_has_no_other_attributes() -> None:
    document = argmap.parse(_TEXT)
    debate = argmap.parse(_TEXT.replace("the end", "an end"), previous=document).debate
    with pytest.raises(AttributeError, match="clams"):
        _ = debate.clams  # type: ignore[attr-defined]  # this is what is tested


@pytest.mark.parametrize(
    ("old", "new"),
    [("Taxes rise a lot", "Taxes rise"), ("[-it is so-]", "[-it is so"), ("They are", "They are so")],
)
def test_what_is_odd_about_words_follows_them(old: str, new: str) -> None:
    text = _ODD.replace(old, new)
    again = argmap.parse(text, previous=argmap.parse(_ODD))
    assert again.diagnostics == argmap.parse(text).diagnostics


@pytest.mark.parametrize(
    ("old", "new"),
    [("Taxes rise a lot", "Taxes fall"), ("They are", "They are so, they say"), ("a survey", "a big survey")],
)
def test_in_a_text_with_findings_nothing_else_is_read_either(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = argmap.parse(_ODD.replace(" {kind: statstic}", ""))
    text = document.text.replace(old, new)
    expected = argmap.parse(text)
    monkeypatch.setattr("argmap.reading.read", None)
    assert all_of(argmap.parse(text, previous=document)) == all_of(expected)


def test_texts_of_blocks_that_stay_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = argmap.parse("[A]: so *it* is\n\n[B]: c")
    text = "[N]: new\n\n" + document.text + "d"
    expected = argmap.parse(text)
    monkeypatch.setattr("argmap.syntax.inline._read_marked", None)
    assert all_of(argmap.parse(text, previous=document)) == all_of(expected)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One thing, see", "One other thing, see"),
        ("third *thing*", "third **thing**"),
        ("some rule", "argument from sign"),
        ("so it is", "so"),
        ("the end [B]", "the end @[B]"),
        ("One thing again", "One thing"),
        ("(2) so it is", "(2)   so it is"),
        ("// a comment", "/* a comment */"),
    ],
)
def test_where_only_words_changed_nothing_else_is_read(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = argmap.parse(_TEXT.replace("{not data\n", ""))
    text = document.text.replace(old, new)
    expected = argmap.parse(text)
    monkeypatch.setattr("argmap.reading.read", None)
    assert all_of(argmap.parse(text, previous=document)) == all_of(expected)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[D]", "[E]"),
        ("#tag", "#other"),
        ("Pets", "Cats"),
        ("{b: 2}", "{b: 3}"),
        ("+ [B]", "- [B]"),
        ("(3) [D]: the end [B]\n", "(3) [D]: the end [B]\n\n[New]: thing\n"),
        ("// a comment", "[New]: thing"),
        ("title: T", "title: U"),
    ],
)
def test_where_more_than_words_changed_a_document_is_the_same(old: str, new: str) -> None:
    text = _TEXT.replace(old, new)
    document = argmap.parse(_TEXT)
    assert all_of(argmap.parse(text, previous=document)) == all_of(argmap.parse(text))


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        ("<details>\n\n[A]: a\n\n</details>", "<details>\n\n[A]: a\n\n< /details>"),
        ("===\ntitle: T\n\n[A]: a\n\nb", "===\ntitle: T\n\n[A]: a\n\n===\nb"),
        ("~~~argdown\n[A]: a\n\nb\n", "~~~argdown\n[A]: a\n\nb\n~~~"),
        ("[A]: a\n\n<!-- b --!>\n\nc", "[A]: a\n\n<!-- b --!>\n\nc -->"),
    ],
)
def test_what_closes_something_further_up_is_seen(earlier: str, text: str) -> None:
    document = argmap.parse(earlier)
    assert all_of(argmap.parse(text, previous=document)) == all_of(argmap.parse(text))


def test_blocks_that_did_not_change_are_the_same_objects() -> None:
    tree = parse_tree(_TEXT)
    made = parse_again(_TEXT.replace("the end", "an end"), _TEXT, tree)
    assert made is not None
    again, change = made
    assert again.blocks[: change.before] == tree.blocks[: change.before]
    assert again.blocks[0] is tree.blocks[0]
    assert (len(tree.blocks), change.before + change.behind) == (6, 5)


@pytest.mark.parametrize(
    "settings",
    [
        {"model": {"mode": "strict"}},
        {"model": {"explodeArguments": True}},
        {"group": {"regroup": [{"title": "A", "arguments": ["C"]}]}},
    ],
)
def test_settings_count(settings: dict[str, object]) -> None:
    document = argmap.parse(_TEXT)
    text = _TEXT.replace("the end", "an end")
    again = argmap.parse(text, settings=settings, previous=document)
    assert all_of(again) == all_of(argmap.parse(text, settings=settings))
    once_more = argmap.parse(_TEXT, settings=settings, previous=again)
    assert all_of(once_more) == all_of(argmap.parse(_TEXT, settings=settings))


def test_strict_reading_again_raises_too() -> None:
    document = argmap.parse("[A]: a\n\n[B]: b")
    with pytest.raises(argmap.MarkupError):
        argmap.parse("[A]: a\n\n[B]: b {c: [}", strict=True, previous=document)


def test_schemes_of_other_files_are_read_again(tmp_path: Path) -> None:
    schemes, path = tmp_path / "s.toml", tmp_path / "a.argdown"
    text = "===\nschemes: s.toml\n===\n\n<A>\n\n(1) a\n-- own --\n(2) b\n\n[C]: c"
    schemes.write_text("[own]\ntitle = 'One'\n", encoding="utf-8")
    document = argmap.parse(text, path=path)
    schemes.write_text("[own]\ntitle = 'Two'\n", encoding="utf-8")
    again = argmap.parse(text + "d", path=path, previous=document)
    assert all_of(again) == all_of(argmap.parse(text + "d", path=path))


def test_other_files_are_read_again(tmp_path: Path) -> None:
    sources, path = tmp_path / "s.json", tmp_path / "a.argdown"
    text = "===\nbibliography: s.json\n===\n\n[^E]: e {source: x}\n\n[A]: a"
    sources.write_text('[{"id": "x", "title": "One"}]', encoding="utf-8")
    document = argmap.parse(text, path=path)
    sources.write_text('[{"id": "x", "title": "Two"}]', encoding="utf-8")
    again = argmap.parse(text + "b", path=path, previous=document)
    assert again.debate.evidence["E"].sources[0].title == "Two"


def test_what_was_read_from_a_file_with_includes_is_read_anew() -> None:
    text = "[A]: a\n\n@include(b.argdown)\n\n[B]: b"
    document = argmap.parse(text)
    assert all_of(argmap.parse(text + "b", previous=document)) == all_of(argmap.parse(text + "b"))
