"""What of a debate is shown."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.data import FrozenDict
from argmap.maps.choosing.selection import candidates_of, select, select_among, shown_among
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    ElementRef,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Origin,
    Ref,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.settings import Settings
from argmap.settings.settings import SelectionSettings


def shown(debate: Debate, **settings: object) -> set[Ref]:
    selection = select(debate, Settings.of({"selection": settings}).selection)
    return {*selection.propositions, *selection.arguments}


def reconstructed(title: str, premise: str, conclusion: str) -> Argument:
    return Argument(
        title,
        steps=(
            Statement(premise, role=Role.PREMISE, argument=title),
            Statement(conclusion, role=Role.MAIN_CONCLUSION, argument=title),
        ),
        step_refs=(ClaimRef(premise), ClaimRef(conclusion)),
        inferences=(Inference(title, 0, (ClaimRef(premise),), ClaimRef(conclusion), 1),),
    )


def debate_of(*elements: Claim | Evidence | Argument, relations: tuple[Relation, ...] = ()) -> Debate:
    return Debate(
        claims=FrozenDict({one.title: one for one in elements if isinstance(one, Claim)}),
        evidence=FrozenDict({one.title: one for one in elements if isinstance(one, Evidence)}),
        arguments=FrozenDict({one.title: one for one in elements if isinstance(one, Argument)}),
        relations=relations,
        sections=(Section("s1", "One", 1), Section("s2", "Two", 2, parent="s1")),
    )


def support(source: Ref, target: Ref) -> Relation:
    return Relation(RelationKind.SUPPORT, source, target)


A, B, C = (ClaimRef(title) for title in "ABC")


@given(debate=st.from_type(Debate), excluded=st.sets(st.sampled_from("ABCD")))
def test_all_but_the_excluded_statements_can_be_shown(debate: Debate, excluded: set[str]) -> None:
    settings = SelectionSettings(
        statement_selection_mode="all",
        exclude_disconnected=False,
        ignore_is_in_map=True,
        exclude_statements=tuple(excluded),
    )
    assert [ref.title for ref in select(debate, settings).propositions] == [
        title for title in [*debate.claims, *debate.evidence] if title not in excluded
    ]


@given(...)
def test_nothing_disconnected_is_shown(debate: Debate) -> None:
    alone = evolve(
        debate,
        relations=(),
        arguments=FrozenDict({title: Argument(title) for title in debate.arguments}),
    )
    assert shown(alone, ignoreIsInMap=True) == set()


@given(...)
def test_every_selected_argument_is_a_candidate_of_the_debate(debate: Debate, settings: Settings) -> None:
    assert set(select(debate, settings.selection).arguments.values()) <= set(debate.arguments.values())


def test_related_claims_are_shown() -> None:
    debate = debate_of(Claim("A"), Claim("B"), Claim("C"), relations=(support(A, B),))
    assert shown(debate) == {A, B}


def test_derived_relations_connect_nothing() -> None:
    derived = Relation(RelationKind.SUPPORT, A, B, Origin.DERIVED)
    assert shown(debate_of(Claim("A"), Claim("B"), relations=(derived,))) == set()


def test_the_relations_of_an_excluded_statement_do_not_count() -> None:
    debate = debate_of(Claim("A"), Claim("B"), relations=(support(A, B),))
    assert shown(debate, excludeStatements=["B"]) == set()


def test_evidence_is_excluded_with_or_without_its_mark() -> None:
    debate = debate_of(Claim("E"), Evidence("E"), Evidence("F"))
    everything = {"excludeDisconnected": False, "statementSelectionMode": "all"}
    assert shown(debate, excludeStatements=["^E", "F"], **everything) == {ClaimRef("E")}
    assert shown(debate, excludeStatements=["E"], **everything) == {EvidenceRef("F")}


def test_arguments_can_be_excluded() -> None:
    debate = debate_of(Argument("a"), Argument("b"))
    assert shown(debate, excludeArguments=["a"], excludeDisconnected=False) == {ArgumentRef("b")}


@pytest.mark.parametrize(("said", "expected"), [(True, {A}), (False, set()), ("yes", set())])
def test_only_true_brings_into_the_map(said: object, expected: set[Ref]) -> None:
    claim = Claim("A", data=FrozenDict({"isInMap": said}))
    assert shown(debate_of(claim)) == expected


def test_what_data_say_about_the_map_can_be_ignored() -> None:
    claim = Claim("A", data=FrozenDict({"isInMap": True}))
    assert shown(debate_of(claim), ignoreIsInMap=True) == set()


def test_arguments_can_be_brought_into_the_map() -> None:
    argument = Argument("a", data=FrozenDict({"isInMap": True}))
    assert shown(debate_of(argument)) == {ArgumentRef("a")}


def test_included_statements_are_shown_though_disconnected() -> None:
    assert shown(debate_of(Claim("A"), Evidence("E")), includeStatements=["E"]) == {EvidenceRef("E")}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"selectedSections": ["One"]}, {A}),
        ({"selectedSections": ["One"], "selectElementsWithoutSection": True}, {A, C}),
        ({"selectedSections": []}, set()),
    ],
)
def test_sections_are_selected_by_their_own_title(settings: dict[str, object], expected: set[Ref]) -> None:
    debate = debate_of(Claim("A", section="s1"), Claim("B", section="s2"), Claim("C"))
    assert shown(debate, excludeDisconnected=False, **settings) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"selectedTags": ["t"]}, {A}),
        ({"selectedTags": ["t"], "selectElementsWithoutTag": True}, {A, C}),
        ({"selectedTags": []}, set()),
    ],
)
def test_one_of_several_tags_is_enough(settings: dict[str, object], expected: set[Ref]) -> None:
    debate = debate_of(Claim("A", tags=("u", "t")), Claim("B", tags=("u",)), Claim("C"))
    assert shown(debate, excludeDisconnected=False, **settings) == expected


def _spoken(title: str, **data: object) -> Claim:
    return Claim(title, data=FrozenDict(data))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"selectedSpeakers": ["Ann"]}, {A}),
        ({"selectedSpeakers": ["Ann"], "selectElementsWithoutSpeaker": True}, {A, C}),
        ({"selectedSpeakers": ["Bob", "Ann"]}, {A, B}),
        ({"selectedSpeakers": []}, set()),
        ({"implicit": "hide"}, {A, B}),
        ({"implicit": "only"}, {C}),
        ({"implicit": "hide", "selectedSpeakers": ["Bob"]}, {B}),
    ],
)
def test_speakers_and_what_nobody_stated_are_selected(
    settings: dict[str, object], expected: set[Ref]
) -> None:
    said = (_spoken("A", speaker="Ann"), _spoken("B", speaker=("Bob", "Eve")), _spoken("C", implicit=True))
    assert shown(debate_of(*said), excludeDisconnected=False, **settings) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("all", {"titled premise", "untitled premise", "related", "alone"}),
        ("with-title", {"titled premise", "related", "alone"}),
        ("top-level", {"related", "alone"}),
        ("with-relations", {"related"}),
        ("not-used-in-argument", {"related", "alone"}),
        ("with-more-than-one-relation", {"related"}),
    ],
)
def test_modes_choose_among_the_statements(mode: str, expected: set[str]) -> None:
    debate = debate_of(
        Claim("titled premise"),
        Claim("untitled premise", is_untitled=True),
        Claim("related", is_untitled=True),
        Claim("alone", statements=(Statement("alone", text="x"),)),
        reconstructed("a", "titled premise", "untitled premise"),
        relations=(support(ArgumentRef("a"), ClaimRef("related")),),
    )
    found = shown(debate, statementSelectionMode=mode, excludeDisconnected=False)
    assert {ref.title for ref in found if isinstance(ref, ClaimRef)} == expected


def test_used_statements_need_two_partners_in_the_last_mode() -> None:
    debate = debate_of(
        Claim("A"),
        Claim("B"),
        Claim("C"),
        reconstructed("a", "A", "B"),
        reconstructed("b", "B", "C"),
        relations=(support(A, C), support(B, C), support(B, ArgumentRef("b"))),
    )
    assert shown(debate, statementSelectionMode="with-more-than-one-relation") == {
        ArgumentRef("a"),
        ArgumentRef("b"),
    }


def test_undercuts_connect_the_argument_that_they_hit() -> None:
    undercut = Relation(RelationKind.UNDERCUT, ArgumentRef("b"), InferenceRef("a", 0))
    claims = [Claim(title, is_untitled=True) for title in "AB"]
    debate = debate_of(*claims, reconstructed("a", "A", "B"), Argument("b"), relations=(undercut,))
    assert shown(debate) == {ArgumentRef("a"), ArgumentRef("b")}


def test_arguments_that_share_a_proposition_are_connected() -> None:
    claims = [Claim(title, is_untitled=True) for title in "ABC"]
    debate = debate_of(*claims, reconstructed("a", "A", "B"), reconstructed("b", "B", "C"))
    assert shown(debate) == {ArgumentRef("a"), ArgumentRef("b")}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (Relation(RelationKind.ATTACK, C, A), {C, ArgumentRef("a")}),
        (Relation(RelationKind.ATTACK, A, C), {C}),
        (Relation(RelationKind.CONTRADICTION, A, C), {C, ArgumentRef("a")}),
        (Relation(RelationKind.ATTACK, B, C), {C, ArgumentRef("a")}),
        (Relation(RelationKind.CONTRARIETY, C, B), {C, ArgumentRef("a")}),
    ],
)
def test_premises_are_reached_and_conclusions_reach_out(relation: Relation, expected: set[Ref]) -> None:
    claims = [Claim("A", is_untitled=True), Claim("B", is_untitled=True), Claim("C")]
    debate = debate_of(*claims, reconstructed("a", "A", "B"), relations=(relation,))
    assert shown(debate) == expected


@given(...)
def test_some_are_shown_as_they_are_among_all(
    debate: Debate, settings: Settings, are_arguments: bool
) -> None:
    candidates = candidates_of(debate, settings.selection)
    selection = select_among(candidates, settings.selection)
    refs: list[ElementRef] = [
        *candidates.all.propositions,
        *([*candidates.all.arguments] if are_arguments else []),
    ]
    chosen = [ref for ref in refs if ref in selection.propositions or ref in selection.arguments]
    assert shown_among(candidates, settings.selection, refs) == chosen
