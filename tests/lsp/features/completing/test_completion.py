"""What can be written at a place, in texts that may be broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.lsp.features.completing.completions_at import Completions, completions
from argmap.settings.known_settings import known_settings, names_below
from argmap.syntax.operators import OPERATORS

_DEBATE = argmap.parse(
    "===\nsources: {mill: {title: On Liberty}}\n===\n\n[Sun]: It shines. #today #(very hot)\n"
    "  + <Forecast>: They said so.\n  - [^Count]: 93\n  - It rains.\n\n[?Which]: Which?"
).debate
_FILES = {"": ["a.argdown", "b.txt", "inner/", "page.md"], "inner": ["c.argdown"]}


def _offered(text: str) -> tuple[str, Completions]:
    offset = text.index("|")
    plain = text[:offset] + text[offset + 1 :]
    return plain, completions(plain, offset, _DEBATE, folder=lambda path: _FILES.get(path, []))


def _labels(text: str) -> list[str]:
    return [item.label for item in _offered(text)[1].items]


def _chosen(text: str, label: str) -> str:
    """Return a text after an item has been chosen."""
    plain, offered = _offered(text)
    (item,) = [item for item in offered.items if item.label == label]
    return argmap.edits.apply(plain, [item.edit])


@pytest.mark.parametrize(
    ("text", "label", "changed"),
    [
        ("[|", "[Sun]", "[Sun]"),
        ("[^|", "[^Count]", "[^Count]"),
        ("[?|", "[?Which]", "[?Which]"),
        ("[A]\n  + <fo|", "<Forecast>", "[A]\n  + <Forecast>"),
        ("[A|]: x", None, None),
        ("[S|omething else]: x", "[Sun]", "[Sun]: x"),
        ("<A>: as [S| shows", "[Sun]", "<A>: as @[Sun] shows"),
        ("<A>: as @[S|]", "[Sun]", "<A>: as @[Sun]"),
        ("<A>: as @|", "<Forecast>", "<A>: as @<Forecast>"),
        ("[A]: x #to|", "#today", "[A]: x #today"),
        ("[A]: x #(v|)", "#very hot", "[A]: x #(very hot)"),
        ("[^A]: x {so|", "source", "[^A]: x {source: "),
        ("[^A]: x {|kind: law}", "kind", "[^A]: x {kind: law}"),
        ("[^A]: x {source: m|}", "mill", "[^A]: x {source: mill}"),
        ("[^A]: x {kind: test|, a: b}", "testimony", "[^A]: x {kind: testimony, a: b}"),
        ("[^A]: x {source: {tit|", "title", "[^A]: x {source: {title: "),
        ("[A]\n  - [B] {relation: {kind: con|", "contrary", "[A]\n  - [B] {relation: {kind: contrary"),
        ("[A]: x {isInMap: |}", "true", "[A]: x {isInMap: true}"),
        ("[A]: x {allow: [C301, C30|]}", "C302", "[A]: x {allow: [C301, C302]}"),
        ("(1) a\n(2) b\n-- x {uses: [1, |]} --", "2", "(1) a\n(2) b\n-- x {uses: [1, 2]} --"),
        ("-- sign {answers: {|", "strength", "-- sign {answers: {strength: "),
        ("-- x {scheme: expert|} --", "expert_opinion", "-- x {scheme: expert_opinion} --"),
        ("-- argument from sig|", "argument from sign", "-- argument from sign"),
        ('-- sign {answers: {strength: "[S|"}} --', "[Sun]", '-- sign {answers: {strength: "[Sun]"}} --'),
        ("[A]\n  |", "->", "[A]\n  -> "),
        ("[A]\n  <|", "<_", "[A]\n  <_ "),
        ("===\nmod|", "model", "===\nmodel:"),
        ("===\nmodel:\n  mode: |\n===", "strict", "===\nmodel:\n  mode: strict\n==="),
        ("===\nmodel: {mo|", "mode", "===\nmodel: {mode: "),
        ("===\nexpect: {in: [[S|", "[Sun]", "===\nexpect: {in: [[Sun]"),
        ("===\nsources:\n  mill:\n    ti|", "title", "===\nsources:\n  mill:\n    title: "),
        ("well :hap|", ":happy:", "well :happy:"),
        ("@include(|", "a.argdown", "@include(a.argdown)"),
        ("@include(|)", "page.md", "@include(page.md)"),
        ("@include(inner/|", "c.argdown", "@include(inner/c.argdown)"),
    ],
)
def test_what_is_begun_is_completed(text: str, label: str | None, changed: str | None) -> None:
    if label is None:
        assert _labels(text) == []
    else:
        assert _chosen(text, label) == changed


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[Policy]: x\n\n[Pol|]", ["[Policy]"]),
        ("[Policy]: x\n\n[Y]\n  + [Pol|]", ["[Policy]"]),
        ("<Policy>: x\n\n(1) a\n----\n(2) b\n  <_ <Pol|>", ["<Policy>"]),
        ("[Pol]: x\n\n[Pol|]", ["[Pol]"]),
        ("[Pol]: x\n\n[Y]: as @[Pol|]", ["[Pol]"]),
    ],
)
def test_what_is_being_written_is_not_offered_for_itself(text: str, labels: list[str]) -> None:
    offset = text.index("|")
    plain = text.replace("|", "")
    offered = completions(plain, offset, argmap.parse(plain).debate)
    assert [item.label for item in offered.items] == labels


def test_what_has_no_title_is_not_offered() -> None:
    assert _labels("[|") == ["[Sun]"]


def test_files_that_cannot_be_included_are_not_offered() -> None:
    assert _labels("@include(|") == ["a.argdown", "inner/", "page.md"]


def test_all_operators_are_offered_below_a_line_and_none_at_the_beginning() -> None:
    assert _labels("[A]\n|") == list(OPERATORS)
    assert _labels("|") == []


@pytest.mark.parametrize(
    "text", ["plain wo|rds", "[A]: 1 < 2 |", "a \\[S|", "# |", "see 12:30|", "a@b|", "  {|"[:2] + "x|"]
)
def test_words_are_not_completed(text: str) -> None:
    assert _labels(text) == []


def test_in_lists_of_data_no_title_is_begun() -> None:
    assert "[Sun]" not in _labels("(1) a\n-- x {uses: [|")


def test_keys_have_places_to_fill_in() -> None:
    items = {item.label: item.snippet for item in _offered("-- x {|")[1].items}
    assert (items["uses"], items["warrant"]) == ("uses: [$0]", "warrant: $0")


def test_many_items_are_not_all_sent() -> None:
    debate = argmap.parse("\n\n".join(f"[Claim {number}]" for number in range(600))).debate
    offered = completions("[C", 2, debate)
    assert (len(offered.items), offered.is_complete) == (500, False)


def test_settings_have_names_below_their_tables() -> None:
    assert "mode" in names_below(("model",))
    assert names_below(("model", "mode")) == ()
    assert known_settings()["color", "colorScheme"].values[0] == "default"


@given(strategies.markup(max_blocks=3), st.integers(0, 300))
def test_every_item_can_be_written_and_is_around_the_place(text: str, place: int) -> None:
    debate = argmap.parse(text).debate
    offset = min(place, len(text))
    for item in completions(text, offset, debate).items:
        assert item.edit.span.start <= offset <= item.edit.span.end
        assert argmap.edits.apply(text, [item.edit])


@given(st.text(st.sampled_from("[]<>{}()@#:+-_=^?,\"' \nab"), max_size=40), st.integers(0, 40))
def test_no_text_is_too_broken(text: str, place: int) -> None:
    completions(text, min(place, len(text)), _DEBATE)
