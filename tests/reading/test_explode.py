"""Arguments taken apart."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.data import Data, FrozenDict
from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceRef,
    Inference,
    InferenceRef,
    Origin,
    PropositionRef,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.reading.explode import explode

P, Q, M, C = (ClaimRef(title) for title in "PQMC")
CLAIMS = st.sampled_from("PQMC").map(ClaimRef)
POSITIONS = st.lists(st.integers(-1, 9) | st.just("x"), max_size=4).map(tuple)
BLOCKS = st.just(FrozenDict()) | POSITIONS.map(lambda said: FrozenDict({"uses": said}))

Chain = tuple[list[PropositionRef], PropositionRef, Data]


def chained(title: str, *chains: Chain) -> Argument:
    """Return an argument whose inferences have these premises, conclusions and data."""
    steps: list[tuple[PropositionRef, Role]] = []
    inferences: list[Inference] = []
    for number, (premises, conclusion, data) in enumerate(chains):
        role = Role.MAIN_CONCLUSION if number == len(chains) - 1 else Role.INTERMEDIARY_CONCLUSION
        steps += [*[(premise, Role.PREMISE) for premise in premises], (conclusion, role)]
        inferences.append(Inference(title, number, tuple(premises), conclusion, len(steps) - 1, data=data))
    return Argument(
        title,
        descriptions=(Statement(title, "sketch", Role.DESCRIPTION),),
        steps=tuple(
            Statement(ref.title, role=role, is_reference=True, argument=title) for ref, role in steps
        ),
        step_refs=tuple(ref for ref, _ in steps),
        inferences=tuple(inferences),
    )


def debate_of(*arguments: Argument, relations: tuple[Relation, ...] = ()) -> Debate:
    used = [pair for one in arguments for pair in zip(one.step_refs, one.steps, strict=True)]
    members = {ref: tuple(step for one, step in used if one == ref) for ref, _ in used}
    claims = [Claim(ref.title, found) for ref, found in members.items() if isinstance(ref, ClaimRef)]
    evidence = [Evidence(ref.title, found) for ref, found in members.items() if isinstance(ref, EvidenceRef)]
    return Debate(
        claims=FrozenDict({one.title: one for one in claims}),
        evidence=FrozenDict({one.title: one for one in evidence}),
        arguments=FrozenDict({argument.title: argument for argument in arguments}),
        relations=relations,
    )


def debates() -> st.SearchStrategy[Debate]:
    chain = st.tuples(st.lists(CLAIMS, max_size=3), CLAIMS, BLOCKS)
    chains = st.lists(chain, min_size=1, max_size=4)
    return chains.map(lambda made: debate_of(chained("T", *made), Argument("T - 1")))


NO_DATA: Data = FrozenDict()
TWO = chained("T", ([P, Q], M, NO_DATA), ([], C, NO_DATA))


@given(debates())
def test_every_argument_makes_one_inference_at_most(debate: Debate) -> None:
    assert all(len(argument.inferences) <= 1 for argument in explode(debate).arguments.values())


@given(debates())
def test_exploding_twice_is_exploding_once(debate: Debate) -> None:
    assert explode(explode(debate)) == explode(debate)


@given(debates())
def test_no_inference_gets_lost(debate: Debate) -> None:
    def conclusions(debate: Debate) -> list[PropositionRef]:
        return [one.conclusion for argument in debate.arguments.values() for one in argument.inferences]

    assert conclusions(explode(debate)) == conclusions(debate)


@given(debates())
def test_every_step_is_a_statement_of_its_claim(debate: Debate) -> None:
    exploded = explode(debate)
    assert all(
        step in exploded.claims[ref.title].statements
        for argument in exploded.arguments.values()
        for step, ref in zip(argument.steps, argument.step_refs, strict=True)
    )


@given(debates())
def test_inferences_agree_with_the_steps(debate: Debate) -> None:
    assert all(
        (argument.premises, argument.conclusion, argument.title)
        == (inference.premises, inference.conclusion, inference.argument)
        for argument in explode(debate).arguments.values()
        for inference in argument.inferences
    )


def test_a_debate_of_single_inferences_stays_as_it_is() -> None:
    debate = debate_of(chained("T", ([P], C, NO_DATA)))
    assert explode(debate) is debate


def test_a_part_takes_what_stands_above_and_the_conclusion_before() -> None:
    debate = debate_of(chained("T", ([P, Q], M, NO_DATA), ([], C, NO_DATA), ([P], Q, NO_DATA)))
    found = explode(debate).arguments
    assert {title: (part.premises, part.conclusion) for title, part in found.items()} == {
        "T - 1": ((P, Q), M),
        "T - 2": ((M,), C),
        "T - 3": ((C, P), Q),
    }


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"uses": (2, 1)}, (Q, P)),
        ({"from": (1,)}, (P,)),
        ({"uses": (3,), "from": (1,)}, (M,)),
        ({"uses": (0, 5, -1, True, 2)}, (Q,)),
        ({"uses": ("1", "P2", "C9")}, (P, Q)),
        ({"uses": ()}, ()),
        ({"uses": 1}, (P,)),
        ({"uses": None, "from": 2}, (Q,)),
        ({"uses": (4, 1)}, (P,)),
    ],
)
def test_a_part_takes_the_positions_that_its_inference_names(
    data: dict[str, object], expected: tuple[PropositionRef, ...]
) -> None:
    debate = debate_of(chained("T", ([P, Q], M, NO_DATA), ([], C, FrozenDict(data))))
    assert explode(debate).arguments["T - 2"].premises == expected


@pytest.mark.parametrize("key", ["uses", "from"])
def test_the_conclusion_may_name_the_positions(key: str) -> None:
    marked = evolve(TWO.steps[-1], data=FrozenDict({key: (1,)}))
    debate = debate_of(evolve(TWO, steps=(*TWO.steps[:-1], marked)))
    assert explode(debate).arguments["T - 2"].premises == (P,)


SAID = [
    "uses: 2",
    "uses: [2]",
    "uses: []",
    "from: 2",
    "from: [1, 2]",
    "uses: '', from: [1]",
    "uses: [5, 1]",
    "uses: C1",
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("place", ["inference", "conclusion"])
def test_parts_have_the_premises_that_inferences_have(said: str, place: str) -> None:
    first, last = (f"{{{said}}}", "") if place == "inference" else ("", f"{{{said}}}")
    text = f"<T>\n\n(1) [P]\n(2) [Q]\n----\n(3) [M]\n-- x {first} --\n(4) [C] {last}"
    whole = argmap.parse(text).debate.arguments["T"]
    parts = argmap.parse(text, settings={"model": {"explodeArguments": True}}).debate.arguments
    assert [one.premises for one in whole.inferences] == [one.premises for one in parts.values()]


def test_a_taken_title_is_given_to_nobody_else() -> None:
    taken = Argument("T - 1", descriptions=(Statement("T - 1", "mine", Role.DESCRIPTION),))
    found = explode(debate_of(TWO, taken)).arguments
    assert list(found) == ["T - 1 (2)", "T - 2", "T - 1"]
    assert found["T - 1"] == taken


def test_statements_are_replaced_by_those_in_the_parts() -> None:
    exploded = explode(debate_of(TWO))
    assert [(one.role, one.argument) for one in exploded.claims["M"].statements] == [
        (Role.MAIN_CONCLUSION, "T - 1"),
        (Role.PREMISE, "T - 2"),
    ]


def test_unused_statements_stay_with_their_claim() -> None:
    debate = debate_of(chained("T", ([P], M, NO_DATA), ([Q], C, FrozenDict({"uses": (2,)}))))
    assert explode(debate).claims["Q"] == debate.claims["Q"]


def test_evidence_is_taken_along() -> None:
    debate = debate_of(chained("T", ([EvidenceRef("E")], M, NO_DATA), ([], C, NO_DATA)))
    assert explode(debate).evidence["E"].statements[0].argument == "T - 1"


def test_undercuts_follow_their_inference_and_other_relations_the_last_part() -> None:
    other = ArgumentRef("U")
    relations = (
        Relation(RelationKind.UNDERCUT, other, InferenceRef("T", 0)),
        Relation(RelationKind.UNDERCUT, other, InferenceRef("T", 1)),
        Relation(RelationKind.ATTACK, other, ArgumentRef("T")),
        Relation(RelationKind.ATTACK, P, other),
    )
    assert explode(debate_of(TWO, Argument("U"), relations=relations)).relations == (
        Relation(RelationKind.UNDERCUT, other, InferenceRef("T - 1", 0)),
        Relation(RelationKind.UNDERCUT, other, InferenceRef("T - 2", 0)),
        Relation(RelationKind.ATTACK, other, ArgumentRef("T - 2")),
        Relation(RelationKind.ATTACK, P, other),
    )


def test_derived_relations_are_those_of_the_parts() -> None:
    whole = ArgumentRef("T")
    derived = (
        Relation(RelationKind.SUPPORT, P, whole, Origin.DERIVED),
        Relation(RelationKind.SUPPORT, whole, C, Origin.DERIVED),
        Relation(RelationKind.SUPPORT, P, ArgumentRef("U"), Origin.DERIVED),
    )
    first, second = ArgumentRef("T - 1"), ArgumentRef("T - 2")
    ends = [(P, first), (Q, first), (first, M), (M, second), (second, C), (P, ArgumentRef("U"))]
    assert explode(debate_of(TWO, Argument("U"), relations=derived)).relations == tuple(
        Relation(RelationKind.SUPPORT, source, target, Origin.DERIVED) for source, target in ends
    )
