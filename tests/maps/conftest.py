"""Small debates of every shape: `@given(...)` makes them for an argument `debate: Debate`."""

from collections.abc import Callable

from hypothesis import strategies as st

from argmap.data import FrozenDict
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
    PropositionRef,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)
from argmap.settings import Settings

Draw = Callable[[st.SearchStrategy], object]

PROPOSITIONS: list[PropositionRef] = [*map(ClaimRef, "ABCD"), *map(EvidenceRef, "AE")]
ARGUMENTS = [ArgumentRef(title) for title in "abc"]
SECTIONS = (
    Section("s1", "One", 1),
    Section("s2", "Two #t", 2, parent="s1", tags=("t",)),
    Section("s3", "Three", 3, parent="s2", is_group=False),
    Section("s4", "Four", 4, parent="s3", is_closed=True),
    Section("s5", "Five", 1, is_closed=True),
)


# Few choices for each, so that things meet; and one draw each, which is what takes time.
TAGS = st.sampled_from([(), ("t",), ("u",), ("u", "t"), ("v", "u")])
SECTION_IDS = st.sampled_from([None, *(section.id for section in SECTIONS)])
DATA = st.sampled_from(
    [
        FrozenDict(),
        FrozenDict({"isInMap": True}),
        FrozenDict({"isInMap": False}),
        FrozenDict({"color": "tomato"}),
    ]
)
CHAINS = st.lists(st.lists(st.sampled_from(PROPOSITIONS), min_size=1, max_size=3), max_size=2)


@st.composite
def arguments(draw: Draw, title: str) -> Argument:
    chains = draw(CHAINS)
    steps: list[Statement] = []
    refs: list[PropositionRef] = []
    inferences: list[Inference] = []
    for number, (conclusion, *premises) in enumerate(chains):
        last = Role.MAIN_CONCLUSION if number == len(chains) - 1 else Role.INTERMEDIARY_CONCLUSION
        refs += [*premises, conclusion]
        roles = [*[Role.PREMISE] * len(premises), last]
        steps += [
            Statement(ref.title, role=role, is_reference=True, argument=title)
            for ref, role in zip([*premises, conclusion], roles, strict=True)
        ]
        inferences.append(Inference(title, number, tuple(premises), conclusion, len(steps) - 1))
    return Argument(
        title,
        descriptions=(Statement(title, text=f"about {title}", role=Role.DESCRIPTION),),
        steps=tuple(steps),
        step_refs=tuple(refs),
        inferences=tuple(inferences),
        tags=draw(TAGS),
        data=draw(DATA),
        section=draw(SECTION_IDS),
    )


@st.composite
def relations(draw: Draw, arguments: tuple[Argument, ...]) -> tuple[Relation, ...]:
    inferences: list[InferenceRef] = [one.ref for argument in arguments for one in argument.inferences]
    ends = [*PROPOSITIONS, *ARGUMENTS]
    plain = st.builds(Relation, st.sampled_from(RelationKind), st.sampled_from(ends), st.sampled_from(ends))
    undercuts = st.builds(
        Relation, st.just(RelationKind.UNDERCUT), st.sampled_from(ends), st.sampled_from(inferences or ends)
    )
    return tuple(draw(st.lists(plain | undercuts, max_size=8)))


@st.composite
def debates(draw: Draw) -> Debate:
    made = tuple(draw(arguments(ref.title)) for ref in ARGUMENTS)
    claims = [
        Claim(
            title,
            statements=(Statement(title, text=f"{title} holds"),),
            tags=draw(TAGS),
            data=draw(DATA),
            section=draw(SECTION_IDS),
            is_untitled=title == "D",
        )
        for title in "ABCD"
    ]
    evidence = [Evidence(title, tags=draw(TAGS), section=draw(SECTION_IDS)) for title in "AE"]
    return Debate(
        claims=FrozenDict({one.title: one for one in claims}),
        evidence=FrozenDict({one.title: one for one in evidence}),
        arguments=FrozenDict({one.title: one for one in made}),
        relations=draw(relations(made)),
        sections=SECTIONS,
        tags=("t", "u", "v"),
    )


def settings() -> st.SearchStrategy[Settings]:
    selection = st.fixed_dictionaries(
        {},
        optional={
            "statementSelectionMode": st.sampled_from(
                ["all", "top-level", "with-relations", "not-used-in-argument", "with-more-than-one-relation"]
            ),
            "excludeDisconnected": st.booleans(),
            "ignoreIsInMap": st.booleans(),
            "selectedTags": st.lists(st.sampled_from("tuv")),
            "includeStatements": st.lists(st.sampled_from(["A", "B", "^E"])),
        },
    )
    group = st.fixed_dictionaries({}, optional={"groupDepth": st.integers(0, 5)})
    return st.builds(
        lambda selection, group: Settings.of({"selection": selection, "group": group}), selection, group
    )


st.register_type_strategy(Debate, debates())
st.register_type_strategy(Settings, settings())
