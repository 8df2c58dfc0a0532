"""Renaming changes the text, and what it says, by nothing but a name."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.editing import many_renames
from tests.editing.renamed import renamed

import argmap
from argmap import ClaimRef, Document, SchemeRef, SourceRef, strategies
from argmap.edits import apply, rename, undoing
from argmap.syntax.titles import clean_title

TEXT = """===
sources: {mill: {title: On Liberty}}
expect: {in: [[Sun], "<Forecast>"]}
selection: {excludeStatements: [Sun]}
===

# Weather #today

[Sun]: It shines. // today
  +   <Forecast>: See @[Sun]. #crux {source: mill, note: '[Sun]'}
"""


def test_a_title_is_replaced_wherever_it_is_written() -> None:
    after = apply(TEXT, rename(argmap.parse(TEXT), "[Sun]", "The sun"))
    assert after == TEXT.replace("Sun", "The sun")


def test_a_title_that_is_no_plain_word_is_quoted_where_it_has_to_be() -> None:
    after = apply(TEXT, rename(argmap.parse(TEXT), "[Sun]", "Sun: bright"))
    assert 'expect: {in: [["Sun: bright"]' in after
    assert "note: '[Sun: bright]'" in after
    assert "[Sun: bright]: It shines." in after
    assert argmap.parse(after).debate.metadata["selection"] == {"excludeStatements": ("Sun: bright",)}


def test_tags_sources_and_sections_can_be_renamed() -> None:
    document = argmap.parse(TEXT)
    assert "#(very hard)" in apply(TEXT, rename(document, "#crux", "very hard"))
    assert apply(TEXT, rename(document, "mill", "mill-1859")) == TEXT.replace("mill", "mill-1859")
    assert "# Climate \\*now\\* #today\n" in apply(TEXT, rename(document, "# Weather", "Climate *now*"))


@pytest.mark.parametrize("title", ["]", "a]", "^a", "?a", "-a", "a <b>]: c", "Untitled 3", " ", "a @[b]"])
def test_titles_that_would_be_read_otherwise_are_refused(title: str) -> None:
    with pytest.raises(ValueError, match=r"cannot|needs|would"):
        rename(argmap.parse("[A]: a\n  + [A]\n\nsee @[A] {b: c}"), "[A]", title)


def test_line_ends_in_titles_are_spaces() -> None:
    assert apply("[A]", rename(argmap.parse("[A]"), "[A]", "two\nwords")) == "[two words]"


def test_titles_that_are_taken_are_refused_with_their_place() -> None:
    document = argmap.parse("[A]: a\n\n<B>: see @[C]")
    with pytest.raises(ValueError, match=r"\[C\] is named already, in line 3"):
        rename(document, "[A]", "C")
    assert apply(document.text, rename(document, "[A]", "B")) == "[B]: a\n\n<B>: see @[C]"


def test_what_cannot_be_renamed_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": "x", "title": "X"}]')
    (tmp_path / "a.argdown").write_text("===\nbibliography: a.json\n===\n\n[^E]: e {source: x}")
    with pytest.raises(ValueError, match="declared in a bibliography"):
        rename(argmap.load(tmp_path / "a.argdown"), SourceRef("x"), "y")
    document = argmap.parse("Text. #t\n\n[A // why\nB]: a\n\n(1) a\n-- expert opinion --\n(2) b")
    with pytest.raises(ValueError, match="has no title"):
        rename(document, "[Untitled 1]", "A")
    with pytest.raises(ValueError, match="scheme"):
        rename(document, SchemeRef("expert_opinion"), "A")
    with pytest.raises(ValueError, match="comment in the title"):
        rename(document, "[A B]", "C")
    with pytest.raises(LookupError, match="nothing is called"):
        rename(document, ClaimRef("Nothing"), "A")
    assert rename(document, "#t", "t") == ()


HUNCH = "<A>\n\n(1) a\n-- {scheme: hunch} --\n(2) b\n-- hunch {scheme: 'hunch'} --\n(3) c"


def test_schemes_that_only_the_text_names_can_be_renamed() -> None:
    after = apply(HUNCH, rename(argmap.parse(HUNCH), "hunch", "gut feeling"))
    expected = HUNCH.replace("{scheme: hunch}", "{scheme: gut feeling}")
    assert after == expected.replace("{scheme: 'hunch'}", "{scheme: 'gut feeling'}")


@pytest.mark.parametrize("name", ["expert opinion", "a: b"])
def test_schemes_are_not_given_names_that_mean_something_else(name: str) -> None:
    with pytest.raises(ValueError, match="the name of a scheme"):
        rename(argmap.parse(HUNCH), "hunch", name)


def test_schemes_of_files_are_not_changed(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[dream]\npremises.p = "It was dreamt."\nconclusion = "It is so."')
    (tmp_path / "a.argdown").write_text("===\nschemes: own.toml\n===\n\n(1) a\n-- {scheme: dream} --\n(2) b")
    with pytest.raises(ValueError, match="dream is the name of a scheme in a file"):
        rename(argmap.load(tmp_path / "a.argdown"), "dream", "vision")


def test_sources_that_nobody_declares_can_be_renamed() -> None:
    text = "[^E]: e {source: x}\n\n[^F]: f {source: [x, y]}"
    after = apply(text, rename(argmap.parse(text), "x", "z"))
    assert after == "[^E]: e {source: z}\n\n[^F]: f {source: [z, y]}"


def test_names_without_brackets_that_would_mean_several_things_are_refused() -> None:
    document = argmap.parse("===\nexpect: {in: [A]}\n===\n\n[A]: a\n  + <B>")
    with pytest.raises(ValueError, match="without brackets"):
        rename(document, "[A]", "B")
    assert "in: [C]" in apply(document.text, rename(document, "[A]", "C"))


def test_included_files_are_changed_by_edits_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "more.argdown").write_text("[A]\r\n  + <B>: See @[A].\r\n")
    (tmp_path / "whole.argdown").write_text("[A]: a\n\n@include(more.argdown)\n")
    document = argmap.load(tmp_path / "whole.argdown")
    edits = rename(document, "[A]", "C")
    more = str(tmp_path / "more.argdown")
    assert apply(document.text, edits) == "[C]: a\n\n@include(more.argdown)\n"
    assert apply("[A]\r\n  + <B>: See @[A].\r\n", edits, path=more) == "[C]\r\n  + <B>: See @[C].\r\n"


def test_only_the_fences_of_a_page_are_changed() -> None:
    page = "About [A].\n\n> ~~~argdown\n> [A]: a\n>   + <B>: See @[A].\n> ~~~\n\n~~~argdown\n[A]\n~~~\n"
    document = argmap.parse(page, path="page.md")
    after = apply(page, rename(document, "[A]", "C"))
    assert after == page.replace("[A]", "[C]").replace("About [C]", "About [A]")


TITLES = st.one_of(
    st.sampled_from(
        ["New", "a second title", "x: y", "null", "7", "Ö ß", 'it\'s "so"', "<x>", "a//b", "#x", "*x*"]
    ),
    st.text(min_size=1, max_size=8),
)


def rename_law(document: Document, choice: random.Random, title: str) -> None:
    """Renaming renames in what the text says, changes nothing else of it, and can be undone."""
    titled = [
        element
        for element in document.debate
        if not element.is_untitled and not element.title.startswith("Untitled ")
    ]
    assume(titled and not document.settings.model.explode_arguments)
    ref = choice.choice(titled).ref
    try:
        edits = rename(document, ref, title)
    except ValueError:
        return
    after = apply(document.text, edits)
    assert apply(after, undoing(document.text, edits)) == document.text
    again, new = argmap.parse(after), type(ref)(clean_title(title))
    assert again.debate == renamed(document.debate, ref, new)
    assert new == ref or ref not in {place.ref for place in argmap.occurrences(again)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(strategies.markup(max_blocks=4), st.randoms(use_true_random=False), TITLES)
def test_renaming_renames_in_the_debate_and_nothing_else(
    text: str, choice: random.Random, title: str
) -> None:
    rename_law(argmap.parse(text), choice, title)


@settings(max_examples=40)
@given(strategies.markup(max_blocks=4), st.randoms(use_true_random=False))
def test_renaming_there_and_back_gives_the_text_of_before(text: str, choice: random.Random) -> None:
    document = argmap.parse(text)
    names = [
        place.ref for place in argmap.occurrences(document) if place.ref.kind not in ("scheme", "section")
    ]
    for ref in choice.sample(names, min(1, len(names))):
        try:
            after = apply(text, rename(document, ref, "Zwischentitel"))
            back = apply(after, rename(argmap.parse(after), type(ref)("Zwischentitel"), ref.title))
        except (ValueError, LookupError):
            continue
        simple = all(place.use is argmap.Use.MENTION for place in argmap.occurrences(document, ref))
        assert argmap.parse(back).debate == document.debate
        assert back == text or not simple


@settings(max_examples=60)
@given(st.text(alphabet="[]<>^?{}@#ab: \n+-()/*'\"=,"), st.text(alphabet="[]<>^?{}@#ab: \n/*\"'"))
def test_no_text_makes_renaming_fail_otherwise_than_by_refusing(text: str, title: str) -> None:
    document = argmap.parse(text)
    for place in argmap.occurrences(document):
        with suppress(ValueError, LookupError):
            apply(text, rename(document, place.ref, title))


@pytest.mark.skipif(
    not many_renames.DATA.is_dir(), reason="the conformance data are not beside the repository"
)
def test_renaming_in_a_sample_of_the_corpus_goes_well() -> None:
    choice = random.Random(7)
    documents = [
        (name, document)
        for name, document in many_renames.corpus()[::12]
        if any(not element.title.startswith("Untitled ") for element in document.debate)
    ]
    messages = [
        (name, message)
        for name, document in documents
        for message in many_renames.failures(name, document, choice, 3)
        if message
    ]
    assert documents
    assert messages == []
