"""No map is empty, and none keeps silent about what it lacks."""

import pytest
from hypothesis import given

import argmap
from argmap.maps import ArgumentMap, Omission, build_argdown_map, build_map, omission_words
from argmap.model import ArgumentRef, ClaimRef, Debate, Ref
from argmap.settings import Settings

DERIVATION = "(1) All men are mortal.\n(2) Socrates is a man.\n----\n(3) Socrates is mortal.\n"
RELATED = "[A]: One.\n  + [B]: Two.\n"


def map_of(text: str, **settings: object) -> ArgumentMap:
    return argmap.build_map(argmap.parse(text), settings)


def titles(view: ArgumentMap) -> list[str]:
    return [node.ref.title for node in view.nodes]


def words(view: ArgumentMap) -> list[str]:
    return [*omission_words(view.omissions, shown=len(view.nodes))]


def is_hidden(debate: Debate, ref: Ref, settings: Settings) -> bool:
    """Return whether an author says that this element is never to be shown."""
    selection = settings.selection
    names = {ref.title, f"^{ref.title}"}
    excluded = {*selection.exclude_statements, *selection.exclude_arguments}
    in_map = selection.ignore_is_in_map or debate[ref].data.get("isInMap", True) is True
    return bool(names & excluded) or not in_map


@given(...)
def test_a_map_is_empty_only_if_everything_is_hidden(debate: Debate, settings: Settings) -> None:
    visible = [one.ref for one in debate.elements if not is_hidden(debate, one.ref, settings)]
    steps = {ref for one in debate.arguments.values() for ref in one.step_refs}
    assert bool(build_map(debate, settings).nodes) >= any(ref not in steps for ref in visible)


@given(...)
def test_what_the_settings_select_is_shown_as_argdown_shows_it(debate: Debate, settings: Settings) -> None:
    selected = build_argdown_map(debate, settings)
    shown = {node.ref for node in build_map(debate, settings).nodes}
    assert {node.ref for node in selected.nodes} <= shown


@given(...)
def test_every_reconstructed_argument_is_shown_that_is_not_excluded(
    debate: Debate, settings: Settings
) -> None:
    view = build_map(debate, settings)
    excluded = {ref for one in view.omissions if not one.remedies for ref in one.refs}
    reconstructed = {ref for ref in map(ArgumentRef, debate.arguments) if debate[ref].steps}
    assert reconstructed - excluded <= {node.ref for node in view.nodes}


@given(...)
def test_everything_is_shown_or_left_out_and_never_both(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    shown = [node.ref for node in view.nodes]
    left_out = [ref for omission in view.omissions for ref in omission.refs]
    steps = [ref for one in debate.arguments.values() for ref in one.step_refs]
    assert {*shown, *left_out, *steps} >= {one.ref for one in debate.elements}
    assert len({*shown, *left_out}) == len(shown) + len(left_out)


@given(...)
def test_the_remedies_of_an_omission_show_what_it_left_out(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    for omission in (one for one in view.omissions if one.remedies):
        changed = Settings.of(settings, {"selection": dict(map(_said, omission.remedies))})
        assert {*omission.refs} <= {node.ref for node in build_map(debate, changed).nodes}


def _said(remedy: str) -> tuple[str, object]:
    name, value = remedy.removeprefix("selection.").split(": ")
    return name, {"false": False}.get(value, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dogs are good.\n", ["Untitled 1"]),
        ("[A]: alone\n", ["A"]),
        ("[A]: one\n\n[B]: two\n", ["A", "B"]),
        ("[^E]: seen\n", ["E"]),
        ("<A>: because\n", ["A"]),
        ("<A>: because\n\n" + DERIVATION, ["A"]),
        (DERIVATION, ["Untitled 1"]),
        ("Dogs are good.\n\n" + DERIVATION, ["Untitled 1", "Untitled 2"]),
        ("1. I exist\n2. So what\n", ["Untitled 1", "Untitled 2"]),
        ("# Heading\n\nProse.\n", ["Untitled 1"]),
    ],
)
def test_what_is_connected_to_nothing_is_drawn_if_it_is_all_there_is(text: str, expected: list[str]) -> None:
    assert titles(map_of(text)) == expected


@pytest.mark.parametrize("text", ["", "// a comment\n", "# Heading\n", "===\ntitle: T\n===\n"])
def test_a_text_that_says_nothing_has_an_empty_map(text: str) -> None:
    assert map_of(text) == ArgumentMap()


def test_a_derivation_that_is_all_there_is_is_shown_in_full() -> None:
    (node,) = map_of(DERIVATION).nodes
    assert [step.text for step in node.steps if step.number] == [
        "All men are mortal.",
        "Socrates is a man.",
        "Socrates is mortal.",
    ]


def test_a_derivation_without_title_shows_no_made_up_title() -> None:
    (node,) = map_of(DERIVATION).nodes
    assert node.label_title is None


def test_a_detail_that_is_asked_for_counts_more() -> None:
    (node,) = argmap.draw(argmap.parse("<A>: Because.\n\n" + DERIVATION), detail="text").map.nodes
    assert (node.label_text, node.steps) == ("Because.", ())


def test_a_derivation_beside_others_is_shown() -> None:
    assert titles(map_of(f"{RELATED}\n<C>\n\n{DERIVATION}")) == ["A", "B", "C"]


def test_a_derivation_beside_others_that_has_no_words_of_its_own_is_shown_in_full() -> None:
    node = map_of(f"{RELATED}\n{DERIVATION}").nodes[-1]
    assert [step.number for step in node.steps] == [1, 2, None, 3]


def test_what_is_left_out_is_named_with_what_shows_it() -> None:
    assert words(map_of(f"{RELATED}\n[C]: Three.\n")) == [
        "1 of 3 elements is not shown because nothing is connected to it; "
        "`selection.excludeDisconnected: false` shows it"
    ]


def test_a_map_that_shows_everything_leaves_nothing_out() -> None:
    assert (map_of(RELATED).omissions, map_of(RELATED).fallback) == ((), None)


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"selectedTags": ["t"]}, "`selection.selectedTags` does not select"),
        ({"selectedSections": ["One"]}, "`selection.selectedSections` does not select"),
        ({"excludeStatements": ["C", "D"]}, "`selection.excludeStatements` lists"),
    ],
)
def test_the_setting_that_excludes_elements_is_named(settings: dict[str, object], reason: str) -> None:
    view = map_of("# One\n\n[A]: a #t\n  + [B]: b #t\n\n# Two\n\n[C]: c\n  + [D]: d\n", selection=settings)
    assert view.omissions == (Omission([ClaimRef("C"), ClaimRef("D")], reason),)


