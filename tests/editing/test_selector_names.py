"""What selectors in settings name is found there, and renamed."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentRef, Document, InferenceRef, SectionRef, TagRef, Use
from argmap.data import FrozenDict
from argmap.data.written_scalars import character_places
from argmap.data.yaml_reader import read_yaml
from argmap.editing.new_titles import titled
from argmap.edits import apply, rename
from argmap.strategies import selectors

BODY = (
    "# Weather\n\n[Sun]: It shines. #x\n  + <Forecast>: f\n  - [^Survey]: s\n\n[?Why]\n\n# Weather\n\n[B]\n"
)


def page(select: str, body: str = BODY) -> str:
    return f"===\nselection:\n  select: {select}\n===\n\n{body}"


def in_selector(document: Document, thing: object) -> list[tuple[str, str]]:
    text = document.text
    return [
        (text[slice(*place.span[:2])], text[slice(*place.name_span[:2])])
        for place in argmap.occurrences(document, thing)
        if place.use is Use.SETTING
    ]


@pytest.mark.parametrize(
    ("thing", "select", "whole", "name"),
    [
        ("[Sun]", "claims, [Sun] <+", "[Sun]", "Sun"),
        ("[^Survey]", "'[^Survey]#x, \"it''s\"'", "[^Survey]", "Survey"),
        ("[?Why]", '"\\"a\\", [?Why]"', "[?Why]", "Why"),
        ("<Forecast>", "'<Forecast>'", "<Forecast>", "Forecast"),
        ("<Forecast>", "|-\n    argument,\n      <Forecast>#1", "<Forecast>#1", "Forecast"),
        ("#x", ">\n    claims\n    (-> #x)", "#x", "x"),
        (TagRef("two words"), "'!#(two  words)'", "#(two  words)", "two  words"),
        (SectionRef("s2", "Weather"), "&a '*:in(1, Weather)'", "Weather", "Weather"),
        (SectionRef("s2", "Weather"), '"*:in(\\"Weather\\")"', '\\"Weather\\"', "Weather"),
    ],
)
def test_what_a_selector_names_is_found_in_it(thing: object, select: str, whole: str, name: str) -> None:
    assert in_selector(argmap.parse(page(select)), thing) == [(whole, name)]


def test_own_rules_and_lists_of_them_are_searched_once() -> None:
    rules = "[{select: '[Sun]', code: X001}, {select: '[Sun], [Sun]', code: X002}]"
    document = argmap.parse(f"===\ncheck: {{rules: {rules}}}\n===\n\n{BODY}")
    assert in_selector(document, "[Sun]") == [("[Sun]", "Sun")] * 3
    after = apply(document.text, rename(document, "[Sun]", "Moon"))
    assert after == document.text.replace("Sun", "Moon")


def test_aliases_and_texts_that_are_no_selectors_name_nothing() -> None:
    rules = "[{select: &a '[Sun] <+', code: X001}, {select: *a, code: X002}, {select: '[Sun] (', code: X003}]"
    document = argmap.parse(f"===\ncheck: {{rules: {rules}}}\n===\n\n{BODY}")
    assert len(in_selector(document, "[Sun]")) == 1


@pytest.mark.parametrize(
    ("thing", "title", "select", "after"),
    [
        ("[Sun]", "The sun", "claims, [Sun] <+", "claims, [The sun] <+"),
        ("[Sun]", "it's", "'[Sun], [Sun]'", "'[it''s], [it''s]'"),
        ("[Sun]", 'so "called"', '"[Sun] <+"', '"[so \\"called\\"] <+"'),
        ("[Sun]", "a: b", "claims, [Sun] <+", '"claims, [a: b] <+"'),
        ("#x", "two words", "claims#x:root", "claims#(two words):root"),
        ("#x", "y", "claims#(x)", "claims#(y)"),
        (SectionRef("s1", "Weather"), "Two words", "claims:in(Weather)", 'claims:in("Two words", Weather)'),
        (SectionRef("s1", "Weather"), "Wind", "'*:in(\"Weather\")'", '\'*:in("Wind", "Weather")\''),
    ],
)
def test_selectors_are_renamed_in_the_quotes_that_they_have(
    thing: object, title: str, select: str, after: str
) -> None:
    document = argmap.parse(page(select))
    assert apply(document.text, rename(document, thing, title)).split("\n")[2] == f"  select: {after}"


@pytest.mark.parametrize(
    ("thing", "title", "select", "message"),
    [
        ("<Forecast>", "~more", "'<Forecast>'", r"cannot be written in the selector in line 3"),
        ("<Forecast>", "~ more", "'<Forecast>#1'", r"cannot be written in the selector in line 3"),
        (SectionRef("s1", "Weather"), "s2", "'*:in(Weather)'", "several sections in the selector in line 3"),
        (SectionRef("s1", "Weather"), "Wind", "'*:in(Wind)'", "several sections in the selector in line 3"),
    ],
)
def test_titles_that_a_selector_cannot_write_are_refused(
    thing: object, title: str, select: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        rename(argmap.parse(page(select)), thing, title)


def selected(document: Document) -> set[object]:
    try:
        refs = argmap.select(document, document.settings.selection.select or "")
    except LookupError:
        return set()
    # An inference has the name of its argument.
    return {ArgumentRef(ref.argument) if isinstance(ref, InferenceRef) else ref for ref in refs}


TITLES = st.sampled_from(("Renamed", "it's", 'a "b"', "x: y", "#no", "1", "null", "价 格", "\\n", "a, b"))
STYLES = st.sampled_from(("single", "double", "literal"))


def styled(text: str, style: str) -> str:
    match style:
        case "single":
            return "'" + text.replace("'", "''") + "'"
        case "double":
            return json.dumps(text)
        case _:
            return f"|\n    {text}"


# What looks for words may find others after a rename.
SELECTORS = st.tuples(
    selectors(argmap.parse(BODY).debate).filter(
        lambda text: not any(word in text for word in ('"', "title", "line"))
    ),
    st.sampled_from(
        ("[Sun] <+", "#x", "<Forecast>#1", "!#x(-> [Sun])", 'claim:in("Weather")', "[?Why], <Forecast>")
    ),
).map(", ".join)


@settings(max_examples=60)
@given(SELECTORS.filter(str.isprintable), st.data(), TITLES, STYLES)
def test_what_a_renamed_selector_selects_is_renamed(
    selector: str, data: st.DataObject, title: str, style: str
) -> None:
    document = argmap.parse(page(styled(selector, style)))
    ref = data.draw(
        st.sampled_from([place.ref for place in argmap.occurrences(document) if place.use is Use.SETTING])
    )
    after = apply(document.text, rename_or_not(document, ref, title))
    again = argmap.parse(after)
    titles = {ref: ref if after == document.text else titled(ref, title)}
    assert selected(again) == {titles.get(each, each) for each in selected(document)}


def rename_or_not(document: Document, ref: object, title: str) -> tuple[argmap.Edit, ...]:
    try:
        return rename(document, ref, title)
    except ValueError:
        return ()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])), STYLES)
def test_each_character_has_its_place_in_the_yaml(text: str, style: str) -> None:
    written = styled(text, style)
    value = read_yaml(f"a: {written}")[0]
    if not isinstance(value, FrozenDict) or not isinstance(value["a"], str):
        return
    places = character_places(written, value["a"])
    assert places is not None
    assert all(before[1] <= after[0] <= after[1] for before, after in pairwise(places))
    assert all(
        character.isspace() or read_yaml(f'"{written[slice(*place)]}"')[0] == character
        for character, place in zip(value["a"], places, strict=True)
        if style == "double"
    )
    assert all(
        written[place[0]] == character
        for character, place in zip(value["a"], places, strict=True)
        if style != "double" and not character.isspace()
    )


@given(st.text(st.sampled_from('[]<>^?()+-_~!:#"{}.,* \n\\=claimevdns019é'), max_size=60))
def test_any_text_can_be_a_selector_in_settings(text: str) -> None:
    document = argmap.parse(page(json.dumps(text)))
    places = [place for place in argmap.occurrences(document) if place.use is Use.SETTING]
    assert all(place.span.start <= place.name_span.start <= place.name_span.end for place in places)
