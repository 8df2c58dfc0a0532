"""Debates that a caller might make of the classes by hand: whatever the types allow."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.model import (
    Argument,
    ArgumentRef,
    Claim,
    ClaimRef,
    Debate,
    Evidence,
    EvidenceRef,
    FrozenDict,
    Inference,
    InferenceRef,
    Mark,
    MarkKind,
    Relation,
    RelationKind,
    Role,
    Section,
    Source,
    Statement,
)

_TITLES = (
    "A",
    "B",
    "C c",
    "Untitled 1",
    "]: x",
    "^A",
    "",
    " A",
    "a\nb",
    "<x>",
    "-> y",
    "A (2)",
    "T - 1",
    "T - 2",
)
_TEXTS = (
    "a",
    "a b",
    " a ",
    "a  b",
    "\n",
    "*a* #b",
    "[A]: x",
    "{",
    "{a: 1}",
    "- x",
    "1. x",
    "// a",
    "===",
    "\x00",
    "a\\",
)
_TAGS = ("t", "a b", "(", "a)b", "\n", "", "#")
titles = st.sampled_from(_TITLES)
texts = st.one_of(st.none(), st.sampled_from(_TEXTS))
tags = st.lists(st.sampled_from(_TAGS), max_size=2).map(tuple)
sections = st.one_of(st.none(), st.sampled_from(("s1", "s2", "s9")))
data = st.dictionaries(
    st.sampled_from(("k", "isInGroup", "isCanonical", "source", "uses", "kind", "a: b", "")),
    st.sampled_from((True, False, None, 1, 0.5, "x", "a: b\n", (1, 2), ("P1",), FrozenDict({"a": ()}))),
    max_size=2,
).map(FrozenDict)
sources = st.lists(
    st.builds(
        Source,
        title=st.one_of(st.none(), st.sampled_from(("T", "http://x.org"))),
        authors=st.sampled_from(((), ("A B",), ("A", "B"))),
        issued=st.one_of(st.none(), st.just("2020")),
        key=st.one_of(st.none(), st.just("k")),
    ),
    max_size=2,
).map(tuple)
marks = st.lists(
    st.builds(
        Mark,
        st.sampled_from(MarkKind),
        st.integers(0, 3),
        st.integers(0, 5),
        st.sampled_from(("", "A", "x y")),
    ),
    max_size=2,
).map(tuple)


def statements(title: str) -> SearchStrategy[tuple[Statement, ...]]:
    """Return a few statements under a title."""
    return st.lists(
        st.builds(
            Statement,
            st.just(title),
            texts,
            role=st.sampled_from(Role),
            is_reference=st.booleans(),
            is_top_level=st.booleans(),
            tags=tags,
            data=st.one_of(st.none(), data),
            marks=marks,
            section=sections,
        ),
        max_size=2,
    ).map(tuple)


@st.composite
def claims(draw: DrawFn) -> Claim:
    title = draw(titles)
    return Claim(
        title,
        draw(statements(title)),
        draw(tags),
        draw(data),
        draw(sources),
        draw(sections),
        draw(st.booleans()),
    )


@st.composite
def evidence(draw: DrawFn) -> Evidence:
    title = draw(titles)
    return Evidence(
        title,
        draw(statements(title)),
        draw(tags),
        draw(data),
        draw(sources),
        kind=draw(texts),
        quote=draw(texts),
        reliability=draw(st.one_of(st.none(), st.floats(0, 1))),
        section=draw(sections),
    )


_propositions = st.one_of(titles.map(ClaimRef), titles.map(EvidenceRef))
_elements = st.one_of(_propositions, titles.map(ArgumentRef))
_ends = st.one_of(
    _elements, _elements, st.tuples(titles, st.integers(0, 2)).map(lambda pair: InferenceRef(*pair))
)


@st.composite
def arguments(draw: DrawFn) -> Argument:
    title = draw(titles)
    refs = draw(st.lists(_propositions, max_size=4))
    steps = [
        draw(st.builds(Statement, st.just(ref.title), texts, is_reference=st.booleans())) for ref in refs
    ]
    inferences: list[Inference] = []
    if draw(st.booleans()):
        places = draw(st.sets(st.integers(0, max(0, len(refs) - 1)), max_size=2)) if refs else set()
        for index, place in enumerate(sorted(places)):
            premises = tuple(refs[:place])
            inferences.append(
                Inference(title, index, premises, refs[place], place, rules=draw(tags), data=draw(data))
            )
    else:
        inferences = draw(
            st.lists(
                st.builds(
                    Inference,
                    titles,
                    st.integers(0, 2),
                    st.lists(_propositions, max_size=2).map(tuple),
                    _propositions,
                    st.integers(0, 4),
                    data=data,
                    strength=st.one_of(st.none(), st.floats(0, 1)),
                    warrant=texts,
                ),
                max_size=2,
            )
        )
    return Argument(
        title,
        draw(statements(title)),
        tuple(steps),
        tuple(refs),
        tuple(inferences),
        draw(tags),
        draw(data),
        draw(sources),
        draw(sections),
        draw(st.booleans()),
    )


def debates() -> SearchStrategy[Debate]:
    """Return debates whose parts need not fit together."""

    def by_title(elements: list[Claim]) -> FrozenDict[str, Claim]:
        return FrozenDict({one.title: one for one in elements})

    section = st.builds(
        Section,
        st.sampled_from(("s1", "s2", "s3")),
        st.sampled_from(_TEXTS),
        st.integers(1, 3),
        parent=sections,
        tags=tags,
        data=data,
        is_group=st.one_of(st.none(), st.booleans()),
        marks=marks,
    )
    model = st.fixed_dictionaries(
        {},
        optional={
            "mode": st.sampled_from(("strict", "loose")),
            "transformArgumentRelations": st.booleans(),
            "explodeArguments": st.booleans(),
            "removeTagsFromText": st.booleans(),
        },
    ).map(FrozenDict)
    metadata = st.fixed_dictionaries(
        {},
        optional={"model": model, "title": st.sampled_from(_TEXTS), "sources": data},
    )
    return st.builds(
        Debate,
        st.lists(claims(), max_size=4).map(by_title),
        st.lists(evidence(), max_size=2).map(by_title),  # type: ignore[arg-type]  # as claims
        st.lists(arguments(), max_size=3).map(by_title),  # type: ignore[arg-type]  # as claims
        st.lists(st.builds(Relation, st.sampled_from(RelationKind), _ends, _ends), max_size=5).map(tuple),
        st.lists(section, max_size=3).map(tuple),
        sources.map(lambda found: FrozenDict({one.key or "k": one for one in found})),
        metadata=metadata.map(FrozenDict),
    )