def test_names_that_select_nothing_are_reported_with_the_nearest() -> None:
    asked = {"selectedSpeakers": ["Anne", "Bob"], "selectedTags": ["t"], "selectedSections": ["One"]}
    view = map_of("# One\n\n[A]: a #t {speaker: Bob}\n  + [B]: b {speaker: Ann}\n", selection=asked)
    assert view.notes == (
        "`selection.selectedSpeakers` names 'Anne', but nothing has that speaker; write 'Ann'",
    )


def test_what_is_hidden_in_data_stays_hidden() -> None:
    view = map_of("[A]: a {isInMap: false}\n")
    assert (view.nodes, words(view)) == (
        (),
        ["1 of 1 element is not shown because `isInMap: false` hides it"],
    )


def test_tags_that_nothing_has_select_everything() -> None:
    view = map_of(RELATED, selection={"selectedTags": ["x"]})
    assert (titles(view), view.fallback) == (
        ["A", "B"],
        "`selection.selectedTags` would leave nothing, so everything is drawn",
    )


def test_the_mode_of_the_selection_is_named() -> None:
    settings = {"statementSelectionMode": "top-level", "excludeDisconnected": False}
    view = map_of(f"{RELATED}\n* [C]: c\n", selection=settings)
    reason = "`selection.statementSelectionMode: top-level` does not select"
    assert view.omissions == (Omission([ClaimRef("C")], reason, ["selection.statementSelectionMode: all"]),)


def test_what_needs_two_settings_names_both() -> None:
    assert words(map_of(f"{RELATED}\nDogs are good.\n")) == [
        "1 of 3 elements is not shown because nothing is connected to it; `selection.excludeDisconnected: "
        "false` and `selection.statementSelectionMode: all` show it"
    ]


def test_what_is_left_out_for_a_reason_is_said_once_with_how_much_each_remedy_shows() -> None:
    assert words(map_of(f"{RELATED}\nDogs are good.\n\n[C]: Three.\n")) == [
        "2 of 4 elements are not shown because nothing is connected to them; "
        "`selection.excludeDisconnected: false` shows 1 of them, `selection.excludeDisconnected: false` and "
        "`selection.statementSelectionMode: all` show all of them"
    ]


@given(...)
def test_no_reason_is_said_twice(debate: Debate, settings: Settings) -> None:
    view = build_map(debate, settings)
    reasons = [sentence.partition(" because ")[2].partition(";")[0] for sentence in words(view)]
    assert len({reason.removesuffix(" it").removesuffix(" them") for reason in reasons}) == len(reasons)


def test_a_claim_that_is_alone_gets_an_idea_of_what_to_write() -> None:
    assert (map_of("[A]: a\n").fallback or "").startswith("there is nothing but a claim to draw; write")


def test_numbered_claims_get_the_markup_of_derivations() -> None:
    fallback = map_of("1. I exist\n2. Everything has a cause\n").fallback or ""
    assert [word in fallback for word in ("nothing is connected", "`(1)`", "`----`")] == [True] * 3


def test_a_derivation_that_is_all_there_is_needs_no_words() -> None:
    assert map_of(DERIVATION).fallback is None


@pytest.mark.parametrize("number", [1, 2])
def test_sentences_agree_with_their_number(number: int) -> None:
    omission = Omission(map(ClaimRef, "AB"[:number]), "nothing is connected to", ["x: y"])
    (sentence,) = omission_words([omission], shown=0)
    assert (
        sentence
        == [
            "1 of 1 element is not shown because nothing is connected to it; `x: y` shows it",
            "2 of 2 elements are not shown because nothing is connected to them; `x: y` shows them",
        ][number - 1]
    )
