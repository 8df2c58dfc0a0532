"""Outlines as plain text, Markdown and HTML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import argmap
from argmap import Debate, SectionRef, strategies
from argmap.analysis.outlines import outline_of
from argmap.interop.outlines import FORMS, OutlineForm
from argmap.interop.outlines.markdown_words import markdown_words
from argmap.model import Element, Evidence
from argmap.model.stated import canonical
from argmap.text.plain_words import words_of
from argmap.text.visible import visible

TEXT = """
===
title: Sunday
===

[?Open]: Open on Sundays? {several: true}
  + [Yes]: It should be open.
    + [^Survey]: Two thirds want it. {source: Meier 2020, kind: statistic, quote: "Please do", locator: 12}
    - <Staff>: Nobody should have to work.
      <_ [Volunteers]: Some would like to.
    >< [No]: It should be closed.

<Reason>: Time is scarce.

(1) [Scarce]: Time is scarce. {implicit: true}
-- modus ponens {qualifier: presumably} --
(2) [Yes]
"""
EXAMPLES = Path(__file__).parents[3] / "examples"
_MADE = {"p", "ul", "li", "strong", "h1", "h2", "h3", "h4", "h5", "h6"}


def rendered(markdown: str) -> ET.Element:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return ET.fromstring(f"<div>{html.replace('&quot;', '&#34;')}</div>")


def words(element: ET.Element) -> list[str]:
    return "".join(element.itertext()).split()


def test_the_plain_form_is_read_like_a_text() -> None:
    assert (
        argmap.outline(argmap.parse(TEXT))
        == """Sunday

question [?Open]: Open on Sundays?
  + claim [Yes]: It should be open.
    + evidence [^Survey]: Two thirds want it. “Please do” (statistic; Meier 2020, p. 12)
    - argument <Staff>: Nobody should have to work.
      _ claim [Volunteers]: Some would like to.
    ≠ claim [No]: It should be closed.
    + argument <Reason>: Time is scarce.
      (1) claim [Scarce]: Time is scarce. (left unsaid)
      -- modus ponens (presumably) --
      (2) → see [Yes]
"""
    )


@given(
    st.text(
        st.one_of(st.sampled_from("*_[]()<>`#\\-+.1~|&;!:/@=$^ wx"), st.characters(codec="utf-8")),
    )
)
@example("1. www.a.example a@b.example http://c.example -- ... (c) &amp; <b> ![x](y)")
def test_in_markdown_all_words_stay_words(text: str) -> None:
    line = " ".join(text.replace("\x00", "").split())
    paragraph = rendered(f"{markdown_words(line)}\n") if _is_xml(line) else ET.Element("div")
    assert {part.tag for part in paragraph.iter()} <= {"div", "p"}
    assert words(paragraph) == (line.split() if _is_xml(line) else [])


def _is_xml(text: str) -> bool:
    return all(ord(character) >= 32 and character not in "\ufffe\uffff" for character in text)


@settings(max_examples=30, deadline=None)
@given(strategies.debates(), st.booleans())
def test_markdown_has_no_markup_but_that_of_the_outline(debate: Debate, sections: bool) -> None:
    root = rendered(argmap.outline(debate, form="markdown", sections=sections))
    assert {part.tag for part in root.iter()} - {"div"} <= _MADE
    items = outline_of(debate, sections=sections).items
    assert len(list(root.iter("li"))) == sum(not isinstance(item.ref, SectionRef) for item in items)


@settings(max_examples=30, deadline=None)
@given(strategies.debates(), st.booleans())
def test_html_is_a_tree_with_an_item_for_each_element(debate: Debate, sections: bool) -> None:
    root = ET.fromstring(argmap.outline(debate, form="html", sections=sections))
    ids = [part.get("id") for part in root.iter("li") if part.get("id")]
    assert len(ids) == len(set(ids)) == len(debate)
    assert {part.get("href") for part in root.iter("a")} <= {f"#{name}" for name in ids}


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("[]<>(){}#+-_@^?:*| \n\t1ab\x1b\u202e\ud800=/")), st.sampled_from(FORMS))
def test_any_text_has_an_outline_and_a_report_that_files_can_hold(text: str, form: OutlineForm) -> None:
    document = argmap.parse(text)
    written = argmap.outline(document, form=form, sections=True) + argmap.report(document)
    assert not {"\x1b", "\u202e"} & set(written.encode().decode())


def said_by(element: Element) -> str:
    """Return what an element has as words in an outline: the text that counts, a title, a quote."""
    statement = canonical(element.places)
    text = words_of(statement.text, statement.marks)[0] if statement and statement.text else ""
    quote = element.quote or "" if isinstance(element, Evidence) else ""
    title = "" if element.is_untitled else element.title
    return visible(f"{title} {text} {quote} {' '.join(element.speakers)}")


def shown_by(outline: str, form: OutlineForm) -> str:
    """Return the words that readers of an outline see."""
    if form == "text":
        return outline
    root = rendered(outline) if form == "markdown" else ET.fromstring(outline)
    return " ".join(root.itertext())


def bare(words: str) -> Counter[str]:
    """Return how often each word is there, without the signs around it."""
    return Counter(re.findall(r"\w+", words))


@settings(max_examples=40, deadline=None)
@given(strategies.debates(), st.sampled_from(FORMS), st.booleans())
def test_every_word_of_a_debate_is_in_its_outline(debate: Debate, form: OutlineForm, sections: bool) -> None:
    shown = bare(shown_by(argmap.outline(debate, form=form, sections=sections), form))
    headings = " ".join(section.title for section in debate.sections) if sections else ""
    said = bare(" ".join([headings, *map(said_by, debate)]))
    assert said - shown == Counter()


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_flagship_is_in_its_outline(form: OutlineForm) -> None:
    debate = argmap.load(EXAMPLES / "us-russia-policy.argdown").debate
    said = bare(" ".join(map(said_by, debate)))
    assert said - bare(shown_by(argmap.outline(debate, form=form), form)) == Counter()


@pytest.mark.parametrize("form", FORMS)
def test_five_thousand_levels_are_told(form: OutlineForm) -> None:
    text = "[0]: a\n" + "".join(f"{' ' * level}+ [{level}]: a\n" for level in range(1, 5000))
    debate = argmap.parse(text).debate
    assert len(debate) == 5000
    shown = argmap.outline(debate, form=form)
    assert shown.count(": a") == 5000
    # Indentation does not grow with the depth.
    assert len(shown) < 200 * len(debate)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_nothing_gives_an_outline_of_nothing(form: str) -> None:
    written = argmap.outline(Debate(), form=form)  # type: ignore[arg-type]  # one of the forms
    assert "claim" not in written


def test_control_characters_and_those_that_turn_text_are_shown() -> None:
    assert argmap.outline(argmap.parse("[A]: a\x1b[31m \u202eb")) == "claim [A]: a�[31m �b\n"


def test_mentions_are_read_as_titles() -> None:
    assert "As B says" in argmap.outline(argmap.parse("[A]: As @[B] says\n\n[B]: b"))


def test_what_has_no_title_is_referred_to_by_what_it_says() -> None:
    debate = argmap.parse("It rains.\n  + [B]: b").debate
    assert argmap.outline(debate).startswith("claim: It rains.\n")


def test_only_what_is_selected_is_told() -> None:
    assert argmap.outline(argmap.parse("[A]: a\n  + [B]: b #x"), select="#x") == "claim [B]: b #x\n"


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="text, markdown, html"):
        argmap.outline(Debate(), form="pdf")  # type: ignore[arg-type]  # a wrong one


def test_the_flagship_is_told_as_it_was_read(request: pytest.FixtureRequest) -> None:
    golden = Path(__file__).with_name("us-russia-policy.txt")
    written = argmap.outline(argmap.load(EXAMPLES / "us-russia-policy.argdown"))
    if request.config.getoption("--update-golden"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
